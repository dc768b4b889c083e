"""Beasts and blood beyond what a few keep and give."""

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
        "Có 52 đoàn viên tham gia hiến máu, thu được 49 đơn vị máu.",
        "Chi đoàn có 18 đoàn viên, vận động nhân dân hiến 240 đơn vị máu.",
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
        "Có 52 đoàn viên tham gia hiến máu, thu được 315 đơn vị máu.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
