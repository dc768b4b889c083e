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
        pytest.param(
            "- Khối 9: giỏi ... em, khá 44 em.\n", [("dots", "... em")], id="dots where the line counts the same"
        ),
        pytest.param(
            "- Nam: 15 người\n- Nữ:\n- Đảng viên: 22 người\nLàm tốt.\n", [("dots", "Nữ:")], id="a row of one short word"
        ),
        pytest.param("Số ca tử vong: ....... ca.\n", [("dots", "....... ca")], id="dots behind a colon"),
        pytest.param("- Nuôi bò, dê, gà ... hộ dân tự túc.\n", [], id="dots that leave a list open"),
        pytest.param("Tiêm được mũi cho trẻ dưới 5 tuổi.\n", [("dots", "được mũi")], id="a verb and its unit alone"),
        pytest.param(
            "Tạo được mũi nhọn; đạt lượt truy cập cao; khoảng km số 12.\n", [], id="units that need no number"
        ),
        pytest.param(
            "Số trường mới tham gia từ năm học 2023-2024……\nĐã tổng kết.\n",
            [("dots", "Số trường mới tham gia từ năm học 2023-2024……")],
            id="a label that ends in dots, behind a year",
        ),
    ],
)
def test_a_number_of_a_list_is_not_left_out(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "incomplete") if one[0] == "dots"] == found


def test_dots_behind_a_verb(findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    told = findings_of("Công an xã xử lý ... trường hợp vi phạm, phạt 21 triệu đồng.", "incomplete")
    assert told == [("dots", "... trường hợp")]
