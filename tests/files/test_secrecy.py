"""Documents marked Mật, Tối mật, Tuyệt mật are refused; the words in a sentence or a title are not a mark."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from word_files import cell, docx, paragraph, part, row, run, source, table

from tongket.errors import SecretError
from tongket.files.open import open_source
from tongket.files.secrecy import secrecy_mark
from tongket.files.text import text_blocks
from tongket.model.sources import Source

OPENING = (
    "Thực hiện Công văn số 12/UBND-NC của Ủy ban nhân dân tỉnh Mẫu Sơn về việc báo cáo kết quả công tác bảo vệ"
    " bí mật nhà nước trên địa bàn, Ủy ban nhân dân xã Lũng Ẳng báo cáo như sau:"
)


def text_source(text: str) -> Source:
    return Source("a.txt", "", "txt", text, text_blocks(text))


def report(*head: str) -> Source:
    return text_source("\n".join([*head, "BÁO CÁO", OPENING, "I. TÌNH HÌNH", "1. Chung"]))


@pytest.mark.parametrize(
    "line",
    [
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Kết quả công tác bảo vệ bí mật nhà nước năm 2025",
        "về việc thực hiện Luật Bảo vệ bí mật nhà nước",
        "BÍ MẬT",
        "Bí mật",
        "Độ mật: Không",
        "KHÔNG MẬT",
        "mật",
        "Mật ong",
        "Mật độ",
        "BAN CHỈ ĐẠO BẢO VỆ BÍ MẬT",
        "TRUNG TÂM GAN MẬT",
        "HỘI NUÔI ONG LẤY MẬT",
        "BAN HÀNH QUY CHẾ QUẢN LÝ TÀI LIỆU MẬT",
        "HỘI NGHỊ TẬP HUẤN SOẠN THẢO VĂN BẢN MẬT",
        "HỘI NGHỊ VỀ TÀI LIỆU MẬT, TỐI MẬT",
        "Ban hành danh mục tài liệu MẬT",
        "HỎA TỐC",
        "LƯU HÀNH NỘI BỘ",
        "TÀI LIỆU THU HỒI",
        "Số: 12/BC-UBND",
    ],
)
def test_what_is_no_mark(line: str) -> None:
    assert secrecy_mark(report(line)) == ""


def test_a_word_that_a_line_end_cut_off_is_no_mark() -> None:
    assert secrecy_mark(report("về công tác bảo vệ bí", "Mật")) == ""


def test_the_word_in_the_body_is_no_mark() -> None:
    listed = "\n".join([OPENING, "2. Sản phẩm", "Cà phê", "Mật", "TT\tMật\t12"])
    assert secrecy_mark(text_source("BÁO CÁO\n" + listed)) == ""


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "MẬT"),
        ("Mật", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("M Ậ T", "MẬT"),
        ("T Ố I   M Ậ T", "TỐI MẬT"),
        ("[MẬT]", "MẬT"),
        ("**MẬT**", "MẬT"),
        ("| TUYỆT MẬT |", "TUYỆT MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"),
        ("Mức độ mật: Tuyệt mật", "TUYỆT MẬT"),
        ("MẬT (C)", "MẬT"),
        ("MẬT - HỎA TỐC", "MẬT"),
        ("HỎA TỐC   TỐI MẬT", "TỐI MẬT"),
        ("Bản số: 03 - MẬT", "MẬT"),
        ("(TÀI LIỆU MẬT)", "MẬT"),
        ("Tối mật - B", "TỐI MẬT"),
        (unicodedata.normalize("NFD", "Tuyệt mật"), "TUYỆT MẬT"),
        ("MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT"),
        ("      MẬT                  ĐẢNG CỘNG SẢN VIỆT NAM", "MẬT"),
        ("XÃ LŨNG PHÌN MẬT", "MẬT"),
        ("ỦY BAN NHÂN DÂN XÃ LŨNG PHÌN\tTỐI MẬT", "TỐI MẬT"),
        ("MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT"),
        ("Số: 12/BC-UBND TUYỆT MẬT", "TUYỆT MẬT"),
    ],
)
def test_marks(line: str, mark: str) -> None:
    assert secrecy_mark(report("ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG", line)) == mark


BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(paragraph("MẬT") + paragraph(OPENING), id="a line"),
        pytest.param(table(row(cell("TỈNH MẪU SƠN", "Số: 1/BC-UBND", "MẬT"), "CỘNG HÒA")), id="a line of a cell"),
        pytest.param(table(row("MẬT")), id="a framed cell"),
        pytest.param(paragraph("<w:r><w:t>Số: 1</w:t><w:br/><w:t>MẬT</w:t></w:r>"), id="after a line break"),
        pytest.param(paragraph(run("x") + BOX.format(paragraph("MẬT"))), id="a text box"),
        pytest.param(paragraph(OPENING) + paragraph(run("x") + BOX.format(paragraph("MẬT"))), id="a box further down"),
        pytest.param(paragraph(run("ỦY BAN NHÂN DÂN XÃ LŨNG PHÌN\tMẬT")), id="a raw tab behind the organ"),
        pytest.param(paragraph('<w:r><w:pict><v:textpath string="MẬT"/></w:pict></w:r>'), id="a watermark"),
    ],
)
def test_marks_in_word_files(body: str) -> None:
    assert secrecy_mark(source(body)) == "MẬT"


def test_a_mark_in_a_header() -> None:
    section = paragraph("x", '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>')
    assert secrecy_mark(source(section, {"header1": part("hdr", paragraph("TỐI MẬT"))})) == "TỐI MẬT"


def test_a_cell_of_a_later_table_is_no_mark() -> None:
    assert secrecy_mark(source(paragraph("BÁO CÁO") + paragraph(OPENING) + table(row("1", "Mật")))) == ""


def test_the_message_names_the_mark_and_nothing_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("TỐI MẬT") + paragraph("Nội dung riêng")))
    with pytest.raises(SecretError) as caught:
        open_source(path)
    assert "TỐI MẬT" in caught.value.message("en")
    assert "Nội dung" not in caught.value.message("en") + repr(caught.value.facts)


def test_the_real_reports_carry_no_mark(shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.txt")):
        assert open_source(path).text


@pytest.mark.parametrize(
    ("line", "mark"), [("TUYỆT MÂT", "TUYỆT MẬT"), ("TÓI MẬT", "TỐI MẬT"), ("MÂT", "MẬT"), ("MẶT", ""), ("Mât", "")]
)
def test_a_mark_of_a_scan_may_lose_its_signs(line: str, mark: str) -> None:
    assert secrecy_mark(replace(report(line), scanned=True)) == mark
    assert secrecy_mark(report("TUYỆT MÂT")) == ""
