"""Rows of grades against the row that they divide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
HEAD = "| Nội dung | Tổng số | Lớp 6 | Lớp 7 |\n|---|---|---|---|\n"
WHOLE = "| Học lực | 300 | 150 | 150 |\n| Giỏi | 90 | 40 | 50 |\n"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param("| Khá | 150 | 80 | 70 |\n| Trung bình | 60 | 30 | 30 |", [], id="right"),
        pytest.param("| Khá | 160 | 80 | 70 |\n| Trung bình | 60 | 30 | 30 |", [("rows", "300")], id="a wrong column"),
        pytest.param("| Khá | 90 | 80 | 70 |\n| Trung bình | 20 | 10 | 10 |", [], id="other things"),
        pytest.param(
            "| Khá | 150 | 80 | 70 |\n| Học sinh giỏi tỉnh | 6 | 3 | 3 |", [], id="two grades and another row"
        ),
    ],
)
def test_grades_in_rows(rows: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(f"{HEAD}{WHOLE}{rows}\n", "sum-mismatch") if one[0] == "rows"] == found
