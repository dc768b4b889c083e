"""Rates of a plan that another section tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

VISITS = (
    "Ban hành Kế hoạch giám sát, trong đó xác định 22 cuộc giám sát của Mặt trận và các đoàn thể trong năm.\nĐã thực "
    "hiện 14 cuộc giám sát (09 cuộc theo đoàn, 05 cuộc xem xét văn bản), đạt {} kế hoạch năm, nội dung sát thực tế."
)
COURSES = "Đầu năm, huyện giao 48 lớp tập huấn cho các xã.\nĐã mở 35 lớp tập huấn về chăn nuôi, đạt {} kế hoạch."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(VISITS.format("63,64%"), id="right"),
        pytest.param(COURSES.format("72,92%"), id="right, of courses"),
        pytest.param(
            "Kế hoạch giao xã Nà Pàn 20 lớp tập huấn, xã Khe Bạc 15 lớp tập huấn.\nĐã mở 14 lớp tập huấn, đạt 73,68% "
            "kế hoạch.",
            id="two plans",
        ),
    ],
)
def test_rates_of_plans_that_are_right_or_of_others(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(VISITS.format("60,87%"), "60,87%", id="past brackets"),
        pytest.param(COURSES.format("74,47%"), "74,47%", id="of courses"),
    ],
)
def test_rates_of_nearly_the_plan(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == [found]
