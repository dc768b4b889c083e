"""Quarters and halves of years with their months beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Quý III (từ ngày 15/6 đến ngày 14/9) tiếp 45 lượt.", id="a quarter that closes on the 14th"),
        pytest.param("Quý I (từ 15/12/2025 đến 14/3/2026) tiếp 45 lượt.", id="from the year before"),
        pytest.param("6 tháng đầu năm 2026 (từ 01/10/2025 đến 31/3/2026) thi hành 120 việc.", id="a year from October"),
        pytest.param("Quý I (tháng 12, 1, 2) kiểm sát 45 vụ.", id="a year from December"),
        pytest.param("Quý II (từ tháng 5 đến tháng 6) mở 3 lớp.", id="a time within it"),
        pytest.param("Quý III, quý IV (từ tháng 7 đến tháng 12) mở 5 lớp.", id="two quarters"),
        pytest.param("Trong quý III (tháng 9) tổ chức hội nghị.", id="one of its months"),
        pytest.param("Trong 6 tháng đầu năm, kế hoạch đến ngày 31/12 phải hoàn thành.", id="a day by which it is due"),
    ],
)
def test_months_that_are_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "period-mismatch") == []


@pytest.mark.parametrize(
    ("body", "passage"),
    [
        pytest.param("Quý II (từ tháng 4 đến tháng 7) mở 3 lớp.", "Quý II (từ tháng 4 đến tháng 7", id="a month more"),
        pytest.param("Quý IV (tháng 9, 11, 12) mở 3 lớp.", "Quý IV (tháng 9, 11, 12)", id="a month of another quarter"),
        pytest.param(
            "Quý II (từ ngày 01/3 đến ngày 30/6) mở 3 lớp.",
            "Quý II (từ ngày 01/3 đến ngày 30/6",
            id="four months",
        ),
        pytest.param(
            "6 tháng đầu năm (từ ngày 01/01 đến ngày 30/9) mở 3 lớp.",
            "6 tháng đầu năm (từ ngày 01/01 đến ngày 30/9",
            id="nine months for six",
        ),
        pytest.param(
            "Quý I/2026 (từ 15/12/2024 đến 14/3/2026) tiếp 45 lượt.",
            "Quý I/2026 (từ 15/12/2024 đến 14/3/2026",
            id="a year too early",
        ),
        pytest.param(
            "Trong 6 tháng đầu năm, tính đến ngày 31/12, kết nạp 15 đảng viên.",
            "6 tháng đầu năm, tính đến ngày 31/12",
            id="counted up to a day half a year behind it",
        ),
    ],
)
def test_months_of_another_time(body: str, passage: str, findings_of: FindingsOf) -> None:
    assert ("months-beside", passage) in findings_of(body, "period-mismatch")
