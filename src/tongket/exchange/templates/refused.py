"""The rows of a template that were refused (dòng chưa nhận), each with its sheet, row and reasons, as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from tongket.checking.privacy import personal_data_in
from tongket.exchange.plain_tables import safe_cell, written_whole
from tongket.exchange.refused_rows import reason_header
from tongket.exchange.templates.reading import RefusedRow, TemplateRead
from tongket.messages import N_, say
from tongket.model.places import Span

_WIDTHS = (26, 8, 70, 90)


def write_refused_rows(path: Path, read: TemplateRead) -> int:
    """Write what was refused of a template to ``path`` (.xlsx, or CSV); gives how many rows.

    No row shows more than the last two digits of a number that belongs to one person. The file appears whole or not
    at all.

    Raises:
        ReadError: the file cannot be written.
    """
    rows = [(say(N_("Sheet")), say(N_("Row")), say(N_("Cells")), reason_header()), *map(_row, read.refused)]
    with written_whole(path) as unfinished:
        if path.suffix.lower() == ".xlsx":
            _write_sheet(unfinished, rows)
        else:
            with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file, lineterminator="\r\n").writerows([safe_cell(cell) for cell in row] for row in rows)
    return len(read.refused)


def _row(one: RefusedRow) -> tuple[str, str, str, str]:
    cells = " | ".join(_masked(cell) for cell in one.cells[1:] if cell)  # the first is the hidden mark
    return one.sheet, str(one.row), cells, "\n".join(error.message() for error in one.errors)


def _masked(cell: str) -> str:
    """The cell with the digits of personal numbers starred but for the last two, and private addresses whole."""
    places = [one.place for one in personal_data_in(cell) if isinstance(one.place, Span)]
    letters = list(cell)
    for place in places:
        digits = [at for at in range(place.start, place.end) if cell[at].isdigit()]
        hidden = digits[:-2] if digits else range(place.start, place.end)  # an address has none
        for at in hidden:
            letters[at] = "*"
    return "".join(letters)


def _write_sheet(path: Path, rows: list[tuple[str, str, str, str]]) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    head, text = (
        book.add_format({"bold": True, "bg_color": "#E4EDF6"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    for number, cell, place in _cells(rows):
        sheet.write_string(number, place, cell, text if number else head)
    sheet.freeze_panes(1, 0)
    book.close()


def _cells(rows: list[tuple[str, str, str, str]]) -> Iterator[tuple[int, str, int]]:
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            yield number, cell, place
