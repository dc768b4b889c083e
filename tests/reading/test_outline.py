"""The outline: which lines are headings, in which dress, and where each stands in the tree."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tongket.files.open import open_source
from tongket.model.reports import Report
from tongket.reading.outline.heading_numbers import roman_value
from tongket.reading.read import read_source

ReportOf = Callable[[str], Report]

HEAD = "BÁO CÁO\n\nKết quả công tác năm 2024\n\nThực hiện kế hoạch năm, Ủy ban nhân dân xã báo cáo như sau:\n\n"


def tree(report: Report) -> list[tuple[int, str | None, str | None]]:
    return [(one.level, one.number or one.marker or None, one.title) for one in report.walk_sections()]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Công tác giám sát được duy trì: xã làm tốt.", [], id="a sentence with a colon"),
        pytest.param("Quỹ được dùng theo quy chế đề ra: Xã đã chi hết.", [], id="a sentence before a sentence"),
        pytest.param("1.804 lượt tập thể đăng ký thi đua.", [], id="a number of thousands"),
        pytest.param("- Hội Nông dân: Đã vận động 12 hộ.", [], id="a name before a colon is no topic"),
        pytest.param("5 xã đạt chuẩn nông thôn mới.", [], id="a count"),
        pytest.param("Đơn vị tính: Triệu đồng", [], id="the unit of a table"),
        pytest.param("**QUYẾT NGHỊ:**", [], id="the word that enacts"),
        pytest.param("**“Dòng chảy quê hương”**", [], id="a quotation in bold"),
        pytest.param("**VÀ THIẾT BỊ TRONG CÔNG TÁC VĂN THƯ**", [], id="the end of a title cut in two"),
        pytest.param("**7a**", [], id="a mark of a form in bold"),
        pytest.param("**………:** 5 bản", [], id="dots before a colon"),
        pytest.param("1. Ưu điểm: Cấp ủy quan tâm.", [("1", "Ưu điểm", "run_in")], id="run in"),
        pytest.param("- **Thuận lợi:** Cấp ủy quan tâm.", [("-", "Thuận lợi", "run_in")], id="bold after a dash"),
        pytest.param("- *Về cơ chế*: Xã cần mở rộng.", [("-", "Về cơ chế", "run_in")], id="italic, colon outside"),
        pytest.param("- Công tác kiểm tra: Đã kiểm tra.", [("-", "Công tác kiểm tra", "run_in")], id="plain phrase"),
        pytest.param("Kết quả vận động: Quỹ đã chi.", [("", "Kết quả vận động", "run_in")], id="bare phrase"),
        pytest.param("*** Nguyên nhân hạn chế:**", [("*", "Nguyên nhân hạn chế", "heading")], id="star and bold"),
        pytest.param("6.1 *Mục tiêu:* Tuyên truyền.", [("6.1", "Mục tiêu", "run_in")], id="number without dot"),
        pytest.param("1. Tiếp tục tuyên truyền, vận động nhân dân.", [("1", None, "item")], id="a task has no title"),
        pytest.param("4. Đơn thư tiếp nhận: 29 / 34 / -5", [("4", None, "item")], id="a row of a table has no title"),
        pytest.param("Một là, tiếp tục quán triệt.", [("Một là", None, "item")], id="counted in words"),
        pytest.param(
            f"b) Chăn nuôi, thú y: {'Đàn trâu có 124 con. ' * 25}",
            [("b", "Chăn nuôi, thú y", "run_in")],
            id="before a long paragraph",
        ),
        pytest.param("a) Trật tự đô thị: xử lý 604 vụ.", [("a", "Trật tự đô thị", "run_in")], id="few words run in"),
        pytest.param("a) Tổ chức họp thôn: xử lý 604 vụ.", [("a", None, "item")], id="a task before a colon"),
        pytest.param(
            "c) Kiểm tra, đối chiếu: đã kiểm tra 604 hồ sơ.",
            [("c", "Kiểm tra, đối chiếu", "run_in")],
            id="told in the words of the title",
        ),
        pytest.param("4. Đối với thôn Khe Lạnh: phấn đấu đạt chuẩn.", [("4", None, "item")], id="whom it is for"),
        pytest.param("- Đối với các Sở, ngành: Chủ động cân đối kinh phí.", [], id="an order to bodies"),
        pytest.param(
            "- Đối với các Hội: Đã làm tốt.", [("-", "Đối với các Hội", "run_in")], id="what bodies have done"
        ),
        pytest.param("Đ/c Bí thư chủ trì họp.", [], id="a comrade is no letter of a list"),
        pytest.param("Đ. NHIỆM VỤ, GIẢI PHÁP", [("Đ", "NHIỆM VỤ, GIẢI PHÁP", "heading")], id="the letter Đ"),
        pytest.param("a/ Về nội dung:", [("a", "Về nội dung", "heading")], id="a slash after a letter"),
        pytest.param("b/Thể thức văn bản:", [("b", "Thể thức văn bản", "heading")], id="a slash without a blank"),
        pytest.param(
            "3. Đài Phát thanh và Truyền hình tỉnh, Báo Mẫu Sơn, Cổng thông tin điện tử tỉnh: Phối hợp đưa tin.",
            [("3", "Đài Phát thanh và Truyền hình tỉnh, Báo Mẫu Sơn, Cổng thông tin điện tử tỉnh", "run_in")],
            id="bodies that are given a task",
        ),
        pytest.param("III- KẾT QUẢ THỰC HIỆN", [("III", "KẾT QUẢ THỰC HIỆN", "heading")], id="Party dash"),
    ],
)
def test_headings(line: str, found: list[tuple[str, str | None, str]], report_of: ReportOf) -> None:
    sections = report_of(f"{HEAD}I. KẾT QUẢ\n\n{line}\n\nXã đã hoàn thành.").walk_sections()
    assert [(one.number or one.marker, one.title, one.kind) for one in sections][1:] == found


def test_times_before_a_colon_are_no_topics(report_of: ReportOf) -> None:
    listed = "- Đến năm 2027: Đón 200.000 lượt khách.\n\n- Quý I/2025: Tổng doanh số tăng.\n"
    assert len(list(report_of(f"{HEAD}I. KẾT QUẢ\n\n{listed}").walk_sections())) == 1


def test_plain_topics_of_a_list_count_together(report_of: ReportOf) -> None:
    listed = "- Mạng xã hội: 11 nhóm.\n\n- Loa thôn: mỗi ngày 2 buổi.\n\n+ Ưu điểm. Làm tốt.\n"
    found = report_of(f"{HEAD}I. KẾT QUẢ\n\n{listed}").walk_sections()
    assert [(one.marker, one.title) for one in found][1:] == [("-", "Mạng xã hội"), ("-", "Loa thôn")]
    assert len(list(report_of(f"{HEAD}I. KẾT QUẢ\n\n- Mạng xã hội: 11 nhóm.\n").walk_sections())) == 1


def test_the_outline_is_walked_in_reading_order(report_of: ReportOf) -> None:
    words = "I. KẾT QUẢ\n\n1. Ưu điểm\n\nTốt.\n\n2. Hạn chế\n\nChậm.\n\nII. NHIỆM VỤ\n\nTiếp tục.\n"
    report = report_of(HEAD + words)
    assert [one.title for one in report.walk_sections()] == ["KẾT QUẢ", "Ưu điểm", "Hạn chế", "NHIỆM VỤ"]
    assert [one.title for one in report.sections[0].walk()] == ["KẾT QUẢ", "Ưu điểm", "Hạn chế"]


def test_levels_are_depths(report_of: ReportOf) -> None:
    body = "Phần thứ nhất\n\nKẾT QUẢ\n\nI. TÌNH HÌNH\n\n1. Công tác quán triệt\n\n1.1. Cấp xã\n\n"
    body += "a) Hội nghị\n\nĐã họp.\n\n- **Số cuộc:** Đã tổ chức 3 cuộc.\n\n2. Công tác kiểm tra\n\nII. ĐÁNH GIÁ\n\n"
    body += "Phần thứ hai\n\nNHIỆM VỤ\n\n1. Mục tiêu\n"
    assert tree(report_of(HEAD + body)) == [
        (1, "Phần thứ nhất", "KẾT QUẢ"),
        (2, "I", "TÌNH HÌNH"),
        (3, "1", "Công tác quán triệt"),
        (4, "1.1", "Cấp xã"),
        (5, "a", "Hội nghị"),
        (6, "-", "Số cuộc"),
        (3, "2", "Công tác kiểm tra"),
        (2, "II", "ĐÁNH GIÁ"),
        (1, "Phần thứ hai", "NHIỆM VỤ"),
        (2, "1", "Mục tiêu"),
    ]


def test_a_list_begun_under_a_number_is_its_child(report_of: ReportOf) -> None:
    body = "I. KẾT QUẢ\n\n5. Cải cách tài chính\n\n1. Cấp tỉnh\n\nĐã làm.\n\n2. Cấp xã\n\nĐã làm.\n\n6. Hiện đại hóa\n"
    assert [one[:2] for one in tree(report_of(HEAD + body))] == [(1, "I"), (2, "5"), (3, "1"), (3, "2"), (2, "6")]


def test_a_list_begun_under_a_letter_is_its_child(report_of: ReportOf) -> None:
    body = "I. KIẾN NGHỊ\n\na/ Về nội dung:\n\n- Rà soát.\n\nb/ Về thể thức:\n\n1. Sửa tên.\n\n2. Sửa căn cứ."
    assert [row[:2] for row in tree(report_of(HEAD + body)) if row[1] != "-"] == [
        (1, "I"),
        (2, "a"),
        (2, "b"),
        (3, "1"),
        (3, "2"),
    ]


def test_a_slashed_letter_begins_a_line_of_its_own(report_of: ReportOf) -> None:
    body = "I. KIẾN NGHỊ\n\nTuy nhiên, Ban đề nghị bổ sung các việc sau\na/ phần nội dung:\n- Rà soát lại.\n"
    assert ("a", "phần nội dung") in [row[1:] for row in tree(report_of(HEAD + body))]


def test_articles_of_a_regulation(report_of: ReportOf) -> None:
    body = "QUY CHẾ\n\nQuy chế làm việc\n\n-----\n\n- Căn cứ Điều lệ Đảng;\n\nChương I\n\nQUY ĐỊNH CHUNG\n\n"
    body += "Điều 1. Phạm vi\n\n1. Quy chế này quy định chế độ làm việc.\n\na) Họp định kỳ;\n\n"
    body += "Chương II\n\nCHẾ ĐỘ\n\nĐiều 2. Họp\n"
    assert [one[:2] for one in tree(report_of(body))] == [
        (1, "Chương I"),
        (2, "Điều 1"),
        (3, "1"),
        (4, "a"),
        (1, "Chương II"),
        (2, "Điều 2"),
    ]


def test_sections_hold_their_children_and_meet_their_neighbours(report_of: ReportOf) -> None:
    report = report_of(
        f"{HEAD}I. MỘT\n\n1. Công tác\n\nĐã làm.\n\n2. Kết quả\n\nII. HAI\n\nĐã xong.\n\nNơi nhận:\n- Lưu: VT.\n"
    )
    first, second = report.sections
    assert first.end == second.start
    assert [child.end for child in first.children] == [first.children[1].start, first.end]
    assert report.text[second.end :].startswith("Nơi nhận")


@pytest.mark.parametrize(("number", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14)])
def test_roman_numbers(number: str, value: int) -> None:
    assert roman_value(number) == value


def gold_tree(sections: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        row
        for one in sections
        for row in [(one["level"], one["number"], one["start"], one["end"]), *gold_tree(one.get("children") or [])]
    ]


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_the_labelled_outlines(stem: str, shared: Path) -> None:
    gold = json.loads((shared / "gold" / f"structure-{stem}.json").read_text("utf-8"))
    report = read_source(open_source(shared / "reports" / f"{stem}.txt"))
    assert [(one.level, one.number, one.start, one.end) for one in report.walk_sections()] == gold_tree(
        gold["sections"]
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "I. KẾT QUẢ\n\nI.1. Tuyên truyền\n\nĐã họp.\n\nI.1.1. Cấp xã\n\nĐã họp.\n\nI.2 Kiểm tra\n\nĐã làm.",
            [(1, "I"), (2, "I.1"), (3, "I.1.1"), (2, "I.2")],
            id="below a Roman one",
        ),
        pytest.param(
            "A. KẾT QUẢ\n\nA1. Tuyên truyền\n\nĐã họp.\n\nB. NHIỆM VỤ\n\nB.1. Mục tiêu\n\nGiữ vững.",
            [(1, "A"), (2, "A1"), (1, "B"), (2, "B.1")],
            id="below a letter",
        ),
        pytest.param(
            "1. Kết quả\n\n1.1/ Cấp xã\n\nĐã họp.\n\n1.2/Cấp thôn\n\nĐã họp.",
            [(1, "1"), (2, "1.1"), (2, "1.2")],
            id="closed by a slash",
        ),
        pytest.param(
            "PHẦN MỘT\n\nKẾT QUẢ\n\nI. CHUNG\n\nTốt.\n\nPHẦN HAI: NHIỆM VỤ\n\nI. CHUNG\n\nTốt.",
            [(1, "PHẦN MỘT"), (2, "I"), (1, "PHẦN HAI"), (2, "I")],
            id="parts counted in words",
        ),
        pytest.param(
            "I. KẾT QUẢ\n\nA) Công tác Đảng\n\nĐã họp.\n\nB) Chính quyền\n\nĐã làm.\n\nII. NHIỆM VỤ\n\nLàm tốt.",
            [(1, "I"), (2, "A"), (2, "B"), (1, "II")],
            id="letters below Roman numbers",
        ),
        pytest.param(
            "I. KẾT QUẢ\n\nGiải pháp 1. Họp dân ở từng thôn.\n\nGiải pháp 2. Ký cam kết.",
            [(1, "I"), (2, "Giải pháp 1"), (2, "Giải pháp 2")],
            id="matters that are counted",
        ),
        pytest.param(
            "I. KẾT QUẢ\n\n- 1. Công tác Đảng\n\nĐã họp.\n\n- 2. Công tác dân vận\n\nĐã làm.",
            [(1, "I"), (2, "1"), (2, "2")],
            id="behind a bullet",
        ),
        pytest.param(
            "- A. KẾT QUẢ\n\nĐã họp.\n\n- B. NHIỆM VỤ\n\nLàm tốt.",
            [(1, "A"), (1, "B")],
            id="a capital letter behind a bullet",
        ),
        pytest.param(
            "A. Tình hình kinh tế\n\n1. Sản xuất\n\nTốt.\n\n2. Thu ngân sách\n\nTốt.",
            [(1, "A"), (2, "1"), (2, "2")],
            id="a first letter with a row right below it",
        ),
        pytest.param("A. Ma Văn Tráng đã được khen.\n\n1. Sản xuất\n\nTốt.", [(1, "1")], id="a name and a sentence"),
        pytest.param(
            "Kết quả như sau:\n\nLĨNH VỰC KINH TẾ.\n\n1. Sản xuất\n\nTốt.\n\nLĨNH VỰC XÃ HỘI.\n\n1. Y tế\n\nTốt.",
            [(1, None), (2, "1"), (1, None), (2, "1")],
            id="capitals without a number above the first number",
        ),
        pytest.param(
            "MỤC LỤC\n\nI. KẾT QUẢ ...... 2\n\nII. NHIỆM VỤ ..... 5\n\nI. KẾT QUẢ\n\nTốt.\n\nII. NHIỆM VỤ\n\nLàm tốt.",
            [(1, "I"), (1, "II")],
            id="a table of contents",
        ),
        pytest.param(
            "Mục I: KẾT QUẢ\n\n1. Công tác Đảng\n\nĐã họp.\n\nMục II: NHIỆM VỤ\n\nLàm tốt.",
            [(1, "Mục I"), (2, "1"), (1, "Mục II")],
            id="divisions at the top",
        ),
        pytest.param("I. KẾT QUẢ\n\nMô hình 1: Nuôi ong.\n\nĐã làm.", [(1, "I")], id="a matter that none follows"),
        pytest.param("I. KẾT QUẢ\n\nQuyết định số\n74/QĐ-UBND đã ban hành.", [(1, "I")], id="a symbol with a slash"),
        pytest.param("V/V BAN HÀNH KẾ HOẠCH\n\nI. KẾT QUẢ\n\nTốt.", [(1, "I")], id="'V/V' is no five"),
        pytest.param(
            "I. KẾT QUẢ\n\n1 Nguyễn Văn A\n\n2 Lò Thị B\n\nĐã làm.", [(1, "I")], id="rows without marks are no headings"
        ),
    ],
)
def test_numbers_of_other_shapes(body: str, found: list[tuple[int, str]], report_of: ReportOf) -> None:
    assert [one[:2] for one in tree(report_of(HEAD + body))] == found


def test_a_title_in_capitals_that_breaks_off_goes_on_in_the_next_paragraph(report_of: ReportOf) -> None:
    body = "I. KẾT QUẢ CẢI CÁCH HÀNH CHÍNH VÀ\n\nCHUYỂN ĐỔI SỐ NĂM 2024\n\nTốt.\n\nII. NHIỆM VỤ\n\nLàm tốt."
    assert tree(report_of(HEAD + body)) == [
        (1, "I", "KẾT QUẢ CẢI CÁCH HÀNH CHÍNH VÀ CHUYỂN ĐỔI SỐ NĂM 2024"),
        (1, "II", "NHIỆM VỤ"),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("* Thuận lợi\n\nĐủ kinh phí.\n\n* Khó khăn\n\nĐường xa.", ["Thuận lợi", "Khó khăn"], id="stars"),
        pytest.param("- Về y tế\n\nCó bác sĩ.\n\n- Về giáo dục\n\nĐạt chuẩn.", ["Về y tế", "Về giáo dục"], id="dashes"),
        pytest.param("- Công tác Đảng\n\n- Công tác dân vận\n\nĐã làm.", [], id="points of a list"),
        pytest.param("Công tác Đảng\n\nĐã kết nạp 5 đảng viên.", ["Công tác Đảng"], id="no mark at all"),
        pytest.param("Công tác Đảng\n\nCông tác dân vận\n\nCông tác Mặt trận", [], id="a list without marks"),
        pytest.param("Kết quả đạt 98%\n\nĐã làm.", [], id="a claim"),
        pytest.param("Công tác Đảng còn chậm\n\nĐã làm.", [], id="what is said of a matter"),
        pytest.param("Chất lượng tín dụng cơ bản tốt. Nợ xấu ít.", [], id="a sentence about it before another"),
    ],
)
def test_a_phrase_on_its_own_line_is_a_heading_where_text_stands_below(
    lines: str, found: list[str], report_of: ReportOf
) -> None:
    walked = report_of(f"{HEAD}I. KẾT QUẢ\n\n{lines}\n\nXã đã hoàn thành.").walk_sections()
    assert [one.title for one in walked][1:] == found


def test_blanks_in_the_blank_lines_around_a_phrase_change_nothing(report_of: ReportOf) -> None:
    text = f"{HEAD}I. KẾT QUẢ\n\nCông tác xây dựng Đảng\n\nĐã kết nạp 5 đảng viên."
    walked = report_of(text.replace("\n\n", "  \n  \n")).walk_sections()

    assert [one.title for one in walked] == ["KẾT QUẢ", "Công tác xây dựng Đảng"]


@pytest.mark.parametrize("mark", ["•", "▪", "➢", "✓", "\uf0b7", "o"])
def test_a_bullet_of_any_kind_may_stand_before_a_topic(mark: str, report_of: ReportOf) -> None:
    points = f"{mark} Công tác xây dựng Đảng: Đã kết nạp.\n\n{mark} Công tác dân vận: Đã vận động."
    walked = report_of(f"{HEAD}I. KẾT QUẢ\n\n{points}\n\nXã đã hoàn thành.").walk_sections()

    assert [(one.marker, one.title) for one in walked][1:] == [
        ("*", "Công tác xây dựng Đảng"),
        ("*", "Công tác dân vận"),
    ]


@pytest.mark.parametrize(
    "caption", ["Bảng 1. Số hộ nghèo", "Biểu tổng hợp kinh phí", "BIỂU KẾT QUẢ GIẢI NGÂN NĂM 2024"]
)
def test_captions_of_tables_are_no_headings(caption: str, report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ\n\n**{caption}**\n\nTT\tThôn\tSố\n1\tKhe Vân\t12\n2\tNà Mạ\t14\n\nII. NHIỆM VỤ\n\nLàm tốt."
    assert [one[1] for one in tree(report_of(HEAD + body))] == ["I", "II"]


@pytest.mark.parametrize(
    ("marks", "style"),
    [
        pytest.param(("I,", "1,", "2,", "II,"), "a comma", id="commas"),
        pytest.param(("I/-", "1/-", "2/-", "II/-"), "a stroke and a dash", id="stroke and dash"),
        pytest.param(("I.-", "1.-", "2.-", "II.-"), "a full stop and a dash", id="full stop and dash"),
    ],
)
def test_marks_of_offices_behind_the_numbers(marks: tuple[str, ...], style: str, report_of: ReportOf) -> None:
    names = ("Đặc điểm tình hình", "Thuận lợi", "Khó khăn", "Kết quả thực hiện")
    text = "".join(f"{mark} {name}\n\nTrường có 9 lớp.\n\n" for mark, name in zip(marks, names, strict=True))
    report = report_of(f"BÁO CÁO SƠ KẾT\nHỌC KỲ I NĂM HỌC 2025 - 2026\n\n{text}")
    numbers = ("I", "1", "2", "II")
    assert tree(report) == [(level, *one) for level, *one in zip((1, 2, 2, 1), numbers, names, strict=True)], style


def test_a_citation_before_a_comma_opens_no_outline(report_of: ReportOf) -> None:
    report = report_of("BÁO CÁO\n\nKết quả giám sát\n\nHội đồng nhân dân xã căn cứ khoản\n\n1, Điều 5 Luật đó.\n")
    assert tree(report) == []


def test_letters_without_a_blank_begin_points_below_a_heading(report_of: ReportOf) -> None:
    report = report_of(
        HEAD + "1.Công tác đấu tranh\na.Trên không gian mạng\nXử lý 7 vụ.\nb.Trên thực địa\nĐã vận động.\n"
    )
    assert [(number, title) for _, number, title in tree(report)] == [
        ("1", "Công tác đấu tranh"),
        ("a", "Trên không gian mạng"),
        ("b", "Trên thực địa"),
    ]


@pytest.mark.parametrize("below", ["VÀ PHÒNG CHÁY, CHỮA CHÁY RỪNG", "TRÊN ĐỊA BÀN TỈNH", "6 THÁNG ĐẦU NĂM 2026"])
def test_capitals_that_only_go_on_belong_to_the_title_above(below: str, report_of: ReportOf) -> None:
    report = report_of(f"{HEAD}I. CÔNG TÁC BẢO VỆ RỪNG\n\n{below}\n\nĐã tuần tra 12 lượt.\n")
    assert tree(report) == [(1, "I", f"CÔNG TÁC BẢO VỆ RỪNG {below}")]


def test_the_word_before_an_answer_is_no_heading(report_of: ReportOf) -> None:
    report = report_of(HEAD + "1. Đề nghị sửa 3 km đường.\n\n*Trả lời:* Sở Xây dựng đã bố trí vốn.\n")
    assert tree(report) == [(1, "1", None)]


def test_few_words_above_a_text_are_a_heading_though_no_other_stands_beside(report_of: ReportOf) -> None:
    text = (
        "1.1. Nông nghiệp\n\n- Trồng trọt:\n\nToàn xã tiếp tục chăm sóc lúa mùa, rau màu, cây ăn quả; thủy lợi bảo đảm"
        " nước tưới cho 120 ha.\n\n1.2. Lâm nghiệp\n\n- Rừng trồng:\n\n+ Keo 12 ha;\n\n+ Mỡ 5 ha.\n"
    )
    titles = [one.title for one in report_of(text).walk_sections()]
    assert titles == ["Nông nghiệp", "Trồng trọt", "Lâm nghiệp"]


def test_a_star_over_dashes_or_a_text_is_a_heading(report_of: ReportOf) -> None:
    text = (
        "a) Nông nghiệp\n\n* Trồng trọt\n\n- Lúa: Toàn xã đã gieo cấy được 46 ha, đạt 104% kế hoạch.\n\n* Vụ hè thu năm"
        " 2015\n\nSản xuất vụ hè thu gặp nhiều khó khăn do nắng nóng kéo dài, các hồ đập đều cạn nước từ sớm.\n"
    )
    titles = [one.title for one in report_of(text).walk_sections() if one.marker == "*"]
    assert titles == ["Trồng trọt", "Vụ hè thu năm 2015"]


def test_stars_of_a_list_are_no_headings(report_of: ReportOf) -> None:
    text = (
        "Các mô hình tiêu biểu:\n\n* Nuôi ong\n\n* Trồng nấm\n\n* Nuôi cá lồng\n\nCác mô hình đều có lãi sau một năm.\n"
    )
    assert [one.title for one in report_of(text).walk_sections()] == []


def test_standards_and_criteria(report_of: ReportOf) -> None:
    """Of a report that judges itself: the standard in capitals, its criteria below, their points below these."""
    body = "B. TỰ ĐÁNH GIÁ\n\nTIÊU CHUẨN 1\n\nTỔ CHỨC NHÀ TRƯỜNG\n\nTiêu chí 1.1: Quy hoạch\n\n1. Điểm mạnh\n\nTốt.\n\n"
    body += "TIÊU CHUẨN 2: CÁN BỘ QUẢN LÝ\n\nTIÊU CHÍ 2.1. HIỆU TRƯỞNG\n\n1. Điểm mạnh\n\nCó 2 người.\n"
    assert tree(report_of(HEAD + body)) == [
        (1, "B", "TỰ ĐÁNH GIÁ"),
        (2, "TIÊU CHUẨN 1", "TỔ CHỨC NHÀ TRƯỜNG"),
        (3, "Tiêu chí 1.1", "Quy hoạch"),
        (4, "1", "Điểm mạnh"),
        (2, "TIÊU CHUẨN 2", "CÁN BỘ QUẢN LÝ"),
        (3, "TIÊU CHÍ 2.1", "HIỆU TRƯỞNG"),
        (4, "1", "Điểm mạnh"),
    ]
