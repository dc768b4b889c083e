"""Columns of a table that follow from others: rates, means, differences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def table(*rows: str) -> str:
    """A table as a text file holds it: cells of each row are given between bars."""
    return "\n".join(row.replace("|", "\t") for row in rows)


RATES = ("STT|Nội dung|Kế hoạch|Thực hiện|Tỷ lệ (%)", "1|Mở lớp|40|36|90", "2|In tài liệu|80|60|75")
MEANS = ("STT|Thôn|Số hộ|Số tiền (triệu đồng)|Bình quân (nghìn đồng/hộ)", "1|Nà Mò|120|6,0|50", "2|Nà Pục|80|4,8|60")
CHANGES = ("STT|Khối|Năm 2024|Năm 2025|Tăng (+), giảm (-)", "1|Thôn|412|430|+18", "2|Trường học|96|90|-6")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param((*RATES, "3|Kiểm tra|25|22|88"), [], id="rates follow"),
        pytest.param((*RATES, "3|Kiểm tra|25|22|98"), [("", "98")], id="a rate does not"),
        pytest.param((*RATES, "3|Kiểm tra|24|22|91,6"), [], id="cut, not rounded"),
        pytest.param((*RATES, "3|Kiểm tra|25|22|98", "4|Khen thưởng|12|10|70"), [], id="too many do not"),
        pytest.param((*RATES, "3|Kiểm tra|0|2|"), [], id="nothing to divide by"),
        pytest.param((*MEANS, "3|Nà Cáp|50|3,5|70"), [], id="means follow"),
        pytest.param((*MEANS, "3|Nà Cáp|50|3,5|75"), [("mean", "75")], id="a mean does not"),
    ],
)
def test_rates_and_means(rows: tuple[str, ...], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(table(*rows), "ratio-mismatch") == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param((*CHANGES, "3|Cơ quan|30|38|+8"), [], id="differences follow"),
        pytest.param((*CHANGES, "3|Cơ quan|30|38|+18"), [("", "+18")], id="a difference does not"),
        pytest.param((*CHANGES, "3|Cơ quan|38|30|+8"), [("", "+8")], id="a sign is wrong"),
    ],
)
def test_differences(rows: tuple[str, ...], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(table(*rows), "change-mismatch") == found


def test_changes_without_a_sign(findings_of: FindingsOf) -> None:
    rows = ("STT|Khối|Năm 2024|Năm 2025|Chênh lệch", "1|Thôn|412|430|18", "2|Trường học|96|90|6", "3|Cơ quan|38|30|8")
    assert findings_of(table(*rows), "change-mismatch") == []


SHARES = ("STT|Xếp loại|Số lượng|Tỷ lệ (%)", "1|Xuất sắc|12|20", "2|Tốt|40|66,7")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param((*SHARES, "3|Hoàn thành|8|13,3", "|Tổng|60|100"), [], id="shares follow"),
        pytest.param((*SHARES, "3|Hoàn thành|8|15,3", "|Tổng|60|100"), [("", "15,3")], id="a share does not"),
        pytest.param((*SHARES, "3|Hoàn thành|8|15,3"), [], id="no total"),
    ],
)
def test_shares_of_the_total_row(rows: tuple[str, ...], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(table(*rows), "ratio-mismatch") == found
