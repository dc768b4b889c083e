"""Rows of a table against the row above that they divide (dòng tổng và các dòng chi tiết).

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.cells import Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.levels import level_of_report
from tongket.checking.tables.rows import (
    ASKS_TWO,
    children_of,
    is_named_of_rates,
    is_of_rates,
    is_own_row,
    without_brackets,
)
from tongket.model.findings import Finding
from tongket.model.reports import Report, Table
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import folded


def check_rows_below(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the rows below a row add up to more than it states, or a 'tổng số' to less.

    Where the rows below another row of that level, or of that row in another column, add up to what it states, less is
    wrong as well. Not flagged: rows below that begin with 'trong đó'; groups with blank cells of the report's own
    level, unless a total of people is left unexplained; pairs of numbers under one label; percentages, ranks and means.
    """
    own = level_of_report(report)
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
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
        exact = {(table.rows[one.number].level, one.column) for one in groups if one.complete and not one.off}
        whole = {one.number for one in groups if one.complete and not one.off and len(one.parts) > 1}
        for one in groups:
            usual = (table.rows[one.number].level, one.column) in exact or one.number in whole
            yield from _check_group(table, values[one.number, one.column], one, usual=usual)


@dataclass(frozen=True, slots=True)
class _Group:
    """A row, the filled cells of the rows below it in one column, and by how much they pass what it states."""

    number: int
    column: int
    parts: tuple[NumberCell, ...]
    off: Decimal
    complete: bool  # no cell below is blank


def _own_children(table: Table, number: int, own: UnitKind | None) -> list[int]:
    """The rows below that a row may add: of the report's level, each of one number; none below 'trong đó'."""
    mine = [
        row
        for row in children_of(table, number)
        if is_own_row(table.rows[row], own) and not ASKS_TWO.search(without_brackets(table.rows[row].label))
    ]
    if len(mine) < 2 or any(folded(table.rows[row].label).startswith("trong đó") for row in mine):
        return []
    return mine


def _group(table: Table, values: Cells, number: int, children: Sequence[int], column: int) -> _Group | None:
    stated = values[number, column]
    title = table.header[column] if column < len(table.header) else ""
    parts = tuple(part for row in children if (part := values.get((row, column))))
    if not parts or stated.unit == "%" or "%" in title or is_of_rates(title):
        return None
    added = sum((part.amount for part in parts), Decimal(0))
    return _Group(number, column, parts, added - stated.amount, len(parts) == len(children))


def _check_group(table: Table, stated: NumberCell, group: _Group, *, usual: bool) -> Iterator[Finding]:
    label = table.rows[group.number].label
    more = group.off > 0 and len(group.parts) > 1
    less = group.complete and group.off != 0 and (folded(label).startswith("tổng") or usual)
    if not more and not less:
        return
    facts = {
        "sum": stated.shown(stated.amount + group.off),
        "parts": " + ".join(part.shown() for part in group.parts),
        "label": label,
        "total": stated.shown(),
    }
    related = tuple(part.at for part in group.parts)
    yield Finding("sum-mismatch", "error", stated.at, "rows", facts, related)
