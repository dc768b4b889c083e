"""Numbers of quarters, months and years against the number of all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Quý I tiếp 86 lượt, quý II tiếp 74 lượt; 6 tháng tiếp 160 lượt công dân.", [], id="quarters"),
        pytest.param("Quý I tiếp 86 lượt, quý III tiếp 91 lượt; 9 tháng tiếp 261 lượt công dân.", [], id="a gap"),
        pytest.param("Quý I có 86 hội viên, quý II còn 74 hội viên; 6 tháng có 90 hội viên.", [], id="a stock"),
        pytest.param("Trong 3 năm mở 18 lớp, riêng năm 2023 mở 05 lớp, năm 2024 mở 06 lớp.", [], id="picked out"),
        pytest.param(
            "Tháng 10 tiếp nhận 142 hồ sơ, lũy kế 10 tháng tiếp nhận 1.496 hồ sơ (9 tháng đầu năm 1.354 hồ sơ).",
            [],
            id="a month on top",
        ),
        pytest.param(
            "Quý I tiếp 86 lượt, quý II tiếp 74 lượt, quý III tiếp 91 lượt; tổng 9 tháng tiếp 261 lượt công dân.",
            ["261 lượt công dân"],
            id="quarters that make another number",
        ),
        pytest.param(
            "Trong 3 năm giảm 186 hộ nghèo: năm 2022 giảm 72 hộ, năm 2023 giảm 58 hộ, năm 2024 giảm 46 hộ.",
            ["186 hộ"],
            id="years behind their whole",
        ),
        pytest.param(
            "Tháng 10 tiếp nhận 142 hồ sơ, lũy kế 10 tháng tiếp nhận 1.486 hồ sơ (9 tháng đầu năm 1.354 hồ sơ).",
            ["1.486 hồ sơ"],
            id="a month on top of what was",
        ),
    ],
)
def test_periods_in_a_row_make_their_whole(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("118", [], id="as added"),
        pytest.param("138", ["138 cuộc"], id="more"),
    ],
)
def test_spans_of_years(body: str, found: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    told = "Giai đoạn 2014 - 2018 tổ chức 56 cuộc giám sát, giai đoạn 2019 - 2024 tổ chức 62 cuộc giám sát."
    said = f"{told} Tổng cộng 10 năm tổ chức {body} cuộc giám sát."
    assert [text for _, text in findings_of(said, "sum-mismatch")] == found
