"""Cells of a number with its share ('540 (90,0%)') against the row above them or the total beside them.

A case of ``ratio-mismatch``, whose page stands with the arithmetic. What a table takes its shares of is told by most of
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.numbers import shown
from tongket.checking.tables.rows import children_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_SHARE = re.compile(r"\d[\d.,]*(?:\s*\(\s*|\s+)(?P<share>(?P<whole>\d{1,3})(?:[.,](?P<part>\d{1,2}))?)\s?%\s*\)?")
_FEWEST, _MOST_WRONG = 4, 4  # right shares of a table, and as many for each that is wrong


@dataclass(frozen=True, slots=True)
class _Shared:
    """A number with its share of a whole, and how many decimals the share prints."""

    cell: NumberCell
    share: Decimal
    decimals: int
    at: Span
    whole: NumberCell

    @property
    def true(self) -> Decimal:
        return 100 * self.cell.amount / self.whole.amount

    @property
    def is_right(self) -> bool:
        """Whether the share is that of its whole, rounded or cut off."""
        return abs(self.true - self.share) <= Decimal(1).scaleb(-self.decimals)


def check_shares_in_cells(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the share in a cell is not that of its number in the row above, or in the total of
    its own row: '50 (9,3%)' of 600.

    Not flagged: tables of which not most shares are right; cells whose whole has no number.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        printed = _printed(table, values)
        for wholes in (_above(table, values), _beside(table, values)) if len(printed) > _FEWEST else ():
            told = [_Shared(*one, wholes[place]) for place, one in printed.items() if place in wholes]
            wrong = [one for one in told if not one.is_right]
            if len(told) - len(wrong) >= max(_FEWEST, _MOST_WRONG * len(wrong)):
                yield from _told(wrong)
                break


def _printed(table: Table, values: Cells) -> dict[tuple[int, int], tuple[NumberCell, Decimal, int, Span]]:
    """The cells with a share, by row and column: the number, the share with its decimals, and where it stands."""
    found: dict[tuple[int, int], tuple[NumberCell, Decimal, int, Span]] = {}
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            share, held = _SHARE.fullmatch(cell.text.strip()), values.get((number, cell.column))
            if share is None or held is None:
                continue
            start = cell.start + cell.text.index(share[0]) + share.start("share")
            at = Span(start, cell.start + cell.text.index("%", share.start("share")) + 1)
            amount = Decimal(f"{share['whole']}.{share['part'] or 0}")
            found[number, cell.column] = (held, amount, len(share["part"] or ""), at)
    return found


def _above(table: Table, values: Cells) -> Cells:
    """The cell of the row above, in the same column, for each cell of the rows below it."""
    filled: dict[int, list[int]] = {}
    for (row, column), cell in values.items():
        if cell.amount:
            filled.setdefault(row, []).append(column)
    found: Cells = {}
    for number, columns in filled.items():
        for below in children_of(table, number):
            found.update(((below, column), values[number, column]) for column in columns)
    return found


def _beside(table: Table, values: Cells) -> Cells:
    """The cell of the total in the same row, for each cell behind it."""
    total = next((at for at, title in enumerate(table.header) if TOTAL.match(folded(title))), None)
    wholes = {row: cell for (row, column), cell in values.items() if column == total and cell.amount}
    return {(row, column): wholes[row] for row, column in values if row in wholes and column != total}


def _told(wrong: Sequence[_Shared]) -> Iterator[Finding]:
    for one in wrong:
        digits = max(one.decimals, 2)
        facts = {"part": one.cell.shown(), "whole": one.whole.shown(), "pct": shown(one.share)}
        facts["true_pct"] = shown(round(one.true, digits), digits)
        yield Finding("ratio-mismatch", "error", one.at, "", facts, (one.cell.at, one.whole.at))


CHECKS = (check_shares_in_cells,)
