"""Fills in a template as an office worker does: with a spreadsheet, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tongket.exchange.templates.form_sheets import target_of
from tongket.model.programmes import Programme

Entries = Sequence[Mapping[str, Any]]  # column -> what is written there


def fill(
    path: Path,
    programme: Programme,
    *,
    registers: Mapping[str, Entries] = {},
    values: Mapping[str, Any] = {},
    scores: Mapping[str, Any] = {},
    nothing: Sequence[str] = (),
) -> None:
    """Write into the template at ``path``: entries by register, values by 'INDICATOR/cell', points by criterion
    (and answers about the sheet by '*column'); ``nothing`` names registers in which nothing occurred.
    """
    book = load_workbook(path)
    for sheet in book.worksheets:
        _, _, named = str(sheet["A1"].value).partition("tongket-template:")
        kind, _, code = named.partition(":")
        if kind == "register":
            _fill_register(sheet, registers.get(code, ()), is_nothing=code in nothing)
        elif kind == "scores":
            _fill_scores(sheet, scores)
        elif kind == "form":
            _fill_form(sheet, programme, values)
    book.save(path)


def sheet_of(path: Path, code: str) -> str:
    """The name of the sheet of a register, form or score sheet."""
    return next(
        sheet.title for sheet in load_workbook(path).worksheets if str(sheet["A1"].value).split(":")[2:3] == [code]
    )


def _fill_register(sheet: Worksheet, entries: Entries, *, is_nothing: bool) -> None:
    columns = {cell.value: cell.column for cell in sheet[1]}
    marks = {cell.value: cell.row for cell in sheet["A"] if cell.value}
    if is_nothing:
        sheet.cell(marks["none"], 4, "x")
    for row, entry in enumerate(entries, marks["example"] + 1):
        for column, value in entry.items():
            sheet.cell(row, columns[column]).value = value


def _fill_scores(sheet: Worksheet, scores: Mapping[str, Any]) -> None:
    for cell in sheet["A"]:
        kind, _, code = str(cell.value).partition(":")
        if kind == "criterion" and code in scores:
            for column, value in enumerate(scores[code], 5):
                sheet.cell(cell.row, column, value)
        elif kind == "entry" and f"*{code}" in scores:
            sheet.cell(cell.row, 4, scores[f"*{code}"])


def _fill_form(sheet: Worksheet, programme: Programme, values: Mapping[str, Any]) -> None:
    for row in sheet.iter_rows(min_row=2):
        for cell in row[1:]:
            target = target_of(programme, str(row[0].value), str(sheet.cell(1, cell.column).value))
            if target is not None:
                name = "/".join(filter(None, (target.indicators[0].code, target.cell)))
                if name in values:
                    cell.value = values[name]
