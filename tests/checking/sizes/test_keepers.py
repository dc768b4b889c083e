"""Beasts beyond what a few keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Hộ ông Hờ A Tủa nuôi 18 con trâu và 18.000 con gà.",
        "Công ty của hộ ông Hờ A Tủa nuôi 18.000 con bò.",
        "Mô hình nuôi bò của 12 hộ, đến nay toàn huyện có 48.000 con bò.",
        "Huyện có 04 hộ nuôi quy mô lớn; tổng đàn trâu toàn huyện 18.500 con trâu.",
        "Nhà ông Lò Văn Páo có trang trại 3.500 con dê.",
        "Xã có 1.200 hộ, tổng đàn trâu 18.000 con.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Hộ ông Hờ A Tủa nuôi 18.000 con trâu.",
        "Gia đình chị Giàng Thị Mảy nuôi 25.000 con bò sinh sản.",
        "Có 12 hộ chăn nuôi với 48.000 con trâu.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
