"""Which sections of a report are of tasks and plans."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.evidence.tasks import tasks_of
from tongket.model.places import Span


@pytest.mark.parametrize(
    ("title", "ahead"),
    [
        ("II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027", True),
        ("II. Kế hoạch năm 2027", True),
        ("II. Chương trình công tác trọng tâm quý I", True),
        ("II. Đề xuất, kiến nghị", True),
        ("II. Công tác tham mưu, xây dựng kế hoạch", False),
        ("II. Chương trình mỗi xã một sản phẩm", False),
        ("II. Kết quả thực hiện nhiệm vụ", False),
    ],
)
def test_titles_of_what_is_to_be_done(title: str, ahead: bool) -> None:
    report = read_text(f"{HEAD}{TITLE}I. TÌNH HÌNH CHUNG\nXã có 9 thôn.\n\n{title}\nCó 9/9 thôn họp dân.\n{TAIL}")
    at = report.text.index("Có 9/9 thôn")
    assert tasks_of(report).touch(Span(at, at + 3)) is ahead
