"""A growth called a fall, or a fall called a growth, by its own rate (nhầm tăng với giảm): 'thu phạt 234,6 triệu đồng.
... số tiền phạt giảm 15% (năm trước: 204 triệu đồng)'. From 204 to 234,6 is 15% exactly, and more.

A case of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, before, behind, prose_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, single
from tongket.checking.evidence.told import is_alike, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BASE = re.compile(
    r"(?:\s(?:so (?:với )?)?[^.;,()\d\n]{0,40})?\s?\((?:(?:[Cc]ùng kỳ|[Nn]ăm|[Kk]ỳ|[Qq]uý|[Vv]ụ)[^.;()%\n]{0,30}?)?"
    r"(?::|\slà|\sđạt|\scó)?\s?"
)
_MOST, _FAR = 14, 700  # numbers and letters before a change in which what there is now stands
_LEAST_DIGITS = 2
_ALL = 100


def check_ways_by_rates(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where one number before a change is by its rate more than what there was in brackets
    behind, and it is called a fall; or less, and it is called a growth.

    Not flagged: rates of one digit; bases to which another number stands as it is told.
    """
    for change in prose_of(report):
        stated = abs(single(change.value) or Decimal(0))
        if change.unit != "%" or change.change is None or is_hedged(change) or change.target:
            continue
        if len(stated.as_tuple().digits) < _LEAST_DIGITS or not 0 < stated < _ALL:
            continue
        base = next(iter(behind(report, change, 1, 90)), None)
        if base is None or not is_plain(base) or not base.unit or not amount(base):
            continue
        if _BASE.fullmatch(report.text, change.end, base.start) is None:
            continue
        near = [one for one in before(report, change, _MOST, _FAR) if is_plain(one) and is_alike(one, base)]
        turned = [one for one in near if _makes(one, base, change) == -1]
        if len(turned) == 1 and not any(_makes(one, base, change) == 1 for one in near):
            yield _finding(change, turned[0], base)


def _makes(now: Figure, base: Figure, change: Figure) -> int:
    """1 where a number stands to its base as a change says, -1 where it does the other way round, else 0."""
    stated = abs(single(change.value) or Decimal(0))
    moved = _ALL * (amount(now) - amount(base)) / amount(base)
    if abs(abs(moved) - stated) > 2 * half_last_digit(change.decimals):
        return 0
    return 1 if (moved > 0) == (change.change == "up") else -1


def _finding(change: Figure, now: Figure, base: Figure) -> Finding:
    told, true = ("tăng", "giảm") if change.change == "up" else ("giảm", "tăng")
    facts = {"now": now.text, "before": base.text, "way": told, "true_way": true}
    related = (Span(now.start, now.end), Span(base.start, base.end))
    return Finding("change-mismatch", "error", Span(change.start, change.end), "direction", facts, related)


CHECKS = (check_ways_by_rates,)
