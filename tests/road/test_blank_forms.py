from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tongket.programmes.load import load_programme
from tongket.road.drafting import read_request, write_blank_forms
from tongket.road.reading import read


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    letter, forms = write_blank_forms("ct-06-tu", tmp_path_factory.mktemp("mau"))
    return letter, forms


def test_the_letter_says_what_is_asked(written: tuple[Path, Path]) -> None:
    text = "\n".join(paragraph.text for paragraph in Document(str(written[0])).paragraphs)
    assert "sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU" in text
    assert "Thời hạn gửi báo cáo" in text
    assert "ĐỀ CƯƠNG BÁO CÁO" in text
    headings = [line for line in text.split("\n") if line.startswith(("I. ", "II. ", "III. ", "1. Ưu điểm"))]
    assert [line.split(". ")[1][:20] for line in headings] == [
        "ĐẶC ĐIỂM TÌNH HÌNH (",
        "CÔNG TÁC LÃNH ĐẠO, C",
        "KẾT QUẢ THỰC HIỆN",
        "Ưu điểm",
    ]


def test_what_no_form_asks_for_is_asked_in_the_outline(written: tuple[Path, Path]) -> None:
    text = "\n".join(paragraph.text for paragraph in Document(str(written[0])).paragraphs)
    assert "Tỷ lệ nội dung đã khắc phục (%)" in text
    assert "Đoàn viên, hội viên là tín đồ tôn giáo (người), chia theo Tổ chức (Đoàn Thanh niên, " in text


def test_the_tables_of_the_letter_have_units_numbers_and_marks(written: tuple[Path, Path]) -> None:
    tables = [table for table in Document(str(written[0])).tables if table.rows[0].cells[0].text in ("STT", "TT")]
    across, down = tables
    assert [cell.text for cell in across.rows[1].cells][:5] == ["(A)", "(B)", "(1)", "(2)", "(3=2/1x100)"]
    assert [cell.text for cell in down.rows[0].cells] == ["STT", "Nội dung", "Đơn vị tính", "Số lượng"]
    rows = [[cell.text.strip() for cell in row.cells] for row in down.rows]
    assert ["", "- Hội nghị quán triệt riêng", "hội nghị", ""] in rows


def test_the_workbook_has_a_sheet_for_each_form(written: tuple[Path, Path]) -> None:
    book = load_workbook(written[1])
    assert book.sheetnames == ["PL1", "PL2"]
    sheet = book["PL2"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "STT")
    assert [cell.value for cell in head] == ["STT", "Nội dung", "Đơn vị tính", "Số lượng"]
    labelled = {row[1].value: row for row in sheet.iter_rows(min_row=head[0].row) if row[1].value}
    assert labelled["- Hội nghị quán triệt riêng"][1].alignment.indent == 2
    assert labelled["Tin, bài tuyên truyền"][2].value == "tin, bài"


def test_the_letter_reads_as_a_document_of_its_directive(written: tuple[Path, Path]) -> None:
    report = read(written[0])
    assert "06-CT/TU" in {one.symbol for one in report.citations}
    assert len(report.tables) == 2


def test_the_same_programme_gives_the_same_bytes(written: tuple[Path, Path], tmp_path: Path) -> None:
    again = write_blank_forms("ct-06-tu", tmp_path)
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in written]


def test_levels_stand_as_columns_of_their_own(tmp_path: Path) -> None:
    _, forms = write_blank_forms("kl-62-tw", tmp_path)
    sheet = load_workbook(forms)["PL2.1"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "STT")
    assert [cell.value for cell in head] == ["STT", "Nội dung", "Đơn vị tính", "Cấp tỉnh", "Cấp huyện", "Cấp cơ sở"]


def test_a_party_programme_has_a_party_letterhead(tmp_path: Path) -> None:
    letter, _ = write_blank_forms("kl-62-tw", tmp_path)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in "\n".join(cell.text for cell in Document(str(letter)).tables[0].rows[0].cells)
    assert read_request(letter).programme.regime == load_programme("kl-62-tw").regime == "party"
