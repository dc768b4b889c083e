"""Classes and pupils of a school against those of its grades."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
GRADES = "Khối 6: 5 lớp với 160 HS, khuyết tật 2. Khối 7: 5 lớp với 150 HS. Khối 8: 4 lớp với 140 HS."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"Có 19 lớp, 612 học sinh. Trong đó: {GRADES} Khối 9: 5 lớp với 162 HS.", id="all"),
        pytest.param(f"Có 24 lớp, 700 học sinh. Trong đó: {GRADES}", id="a grade that is not told"),
        pytest.param(f"Có 21 lớp, 612 học sinh, 2 lớp ghép. {GRADES} Khối 9: 5 lớp với 162 HS.", id="other classes"),
        pytest.param(f"Tham quan có 200 học sinh. {GRADES} Khối 9: 5 lớp với 162 HS.", id="other pupils"),
    ],
)
def test_grades_that_make_their_school(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"Có 20 lớp, 612 học sinh. Trong đó: {GRADES} Khối 9: 5 lớp với 162 HS.", ["20 lớp"], id="classes"
        ),
        pytest.param(
            f"Có 19 lớp, 642 học sinh. Trong đó: {GRADES} Khối 9: 5 lớp với 162 HS.", ["642 học sinh"], id="pupils"
        ),
        pytest.param(
            "Tổng số lớp: 13 lớp. Khối 10: 5 lớp; khối 11: 4 lớp; khối 12: 3 lớp.", ["13 lớp"], id="classes alone"
        ),
    ],
)
def test_grades_that_do_not_make_their_school(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [place for _, place in findings_of(body, "sum-mismatch")] == found
