"""More hours and days than there are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Đài truyền thanh xã phát sóng 2,8 giờ mỗi ngày.",
        "Trạm y tế trực 24/24 giờ/ngày.",
        "Trong tháng 8, nhân dân góp 450 ngày công.",
        "Trong quý III, xã trực ban 45 ngày.",
        "Trong tháng 8, các tổ đã trực tổng số 62 ngày.",
        "Năm 2025, cán bộ đi cơ sở 420 lượt, 385 ngày công.",
        "Trong tháng 3, xã báo cáo chậm 35 ngày so với quy định.",
        "Trong tháng 6, xã phát động đợt thi đua 60 ngày đêm liên tục.",
        "Trong tháng 10, thời gian giải quyết rút ngắn còn 40 ngày.",
        "Năm 2026, bảo hiểm xã hội giải quyết chế độ ốm đau 420 ngày.",
        "Tổ làm 10 giờ/ngày, mỗi ngày 300 giờ làm việc của cả đội.",
        "Trong tháng đã giải quyết hồ sơ trước thời hạn 45 ngày.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Đài truyền thanh xã phát sóng 28 giờ mỗi ngày.",
        "Trạm y tế trực 30 giờ/ngày.",
        "Lực lượng dân quân trực 8 ngày/tuần.",
        "Trong tháng 8, xã trực ban phòng chống bão 45 ngày liên tục.",
        "Trong tháng 8, xã trực ban liên tục 45 ngày.",
        "Năm 2025, trạm quan trắc hoạt động liên tục 385 ngày.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
