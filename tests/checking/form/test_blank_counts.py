"""Numbers of a list that were not filled in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "- Tổng số cán bộ: 31\n+ Quản lý: 03\n+ Nhân viên: 02\n+ Giáo viên:\n- Còn thiếu: 01\n",
            [("dots", "Giáo viên:")],
            id="the last row, before the next of the list above",
        ),
        pytest.param(
            "+ Quản lý: 03\n\n+ Giáo viên:\n\n+ Nhân viên: 02\n\n+ Bảo vệ: 01\n",
            [("dots", "Giáo viên:")],
            id="a row between others",
        ),
        pytest.param("+ Quản lý: 03\n+ Nhân viên: 02\n+ Giáo viên:\nDạy đủ các môn.\n", [], id="a text follows"),
        pytest.param(
            "- Quản lý: 03\n- Nhân viên: 02\n- Giáo viên:\n+ Trên chuẩn: 14\n+ Đạt chuẩn: 02\n",
            [],
            id="lower rows follow",
        ),
        pytest.param("- Ưu điểm: đoàn kết\n- Hạn chế:\n- Số buổi: 02\n", [], id="most rows say something else"),
        pytest.param("1. Tổng số trường: trường.\n", [("dots", "Tổng số trường: trường")], id="a unit alone"),
        pytest.param(
            "- Mầm non: trường - THCS: trường.\n",
            [("dots", "non: trường"), ("dots", "THCS: trường")],
            id="units alone, twice in a line",
        ),
        pytest.param("Tổng số trường: 12 trường. Thành phần: học sinh, phụ huynh.\n", [], id="numbers, and a word"),
        pytest.param("Biểu kinh phí (đơn vị tính: đồng).\n", [], id="the unit of a table"),
    ],
)
def test_a_number_of_a_list_is_not_left_out(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "incomplete") if one[0] == "dots"] == found
