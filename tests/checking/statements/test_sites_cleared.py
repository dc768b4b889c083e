"""Ground handed over in full and still held; works in use and half done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Đã hoàn thành giải phóng mặt bằng tuyến số 1.\nVướng mắc: 23 hộ chưa bàn giao mặt bằng tuyến số 2.",
        "Chưa hoàn thành giải phóng mặt bằng.\nCòn 23 hộ chưa bàn giao mặt bằng.",
        "Đường vào khu sản xuất đã thông xe ngày 10/5/2026.\nĐường vào khu du lịch hiện mới đạt 60% khối lượng.",
        "Trạm bơm Nà Tảo đã đưa vào sử dụng từ tháng 5.\nHiện Trạm bơm Cốc Lải đang thi công phần móng.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Đã hoàn thành giải phóng mặt bằng.\nVướng mắc: 23 hộ chưa nhận tiền đền bù và chưa bàn giao mặt bằng.",
        "Hiện đã bàn giao 100% mặt bằng; tuy nhiên còn vướng mặt bằng của 17 hộ.",
        "Đường vào khu sản xuất đã thông xe ngày 10/5/2026.\nĐường vào khu sản xuất hiện mới đạt 60% khối lượng.",
        "Trạm bơm Nà Tảo đã đưa vào sử dụng từ tháng 5.\nHiện Trạm bơm Nà Tảo đang thi công phần móng.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
