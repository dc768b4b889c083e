"""Years, quarters and forms told one by one, against the number of them all (phân kỳ theo năm, theo khối lớp): 'a) Năm
2018: 1.033 hộ, 20.229 triệu đồng', 'b) Năm 2019: ...' and, elsewhere, 'tổng vốn cho cả giai đoạn'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. The whole may stand far off, so that only a slip of
the pen tells: of many digits where any number of the report may be meant, of fewer where it stands before the series.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile
from operator import attrgetter

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, chance_of_sum, counts_alike, prose_of
from tongket.checking.evidence.numbers import rounding
from tongket.checking.evidence.stocks import is_of_stocks
from tongket.checking.evidence.stops import line_end
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.vietnamese.dates import QUARTERS

_MEMBER = re.compile(
    r"(?<!\w)(?P<name>[Kk]hối(?: lớp)?|Lớp|[Nn]ăm|[Qq]uý) (?P<number>(?:19|20)\d\d|\d|I{1,3}|IV)(?:/20\d\d)?\s?:"
)
_YEARS = "năm"
_FEWEST = 3  # members of a series
_APART, _LAST = 320, 160  # letters between two members, and behind the name of the last
_MOST = 12  # numbers of a member
_BEFORE = 700  # letters before a series of forms or quarters in which its whole stands
_SURE, _SURELY = 0.15, 0.02  # chance that a slip is none, of a number before a series and of any of the report


def check_series_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is told year by year, or form by form, makes but for a slip of the pen a number
    told of them all.

    Not flagged: series that a number makes; those of which a member has no number of the unit.
    """
    for series in _series(report):
        members = [_numbers(report, low, high) for low, high in _stretches(report.text, series)]
        whole_report = series[0]["name"].lower() == _YEARS
        stocks = whole_report and is_of_stocks(report.text, series[0].start())
        for first in members[0]:
            parts = [_alike(first, one) for one in members]
            found = [one for one in parts if one is not None]
            if len(found) == len(members) and first.base_unit and not stocks:
                yield from _check(report, found, series[0].start(), whole_report=whole_report)


def _series(report: Report) -> Iterator[list[re.Match[str]]]:
    """Names that follow one another by one: 'Năm 2018:', 'Năm 2019:', 'Năm 2020:'."""
    run: list[re.Match[str]] = []
    for found in finds(_MEMBER, report.text):
        if run and not _follows(run[-1], found):
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(found)
    if len(run) >= _FEWEST:
        yield run


def _follows(one: re.Match[str], other: re.Match[str]) -> bool:
    same = one["name"].lower() == other["name"].lower() and other.start() - one.end() <= _APART
    return same and _number(other) == _number(one) + 1


def _number(found: re.Match[str]) -> int:
    return QUARTERS.get(found["number"]) or int(found["number"])


def _stretches(text: str, series: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where each member of a series is told."""
    for one, other in pairwise(series):
        yield one.end(), other.start()
    last = series[-1].end()
    line = line_end(text, last, _LAST)
    stop = text.find(". ", last, line)
    yield last, stop if stop >= 0 else line


def _numbers(report: Report, low: int, high: int) -> list[Figure]:
    """The plain numbers of a member, the first of each unit."""
    figures = prose_of(report)
    index = bisect_left(figures, low, key=attrgetter("start"))
    told = takewhile(lambda one: one.end <= high, figures[index : index + _MOST])
    first: dict[str, Figure] = {}
    for one in told:
        if is_plain(one) and one.unit:
            first.setdefault(one.base_unit, one)
    return list(first.values())


def _alike(first: Figure, others: Sequence[Figure]) -> Figure | None:
    return next((one for one in others if one.base_unit == first.base_unit), None)


def _check(report: Report, parts: Sequence[Figure], start: int, *, whole_report: bool) -> Iterator[Finding]:
    own = {one.start for one in parts}
    low = 0 if whole_report else start - _BEFORE
    wholes = [
        one
        for one in prose_of(report)
        if one.start not in own and low <= one.start and (whole_report or one.end <= start)
        if is_plain(one) and counts_alike(one, parts[0]) and one.unit and amount(one) > max(map(amount, parts))
    ]
    made = sum(map(amount, parts), Decimal(0))
    room = sum((rounding(one.value, one.base_value) for one in parts), Decimal(0))
    if not wholes or any(abs(amount(one) - made) <= room for one in wholes):
        return
    chances = [(chance_of_sum(one, amount(one), parts), one) for one in wholes]
    best, whole = min(chances, key=lambda one: one[0])
    if best * len(wholes) <= (_SURELY if whole_report else _SURE):
        yield sum_mismatch(whole, amount(whole), parts, made)


CHECKS = (check_series_told,)
