"""Rows of tables that say in words how two values changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_WEIGHT = (
    "Nội dung\tĐầu năm\tCuối năm\tTăng, giảm\nNhẹ cân\t36 (11,25%)\t20 (6,25%)\tgiảm 5,00%\nThấp còi\t42 (13,13%)\t"
)
_CASES = "Chỉ tiêu\tNăm 2025\tNăm 2026\tSo sánh\nSố vụ\t34\t28\tGiảm 6 vụ\nSố người chết\t12\t9\t"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_WEIGHT + "23 (7,19%)\tgiảm 5,94%", []),
        (_WEIGHT + "23 (7,19%)\tgiảm 5,49%", ["giảm 5,49%"]),
        (_CASES + "Giảm 3 người", []),
        (_CASES + "Giảm 4 người", ["Giảm 4 người"]),
        (_CASES + "Tăng 3 người", ["Tăng 3 người"]),
        ("Chỉ tiêu\tNăm 2025\tNăm 2026\tSo sánh\nThu\t1.250\t1.375\tTăng 10%\nChi\t1.180\t1.298\tTăng 10%", []),
        (
            "Nội dung\tKế hoạch\tThực hiện\tSo cùng kỳ\nLúa\t120\t118\tGiảm 5%\nNgô\t80\t84\tTăng 5%\nSắn\t40\t42\t"
            "Giảm 2%",
            [],
        ),
        ("Chỉ tiêu\tNăm 2025\tNăm 2026\tSo sánh\nSố lớp\t34\t28\tTăng 12%", []),
    ],
)
def test_changes_in_cells(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found
