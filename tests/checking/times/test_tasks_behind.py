"""Tasks that a line sets for the time that the report reviews."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[..., list[tuple[str, str]]]


def found(title: str, line: str, found_in: FoundIn) -> list[str]:
    findings = found_in(f"{HEAD}BÁO CÁO\n{title}\n\nTrong kỳ, Ban mở 02 lớp.\n\n{line}\n{TAIL}", "period-mismatch")
    return [printed for case, printed in findings if case == "tasks"]


@pytest.mark.parametrize(
    ("title", "line", "period"),
    [
        (
            "Công tác tuyên giáo quý II năm 2025",
            "Nhiệm vụ trọng tâm quý II năm 2025: mở lớp lý luận.",
            "quý II năm 2025",
        ),
        ("Công tác tuyên giáo quý II năm 2025", "Phương hướng quý II năm 2025: mở lớp lý luận.", "quý II năm 2025"),
        ("Công tác dân vận tháng 10 năm 2025", "Nhiệm vụ tháng 10 năm 2025: tổ chức hội thi.", "tháng 10 năm 2025"),
    ],
)
def test_tasks_of_a_time_that_is_over(title: str, line: str, period: str, found_in: FoundIn) -> None:
    assert found(title, line, found_in) == [period]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Công tác tuyên giáo quý II năm 2025", "Nhiệm vụ trọng tâm quý III năm 2025: mở lớp lý luận."),
        ("Công tác tuyên giáo quý II năm 2025", "Thực hiện nhiệm vụ quý II năm 2025, Ban đã mở lớp."),
        (
            "Công tác tuyên giáo quý I, nhiệm vụ quý II năm 2025",
            "Nhiệm vụ trọng tâm quý II năm 2025: mở lớp lý luận.",
        ),
    ],
)
def test_tasks_of_a_time_to_come(title: str, line: str, found_in: FoundIn) -> None:
    assert found(title, line, found_in) == []
