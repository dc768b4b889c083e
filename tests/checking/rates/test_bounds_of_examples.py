"""Those named as below or above a rate, each with its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Có 4 xã đạt dưới 50% kế hoạch, như An Lộc 18%, Tân Hòa 26%, Bình Lâm 39%.", id="all below"),
        pytest.param("Các xã đạt trên 80%: An Lộc (92%), Tân Hòa (85,5%), Bình Lâm (80,2%).", id="all above"),
        pytest.param("Có 2 xã đạt dưới 50%: An Lộc 18%, Bình Lâm 93%.", id="too few to show what is named"),
        pytest.param("Có xã đạt dưới 50%: An Lộc 78%, Tân Hòa 86%, Bình Lâm 39%.", id="of something else"),
        pytest.param("Có 4 xã tăng trên 20% so với cùng kỳ: An Lộc 38%, Tân Hòa 26%, Bình Lâm 12%.", id="changes"),
        pytest.param("Tỷ lệ giải ngân dưới 50% gồm An Lộc 38%, Tân Hòa 26%; Bình Lâm đã hoàn thành.", id="none told"),
    ],
)
def test_names_on_their_side(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Có 4 xã đạt dưới 50% kế hoạch, như An Lộc 18%, Tân Hòa 26%, Bình Lâm 93%.", "93", id="above a bound"
        ),
        pytest.param("Các xã đạt trên 80%: An Lộc (92%), Tân Hòa (85,5%), Bình Lâm (58%).", "58", id="below a bound"),
    ],
)
def test_a_name_on_the_other_side(body: str, found: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == [("bound", found)]
