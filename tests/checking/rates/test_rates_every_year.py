"""Rates that are said of every year, and years that are named behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hằng năm có trên 85% hộ đạt (năm 2020: 85,4%; năm 2021: 91,2%).", [], id="all above"),
        pytest.param("Hằng năm có trên 90% hộ đạt. Năm 2020 đạt 85,4% số thôn.", [], id="another sentence"),
        pytest.param("Hằng năm có trên 90% hộ đạt; riêng năm 2020 đạt 85,4%.", [], id="an exception"),
        pytest.param(
            "Hằng năm có trên 90% hộ đạt gia đình văn hóa (năm 2020: 85,4%; năm 2021: 91,2%).",
            ["năm 2020: 85,4%"],
            id="one below",
        ),
    ],
)
def test_rates_every_year(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for case, text in findings_of(body, "ratio-mismatch") if case == "bound"] == found
