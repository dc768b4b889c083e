"""The sums of tables, down and across; a cell that both deny is the one that is wrong (ô sai cả hàng lẫn cột)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tongket.checking.evidence.cells import Cells, NumberCell, cells_of_tables
from tongket.checking.tables.rows_below import divided_row, wrong_groups
from tongket.checking.tables.totals import (
    ColumnSum,
    total_column,
    total_row,
    wrong_total_columns,
    wrong_total_rows,
)
from tongket.model.findings import Finding
from tongket.model.reports import Report, Table

_Crossed = dict[tuple[int, int], tuple[ColumnSum, NumberCell]]  # by row and column: the sums that deny the cell


def check_sums_of_tables(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` where a total row is not the sum of the other rows, a total column not that of its
    row; ``sum-mismatch`` where the rows below a row do not add up to it.

    Where both the sum of its row and that of its column are off by the same, the cell is told instead of the sums.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        across = wrong_total_columns(table, values)
        totals = list(wrong_total_rows(table, values))
        closed = {one.stated.at for one in totals}
        groups = [one for one in wrong_groups(report, table, values) if one.stated.at not in closed]
        crossed = _crossed(values, across, [*totals, *groups])
        told = {id(one) for one, _ in crossed.values()}
        rows = {row for row, column in crossed if column != crossed[row, column][1].column}
        yield from (total_row(table, one) for one in totals if id(one) not in told)
        yield from (total_column(table, cell, added) for cell, added in across if cell.row not in rows)
        yield from (divided_row(table, one) for one in groups if id(one) not in told)
        yield from (
            _cell(table, values[place], one, total)
            for place, (one, total) in crossed.items()
            if place[1] != total.column
        )


def _crossed(values: Cells, across: Sequence[tuple[NumberCell, Decimal]], down: Sequence[ColumnSum]) -> _Crossed:
    """The cells at which a wrong row and a wrong column meet, both off by the same; the total of the row itself where
    its column is off by as much the other way.
    """
    crossed: _Crossed = {}
    by_sum: dict[int, list[ColumnSum]] = defaultdict(list)
    for one in down:
        by_sum[one.stated.row].append(one)
    for sums in by_sum.values():
        rows = {part.row for one in sums for part in one.parts}
        wrong = {cell: added - cell.amount for cell, added in across if cell.row in rows}
        for total, off in wrong.items():
            met = _met(values, sums, total, off, alone=len(wrong) == 1)
            if list(wrong.values()).count(off) == 1:
                crossed.update({(total.row, one.stated.column): (one, total) for one in met})
    return crossed


def _met(values: Cells, sums: Sequence[ColumnSum], total: NumberCell, off: Decimal, *, alone: bool) -> list[ColumnSum]:
    """The wrong columns that a row wrong by ``off`` explains: one that is off by the same; all, where no other row is
    wrong and they make it together.
    """
    inner = [one for one in sums if (total.row, one.stated.column) in values and one.stated.column != total.column]
    own = [one for one in sums if one.stated.column == total.column]
    if own:
        return own if not inner and own[0].off == -off else []
    if alone and sum((one.off for one in inner), Decimal(0)) == off:
        return inner
    same = [one for one in inner if one.off == off]
    return same if len(same) == 1 else []


def _cell(table: Table, cell: NumberCell, one: ColumnSum, total: NumberCell) -> Finding:
    facts: Mapping[str, str] = {
        "label": table.rows[cell.row].label,
        "column": table.header[cell.column] if cell.column < len(table.header) else str(cell.column + 1),
        "amount": cell.shown(),
        "right": cell.shown(cell.amount - one.off),
    }
    return Finding("table-total-mismatch", "error", cell.at, "cell", facts, (total.at, one.stated.at))
