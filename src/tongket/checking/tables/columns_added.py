"""Columns that add up to one beside them, as the rows of the table themselves show (cột này bằng tổng các cột kia).

'Tiếp nhận | Đã giải quyết | Còn lại' with '5.120 | 4.806 | 314' and '3.875 | 3.590 | 285': a row in which the first is
not the sum of the others stands apart, whatever their heads say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell
from tongket.checking.evidence.near_numbers import is_pen_slip
from tongket.checking.evidence.told import is_measured
from tongket.checking.tables.rows import can_be_added, is_of_rates
from tongket.model.reports import Table
from tongket.vietnamese.numbers import without_share
from tongket.vietnamese.unicode import CAPITALS, folded

Wrong = tuple[NumberCell, Decimal]
"""A cell that is to be the sum of others, and what these make."""
_MOST_COLUMNS = 16  # that are tried
_TRIED = 12  # rows by which it is seen whether some columns add up at all
_TELLING = 10  # a sum that others do not make by chance
_CHANCE = 0.05  # that columns add up by chance in all rows in which they do
_FEW = 3  # that part of the rows may be wrong by no slip of the pen


@dataclass(frozen=True, slots=True)
class _Row:
    """The amounts of the columns of a row, and what those before each make; None where one is blank."""

    number: int
    cells: tuple[NumberCell | None, ...]
    before: tuple[Decimal, ...]
    units: frozenset[str]

    def added(self, parts: range) -> Decimal:
        """What some columns make together."""
        return self.before[parts.stop] - self.before[parts.start]


def wrong_added_columns(table: Table, values: Cells) -> list[Wrong]:
    """The cells that are not the sum of the columns beside them, where in the other rows they are.

    Left out: columns of rates and means; rows with blank cells; columns that may add up by chance; rows that miss it
    by more than a slip of the pen, but for one of four.
    """
    columns = [column for column in sorted({column for _, column in values}) if _may_be_added(table, values, column)]
    if not _FEW <= len(columns) <= _MOST_COLUMNS:
        return []
    rows = list(_rows(table, values, columns))
    for stated, parts, tries in _ways(len(columns)):
        if not any(_is_right(row, stated, parts) for row in rows[:_TRIED]):
            continue
        wrong = _wrong(rows, stated, parts, tries)
        if wrong:
            return wrong
    return _of_one_kind(table, rows, columns)


def _may_be_added(table: Table, values: Cells, column: int) -> bool:
    title = table.header[column] if column < len(table.header) else ""
    return can_be_added(title) and not any(cell.unit == "%" for (_, other), cell in values.items() if other == column)


def _rows(table: Table, values: Cells, columns: Sequence[int]) -> Iterator[_Row]:
    for number, row in enumerate(table.rows):
        label = without_share(row.label)
        if "%" in label or is_of_rates(label):
            continue
        cells = tuple(values.get((number, column)) for column in columns)
        if sum(cell is not None for cell in cells) >= _FEW:
            amounts = (cell.amount if cell else Decimal(0) for cell in cells)
            units = frozenset(cell.unit if is_measured(cell.figure) else "" for cell in cells if cell)
            yield _Row(number, cells, tuple(accumulate(amounts, initial=Decimal(0))), units)


def _ways(count: int) -> Iterator[tuple[int, range, int]]:
    """Each column with columns right beside it that it may be the sum of, the most first, and how many ways there are
    to choose so many.
    """
    for size in range(count - 1, 1, -1):
        tries = 2 * (count - size) * (count - size)
        for stated in range(count):
            if stated >= size:
                yield stated, range(stated - size, stated), tries
            if stated + size < count:
                yield stated, range(stated + 1, stated + 1 + size), tries


def _is_right(row: _Row, stated: int, parts: range) -> bool:
    """Whether a column is the sum of two others at least, and no small number."""
    cell = row.cells[stated]
    if cell is None or cell.amount < _TELLING or row.added(parts) != cell.amount:
        return False
    return sum(1 for at in parts if (part := row.cells[at]) and part.amount) > 1


def _wrong(rows: Sequence[_Row], stated: int, parts: range, tries: int) -> list[Wrong]:
    """The rows that do not add up, where the others bear it out that they are to."""
    wrong: list[tuple[_Row, NumberCell]] = []
    right, chance = 0, float(tries)
    for row in rows:
        cell = row.cells[stated]
        if cell is None or len(row.units) > 1:
            continue
        if row.added(parts) != cell.amount:
            if all(row.cells[at] is not None for at in parts):
                wrong.append((row, cell))
        elif _is_right(row, stated, parts):
            right += 1
            chance /= float(cell.amount)
    slips = all(_is_slip(row, cell, parts) for row, cell in wrong)
    if not wrong or chance > _CHANCE or right < len(wrong) * (1 if slips else _FEW):
        return []
    return [(cell, row.added(parts)) for row, cell in wrong]


def _is_slip(row: _Row, cell: NumberCell, parts: range) -> bool:
    """Whether the sum or one of its parts is off by a slip of the pen."""
    off = cell.amount - row.added(parts)
    held = [one for at in parts if (one := row.cells[at]) is not None]
    places = max(one.figure.decimals for one in (cell, *held))
    return is_pen_slip(cell.amount, cell.amount - off, places) or any(
        one.amount + off > 0 and is_pen_slip(one.amount, one.amount + off, places) for one in held
    )


_TIME = re.compile(r"(?:năm |giai đoạn )?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?|(?:quý|tháng) [ivx\d]+")
_PLACE = re.compile(
    rf"(?:(?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện)\s)?[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*){{1,3}}"
)


def _of_one_kind(table: Table, rows: Sequence[_Row], columns: Sequence[int]) -> list[Wrong]:
    """The totals of columns that are all of years or all of places, which nothing else is needed to add up."""
    titles = [table.header[column] if column < len(table.header) else "" for column in columns]
    ends = [at for at in (0, len(titles) - 1) if TOTAL.match(folded(titles[at]))]
    if len(ends) != 1 or len(rows) > 1:
        return []
    parts = range(1, len(titles)) if ends[0] == 0 else range(len(titles) - 1)
    others = [titles[at] for at in parts]
    if not all(_TIME.fullmatch(folded(one)) for one in others) and not all(map(_PLACE.fullmatch, others)):
        return []
    cell = rows[0].cells[ends[0]] if rows else None
    if cell is None or None in rows[0].cells or rows[0].added(parts) == cell.amount or len(rows[0].units) > 1:
        return []
    return [(cell, rows[0].added(parts))] if _is_slip(rows[0], cell, parts) else []
