"""Times of day that no clock shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Hội nghị bắt đầu lúc 07h30, kết thúc lúc 17 giờ 00 phút.",
        "Trực 24/24h, báo cáo trước 24 giờ 00 hằng ngày.",
        "Bồi dưỡng 40 giờ; sau 36 giờ phải báo cáo; học 30 giờ 45 phút.",
        "Thời gian: 24h00 ngày 31/12/2026.",
        "Thời gian: 36 tháng kể từ ngày ký.",
        "Xây dựng nhà 2 tầng tại khu đất 35 ha.",
    ],
)
def test_time_that_a_clock_shows(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Hội nghị bắt đầu lúc 08h75 ngày 12/3/2026.", "08h75"),
        ("Đồng chí Chủ tịch khai mạc vào hồi 25 giờ 30 phút.", "25 giờ 30"),
        ("Thời gian: 27h00, ngày 12/3/2026.", "27h00"),
        ("Nước lên đến 13 giờ 75 phút thì rút.", "13 giờ 75"),
        ("Tàu đến ga lúc 24h30.", "24h30"),
        ("Tuần tra từ 19 giờ 30 phút đến 25 giờ hằng ngày.", "25 giờ"),
    ],
)
def test_time_that_no_clock_shows(body: str, said: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("clock", said)]
