"""The frame of a request letter (công văn): its subject line, its addressees, and what the directive is about."""

from __future__ import annotations

import re

_SUBJECT = re.compile(
    r"(?:^|\n|\t)\s*(?:[*_]{1,2})?(?:V/v|v/v|Về việc|VỀ VIỆC)\s*:?\s*"
    r"([^\n\t]+(?:\n(?!\s*\n)(?!Kính|KÍNH)[a-zà-ỹđ][^\n\t]+)*)"
)
_ADDRESSED = re.compile(r"(?:Kính gửi|KÍNH GỬI)\s*:?\s*")
_DASH = re.compile(r"\s*[-–+•]\s*")
_ABOUT = re.compile(r"\s*,?\s*(?:về(?: việc)?|“|\")\s*")
_STOP = re.compile(
    r"[;.\n”\"]|, (?:đề nghị|yêu cầu|nhằm|để|căn cứ|theo|gắn với|Ban|UBND|Ủy ban|Sở|Tỉnh)(?!\w)"
    r"|, [^,;.\n]{2,70}? (?:đề nghị|yêu cầu|thông báo|hướng dẫn|báo cáo|xây dựng|ban hành)(?!\w)| \("
)


def subject_line(text: str) -> str:
    """What the letter is about ('V/v báo cáo sơ kết ...'), "" where it has no such line."""
    found = _SUBJECT.search(text[:4000])
    return " ".join(found[1].replace("*", "").split()) if found else ""


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
        return title[: stop.start()].strip() if stop and stop.start() > 10 else title
    found = _ABOUT.match(text, at)
    if found is None:
        return ""
    stop = _STOP.search(text, found.end(), found.end() + 400)
    words = " ".join(text[found.end() : stop.start() if stop else found.end() + 200].split())
    return f"về {words}" if "về" in found[0] else words
