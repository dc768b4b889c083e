"""Works done before they were begun, by months, quarters and years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param("Hồ Khe Vằn: khởi công ngày 12/6/2025, dự kiến hoàn thành quý II/2024.", 1, id="day, quarter"),
        pytest.param("Hồ Khe Vằn: khởi công tháng 6/2025, hoàn thành trong quý I/2025.", 1, id="month, quarter"),
        pytest.param("Dự án khởi công quý III/2025, hoàn thành tháng 8/2024.", 1, id="quarter, month"),
        pytest.param("Nhà văn hóa được khởi công năm 2025, đưa vào sử dụng năm 2024.", 1, id="years"),
        pytest.param("Dự án khởi công quý III/2024, đến quý I/2024 đã hoàn thành.", 1, id="quarters"),
        pytest.param("Dự án khởi công quý III/2024, đến quý I/2026 đã hoàn thành.", 0, id="quarters in order"),
        pytest.param("Công trình khởi công tháng 6/2025, hoàn thành tháng 3/2025.", 1, id="months"),
        pytest.param("Công trình khởi công tháng 6/2025, hoàn thành tháng 3/2026.", 0, id="months in order"),
        pytest.param("Hồ Khe Vằn: khởi công tháng 6/2025, dự kiến hoàn thành quý IV/2026.", 0, id="in order"),
        pytest.param("Hồ Khe Vằn: khởi công tháng 5/2025, hoàn thành quý II/2025.", 0, id="within the quarter"),
        pytest.param("Khởi công 02 công trình năm 2025, hoàn thành 03 công trình năm 2024.", 0, id="other works"),
    ],
)
def test_works_turned(body: str, count: int, findings_of: FindingsOf) -> None:
    assert len([case for case, _ in findings_of(body, "date-chronology") if case == "steps"]) == count
