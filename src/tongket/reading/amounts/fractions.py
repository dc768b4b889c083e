"""Fractions without a unit (phân số): whether '7/9' is a share of something, a day and month, or a scale."""

from __future__ import annotations

import re
from decimal import Decimal

from tongket.reading.amounts.bare_numbers import ends_an_item
from tongket.reading.running.scan import Token

PART_OF = re.compile(r"(?=\s(?:tổng\s)?(?:số|diện tích|thời gian|dân số|quân số|khối lượng|công việc|nhiệm kỳ)(?!\w))")
"""What a fraction below ten is a part of: '2/3 số hộ'."""
RATE_IN_BRACKETS = re.compile(r"\s*\((?:đạt |chiếm |tỷ lệ )?\d+(?:[.,]\d+)?\s?%\)(?=\s)")
"""The rate between a share and its unit: '15/20 (75%) thôn'."""
WORD_BEFORE = re.compile(r"[^\W\d_][\s:(]+$")
_ANNOUNCED = re.compile(r"(?:có|đạt|là|hoàn thành|được|thông qua|giải quyết|xử lý|tổng số|[:=])\s*$")
_DAY_BEFORE = re.compile(r"(?:đến|từ|ngày|sáng|chiều|tối|hôm|dịp|lễ|Tết|trước|sau|và|tới|niệm)\s+$")
_RATE_BEFORE = re.compile(r"(?<![\d.,])(?P<rate>\d{1,3}(?:[.,]\d{1,2})?)\s?%(?: [^\W\d_]+){0,6} ?\($")
_FAR_BEFORE, _NEAR_RATE = (
    60,
    Decimal("0.2"),
)  # characters; how far a rate may be from the share that it gives, of itself
_RATE_FOLLOWS = re.compile(r"\s*[,(]?\s*(?:chiếm|đạt|bằng|tỷ lệ|=|\()?[^.;\n]{0,24}\d\s{0,2}%")


def is_clearly_a_share(text: str, token: Token, bounds: tuple[int, int], part: Decimal, whole: Decimal) -> bool:
    """Without a unit a fraction counts where it cannot be a day and month, where its rate follows, or where a verb
    announces it ('đã hoàn thành 7/9'); '1/500' is a scale. ``bounds`` are those of its paragraph.
    """
    start, end = bounds
    before = text[max(start, token.start - 14) : token.start]
    if (part == 1 and whole >= 100) or 1900 <= whole <= 2100 or "|" in before:
        return False
    if _RATE_FOLLOWS.match(text, token.end, end) is not None and WORD_BEFORE.search(before):
        return True
    if _gives_the_rate_before(text, token, start, part, whole):
        return True
    if part > whole:
        return False
    if whole > 31 or part == whole > 12:
        return part > 0 and (WORD_BEFORE.search(before) or before.endswith(("; ", ", "))) is not None
    return _ANNOUNCED.search(before) is not None and ends_an_item(text, token.end, end)


def _gives_the_rate_before(text: str, token: Token, start: int, part: Decimal, whole: Decimal) -> bool:
    """Whether a fraction stands alone in brackets behind a percentage near to it: 'đạt 96% chỉ tiêu (25/26)'."""
    if not whole or not text.startswith(")", token.end) or not text.startswith("(", token.start - 1):
        return False
    found = _RATE_BEFORE.search(text, max(start, token.start - _FAR_BEFORE), token.start)
    stated = Decimal(found["rate"].replace(",", ".")) if found else Decimal(0)
    return abs(100 * part / whole - stated) < _NEAR_RATE * stated


def may_be_a_day(text: str, token: Token, start: int, part: Decimal, whole: Decimal) -> bool:
    """'sáng 12/8', 'từ 15/3 đến 20/4': what reads as a day and month behind a word of time."""
    before = text[max(start, token.start - 12) : token.start]
    if part == whole and before.endswith(" và "):
        return False  # 'cấp tỉnh và 09/09 hội cấp huyện'
    return part <= 31 and whole <= 12 and _DAY_BEFORE.search(before) is not None
