"""Rows of tables that give two values and say in words how they changed (bảng có cột tăng, giảm ghi bằng chữ): '42
(13,13%) | 23 (7,19%) | giảm 5,49%'.

A case of ``change-mismatch``, whose page stands with the arithmetic. Columns of numbers alone, ``table_columns`` holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.near_numbers import digits_of, is_pen_slip
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_CHANGE = re.compile(
    r"(?P<way>[Tt]ăng|[Gg]iảm) (?P<value>\d[\d.]*(?:,\d+)?)\s?(?P<unit>%|điểm %|[^\W\d_]+(?: [^\W\d_]+){0,2})?"
)
_VALUE = re.compile(
    r"(?P<count>\d[\d.]*(?:,\d+)?)(?P<rated>\s?%)?(?:\s[^\W\d_]+(?: [^\W\d_]+)?)?"
    r"(?:\s?\((?P<rate>\d[\d.]*(?:,\d+)?)\s?%\))?"
)
_CELLS = re.compile(r"\t|\s\|\s")
_TELLING = 3  # digits
_LONGEST = 400  # letters of a row


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: what it says of its change, the differences that its values make, and where the change stands."""

    way: str
    stated: Decimal
    decimals: int
    of_rates: bool
    true: tuple[Decimal, ...]
    first: str
    last: str
    place: Span

    @property
    def fits(self) -> bool:
        """Whether one of the differences is the change that is told, and of its way."""
        step = Decimal(1).scaleb(-self.decimals) if self.of_rates or self.decimals else Decimal(0)
        return any(abs(abs(one) - self.stated) <= step and (one >= 0) == (self.way == "tăng") for one in self.true)


def check_changes_in_cells(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a cell says another change than the two cells before it make, and most rows near
    it say their own, or the change is a slip of the pen.

    Not flagged: rows whose cells hold other than one value with its percentage; changes in per cent of what there was.
    """
    rows = list(_rows(report.text))
    right, wrong = (sorted(one.place.start for one in rows if one.true and one.fits is it) for it in (True, False))
    for one in rows:
        if one.fits or not one.true:
            continue
        near = next((value for value in one.true if _is_slip(one, value)), None)
        if near is not None or _near(right, one.place.start) >= _near(wrong, one.place.start):
            true = near if near is not None else one.true[0]
            facts = {"now": one.last, "before": one.first, "change": report.text[one.place.start : one.place.end]}
            facts["true"] = shown(round(abs(true), one.decimals))
            if facts["true"] == shown(one.stated):
                ways = ("tăng", "giảm") if true > 0 else ("giảm", "tăng")
                facts = {"now": one.last, "before": one.first, "true_way": ways[0], "way": ways[1]}
                yield Finding("change-mismatch", "error", one.place, "direction", facts)
            else:
                yield Finding("change-mismatch", "error", one.place, "", facts)


def _near(rows: Sequence[int], at: int) -> int:
    """How many of the rows stand near a place."""
    return bisect_left(rows, at + 2 * _LONGEST) - bisect_left(rows, at - 2 * _LONGEST)


def _is_slip(row: _Row, true: Decimal) -> bool:
    """Whether a change is a slip of the pen of a true one: of its way, with digits that chance hardly makes."""
    of_way = (true > 0) == (row.way == "tăng") and digits_of(row.stated) >= _TELLING
    return of_way and is_pen_slip(row.stated, abs(true), row.decimals)


def _rows(text: str) -> Iterator[_Row]:
    seen: set[int] = set()
    for word in ("tăng ", "giảm ", "Tăng ", "Giảm "):
        for at in places_of(text, word):
            low = line_start(text, at, _LONGEST)
            if low in seen:
                continue
            seen.add(low)
            row = _row(text, low, line_end(text, at, _LONGEST))
            if row is not None:
                yield row


def _row(text: str, low: int, high: int) -> _Row | None:
    ends = [low, *(found.end() for found in _CELLS.finditer(text, low, high)), high + 1]
    cells = [(start, text[start : min(end, high)].strip(" \t|")) for start, end in pairwise(ends)]
    for index in range(2, len(cells)):
        start, said = cells[index]
        change = _CHANGE.fullmatch(said)
        values = [_VALUE.fullmatch(cell) for _, cell in cells[index - 2 : index]]
        if change is None or values[0] is None or values[1] is None:
            continue
        stated = parse_number(change["value"])
        place = Span(text.find(said, start), text.find(said, start) + len(said))
        of_rates = "%" in (change["unit"] or "")
        true = _differences((values[0], values[1]), of_rates=of_rates)
        decimals = len(change["value"].partition(",")[2])
        if stated is not None:
            first, last = (cell for _, cell in cells[index - 2 : index])
            return _Row(change["way"].lower(), stated, decimals, of_rates, true, first, last, place)
    return None


def _differences(values: Sequence[re.Match[str]], *, of_rates: bool) -> tuple[Decimal, ...]:
    """What two cells differ by: their percentages, and what there is by what there was; of a count, their numbers."""
    counts = [parse_number(one["count"]) for one in values]
    rates = [parse_number(one["rate"] or (one["count"] if one["rated"] else "")) for one in values]
    found: list[Decimal] = []
    if of_rates and rates[0] is not None and rates[1] is not None:
        found.append(rates[1] - rates[0])
    if counts[0] and counts[1] is not None:
        found.append(100 * (counts[1] - counts[0]) / counts[0] if of_rates else counts[1] - counts[0])
    return tuple(found)


CHECKS = (check_changes_in_cells,)
