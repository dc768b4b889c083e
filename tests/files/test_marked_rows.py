"""Rows of a table that were typed on lines, their cells parted by marks."""

from __future__ import annotations

import pytest

from tongket.files.text import text_blocks


def cells_of(text: str) -> list[list[str]]:
    return [[text[cell.start : cell.end] for cell in block.cells] for block in text_blocks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2025 kết nạp 12 đảng viên / 5 nữ.\nNăm 2026 kết nạp 14 đảng viên / 6 nữ.",
        "Đã mở 3 lớp; tặng 12 suất quà; 5 hộ\nĐã xây 2 nhà; trồng 14 ha; 7 hộ",
        "Kết nạp đảng viên: 18; 24; 31",  # one line, and no head
        "Nà Pàn - Khe Lạnh - Ba Khe\nNà Lau - Bản Ve - Phiêng Sa",
        "Họp giao ban: 7 - 9\nTiếp dân: 8 - 10",  # one span of hours each
        "Kết nạp đảng viên: 18; 24; 31\n\nXây nhà: 10; 12; 43",  # a blank line between
    ],
)
def test_lines_that_are_no_rows(text: str) -> None:
    assert not any(cells_of(text))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "Đơn vị / Thu / Chi / Còn\nKhe Lạnh / 5.120 / 4.806 / 314\nCộng / 9.000 / 8.396 / 604.",
            [
                ["Đơn vị", "Thu", "Chi", "Còn"],
                ["Khe Lạnh", "5.120", "4.806", "314"],
                ["Cộng", "9.000", "8.396", "604"],
            ],
        ),
        (
            "Kết nạp đảng viên: 18; 24; 31\nXây nhà: 10; 12; 43",
            [["Kết nạp đảng viên", "18", "24", "31"], ["Xây nhà", "10", "12", "43"]],
        ),
        (
            "Nà Pàn - 27,5 - 21 - 48,5\nBa Khe - 12 - 3,5 - 15,5",
            [["Nà Pàn", "27,5", "21", "48,5"], ["Ba Khe", "12", "3,5", "15,5"]],
        ),
        (
            "TT | Chỉ tiêu | Kế hoạch | Kết quả\n1 | Trồng rừng | 120 | 131",  # one row of two numbers
            [[], []],
        ),
        (
            "Nội dung; Khe Lạnh; Nà Pàn; Tổng\nTuyển quân; 12; 14; 26",
            [["Nội dung", "Khe Lạnh", "Nà Pàn", "Tổng"], ["Tuyển quân", "12", "14", "26"]],
        ),
    ],
)
def test_rows_typed_on_lines(text: str, cells: list[list[str]]) -> None:
    assert cells_of(text) == cells


def test_a_total_without_its_number_begins_in_the_second_column() -> None:
    text = "1 / Khe Lạnh / 12 / 30\n2 / Nà Pàn / 14 / 25\nCộng / 26 / 55"
    assert [cell.column for cell in text_blocks(text)[-1].cells] == [1, 2, 3]
