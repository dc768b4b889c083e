"""Rural roads that are as wide or thick as none is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Đường ngõ xóm thôn Bình An được đổ bê tông dài 350 m, rộng 25 m, dày 15 cm.", "25 m"),
        ("Đường trục thôn 3 dài 1,4 km, mặt đường rộng 3,5 m, dày 180 cm.", "180 cm"),
        ("Đường nội đồng thôn Đoài dài 620 m, dày 0,16 cm.", "0,16 cm"),
    ],
)
def test_road_as_no_rural_road_is(body: str, said: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("measure", said)]


@pytest.mark.parametrize(
    "body",
    [
        "Đường liên thôn dài 2 km, rộng 5 m, dày 20 cm do Nhân dân góp công.",
        "Đường tỉnh lộ qua xã rộng 30 m, dài 4 km.",
        "Dọc đường thôn, Nhân dân trồng hàng cây dài 3 km, rộng 20 m.",
        "Đường nội đồng thôn Đoài dài 620 m, chạy dọc kênh rộng 28 m.",
        "Cầu vào bản dài 24 m; sân nhà văn hóa rộng 30 m.",
    ],
)
def test_width_that_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []
