"""Answers of an appendix in the wrong place, in layouts of several kinds. The report is a commune's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def found(rows: tuple[str, ...], findings_of: FindingsOf) -> list[tuple[str, str]]:
    cases = ("row", "column", "halved")
    text = "\n".join(row.replace("|", "\t") for row in rows)
    return [one for one in findings_of(f"Số liệu như sau.\n\n{text}\n", "incomplete") if one[0] in cases]


COLUMNS = ("TT|Chỉ tiêu|ĐVT|Cấp tỉnh|Cấp huyện|Cấp xã", "1|Hội nghị|Cuộc|||12", "2|Mô hình|Mô hình|||9")


@pytest.mark.parametrize(
    ("rows", "misplaced"),
    [
        pytest.param(("3|Đối thoại|Cuộc|||4",), [], id="in its own column"),
        pytest.param(("3|Đối thoại|Cuộc|||",), [], id="nowhere"),
        pytest.param(("3|Đối thoại|Cuộc|4||-",), [], id="a dash in its own column"),
        pytest.param(("3|Đối thoại|Cuộc|41|12|4",), [], id="a table that answers for all levels"),
        pytest.param(("3|Đối thoại|Cuộc|4||",), [("column", "4")], id="in the province's column"),
    ],
)
def test_columns_of_levels(rows: tuple[str, ...], misplaced: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert found((*COLUMNS, *rows), findings_of) == misplaced


GRADES = "|- Đại học|{}\n|- Trung cấp|{}"
ROWS = f"STT|Nội dung|Số lượng\n1|Cấp tỉnh|\n{GRADES}\n2|Cấp xã|\n{GRADES}\n3|Tổ|0"


@pytest.mark.parametrize(
    ("numbers", "misplaced"),
    [
        pytest.param(("", "", 6, 4), [], id="in its own rows"),
        pytest.param((12, 30, 6, 4), [], id="both levels are answered"),
        pytest.param(("", 4, 6, ""), [("row", "4")], id="one in the province's row"),
    ],
)
def test_rows_of_levels(numbers: tuple[object, ...], misplaced: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert found((ROWS.format(*numbers),), findings_of) == misplaced


PAIRS = ("STT|Nội dung|Năm 2026 (số cuộc/số người)", "1|Tiếp công dân|14/50", "2|Tuyên truyền|9/510")


@pytest.mark.parametrize(
    ("rows", "misplaced"),
    [
        pytest.param(("3|Đối thoại|5/120",), [], id="both numbers"),
        pytest.param(("3|Đối thoại|0",), [], id="none of either"),
        pytest.param(("3|Đối thoại|5",), [("halved", "5")], id="one of two numbers"),
    ],
)
def test_columns_that_ask_for_two_numbers(
    rows: tuple[str, ...], misplaced: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert found((*PAIRS, *rows), findings_of) == misplaced
