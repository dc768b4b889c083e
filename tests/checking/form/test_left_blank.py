"""Names of units and schools, and years, of which dots were left to be filled in."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Năm qua, trường TH ……….. đã tổ chức tốt.", ["trường TH ……….."], id="a school"),
        pytest.param("Nhân dân xã ………. đã đóng góp.", ["xã ………."], id="a commune"),
        pytest.param("Trong năm học 20…-20…, thầy trò thi đua.", ["năm học 20…-20…"], id="a school year"),
        pytest.param("Phấn đấu đến năm 20.... thì xong.", ["năm 20...."], id="a year"),
        pytest.param("Các trường TH... đã xong; các xã, phường... cũng xong.", [], id="an enumeration that goes on"),
        pytest.param("Danh sách các xã ………… 12\nDanh sách các thôn ………… 13", [], id="before the number of a page"),
    ],
)
def test_dots_for_names_and_years(
    body: str, found: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert [passage for case, passage in findings_of(body, "incomplete") if case == "dots"] == found
