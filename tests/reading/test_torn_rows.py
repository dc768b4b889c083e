"""Rows of a table that came over as plain lines, without rules and tabs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

HEAD = "BÁO CÁO\n\nTình hình sử dụng đất năm 2024\n\nỦy ban nhân dân xã báo cáo như sau:\n\nI. HIỆN TRẠNG\n\n"


def rows(report: Report) -> list[tuple[str | None, str]]:
    return [(one.what, str(one.value)) for one in report.figures if one.in_table]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("Xã đã họp 12 13\nXã đã làm.", id="a line alone"),
        pytest.param("Chương 1 2\nĐiều 3 4\nKhoản 5 6", id="what a law numbers"),
        pytest.param("Đã họp trong năm 2022 2023\nĐã họp ngày 12 13\nĐã có trên 15 16", id="sentences"),
        pytest.param("Xã Na Lâu 1982 2024\nXã Bản Chang 1985 2025\nXã Khe Lạnh 1990 2025", id="years"),
        pytest.param("1. Tình hình chung 3\n2. Kết quả 5\n3. Nhiệm vụ 9", id="a table of contents"),
        pytest.param(
            "Trạm Y tế xã 0246 6758\nCông an xã 0243 9746\nNhà văn hóa 0912 7999", id="telephone numbers in groups"
        ),
        pytest.param("Trạm Y tế: 0246.6758.683\nCông an xã: 0243.974.622\nTrường học: 0912.799.026", id="telephones"),
        pytest.param("Thôn Nà Lộc 12 345\nThôn Sao 6 789\nThôn Mu 10 112", id="blanks may group thousands"),
        pytest.param("Mở đầu       1\nKết quả      3\nNhiệm vụ     9", id="pages behind wide blanks"),
        pytest.param("A B C 1 2 3\nA B C 1 2 3\nA B C 1 2 3", id="names of columns"),
        pytest.param("Số 12 đường Hùng Vương 45\nSố 14 đường Lê Lợi 47\nSố 16 đường Bà Triệu 49", id="addresses"),
    ],
)
def test_lines_that_are_no_rows(lines: str, report_of: ReportOf) -> None:
    assert rows(report_of(f"{HEAD}{lines}\n\nXã đã hoàn thành.\n")) == []


def test_each_number_counts_for_the_words_of_its_row(report_of: ReportOf) -> None:
    lines = "1 | Đất ở 24,2 0,04\n2| Đất cây xanh 388,3 61,2\n2.1 | Công viên 12,87\n\nTổng 412,5 100%\n"
    assert rows(report_of(HEAD + lines)) == [
        ("Đất ở", "24.2"),
        ("Đất ở", "0.04"),
        ("Đất cây xanh", "388.3"),
        ("Đất cây xanh", "61.2"),
        ("Công viên", "12.87"),
        ("Tổng", "412.5"),
        ("Tổng", "100"),
    ]


def test_rows_need_no_bars_where_two_numbers_end_each(report_of: ReportOf) -> None:
    lines = "Bản Chang 248 9\nNà Lộc 231 7\nKhuổi Sao 197 -\nCộng 676 16\n"
    report = report_of(HEAD + lines)
    assert rows(report) == [
        ("Bản Chang", "248"),
        ("Bản Chang", "9"),
        ("Nà Lộc", "231"),
        ("Nà Lộc", "7"),
        ("Khuổi Sao", "197"),
        ("Cộng", "676"),
        ("Cộng", "16"),
    ]
    first = next(one for one in report.figures if one.in_table)
    assert report.text[first.start : first.end] == "248"
    assert report.text[first.clause_start : first.clause_end] == "Bản Chang 248 9"


def test_the_number_of_a_hamlet_belongs_to_its_name(report_of: ReportOf) -> None:
    found = rows(report_of(f"{HEAD}Thôn 1 312 12\nThôn 2 298 15\nThôn 3 276 18\n"))
    assert found[:2] == [("Thôn 1", "312"), ("Thôn 1", "12")]


def test_a_long_label_goes_on_below_its_numbers(report_of: ReportOf) -> None:
    lines = "1 | Đất ở 24,2 0,04\n2 | Đất giao thông, kho tàng, bến bãi 63,17 15,78\nvà công trình\nTổng 87,37 15,82\n"
    assert len(rows(report_of(HEAD + lines))) == 6


def test_nothing_is_read_of_a_damaged_row(report_of: ReportOf) -> None:
    lines = "1 | Đất ở 24,2 0,04\n2 | Đất rừng 419767 | 6|6,04 _¬ 12,5\n3 | Đất chợ 3,9 0,01\n4 | Đất trống 2,8 0,02\n"
    assert {what for what, _ in rows(report_of(HEAD + lines))} == {"Đất ở", "Đất chợ", "Đất trống"}


def test_a_number_that_lost_its_decimal_mark_is_left_out(report_of: ReportOf) -> None:
    lines = "1 | Đất ở 24,2 0,04 3,5\n2 | Đất rừng 30,9 139 2,5\n3 | Đất chợ 3,9 0,01 1,5\n"
    assert [value for what, value in rows(report_of(HEAD + lines)) if what == "Đất rừng"] == ["30.9", "2.5"]


def test_the_line_of_a_row_holds_no_other_figures(report_of: ReportOf) -> None:
    lines = "1 | Diện tích 12 ha 24,2 0,04\n2 | Đất rừng 30,9 5,2\n3 | Đất chợ 3,9 0,01\n"
    figures = report_of(HEAD + lines).figures
    assert [one.value for one in figures] == [
        Decimal(value) for value in ("24.2", "0.04", "30.9", "5.2", "3.9", "0.01")
    ]


def test_marks_that_stand_apart_from_their_letters_change_nothing(report_of: ReportOf) -> None:
    lines = "1 | Đất ở 24,2 0,04\n2| Đất cây xanh 388,3 61,2\nTổng 412,5 100%\n"

    assert rows(report_of(unicodedata.normalize("NFD", HEAD + lines))) == rows(report_of(HEAD + lines)) != []


def test_blanks_that_show_nothing_part_no_row(report_of: ReportOf) -> None:
    lines = "Bản Chang 248 9\nNà Lộc 231 7\nKhuổi Sao 197 5\n"

    assert rows(report_of(HEAD + lines.replace(" ", " \u200b"))) == rows(report_of(HEAD + lines)) != []


def test_wide_blanks_part_a_label_from_its_number(report_of: ReportOf) -> None:
    lines = "Hội nghị tuyên truyền      30\nBuổi nói chuyện            45\nCuộc thi tìm hiểu           4\n"

    assert rows(report_of(HEAD + lines)) == [
        ("Hội nghị tuyên truyền", "30"),
        ("Buổi nói chuyện", "45"),
        ("Cuộc thi tìm hiểu", "4"),
    ]
