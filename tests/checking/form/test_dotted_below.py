"""Numbers of two levels below a part, headings that stand twice, and what fewer are due of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import read_text

from tongket.checking.form.missing_parts import check_head

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_PLAIN = "A. KẾT QUẢ\n1. Trồng trọt\nTốt.\n2. Chăn nuôi\nTốt.\nB. HẠN CHẾ\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A. KẾT QUẢ\n1.1. Trồng trọt\nTốt.\nB. NHIỆM VỤ\n2.1. Trồng trọt\nTiếp tục.", []),
        (_PLAIN + "3.1. Về trồng trọt\nChậm.\n3.2. Về chăn nuôi\nChậm.", []),
        (_PLAIN + "5.1. Về trồng trọt\nChậm.\n5.2. Về chăn nuôi\nChậm.", ["5.1. Về trồng trọt"]),
        ("A. KẾT QUẢ\n1.1. Trồng trọt\nTốt.\n1.2. Giá\nTốt.\n2. Việc khác\nTốt.", ["1.1. Trồng trọt"]),
    ],
)
def test_dotted_numbers_below_a_part(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "numbering") if case == "stray"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("1. Tuyên truyền\na) Kết quả\nTốt.\n2. Kiểm tra\na) Kết quả\nTốt.", []),
        ("1. Ưu điểm\nTốt.\n2. Hạn chế\nChậm.\n3. Những hạn chế\nChậm.", ["3. Những hạn chế"]),
    ],
)
def test_headings_that_stand_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "layout") if case == "heading-twice"] == found


@pytest.mark.parametrize(
    "body",
    [
        "Đã giải quyết 45/50 vụ án, đạt 98% số vụ đến hạn.",
        "Thi hành xong 84/112 việc, đạt 98% số việc có điều kiện thi hành.",
        "Giải quyết 18/24 đơn, đạt 100% số đơn thuộc thẩm quyền.",
    ],
)
def test_rates_of_those_that_are_due(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


def test_grades_of_two_kinds(findings_of: FindingsOf) -> None:
    body = "Toàn xã chưa có sản phẩm OCOP nào đạt 4 sao; có 3 sản phẩm OCOP đạt 3 sao."
    assert findings_of(body, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Xây dựng đời sống văn hóa ở xã Lũng Ẳng\nNăm qua, xã có 12 thôn đạt chuẩn văn hóa.\n", "info"),
        ("Căn cứ Kế hoạch số 15/KH-UBND ngày 12/3/2026 của UBND xã về chuyển đổi số.\nXã có 12 thôn.\n", "error"),
    ],
)
def test_the_head_of_what_was_copied_is_a_note(text: str, severity: str) -> None:
    found = [one for one in check_head(read_text(text)) if one.case == "head"]
    assert [one.severity for one in found] == [severity]
