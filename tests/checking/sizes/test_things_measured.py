"""Sizes that no thing of their kind has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Bó vỉa tuyến phố chính cao 25 cm.",
        "Cầu treo thôn Khuổi Sưu dài 118 m, rộng 2,5 m.",
        "Nhà văn hóa cách cầu treo 18 km.",
        "Các phòng học có tổng diện tích 6.200 m2.",
        "Khuôn viên nhà văn hóa xã rộng 1,2 ha.",
        "Lợn thịt xuất bán nặng bình quân 95 kg/con.",
        "Hồ chứa có dung tích 3,2 triệu m3, phục vụ tưới cho 180 ha lúa.",
        "Đập Lũng Ẳng cao 42 m, dài 210 m.",
        "Kênh chính dài 18 km, rộng 6 m, sâu 2,5 m.",
        "Nước ao dâng cao 1,2 m.",
        "Mặt đường bê tông rộng 3,5 m, dày 18 cm.",
        "Khu phòng học, nhà hiệu bộ có diện tích 2.400 m2.",
        "Vườn cây quanh ngôi nhà rộng 2 ha.",
        "Mực nước hồ đập cao 612 m so với mực nước biển.",
        "Đất đá tràn lấp mặt đường dài 40 m, dày 4 m.",
        "Sơn kẻ đường dày 2 mm.",
        "Đường ống dẫn nước rộng 60 mm.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Bó vỉa tuyến phố chính cao 25 m.",
        "Cầu dân sinh thôn Khuổi Sưu dài 18 km, rộng 2,5 m.",
        "Tường rào trường cao 220 m.",
        "Phòng học mới có diện tích 620.000 m2.",
        "Bể chứa nước của thôn có dung tích 5 triệu m3.",
        "Lợn thịt xuất bán có trọng lượng bình quân 950 kg/con.",
        "Đường trục dài 320 m, rộng 3 m, dày 16 m.",
        "Toàn xã có 02 hồ chứa nhỏ với tổng dung tích 480 triệu m3.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
