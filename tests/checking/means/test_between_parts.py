"""Rates of a whole against those of its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Kinh tế 6 tháng tăng 7,5%, trong đó quý I tăng 7,2%, quý II tăng 7,9%.", [], id="between quarters"
        ),
        pytest.param(
            "Kinh tế 9 tháng tăng 7,9%, trong đó quý I tăng 7,2%, quý II tăng 7,5%.", [], id="a quarter left out"
        ),
        pytest.param(
            "Kinh tế 6 tháng tăng 7,5%, trong đó quý I tăng 7,4% (cao hơn mức 7,1% năm trước), quý II tăng 7,6%.",
            [],
            id="another time in brackets",
        ),
        pytest.param(
            "GRDP tăng 8,2%, trong đó nông nghiệp tăng 3,1%; công nghiệp tăng 9,9%; dịch vụ tăng 7,5%.",
            [],
            id="sectors",
        ),
        pytest.param("GRDP tăng 8,2%, trong đó nông nghiệp tăng 3,1%; dịch vụ tăng 7,5%.", [], id="a sector left out"),
        pytest.param(
            "6 tháng thu đạt 55% dự toán, trong đó quý I đạt 25%, quý II đạt 30%.", [], id="shares of the year's plan"
        ),
        pytest.param(
            "GRDP tăng 8,0%, trong đó nông nghiệp tăng 3,1%; công nghiệp tăng 7,8%; dịch vụ tăng 7,5%.",
            [],
            id="taxes that nobody tells of",
        ),
        pytest.param(
            "Giá trị sản xuất tăng 8,2%, công nghiệp chế biến tăng 12%, dịch vụ tăng 9,5%, nông nghiệp tăng 9%.",
            [],
            id="another order may tell of other things",
        ),
        pytest.param(
            "Kinh tế 6 tháng tăng 7,93%, trong đó quý I tăng 7,31%, quý II tăng 7,87%.",
            ["7,93%"],
            id="above both quarters",
        ),
        pytest.param(
            "GRDP 9 tháng tăng 4,12% (Quý I tăng 3,68%; quý II tăng 0,39%; quý III tăng 2,62%).",
            ["4,12%"],
            id="above all quarters in brackets",
        ),
        pytest.param(
            "Tổng sản phẩm trên địa bàn tăng 2,1%. Trong đó, nông, lâm, thủy sản tăng 3,1%; công nghiệp tăng 9,9%;"
            " dịch vụ tăng 7,5%.",
            ["2,1%"],
            id="below all sectors of the next sentence",
        ),
    ],
)
def test_rates_between_parts(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "ratio-mismatch") if case == "between"] == found
