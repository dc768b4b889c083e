"""The rows that an import refused, as a table like the one that they came from, each with the reason in a red column.

Corrected, the table is imported as it is: the column of reasons is passed over.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from tongket.errors import ReadError
from tongket.exchange.facts_columns import REASON_HEADERS, Columns
from tongket.exchange.facts_table import FlatTable, cell_text, table_rows
from tongket.exchange.plain_tables import safe_cell, written_whole
from tongket.messages import N_, language
from tongket.model.imports import Refusal

_MOST_SHEET_ROWS = 1_048_575
_FREE_TEXTS = ("note", "body")  # refused only for what they say of a person
_NUMBER = re.compile(r"\d[\d ./-]{6,}\d")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")


def write_refused(path: Path, table: FlatTable, columns: Columns, refusals: Iterable[Refusal]) -> int:
    """Write the refused rows of ``table`` to ``path`` (.xlsx, or CSV parted as the table is), and give their number.

    ``refusals`` stand in the order of rows. The file appears whole or not at all.

    Raises:
        ReadError: the file cannot be written, or holds more rows than a sheet can.
    """
    rows = _refused_rows(table, columns, refusals)
    with written_whole(path) as unfinished:
        if path.suffix.lower() == ".xlsx":
            count = _write_sheet(unfinished, path, columns, rows)
        else:
            count = _write_text(unfinished, table, columns, rows)
    return count


def reason_header() -> str:
    """The header of the column of reasons, in the language in use."""
    return REASON_HEADERS[0] if language() == "vi" else REASON_HEADERS[1]


def _refused_rows(
    table: FlatTable, columns: Columns, refusals: Iterable[Refusal]
) -> Iterator[tuple[Sequence[Any], str]]:
    """(cells, reasons) of each refused row; the table is read along with the refusals."""
    rows = table_rows(table, columns.sheet)
    number, cells = 0, ()
    for wanted, group in groupby(refusals, key=lambda one: one.row):
        while number < wanted:
            number, cells = next(rows)  # type: ignore[assignment]  # a refused row is one of the table
        found = list(group)
        yield _masked(cells, found, columns), " ".join(_said(one, columns) for one in found)


def _masked(cells: Sequence[Any], refusals: Iterable[Refusal], columns: Columns) -> Sequence[Any]:
    """``cells`` with the data of persons masked to the last two digits, where they are the reason."""
    private = {columns.fields.get(one.column) for one in refusals if one.column in _FREE_TEXTS}
    return [_mask(cell_text(cell)) if at in private else cell for at, cell in enumerate(cells)]


def _mask(text: str) -> str:
    hidden = _NUMBER.sub(lambda found: _DIGIT.sub("*", found.group()[:-2]) + found.group()[-2:], text)
    return _ADDRESS.sub("***", hidden)


def _said(one: Refusal, columns: Columns) -> str:
    header = columns.header(one.column)
    return f"[{header}] {one.message()}" if header else one.message()


def _places(columns: Columns) -> list[int]:
    """The columns to be written: all but that of the reasons of an earlier import."""
    return [at for at, header in enumerate(columns.headers) if header not in REASON_HEADERS]


def _write_text(path: Path, table: FlatTable, columns: Columns, rows: Iterable[tuple[Sequence[Any], str]]) -> int:
    count = 0
    places = _places(columns)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=table.delimiter or ",", lineterminator="\r\n")
        writer.writerow([*(safe_cell(columns.headers[at]) for at in places), reason_header()])
        for cells, reason in rows:
            count += 1
            writer.writerow([*(safe_cell(_cell(cells, at)) for at in places), reason])
    return count


def _write_sheet(unfinished: Path, path: Path, columns: Columns, rows: Iterable[tuple[Sequence[Any], str]]) -> int:
    import xlsxwriter

    count = 0
    places = _places(columns)
    book = xlsxwriter.Workbook(str(unfinished), {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    red = book.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE", "text_wrap": True})
    sheet.set_column(len(places), len(places), 80)
    sheet.freeze_panes(1, 0)
    for column, header in enumerate([*(columns.headers[at] for at in places), reason_header()]):
        sheet.write_string(0, column, header, bold)
    for cells, reason in rows:
        count += 1
        if count > _MOST_SHEET_ROWS:
            book.close()
            raise ReadError(
                N_("more rows were refused than a sheet of Excel can hold."),
                N_("Name a .csv file with --refused."),
                where=str(path),
            )
        for column, at in enumerate(places):
            value = cells[at] if at < len(cells) else ""
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(count, column, value)
            elif value not in (None, ""):
                sheet.write_string(count, column, cell_text(value))
        sheet.write_string(count, len(places), reason, red)
    book.close()
    return count


def _cell(cells: Sequence[Any], at: int) -> str:
    return cell_text(cells[at]) if at < len(cells) else ""
