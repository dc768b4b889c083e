"""Two shares with their percentages, told of two times, against the change between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Hộ nghèo từ 24/281 hộ (8,54%) năm 2022 xuống còn 09/286 hộ (3,15%) cuối năm 2024, giảm 5,39%.",
            [],
            id="in points",
        ),
        pytest.param(
            "Hộ nghèo từ 24/281 hộ (8,54%) năm 2022 xuống còn 09/286 hộ (3,15%) cuối năm 2024, giảm 62,5%.",
            [],
            id="of what there was",
        ),
        pytest.param(
            "Hộ nghèo từ 24/281 hộ (8,54%) năm 2022 xuống còn 09/286 hộ (3,15%) cuối năm 2024, giảm 5,93%.",
            ["5,93%"],
            id="turned",
        ),
        pytest.param(
            "Gia đình văn hóa năm 2024 có 62/310 hộ (20%), năm 2025 có 95/312 hộ (30,45%), tăng 10,54%.",
            ["10,54%"],
            id="a growth",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo năm 2023 là 7,85% (204/2.599 hộ), năm 2024 còn 6,12% (161/2.631 hộ), giảm "
            "1,73 điểm phần trăm, tương ứng giảm 34 hộ.",
            ["34 hộ"],
            id="the count",
        ),
    ],
)
def test_shares_of_two_times(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found
