"""Standings that are years old."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        pytest.param("Kết quả năm 2026", "Xã có 4.650 khẩu (tính đến tháng 6 năm 2026).", [], id="of the year"),
        pytest.param("Kết quả năm 2026", "Xã có 4.650 khẩu (tính đến ngày 31/12/2024).", [], id="of the last survey"),
        pytest.param("Tổng kết giai đoạn 2016 - 2026", "Có 12 hộ (tính đến năm 2016).", [], id="where a review begins"),
        pytest.param("Kết quả năm 2026", "Tính đến năm 2019, xã có 4.650 khẩu, nay là 5.100.", [], id="told of then"),
        pytest.param(
            "Kết quả năm 2026",
            "Xã có 4.650 khẩu (tính đến tháng 12 năm 2019).",
            ["(tính đến tháng 12 năm 2019)"],
            id="seven years old",
        ),
        pytest.param(
            "Kết quả năm 2026", "Có 4.650 khẩu (tính đến 31/12/2020).", ["(tính đến 31/12/2020)"], id="with its day"
        ),
    ],
)
def test_a_standing_is_of_the_time_of_the_report(title: str, body: str, found: list[str], found_in: FoundIn) -> None:
    told = found_in(f"{HEAD}BÁO CÁO\n{title}\n\n{body}{TAIL}", "period-mismatch")
    assert [said for case, said in told if case == "stale"] == found
