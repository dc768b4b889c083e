"""Percentages of classes in lines that a table left behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("second", "more", "found"),
    [
        pytest.param("Đạt 23,5% 18,6% 33,0% 26,2%", "", ["33,0%"], id="more than all"),
        pytest.param("Đạt 23,5% 18,6% 23,0% 26,2%", "", [], id="all"),
        pytest.param("Đạt 23,5% 18,6% 13,0% 26,2%", "", ["13,0%"], id="less than all"),
        pytest.param("Đạt 23,5% 18,6% 13,0% 26,2%", "Chưa đạt 10,0%\n", [], id="a line with blanks"),
        pytest.param("Đạt 13,5% 28,6% 33,0% 16,2%", "", [], id="no classes of one whole"),
    ],
)
def test_columns_of_a_hundred(second: str, more: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Phẩm chất của học sinh:\n\nTốt 76,5% 81,4% 77,0% 73,8%\n{second}\n{more}\nNhà trường đã công khai."
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
