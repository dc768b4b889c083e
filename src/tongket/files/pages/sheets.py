"""Pages taken apart: ruled tables, lines of text, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tongket.files.pages.columns import Band, find_band
from tongket.files.pages.elements import CellText, Element, Row, TextLine
from tongket.files.pages.furniture import drop_furniture, split_stamps
from tongket.files.pages.grid import find_grids
from tongket.files.pages.inline import Inline
from tongket.files.pages.lines import Line, read_lines
from tongket.files.pages.margins import Margins, page_margins, read_margins
from tongket.files.pages.notes import split_notes
from tongket.files.pages.tables import grid_rows
from tongket.model.pages import Page


@dataclass(slots=True)
class Sheet:
    """A page taken apart: its ruled tables with their upper edges, its lines of text, the lines of its notes."""

    page: Page
    tables: list[tuple[float, list[Row]]]
    lines: list[Line]
    stamps: list[str]
    notes: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheets:
    """All pages taken apart, and what was printed on them beside the text."""

    sheets: tuple[Sheet, ...]
    headers: tuple[str, ...]
    footers: tuple[str, ...]
    margins: tuple[Margins, ...]


def read_sheets(pages: Sequence[Page]) -> Sheets:
    """``pages`` taken apart."""
    sheets = [_open(page) for page in pages]
    kept, headers, footers = drop_furniture(pages, [sheet.lines for sheet in sheets])
    body_size = _body_size(kept)
    for sheet, lines in zip(sheets, kept, strict=True):
        sheet.lines, sheet.notes = split_notes(lines, sheet.page.rules, sheet.page.height, sheet.page.width, body_size)
    margins = page_margins([sheet.lines for sheet in sheets], [page.width for page in pages])
    return Sheets(tuple(sheets), headers, footers, tuple(margins))


def read_elements(sheets: Sheets) -> list[Element]:
    """The lines and rows of all pages in reading order; each table has a number of its own (``Row.table``)."""
    found: list[Element] = []
    tables = 0
    for order, (sheet, margins) in enumerate(zip(sheets.sheets, sheets.margins, strict=True)):
        lines = list(sheet.lines)
        for top, rows in [*sheet.tables, (sheet.page.height * 10, [])]:
            above = [line for line in lines if line.baseline <= top]
            lines = lines[len(above) :]
            for element in _flow(above, sheet.page.number, margins, first_page=order == 0 and not found):
                tables += isinstance(element, Row)
                found.append(element.of_table(tables) if isinstance(element, Row) else element)
            tables += bool(rows)
            found += [row.of_table(tables) for row in rows]
    return found


def _open(page: Page) -> Sheet:
    words = list(page.words)
    tables = []
    for grid in find_grids(page.rules):
        inside = [word for word in words if grid.holds((word.left + word.right) / 2, (word.top + word.bottom) / 2)]
        rows = grid_rows(grid, inside, page.number)
        if sum(bool(text.strip()) for row in rows for text in row.texts) < 2:
            continue
        taken = {id(word) for word in inside}
        words = [word for word in words if id(word) not in taken]
        tables.append((grid.top, rows))
    lines = read_lines(words)
    left, stamps = split_stamps(words, lines)
    return Sheet(page, tables, read_lines(left) if stamps else lines, stamps)


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            letters[round(line.size * 2) / 2] += len(line.text)
    return max(letters, key=lambda size: letters[size]) if letters else 0.0


def _flow(lines: Sequence[Line], page: int, margins: Margins, *, first_page: bool) -> Iterator[Element]:
    at = 0
    last: Line | None = None
    while at < len(lines):
        band = find_band(lines, at, margins, first_page=first_page)
        if band is None:
            gap = None if last is None else lines[at].baseline - last.baseline
            yield TextLine(lines[at], page, margins.left, margins.right, gap)
            last = lines[at]
            at += 1
            continue
        yield from _band_elements(band, page, margins)
        at += band.count
        last = None


def _band_elements(band: Band, page: int, margins: Margins) -> Iterator[Element]:
    """A head or an end as a row of two cells with a break after each line; columns of text one after the other."""
    if band.kind != "columns":
        yield Row((CellText(_broken(band.left, page), 0), CellText(_broken(band.right, page), 1)), page)
        return
    for column in (band.left, band.right):
        edges = read_margins(column, margins.right)
        last: Line | None = None
        for line in column:
            gap = None if last is None else line.baseline - last.baseline
            yield TextLine(line, page, edges.left, edges.right, gap)
            last = line


def _broken(lines: Sequence[Line], page: int) -> Inline:
    text = Inline()
    for line in lines:
        text.add_break()
        text.add_line(line, page)
    return text
