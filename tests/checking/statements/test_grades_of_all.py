"""A grade that all reached, and one below it."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.statements.grades_of_all import check_grades_of_all, check_grades_of_each


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Các chi bộ đều hoàn thành tốt nhiệm vụ trở lên, chi bộ Nà Pằn xếp loại hoàn thành nhiệm vụ.", True),
        ("100% học sinh được xếp loại khá trở lên; riêng lớp 5A có 2 em xếp loại trung bình.", True),
        ("Các chi bộ đều hoàn thành nhiệm vụ trở lên, 5 chi bộ xếp loại hoàn thành tốt nhiệm vụ.", False),
        ("100% học sinh được xếp loại khá trở lên; không có em nào xếp loại trung bình.", False),
        ("100% đảng viên hoàn thành nhiệm vụ trở lên; 02 công chức xếp loại không hoàn thành nhiệm vụ.", False),
        ("Hạnh kiểm của học sinh đều khá trở lên; về học lực, 12 em xếp loại trung bình.", False),
        ("98% học sinh được xếp loại khá trở lên; riêng lớp 5A có 2 em xếp loại trung bình.", False),
    ],
)
def test_a_lower_grade_of_one(body: str, told: bool) -> None:
    assert bool(list(check_grades_of_all(read_text(f"{HEAD}{TITLE}{body}{TAIL}")))) is told


@pytest.mark.parametrize(
    ("every", "some", "told"),
    [
        ("Có 16/16 cơ sở Hội đạt vững mạnh.", "Còn 03 cơ sở Hội chỉ xếp loại khá.", True),
        ("100% chi bộ được xếp loại hoàn thành tốt nhiệm vụ.", "Vẫn có 02 chi bộ xếp loại hoàn thành nhiệm vụ.", True),
        ("100% chi bộ được xếp loại hoàn thành nhiệm vụ.", "Có 02 chi bộ xếp loại hoàn thành tốt nhiệm vụ.", False),
        ("Có 14/16 cơ sở Hội đạt vững mạnh.", "Còn 02 cơ sở Hội chỉ xếp loại khá.", False),
        ("Năm 2023, 100% cơ sở Hội đạt vững mạnh.", "Năm 2024 có 03 cơ sở Hội xếp loại khá.", False),
        ("100% học sinh đạt hạnh kiểm khá.", "Có 12 học sinh xếp loại học lực trung bình.", False),
        ("Có 16/16 cơ sở Hội đạt vững mạnh.", "Còn 03 chi hội chỉ xếp loại khá.", False),
    ],
)
def test_lower_grades_counted_elsewhere(every: str, some: str, told: bool) -> None:
    body = f"{every} Công tác khác được duy trì.\n\n{some}"
    assert bool(list(check_grades_of_each(read_text(f"{HEAD}{TITLE}{body}{TAIL}")))) is told
