"""The frame of a request letter (công văn): its subject line, its addressees, and what the directive is about."""

from __future__ import annotations

import re

from tongket.registry.bodies import body_kind
from tongket.vietnamese.unicode import key

_SUBJECT = re.compile(
    r"(?:^|\n|\t)\s*(?:[*_]{1,2})?(?:V/v|v/v|Về việc|VỀ VIỆC)\s*:?\s*"
    r"([^\n\t]+)"
)
_PLACE = re.compile(r"((?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+)(.+)$")
_ADDRESSED = re.compile(r"(?:Kính gửi|KÍNH GỬI)\s*:?\s*")
_HEAD_LINE = re.compile(r"Kính gửi|KÍNH GỬI|[-–*]|Số\s*:?\s*\d|[^,\n]{2,40}, ngày\b")
_DASH = re.compile(r"\s*[-–+•]\s*")
_ABOUT = re.compile(r"\s*,?\s*(?:về(?: việc)?|“|\")\s*")
_STOP = re.compile(
    r"[;.\n”\"]|, (?:đề nghị|yêu cầu|nhằm|để|căn cứ|theo|gắn với|Ban|UBND|Ủy ban|Sở|Tỉnh)(?!\w)"
    r"|, [^,;.\n]{2,70}? (?:đề nghị|yêu cầu|thông báo|hướng dẫn|báo cáo|xây dựng|ban hành)(?!\w)| \("
)


def subject_line(text: str) -> str:
    """What the letter is about ('V/v báo cáo sơ kết ...'), "" where it has no such line."""
    found = _SUBJECT.search(text[:4000])
    if found is None:
        return ""
    lines = [found[1]]
    for line in text[found.end() : found.end() + 600].split("\n")[1:4]:
        words = line.strip()
        if not words or "\t" in words or _HEAD_LINE.match(words):
            break
        lines.append(words)
    return " ".join(" ".join(lines).replace("*", "").split())


def addressees(text: str) -> tuple[str, ...]:
    """The lines after 'Kính gửi:', without their dashes and stops."""
    found = _ADDRESSED.search(text[:6000])
    if found is None:
        return ()
    lines: list[str] = []
    for line in text[found.end() : found.end() + 3000].split("\n"):
        words = " ".join(line.split())
        if not words:
            if lines:
                break
            continue
        if lines and not _DASH.match(words):
            break
        lines += [piece.strip(" .;") for piece in _DASH.sub("", words, count=1).split(";") if piece.strip(" .;")]
        if words.endswith("."):
            break
    return tuple(lines)


def directive_subject(text: str, at: int, title: str) -> str:
    """What a cited document is about: its title as read, else the words after 'về' behind the citation."""
    if title:
        stop = _STOP.search(title)
        return _unquoted(title[: stop.start()].strip() if stop and stop.start() > 10 else title)
    found = _ABOUT.match(text, at)
    if found is None:
        return ""
    stop = _STOP.search(text, found.end(), found.end() + 400)
    words = " ".join(text[found.end() : stop.start() if stop else found.end() + 200].split())
    return _unquoted(f"về {words}" if "về" in found[0] else words)


def _unquoted(words: str) -> str:
    """``words`` without quotation marks that lost their partner, or that stand around all of it."""
    bare = re.sub(r"^(về(?: việc)?\s+)?[“\"]([^“”\"]*)[”\"]?$", lambda found: (found[1] or "") + found[2], words)
    return bare if bare.count("“") == bare.count("”") else bare.replace("“", "").replace("”", "")


def spoken_body(name: str) -> str:
    """A body's name as a sentence writes it: 'ỦY BAN NHÂN DÂN TỈNH MẪU SƠN' -> 'Ủy ban nhân dân tỉnh Mẫu Sơn'."""
    if not name.isupper():
        return name
    kind = body_kind(name)
    words = name.split()
    head = kind.name.split() if kind and key(name).startswith(key(kind.name)) else []
    rest = " ".join(words[len(head) :]).lower()
    rest = _PLACE.sub(lambda found: found[1] + found[2].title(), rest)
    whole = " ".join([*head, rest]).strip()
    return whole[:1].upper() + whole[1:]
