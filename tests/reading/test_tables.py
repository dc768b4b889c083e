"""Tables: header, rows with the path of labels above them, captions, appendices; and what is no table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

FORM = """TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

PHỤ LỤC 1
Tình hình thực hiện Kết luận 62-KL/TW
(Số liệu tính đến tháng 12/2023)

STT\tNội dung\tSố lượng
I\tTổ chức triển khai\t
1\t<i>Quán triệt</i>\t
\t- Hội nghị riêng\t30
\t- Lồng ghép\t45

2\t<i>Trình độ</i>\t
2.1\tCấp xã\t
\t- Đại học\t03
II\tPhong trào thi đua\t
1\tPhản biện\t15
\t+ Hội nghị\t10

PHỤ LỤC 2

1. Công tác giám sát

STT\tNội dung\tCấp tỉnh\tCấp xã
1\tSố cuộc giám sát\t\t45
----------\t--\t--\t----
2\tSố đoàn giám sát\t\t30
"""
BODY = "BÁO CÁO\n\nKết quả công tác\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n\n"


def test_a_form(report_of: ReportOf) -> None:
    report = report_of(BODY + FORM)
    first, second = report.tables
    assert (first.appendix, first.title, first.header) == ("PHỤ LỤC 1", None, ("STT", "Nội dung", "Số lượng"))
    assert first.caption == "(Số liệu tính đến tháng 12/2023)"
    assert [(row.number, row.path) for row in first.rows] == [
        ("I", ("Tổ chức triển khai",)),
        ("1", ("Tổ chức triển khai", "Quán triệt")),
        ("", ("Tổ chức triển khai", "Quán triệt", "Hội nghị riêng")),
        ("", ("Tổ chức triển khai", "Quán triệt", "Lồng ghép")),
        ("2", ("Tổ chức triển khai", "Trình độ")),
        ("2.1", ("Tổ chức triển khai", "Trình độ", "Cấp xã")),
        ("", ("Tổ chức triển khai", "Trình độ", "Cấp xã", "Đại học")),
        ("II", ("Phong trào thi đua",)),
        ("1", ("Phong trào thi đua", "Phản biện")),
        ("", ("Phong trào thi đua", "Phản biện", "Hội nghị")),
    ]
    assert (second.appendix, second.title) == ("PHỤ LỤC 2", "1. Công tác giám sát")
    assert [[cell.text for cell in row.cells] for row in second.rows] == [
        ["1", "Số cuộc giám sát", "", "45"],
        ["2", "Số đoàn giám sát", "", "30"],
    ]
    assert [one.title for one in report.appendices] == ["Tình hình thực hiện Kết luận 62-KL/TW", ""]
    assert not [one for one in report.sections if one.title == "Công tác giám sát"]


def test_cells_and_labels_stand_where_they_are_printed(report_of: ReportOf) -> None:
    report = report_of(BODY + FORM)
    row = report.tables[0].rows[2]
    assert report.text[row.label_start : row.label_end] == "Hội nghị riêng"
    assert [report.text[cell.start : cell.end] for cell in report.tables[0].rows[1].cells] == ["1", "Quán triệt", ""]


def test_a_header_over_two_rows_and_column_numbers(report_of: ReportOf) -> None:
    table = "TT\tNội dung\tKế hoạch\tThực hiện\n\t\tCuộc\tLượt người\n(1)\t(2)\t(3)\t(4)\n1\tGiám "
    table += "sát\t5\t40\n\tTổng cộng\t5\t40\n"
    (found,) = report_of(f"{BODY}Bảng 1: Kết quả giám sát\n\n{table}").tables
    assert found.header == ("TT", "Nội dung", "Kế hoạch Cuộc", "Thực hiện Lượt người")
    assert [row.path for row in found.rows] == [("Giám sát",), ("Tổng cộng",)]
    assert found.title == "Bảng 1: Kết quả giám sát"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "UBND XÃ LŨNG ẲNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/BC-UBND\tLũng Ẳng, ngày 2/3/2024\n\n" + BODY,
            id="letterhead",
        ),
        pytest.param(BODY + "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Lưu: VT, 3 bản.\tCHỦ TỊCH\n", id="signature"),
    ],
)
def test_columns_of_head_and_tail_are_no_tables(text: str, report_of: ReportOf) -> None:
    assert report_of(text).tables == ()


def test_a_note_mark_in_a_cell_is_not_its_figure(report_of: ReportOf) -> None:
    table = "TT\tNội dung\tSố lượng\n1\tSố cuộc giám sát\t45¹\n2\tSố đoàn\t3\n\n¹ Trong đó cấp xã 40 cuộc.\n"
    (found,) = report_of(f"{BODY}{table}").tables
    assert [row.cells[2].text for row in found.rows] == ["45", "3"]


def test_what_stands_over_the_columns_of_numbers_and_names_is_a_name(report_of: ReportOf) -> None:
    table = "TT\tNội dung\tSố lượng\n1\tSố cuộc giám sát\t45\n2\tSố đoàn\t3\nTổng cộng\t\t48\n"
    (found,) = report_of(f"{BODY}{table}").tables
    assert [(row.number, row.label) for row in found.rows][-1] == ("", "Tổng cộng")
    assert found.rows[-1].level == found.rows[0].level


def test_a_header_typed_again_where_a_page_begins_is_no_row(report_of: ReportOf) -> None:
    report = report_of(
        "Nội dung\tTổng số\tTrong đó nữ\nHội viên mới\t120\t45\nNội dung\tTổng số\tTrong đó nữ\nHội viên nghèo\t15\t8\n"
    )
    assert [row.label for row in report.tables[0].rows] == ["Hội viên mới", "Hội viên nghèo"]


def test_a_table_whose_cells_stand_one_a_line_is_read_like_any_other(report_of: ReportOf) -> None:
    cells = "TT|Thôn|Số hộ|Số người|1|Thôn Sao|48|190|2|Thôn Mu|52|205|3|Thôn Pán|31|122|Cộng|131|517"
    report = report_of(BODY + cells.replace("|", "\n\n") + "\n\nII. NHIỆM VỤ\n")

    assert report.tables[0].header == ("TT", "Thôn", "Số hộ", "Số người")
    assert [(row.number, row.label) for row in report.tables[0].rows] == [
        ("1", "Thôn Sao"),
        ("2", "Thôn Mu"),
        ("3", "Thôn Pán"),
        ("", "Cộng"),
    ]
    assert [(one.what, one.text, one.unit) for one in report.figures][:2] == [
        ("Thôn Sao > Số hộ", "48", "hộ"),
        ("Thôn Sao > Số người", "190", "người"),
    ]
    assert [report.text[one.start : one.end] for one in report.figures] == [one.text for one in report.figures]


def test_the_running_text_of_a_row_whose_cells_stand_one_a_line_has_tabs_between_them(report_of: ReportOf) -> None:
    report = report_of(BODY + "Thôn|Số hộ|Người|Sao|48|190|Mu|52|205|Pán|31|122".replace("|", "\n"))

    assert [one.text for one in report.paragraphs if one.kind == "row"] == [
        "Thôn\tSố hộ\tNgười",
        "Sao\t48\t190",
        "Mu\t52\t205",
        "Pán\t31\t122",
    ]


def test_what_shows_nothing_in_a_cell_hides_no_unit(report_of: ReportOf) -> None:
    seen, unseen = "STT\tNội dung\tSố\n1\tSố \u200bhộ nghèo\t\u200b12\n2\tSố\u200b hộ khá\t9\u200b\n", "\u200b"
    figures = report_of(f"{BODY}{seen}\nII. NHIỆM VỤ\n").figures

    assert [(one.text, one.unit) for one in figures] == [("12", "hộ"), ("9", "hộ")]
    assert unseen not in "".join(one.what or "" for one in figures)


def test_school_years_above_numbers_are_the_head(report_of: ReportOf) -> None:
    report = report_of(f"{BODY}\t2021-2022\t2022 - 2023\nTốt\t12\t14\nKhá\t9\t8\n\nII. NHIỆM VỤ\n")

    assert report.tables[0].header == ("", "2021-2022", "2022 - 2023")
    assert [one.text for one in report.figures] == ["12", "14", "9", "8"]


def test_numbers_that_name_the_rows_are_their_labels(report_of: ReportOf) -> None:
    text = f"{BODY}Khối\tSố lớp\tSố học sinh\n6\t3\t118\n7\t3\t112\nCộng\t6\t230\n"
    assert [row.label for row in report_of(text).tables[0].rows] == ["6", "7", "Cộng"]
    text = f"{BODY}Số\tTên\tSố học sinh\n1\tLớp A\t118\n2\tLớp B\t112\n"
    assert [row.label for row in report_of(text).tables[0].rows] == ["Lớp A", "Lớp B"]
