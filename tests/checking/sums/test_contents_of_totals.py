"""Lists that say by what they divide a total some sentences before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_CALLS = (
    "Xã đã tiếp 186 lượt người, tăng 12 lượt so với cùng kỳ (174 lượt); trong đó thường xuyên 121 lượt, định kỳ 53, "
    "đột xuất 12. Chủ tịch tiếp 10/12 kỳ. Có 03 đoàn đông người với 27 người.\nNội dung công dân phản ánh: đất đai "
    "112 lượt, chính sách xã hội 38 lượt, lĩnh vực khác "
)
_CASES = (
    "- Tổng số vụ việc hòa giải: 74 vụ, thành 68 vụ (91,9%).\n- Số tổ hòa giải: 12 tổ.\n"
    "- Phân loại: hôn nhân gia đình 22 vụ, đất đai 27 vụ, mâu thuẫn khác "
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_CALLS + "36 lượt.", []),
        (_CALLS + "46 lượt.", ["186 lượt người"]),
        (_CASES + "25 vụ.", []),
        (_CASES + "15 vụ.", ["74 vụ"]),
        ("Xã có 86 vụ vi phạm. Nguyên nhân: chủ yếu do ý thức 41 vụ, do đường hẹp 22 vụ, do rượu 13 vụ.", []),
        ("Xã có 186 doanh nghiệp, khảo sát 166 doanh nghiệp. Theo quy mô: nhỏ 112, vừa 38, lớn 16 doanh nghiệp.", []),
        ("Hội có 1.245 hội viên. Thành phần: nữ 520 hội viên, dân tộc 410 hội viên, tôn giáo 325 hội viên.", []),
    ],
)
def test_contents_of_totals(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
