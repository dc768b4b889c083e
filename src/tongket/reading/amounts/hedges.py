"""What stands around a number and is part of its value: hedges ('hơn', 'từ ... trở lên'), changes, ranks."""

from __future__ import annotations

import re
from typing import Literal

_HEDGE = re.compile(
    r"(?:(?:[Kk]hoảng|[Ưư]ớc(?: đạt| tính| khoảng)?)\s+(?=trên|hơn|gần|dưới|khoảng))?"
    r"(?:[Hh]ơn|[Tt]rên|[Kk]hoảng|[Gg]ần|[Dd]ưới|[Cc]hừng|[Nn]gót|(?:[Íí]t nhất|[Tt]ối thiểu|[Tt]ối đa)(?: là)?"
    r"|[Kk]hông (?:quá|dưới)|[Cc]hưa (?:đến|tới|đầy)|[Xx]ấp xỉ|[Ưư]ớc(?: đạt| tính| khoảng)?|>=|<=|[><≥≤~≈])\s*$"
)
_ESTIMATED = re.compile(r"ước (?:đạt|tính|khoảng)(?! \w)")
_COMPARED = re.compile(
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|sớm|muộn|nhanh|chậm|rộng|dài|tốt)\s+hơn\s*$"
    r"|(?<!\w)(?:cấp|tuyến)\s+(?:trên|dưới)\s*$"  # 'nộp cấp trên 96 triệu đồng' names the receiver
)
_COUNT_BEFORE = re.compile(
    r"\d\s+(?:(?!(?:đạt|được|có|với|là|thu|cho|còn|lên|chi|hỗ trợ|huy động|gồm|và|tham gia)\b)[^\W\d_]+\s+){1,2}$"
)
_FROM = re.compile(r"[Tt]ừ\s+$")
_ONWARD = re.compile(r"\s+trở (lên|xuống|đi)(?!\w)")
_CHANGE = re.compile(r"([Tt]ăng|[Gg]iảm)(?:\s+(?:thêm|được|trung bình|bình quân|ước))?\s*$")
_RANK = re.compile(
    r"(?P<verb>(?:[Xx]ếp|[Đđ]ứng|[Gg]iữ|[Đđ]ạt)\s+)?"
    r"(?:(?:thứ\s+)?[Hh]ạng|[Vv]ị (?:trí )?thứ|(?:(?<=[Xx]ếp )|(?<=[Đđ]ứng ))thứ)(?:\s+thứ)?\s+$"
)
# Without a verb 'hạng 2' is mostly a class ('bệnh viện hạng 2'), except in brackets and after the name of an index.
_RANKED = re.compile(
    r"(?:\(|[Cc]hỉ số\b[^.;]*|[Ii]ndex|INDEX|[A-Z]{3,}|điểm|toàn (?:tỉnh|quốc|huyện)|cả nước|[Tt]hứ)\s*$"
)


_HEDGE_ENDS = frozenset(
    re.findall(r"\w+", "hơn trên khoảng gần dưới chừng ngót nhất thiểu đa là quá đến tới đầy xỉ ước đạt tính")
)
"""The last word of each hedge."""
_CHANGE_ENDS = frozenset(("tăng", "giảm", "thêm", "được", "bình", "quân", "ước"))
_RANK_ENDS = frozenset(("hạng", "thứ"))


_TELLING = _HEDGE_ENDS | _CHANGE_ENDS | _RANK_ENDS | {"từ"}
_SIGNS = frozenset("<>=≥≤~≈")
_ANY_SIGN = _SIGNS | set("+−")


def word_before(text: str, at: int, low: int) -> str:
    """The word or sign right before ``at``, in small letters; "" at the start. Most numbers need no look beyond it."""
    since = at - 14 if at - 14 > low else low
    return text[since:at].rstrip()[-12:].rpartition(" ")[2].lower().lstrip("([{“\"'+-–")


def stands_plainly(text: str, at: int, low: int) -> bool:
    """Whether the number at ``at`` follows a word that is none of a hedge, a change or a rank, as most do."""
    word = word_before(text, at, low)
    return word != "" and word not in _TELLING and word[-1] not in _ANY_SIGN


def hedge_before(text: str, at: int, low: int, *, exact: bool) -> tuple[int, str | None]:
    """Where the hedge before ``at`` begins, and the hedge; ``at`` itself without one.

    'trên' before an ``exact`` number (a share, a zero-padded count) or right after another count ('64 điểm trên 23
    phường') means 'in'; 'cao hơn 5%' compares.
    """
    word = word_before(text, at, low)
    if word not in _HEDGE_ENDS and word[-1:] not in _SIGNS:
        return at, None
    since = max(low, at - 26)
    piece = text[since:at]
    found = _HEDGE.search(piece)
    if found is None or (found.start() > 0 and piece[found.start() - 1].isalpha()) or _COMPARED.search(piece):
        return at, None
    begin = since + found.start()
    hedge = " ".join(found.group().split()).removesuffix(" là")
    hedge = _ESTIMATED.sub("ước", hedge[0].lower() + hedge[1:])
    if hedge == "trên" and (exact or _COUNT_BEFORE.search(text[max(low, begin - 24) : begin])):
        return at, None
    return begin, hedge


def from_before(text: str, at: int, low: int) -> int:
    """Where 'từ' before ``at`` begins; ``at`` itself without it."""
    if word_before(text, at, low) != "từ":
        return at
    found = _FROM.search(text[max(low, at - 5) : at])
    return at - len(found.group()) if found else at


def onward_after(text: str, begin: int, stop: int, low: int, high: int) -> tuple[int, int, str] | None:
    """'[từ] 80% trở lên': where it begins and ends, and the hedge."""
    found = _ONWARD.match(text, stop, high) if "trở" in text[stop : stop + 6] else None
    if found is None:
        return None
    since = from_before(text, begin, low)
    return since, found.end(), ("từ ... trở " if since != begin else "trở ") + found.group(1)


_PLUS = re.compile(r"\(\+ ?$")  # 'tăng 2,3% (+120 nghìn con)'


def change_before(text: str, at: int, low: int) -> Literal["up", "down"] | None:
    """'tăng', 'giảm' right before ``at``; 'tăng lên 50%' and 'giảm còn 3%' give a level and no change."""
    word = word_before(text, at, low)
    if word[-1:] in ("", "+") and _PLUS.search(text, max(low, at - 3), at):
        return "up"
    if word not in _CHANGE_ENDS:
        return None
    found = _CHANGE.search(text[max(low, at - 24) : at])
    if found is None:
        return None
    return "up" if found.group(1) in ("tăng", "Tăng") else "down"


def rank_before(text: str, at: int, low: int) -> int | None:
    """Where 'hạng', 'xếp thứ' before ``at`` begins, if the number there is a rank."""
    if word_before(text, at, low) not in _RANK_ENDS:
        return None
    since = max(low, at - 24)
    found = _RANK.search(text[since:at])
    if found is None:
        return None
    begin = since + found.start()
    if found.group("verb") or "hạng" not in found.group().lower():
        return begin
    return begin if _RANKED.search(text[max(low, begin - 40) : begin]) else None
