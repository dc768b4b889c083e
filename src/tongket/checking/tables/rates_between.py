"""Rates of a whole and of the two kinds that it has, in the rows of a table (tỷ lệ chung nằm giữa hai bộ phận).

'Tỷ lệ hộ nghèo: cả tỉnh 5,4; thành thị 2,1; nông thôn 7,8': the rate of all lies between theirs. A case of
``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.cells import Cells, cells_of_tables
from tongket.checking.tables.rows import children_of, is_named_of_rates
from tongket.model.findings import Finding
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

# Each pair leaves nobody out.
_PAIRS = (
    (re.compile(r"(?<!\w)(?:thành thị|đô thị)(?!\w)"), re.compile(r"(?<!\w)nông thôn(?!\w)")),
    (re.compile(r"(?<!\w)nam(?!\w)"), re.compile(r"(?<!\w)nữ(?!\w)")),
)


def check_rates_between(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the rate of all lies beyond those of the two kinds in the rows below it.

    Not flagged: counts; kinds of which one is blank; other rows below than the two.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        for number in range(len(table.rows) - 2):
            below = _kinds(table, number)
            for column in sorted({column for row, column in values if row == number}) if below else ():
                yield from _check(values, number, below, column)


def _kinds(table: Table, number: int) -> tuple[int, ...]:
    """The rows of the two kinds below a row of rates."""
    below = children_of(table, number)
    if len(below) != len(("one", "other")) or not is_named_of_rates(table, number):
        return ()
    one, other = (folded(table.rows[row].label) for row in below)
    for first, second in _PAIRS:
        if (first.search(one) and second.search(other)) or (first.search(other) and second.search(one)):
            return tuple(below)
    return ()


def _check(values: Cells, number: int, below: tuple[int, ...], column: int) -> Iterator[Finding]:
    whole = values[number, column]
    parts = [values[row, column] for row in below if (row, column) in values]
    if len(parts) < len(below):
        return
    least, most = sorted(parts, key=lambda one: one.amount)
    step = min(_step(one.amount) for one in (whole, *parts))
    if not least.amount - step <= whole.amount <= most.amount + step:
        facts = {"whole": whole.shown(), "least": least.shown(), "most": most.shown()}
        yield Finding("ratio-mismatch", "warning", whole.at, "between", facts, (least.at, most.at))


def _step(amount: Decimal) -> Decimal:
    exponent = amount.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


CHECKS = (check_rates_between,)
