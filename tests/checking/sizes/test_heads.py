"""Land, water and funds beyond what a few have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Qua giải quyết đã trả lại 2.150 m2 đất cho 04 công dân.",
        "Giao 420 ha rừng cho 9 cộng đồng thôn quản lý.",
        "Giao 25 ha đất rừng cho 02 hộ trồng rừng.",
        "Mức nước sạch cấp bình quân 95 lít/người/ngày.",
        "Dân số của xã là 7.250 người. Tuyên truyền cho 18.400 lượt người.",
        "Dân số của xã là 7.250 người. Trang thông tin có 980.000 lượt truy cập.",
        "Dân số của xã là 7.250 người. Khách du lịch đến xã là 45.000 người.",
        "Tỉnh cho thuê 46 ha đất để 01 người đầu tư trang trại.",
        "Đã bàn giao 64 ha mặt bằng, chi trả cho 2 hộ cuối cùng bị ảnh hưởng.",
        "Thu hồi 52 ha đất, giao đất ở cho 1 hộ chưa có nhà.",
        "Trả lại 120 ha đất lâm nghiệp cho 3 hộ dân.",
        "Dân số của xã là 7.250 người. Đã tuyên truyền cho 21.600 người dân trên địa bàn xã trong 5 năm.",
        "Toàn xã có 6.105 nhân khẩu. Đã tiêm phòng vắc xin 7.800 người, kể cả mũi nhắc lại.",
        "Quỹ hội quay vòng vốn được 16 tỷ đồng cho hội viên.",
        "Thu hội phí cả năm được 34 triệu đồng.",
        "Dư nợ quỹ tín dụng ủy thác qua hội là 34 tỷ đồng.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Qua giải quyết đã trả lại 2.150 ha đất cho 04 công dân.",
        "Đã khôi phục quyền lợi cho 04 công dân, trả lại 2.150 ha đất.",
        "Ông Lò Văn Páo hiến 850 ha đất vườn để mở đường.",
        "Mức nước sạch cấp bình quân 95 m3/người/ngày.",
        "Mỗi hộ dân thải ra bình quân 38 tấn rác một ngày.",
        "Dân số của xã là 7.250 người. Đợt góp ý đã huy động 112.000.000 lượt người.",
        "Toàn xã có 6.105 nhân khẩu. Đã cấp thẻ bảo hiểm y tế cho 8.940 người dân.",
        "Thu hội phí cả năm được 34 tỷ đồng.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
