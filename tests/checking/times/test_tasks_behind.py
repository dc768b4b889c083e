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


_YEAR = f"{HEAD}BÁO CÁO\nKết quả công tác năm 2026\n\nI. KẾT QUẢ\n\nĐã mở 02 lớp.\n\nII. NHIỆM VỤ NĂM 2027\n\n".replace(
    "ngày 12 tháng 9 năm", "ngày 12 tháng 12 năm"
)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Chuẩn bị tốt Đại hội Đảng bộ xã nhiệm kỳ 2030 - 2035.", []),
        ("Thực hiện nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030.", []),
        ("Chuẩn bị tổng kết năm 2027.", []),
        ("Chuẩn bị tốt Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030.", ["event-over"]),
        ("Chuẩn bị các điều kiện cho cuộc bầu cử đại biểu HĐND nhiệm kỳ 2026 - 2031.", ["event-over"]),
        ("Trong năm 2027, xã tập trung thực hiện các nội dung sau.", []),
        ("Trong năm 2026, xã tập trung thực hiện các nội dung sau.", ["tasks"]),
    ],
)
def test_what_is_over_among_the_tasks(line: str, told: list[str], found_in: FoundIn) -> None:
    assert [case for case, _ in found_in(f"{_YEAR}{line}{TAIL}", "period-mismatch")] == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Lãnh đạo hoàn thành các chỉ tiêu kế hoạch năm 2025.", ["tasks"]),
        ("Lãnh đạo thực hiện thắng lợi nhiệm vụ năm 2024.", ["tasks"]),
        ("Thực hiện Chương trình hành động năm 2024 của Tỉnh ủy.", []),
        ("Khắc phục các chỉ tiêu chưa hoàn thành của kế hoạch năm 2025.", []),
    ],
)
def test_plans_of_earlier_years(line: str, told: list[str], found_in: FoundIn) -> None:
    assert [case for case, _ in found_in(f"{_YEAR}{line}{TAIL}", "period-mismatch")] == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Trong tháng 10/2026, tổ chức tổng kết phong trào thi đua.", ["past-term"]),
        ("Trong tháng 10/2027, tổ chức tổng kết phong trào thi đua.", []),
        ("Trong tháng 10/2026 đã tổ chức tổng kết, rút kinh nghiệm cho năm sau.", []),
    ],
)
def test_months_that_are_over(line: str, told: list[str], found_in: FoundIn) -> None:
    assert [case for case, _ in found_in(f"{_YEAR}{line}{TAIL}", "date-chronology")] == told
