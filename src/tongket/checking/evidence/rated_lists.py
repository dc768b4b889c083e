"""Lists whose items each give their percentage (các phần kèm tỷ lệ): what all items make is the whole of those
percentages, whatever total stands near them.

'nâng tổng số đảng viên lên 64 đồng chí. Xếp loại: xuất sắc 12 (19,7%), tốt 46 (75,4%), hoàn thành 3 (4,9%)' rates 61.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_ITEM = re.compile(
    r"(?P<count>\d(?<![\d.,/]\d)(?:\d{0,2}(?:\.\d{3})+|\d{0,6}))(?![\d/]|[.,]\d)[^.;:\d\n%]{0,60}?"
    r"(?:chiếm|đạt|bằng|[Tt][ỷỉ] lệ|[(=])\s?(?:t[ỷỉ] lệ\s)?(?P<rate>\d{1,3}(?:,\d{1,3})?)\s?%"
)
_ASIDE = re.compile(r"\((?=[^()%]*\d)[^()%]{1,80}\)")  # '(có 02 đảng bộ và 07 chi bộ)', of no percentage
_ENDS = re.compile(r"\d|\n\n|[.!?]\s+(?![-+*•])")  # a list goes on in the next line, and over no full stop else
_WIDE = 160  # letters between two items
_FEWEST, _MANY = 2, 4  # items of a list; of so many one may be wrong
_ALL = 100


@dataclass(frozen=True, slots=True)
class Rated:
    """One item of a list: its count and its percentage, and where each begins."""

    at: int
    count: Decimal
    rate_at: int
    rate: Decimal
    decimals: int

    def is_of(self, whole: Decimal) -> bool:
        """Whether the percentage is the item's of a whole, rounded either way."""
        return abs(_ALL * self.count / whole - self.rate) < Decimal(1).scaleb(-self.decimals)


@of_last_report
def rated_lists(report: Report) -> tuple[tuple[Rated, ...], ...]:
    """The lists whose percentages are those of what their items make together: all of them, or of four all but one."""
    return tuple(tuple(run) for run in _runs(report.text) if _is_of_itself(run))


def _runs(text: str) -> Iterator[list[Rated]]:
    """Items told one after the other, with no other number between."""
    text = _ASIDE.sub(lambda found: " " * len(found[0]), text)
    run: list[Rated] = []
    end = 0
    for found in finds(_ITEM, text):
        between = text[end : found.start()]
        if run and (len(between) > _WIDE or _ENDS.search(between)):
            yield run
            run = []
        count, rate = (parse_number(found[name]) or Decimal(0) for name in ("count", "rate"))
        decimals = len(found["rate"].partition(",")[2])
        run.append(Rated(found.start("count"), count, found.start("rate"), rate, decimals))
        end = found.end()
    if run:
        yield run


def _is_of_itself(run: Sequence[Rated]) -> bool:
    whole = sum((one.count for one in run), Decimal(0))
    if len(run) < _FEWEST or not whole or any(not one.count for one in run):
        return False
    right = sum(one.is_of(whole) for one in run)
    return right == len(run) or (len(run) >= _MANY and right == len(run) - 1)
