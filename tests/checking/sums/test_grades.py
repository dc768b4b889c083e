"""Grades of one scale make the whole that they divide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Trong 52 chi bộ có 08 chi bộ hoàn thành xuất sắc nhiệm vụ, 37 chi bộ hoàn thành tốt nhiệm vụ, 06 chi bộ"
            " hoàn thành nhiệm vụ và 02 chi bộ không hoàn thành nhiệm vụ.",
            ["52 chi bộ"],
            id="one more than there are",
        ),
        pytest.param(
            "Trong 52 chi bộ có 08 chi bộ hoàn thành xuất sắc nhiệm vụ, 37 chi bộ hoàn thành tốt nhiệm vụ, 06 chi bộ"
            " hoàn thành nhiệm vụ và 01 chi bộ không hoàn thành nhiệm vụ.",
            [],
            id="all of them",
        ),
        pytest.param(
            "Năm học này có 64 viên chức được đánh giá, trong đó hoàn thành xuất sắc nhiệm vụ 12 người, hoàn thành tốt"
            " nhiệm vụ 45 người, hoàn thành nhiệm vụ 05 người.",
            ["64 viên chức"],
            id="grades before their numbers",
        ),
        pytest.param(
            "Có 64 viên chức được đánh giá, trong đó hoàn thành xuất sắc nhiệm vụ 12 người, hoàn thành tốt nhiệm vụ 45"
            " người, hoàn thành nhiệm vụ 05 người, còn lại chưa đủ thời gian để xếp loại.",
            [],
            id="some were not graded",
        ),
        pytest.param(
            "Có 64 viên chức được đánh giá, trong đó hoàn thành xuất sắc nhiệm vụ 12 người, hoàn thành tốt nhiệm vụ 45"
            " người.",
            [],
            id="two grades picked out",
        ),
        pytest.param(
            "Toàn đảng bộ có 512 đảng viên. Xếp loại xuất sắc 71 đồng chí (14,2%), tốt 400 đồng chí (80%), hoàn thành"
            " 29 đồng chí (5,8%).",
            [],
            id="percentages of what was graded",
        ),
        pytest.param(
            "Khảo sát 250 người dân: rất hài lòng 131 người, hài lòng 102 người, không hài lòng 12 người.",
            ["250 người dân"],
            id="how content people are",
        ),
        pytest.param(
            "Đã giải quyết 1.245 hồ sơ, gồm trước hạn 840 hồ sơ, đúng hạn 391 hồ sơ, quá hạn 24 hồ sơ.",
            ["1.245 hồ sơ"],
            id="dossiers by their time limit",
        ),
        pytest.param(
            "Tiếp nhận 1.290 hồ sơ, đã giải quyết 1.255 hồ sơ, gồm trước hạn 840 hồ sơ, đúng hạn 391 hồ sơ, quá hạn 24"
            " hồ sơ.",
            [],
            id="of the number before that",
        ),
    ],
)
def test_grades_of_one_scale_make_what_was_graded(findings_of: FindingsOf, body: str, found: list[str]) -> None:
    """A thing has one grade: what the grades make beyond the whole, or short of it where all are told, is a slip."""
    assert [text for kind, text in findings_of(body, "sum-mismatch")] == found
