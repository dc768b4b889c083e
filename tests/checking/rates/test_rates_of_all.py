"""Percentages of a part with all of them told in the same breath."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đã tiêm 2.156 con trâu, bò trên tổng đàn 2.640 con; tỷ lệ tiêm đạt 81,7%.", [], id="right"),
        pytest.param("Xã có 9 thôn, đến nay 7 thôn đạt danh hiệu văn hóa, đạt 77,8%.", [], id="right, of few"),
        pytest.param("Xã có 9 thôn, đến nay 7 thôn đạt danh hiệu văn hóa, đạt 87,5% kế hoạch.", [], id="of a plan"),
        pytest.param(
            "Xã có 9 thôn, đến nay 7 thôn đạt danh hiệu văn hóa, tăng 2 thôn so với năm trước, đạt 87,5%.",
            [],
            id="something else between",
        ),
        pytest.param(
            "Đã tiêm 2.156 con trâu, bò trên tổng đàn 2.640 con; tỷ lệ tiêm đạt 87,1%.", ["87,1%"], id="of a herd"
        ),
        pytest.param(
            "Đã giải ngân 1.240 triệu đồng trên tổng vốn 3.100 triệu đồng, đạt 44%.", ["44%"], id="of all funds"
        ),
        pytest.param(
            "Xã có 9 thôn, đến nay 7 thôn đạt danh hiệu văn hóa, đạt 87,5%.", ["87,5%"], id="of what there is"
        ),
    ],
)
def test_rates_of_all(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found
