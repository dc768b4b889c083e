"""Percentages whose whole stands farther off (tỷ lệ tính trên số đã nêu trước): sentences before, or as a plan.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    chance_of,
    chance_of_slip,
    digits_of,
    ends_between,
    is_pen_slip,
    swapped,
)
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, single
from tongket.checking.evidence.told import is_plain
from tongket.checking.rates.excused_rates import has_siblings, is_borne_out
from tongket.checking.rates.tied_rates import (
    ALL,
    Told,
    is_beside_in_a_list,
    is_rate_of,
    terms_near,
    tied_rates,
    told_rates,
)
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report

_SURE = 0.12  # chance that a slip is none


def check_rates_near(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage behind its part is, but for a slip of the pen, that of a number told
    before it: 'Dự toán giao 1.650 triệu đồng. ... Kết quả thu được 1.846,5 triệu đồng, đạt 121,9% dự toán'.

    Not flagged: percentages that any two numbers near them make; slips that chance may have made; comparisons.
    """
    for told in told_rates(report):
        true = {value: 100 * amount(told.part) / value for _, value in told.wholes}
        if any(is_rate_of(told, value) for value in true) or has_siblings(report, told):
            continue
        value = single(told.rate.value) or Decimal(0)
        beside = next((one for one in told.wholes if _is_plan_beside(report.text, told.rate, one[0])), None)
        if beside is not None and not is_borne_out(report, told.rate):
            yield rate_mismatch(told.rate, told.part, *beside)
            continue
        for whole, of in told.wholes:
            if is_pen_slip(value, true[of], told.rate.decimals) and _chance(told, true[of], len(true)) < _SURE:
                if not is_borne_out(report, told.rate):
                    yield rate_mismatch(told.rate, told.part, whole, of)
                break


_LEAST_DIGITS = 3  # of a percentage that tells a slip of its terms
_RARE, _BESIDE_IT = 0.04, 0.2  # chance that a slip of a part or a whole is none: of any near it, of the one beside it


def check_terms_of_rates(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a part, or a whole near it, is but for a slip of the pen what its percentage says:
    'đến hạn 4.169 hồ sơ. Đã trả 4.857 hồ sơ (đạt 99,71%)'.

    Not flagged: percentages that any two numbers near them make, or that are of one whole with those beside them;
    slips that chance may have made.
    """
    for rate, part in tied_rates(report):
        stated = single(rate.value) or Decimal(0)
        telling = digits_of(stated) >= _LEAST_DIGITS
        near = terms_near(report, rate, part)
        told = Told(rate, part, near)
        if not near or stated <= 0 or any(is_rate_of(told, of) for _, of in near) or has_siblings(report, told):
            continue
        for at, (whole, of) in enumerate(near):
            beside = at == 0 and len(ends_between(report, whole.end, part.start)) <= 1
            chance = _chance_of_terms(told, whole, of) if telling else 1
            rare = chance < 1 and (chance * len(near) <= _RARE or (beside and chance <= _BESIDE_IT))
            if rare or (at == 0 and _is_done_of(report, told, whole, of)):
                if not is_borne_out(report, rate) and not is_beside_in_a_list(report, part, whole):
                    yield rate_mismatch(told.rate, told.part, whole, of)
                break


_DONE = re.compile(
    r"[^.;:()\d\n]{0,60}?,(?: \w+){0,3}? (?:đã|phát hiện|thu gom|thu hồi|thu được|xử lý|giải quyết|thực hiện|hoàn thành"
    r"|giải ngân|trả|tiêm|cấp|hòa giải|xét xử|thi hành|khắc phục|thanh toán|có mặt|tham gia|tham dự)(?!\w)"
    r"[^.;:,()\d\n]{0,40}"
)
_OF_SHARE = re.compile(
    r"[^.;:()\d\n]{0,60}(?:(?:,| \()(?:đạt |chiếm | đạt | chiếm )?\d[\d,]*%\)?)?, trong đó [^.;:,()\d\n]{0,50}"
)  # '9.310/9.800 hộ, đạt 95%, trong đó nước sạch 6.370 hộ (65%)'
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|so với|cùng kỳ|tăng|giảm|vượt|mỗi|bình quân|(?:đúng|trước|quá) hạn)(?!\w)",
    re.IGNORECASE,
)
_NAMES_NOTHING = re.compile(r"\s?(?:[.,;:)\n]|$)")


def _is_done_of(report: Report, told: Told, whole: Figure, of: Decimal) -> bool:
    """Whether a part is told as what was done or found of the number right before it, and one of the three is a slip of
    the pen: 'kiểm tra 86 cơ sở, phát hiện 14 cơ sở vi phạm (18,3%)'.
    """
    text, part, stated = report.text, told.part, single(told.rate.value) or Decimal(0)
    last = [one for one in before(report, part, 2, _FAR_OFF) if one.unit != "%"]
    if not last or last[-1] is not whole or is_hedged(told.rate) or stated > ALL:
        return False
    if isinstance(whole.value, Share):
        joined = _OF_SHARE.fullmatch(text, whole.end, part.start)
    else:
        joined = _DONE.fullmatch(text, whole.end, part.start) if is_plain(whole) else None
    if joined is None or _OF_OTHERS.search(text, whole.start - _LEAD, told.rate.start):
        return False
    if not _NAMES_NOTHING.match(text, told.rate.end):
        return False
    meant = (part, stated * of / ALL), (whole, ALL * amount(part) / stated), (told.rate, ALL * amount(part) / of)
    return amount(part) <= of and any(_is_slip(one, true) for one, true in meant)


def _is_slip(one: Figure, true: Decimal) -> bool:
    value, base = single(one.value) or Decimal(0), single(one.base_value) or Decimal(1)
    return is_pen_slip(value, true * value / base, one.decimals)


_FAR_OFF, _LEAD = 120, 40  # letters


def _chance_of_terms(told: Told, whole: Figure, of: Decimal) -> float:
    """The chance that the part, or the whole, is by chance a slip of what the percentage makes of the other."""
    stated, part = single(told.rate.value) or Decimal(0), amount(told.part)
    room = half_last_digit(told.rate.decimals)
    low, high = max(stated - room, room / 10), stated + room
    of_part = chance_of_slip(told.part, low * of / ALL, high * of / ALL)
    if isinstance(whole.value, Share):
        return of_part
    return min(of_part, chance_of_slip(whole, ALL * part / high, ALL * part / low))


def _chance(told: Told, true: Decimal, tries: int) -> float:
    value = single(told.rate.value) or Decimal(0)
    order = swapped(value, true, told.rate.decimals)
    return chance_of(value, tries) * (_IN_ORDER if order else 1)


_IN_ORDER = 0.2  # of the slips of a number by chance, those that change the order of its digits alone
_BESIDE = re.compile(
    r"\s?(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|DT)(?:\s[^\W\d_]+){0,4}\s?"
    r"\((?:(?:kế hoạch|chỉ tiêu|dự toán|KH|DT|giao|là|năm)\s?:?\s?)*"
)


def _is_plan_beside(text: str, rate: Figure, whole: Figure) -> bool:
    """Whether the plan that a percentage is of stands in brackets behind it: 'đạt 118,1% kế hoạch (88.200)'."""
    return whole.start > rate.end and _BESIDE.fullmatch(text, rate.end, whole.start) is not None
