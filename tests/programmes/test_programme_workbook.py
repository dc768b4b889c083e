"""Mistakes of a workbook name sheet and cell, and what an officer does to it does not harm."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from programme_values import same

from tongket.errors import ProgrammeError
from tongket.exchange.programme_workbook import programme_workbook
from tongket.messages import use_language
from tongket.programmes.checking import checked
from tongket.programmes.load import load_programme

Change = Callable[[Any], object]


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


@functools.cache
def _book() -> bytes:
    return programme_workbook(load_programme("ct-06-tu"))


def edited(folder: Path, change: Change) -> Path:
    """The workbook of a programme after a person has been at it."""
    file = folder / "book.xlsx"
    file.write_bytes(_book())
    book = openpyxl.load_workbook(file)
    change(book)
    book.save(file)
    return file


def put(sheet: str, cell: str, value: object) -> Change:
    return lambda book: book[sheet].__setitem__(cell, value)


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        pytest.param(put("Indicators", "A3", "QT-02"), "Indicators!A4", "given twice", id="code twice"),
        pytest.param(put("Indicators", "D3", "whole"), "Indicators!D3", "whole number; number with", id="no such kind"),
        pytest.param(put("Indicators", "E3", "two"), "Indicators!E3", "whole number from 0 to 6", id="scale in words"),
        pytest.param(put("Indicators", "B3", None), "Indicators!A3", "'name' is missing", id="no name"),
        pytest.param(put("Phrases", "A3", "QT-99"), "Phrases!A3", "belongs to 'QT-99'", id="phrase of nothing"),
        pytest.param(put("Rows of forms", "E4", "QT-99"), "Rows of forms!E4", "'QT-99' does not exist", id="row"),
        pytest.param(put("Sums", "C3", "QT-01\nQT-99"), "Sums!C3", "'QT-99' does not exist", id="part of a sum"),
        pytest.param(put("Sentences", "B3", "Có {QT-99}."), "Sentences!B3", "which is no indicator", id="sentence"),
        pytest.param(put("Programme", "C4", "two"), "Programme!C4", "whole number", id="version in words"),
        pytest.param(put("Programme", "C14", "31/02/2021"), "Programme!C14", "date of the calendar", id="no such day"),
    ],
)  # fmt: skip
def test_a_mistake_names_sheet_and_cell(tmp_path: Path, change: Change, place: str, words: str) -> None:
    errors = checked(edited(tmp_path, change)).errors
    told = [error for error in errors if words in error.message("en")]
    assert told, [error.message("en") for error in errors]
    assert told[0].where.endswith(f"book.xlsx, {place}")
    assert told[0].mend


def without_hidden_row(book: Any) -> None:
    for sheet in book:
        if not sheet.title.startswith("_"):
            sheet.delete_rows(1)
    book["Programme"].delete_cols(1)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda book: book["Indicators"].insert_cols(3), id="a column is put between"),
        pytest.param(lambda book: book["Indicators"].insert_rows(9, 3), id="blank rows"),
        pytest.param(lambda book: book.move_sheet("Outline", -20), id="sheets in another order"),
        pytest.param(lambda book: setattr(book["Indicators"], "title", "Biểu 1"), id="a sheet is called otherwise"),
        pytest.param(without_hidden_row, id="without the hidden row the headings count"),
    ],
)
def test_the_same_programme_in_another_dress(tmp_path: Path, change: Change) -> None:
    assert same(load_programme(edited(tmp_path, change)), load_programme("ct-06-tu"))


def test_a_remark_of_ones_own_is_kept_out_and_said(tmp_path: Path) -> None:
    def remark(book: Any) -> None:
        sheet = book["Indicators"]
        column = sheet.max_column + 1
        sheet.cell(2, column, "Ghi chú")
        sheet.cell(3, column, "hỏi lại Sở")

    found = checked(edited(tmp_path, remark))
    assert found.errors == ()
    assert ["'Ghi chú' is not read" in one.message("en") for one in found.warnings] == [True]


def test_the_hash_is_of_what_is_said_and_not_of_the_looks(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
    plain = load_programme(edited(tmp_path / "a", lambda _book: None)).hash
    wide = load_programme(
        edited(tmp_path / "b", lambda book: setattr(book["Sums"].column_dimensions["A"], "width", 50))
    )
    other = load_programme(edited(tmp_path / "c", put("Indicators", "B3", "Hội nghị riêng")))
    assert wide.hash == plain
    assert other.hash != plain


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "cannot be opened as an Excel workbook", id="empty"),
        pytest.param(b"PK\x03\x04 no", "cannot be opened as an Excel workbook", id="cut off"),
    ],
)
def test_no_workbook_at_all(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(data)
    with pytest.raises(ProgrammeError, match=words):
        load_programme(file)


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Tên"
    book.save(tmp_path / "book.xlsx")
    with pytest.raises(ProgrammeError, match="no sheet with a programme's head"):
        load_programme(tmp_path / "book.xlsx")
