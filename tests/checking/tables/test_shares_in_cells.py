"""Cells of a number with its share, against the row above them or the total beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
HEAD = "| TT | Nội dung | Tổng số | Lớp 6 | Lớp 7 |\n|---|---|---|---|---|\n"
ABOVE = "| I | Xếp loại | 300 | 150 | 150 |\n| 1 | Tốt | 240 (80%) | 120 (80%) | 120 (80%) |\n"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(f"{ABOVE}| 2 | Khá | 60 (20%) | 30 (20%) | 30 (20%) |", [], id="right"),
        pytest.param(f"{ABOVE}| 2 | Khá | 60 (20%) | 30 (20%) | 30 (24%) |", ["24%"], id="wrong of the row above"),
        pytest.param(f"{ABOVE}| 2 | Khá | 60 (61%) | 30 (62%) | 30 (64%) |", [], id="shares of something else"),
        pytest.param(
            "| 1 | Tốt | 200 | 150 (75%) | 50 (25%) |\n| 2 | Khá | 60 | 30 (50%) | 30 (50%) |\n"
            "| 3 | Đạt | 40 | 10 (25%) | 30 (57%) |",
            ["57%"],
            id="wrong of the total beside it",
        ),
    ],
)
def test_shares_in_cells(rows: str, found: list[str], findings_of: FindingsOf) -> None:
    told = findings_of(f"{HEAD}{rows}\n", "ratio-mismatch")
    assert [place for case, place in told if not case] == found
