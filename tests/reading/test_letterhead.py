"""The head of a document: bodies, number, place and date, type and title, however its columns came over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tongket.files.open import open_source
from tongket.model.reports import Letterhead, Report
from tongket.reading.read import read_source

ReportOf = Callable[[str], Report]

BODY = "BÁO CÁO\nKết quả công tác năm 2024\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def head(report_of: ReportOf, text: str) -> Letterhead:
    return report_of(text + BODY).letterhead


@pytest.mark.parametrize(
    ("lines", "parent", "body", "number", "symbol", "canonical", "place", "date"),
    [
        pytest.param(
            f"UBND TỈNH MẪU SƠN   {STATE}\nSỞ NỘI VỤ   {MOTTO}\n\nSố: 92/BC-SNV   Mẫu Sơn, ngày 15 "
            f"tháng 5 năm 2024\n\n",
            "UBND TỈNH MẪU SƠN",
            "SỞ NỘI VỤ",
            "92",
            "BC-SNV",
            "92/BC-SNV",
            "Mẫu Sơn",
            "2024-05-15",
            id="wide blanks between columns",
        ),
        pytest.param(
            f"ỦY BAN NHÂN DÂN {STATE}\nHUYỆN LŨNG ẲNG {MOTTO}\nSố: /BC-UBND Lũng Ẳng, ngày tháng 02 năm 2024\n\n",
            None,
            "ỦY BAN NHÂN DÂN HUYỆN LŨNG ẲNG",
            None,
            "BC-UBND",
            None,
            "Lũng Ẳng",
            "2024-02",
            id="one blank between columns, number and day left open",
        ),
        pytest.param(
            f"ỦY BAN NHÂN DÂN\t{STATE}\nXÃ LŨNG ẲNG\t{MOTTO}\nSố: 12/BC-UBND\tLũng Ẳng, ngày 5 tháng 3 năm 2024\n\n",
            None,
            "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG",
            "12",
            "BC-UBND",
            "12/BC-UBND",
            "Lũng Ẳng",
            "2024-03-05",
            id="tabs between columns",
        ),
        pytest.param(
            " \tĐẢNG BỘ TỈNH MẪU SƠN\nHUYỆN ỦY LŨNG ẲNG\n*\nSố 410-BC/HU\n\n\t\n\tĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Lũng Ẳng, ngày 13 tháng 5 năm 2019\n\n",
            "ĐẢNG BỘ TỈNH MẪU SƠN",
            "HUYỆN ỦY LŨNG ẲNG",
            "410",
            "BC/HU",
            "410-BC/HU",
            "Lũng Ẳng",
            "2019-05-13",
            id="Party, tab soup",
        ),
        pytest.param(
            "| HUYỆN ỦY LŨNG ẲNG ĐẢNG ỦY XÃ NÀ PHEO * Số      -BC/ĐU | ĐẢNG CỘNG SẢN VIỆT NAM Nà Pheo, ngày    tháng"
            "    năm 2025 |\n\n",
            "HUYỆN ỦY LŨNG ẲNG",
            "ĐẢNG ỦY XÃ NÀ PHEO",
            None,
            "BC/ĐU",
            None,
            "Nà Pheo",
            "2025",
            id="cells run together between bars",
        ),
        pytest.param(
            f"PHÒNG GD&ĐT LŨNG ẲNG\nTRƯỜNG TH NÀ PHEO\nSỐ: 51/BC-TH\n{STATE}\n{MOTTO}\n"
            "Nà Pheo, ngày 14 tháng 4 năm 2014\n\n",
            "PHÒNG GD&ĐT LŨNG ẲNG",
            "TRƯỜNG TH NÀ PHEO",
            "51",
            "BC-TH",
            "51/BC-TH",
            "Nà Pheo",
            "2014-04-14",
            id="'SỐ' in capitals",
        ),
        pytest.param(
            "ĐẢNG BỘ HUYỆN LŨNG ẲNG\nĐẢNG UỶ XÃ NÀ PHEO\nĐẢNG CỘNG SẢN VIỆT NAM\nNà Pheo 06 tháng 12 năm 2012\n"
            "Số: 12 - BC/ĐU\n",
            "ĐẢNG BỘ HUYỆN LŨNG ẲNG",
            "ĐẢNG UỶ XÃ NÀ PHEO",
            "12",
            "BC/ĐU",
            "12-BC/ĐU",
            "Nà Pheo",
            "2012-12-06",
            id="'ngày' left out",
        ),
        pytest.param(
            "HĐĐ HUYỆN LŨNG ẲNG          ĐỘI TNTP HỒ CHÍ MINH\n\nLIÊN ĐỘI THCS NÀ PHEO\n\n"
            "Số: 05/BC-LĐ          Nà Pheo, ngày 27 tháng 11 năm 2019\n\n",
            "HĐĐ HUYỆN LŨNG ẲNG",
            "LIÊN ĐỘI THCS NÀ PHEO",
            "05",
            "BC-LĐ",
            "05/BC-LĐ",
            "Nà Pheo",
            "2019-11-27",
            id="the pioneers of a school",
        ),
    ],
)
def test_heads(
    lines: str,
    parent: str | None,
    body: str,
    number: str | None,
    symbol: str,
    canonical: str | None,
    place: str,
    date: str,
    report_of: ReportOf,
) -> None:
    found = head(report_of, lines)
    assert (found.parent_body, found.issuing_body) == (parent, body)
    assert (found.number, found.symbol, found.canonical) == (number, symbol, canonical)
    assert (found.place, found.date) == (place, date)
    assert found.inferred == ()
    assert (found.doc_type, found.title) == ("Báo cáo", "Kết quả công tác năm 2024")


@pytest.mark.parametrize(
    ("lines", "regime"),
    [
        pytest.param(f"UBND XÃ LŨNG ẲNG\n{STATE}\n", "state", id="national title"),
        pytest.param("HUYỆN ỦY LŨNG ẲNG\nĐẢNG CỘNG SẢN VIỆT NAM\n", "party", id="Party title"),
        pytest.param(f"ỦY BAN MTTQ VIỆT NAM\nHUYỆN LŨNG ẲNG\n{STATE}\n", "front", id="Front under the national title"),
        pytest.param("BCH TỈNH ĐOÀN MẪU SƠN\t\tĐOÀN TNCS HỒ CHÍ MINH\n", "youth", id="Youth Union"),
    ],
)
def test_regimes(lines: str, regime: str, report_of: ReportOf) -> None:
    assert head(report_of, f"{lines}\n").regime == regime


@pytest.mark.parametrize(
    ("left", "parent", "body"),
    [
        pytest.param(
            ("ỦY BAN MTTQ VIỆT NAM", "TỈNH MẪU SƠN", "BAN THƯỜNG TRỰC"),
            None,
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM TỈNH MẪU SƠN",
            id="a board with its committee",
        ),
        pytest.param(
            ("BAN DÂN VẬN HUYỆN ỦY - ỦY BAN NHÂN DÂN", "HUYỆN KHE VÀNG"),
            None,
            "BAN DÂN VẬN HUYỆN ỦY - ỦY BAN NHÂN DÂN HUYỆN KHE VÀNG",
            id="two bodies that write together",
        ),
        pytest.param(
            ("TRUNG ƯƠNG HỘI LÀM VƯỜN VIỆT NAM HỘI LÀM VƯỜN TỈNH MẪU SƠN",),
            "TRUNG ƯƠNG HỘI LÀM VƯỜN VIỆT NAM",
            "HỘI LÀM VƯỜN TỈNH MẪU SƠN",
            id="a society under its centre, in one line of a cell",
        ),
        pytest.param(
            ("LIÊN ĐOÀN LAO ĐỘNG TP KHE VÀNG CĐCS TRƯỜNG MN HOA MAI",),
            "LIÊN ĐOÀN LAO ĐỘNG TP KHE VÀNG",
            "CĐCS TRƯỜNG MN HOA MAI",
            id="a union of a school, in one line of a cell",
        ),
        pytest.param(
            ("HỘI LHPN XÃ KHE VÀNG", "CHI HỘI PN THÔN NÀ PHEO"),
            "HỘI LHPN XÃ KHE VÀNG",
            "CHI HỘI PN THÔN NÀ PHEO",
            id="the group of a hamlet",
        ),
        pytest.param(
            ("HỘI ĐỒNG NHÂN DÂN", "TỈNH MẪU SƠN", "BAN KINH TẾ - NGÂN SÁCH"),
            "HỘI ĐỒNG NHÂN DÂN TỈNH MẪU SƠN",
            "BAN KINH TẾ - NGÂN SÁCH",
            id="a board under its council",
        ),
        pytest.param(
            ("TRUNG TÂM Y TẾ HUYỆN LŨNG ẲNG", "TRẠM Y TẾ XÃ NÀ PHEO"),
            "TRUNG TÂM Y TẾ HUYỆN LŨNG ẲNG",
            "TRẠM Y TẾ XÃ NÀ PHEO",
            id="a health station under its centre",
        ),
        pytest.param(
            ("CHI CỤC KIỂM LÂM TỈNH", "HẠT KIỂM LÂM LŨNG ẲNG"),
            "CHI CỤC KIỂM LÂM TỈNH",
            "HẠT KIỂM LÂM LŨNG ẲNG",
            id="foresters under their branch",
        ),
        pytest.param(
            ("UBND TỈNH MẪU SƠN", "SỞ NÔNG NGHIỆP VÀ MÔI", "TRƯỜNG"),
            "UBND TỈNH MẪU SƠN",
            "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            id="a word of the name that a narrow cell broke",
        ),
        pytest.param(
            ("BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ", "HỘI TỈNH MẪU SƠN"),
            "BẢO HIỂM XÃ HỘI VIỆT NAM",
            "BẢO HIỂM XÃ HỘI TỈNH MẪU SƠN",
            id="a broken word with the unit behind it",
        ),
        pytest.param(
            ("UBMTTQ VIỆT NAM TỈNH MẪU SƠN", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT", "NAM", "XÃ KHE VÀNG"),
            "UBMTTQ VIỆT NAM TỈNH MẪU SƠN",
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ KHE VÀNG",
            id="the last syllable of the country's name",
        ),
        pytest.param(
            ("UBND TỈNH MẪU SƠN", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ", "XÃ HỘI"),
            "UBND TỈNH MẪU SƠN",
            "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
            id="a piece of a name that is one of the national title, too",
        ),
        pytest.param(
            ("CỤC THUẾ", "THUẾ TỈNH MẪU SƠN"),
            "CỤC THUẾ",
            "THUẾ TỈNH MẪU SƠN",
            id="an office of taxes under its department",
        ),
        pytest.param(
            ("CỤC THUẾ", "CHI CỤC", "THUẾ KHU VỰC KHE VÀNG"),
            "CỤC THUẾ",
            "CHI CỤC THUẾ KHU VỰC KHE VÀNG",
            id="a branch whose task stands below",
        ),
        pytest.param(
            ("UBND TỈNH MẪU SƠN", "BAN CHỈ HUY", "PHÒNG THỦ DÂN SỰ"),
            "UBND TỈNH MẪU SƠN",
            "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ",
            id="a command and what it commands",
        ),
        pytest.param(
            ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO NẬM CẦN", "TRƯỜNG TIỂU HỌC KHE XÃ"),
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO NẬM CẦN",
            "TRƯỜNG TIỂU HỌC KHE XÃ",
            id="a school under its office",
        ),
        pytest.param(
            ("ĐẢNG ỦY XÃ KHE VÀNG", "BAN CHẤP HÀNH ĐOÀN XÃ"),
            "ĐẢNG ỦY XÃ KHE VÀNG",
            "BAN CHẤP HÀNH ĐOÀN XÃ",
            id="the youth under the Party committee",
        ),
    ],
)
def test_bodies_over_several_lines(left: tuple[str, ...], parent: str | None, body: str, report_of: ReportOf) -> None:
    right = (STATE, MOTTO, "", "")
    text = "\n".join(f"{one}\t{other}" for one, other in zip(left, right, strict=False))
    found = head(report_of, f"{text}\nSố: 63/BC-MT\tMẫu Sơn, ngày 28 tháng 5 năm 2026\n\n")
    assert (found.parent_body, found.issuing_body) == (parent, body)


def test_a_board_named_after_a_document_is_no_type(report_of: ReportOf) -> None:
    text = (
        "HUYỆN ỦY LŨNG ẲNG\nBAN CHỈ ĐẠO THỰC HIỆN\nQUY CHẾ DÂN CHỦ Ở CƠ SỞ\n*\nSố 37-BC/BCĐ\n"
        "\tĐẢNG CỘNG SẢN VIỆT NAM\n\n\tLũng Ẳng, ngày 20 tháng 11 năm 2023\n\n"
        "BÁO CÁO\ntổng kết 20 năm thực hiện Chỉ thị số 12-CT/TU\n-----\n\n"
        "I. ĐẶC ĐIỂM, TÌNH HÌNH\n\nHuyện có 19 xã.\n"
    )
    found = head(report_of, text)
    assert found.issuing_body == "BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ Ở CƠ SỞ"
    assert (found.parent_body, found.doc_type) == ("HUYỆN ỦY LŨNG ẲNG", "Báo cáo")
    assert (found.number, found.date) == ("37", "2023-11-20")


def test_what_is_not_printed_is_inferred_and_said_so(report_of: ReportOf) -> None:
    text = "Số: /BC-UBND\n\nLũng Ẳng, ngày tháng năm 2024\n\nBÁO CÁO\n\nSơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU\n\n"
    text += "Thực hiện Công văn số 12/SNV-VP, Ủy ban nhân dân huyện báo cáo như sau:\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n\n"
    text += "Trên đây là báo cáo của Ủy ban nhân dân huyện Lũng Ẳng./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
    found = report_of(text).letterhead
    assert found.issuing_body == "Ủy ban nhân dân huyện Lũng Ẳng"
    assert found.regime == "state"
    assert found.inferred == ("issuing_body", "regime")


def test_a_title_over_several_lines(report_of: ReportOf) -> None:
    text = "BÁO CÁO\n\n**Tổng kết 15 năm thực hiện Kết luận 62-KL/TW của Bộ Chính trị\nvề đổi mới "
    text += "phương thức hoạt động của Mặt\n"
    found = report_of(text + "trận Tổ quốc Việt Nam**\n\nPhần thứ nhất\n\nKẾT QUẢ\n").letterhead
    assert found.title is not None
    assert found.title.endswith("của Bộ Chính trị về đổi mới phương thức hoạt động của Mặt trận Tổ quốc Việt Nam")


@pytest.mark.parametrize("title", ["CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM", "CỘNG\nHOÀ XÃ HỘI CHỦ\nNGHĨA VIỆT NAM"])
def test_a_head_whose_cells_break_within_title_number_and_day(title: str, report_of: ReportOf) -> None:
    read = head(
        report_of,
        "ỦY BAN NHÂN DÂN\nXÃ LŨNG ẲNG\n-------\n|\n"
        f"{title}\n{MOTTO}\n|\n"
        "Số:\n47/BC-UBND\n|\nLũng Ẳng, ngày\n15 tháng 7 năm 2024\n|\n",
    )
    assert (read.issuing_body, read.canonical) == ("ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG", "47/BC-UBND")
    assert (read.place, read.date, read.regime, read.motto) == ("Lũng Ẳng", "2024-07-15", "state", True)


def test_a_letter_whose_day_breaks_in_a_cell_below_what_it_is_about(report_of: ReportOf) -> None:
    text = f"SỞ NỘI VỤ\n-------\n|\n{STATE}\n{MOTTO}\n|\nSố: 92/SNV-VP\nV/v báo cáo giữa kỳ Đề án số\n06\n|\n"
    read = report_of(f"{text}Mẫu Sơn, ngày 17 tháng\n10 năm 2024\n|\nKính gửi: Ủy ban nhân dân tỉnh\n\nĐã làm tốt.\n")
    assert (read.letterhead.place, read.letterhead.date) == ("Mẫu Sơn", "2024-10-17")
    assert read.letterhead.title == "báo cáo giữa kỳ Đề án số 06"


def test_who_enacts_stands_below_a_title_in_capitals(report_of: ReportOf) -> None:
    grounds = "Căn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Quy chế.\n"
    title = "BAN HÀNH QUY CHẾ PHỐI HỢP GIỮA CÁC CƠ QUAN THUỘC\nỦY BAN NHÂN DÂN XÃ"
    read = report_of(f"QUYẾT ĐỊNH\n{title}\nỦY BAN NHÂN DÂN XÃ LŨNG ẲNG\n{grounds}").letterhead
    assert read.title == title.replace("\n", " ")
    assert report_of(f"QUYẾT ĐỊNH\n{title}\n{grounds}").letterhead.title == title.replace("\n", " ")


def test_the_days_of_documents_in_notes_above_the_head_are_not_its_own(report_of: ReportOf) -> None:
    notes = "1 Đảng ủy xã chỉ đạo thực hiện Công văn số 63-CV/TU, ngày 07/10/2025 của Tỉnh ủy về báo cáo hằng tuần.\n"
    lines = "ĐẢNG BỘ TỈNH MẪU SƠN\nĐẢNG UỶ XÃ LŨNG ẲNG\n*\nSố -BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    found = head(report_of, f"{notes}{lines}Lũng Ẳng, ngày tháng 11 năm 2025\n")
    assert (found.place, found.date) == ("Lũng Ẳng", "2025-11")


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_the_labelled_heads(stem: str, shared: Path) -> None:
    gold = json.loads((shared / "gold" / f"structure-{stem}.json").read_text("utf-8"))["letterhead"]
    found = read_source(open_source(shared / "reports" / f"{stem}.txt")).letterhead
    for name in ("regime", "number", "place", "date", "doc_type", "issuing_body", "title"):
        assert getattr(found, name) == gold[name]


@pytest.mark.parametrize(
    ("line", "doc_type", "title"),
    [
        pytest.param("BÁO CÁO TỔNG KẾT", "Báo cáo", "TỔNG KẾT Công tác năm 2024", id="the title begins on the line"),
        pytest.param("BÁO CÁO THÁNG 5", "Báo cáo", "THÁNG 5 Công tác năm 2024", id="a month of its own"),
        pytest.param("BÁO CÁO TUẦN", "Báo cáo tuần", "Công tác năm 2024", id="how often"),
        pytest.param("BÁO CÁO TÓM TẮT", "Báo cáo tóm tắt", "Công tác năm 2024", id="how long"),
        pytest.param("BÁO CÁO LIÊN TỊCH", "Báo cáo liên tịch", "Công tác năm 2024", id="joint"),
    ],
)
def test_kinds_of_reports(line: str, doc_type: str, title: str, report_of: ReportOf) -> None:
    found = report_of(f"{line}\n\nCông tác năm 2024\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n").letterhead
    assert (found.whole_type, found.title) == (doc_type, title)
    assert found.doc_type == "Báo cáo"


def test_both_bodies_of_a_joint_report_issue_it(report_of: ReportOf) -> None:
    left = (
        "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG\nỦY BAN MTTQ VIỆT NAM XÃ LŨNG ẲNG\nSố: 12/BCLT-UBND-MTTQ\n\nBÁO CÁO LIÊN TỊCH\n\n"
    )
    found = report_of(left + "Kết quả phối hợp\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n").letterhead
    assert found.issuing_body == "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG - ỦY BAN MTTQ VIỆT NAM XÃ LŨNG ẲNG"
    assert found.parent_body is None


LETTER = "UBND XÃ LŨNG ẲNG\nSố: 12/UBND-VP\n{about}Lũng Ẳng, ngày 12 tháng 6 năm 2026\n\nKính gửi: UBND tỉnh.\n\n"


@pytest.mark.parametrize(
    ("about", "doc_type", "title"),
    [
        pytest.param("", None, None, id="nothing said"),
        pytest.param("V/v báo cáo kết quả năm 2026\n", "Công văn", "báo cáo kết quả năm 2026", id="one line"),
        pytest.param(
            "V/v: báo cáo kết quả\nthực hiện Nghị quyết số 01-NQ/TU\n",
            "Công văn",
            "báo cáo kết quả thực hiện Nghị quyết số 01-NQ/TU",
            id="two lines",
        ),
    ],
)
def test_a_letter_that_reports(about: str, doc_type: str | None, title: str | None, report_of: ReportOf) -> None:
    text = LETTER.format(about=about) + "UBND xã báo cáo như sau:\n\nI. KẾT QUẢ\n\nĐã tổ chức 12 hội nghị.\n"
    found = report_of(text).letterhead
    assert (found.doc_type, found.title) == (doc_type, title)
    assert ("doc_type" in found.inferred) == (doc_type is not None)
    if found.title_at is not None:
        assert text[found.title_at.start : found.title_at.end].replace("\n", " ") == title


def test_the_directive_of_a_letter_stands_in_what_it_is_about(report_of: ReportOf) -> None:
    about = "V/v báo cáo sơ kết 05 năm thực hiện Nghị quyết số 01-NQ/TU\n"
    subject = report_of(LETTER.format(about=about) + "UBND xã báo cáo như sau:\n\nI. KẾT QUẢ\n\nĐã tốt.\n").subject
    assert (subject.review, subject.years, subject.directive) == ("sơ kết", 5, "01-NQ/TU")


def test_number_place_and_day_below_the_title_are_those_of_the_head(report_of: ReportOf) -> None:
    below = (
        "BÁO CÁO\nKết quả công tác năm 2024\n\nSố: 12/BC-UBND\n\nLũng Ẳng, ngày 5 tháng 3 năm 2024\n\nI. KẾT QUẢ\n\n"
    )
    found = report_of(f"UBND XÃ LŨNG ẲNG\n{STATE}\n{MOTTO}\n{below}Đã làm tốt.\n").letterhead
    assert (found.canonical, found.place, found.date) == ("12/BC-UBND", "Lũng Ẳng", "2024-03-05")
    assert found.title == "Kết quả công tác năm 2024"


def test_a_board_in_short_is_a_body_of_its_own(report_of: ReportOf) -> None:
    found = head(report_of, f"UBND XÃ LŨNG ẲNG\nBCĐ PHONG TRÀO “TDĐKXDĐSVH”\n{STATE}\n{MOTTO}\nSố: 2/BC-BCĐ\n")
    assert (found.parent_body, found.issuing_body) == ("UBND XÃ LŨNG ẲNG", "BCĐ PHONG TRÀO “TDĐKXDĐSVH”")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("UBND XÃ LŨNG ẲNG TỔNG KẾT PHONG TRÀO THI ĐUA NĂM 2024\n", id="on its line"),
        pytest.param("UBND XÃ LŨNG ẲNG\nTỔNG KẾT PHONG TRÀO THI ĐUA NĂM 2024\n", id="below it"),
    ],
)
def test_a_title_without_a_type_ends_the_name_of_the_body(text: str, report_of: ReportOf) -> None:
    assert report_of(f"{text}\nI. KẾT QUẢ\n\nĐã làm tốt.\n").letterhead.issuing_body == "UBND XÃ LŨNG ẲNG"


def test_a_board_that_reviews_keeps_its_name(report_of: ReportOf) -> None:
    found = head(report_of, f"BAN CHỈ ĐẠO\nTỔNG KẾT ĐỀ ÁN XÃ LŨNG ẲNG\n{STATE}\n{MOTTO}\nSố: 2/BC-BCĐ\n")
    assert found.issuing_body == "BAN CHỈ ĐẠO TỔNG KẾT ĐỀ ÁN XÃ LŨNG ẲNG"


@pytest.mark.parametrize(
    ("number", "below", "canonical"),
    [
        pytest.param("Số:", "12/BC-UBND", "12/BC-UBND", id="the number with its symbol"),
        pytest.param("Số: 12", "/BC-UBND", "12/BC-UBND", id="the symbol alone"),
        pytest.param("Số:", "/BC-UBND", None, id="the number left open"),
        pytest.param("Số: 12/BC-BCĐ-", "XMC", "12/BC-BCĐ-XMC", id="the end of the symbol"),
    ],
)
def test_a_number_that_the_other_column_divides(
    number: str, below: str, canonical: str | None, report_of: ReportOf
) -> None:
    found = head(
        report_of, f"UBND XÃ LŨNG ẲNG\n\n{STATE}\n\n{number}\n\nLũng Ẳng, ngày 5 tháng 1 năm 2021\n\n{below}\n\n"
    )
    assert (found.canonical, found.date) == (canonical, "2021-01-05")
    assert found.symbol is not None


RIGHT = f"CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{MOTTO}"
OF_A_PAGE = f"{{}}\n-------\n|\n{RIGHT}\n|\nSố:\n33/BC-X\n|\nMẫu\nSơn, ngày 24 tháng 12 năm 2029\n|\n"


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        pytest.param("ỦY\nBAN NHÂN DÂN\nTỈNH MẪU SƠN", "ỦY BAN NHÂN DÂN TỈNH MẪU SƠN", id="a committee"),
        pytest.param("HỘI\nĐỒNG NHÂN DÂN\nTỈNH MẪU SƠN", "HỘI ĐỒNG NHÂN DÂN TỈNH MẪU SƠN", id="a council"),
        pytest.param("BỘ\nNỘI VỤ", "BỘ NỘI VỤ", id="a ministry"),
        pytest.param("SỞ\nNỘI VỤ", "SỞ NỘI VỤ", id="a department"),
    ],
)
def test_first_syllables_alone_on_their_lines(lines: str, body: str, report_of: ReportOf) -> None:
    found = head(report_of, OF_A_PAGE.format(lines))
    assert (found.issuing_body, found.place, found.date) == (body, "Mẫu Sơn", "2029-12-24")


def test_a_draft_and_the_title_of_a_page_above_the_head(report_of: ReportOf) -> None:
    above = "THÔNG BÁO Về việc niêm yết phương án\n\nĐăng lúc: 17:00\n\n"
    printed = f"UBND XÃ LŨNG ẲNG   {STATE}\nBAN CHỈ ĐẠO   {MOTTO}\n\nLũng Ẳng, ngày 15 tháng 3 năm 2029\n\n"
    found = report_of(f"{above}{printed}DỰ THẢO {BODY}").letterhead
    assert (found.doc_type, found.issuing_body, found.date) == ("Báo cáo", "BAN CHỈ ĐẠO", "2029-03-15")
    above = "BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2024\n\nLượt xem:\n\n"
    found = report_of(f"{above}ĐOÀN XÃ LŨNG ẲNG\n\nLũng Ẳng ngày 15 tháng 3 năm 2029\n{BODY}").letterhead
    assert (found.issuing_body, found.date) == ("ĐOÀN XÃ LŨNG ẲNG", "2029-03-15")


def test_a_meeting_is_no_body(report_of: ReportOf) -> None:
    title = "HỘI NGHỊ TIẾP XÚC CỬ TRI GIỮA ĐẠI BIỂU HĐND XÃ VỚI CỬ TRI TRƯỚC KỲ HỌP."
    assert report_of(f"{title}\nĐại biểu đã nghe báo cáo của xã về thu ngân sách.\n").letterhead.issuing_body is None
