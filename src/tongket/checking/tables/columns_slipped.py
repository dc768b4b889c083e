"""Columns whose numbers slipped by one row against the others (cột lệch một dòng): each row adds up once the
column is moved back.

A case of ``table-total-mismatch``. Where most rows add up, ``totals`` tells those that do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, Cells, cells_of_tables
from tongket.checking.tables.rows import can_be_added
from tongket.checking.tables.totals import total_column
from tongket.model.findings import Finding
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_FEWEST = 3  # rows


def check_columns_slipped(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` for the first row of a column that stands one row too low or too high.

    Not flagged: tables of which a row adds up as it stands, or none once a column is moved; blank cells.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        totals = [at for at, title in enumerate(table.header) if TOTAL.match(folded(title))]
        columns = sorted({column for _, column in values if column < len(table.header)})
        others = [at for at in columns if at not in totals and can_be_added(table.header[at])]
        if len(totals) == 1 and len(others) > 1:
            yield from _check(table, values, totals[0], others)


def _check(table: Table, values: Cells, total: int, others: Sequence[int]) -> Iterator[Finding]:
    rows = [number for number, row in enumerate(table.rows) if row.label and not TOTAL.match(folded(row.label))]
    if len(rows) < _FEWEST or any((row, column) not in values for row in rows for column in (total, *others)):
        return
    told = [[values[row, column].amount for row in rows] for column in others]
    stated = [values[row, total].amount for row in rows]
    if any(_adds_up(told, stated)):
        return
    for at, column in enumerate(told):
        for moved in (column[1:] + column[:1], column[-1:] + column[:-1]):
            if all(_adds_up([*told[:at], moved, *told[at + 1 :]], stated)):
                added = sum((one[0] for one in told), Decimal(0))
                yield total_column(table, values[rows[0], total], added)
                return


def _adds_up(columns: Sequence[Sequence[Decimal]], stated: Sequence[Decimal]) -> list[bool]:
    """Of each row, whether its columns make its total."""
    return [sum(row, Decimal(0)) == of for row, of in zip(zip(*columns, strict=True), stated, strict=True)]


CHECKS = (check_columns_slipped,)
