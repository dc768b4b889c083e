"""Pages taken apart: ruled tables, lines of text, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tongket.files.pages.aligned import find_aligned
from tongket.files.pages.columns import Band, find_band, go_on_with_tail
from tongket.files.pages.elements import CellText, Element, Row, TextLine
from tongket.files.pages.furniture import drop_furniture, split_stamps
from tongket.files.pages.grid import Grid, find_grids
from tongket.files.pages.inline import Inline
from tongket.files.pages.lines import Line, first_word_width, read_lines
from tongket.files.pages.margins import Margins, page_margins, read_margins
from tongket.files.pages.notes import split_notes
from tongket.files.pages.tables import grid_rows
from tongket.model.pages import Page, Word

# The stamp that an office puts on what it receives (Decree 30/2020/NĐ-CP, Appendix IV).
# What some word of the stamp of an electronic signature says.
_SIGNED = re.compile(r"(?:ký|bởi|by|Signature):?$|^\d{1,2}:\d{2}(?::\d{2})?$")
_ARRIVED = re.compile(r"\b(?:ĐẾN|Đến|ĐỀN)\b")


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
    has_notes = False
    for sheet, lines in zip(sheets, kept, strict=True):
        page = sheet.page
        sheet.lines, sheet.notes = split_notes(
            lines,
            page.rules,
            page.height,
            page.width,
            body_size,
            open_note=has_notes,
            is_last=sheet is sheets[-1],
            last_table=max((top for top, _ in sheet.tables), default=0.0),
        )
        has_notes = bool(sheet.notes)
    margins = page_margins([sheet.lines for sheet in sheets], [page.width for page in pages])
    return Sheets(tuple(sheets), headers, footers, tuple(margins))


def read_elements(sheets: Sheets) -> list[Element]:
    """The lines and rows of all pages in reading order; each table has a number of its own (``Row.table``)."""
    found: list[Element] = []
    width = 0.0
    tail: Band | None = None  # the end of the document, where the page before ended in it
    for sheet, margins in zip(sheets.sheets, sheets.margins, strict=True):
        lines = list(sheet.lines)
        if width != sheet.page.width:
            tail = None
        width = sheet.page.width
        if tail is not None and (more := go_on_with_tail(lines, tail, margins)) is not None:
            found[-1] = _extended(found[-1], more, sheet.page.number)
            lines = lines[more.count :]
        tail = None
        for top, rows in [*sheet.tables, (sheet.page.height * 10, [])]:
            above = [line for line in lines if line.baseline <= top]
            lines = lines[len(above) :]
            at = 0
            last: Line | None = None
            while at < len(above):
                tail = None
                aligned = find_aligned(above, at, sheet.page.number)
                if aligned is not None:
                    table = len(found)
                    found += [row.of_table(table) for row in aligned[0]]
                    at += aligned[1]
                    last = None
                    continue
                band = find_band(above, at, margins, first_page=not found)
                if band is None:
                    gap = None if last is None else above[at].baseline - last.baseline
                    line = TextLine(above[at], sheet.page.number, margins.left, margins.right, gap, margins.indent)
                    found.append(line)
                    last = above[at]
                    at += 1
                    continue
                found += _band_elements(band, sheet.page.number, margins, len(found))
                at += band.count
                last = None
                tail = band if band.kind == "tail" else None
            if rows:
                table = len(found)
                found += [row.of_table(table) for row in rows]
                tail = None
    return found


def _open(page: Page) -> Sheet:
    words = list(page.words)
    stamps: list[str] = []
    if any(_SIGNED.search(word.text) for word in words):
        words, stamps = split_stamps(words, read_lines(words))
    tables: list[tuple[float, list[Row]]] = []
    for grid in find_grids(page.rules):
        inside = [word for word in words if grid.holds((word.left + word.right) / 2, (word.top + word.bottom) / 2)]
        rows = grid_rows(grid, inside, page.number)
        if sum(bool(text.strip()) for row in rows for text in row.texts) < 2:
            continue
        taken = {id(word) for word in inside}
        words = [word for word in words if id(word) not in taken]
        beside = _stands_beside(grid, words)
        if beside and _ARRIVED.search(" ".join(text for row in rows for text in row.texts)):
            stamps.append("\n".join(text for row in rows for text in row.texts if text))
            continue
        tables.append((grid.bottom if beside else grid.top, rows))
    return Sheet(page, tables, read_lines(words), stamps)


def _stands_beside(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether text stands left or right of a grid: then it is a box that was stamped on, and parts no lines."""
    beside = {round(word.baseline) for word in words if grid.top < word.baseline < grid.bottom}
    return len(beside) >= 2


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            letters[round(line.size * 2) / 2] += len(line.text)
    return max(letters, key=lambda size: letters[size]) if letters else 0.0


def _band_elements(band: Band, page: int, margins: Margins, table: int) -> Iterator[Element]:
    """A head or an end as a row of two cells with a break after each line; columns of text one after the other."""
    if band.kind != "columns":
        left = _broken(band.left, page, wraps=band.kind == "tail")
        yield Row((CellText(left, 0), CellText(_broken(band.right, page), 1)), page, table=table)
        return
    for column in (band.left, band.right):
        edges = read_margins(column, margins.right)
        last: Line | None = None
        for line in column:
            gap = None if last is None else line.baseline - last.baseline
            yield TextLine(line, page, edges.left, edges.right, gap, edges.indent)
            last = line


def _extended(row: Element, more: Band, page: int) -> Element:
    """A row of two cells with what stands in its columns on the next page."""
    if isinstance(row, Row):
        for cell, lines in zip(row.cells, (more.left, more.right), strict=True):
            if cell is not None and lines:
                cell.text.add_break()
                cell.text.extend(_broken(lines, page, wraps=cell.column == 0))
    return row


def _broken(lines: Sequence[Line], page: int, *, wraps: bool = False) -> Inline:
    """The lines of a column with a break after each; what a line's end cut in the middle goes on.

    ``wraps``: a line also goes on below where the next word had no room, as recipients do.
    """
    text = Inline()
    edge = max((line.right for line in lines), default=0.0)
    last: Line | None = None
    for line in lines:
        if last is not None and (_is_cut(last, line) or (wraps and _wraps(last, line, edge))):
            text.add_space()
        else:
            text.add_break()
        text.add_line(line, page)
        last = line
    return text


def _is_cut(last: Line, line: Line) -> bool:
    """Whether a phrase goes on: 'ngày 14 tháng 8 năm' / '2026', 'Ban Dân vận Tỉnh' / 'ủy;'."""
    first = line.text[0]
    return (first.islower() or first.isdigit()) and last.text[-1] not in ".;:"


def _wraps(last: Line, line: Line, edge: float) -> bool:
    """Whether ``last`` is full and ``line`` begins no recipient of its own."""
    begins = line.text[0] in "-–+*•" or last.text[-1] in ".;:"
    return not begins and edge - last.right < first_word_width(line)
