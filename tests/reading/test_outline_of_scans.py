"""Headings whose numbers a scan dirtied, tables without lines, texts that show signatures, attached documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.files.text import text_blocks
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.read import read_source
from tongket.reading.running.type_lines import read_type_line

ReportOf = Callable[[str], Report]

HEAD = "BÁO CÁO\n\nKết quả công tác năm 2024\n\nThực hiện kế hoạch năm, Ủy ban nhân dân xã báo cáo như sau:\n\n"
TAIL = "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\n"


def numbers(report: Report) -> list[tuple[int, str | None]]:
    return [(one.level, one.number) for one in report.walk_sections()]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Báo cáo kết quả", None, id="ordinary letters"),
        pytest.param("- BÁO CÁO", None, id="an item of a list"),
        pytest.param("I. BÁO CÁO CHUNG", None, id="a heading"),
        pytest.param("BÁO CÁO", "Báo cáo", id="alone"),
        pytest.param("KẾ HOẠCH PHỐI HỢP", "Kế hoạch phối hợp", id="the longer name"),
        pytest.param("BÁO CÁO GIÁ THỊ TRƯỜNG THÁNG 5", "Báo cáo", id="a title on its line"),
        pytest.param("| BÁO CÁO", "Báo cáo", id="dirt before it"),
        pytest.param("QUYÉT ĐỊNH:", "Quyết định", id="a wrong accent"),
        pytest.param("BáO CáO KếT QUả", "Báo cáo", id="small letters of an old font"),
    ],
)
def test_type_lines(line: str, name: str | None) -> None:
    found = read_type_line(line)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        pytest.param(("I.", "V.", "VI."), ["I", "V", "VI"], id="clean numbers stand as they are"),
        pytest.param(("I.", "H.", "III."), ["I", "II", "III"], id="two strokes that look like H"),
        pytest.param(("L.", "II.", "IH."), ["I", "II", "III"], id="an L for the first, an IH for the third"),
        pytest.param(("L.", "IL.", "TH.", "IV."), ["I", "II", "III", "IV"], id="garbled numbers prove one another"),
        pytest.param(("I.", "II.", "IH,", "IV."), ["I", "II", "III", "IV"], id="a comma behind a garbled number"),
        pytest.param(("L.",), [], id="nothing proves the L"),
        pytest.param(("T.", "IV."), ["IV"], id="a neighbour that does not fit"),
        pytest.param(("I.", "H.", "V."), ["I", "V"], id="nothing proves the H"),
        pytest.param(("1.", "2,", "3."), ["1", "2", "3"], id="a comma for a dot"),
        pytest.param(("1.", "_ 2.", "3."), ["1", "2", "3"], id="dirt before a number"),
        pytest.param(("1.", "Ông 2,", "3."), ["1", "3"], id="a word before a number"),
        pytest.param(("A.", "B."), ["A", "B"], id="letters before ordinary words prove one another"),
        pytest.param(("A.",), [], id="a letter alone is a name"),
        pytest.param(("A.", "B.", "C.", "D.", "Đ.", "E."), list("ABCDĐE"), id="Đ between D and E"),
        pytest.param(("A.", "B.", "C.", "D.", "E.", "G."), list("ABCDEG"), id="a list without Đ"),
    ],
)
def test_numbers_that_neighbours_prove(marks: tuple[str, ...], found: list[str], report_of: ReportOf) -> None:
    body = "\n\n".join(f"{mark} Công tác chung\n\nĐã làm tốt." for mark in marks)
    assert [number for _, number in numbers(report_of(HEAD + body + TAIL))] == found


def test_a_garbled_number_keeps_what_is_printed(report_of: ReportOf) -> None:
    report = report_of(HEAD + "I. Ưu điểm\n\nLàm tốt.\n\nH. Hạn chế\n\nCòn chậm.\n\nIII. Kiến nghị\n\nKhông." + TAIL)
    assert [(one.number, one.printed) for one in report.sections] == [("I", ""), ("II", "H"), ("III", "")]


@pytest.mark.parametrize(
    ("scanned", "found"),
    [
        pytest.param(False, ["I", "II", "II", "IV"], id="typed: the writer's slip stays"),
        pytest.param(True, ["I", "II", "III", "IV"], id="scanned: a stroke was lost"),
    ],
)
def test_a_lost_stroke_of_a_roman_number(scanned: bool, found: list[str], source_of: Callable[[str], Source]) -> None:
    body = "\n\n".join(f"{mark} Công tác chung\n\nĐã làm tốt." for mark in ("I.", "II.", "II.", "IV."))
    report = read_source(replace(source_of(HEAD + body + TAIL), scanned=scanned))
    assert [number for _, number in numbers(report)] == found


def test_a_garbled_first_number_ends_the_opening(report_of: ReportOf) -> None:
    report = report_of(HEAD + "L. Sự cần thiết\n\nCó căn cứ.\n\nII. Nội dung\n\nĐủ." + TAIL)
    assert [one.title for one in report.sections] == ["Sự cần thiết", "Nội dung"]


def test_dirt_before_a_number_after_a_full_stop(report_of: ReportOf) -> None:
    body = "7. Công an tỉnh: Tuần tra.\n\n._ 8. Hiệp hội Doanh nghiệp tỉnh: Tuyên truyền cho hội viên."
    assert [one.title for one in report_of(HEAD + body + TAIL).sections] == [
        "Công an tỉnh",
        "Hiệp hội Doanh nghiệp tỉnh",
    ]


def test_numbers_of_a_table_without_lines_are_no_sections(report_of: ReportOf) -> None:
    body = "5. Cải cách tài chính:\nChỉ tiêu   Thực hiện   Ghi chú\n1. Cấp tỉnh\n- Số đơn vị   46/46\n"
    body += (
        "- Tỷ lệ   100%\n2. Cấp xã\n- Số đơn vị   18/71\n- Tỷ lệ   25%\nNội dung khác đã báo cáo.\n6. Hiện đại hóa:\n"
    )
    assert [number for _, number in numbers(report_of(HEAD + body + "Đã làm tốt." + TAIL))] == ["5", "6"]


def test_a_number_whose_parent_is_lost_stands_beside_the_last_one(report_of: ReportOf) -> None:
    body = "1. Kinh tế\n\nĐã làm.\n\n2.1. Văn hóa\n\nĐã làm.\n\n2.2. Môi trường\n\nĐã làm."
    assert numbers(report_of(HEAD + body + TAIL)) == [(1, "1"), (1, "2.1"), (1, "2.2")]


def test_a_number_that_the_line_above_names_begins_no_section(report_of: ReportOf) -> None:
    body = "1. Hội nghị\nUBND xã đã tổ chức 12 hội nghị theo quy định tại\nĐiều 5. Các thôn đều cử người dự.\n"
    body += "2. Kiểm tra\nViệc kiểm tra được tiến hành theo khoản 1 và khoản\n2. Điều này giúp các chi bộ nắm chắc.\n"
    body += "3. Xây dựng các mô hình kinh tế trọng điểm\n3.1. Trồng trọt\nĐã trồng 5 ha.\n"
    assert [number for _, number in numbers(report_of(HEAD + body + TAIL))] == ["1", "2", "3", "3.1"]


def test_an_attached_plan_has_its_own_outline(report_of: ReportOf) -> None:
    text = "QUYẾT ĐỊNH\n\nPhê duyệt Kế hoạch\n\nĐiều 1. Phê duyệt Kế hoạch.\n\nĐiều 2. Có hiệu lực từ ngày ký." + TAIL
    text += "\nKẾ HOẠCH\nBảo đảm thoát nước\n(Kèm theo Quyết định số 12/QĐ-UBND)\n\nI. MỤC ĐÍCH\n\nĐể thoát nước.\n\n"
    text += "II. NỘI DUNG\n\n1. Nạo vét\n\nĐã làm.\n"
    report = report_of(text)
    assert numbers(report) == [(1, "Điều 1"), (1, "Điều 2"), (1, "I"), (1, "II"), (2, "1")]
    assert report.signature is not None
    assert (report.signature.authority, report.letterhead.doc_type) == ("TM. ỦY BAN NHÂN DÂN", "Quyết định")


def test_an_attached_programme_may_print_its_type_in_small_letters(report_of: ReportOf) -> None:
    text = "QUYẾT ĐỊNH\n\nBan hành Chương trình\n\nĐiều 1. Ban hành Chương trình kèm theo." + TAIL
    text += "\nChương trình\nCải cách hành chính\n(Ban hành theo Quyết định số 12/QĐ-UBND)\n\n"
    text += "I- Kết quả:\n\n1. Đã làm:\n\nCó.\n"
    assert numbers(report_of(text)) == [(1, "Điều 1"), (1, "I"), (2, "1")]


def test_a_report_behind_its_covering_letter_has_its_own_outline(report_of: ReportOf) -> None:
    letter = "Kính gửi: UBND tỉnh\n\nỦy ban nhân dân xã kính gửi báo cáo kèm theo.\n" + TAIL
    sent = "\nỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nA. KẾT QUẢ\n\nI- Kinh tế\n\nTốt.\n\n"
    sent += "II- Xã hội\n\nTốt.\n\nB. NHIỆM VỤ\n\nLàm tốt hơn.\n"
    assert numbers(report_of(letter + sent)) == [(1, "A"), (2, "I"), (2, "II"), (1, "B")]


def test_the_last_heading_keeps_the_only_paragraph_below_it(report_of: ReportOf) -> None:
    body = "1. Kết quả\n\nĐã làm.\n\n2. Đề nghị\n\nCác thôn báo cáo Ủy ban nhân dân xã kịp thời./."
    report = report_of(HEAD + body + TAIL)
    assert "báo cáo Ủy ban" in report.text[report.sections[-1].start : report.sections[-1].end]


def test_signatures_that_a_guide_shows_end_no_text(report_of: ReportOf) -> None:
    text = "HƯỚNG DẪN\n\nTrình bày văn bản\n\nI. CHUNG\n\n1. Ký thay\n\nVí dụ:\n\nT/M ĐẢNG ỦY\n\nBÍ THƯ\n\n"
    text += (
        "2. Đóng dấu\n\nĐúng chỗ.\n\n3. Nơi nhận\n\nGhi đủ.\n\nII. RIÊNG\n\n1. Phông chữ\n\nĐứng.\n\n2. Khổ giấy\n\nA4."
    )
    report = report_of(text + "\n\nNơi nhận:\n- Các chi bộ,\n- Lưu Văn phòng.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n")
    assert [number for level, number in numbers(report) if level == 2] == ["1", "2", "3", "1", "2"]
    assert report.signature is not None
    assert report.signature.authority == "T/M BAN THƯỜNG VỤ"


@given(
    st.lists(
        st.sampled_from(["1. Việc\n", "1.1. Việc\n", "a) Việc: đã làm\n", "I. VIỆC\n", "(1) Việc.\n", "5, Việc\n"])
    )
)
def test_no_outline_is_deeper_than_a_report_can_be(lines: list[str]) -> None:
    text = HEAD + "".join(lines * 5)
    report = read_source(Source("x.txt", "", "txt", text, text_blocks(text)))
    assert all(level <= 14 for level, _ in numbers(report))
