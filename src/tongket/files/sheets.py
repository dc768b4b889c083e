"""Spreadsheets and tables of text (.xlsx, .xls, .ods, .csv, .tsv) to a source: a row a line, cells between tabs.

Read are the sheets that are shown, each below its name. What stands above a table in a cell by itself (a label, a
title, the unit) is a paragraph, as it would be in a Word appendix; so is what stands alone below it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tongket.files.decoding import decode_text
from tongket.files.docx.line import Composer, Dress, Line
from tongket.files.sheet_cells import Merged, Percents, check_workbook, shown_cells, too_large_sheet, wrong_cells
from tongket.files.sheet_open import read_open_sheets
from tongket.files.sheet_values import values_apart, values_of
from tongket.messages import N_
from tongket.model.sources import Cell, Source

MAX_ROWS = 20_000  # filled, of all sheets
MAX_COLUMNS = 512
MAX_TEXT = 20 << 20  # bytes of a .csv
HIDDEN = N_("Sheets that are hidden in the workbook were not read.")
WITHOUT_RESULT = N_(
    "Cells with a formula that has no result, or an error, were read as blank: open the workbook in Excel, look through"
    " it, save it, and give it again."
)

_HEADS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_NAMELESS = re.compile(r"(?:Sheet|Trang tính|Bảng tính|Table|Trang)[ _]?\d*", re.UNICODE)
_NUMBER_HEADER = re.compile(r"(?:STT|TT|Stt|S\s?TT|Số TT|Số\s+thứ\s+tự)\.?$")
_DELIMITERS = ("\t", ";", ",", "|")
_BREAK = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]+")


@dataclass(slots=True)
class Grid:
    """A sheet's filled rows. ``cells``: of each row, (column, text) in order; None below a merged cell that goes on.

    ``spans``: (row, column) of merged cells -> rows, columns. ``after_blank``: rows with a blank row above them.
    """

    name: str
    cells: list[list[tuple[int, str | None]]]
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    after_blank: frozenset[int] = frozenset()


def read_sheets(data: bytes, *, file: str) -> Source:
    """The source of a workbook or of a table of text.

    Raises:
        ReadError: damaged, protected, or far too large.
    """
    warnings: tuple[str, ...] = ()
    if data.startswith(_HEADS):
        grids, hidden = _workbook(data, file)
        warnings = (*([HIDDEN] if hidden else ()), *([WITHOUT_RESULT] if _lacks_results(data, grids, file) else ()))
    else:
        if len(data) > MAX_TEXT:
            raise too_large_sheet(file)
        text, warnings = decode_text(data, file=file)
        grids = [_grid("", _csv_rows(text), {}, file)]
    composer = Composer()
    for grid in grids:
        _compose(grid, composer)
    digest = hashlib.sha256(data).hexdigest()
    return Source(file, digest, "sheet", composer.text, tuple(composer.blocks), warnings=warnings)


def rows_of_workbook(data: bytes, *, file: str = "") -> list[tuple[str, list[list[str]]]]:
    """The shown sheets of a workbook: name and filled rows, all as wide as the widest; merged cells once.

    Raises:
        ReadError: as ``read_sheets``.
    """
    found = []
    for grid in _workbook(data, file)[0]:
        width = max((column + 1 for row in grid.cells for column, _ in row), default=0)
        rows = []
        for row in grid.cells:
            texts = [""] * width
            for column, text in row:
                texts[column] = text or ""
            rows.append(texts)
        found.append((grid.name, rows))
    return found


def _workbook(data: bytes, file: str) -> tuple[list[Grid], bool]:
    """The shown sheets with something in them, and whether others are hidden."""
    percents: dict[str, Percents] = {}
    if not data.startswith(b"PK"):
        sheets, hidden = values_apart(data, file=file)
    elif _is_open_document(data):
        sheets, hidden = read_open_sheets(data, file=file)
    else:
        percents = check_workbook(data, file=file)
        sheets, hidden = values_of(data, file=file)
    grids = []
    for sheet in sheets:
        texts = shown_cells(sheet, percents.get(sheet.name))
        grids.append(_grid(sheet.name, texts, sheet.merged, file))
    if sum(len(grid.cells) for grid in grids) > MAX_ROWS:
        raise too_large_sheet(file)
    return [grid for grid in grids if grid.cells], hidden


def _lacks_results(data: bytes, grids: Sequence[Grid], file: str) -> bool:
    """Whether a shown sheet of an .xlsx has formulas without a result: a program wrote it that computes none."""
    if not data.startswith(b"PK") or _is_open_document(data):
        return False
    wrong = wrong_cells(data, file=file)
    return any(wrong.get(grid.name) for grid in grids)


def _is_open_document(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "content.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return False


def _grid(name: str, rows: Sequence[Sequence[str]], merged: Merged, file: str) -> Grid:
    """The filled rows and columns of a sheet, renumbered."""
    filled = {at: [column for column, text in enumerate(row) if text.strip()] for at, row in enumerate(rows)}
    kept = [at for at, columns in filled.items() if columns]
    columns = _columns([filled[at] for at in kept])
    if len(columns) > MAX_COLUMNS:
        raise too_large_sheet(file)
    index = {at: number for number, at in enumerate(kept)}
    spans = {}
    for (top, left), (bottom, right) in merged.items():
        if top in index and left in columns:
            tall = sum(1 for at in kept if top <= at <= bottom)
            wide = sum(1 for column in columns if left <= column <= right)
            if tall > 1 or wide > 1:
                spans[index[top], columns[left]] = (tall, wide)
    cells: list[list[tuple[int, str | None]]] = []
    for at in kept:
        if len(filled[at]) == 1 and filled[at][0] not in columns:
            cells.append([(0, rows[at][filled[at][0]])])  # a title beside the table
        else:
            cells.append(
                [(number, rows[at][column] if column < len(rows[at]) else "") for column, number in columns.items()]
            )
    after_blank = frozenset(at for at in range(1, len(kept)) if kept[at] > kept[at - 1] + 1)
    return Grid(name, _without_covered(cells, spans), spans, after_blank)


def _columns(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """The columns that rows of two cells or more fill, renumbered; of all rows where there are none such."""
    own = [row for row in rows if len(row) > 1] or rows
    return {column: number for number, column in enumerate(sorted({column for row in own for column in row}))}


def _without_covered(
    cells: list[list[tuple[int, str | None]]], spans: dict[tuple[int, int], tuple[int, int]]
) -> list[list[tuple[int, str | None]]]:
    """``cells`` without those that merged cells cover; below a merged cell its first column stays, without text."""
    covered = {}
    for (top, left), (tall, wide) in spans.items():
        for down in range(tall):
            for over in range(wide):
                if down or over:
                    covered[top + down, left + over] = over == 0
    if not covered:
        return cells
    return [
        [(column, None if (at, column) in covered else text) for column, text in row if covered.get((at, column), True)]
        for at, row in enumerate(cells)
    ]


def _csv_rows(text: str) -> list[list[str]]:
    """The rows of a table of text, by the delimiter that parts it most evenly."""
    text = text.lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r"sep=(.)\r?", first)
    if named:
        return _parsed(rest, named[1])
    best: tuple[int, list[list[str]]] = (0, [])
    for delimiter in _DELIMITERS:
        if delimiter in text:
            rows = _parsed(text, delimiter)
            widths = [len(row) for row in rows if any(row)]
            usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
            even = widths.count(usual) * (usual > 1)
            if even > best[0]:
                best = (even, rows)
    return best[1] or [[line] for line in text.splitlines()]


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(MAX_TEXT)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]


def _compose(grid: Grid, composer: Composer) -> None:
    """Put a sheet's name and rows; each table of it has an index of its own."""
    if grid.name and not _NAMELESS.fullmatch(grid.name):
        composer.put(_line(grid.name), Dress())
    for kind, rows in groupby(enumerate(_kinds(grid)), key=lambda pair: pair[1]):
        numbers = [at for at, _ in rows]
        if kind == "paragraph":
            for at in numbers:
                composer.put(_line(next(text for _, text in grid.cells[at] if text and text.strip())), Dress())
            continue
        table = composer.next_table()
        reach = _reach(grid, numbers)
        for at in numbers:
            composer.put(*_row(grid, at, reach, table), always=True)


def _reach(grid: Grid, rows: Sequence[int]) -> tuple[int, int]:
    """The first column that something stands in, and the one after the last, over ``rows``."""
    filled = [
        (column, column + grid.spans.get((at, column), (1, 1))[1])
        for at in rows
        for column, text in grid.cells[at]
        if text and text.strip()
    ]
    return min(first for first, _ in filled), max(end for _, end in filled)


def _kinds(grid: Grid) -> Iterator[str]:
    """Of each row: "paragraph", or of which part of the sheet it is a row: "head", "table 0", "table 1" ..., "tail"."""
    filled = [[text for _, text in row if text and text.strip()] for row in grid.cells]
    headers = [at for at, row in enumerate(filled) if len(row) > 1 and _NUMBER_HEADER.match(row[0])]
    first = _first_row(filled, headers)
    last = max(
        (at for at in range(first, len(filled)) if len(filled[at]) > 1 and _has_digit(filled[at])), default=first
    )
    tail = next((at for at in sorted(grid.after_blank) if at > last), len(filled))
    titles = {above for header in headers if header > first for above in _titles_above(filled, header, first)}
    apart = {header for header in headers if header > first and header in grid.after_blank}
    table = 0
    for at, row in enumerate(filled):
        if (at in titles and at - 1 not in titles) or (at in apart and at - 1 not in titles):
            table += 1
        if len(row) == 1 and (at < first or at >= tail or at in titles):
            yield "paragraph"
        else:
            yield "head" if at < first else "tail" if at >= tail else f"table {table}"


def _first_row(filled: Sequence[Sequence[str]], headers: Sequence[int]) -> int:
    """Where the table begins: at its header, or else at the first row of three cells, of two, or nowhere."""
    if headers:
        return headers[0]
    for least in (3, 2):
        for at, row in enumerate(filled):
            if len(row) >= least:
                return at
    return len(filled)


def _titles_above(filled: Sequence[Sequence[str]], header: int, first: int) -> Iterator[int]:
    """The rows of one cell right above the header of a further table."""
    at = header - 1
    while at > first and len(filled[at]) == 1 and not _has_digit_cell(filled[at]):
        yield at
        at -= 1


def _has_digit_cell(row: Sequence[str]) -> bool:
    return row[0].strip().replace(",", "").replace(".", "").isdigit()


def _has_digit(row: Sequence[str]) -> bool:
    return any(char.isdigit() for text in row for char in text)


def _row(grid: Grid, at: int, reach: tuple[int, int], table: int) -> tuple[Line, Dress]:
    """A row's cells in the columns of ``reach``, counted from its first."""
    line, cells = Line(), []
    first, end = reach
    inside = [(column, text) for column, text in grid.cells[at] if first <= column < end]
    for position, (column, text) in enumerate(inside):
        if position:
            line.add("\t", 0, 0)
        if text is None:
            continue
        start = line.length
        _add(line, text)
        tall, wide = grid.spans.get((at, column), (1, 1))
        cells.append(Cell(start, line.length, column - first, min(wide, end - column), tall))
    return line, Dress("row", cells=tuple(cells), table=table)


def _line(text: str) -> Line:
    line = Line()
    _add(line, text)
    return line


def _add(line: Line, text: str) -> None:
    """Add a cell's text, its line ends as breaks."""
    start = line.length
    for piece in filter(None, (part.replace("\t", " ").strip() for part in _BREAK.split(text))):
        if line.length > start:
            line.add_break()
        line.add(piece, 0, 0)
