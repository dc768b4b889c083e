"""Percentages of a part with all of them told in the same breath (tỷ lệ của phần trên tổng số nêu ngay cạnh): 'tiêm
2.156 con trên tổng đàn 2.640 con; tỷ lệ tiêm đạt 81,7%', 'xã có 9 thôn, đến nay 7 thôn đạt chuẩn, đạt 77,8%'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, counts_alike, prose_of
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, single
from tongket.checking.evidence.told import is_plain
from tongket.checking.rates.excused_rates import is_borne_out
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_WORDS = r"[^.;,()\d\n/]"
_OUT_OF = re.compile(
    rf"(?:, )?{_WORDS}{{0,60}}?\s?(?:trên|trong)(?: tổng)?"
    rf"(?: số| đàn| diện tích| vốn| kinh phí| dự toán| dư nợ){_WORDS}{{0,20}}"
)
_OF_WHICH = re.compile(
    rf"{_WORDS}{{0,30}}[,;] (?:đến nay|hiện nay|hiện|nay|trong đó|đã)(?:,| đã| có| mới)*(?: số {_WORDS}{{2,40}})?\s"
)
_ITS_RATE = re.compile(
    rf"{_WORDS}{{0,60}}?(?:[,;]|\s?\()\s?(?:đạt|chiếm|bằng|(?:đạt |chiếm )?(?:tỷ|tỉ) lệ(?: {_WORDS}{{2,25}})?)"
    r"(?: (?:đạt|là|chiếm|tỷ lệ|tỉ lệ))*:?\s"
)
_OF_A_PLAN = re.compile(
    r"\s?(?:so (?:với )?)?(?:tổng )?(?:kế hoạch|chỉ tiêu|dự toán|KH\b|mục tiêu|cùng kỳ|NQ|nghị quyết|nhu cầu)", re.I
)
_OTHER = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|cùng kỳ|năm trước|tăng|giảm|vượt|phấn đấu|bình quân|mỗi)(?!\w)")
_ALL = 100


def check_rates_of_all(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage behind a part and its whole is not that of the two.

    Not flagged: percentages of a plan or of another time; those that other numbers near them make; hedges.
    """
    figures = prose_of(report)
    for one, other, rate in zip(figures, figures[1:], figures[2:], strict=False):
        if rate.unit != "%" or rate.change or rate.target or is_hedged(rate) or not single(rate.value):
            continue
        pair = _part_and_whole(report.text, one, other)
        if pair is None or not _ITS_RATE.fullmatch(report.text, other.end, rate.start):
            continue
        part, whole = pair
        said = report.text[one.start : rate.start]
        if _OTHER.search(said) or _OF_A_PLAN.match(report.text, rate.end) or is_borne_out(report, rate):
            continue
        if amount(part) <= amount(whole) and not _fits(rate, part, whole):
            yield rate_mismatch(rate, part, whole, amount(whole))


def _part_and_whole(text: str, one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Which of two numbers side by side is a part of the other, by the words between them."""
    plain = all(is_plain(it) and it.unit and not is_hedged(it) and amount(it) > 0 for it in (one, other))
    if not plain or not counts_alike(one, other):
        return None
    if _OUT_OF.fullmatch(text, one.end, other.start):
        return one, other
    if _OF_WHICH.fullmatch(text, one.end, other.start):
        return other, one
    return None


def _fits(rate: Figure, part: Figure, whole: Figure) -> bool:
    true = _ALL * amount(part) / amount(whole)
    room = rounding(part.value, part.base_value) + rounding(whole.value, whole.base_value) * true / _ALL
    return fits(rate, Decimal(true), 2 * half_last_digit(rate.decimals) + _ALL * room / amount(whole))


CHECKS = (check_rates_of_all,)
