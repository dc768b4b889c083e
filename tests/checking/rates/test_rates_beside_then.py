"""Percentages beside what was at another time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(
            "Giá trị sản xuất ước đạt 61,4 tỷ đồng, tăng 9,84% so với năm 2024 (năm 2024 là 55,9 tỷ đồng, tính trên"
            " 03 xã cũ). Trong đó: nông nghiệp 28,6 tỷ đồng, chiếm 46,58%; công nghiệp 14,2 tỷ đồng, chiếm 23,13%.",
            id="the number of then stands in brackets with more words",
        ),
        pytest.param(
            "Đầu năm 2025 toàn xã có 214 hộ nghèo, cuối năm còn 167 hộ nghèo, tỷ lệ 3,01%, giảm 47 hộ.",
            id="the year of then is named",
        ),
    ],
)
def test_rates_of_now_are_not_of_what_was_then(findings_of: FindingsOf, said: str) -> None:
    assert findings_of(said, "ratio-mismatch") == []
