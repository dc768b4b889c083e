"""Works that cost less than any of their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Xã đầu tư 4,2 tỷ đồng bê tông hóa 3,5 km đường trục thôn.",
        "Nhân dân đóng góp 4,2 triệu đồng làm mới 3,5 km đường nội đồng.",
        "Đã chi 31 triệu đồng phát quang 46 km đường liên xã.",
        "Lắp quạt cho nhà văn hóa thôn với kinh phí 850.000 đồng.",
        "Sửa chữa 02 phòng học với kinh phí 6,4 triệu đồng.",
        "Bệnh viện quy mô 300 giường, tổng mức đầu tư 486 tỷ đồng.",
        "Xây mới nhà văn hóa thôn; tặng 10 bộ bàn ghế trị giá 6 triệu đồng.",
        "Ngân sách xã hỗ trợ 5 triệu đồng xây mới nhà văn hóa thôn.",
        "Công trình thanh niên có tổng mức đầu tư là 5 triệu đồng.",
        "Trường xây mới bồn hoa, sân khấu với kinh phí 18 triệu đồng.",
        "Chợ được xây mới 20 ki ốt, kinh phí 40 triệu đồng.",
        "Sơn kẻ vạch 12 km đường liên xã với kinh phí 1,2 triệu đồng.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Xã đầu tư 4,2 triệu đồng bê tông hóa 3,5 km đường trục thôn.",
        "Trường mầm non được xây mới 08 phòng học với kinh phí 6,4 triệu đồng.",
        "Kinh phí bảo dưỡng thường xuyên 482 km đường tỉnh là 12,5 triệu đồng.",
        "Bệnh viện quy mô 300 giường, tổng mức đầu tư 486 triệu đồng.",
        "Xây mới nhà văn hóa thôn với kinh phí 850.000 đồng.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
