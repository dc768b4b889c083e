"""Formats of cells in old workbooks (.xls)."""

from __future__ import annotations

import struct

import pytest
from compound_files import biff, compound, old_workbook
from hypothesis import given
from hypothesis import strategies as st

from tongket.files.old_sheets import percents_of
from tongket.files.sheet_cells import percent_digits
from tongket.files.sheets import read_sheets

ROWS: list[list[str | float]] = [
    ["STT", "Thôn", "Số hộ", "Tỷ lệ"],
    [1, "Khe Bạc", 120, 0.125],
    [2, "Nà Mòn", 95, 0.0975],
]


def test_percentages_are_read_as_they_are_shown() -> None:
    data = old_workbook(ROWS, formats={(1, 3): "0.0%", (2, 3): "0%", (2, 2): "#,##0"})
    assert read_sheets(data, file="a.xls").text.splitlines()[-2:] == ["1\tKhe Bạc\t120\t12,5%", "2\tNà Mòn\t95\t10%"]


def test_numbers_side_by_side_and_of_charts() -> None:
    several = biff(0x00BD, struct.pack("<HHHIHIH", 5, 2, 0, 0, 1, 0, 3))
    chart = biff(0x0809, bytes(16)) + biff(0x0203, struct.pack("<HHHd", 9, 9, 1, 0.5)) + biff(0x000A, b"")
    data = old_workbook(ROWS, formats={(1, 3): "0.00%"}, more=several + chart)
    assert percents_of(data)["PL"].digits == {(1, 3): 2, (5, 3): 2}


@pytest.mark.parametrize("code", ["0.0", "General", '"%"', "dd/mm/yyyy", '0.0" %'])
def test_other_formats_are_no_percentages(code: str) -> None:
    assert "%" not in read_sheets(old_workbook(ROWS, formats={(1, 3): code}), file="a.xls").text


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        ("0.0%", 1),
        ("0.00 %", 2),
        ("0.0\\ %", 1),
        ("0.##%", 2),
        ('"Đạt "0.0%', 1),
        ("#,##0%;[Red]-0%", 0),
        ('0.0"%"', None),
    ],
)
def test_digits_of_formats(code: str, digits: int | None) -> None:
    assert percent_digits(code) == digits


@given(st.binary(max_size=300))
def test_a_damaged_stream_has_none(content: bytes) -> None:
    begin = biff(0x0809, bytes(16)) + biff(0x00E0, struct.pack("<HH", 0, 10))
    assert all(not one.digits for one in percents_of(compound({"Workbook": begin + content})).values())
    assert percents_of(content) == {}
