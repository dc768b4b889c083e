"""Lines of what there is, what there was and the change between the two."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tongket.checking.changes.lines_of_changes import _ROW

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "change-mismatch"
_LINES = """Số liệu năm 2026 / năm 2025 / tăng, giảm:
1. Kiểm tra tổ chức hội: 64 / 61 / +3
2. Kiểm tra hội viên: 112 / 104 / +8
3. Giám sát chuyên đề: 88 / 90 / {fell}
4. Đơn thư tiếp nhận: 29 / 34 / -5
5. Thu hội phí: 2.014 / 1.940 / {grew}
"""
_COLUMNS = """Nội dung    Trước    Sau    Giảm
Số thôn    14    9    5
Số chi hội    21    16    {fewer}
Số tổ    48    41    7
Số cán bộ    120    98    22
"""


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_LINES.format(fell="-2", grew="+74"), id="all right"),
        pytest.param("1. Thu hội phí: 2.014 / 1.940 / +174\n", id="alone"),
        pytest.param(_COLUMNS.format(fewer="5"), id="without signs"),
        pytest.param(
            "Kết quả:\n- Lớp một: 30 / 16 / 14\n- Lớp hai: 28 / 12 / 15\n"
            "- Lớp ba: 31 / 14 / 16\n- Lớp bốn: 29 / 13 / 16\n",
            id="another third number in half of them",
        ),
    ],
)
def test_lines_that_are_right_or_tell_nothing(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_LINES.format(fell="-2", grew="+174"), [("", "+174")], id="another difference"),
        pytest.param(_LINES.format(fell="+2", grew="+74"), [("direction", "+2")], id="the other way"),
        pytest.param(_COLUMNS.format(fewer="6"), [("", "6")], id="columns without signs"),
        pytest.param(
            "Chỉ tiêu:\n- Hộ nghèo: 4,2% ; 5,1% ; -0,9%\n- Hộ cận nghèo: 6,0% ; 6,5% ; -0,5%\n"
            "- Trẻ nhẹ cân: 8,1% ; 9,4% ; -1,2%\n- Thất nghiệp: 2,0% ; 2,4% ; -0,4%\n",
            [("", "-1,2")],
            id="percentages between semicolons",
        ),
    ],
)
def test_lines_that_are_wrong(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


def test_long_blanks_take_no_time() -> None:
    began = time.process_time()
    assert not any(_ROW.search(text) for text in (" " * 40_000 + "x", "Số: 1" + " " * 40_000 + "x"))
    assert time.process_time() - began < 1
