"""What a report reviews: interim or final, the years, the directives, and the plan in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

TITLES = [
    pytest.param("Tổng kết 10 năm học tập và làm theo gương Bác", ("tổng kết", 10, []), id="years of learning"),
    pytest.param("Công tác Đội tháng 12năm học 2019 - 2020", (None, None, []), id="a month glued to its year"),
    pytest.param("Kết quả công tác dân vận năm 2024", (None, None, []), id="no review"),
    pytest.param(
        "Sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU, ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy",
        ("sơ kết", 3, [("06-CT/TU", "2021-09-07", None)]),
        id="one directive",
    ),
    pytest.param(
        "TỔNG KẾT 10 NĂM THỰC HIỆN NGHỊ QUYẾT SỐ 25-NQ/TW VÀ KẾT LUẬN SỐ 43-KL/TW",
        ("tổng kết", 10, [("25-NQ/TW", None, None), ("43-KL/TW", None, None)]),
        id="two beside each other, in capitals",
    ),
    pytest.param(
        "Sơ kết 3 năm thực hiện Kế hoạch số 47-KH/HU ngày 18/01/2022 thực hiện Nghị quyết số 01-NQ/TU của Tỉnh ủy",
        ("sơ kết", 3, [("47-KH/HU", "2022-01-18", None), ("01-NQ/TU", None, "47-KH/HU")]),
        id="own plan for a directive",
    ),
    pytest.param(
        "Tổng kết 10 năm thực hiện Kế hoạch số 12-KH/HU và 5 năm thực hiện Chỉ thị số 18-CT/TW của Ban Bí thư",
        ("tổng kết", 10, [("12-KH/HU", None, None), ("18-CT/TW", None, None)]),
        id="two of different ages",
    ),
]


@pytest.mark.parametrize(("title", "subject"), TITLES)
def test_subjects(
    title: str,
    subject: tuple[str | None, int | None, list[tuple[str, str | None, str | None]]],
    report_of: ReportOf,
) -> None:
    found = report_of(f"BÁO CÁO\n\n{title}\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n").subject
    assert (found.review, found.years) == subject[:2]
    assert [(one.symbol, one.date, one.via) for one in found.directives] == subject[2]


def test_a_date_that_the_title_lacks_comes_from_the_opening(report_of: ReportOf) -> None:
    text = "BÁO CÁO\n\ntổng kết 10 năm thực hiện Kết luận số 62-KL/TW\n\nThực hiện Công văn số "
    text += "03-CV/BCĐ, ngày 01-3-2019 về"
    text += " tổng kết 10 năm thực hiện Kết luận số 62-KL/TW, ngày 08-12-2009 của Bộ Chính trị, Tỉnh "
    text += "ủy báo cáo:\n\nI. MỘT\n"
    report = report_of(text)
    assert report.subject.directives[0].date == "2009-12-08"
    assert report.basis is not None
    assert report.text[report.basis.start :].startswith("Thực hiện Công văn số 03-CV/BCĐ")
