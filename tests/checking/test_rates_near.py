"""Percentages whose whole stands sentences before them, or is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
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
