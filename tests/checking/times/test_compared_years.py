"""The years with which a report on 2025 compares."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
_TITLE = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2025\n\nI. KẾT QUẢ\n\n"
_LAST = "Thu ngân sách tăng 5% so với năm 2024. Đàn trâu tăng 3% so với năm 2024. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_LAST + "Đàn bò tăng 2% so với năm 2024.", []),
        (_LAST + "Hộ nghèo giảm 20% so với đầu nhiệm kỳ và so với năm 2020.", []),
        (_LAST + "Đàn bò năm 2024 tăng 2% so với năm 2023.", []),
        ("Đàn bò tăng 2% so với năm 2023, tăng 3% so với năm 2022.", []),
        ("Đàn bò tăng 2% so với năm trước (2024).", []),
        (_LAST + "Đàn bò tăng 2% so với năm 2023.", ["so với năm 2023"]),
        ("Đàn bò tăng 2% so với cùng kỳ năm 2023.", ["so với cùng kỳ năm 2023"]),
        ("Đàn bò tăng 2% so với năm trước (2023).", ["năm trước (2023)"]),
        ("Chỉ tiêu\tNăm 2023\tNăm 2025\tTăng, giảm so với năm 2024\nHộ nghèo\t150\t120\t-30", ["2024"]),
        ("Chỉ tiêu\tNăm 2024\tNăm 2025\tTăng, giảm so với năm 2024\nHộ nghèo\t150\t120\t-30", []),
    ],
)
def test_years_compared_with(body: str, found: list[str], found_in: FoundIn) -> None:
    assert [words for _, words in found_in(f"{HEAD}{_TITLE}{body}{TAIL}", "period-mismatch")] == found
