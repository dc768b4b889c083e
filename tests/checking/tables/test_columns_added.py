"""Columns that add up in the rows of a table, whatever their heads say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "table-total-mismatch"
FILES = (
    "\nĐơn vị\tTiếp nhận\tĐã trả\tCòn lại\nKhe Lạnh\t{}\t4.806\t314\nNà Pàn\t3.875\t3.590\t{}\nBa Khe\t940\t766\t174"
)
GRADES = (
    "\nKhối\tSố học sinh\tGiỏi\tKhá\tĐạt\n6\t84\t6\t27\t51\n7\t{}\t5\t29\t45\n8\t91\t12\t30\t49\nCộng\t254\t23\t86\t145"
)
LINES = (
    "\nKết quả các năm 2022 - 2025 và cả giai đoạn:\nKết nạp đảng viên: 18; 24; 31; 27; {}\nXây nhà: 10; 12; 43; 15; 80"
)
PLACES = "\nNội dung / Khe Lạnh / Nà Pàn / Ba Khe / Tổng cộng\nTuyển quân / 24 / 31 / 17 / {}"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(FILES.format("5.120", "285"), id="what is left of all"),
        pytest.param(GRADES.format("79"), id="grades"),
        pytest.param(LINES.format("100"), id="years, typed on lines"),
        pytest.param(PLACES.format("72"), id="places, typed on lines"),
        pytest.param(PLACES.format("219"), id="no slip of the pen"),
        pytest.param(
            "\nThôn\tSố hộ\tHộ nghèo\tHộ cận nghèo\nNà Pàn\t120\t14\t9\nBa Khe\t98\t11\t7\nKhe Lạnh\t23\t14\t8",
            id="columns that no row adds up",
        ),
        pytest.param(
            "\nThôn\tBể nước\tNhà\tChuồng\nNà Pàn\t2\t1\t1\nBa Khe\t3\t2\t1\nKhe Lạnh\t2\t3\t1",
            id="numbers that chance adds up",
        ),
        pytest.param(
            "\nNội dung\tTổng số\tNữ\tDân tộc\tĐảng viên\nCán bộ xã\t30\t10\t12\t18", id="one row of kinds that overlap"
        ),
    ],
)
def test_columns_that_add_up_or_need_not(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(FILES.format("5.210", "285"), ("column", "5.210"), id="the whole"),
        pytest.param(FILES.format("5.120", "258"), ("column", "3.875"), id="a part"),
        pytest.param(GRADES.format("97"), ("column", "97"), id="a row that its column denies, too"),
        pytest.param(LINES.format("110"), ("column", "110"), id="years, typed on lines"),
        pytest.param(PLACES.format("27"), ("column", "27"), id="one row of places"),
    ],
)
def test_columns_that_do_not(body: str, found: tuple[str, str], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [found]
