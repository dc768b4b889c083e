"""Percentages of a total that they name, and lists whose percentages make a hundred."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_STAFF = "Tổng số cán bộ, giáo viên, nhân viên (CBGVNV): 48 người, nữ 33 (68,8%).\n"
_SAMPLES = "Xét nghiệm 52.140 mẫu, gồm 19.640 mẫu nước và 32.500 mẫu thực phẩm; phát hiện 365 trường hợp không đạt, "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_STAFF + "Chi bộ có 27 đảng viên, chiếm tỷ lệ 56,3% tổng số CBGVNV.", []),
        (_STAFF + "Chi bộ có 27 đảng viên, chiếm tỷ lệ 53,6% tổng số CBGVNV.", ["53,6%"]),
        (_SAMPLES + "chiếm 0,7% số mẫu.", []),
        (_SAMPLES + "chiếm 7,0% số mẫu.", ["7,0%"]),
        ("Toàn xã có 428 đảng viên. Trong năm kỷ luật 6 đảng viên, chiếm 1,4% tổng số đảng viên.", []),
        ("Số đảng viên toàn xã là 428 đồng chí. Năm nay kỷ luật 6 đảng viên, chiếm 2,4% tổng số đảng viên.", ["2,4%"]),
        ("Huyện có 1.240 người. Khối xã có 420 người. Thạc sĩ 21 người, chiếm 5% tổng số công chức cấp xã.", []),
        ("Toàn ngành có 2.140 giáo viên. Giáo viên đạt chuẩn 412 người, chiếm 96,3% số giáo viên tiểu học.", []),
        (
            "Trong số 1.248 lao động có 936 người có việc, chiếm 78%; nữ 412 người, chiếm 44% số người có việc.",
            ["78%"],
        ),
        ("Xã có 1.850 hộ. Hộ nghèo dân tộc thiểu số 86 hộ, chiếm 91,5% tổng số hộ nghèo.", []),
        ("Khối 8: Giỏi 36 em (15%); Khá 98 em (40,8%); Trung bình 92 em (38,3%); Yếu 14 em (5,8%).", []),
        ("Khối 8: Giỏi 36 em (15%); Khá 89 em (40,8%); Trung bình 92 em (38,3%); Yếu 14 em (5,8%).", ["40,8%"]),
        ("Thôn 1: 24 hộ nghèo (20%); thôn 2: 30 hộ nghèo (30%); thôn 3: 45 hộ nghèo (50%).", []),
    ],
)
def test_percentages_of_their_totals(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found
