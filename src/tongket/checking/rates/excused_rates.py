"""What excuses a percentage that is not of the whole near it: it is right of other numbers there, or those beside it
are of another whole with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    counts_alike,
    terms_of,
)
from tongket.checking.evidence.numbers import fits, half_last_digit, single
from tongket.checking.evidence.told import are_of_one_whole, is_plain
from tongket.checking.rates.tied_rates import ALL, FAR, NEAR, Told, is_rate_of
from tongket.model.figures import Figure
from tongket.model.reports import Report

_AND_ITS_RATE = re.compile(r"[^.;,()\d\n]{0,50}(?:,|\s?\()?\s?(?:(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ)\s)*")


def has_siblings(report: Report, told: Told) -> bool:
    """Whether a number beside it, with its own percentage, is a part of the same whole that is told nowhere near: '398
    đồng chí (79,6%), 78 đồng chí (15,6%)' are of 500.
    """
    beside = [*before(report, told.part, _NEXT_TO, FAR), *behind(report, told.rate, _NEXT_TO, FAR)]
    for part, rate in pairwise(beside):
        bare = part.unit == told.part.unit == ""  # 'Đại học: 146 (24,9%); cao đẳng: 262 (44,7%)'
        if rate.unit != "%" or part.unit == "%" or not is_plain(part) or not (bare or counts_alike(part, told.part)):
            continue
        its_own = _AND_ITS_RATE.fullmatch(report.text, part.end, rate.start) and not rate.change and single(rate.value)
        if its_own and are_of_one_whole((told.part, told.rate), (part, rate)):
            return True
    return False


_NEXT_TO = 4  # numbers to either side


def are_of_their_own(report: Report, told: Told, whole: Decimal) -> bool:
    """Whether a number beside it has a rate too, not of the whole either, and both are more than all of it: 'giải quyết
    3.803 vụ, trong đó tòa tỉnh 334 vụ (68,9%), tòa khu vực 3.469 vụ (62,2%)', each of what it took in.
    """
    stated = single(told.rate.value) or Decimal(0)
    earlier, later = before(report, told.part, _NEXT_TO, FAR), behind(report, told.rate, _NEXT_TO, FAR)
    for part, rate in (*pairwise(earlier), *pairwise(later)):
        if rate.unit != "%" or rate.change or not is_plain(part) or not counts_alike(part, told.part):
            continue
        its_own = single(rate.value) if _AND_ITS_RATE.fullmatch(report.text, part.end, rate.start) else None
        if its_own is None or amount(part) >= whole or stated + its_own <= ALL + 1:
            continue
        own = Told(rate, part, ())
        if not is_rate_of(own, whole) and not is_rate_of(own, amount(told.part)):
            return True
    return False


def is_borne_out(report: Report, rate: Figure) -> bool:
    """Whether any two numbers near a percentage make it, or it is told as a number of its own there."""
    earlier = before(report, rate, 2 * NEAR, 2 * FAR)
    if _is_of_listed(report.text, rate, earlier):
        return True
    near = [*earlier, *behind(report, rate, 3, 150)]
    room = half_last_digit(rate.decimals)
    for part in near:
        if part.unit == "%":
            continue
        for whole in near:
            if whole.unit != "%" and (counts_alike(part, whole) or _have_one_head(part, whole)):
                for of in terms_of(whole):
                    if of > 0 and any(fits(rate, 100 * value / of, room) for value in terms_of(part) if value != of):
                        return True
    return False


_LISTED = re.compile(r"(?<!\w)(?:[Tt]rong đó|[Gg]ồm|[Bb]ao gồm)(?!\w)[^.;\d\n]*$")
_AND_LISTS = re.compile(r"[^.;\d\n()]{0,30}(?:[,;]|\svà)\s[^.;\d\n()]{0,60}")
_LEAD = 80  # letters before the first number of a list


def _is_of_listed(text: str, rate: Figure, earlier: Sequence[Figure]) -> bool:
    """Whether a percentage is that of its part in two numbers listed before it, together: 'Trong đó, tòa tỉnh thụ lý 48
    vụ, các tòa khu vực thụ lý 558 vụ. Đã giải quyết 380 vụ (62,7%)'.
    """
    if len(earlier) <= _PAIR or not is_plain(earlier[-1]):
        return False
    part, room = earlier[-1], half_last_digit(rate.decimals)
    for one, other in pairwise(earlier[:-1]):
        alike = is_plain(one) and is_plain(other) and counts_alike(one, part) and counts_alike(other, part)
        whole = amount(one) + amount(other) if alike else Decimal(0)
        if whole <= 0 or not fits(rate, 100 * amount(part) / whole, room):
            continue
        led = _LISTED.search(text, max(one.start - _LEAD, 0), one.start)
        if led and _AND_LISTS.fullmatch(text, one.end, other.start):
            return True
    return False


_PAIR = 2


def _have_one_head(one: Figure, other: Figure) -> bool:
    """Whether the units of two numbers begin with one word, as '612 ca mắc' and '187 ca'."""
    return one.unit != "" and one.unit.split(" ")[0] == other.unit.split(" ")[0]
