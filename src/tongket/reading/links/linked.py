"""A tie between amounts of one paragraph, and whether two of them count the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tongket.reading.amounts.printed_amounts import Amount

LinkKind = Literal["parts", "percentage", "change"]
MOST_LISTED = 40
"""Amounts that a list may have, and that a whole may stand before its part."""
CUT = re.compile(r"[.!?](?:\s|$)|\n")
"""Where a sentence or a line ends."""
ALL = 100
"""Per cent of a whole."""
_OTHERWISE = r"(?:dự toán|kế hoạch|KH|chỉ tiêu|cùng kỳ|(?:năm|kỳ|vụ|quý|tháng) trước|đầu (?:năm|kỳ)|năm (?:19|20)\d\d)"
_COMPARED = re.compile(
    rf"(?<!\w){_OTHERWISE}(?!\w)[^.;()\d\n]{{0,40}}\((?:[^()\d]{{0,30}}\s)?$"
    rf"|\({_OTHERWISE}(?!\w)[^()\d]{{0,30}}$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[^()\d\n]{0,20}\)")
_OF_THEN = re.compile(
    r"\((?:năm (?:19|20)\d\d|cùng kỳ|(?:năm|kỳ) trước|đầu (?:năm|kỳ))(?: (?:là|đạt|có|ước))*\s$", re.IGNORECASE
)
_CLOSED_LATER = re.compile(r"[^()%\n]{0,80}\)")
_WORK = frozenset(("công", "ngày công", "công lao động", "ngày công lao động"))
_PEOPLE = frozenset(("nhân khẩu", "khẩu", "người", "người dân"))


@dataclass(frozen=True, slots=True)
class AmountLink:
    """A tie by index into the amounts of one paragraph; the same kinds and order as ``FigureLink``."""

    kind: LinkKind
    of: int
    by: tuple[int, ...]
    exhaustive: bool = False


def are_people(base: str | None) -> bool:
    """Whether a base unit counts people, of whatever name: 'nhân khẩu', 'người'."""
    return base in _PEOPLE


def same_unit(one: Amount, other: Amount) -> bool:
    """Whether two amounts count the same: 'hộ' and 'hộ dân', 'nhân khẩu' and 'người', 'ngày công' and 'công'."""
    first, second = one.unit, other.unit
    if first.kind in ("rate", "points", "rank") or second.kind in ("rate", "points", "rank"):
        return first.base == second.base
    if first.text == second.text and first.base == second.base:
        return bool(first.base)
    if any(first.base in names and second.base in names for names in (_PEOPLE, _WORK)):
        return True
    if "lượt" in (first.text, second.text) and first.text[:4] == second.text[:4]:
        return True  # 'lượt công dân', and of these some 'lượt'
    if not first.base or not second.base or first.text.startswith("lượt") != second.text.startswith("lượt"):
        return False
    return f"{first.base} ".startswith(f"{second.base} ") or f"{second.base} ".startswith(f"{first.base} ")


def is_compared_in_brackets(text: str, amount: Amount) -> bool:
    """Whether an amount stands alone in brackets as a plan, or as what was before: '57% dự toán (12.000 tấn)', '(năm
    2024 là 558,9 tỷ đồng, tính trên ba xã cũ)'.
    """
    if _CLOSED.match(text, amount.end) is None:
        low = max(amount.start - 30, 0)
        opens = _OF_THEN.search(text, low, amount.start) if text.find("(", low, amount.start) >= 0 else None
        return opens is not None and _CLOSED_LATER.match(text, amount.end) is not None
    return _COMPARED.search(text, max(amount.start - 90, 0), amount.start) is not None


def single(amount: Amount) -> Decimal | None:
    """The amount as one number in its base unit, or None for shares, pairs and ranges."""
    return amount.value * amount.unit.scale if isinstance(amount.value, Decimal) else None
