"""What a drafter left in: notes on numbers, directions, announcements with nothing behind, another commune's organs."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.form import placeholders, units_left_over, words_of_forms
from tongket.checking.times import planned_days

_CHECKS = (
    placeholders.check_placeholders,
    placeholders.check_paragraph_ends,
    *units_left_over.CHECKS,
    *words_of_forms.CHECKS,
    *planned_days.CHECKS,
)


@pytest.mark.parametrize(
    "body",
    [
        "Xã còn 112 hộ nghèo (chưa tính các hộ mới chuyển đến).",
        "Xã giao các thôn bổ sung số liệu (trước ngày 30/10/2026).",
        "2. Tình hình chung (khái quát năm 2026)\n\nXã có 9 thôn.",
        "Đảng ủy xã Khe Bạc đã tổ chức giao lưu với xã ta.",
        "Ủy ban nhân dân xã Lũng Ẳng đã ban hành 12 văn bản.",
        "Ngày 15/11/2026, xã sẽ tổ chức hội nghị biểu dương.",
        "Ngày 15/5/2026, xã ban hành kế hoạch, theo đó sẽ tổ chức hội nghị.",
        "Xã đề nghị cấp trên quan tâm việc cấp vốn làm đường.",
    ],
)
def test_what_belongs_there(body: str) -> None:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    assert [one for check in _CHECKS for one in check(report)] == []


@pytest.mark.parametrize(
    ("body", "case"),
    [
        ("Xã còn 112 hộ nghèo (cần bổ sung số liệu của thôn Nà Pằn).", "placeholder"),
        ("Xã tặng quà cho 0… hộ gia đình chính sách.", "placeholder"),
        ("Trị giá quà tặng N/A đồng.", "placeholder"),
        ("2. Tình hình chung (khái quát tình hình kinh tế, xã hội)\n\nXã có 9 thôn.", "direction"),
        ("Ủy ban nhân dân xã Khe Bạc đã ban hành 12 văn bản.", "text"),
        ("Ngày 15/5/2026, xã sẽ tổ chức hội nghị biểu dương.", "to-come"),
        ("Xã đề nghị cấp trên quan tâm các việc sau đây:", "announced"),
        ("1. Thủy lợi\n\nXã nạo vét kênh. Cụ thể:\n\n2. Giao thông\n\nXã sửa đường.", "announced"),
    ],
)
def test_what_was_left_in(body: str, case: str) -> None:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    assert [one.case for check in _CHECKS for one in check(report)] == [case]
