"""Lines of single years, the last of which says by how much it rose or fell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "change-mismatch"
_LINES = """- Cuối năm 2023: 152/3.824 hộ nghèo, tỷ lệ 3,97%.
- Cuối năm {year}: 87/3.846 hộ nghèo, tỷ lệ 2,26%, {told}; 131 hộ cận nghèo."""


@pytest.mark.parametrize(
    ("year", "told", "found"),
    [
        pytest.param("2024", "giảm 65 hộ so với năm trước", [], id="right"),
        pytest.param("2024", "giảm 75 hộ so với năm trước", ["giảm 75 hộ"], id="another number"),
        pytest.param("2024", "tăng 65 hộ so với năm 2023", ["tăng 65 hộ"], id="the other way"),
        pytest.param("2024", "giảm 75 hộ so với năm 2020", [], id="against another year"),
        pytest.param("2025", "giảm 75 hộ so với năm trước", [], id="a year between the two"),
    ],
)
def test_changes(year: str, told: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for _, text in findings_of(_LINES.format(year=year, told=told), KIND)] == found
