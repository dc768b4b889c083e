"""Spreadsheets as the appendices that they are: rows, titles above them, merged cells once."""

from __future__ import annotations

import contextlib
import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from compound_files import old_workbook
from hypothesis import given, settings
from hypothesis import strategies as st

from legacy_typing import typed_tcvn3
from tongket.errors import ReadError
from tongket.files.docx.read import read_docx
from tongket.files.old_fonts import decode_source
from tongket.files.sheet_cells import cell_text
from tongket.files.sheets import HIDDEN, WITHOUT_RESULT, read_sheets, rows_of_workbook
from tongket.model.sources import Source
from tongket.reading.read import read_source

HANDWRITTEN = Path(__file__).parents[1] / "handwritten"
Fill = Callable[[xlsxwriter.Workbook], None]


def workbook(fill: Fill) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    fill(book)
    book.close()
    return made.getvalue()


def one_sheet(rows: list[list[object]], name: str = "Sheet1") -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    return workbook(fill)


def shown(source: Source) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(source.text[cell.start : cell.end], cell.column, cell.columns, cell.rows) for cell in block.cells]
        for block in source.blocks
        if block.kind == "row"
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(None, "", id="none"),
        pytest.param("05", "05", id="text as typed"),
        pytest.param(5.0, "5", id="a whole number"),
        pytest.param(1234567.0, "1234567", id="no marks between thousands: none are stored"),
        pytest.param(12.5, "12,5", id="a decimal comma"),
        pytest.param(0.1 + 0.2, "0,3", id="not the dust of binary numbers"),
        pytest.param(-3, "-3", id="negative"),
        pytest.param(datetime.date(2025, 3, 4), "04/03/2025", id="a date"),
        pytest.param(datetime.datetime(2025, 3, 4, 8, 30), "04/03/2025 08:30", id="date and time"),
        pytest.param(datetime.time(8, 5), "08:05", id="a time"),
        pytest.param(datetime.timedelta(hours=30), "30:00", id="hours"),
        pytest.param(True, "TRUE", id="a truth"),
    ],
)
def test_what_a_cell_shows(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_percentages_are_shown_as_such() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Biểu 1")
        sheet.write_row(0, 0, ["TT", "Nội dung", "Tỷ lệ", "Tỷ lệ", "Số"])
        sheet.write_row(1, 0, [1, "Đối thoại"])
        sheet.write(1, 2, 0.8512, book.add_format({"num_format": "0%"}))
        sheet.write(1, 3, 0.8512, book.add_format({"num_format": "#,##0.0%"}))
        sheet.write(1, 4, 0.8512)

    assert read_sheets(workbook(fill), file="a.xlsx").text.split("\n")[-1] == "1\tĐối thoại\t85%\t85,1%\t0,8512"


def test_titles_are_paragraphs_and_blank_rows_and_columns_go() -> None:
    source = read_sheets(
        one_sheet(
            [
                ["", "PHỤ LỤC I"],
                ["", "Kết quả thực hiện quy chế dân chủ"],
                [],
                ["", "TT", "", "Nội dung", "Số"],
                [],
                ["", 1, "", "Cuộc đối thoại", 12],
                ["", "", "", "Tổng cộng", 12],
                [],
                ["", "", "", "Ghi chú: đến 31/12"],
            ],
            "Biểu 1",
        ),
        file="a.xlsx",
    )
    assert source.text.split("\n") == [
        "Biểu 1",
        "PHỤ LỤC I",
        "Kết quả thực hiện quy chế dân chủ",
        "TT\tNội dung\tSố",
        "1\tCuộc đối thoại\t12",
        "\tTổng cộng\t12",
        "Ghi chú: đến 31/12",
    ]
    assert [block.kind for block in source.blocks] == ["paragraph"] * 3 + ["row"] * 3 + ["paragraph"]


def test_letterhead_and_signature_are_not_of_the_table() -> None:
    source = read_sheets(
        one_sheet(
            [
                ["UBND XÃ MẪU", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["BIỂU SỐ LIỆU"],
                ["TT", "Nội dung", "Số"],
                [1, "Cuộc", 12],
                [],
                ["NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"],
            ]
        ),
        file="a.xlsx",
    )
    assert [block.table for block in source.blocks] == [0, None, 1, 1, 2]


def test_two_tables_of_a_sheet_have_their_own_titles_and_columns() -> None:
    source = read_sheets(
        one_sheet(
            [["Biểu 1"], ["TT", "A", "B", "C"], [1, 2, 3, 4], ["Biểu 2"], ["TT", "D"], [1, 5]],
        ),
        file="a.xlsx",
    )
    assert [(block.kind, block.table, len(block.cells)) for block in source.blocks] == [
        ("paragraph", None, 0),
        ("row", 0, 4),
        ("row", 0, 4),
        ("paragraph", None, 0),
        ("row", 1, 2),
        ("row", 1, 2),
    ]


def test_merged_cells_stand_once() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Sheet1")
        sheet.merge_range(0, 0, 1, 0, "TT")
        sheet.merge_range(0, 1, 0, 2, "Số cuộc")
        sheet.write_row(1, 1, ["2024", "2025"])
        sheet.write_row(2, 0, [1, 5, 6])

    source = read_sheets(workbook(fill), file="a.xlsx")
    assert source.text == "TT\tSố cuộc\n\t2024\t2025\n1\t5\t6"
    assert shown(source)[0] == [("TT", 0, 1, 2), ("Số cuộc", 1, 2, 1)]


def test_lines_of_a_cell_are_breaks() -> None:
    source = read_sheets(one_sheet([["TT", "Nội\tdung\ndài"], [1, "x"]]), file="a.xlsx")
    assert source.text.startswith("TT\tNội dung dài\n")
    assert [source.text[at] for at in source.blocks[0].breaks] == [" "]


@pytest.mark.parametrize(("result", "said"), [("", True), ("#REF!", True), (12, False)])
def test_formulas_without_a_result_are_blank_and_it_is_said(result: str | int, said: bool) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Biểu 01")
        sheet.write(0, 0, "Số hộ")
        sheet.write_formula(1, 0, "=SUM(B1:B9)", value=result)

    data = workbook(fill)
    if result == "":
        data = without_values(data)
    assert (WITHOUT_RESULT in read_sheets(data, file="a.xlsx").warnings) is said


def without_values(data: bytes) -> bytes:
    """A workbook as programs write it that compute no formula."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v></v>", old.read(name)))
    return whole.getvalue()


def test_hidden_sheets_are_left_out_and_it_is_said() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Biểu").write_row(0, 0, ["TT", "Số"])
        hidden = book.add_worksheet("Nháp")
        hidden.write(0, 0, "không gửi")
        hidden.hide()
        book.add_worksheet("Trống")

    source = read_sheets(workbook(fill), file="a.xlsx")
    assert source.text == "Biểu\nTT\tSố"
    assert source.warnings == (HIDDEN,)
    assert rows_of_workbook(workbook(fill)) == [("Biểu", [["TT", "Số"]])]


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        pytest.param("TT;Nội dung\n1;Họp, dân 5,5\n".encode(), ["TT\tNội dung", "1\tHọp, dân 5,5"], id="semicolon"),
        pytest.param('TT,Nội dung\r\n1,"a, ""b"""\r\n'.encode(), ["TT\tNội dung", '1\ta, "b"'], id="commas and quotes"),
        pytest.param("\ufeffTT\tSố\n1\t2\n".encode("utf-16"), ["TT\tSố", "1\t2"], id="tabs in UTF-16, as Excel saves"),
        pytest.param(b"sep=|\nTT|x\n1|2;3;4\n", ["TT\tx", "1\t2;3;4"], id="a named delimiter"),
        pytest.param("một dòng\nhai dòng".encode(), ["một dòng", "hai dòng"], id="no table at all"),
        pytest.param(
            typed_tcvn3("TT;Nội dung\n1;Cuộc đối thoại\n2;Lượt người được tiếp\n").encode("latin-1"),
            ["TT\tNội dung", "1\tCuộc đối thoại", "2\tLượt người được tiếp"],
            id="TCVN3",
        ),
    ],
)
def test_tables_of_text(data: bytes, lines: list[str]) -> None:
    assert read_sheets(data, file="a.csv").text.split("\n") == lines


def test_a_workbook_typed_in_an_old_font() -> None:
    rows = [["TT", "Nội dung", "Số"], [1, "Cuộc đối thoại với nhân dân", 5], [2, "Lượt người được tiếp", 7]]
    typed = [[typed_tcvn3(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    source = decode_source(read_sheets(one_sheet(typed), file="a.xlsx"))
    assert source.text == "TT\tNội dung\tSố\n1\tCuộc đối thoại với nhân dân\t5\n2\tLượt người được tiếp\t7"


OPEN = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>
 <style:style style:name="h"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
 <office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"""


ABYSS = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
FILLED = "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"


def open_document(tables: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", OPEN.format(tables))
    return made.getvalue()


def test_open_document_sheets() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    number = 'office:value-type="float" office:value="1234567.5"'
    percent = 'office:value-type="percentage" office:value="0.8512"'
    day = 'office:value-type="date" office:date-value="2025-03-04"'
    rows = (
        cell("TT", 'table:number-rows-spanned="2"') + cell("Số<text:s/>liệu", 'table:number-columns-spanned="3"'),
        "<table:covered-table-cell/>" + cell("a") + cell("b") + cell("c"),
        cell("1") + cell("1,234,567.50", number) + cell("85.1%", percent) + cell("3/4/25", day),
    )
    filled = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    source = read_sheets(
        open_document(
            f'<table:table table:name="Biểu">{filled}{blank}</table:table>'
            f'<table:table table:name="Nháp" table:style-name="h">{filled}</table:table>'
        ),
        file="a.ods",
    )
    assert source.text == "Biểu\nTT\tSố liệu\n\ta\tb\tc\n1\t1234567,5\t85,1%\t04/03/2025"
    assert shown(source)[0] == [("TT", 0, 1, 2), ("Số liệu", 1, 3, 1)]
    assert source.warnings == (HIDDEN,)


def far_apart() -> bytes:
    """Two cells at opposite corners: what a table of all between them would take is half a terabyte."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True})  # writes them without looking at the rows between
    sheet = book.add_worksheet()
    sheet.write(0, 0, "x")
    sheet.write(1048575, 16383, "y")
    book.close()
    return made.getvalue()


REPEATED = '<table:table-cell table:number-columns-repeated="4096"><text:p>x</text:p></table:table-cell>'


def without_part(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(one_sheet([["x"]]))) as book, zipfile.ZipFile(made, "w") as copy:
        for part in book.namelist():
            if part != name:
                copy.writestr(part, book.read(part))
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(far_apart(), id="cells far apart"),
        pytest.param(one_sheet([["x"] * 600] * 2), id="too many columns"),
        pytest.param(open_document(f"<table:table>{ABYSS * 9}{FILLED}</table:table>"), id="a cell far down in .ods"),
        pytest.param(open_document("<table:table>"), id="an .ods that is not well formed"),
        pytest.param(
            open_document(f"<table:table><table:table-row>{REPEATED * 2000}</table:table-row></table:table>"),
            id="a row of .ods that says it is endless",
        ),
        pytest.param(one_sheet([["x", 1]])[:900], id="cut off"),
        pytest.param(without_part("xl/workbook.xml"), id="no workbook"),
        pytest.param(without_part("xl/_rels/workbook.xml.rels"), id="no relations"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, id="an empty shell of .xls"),
    ],
)
def test_what_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_sheets(data, file="a.xlsx")
    assert "a.xlsx" in caught.value.message("en")


def test_an_old_workbook_is_read_without_modules_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("python_calamine", "json", "lxml"):
        (tmp_path / f"{name}.py").write_text("open('run', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError):
        read_sheets(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, file="a.xls")
    assert not (tmp_path / "run").exists()


def test_an_appendix_in_excel_reads_as_in_word() -> None:
    """The tables of a Word report, copied into a sheet, give the same values."""
    name = "ubnd-huyen-song-quao-2024.docx"
    source = read_docx((HANDWRITTEN / name).read_bytes(), file=name)
    tables = read_source(source).tables

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Phụ lục")
        at = 0
        for table in tables:
            if table.title:
                sheet.write(at, 0, table.title)
            for block in (one for one in source.blocks if one.kind == "row" and table.start <= one.start < table.end):
                at += 1
                for cell in block.cells:
                    text = source.text[cell.start : cell.end]
                    if cell.columns > 1 or cell.rows > 1:
                        last = (at + cell.rows - 1, cell.column + cell.columns - 1)
                        sheet.merge_range(at, cell.column, *last, text)
                    elif text.isdigit() and not text.startswith("0"):
                        sheet.write_number(at, cell.column, int(text))
                    else:
                        sheet.write_string(at, cell.column, text)
            at += 2

    read = read_source(read_sheets(workbook(fill), file="a.xlsx")).tables
    assert len(read) == len(tables) > 1
    for mine, theirs in zip(read, tables, strict=True):
        assert mine.header == theirs.header
        assert [[(cell.text, cell.column, cell.columns, cell.rows) for cell in row.cells] for row in mine.rows] == [
            [(cell.text, cell.column, cell.columns, cell.rows) for cell in row.cells] for row in theirs.rows
        ]


CELLS = st.one_of(st.text(max_size=8), st.integers(-9999, 9999), st.floats(-1e6, 1e6), st.none(), st.booleans())


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8))
def test_offsets_hold_for_any_sheet(rows: list[list[object]]) -> None:
    source = read_sheets(one_sheet([list(row) for row in rows]), file="a.xlsx")
    for block in source.blocks:
        assert 0 <= block.start <= block.end <= len(source.text)
        assert "\n" not in source.text[block.start : block.end]
        for cell in block.cells:
            assert block.start <= cell.start <= cell.end <= block.end
            assert "\t" not in source.text[cell.start : cell.end]


@pytest.mark.slow
@settings(max_examples=2000)
@given(st.data())
def test_harmed_workbooks_are_read_or_refused(data: st.DataObject) -> None:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(one_sheet([["TT", "Nội dung", 3], [1, "x", 0.5]]))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    harmed = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(harmed) - 1))
        harmed[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
        if not harmed:
            break
    parts[name] = bytes(harmed)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        for part, content in parts.items():
            copy.writestr(part, content)
    with contextlib.suppress(ReadError):
        read_sheets(made.getvalue(), file="a.xlsx")


@pytest.mark.slow
@settings(max_examples=2000)
@given(st.binary(max_size=400), st.text(max_size=200))
def test_any_table_of_text_is_read_or_refused(data: bytes, text: str) -> None:
    for one in (data, text.encode("utf-8", "surrogatepass")):
        with contextlib.suppress(ReadError):
            read_sheets(one, file="a.csv")


def test_a_workbook_of_old_is_read() -> None:
    data = old_workbook(
        [["PHỤ LỤC 1"], ["STT", "Nội dung", "Số lượng"], [1, "Hội nghị", 12], [2, "Lượt người", 1280.5]]
    )
    assert read_sheets(data, file="a.xls").text.splitlines()[-2:] == ["1\tHội nghị\t12", "2\tLượt người\t1280,5"]
