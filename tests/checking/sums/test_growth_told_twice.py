"""One thing's growth told twice, with two percentages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_ONCE = "Sản lượng tăng khá: xi măng bao tăng 23,6%, gạch nung tăng 16,1% so với cùng kỳ.\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"{_ONCE}Xi măng bao đạt 5,1 triệu tấn, tăng 23,6% so với cùng kỳ.", [], id="the same"),
        pytest.param(f"{_ONCE}Xi măng bao tăng 26,3% so với kế hoạch.", [], id="against another base"),
        pytest.param(f"{_ONCE}Xi măng bao tăng 24,6% so với cùng kỳ.", [], id="another digit, of no time"),
        pytest.param(
            "Tháng 5, xi măng bao tăng 23,6%, gạch nung tăng 16,1%.\nQuý II, xi măng bao tăng 26,3%.",
            [],
            id="other times",
        ),
        pytest.param(f"{_ONCE}Xi măng rời tăng 26,3% so với cùng kỳ.", [], id="another thing"),
        pytest.param(
            f"{_ONCE}Xi măng bao đạt 5,1 triệu tấn, tăng 26,3% so với cùng kỳ.",
            ["Xi măng bao đạt 5,1 triệu tấn, tăng 26,3%"],
            id="digits turned",
        ),
        pytest.param(
            "Tháng 5, xi măng bao tăng 23,6%, gạch nung tăng 16,1%.\nTháng 5, xi măng bao tăng 24,6%.",
            ["xi măng bao tăng 24,6%"],
            id="another digit, of one time",
        ),
    ],
)
def test_growth_told_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
