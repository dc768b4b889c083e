"""The year of a title against the day of the report and against the year of its tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
BODY = "\n\nI. KẾT QUẢ\n\nXã đã họp 02 buổi."


def _cases(title: str, found_in: FoundIn) -> list[str]:
    text = f"{HEAD}BÁO CÁO\n{title}{BODY}{TAIL}"
    return [case for case, _ in found_in(text, "period-mismatch") if case.startswith("title-")]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param("Kết quả cải cách hành chính tháng 8 năm 2026", [], id="the month before"),
        pytest.param("Kết quả cải cách hành chính năm 2024", [], id="a whole year, which is reviewed late"),
        pytest.param("Kết quả cải cách hành chính quý III năm 2026", [], id="the quarter that goes on"),
        pytest.param("Kết quả cải cách hành chính quý II năm 2025", ["title-day"], id="a quarter of the year before"),
        pytest.param("Kết quả cải cách hành chính tháng 11 năm 2026", ["title-day"], id="a month that is to come"),
        pytest.param(
            "Kết quả công tác 6 tháng đầu năm và nhiệm vụ, giải pháp thực hiện 6 tháng cuối năm 2025",
            ["title-day"],
            id="halves that share their year",
        ),
    ],
)
def test_title_against_the_day_of_the_report(title: str, found: list[str], found_in: FoundIn) -> None:
    assert _cases(title, found_in) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param("Kết quả công tác năm 2025 và phương hướng, nhiệm vụ năm 2026", [], id="the next year"),
        pytest.param("Kết quả năm 2025, nhiệm vụ giai đoạn 2026 - 2030", [], id="a period"),
        pytest.param("Kết quả năm 2024 và nhiệm vụ trọng tâm đến năm 2030", [], id="up to a far year"),
        pytest.param(
            "Kết quả công tác năm 2024 và phương hướng, nhiệm vụ năm 2026", ["title-years"], id="a year between"
        ),
        pytest.param("Kết quả công tác năm 2025 và nhiệm vụ trọng tâm năm 2024", ["title-years"], id="the year before"),
    ],
)
def test_years_of_results_and_of_tasks(title: str, found: list[str], found_in: FoundIn) -> None:
    assert _cases(title, found_in) == found
