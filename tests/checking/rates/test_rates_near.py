"""Percentages whose whole stands sentences before them, or is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Tổng số cán bộ, giáo viên, nhân viên là 86 người. Đời sống ổn định. Chi bộ có 49 đảng viên, chiếm 61,2%"
            " tổng số cán bộ, giáo viên, nhân viên.",
            ["61,2%"],
            id="of the total of that name",
        ),
        pytest.param(
            "Có 1.420/1.580 hộ đăng ký gia đình văn hóa; kết quả 1.278 hộ đạt danh hiệu, bằng 92% số hộ đăng ký.",
            ["92%"],
            id="of the part of a share",
        ),
        pytest.param(
            "Có 1.420/1.580 hộ đăng ký gia đình văn hóa; kết quả 1.278 hộ đạt danh hiệu, bằng 90% số hộ đăng ký.",
            [],
            id="of the part of a share, right",
        ),
        pytest.param(
            "Tổng số cán bộ, giáo viên, nhân viên là 86 người. Đời sống ổn định. Chi bộ có 49 đảng viên, chiếm 61,2%"
            " tổng số đảng viên trong độ tuổi.",
            [],
            id="of a total of another name",
        ),
        pytest.param(
            "Dự toán tỉnh giao 1.650 triệu đồng. Xã đã rà soát nguồn thu, không để thất thu. Kết quả thu được 1.846,5"
            " triệu đồng, đạt 121,9% dự toán.",
            ["121,9%"],
            id="a plan sentences before",
        ),
        pytest.param(
            "Dự toán tỉnh giao 1.650 triệu đồng. Xã đã rà soát nguồn thu, không để thất thu. Kết quả thu được 1.846,5"
            " triệu đồng, đạt 111,9% dự toán.",
            [],
            id="a plan sentences before, right",
        ),
        pytest.param(
            "1. Rèn luyện (đánh giá 490 em): Tốt 401 em, 81,84%; Khá 78 em; Đạt 11 em.\n\n2. Học tập: Khá 163 em"
            " (33,27%); Đạt 283 em (55,76%); Chưa đạt 44 em.",
            ["55,76%"],
            id="a whole in the paragraph before",
        ),
        pytest.param(
            "Kế hoạch 215,6 tỷ đồng, đã phân bổ 209,8 tỷ đồng; giải ngân 171,4 tỷ đồng, đạt 79,5% kế hoạch và bằng"
            " 87,1% số vốn đã phân bổ.",
            ["87,1%"],
            id="a second percentage of one part",
        ),
        pytest.param(
            "Có 132 xã. Đến nay 87 xã đạt chuẩn, đạt 65,9%; 24 xã đạt chuẩn nâng cao, bằng 18,2% số xã đã đạt chuẩn.",
            ["18,2%"],
            id="named behind",
        ),
        pytest.param(
            "Có 132 xã. Đến nay 87 xã đạt chuẩn, đạt 65,9%; 24 xã đạt chuẩn nâng cao, bằng 27,6% số xã đã đạt chuẩn.",
            [],
            id="named behind, right",
        ),
        pytest.param(
            "Tiếp nhận 3.412 hồ sơ; giải quyết xong 3.377 hồ sơ. Trong số hồ sơ đã giải quyết có 3.369 hồ sơ đúng hạn,"
            " chiếm 98,74%.",
            ["98,74%"],
            id="named before",
        ),
    ],
)
def test_a_percentage_is_held_against_its_whole_farther_off(
    body: str, found: list[str], findings_of: FindingsOf
) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Số hồ sơ đến hạn giải quyết là 4.169 hồ sơ. Đã trả đúng hạn 4.857 hồ sơ (đạt 99,71%).",
            ["99,71%"],
            id="a part larger than its whole",
        ),
        pytest.param(
            "Toàn tỉnh có 910.831 thí sinh đăng ký. Môn hóa học được chọn nhiều nhất với 526.782 thí sinh (chiếm"
            " 57,62% tổng số thí sinh).",
            ["57,62%"],
            id="a part of six digits, of which the percentage tells four",
        ),
        pytest.param(
            "Cả năm ghi nhận 4.049 vụ, so với cùng kỳ giảm 13 vụ. Đã điều tra khám phá 3.220 vụ (đạt tỷ lệ 73,03%).",
            ["73,03%"],
            id="the whole",
        ),
    ],
)
def test_slips_of_parts_and_wholes(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    "body",
    [
        "Số hồ sơ đến hạn là 4.169 hồ sơ. Đã trả đúng hạn 4.157 hồ sơ (đạt 99,71%).",
        "Hộ nghèo dân tộc thiểu số là 371 hộ. Hộ cận nghèo: đầu năm có 402 hộ, tỷ lệ 12,68%.",
        "Doanh nghiệp đạt 48,06 triệu USD, tăng 47,89% so với cùng kỳ năm trước, chiếm 62% kim ngạch.",
    ],
)
def test_right_parts_and_wholes(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []
