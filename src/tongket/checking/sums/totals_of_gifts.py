"""What several things that were given come to (tổng trị giá các phần quà, hỗ trợ): 'tặng 20 suất học bổng, mỗi suất
500.000 đồng và 10 xe đạp, mỗi xe 2.000.000 đồng; tổng trị giá 30.000.000 đồng'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from tongket.checking.evidence.gifts import Gifts, gifts_of
from tongket.checking.evidence.near_numbers import amount
from tongket.checking.evidence.numbers import rounding, shown_as
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OTHERS = re.compile(r"(?<!\w)(?:trong đó|ngoài ra|năm trước|cùng kỳ|kế hoạch|nhiều|một số|các phần)(?!\w)")
_LAST = 2  # gifts right before a total, which it tells of at least
_HALF = 2


def check_totals_of_gifts(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where several things that were given, each for so much, do not come to the total behind
    them in their sentence.

    Not flagged: totals that some of the gifts make, or more that was told before; one kind of gift; hedges.
    """
    for found in gifts_of(report):
        yield from _check(report.text, found)


def _check(text: str, found: Gifts) -> Iterator[Finding]:
    last, total = found.given[-_LAST:], found.total
    made, of = sum((one.amount for one in last), Decimal(0)), amount(total)
    if _OTHERS.search(text, last[0].figures[0].start, total.start):
        return
    room = rounding(total.value, total.base_value) + sum((one.room for one in last), Decimal(0))
    known = [*(one.amount for one in found.given), *map(amount, found.others)]
    sums = (sum(some, Decimal(0)) for size in range(1, len(known) + 1) for some in combinations(known, size))
    if any(abs(one - of) <= room for one in sums) or abs(made - of) * _HALF > made:
        return
    facts = {"parts": " + ".join(one.shown for one in last), "sum": shown_as(made, total), "total": total.text}
    related = tuple(Span(part.start, part.end) for one in last for part in one.figures)
    yield Finding("sum-mismatch", "error", Span(total.start, total.end), "", facts, related)


CHECKS = (check_totals_of_gifts,)
