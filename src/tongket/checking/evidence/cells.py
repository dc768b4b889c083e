"""The cells of a report's tables (ô của bảng biểu): those with a number, and those left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.numbers import shown_as, single
from tongket.model.figures import Figure
from tongket.model.places import Span
from tongket.model.reports import Report

TOTAL = re.compile(
    r"^(?:tổng cộng|cộng(?! (?:hòa|hoà|đồng|tác))|tổng số|tổng(?! (?:công ty|cục|liên đoàn|hội|đội|phụ trách|kho))"
    r"|toàn (?:tỉnh|huyện|xã))\b"
)
"""What the folded label of a total row begins with; 'Cộng hòa', 'Tổng công ty' begin names."""
_OPEN_CELL = re.compile(r"\s*(?:…+|\.{2,}|\?+|_{2,}|[xX]{2,})\s*")


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A filled number cell: its row and grid column, its number, and where it stands."""

    row: int
    column: int
    amount: Decimal
    at: Span
    unit: str
    figure: Figure

    def shown(self, amount: Decimal | None = None) -> str:
        """``amount`` (None: the cell's own) as the cell is printed, with its unit where a number alone misleads."""
        return shown_as(self.amount if amount is None else amount, self.figure)


Cells = dict[tuple[int, int], NumberCell]
"""The filled number cells of a table, by row and grid column."""


@of_last_report
def cells_of_tables(report: Report) -> list[Cells]:
    """The filled number cells of each table."""
    found: list[Cells] = [{} for _ in report.tables]
    for one in report.figures:
        amount = single(one.base_value)
        if one.table is not None and one.row is not None and one.column is not None and amount is not None:
            cell = NumberCell(one.row, one.column, amount, Span(one.start, one.end), one.unit, one)
            found[one.table][one.row, one.column] = cell
    return found


def is_open(text: str) -> bool:
    """Whether a cell holds dots or question marks alone, in the place of a number."""
    return _OPEN_CELL.fullmatch(text) is not None
