"""Sentences as statements of the report's own time."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, read_text

from tongket.checking.evidence.clauses import sentences

_SAID = "Năm 2025 xã có 3 học sinh bỏ học giữa chừng"


def _is_now(said: str, title: str, day: str) -> bool:
    head = HEAD.replace("ngày 12 tháng 9 năm 2026", day)
    report = read_text(f"{head}BÁO CÁO\n{title}\n\nI. KẾT QUẢ\n\n{said}.\n{TAIL}")
    return next(one.now for one in sentences(report) if one.text == said)


@pytest.mark.parametrize(
    ("title", "day", "now"),
    [
        ("Kết quả công tác năm 2025", "ngày 08 tháng 01 năm 2026", True),
        ("Kết quả công tác năm 2025, nhiệm vụ năm 2026", "ngày 08 tháng 01 năm 2026", True),
        ("Kết quả công tác năm 2025", "ngày 12 tháng 12 năm 2025", True),
        ("Kết quả công tác tháng 01 năm 2026", "ngày 28 tháng 01 năm 2026", False),
        ("Kết quả công tác năm 2025", "ngày 12 tháng 9 năm 2026", False),
    ],
)
def test_the_year_before_is_its_own_where_a_report_of_january_is_on_that(title: str, day: str, now: bool) -> None:
    assert _is_now(_SAID, title, day) is now
