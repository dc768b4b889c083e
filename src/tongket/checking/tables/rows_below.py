"""Rows of a table against the row above that they divide (dòng tổng và các dòng chi tiết).

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.checking.evidence.cells import Cells
from tongket.checking.evidence.levels import level_of_report
from tongket.checking.tables.rows import (
    ASKS_TWO,
    children_of,
    is_named_of_rates,
    is_of_rates,
    is_own_row,
    without_brackets,
)
from tongket.checking.tables.totals import ColumnSum
from tongket.model.findings import Finding
from tongket.model.reports import Report, Table
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import folded


def wrong_groups(report: Report, table: Table, values: Cells) -> Iterator[ColumnSum]:
    """The cells whose rows below add up to more than they state, or a 'tổng số' to less.

    Where the rows below another row of that level, or of that row in another column, add up to what it states, less is
    wrong as well. Left out: rows below that begin with 'trong đó'; groups with blank cells of the report's own level,
    unless a total of people is left unexplained; pairs of numbers under one label; percentages, ranks and means.
    """
    own = level_of_report(report)
    columns = defaultdict(list)
    for row, column in sorted(values):
        columns[row].append(column)
    groups = [
        group
        for number in columns
        if not is_named_of_rates(table, number)
        for children in [_own_children(table, number, own)]
        for column in columns[number]
        if (group := _group(table, values, number, children, column)) is not None
    ]
    exact = {(table.rows[one.sum.stated.row].level, one.sum.stated.column) for one in groups if one.is_exact}
    whole = {one.sum.stated.row for one in groups if one.is_exact and len(one.sum.parts) > 1}
    for one in groups:
        row, column = one.sum.stated.row, one.sum.stated.column
        usual = (table.rows[row].level, column) in exact or row in whole
        more = one.sum.off > 0 and len(one.sum.parts) > 1
        less = one.complete and one.sum.off != 0 and (usual or folded(table.rows[row].label).startswith("tổng"))
        if more or less:
            yield one.sum


@dataclass(frozen=True, slots=True)
class _Group:
    """A cell with the filled cells of the rows below it."""

    sum: ColumnSum
    complete: bool  # no cell below is blank

    @property
    def is_exact(self) -> bool:
        return self.complete and not self.sum.off


_COUNTS_ITSELF = re.compile(r"(?:tổng )?(?:số )?(?:lượt|(?<=số )người|(?<=số )ý kiến|(?<=số )tiền|kinh phí)(?!\w)")


def _own_children(table: Table, number: int, own: UnitKind | None) -> list[int]:
    """The rows below that a row may add: of the report's level, each of one number; none below 'trong đó'."""
    mine = [
        row
        for row in children_of(table, number)
        if is_own_row(table.rows[row], own) and not ASKS_TWO.search(without_brackets(table.rows[row].label))
    ]
    if not _COUNTS_ITSELF.match(folded(table.rows[number].label)):  # 'Hội nghị', below it 'Số lượt người dự'
        mine = [row for row in mine if not _COUNTS_ITSELF.match(folded(table.rows[row].label))]
    if len(mine) < 2 or any(folded(table.rows[row].label).startswith("trong đó") for row in mine):
        return []
    return mine


def _group(table: Table, values: Cells, number: int, children: Sequence[int], column: int) -> _Group | None:
    stated = values[number, column]
    title = table.header[column] if column < len(table.header) else ""
    parts = tuple(part for row in children if (part := values.get((row, column))))
    if not parts or stated.unit == "%" or "%" in title or is_of_rates(title):
        return None
    return _Group(ColumnSum(stated, parts), len(parts) == len(children))


def divided_row(table: Table, one: ColumnSum) -> Finding:
    """What is told of a cell that the rows below do not add up to."""
    facts = {
        "sum": one.stated.shown(one.added),
        "parts": " + ".join(part.shown() for part in one.parts),
        "label": table.rows[one.stated.row].label,
        "total": one.stated.shown(),
    }
    return Finding("sum-mismatch", "error", one.stated.at, "rows", facts, tuple(part.at for part in one.parts))
