"""Sizes that are generally known, and those that no beast, head or day has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Tiêu hủy 34 con lợn với trọng lượng 1.860 kg.", []),
        ("Tiêu hủy 34 con lợn với trọng lượng 18.600 kg.", [("each", "18.600 kg")]),
        ("Tiêu hủy 2.100 con gà, trọng lượng 32 tấn.", [("each", "32 tấn")]),
        ("Bình quân lương thực đầu người đạt 512 kg/năm.", []),
        ("Bình quân lương thực đầu người đạt 512 tấn/năm.", [("measure", "512 tấn")]),
        ("Rét hại kéo dài, nhiệt độ xuống còn 4 độ C.", []),
        ("Rét hại kéo dài, nhiệt độ xuống còn 41 độ C.", [("measure", "41 độ C")]),
        ("Nắng nóng gay gắt, nhiệt độ cao nhất 41°C.", []),
        ("Nắng nóng gay gắt, nhiệt độ cao nhất 14°C.", [("measure", "14°C")]),
        ("Lập danh sách 86 nam thanh niên tuổi từ 18 đến 27.", []),
        ("Lập danh sách 86 nam thanh niên tuổi từ 180 đến 27.", [("measure", "180 đến 27")]),
    ],
)
def test_ordinary_sizes(body: str, told: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, KIND) if one[0] != "order"] == told
