"""Bodies in capitals whose names hold the word of a unit."""

from __future__ import annotations

import pytest
from report_texts import read_text

from tongket.checking.units.issuing_units import check_issuing_unit

HEAD = (
    "{body}\nSố: 20/HD-SLĐTBXH\nHà Tĩnh, ngày 04 tháng 3 năm 2009\n\nHƯỚNG DẪN\nRà soát hộ nghèo\n\n"
    "I. QUY ĐỊNH CHUNG\n\nĐã rà soát 120 hộ.\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("UBND TỈNH HÀ TĨNH\nSỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", [], id="society is no commune"),
        pytest.param("BẢO HIỂM XÃ HỘI\nVIỆT NAM", [], id="nor is social insurance"),
        pytest.param("ỦY BAN NHÂN DÂN\nHUYỆN THỰC HIỆN TỐT QUY CHẾ", [], id="a title behind the word of a unit"),
        pytest.param("ỦY BAN NHÂN DÂN\nXÃ MƯỜNG VÍ DỤ", ["xã Mường Ví Dụ"], id="a commune that is none"),
    ],
)
def test_the_unit_of_the_issuing_body(body: str, found: list[str]) -> None:
    report = read_text(HEAD.format(body=body))
    assert [one.facts["unit"] for one in check_issuing_unit(report)] == found
