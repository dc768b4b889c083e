"""Rows of a form that are blank, or answered on the row of another level (ô bỏ trống, điền sai cấp).

Cases of ``incomplete``, whose page stands with the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.cells import TOTAL, Cells, cells_of_tables, is_open
from tongket.checking.evidence.levels import level_named, level_of_label, level_of_report
from tongket.checking.tables.rows import ASKS_TWO, can_be_added, children_of, is_own_row, levels_of, without_brackets
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table, TableRow
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import folded, key


def check_blank_rows(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for blank cells of the report's own level, numbers in the row of another level, and rows
    that ask for two numbers and have one.

    Not flagged: rows and columns of other levels; headings; totals that add some columns only; tables that are mostly
    blank (a form not yet filled in).
    """
    own = level_of_report(report)
    filled: list[set[tuple[int, int]]] = [set() for _ in report.tables]
    for one in report.figures:
        if one.table is not None and one.row is not None and one.column is not None:
            filled[one.table].add((one.row, one.column))
    for table, values, here in zip(report.tables, cells_of_tables(report), filled, strict=True):
        columns = _value_columns(table, here, own)
        if not columns:
            continue
        answers = _Answers(table, here, values, own)
        for number in range(len(table.rows)):
            children = children_of(table, number)
            if TOTAL.match(folded(table.rows[number].label)) and any((number, column) in here for column in columns):
                continue  # it adds what can be added
            for column in columns:
                if not any(cell.column == column and is_open(cell.text) for cell in table.rows[number].cells):
                    yield from _check_blank(answers, number, children, column)


class _Answers:
    """What a table's rows answer, looked up by label and by the rows above."""

    def __init__(self, table: Table, filled: set[tuple[int, int]], values: Cells, own: UnitKind | None) -> None:
        self.table, self.filled, self.values, self.own = table, filled, values, own
        self.has_zero = any(value.amount == 0 for value in values.values())
        self._answered = {(table.rows[row].path[:-1], column) for row, column in filled}
        self._own_rows: dict[tuple[str, tuple[str, ...]], int] = {}
        for number, row in enumerate(table.rows):
            if own and levels_of(row)[-1:] == [own]:
                self._own_rows.setdefault((key(row.label), row.path[:1]), number)

    def own_twin(self, number: int) -> int | None:
        """The row of the report's own level that asks the same as row ``number`` asks of another level."""
        row = self.table.rows[number]
        return self._own_rows.get((key(row.label), row.path[:1]))

    def is_answered_beside(self, number: int, column: int) -> bool:
        """Whether a row under the same one is filled in."""
        return (self.table.rows[number].path[:-1], column) in self._answered


def _value_columns(table: Table, filled: set[tuple[int, int]], own: UnitKind | None) -> list[int]:
    columns = sorted({column for _, column in filled})
    levels = {column: level_of_label(table.header[column]) for column in columns if column < len(table.header)}
    return [column for column in columns if levels.get(column) in (None, own)]


def _check_blank(answers: _Answers, number: int, children: Sequence[int], column: int) -> Iterator[Finding]:
    row, own, filled = answers.table.rows[number], answers.own, answers.filled
    label = row.label.strip()
    at = Span(row.label_start, row.label_end) if row.label_end > row.label_start else Span(row.start, row.end)
    if (number, column) in filled:
        value = answers.values.get((number, column))
        if value is None:
            return
        if not is_own_row(row, own) and own:
            twin = answers.own_twin(number)
            if twin is not None and (twin, column) not in filled:
                facts = {
                    "value": value.shown(),
                    "label": level_named(row),
                    "own": level_named(answers.table.rows[twin]),
                }
                yield Finding("incomplete", "warning", value.at, "level", facts)
        elif ASKS_TWO.search(without_brackets(label)):
            yield Finding("incomplete", "info", value.at, "pair", {"label": label, "value": value.shown()})
        return
    if _is_little_filled(answers) or not label or not _is_blank(row, column) or not is_own_row(row, own):
        return
    if _LEADS_ON.fullmatch(folded(label)) or _is_cut_short(row, column, any(at == number for at, _ in filled)):
        return
    header = answers.table.header
    if TOTAL.match(folded(label)) and column < len(header) and not can_be_added(header[column]):
        return  # the total of ranks or rates
    if children:
        below = [child for child in children if (child, column) in filled]
        if not below or not folded(label).startswith("tổng số"):
            return
    elif not answers.has_zero and not answers.is_answered_beside(number, column):
        return
    yield Finding("incomplete", "warning", at, "blank", {"label": label})


_LEAST_FILLED = 3


def _is_little_filled(answers: _Answers) -> bool:
    """Whether too few cells are filled to say that one was left out: two are enough beside a single row without."""
    rows = {row for row, _ in answers.filled}
    alone = len(rows) == _LEAST_FILLED - 1 and len(answers.table.rows) == _LEAST_FILLED
    return len(answers.filled) < _LEAST_FILLED and not alone


_LEADS_ON = re.compile(r"(?:trong đó|(?:bao )?gồm(?: có)?|chia ra|cụ thể|chi tiết)\s?:?")  # to the rows below


def _is_cut_short(row: TableRow, column: int, is_answered: bool) -> bool:
    """Whether a row that holds numbers ends before ``column``: which of its cells were blank, nobody can tell."""
    return is_answered and all(cell.column + cell.columns <= column for cell in row.cells)


def _is_blank(row: TableRow, column: int) -> bool:
    cell = next((cell for cell in row.cells if cell.column <= column < cell.column + cell.columns), None)
    return cell is None or not cell.text.strip(" \t.…_")  # a dash says that there was none
