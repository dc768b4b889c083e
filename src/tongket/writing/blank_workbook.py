"""The blank forms as a workbook (bieu-mau.xlsx): a sheet for each form, to be filled in or printed."""

from __future__ import annotations

import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from tongket.model.programmes import Form, Programme
from tongket.writing.blank_tables import BlankTable, blank_table

_WIDTHS = {"ordinal": 6.0, "unit": 14.0, "note": 16.0}
_LETTERS = 1.0  # of the type used, to one unit of a column's width
_LINE = 16  # points
_A4 = 9


def write_forms(programme: Programme, path: Path) -> None:
    """Write the workbook to ``path``."""
    path.write_bytes(forms_bytes(programme))


def forms_bytes(programme: Programme) -> bytes:
    """The workbook; the same programme gives the same bytes."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    created = datetime.datetime(2000, 1, 1)
    book.set_properties({"title": programme.title, "author": "Tổng kết", "created": created})
    looks = _looks(book)
    headings: dict[str, str] = {}
    for form in programme.forms:
        headings.setdefault(form.appendix, form.heading)
        _sheet(book, looks, programme, form, headings[form.appendix])
    if not programme.forms:
        book.add_worksheet("Biểu mẫu")
    book.close()
    return buffer.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
    cell = {**font, "border": 1, "text_wrap": True}
    looks = {
        "label": {**font, "bold": True, "align": "center"},
        "title": {**font, "bold": True, "align": "center", "text_wrap": True},
        "caption": {**font, "italic": True, "align": "center"},
        "line": font,
        "head": {**cell, "bold": True, "align": "center", "bg_color": "#EEF2F6"},
        "number": {**cell, "italic": True, "align": "center", "font_size": 10},
        "centre": {**cell, "align": "center"},
        "bold centre": {**cell, "align": "center", "bold": True},
        "answer": {**cell, "align": "right", "num_format": "[$-42A]#,##0.##"},
        "sign": {**font, "bold": True, "align": "center"},
        "date": {**font, "italic": True, "align": "center"},
    }
    for depth in range(6):
        looks[f"text{depth}"] = {**cell, "indent": depth}
        looks[f"bold text{depth}"] = {**cell, "indent": depth, "bold": True}
    return {name: book.add_format(look) for name, look in looks.items()}


def _sheet(book: Any, looks: dict[str, Any], programme: Programme, form: Form, heading: str) -> None:
    blank = blank_table(programme, form)
    sheet = book.add_worksheet(form.code[:31])
    last = len(blank.columns) - 1
    widths = [_width(blank, at) for at in range(last + 1)]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    row = _titles(sheet, looks, form, heading, last, sum(widths))
    top = row
    for at, column in enumerate(blank.columns):
        sheet.write_string(row, at, column.title, looks["head"])
    lines = max(_lines(column.title, width) for column, width in zip(blank.columns, widths, strict=True))
    sheet.set_row(row, _LINE * lines + 4)
    row += 1
    if blank.numbered:
        for at, column in enumerate(blank.columns):
            sheet.write_string(row, at, f"({column.number})", looks["number"])
        row += 1
    first = row
    for line in blank.rows:
        for at, (column, cell) in enumerate(zip(blank.columns, line.cells, strict=True)):
            look = "answer" if column.role == "value" else "centre"
            if column.role == "label":
                look = f"{'bold ' if line.bold else ''}text{min(line.depth, 5)}"
            elif column.role == "ordinal" and line.bold:
                look = "bold centre"
            if cell:
                sheet.write_string(row, at, cell.replace("\u2003", ""), looks[look])
            else:
                sheet.write_blank(row, at, None, looks[look])
        sheet.set_row(row, _LINE * max(_lines(cell, w) for cell, w in zip(line.cells, widths, strict=True)) + 2)
        row += 1
    _signature(sheet, looks, row + 1, last)
    sheet.freeze_panes(first, 0)
    sheet.set_paper(_A4)
    if sum(column.role == "value" for column in blank.columns) > 3:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top, first - 1)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.hide_gridlines(2)


def _titles(sheet: Any, looks: dict[str, Any], form: Form, heading: str, last: int, width: float) -> int:
    """The lines above the table; the row where the table begins."""
    sheet.write_string(0, 0, "Đơn vị báo cáo: ………………………………", looks["line"])
    lines = [(form.appendix.upper(), "label"), (heading, "title"), (form.title, "title"), (form.caption, "caption")]
    row = 1
    for words, look in lines:
        if words:
            sheet.merge_range(row, 0, row, last, words, looks[look])
            sheet.set_row(row, _LINE * _lines(words, width) + 2)
            row += 1
    return row + 1


def _signature(sheet: Any, looks: dict[str, Any], row: int, last: int) -> None:
    middle = max(last // 2 + 1, 1)
    sheet.write_string(row, middle, "…………, ngày …… tháng …… năm ……", looks["date"])
    sheet.write_string(row + 1, min(1, last), "Người lập biểu", looks["sign"])
    sheet.write_string(row + 1, middle, "Thủ trưởng đơn vị", looks["sign"])


def _width(blank: BlankTable, at: int) -> float:
    column = blank.columns[at]
    if column.role == "label":
        longest = max((len(row.cells[at]) for row in blank.rows), default=20)
        values = sum(one.role == "value" for one in blank.columns)
        return min(max(longest * 0.9, 24), 62 if values < 4 else 40)
    word = max((len(word) for word in column.title.split()), default=4)
    return max(_WIDTHS.get(column.role, 14), word * _LETTERS + 2)


def _lines(text: str, width: float) -> int:
    return max(1, -(-int(len(text) * _LETTERS) // max(int(width), 1)))
