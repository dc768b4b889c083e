"""Forms in Word with merged header cells, made by another program than this one."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from tongket.road.drafting import read_request


def word_form(path: Path) -> Path:
    document = Document()
    document.add_paragraph("PHỤ LỤC II")
    document.add_paragraph("KẾT QUẢ CÔNG TÁC HÒA GIẢI Ở CƠ SỞ")
    document.add_paragraph("(Số liệu tính đến ngày 30/6/2026)")
    table = document.add_table(rows=7, cols=6)
    for column, title in enumerate(("STT", "Nội dung", "ĐVT", "Tổng số", "Trong đó", "")):
        table.cell(0, column).text = title
    table.cell(1, 4).text, table.cell(1, 5).text = "Cấp huyện", "Cấp xã"
    table.cell(0, 4).merge(table.cell(0, 5))
    for column in range(4):
        table.cell(0, column).merge(table.cell(1, column))
    for column, number in enumerate(("(1)", "(2)", "(3)", "(4)=(5)+(6)", "(5)", "(6)")):
        table.cell(2, column).text = number
    body = (("I", "Tổ hòa giải", ""), ("1", "Số tổ hòa giải", "tổ"), ("2", "Số hòa giải viên", "người"))
    body += (("", "- Nữ", "người"),)
    for row, cells in enumerate(body, 3):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.save(str(path))
    return path


def test_merged_header_cells_of_word(tmp_path: Path) -> None:
    programme = read_request(word_form(tmp_path / "bieu-mau.docx")).programme
    form = programme.forms[0]
    assert (form.code, form.appendix, form.caption) == ("PLII", "PHỤ LỤC II", "(Số liệu tính đến ngày 30/6/2026)")
    assert [(column.title, column.role, column.level) for column in form.columns] == [
        ("STT", "ordinal", ""),
        ("Nội dung", "label", ""),
        ("ĐVT", "note", ""),
        ("Tổng số", "value", ""),
        ("Trong đó Cấp huyện", "value", "district"),
        ("Trong đó Cấp xã", "value", "commune"),
    ]
    assert [(row.number, row.label, row.depth, len(row.indicators)) for row in form.rows] == [
        ("I", "Tổ hòa giải", 0, 0),
        ("1", "Số tổ hòa giải", 1, 1),
        ("2", "Số hòa giải viên", 1, 1),
        ("", "Nữ", 2, 1),
    ]
    assert {one.unit_word: one.dimensions for one in programme.indicators} == {"tổ": ("cap",), "người": ("cap",)}
