"""Sums of money whose percentage shows another unit (đơn vị tính sai theo tỷ lệ): 'dự toán 4.820 triệu đồng; chi 2.065
tỷ đồng, đạt 42,84% dự toán', which is of 2.065 triệu đồng.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, before, behind, digits_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, single
from tongket.checking.evidence.told import is_plain
from tongket.checking.rates.excused_rates import is_borne_out
from tongket.checking.rates.tied_rates import Told, is_rate_of, terms_near, tied_rates
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_MONEY = frozenset(("nghìn đồng", "ngàn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng"))
_NEAR, _FAR = 12, 700
_FEWEST = 3  # digits of a percentage that chance makes of two numbers once in a thousand
_BEHIND = 40  # letters to a plan in brackets


def check_units_by_rates(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the percentage of a sum is that of its printed number in another one, and
    their units are a thousandfold of one another.

    Not flagged: percentages that the sums make as they stand, or any two numbers near them; those of two digits.
    """
    for rate, part in tied_rates(report):
        if part.unit not in _MONEY or is_hedged(rate) or digits_of(single(rate.value) or Decimal(0)) < _FEWEST:
            continue
        told = Told(rate, part, tuple(terms_near(report, rate, part)))
        if any(is_rate_of(told, of) for _, of in told.wholes):
            continue
        plan = [one for one in behind(report, rate, 1, _BEHIND) if ";" not in report.text[rate.end : one.start]]
        near = (*reversed(before(report, part, _NEAR, _FAR)), *plan)
        whole = next((one for one in near if _is_of_number(rate, part, one)), None)
        if whole is not None and not is_borne_out(report, rate):
            yield rate_mismatch(rate, part, whole, amount(whole))


def _is_of_number(rate: Figure, part: Figure, whole: Figure) -> bool:
    """Whether a percentage is that of one printed number in another, whose unit of money is another."""
    if whole.unit not in _MONEY or whole.unit == part.unit or not is_plain(whole):
        return False
    of, number, stated = single(whole.value), single(part.value), single(rate.value)
    if not of or not number or not stated:
        return False
    return abs(100 * number / of - stated) <= half_last_digit(rate.decimals)


CHECKS = (check_units_by_rates,)
