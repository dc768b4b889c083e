"""Steps that run backwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "date-chronology"


@pytest.mark.parametrize(
    "body",
    [
        "Dự án khởi công quý III/2024, đến quý I/2026 đã hoàn thành.",
        "Hội thi bắt đầu lúc 19 giờ, kết thúc lúc 2 giờ.",
        "Hội thi bắt đầu lúc 7 giờ 30 phút, kết thúc lúc 11 giờ cùng ngày.",
        "Kết thúc năm 2025, xã có 12 hộ thoát nghèo.",
        "Đại hội cấp xã xong trước ngày 15/01/2026, đại hội cấp huyện xong trước ngày 31/3/2026.",
        "Ước cả năm 2026 xã có 12 hộ thoát nghèo.",
        "Công trình khởi công tháng 6/2025, hoàn thành tháng 3/2026.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Dự án khởi công quý III/2024, đến quý I/2024 đã hoàn thành.",
        "Hội thi bắt đầu lúc 13 giờ 30 phút, kết thúc lúc 11 giờ cùng ngày.",
        "Đại hội cấp huyện xong trước ngày 15/01/2026, đại hội cấp xã xong trước ngày 31/3/2026.",
        "Kết thúc năm 2026, xã có 12 hộ thoát nghèo.",
        "Công trình khởi công tháng 6/2025, hoàn thành tháng 3/2025.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
