"""Percentages of people that no number of them gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Có 31 giáo viên được khen, tỷ lệ 52,9%.", [("no-whole", "52,9%")], id="between two numbers"),
        pytest.param("Có 31 giáo viên được khen (52,9%).", [("no-whole", "52,9%")], id="in brackets"),
        pytest.param("Có 31 giáo viên được khen, tỷ lệ 53,4%.", [], id="of 58, cut and rounded"),
        pytest.param("Có 31 giáo viên được khen, tỷ lệ 53,5%.", [], id="of 58, a last digit rounded up"),
        pytest.param("Có 31 giáo viên được khen, tỷ lệ 53%.", [], id="without decimals"),
        pytest.param("Có 31 giáo viên được khen, đạt 52,9% kế hoạch.", [], id="of a plan"),
        pytest.param("Có khoảng 31 giáo viên được khen, tỷ lệ 52,9%.", [], id="about so many"),
        pytest.param("Trồng 31 ha ngô, tỷ lệ 52,9%.", [], id="what is measured, not counted"),
        pytest.param("Có 3.104 người được khám, tỷ lệ 52,9%.", [], id="of many, where some number fits"),
    ],
)
def test_a_percentage_of_people_is_one_of_a_whole_number(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, "ratio-mismatch") == found
