"""What the tables of a report answer (số liệu trong biểu): rows by label and path, columns by title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.messages import N_
from tongket.model.figures import Extent, Figure
from tongket.model.matches import Match
from tongket.model.programmes import Indicator, Programme
from tongket.model.quantities import Pair, Share
from tongket.model.reports import Report, Table, TableCell, TableRow
from tongket.programmes.columns import ColumnMatch, match_columns
from tongket.programmes.layouts import Layout, Line, layouts
from tongket.programmes.levels import RANK
from tongket.programmes.rows import SURE, RowMatch, match_rows
from tongket.programmes.values import Said, fits, in_steps, said_by_figure, said_by_words

FUZZY = N_("The label or the column's title differs from the form's.")
GROUPED = N_("One number stands for several answers.")
LEVEL = N_("The figure stands in the row or column of a higher level.")
PART_PERIOD = N_("The column is of a part of the period.")
UNFIT = N_("The number cannot be an amount of this indicator.")

_LEAST_ROWS = 2  # lines that a table must share with a form, unless the form is that short
_LEAST_SHARE = 0.3  # of the table's rows


@dataclass(frozen=True, slots=True)
class Fit:
    """A table laid over a form."""

    layout: Layout
    rows: tuple[RowMatch, ...]
    columns: tuple[ColumnMatch, ...]

    @property
    def score(self) -> float:
        """How much of the table the form explains."""
        return sum(row.score for row in self.rows if row.line.indicators or row.line.cell) * (
            0.5 + sum(column.score for column in self.columns) / 2 / max(len(self.columns), 1)
        )


def match_tables(report: Report, programme: Programme, level: str) -> Iterator[Match]:
    """The answers of all tables of ``report``, whose body is of unit kind ``level`` ("" when not known)."""
    cells = _figures_by_cell(report)
    for number, table in enumerate(report.tables):
        fit = best_fit(table, programme)
        if fit is not None:
            yield from _of_fit(_Scene(report, programme, level, number, table, cells), fit)


def best_fit(table: Table, programme: Programme) -> Fit | None:
    """The form that explains most of ``table``, or None where none explains enough."""
    fits_found: list[Fit] = []
    for layout in layouts(programme):
        columns = match_columns(table, layout)
        rows = match_rows(table, layout) if columns else ()
        telling = [row for row in rows if row.score >= 0.7]
        enough = min(_LEAST_ROWS, len(layout.lines), max(len(table.rows), 1))
        if len(telling) >= enough and len(telling) >= _LEAST_SHARE * len(table.rows):
            fits_found.append(Fit(layout, rows, columns))
    return max(fits_found, key=lambda fit: fit.score, default=None)


def _figures_by_cell(report: Report) -> dict[int, list[int]]:
    """Indexes of the figures in tables, by the line of text that they stand in (its start)."""
    found: dict[int, list[int]] = {}
    for index, figure in enumerate(report.figures):
        if figure.in_table:
            found.setdefault(report.text.rfind("\n", 0, figure.start) + 1, []).append(index)
    return found


@dataclass(frozen=True, slots=True)
class _Scene:
    report: Report
    programme: Programme
    level: str
    number: int
    table: Table
    figures: dict[int, list[int]]

    def figures_of(self, cell: TableCell) -> list[int]:
        """Indexes of the figures inside ``cell``, in order."""
        line = self.report.text.rfind("\n", 0, cell.start) + 1
        found = self.figures.get(line, [])
        return [index for index in found if cell.start <= self.report.figures[index].start < max(cell.end, cell.start)]


def _of_fit(scene: _Scene, fit: Fit) -> Iterator[Match]:
    for row in fit.rows:
        printed = scene.table.rows[row.row]
        for column in fit.columns:
            cell = _cell_at(printed, column.column)
            if cell is not None:
                yield from _of_cell(scene, fit, row, column, printed, cell)


def _cell_at(row: TableRow, column: int) -> TableCell | None:
    for cell in row.cells:
        if cell.column <= column < cell.column + cell.columns:
            # A title that spans the whole row is no answer of each of its columns.
            return cell if cell.columns == 1 or cell.column == column else None
    return None


def _of_cell(
    scene: _Scene, fit: Fit, row: RowMatch, column: ColumnMatch, printed: TableRow, cell: TableCell
) -> Iterator[Match]:
    lines = row.group or (row.line,)
    codes = [code for line in lines for code in line.indicators] or (
        [column.slot.indicator] if column.slot.indicator else []
    )
    indicators = [one for code in codes if (one := scene.programme.indicator(code)) is not None]
    if not indicators:
        return
    answers = _answers(scene, indicators, cell, f"{printed.label} {column.title}")
    for (indicator, said, figure, sure, reason), code_line in zip(
        answers, _lines_of(lines, len(indicators)), strict=False
    ):
        match = _match(scene, indicator, said, code_line, column, printed, cell)
        confidence, why = _confidence(scene, row, column, match, indicator, sure, reason)
        yield replace(match, confidence=round(confidence, 2), reason=why, figure=figure, form=fit.layout.form)


def _lines_of(lines: Sequence[Line], count: int) -> list[Line]:
    return [line for line in lines for _ in line.indicators] or [lines[0]] * count


_Answer = tuple[Indicator, Said, int | None, float, str]


def _answers(scene: _Scene, indicators: Sequence[Indicator], cell: TableCell, words: str) -> list[_Answer]:
    """What the cell says for each of its indicators, with how surely and why not more so."""
    found = scene.figures_of(cell)
    figures = [scene.report.figures[index] for index in found]
    if not figures:
        said = said_by_words(cell.text)
        return [(indicator, said, None, 1.0, "") for indicator in indicators] if said else []
    if len(indicators) == 1:
        sure = 1.0 if len(figures) == 1 else 0.6
        return [(indicators[0], _said(figures[0], words), found[0], sure, "" if sure == 1 else GROUPED)]
    first = figures[0].base_value
    if len(indicators) == 2 and len(figures) == 1 and isinstance(first, Pair | Share):
        parts = ("first", "second")
        return [
            (indicator, said_by_figure(figures[0], part), found[0], 1.0, "")
            for indicator, part in zip(indicators, parts, strict=True)
        ]
    if len(figures) == len(indicators):
        return [
            (indicator, _said(figure, words), index, 0.95, "")
            for indicator, figure, index in zip(indicators, figures, found, strict=True)
        ]
    # One number where two or three answers are asked for: the first is the likeliest, nobody knows.
    said = _said(figures[0], words)
    return [(indicator, said, found[0], 0.4 if number else 0.5, GROUPED) for number, indicator in enumerate(indicators)]


def _said(figure: Figure, words: str) -> Said:
    return in_steps(said_by_figure(figure), figure, words)


def _match(
    scene: _Scene,
    indicator: Indicator,
    said: Said,
    line: Line,
    column: ColumnMatch,
    printed: TableRow,
    cell: TableCell,
) -> Match:
    level = column.slot.level or line.level
    status = said.status
    if status == "missing" and level and scene.level and level != scene.level:
        status = "not-applicable"
    label = " > ".join((*printed.path[:-1], printed.label))
    return Match(
        indicator=indicator.code,
        cell=scene.programme.cell(indicator, (column.slot.cell, line.cell)),
        value=said.value,
        qualifier=said.qualifier,
        status=status,
        extent=_extent(scene, indicator, level),
        confidence=1.0,
        start=cell.start,
        end=cell.end,
        passage=f"{label} | {column.title}: {cell.text.strip()}",
        where="table",
        level=level,
    )


def _extent(scene: _Scene, indicator: Indicator, level: str) -> Extent | None:
    """A row of the body's own level is its own work; one of a level below it is the area's."""
    if level and scene.level:
        return "own" if level == scene.level else "area"
    return indicator.extent or None


def _confidence(
    scene: _Scene,
    row: RowMatch,
    column: ColumnMatch,
    match: Match,
    indicator: Indicator,
    sure: float,
    reason: str,
) -> tuple[float, str]:
    label = min(row.score, column.score)
    confidence = sure * (1.0 if label >= SURE else label)
    why = reason or ("" if label >= SURE else FUZZY)
    if column.is_part and indicator.over_time not in ("latest", "max", "min"):
        confidence, why = confidence * 0.5, PART_PERIOD
    if match.value is not None and match.level and scene.level and RANK[match.level] > RANK[scene.level]:
        confidence, why = confidence * 0.5, LEVEL
    if not fits(match.value, indicator):
        confidence, why = confidence * 0.4, UNFIT
    return confidence, why
