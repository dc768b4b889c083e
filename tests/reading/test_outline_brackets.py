"""Numbers in brackets at the beginning of paragraphs: points of the outline, or items of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

HEAD = "BÁO CÁO\n\nKết quả công tác năm 2024\n\nỦy ban nhân dân xã báo cáo như sau:\n\nI. KẾT QUẢ\n\n"


def outline(report: Report) -> list[tuple[int, str | None, str | None]]:
    return [(one.level, one.number, one.title) for one in report.walk_sections()][1:]


def test_paragraphs_with_numbers_in_brackets_are_points_as_those_with_a_stop(report_of: ReportOf) -> None:
    body = "1. Kinh tế\n\n(1) Thu ngân sách đạt 95%.\n\n(2) Văn hóa: Giữ 3 thôn.\n\n2. Xã hội\n\nĐã làm tốt."
    assert outline(report_of(HEAD + body)) == [
        (2, "1", "Kinh tế"),
        (3, "1", None),
        (3, "2", "Văn hóa"),
        (2, "2", "Xã hội"),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param("(1) Thu ngân sách đạt 95%;\n\n(2) Giữ 3 thôn;\n\n(3) Xóa 2 nhà.", id="items that semicolons end"),
        pytest.param("Đã làm.\n\n(4) Họp thôn; (5) ký cam kết.", id="the middle of a sentence that was cut"),
        pytest.param("(1) Họp thôn.\n\nĐã làm.", id="one alone"),
        pytest.param("(1) Kinh tế: 5 việc;\n\n(2) Văn hóa: 3 việc\n\n(3) An ninh: 2 việc;", id="items with a colon"),
    ],
)
def test_items_of_a_sentence_are_no_points(listed: str, report_of: ReportOf) -> None:
    assert outline(report_of(f"{HEAD}1. Kinh tế\n\n{listed}\n\n2. Xã hội\n\nĐã làm tốt.")) == [
        (2, "1", "Kinh tế"),
        (2, "2", "Xã hội"),
    ]


def test_a_row_goes_on_below_the_next_heading(report_of: ReportOf) -> None:
    body = "1. Kinh tế\n\n(1) Thu đạt 95%.\n\n(2) Chi đạt 90%.\n\n2. Xã hội\n\n(3) Giảm 12 hộ nghèo.\n\nHết."
    assert [number for _, number, _ in outline(report_of(HEAD + body))] == ["1", "1", "2", "2", "3"]


def test_small_roman_numbers_keep_their_brackets_and_stand_below_arabic_ones(report_of: ReportOf) -> None:
    body = "(1) Hạ tầng số:\n\n(i) Đã phủ sóng 12 thôn.\n\n(ii) Đã lắp 3 trạm.\n\n(2) Nhân lực số:\n\nĐã mở 2 lớp."
    assert outline(report_of(HEAD + body)) == [
        (2, "1", "Hạ tầng số"),
        (3, "(i)", None),
        (3, "(ii)", None),
        (2, "2", "Nhân lực số"),
    ]


def test_numbered_people_behind_a_colon_are_no_points(report_of: ReportOf) -> None:
    people = "Ban Chấp hành gồm 02 đồng chí:\n\n1. Đồng chí Trần Văn An, Bí thư\n\n2. Đồng chí Lê Thị Bình"
    body = f"{people}\n\nChi đoàn có 52 đoàn viên.\n\n1. Thuận lợi\n\nĐược quan tâm."
    assert outline(report_of(HEAD + body)) == [(2, "1", "Thuận lợi")]
