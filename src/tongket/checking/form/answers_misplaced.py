"""Answers of an appendix in the wrong place (điền sai dòng, sai cột, thiếu một vế), whatever its layout.

Cases of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tongket.checking.evidence.cells import Cells, cells_of_tables
from tongket.checking.evidence.levels import level_named, level_of_label, level_of_report
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, TableRow
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import key

_LEAST_ANSWERED = 2


def check_columns_of_levels(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a number in the column of another level where the column of the report's own level is
    blank: 4 under 'Cấp tỉnh' in the table of a commune.

    Not flagged: tables that answer for several levels, and those that answer more rows for another level than for their
    own.
    """
    own = level_of_report(report)
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        levels = {column: level for column, title in enumerate(table.header) if (level := level_of_label(title))}
        mine = [column for column, level in levels.items() if level == own]
        if len(mine) != 1 or len(levels) < _LEAST_ANSWERED:
            continue
        answered = {row for row, column in values if column == mine[0]}
        astray = {row: column for row, column in values if levels.get(column) not in (None, own)}
        if len(answered) < max(_LEAST_ANSWERED, len(astray)) or answered & astray.keys():
            continue
        for row, column in astray.items():
            if not _text(table.rows[row], mine[0]):
                facts = {"label": table.header[column], "own": table.header[mine[0]]}
                yield _finding(values, row, column, "column", facts)


def check_rows_of_levels(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a number in the row of another level where the row of the report's own level, which asks
    the same, is blank.

    Not flagged: questions that are answered for several other levels.
    """
    own = level_of_report(report)
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        asked: dict[tuple[str, ...], list[tuple[int, UnitKind]]] = defaultdict(list)
        for number, row in enumerate(table.rows):
            level = _level(row)
            if level is not None:
                asked[_question(row)].append((number, level))
        for rows in asked.values():
            mine = [number for number, level in rows if level == own]
            others = [number for number, level in rows if level != own]
            for column in sorted({column for row, column in values if row in others}):
                filled = [number for number in others if (number, column) in values]
                if len(mine) == len(filled) == 1 and not _text(table.rows[mine[0]], column):
                    facts = {"label": level_named(table.rows[filled[0]]), "own": level_named(table.rows[mine[0]])}
                    yield _finding(values, filled[0], column, "row", facts)


def _level(row: TableRow) -> UnitKind | None:
    """The level that a row is of: its own label's, or that of the nearest above."""
    named = [level for label in (*row.path, row.label) if (level := level_of_label(label))]
    return named[-1] if named else None


def _question(row: TableRow) -> tuple[str, ...]:
    """What a row asks, whatever the level: the labels above it and its own, but for those of levels."""
    labels = row.path if row.path[-1:] == (row.label,) else (*row.path, row.label)
    return tuple(key(label) if not level_of_label(label) else "" for label in labels)


_TWO = re.compile(r"\([^()]*[^\W\d_]\s?/\s?[^\W\d_][^()]*\)")
_PAIR = re.compile(r"\s*\d[\d.]*\s?/\s?\d[\d.]*\s*")


def check_pairs_of_columns(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for one number in a column that asks for two and gets them in other rows: '5' under
    'Năm 2026 (số cuộc/số người)'.

    Not flagged: zero; columns of rates ('người/km²'), whose cells hold one number.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        for column, title in enumerate(table.header):
            cells = [_text(row, column) for row in table.rows]
            if not _TWO.search(title) or sum(_PAIR.fullmatch(one) is not None for one in cells) < _LEAST_ANSWERED:
                continue
            for number, text in enumerate(cells):
                value = values.get((number, column))
                if value is not None and value.amount and text.replace(".", "").isdecimal():
                    yield _finding(values, number, column, "halved", {"label": title}, severe=False)


def _text(row: TableRow, column: int) -> str:
    """What is printed in a row below a column; "" where nothing is."""
    cell = next((one for one in row.cells if one.column <= column < one.column + one.columns), None)
    return cell.text.strip(" \t.…_") if cell else ""


def _finding(values: Cells, row: int, column: int, case: str, facts: dict[str, str], *, severe: bool = True) -> Finding:
    value = values[row, column]
    place = Span(value.at.start, value.at.end)
    return Finding("incomplete", "warning" if severe else "info", place, case, {"value": value.shown(), **facts})


CHECKS = (check_columns_of_levels, check_rows_of_levels, check_pairs_of_columns)
