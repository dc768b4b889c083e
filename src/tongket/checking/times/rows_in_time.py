"""Rows of a schedule that are not in the order of their times (lịch, tiến độ, chương trình không đúng thứ tự), and
those that end before they begin.

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tongket.checking.evidence.days import WHOLE_DAY, date_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table

_OF_TIMES = re.compile(r"^(?:thời gian|giờ|thời điểm|thời gian thực hiện|thời gian dự kiến|ngày|ngày, tháng)$")
_ORDERED = re.compile(r"^(?:bước|giai đoạn|đợt|thời gian|giờ|stt|tt)")
_CLOCK = re.compile(r"(?<![\d/])(?P<hour>[01]?\d|2[0-3])(?:h|g|:| giờ)(?: ?(?P<minute>[0-5]\d))?(?: phút)?(?![\d/])")
_FEWEST = 3  # rows that show the order of a schedule


class _Row(NamedTuple):
    since: int
    until: int
    said: str
    place: Span


def check_rows_in_time(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for the one row of a schedule that begins before the row above it, where all others
    stand in the order of their times, and for a row that ends before it begins.

    Not flagged: tables of which more rows are out of order; rows of several days told by the hour; scans with dirt.
    """
    if is_dirty(report):
        return
    for table in report.tables:
        rows = _rows(table)
        if len(rows) < _FEWEST:
            continue
        turned = [one for one in rows if one.until < one.since]
        back = [at for at, (one, other) in enumerate(pairwise(rows), 1) if other.since < one.since]
        if len(turned) == 1:
            since, until = (
                re.split(r" ?[-–] ?| đến ", turned[0].said, maxsplit=1) if "-" in turned[0].said else ("", "")
            )
            facts = {"start": since or turned[0].said, "end": until or turned[0].said}
            yield Finding("period-mismatch", "warning", turned[0].place, "backwards", facts)
        elif len(back) == 1 and not turned and rows[0].since < rows[-1].since and len(rows) > _FEWEST:
            yield _finding(rows[back[0]], rows[back[0] - 1])
        elif not back and not turned and _one_runs_into_another(rows):
            at = next(at for at, (one, other) in enumerate(pairwise(rows), 1) if other.since <= one.until)
            yield _finding(rows[at], rows[at - 1])


def _one_runs_into_another(rows: list[_Row]) -> bool:
    """Whether all rows but one begin on the day behind the end of the row above, and that one before it."""
    apart = [other.since - one.until for one, other in pairwise(rows)]
    return sum(days == 1 for days in apart) == len(apart) - 1 and sum(days < 0 for days in apart) == 1


def _finding(one: _Row, before: _Row) -> Finding:
    facts = {"here": one.said, "before": before.said}
    return Finding("date-chronology", "warning", one.place, "item-order", facts, (before.place,))


def _rows(table: Table) -> list[_Row]:
    """The rows of a schedule with their times; none where a row tells none, or the table is no schedule."""
    heads = [" ".join(head.lower().split()) for head in table.header]
    columns = [at for at, head in enumerate(heads) if _OF_TIMES.match(head)]
    if len(columns) != 1 or not heads or not _ORDERED.match(heads[0]) or columns[0] > 1:
        return []
    found: list[_Row] = []
    for row in table.rows:
        cell = next((one for one in row.cells if one.column == columns[0]), None)
        times = _times(cell.text) if cell else []
        if cell is None or not times:
            return []
        found.append(_Row(times[0], times[-1], " ".join(cell.text.split()), Span(cell.start, cell.end)))
    return found


def _times(said: str) -> list[int]:
    """The whole days that a cell tells, or its hours in minutes where it tells no day; none where it tells a part."""
    days = [date_of(found) for found in WHOLE_DAY.finditer(said)]
    if days:
        return [] if None in days or _CLOCK.search(said) else [day.toordinal() for day in days if day]
    hours = [int(found["hour"]) * 60 + int(found["minute"] or 0) for found in _CLOCK.finditer(said)]
    return hours if len(hours) <= 2 and not re.search(r"(?i)ngày|/|chiều|tối", said) else []


CHECKS = (check_rows_in_time,)
