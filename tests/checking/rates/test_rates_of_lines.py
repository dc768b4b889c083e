"""Percentages of the lines of a list, which divide what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
GRADES = "Về học lực:\n+ Giỏi: {} (48 em)\n+ Khá: 55,0% ({} em)\n+ Trung bình: 20 em\n+ Yếu: 4 em\n"
HAMLETS = "Hộ có nước sạch:\n- Thôn Mu: 60 hộ, chiếm {}\n- Thôn Sao: 90 hộ, chiếm 45%\n- Thôn Pán: 50 hộ, chiếm 25%\n"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(GRADES.format("30,0%", "88"), id="right"),
        pytest.param(HAMLETS.format("30%"), id="right, behind the counts"),
        pytest.param("- Xã A: 60 hộ (80%)\n- Xã B: 90 hộ (95%)\n- Xã C: 50 hộ (71%)\n", id="each of its own whole"),
        pytest.param("- Tổng số: 200 hộ\n- Nghèo: 60 hộ (30%)\n- Cận nghèo: 20 hộ (10%)\n", id="the whole among them"),
        pytest.param("+ Giỏi: 48 em (30%)\n+ Khá: 88 em (45%)\n", id="two lines"),
    ],
)
def test_lines_that_are_right_or_of_other_wholes(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(GRADES.format("33,0%", "88"), "33,0%", id="a percentage of grades"),
        pytest.param(HAMLETS.format("35%"), "35%", id="a percentage of hamlets"),
        pytest.param(
            "Về học lực:\n+ Giỏi: 30,0% (84 em)\n+ Khá: 55,0% (88 em)\n+ Trung bình: 12,5% (20 em)\n+ Yếu: 4 em\n",
            "30,0%",
            id="a count, by which no percentage would be right",
        ),
    ],
)
def test_a_line_that_is_not_as_the_others(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [place for _, place in findings_of(body, "ratio-mismatch")] == [found]


HOUSEHOLDS = (
    "+ Tổng số hộ tự nhiên: 29.899 hộ\n\n+ Tổng số hộ nghèo: 1.355 hộ; Tỷ lệ: {}%\n\n"
    "+ Tổng số hộ cận nghèo: 1.816; Tỷ lệ: {}%\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(HOUSEHOLDS.format("4,53", "6,07"), [], id="right"),
        pytest.param(HOUSEHOLDS.format("5,43", "6,07"), [("", "5,43%")], id="one is wrong"),
        pytest.param(HOUSEHOLDS.format("5,43", "7,06"), [("", "5,43%"), ("", "7,06%")], id="each is a slip"),
    ],
)
def test_lines_below_their_total(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == found
