"""Rates of what was done or found of the number right before it, and of plans behind a change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Kiểm tra 64 cơ sở, phát hiện 12 cơ sở vi phạm (18,8%).",
            [],
            id="right",
        ),
        pytest.param(
            "Kiểm tra 64 cơ sở, phát hiện 17 cơ sở vi phạm (18,8%).",
            ["18,8%"],
            id="the number found",
        ),
        pytest.param(
            "Kiểm tra 84 cơ sở, phát hiện 12 cơ sở vi phạm (18,8%).",
            ["18,8%"],
            id="the number looked at",
        ),
        pytest.param(
            "Kiểm tra 86 cơ sở, phát hiện 14 cơ sở vi phạm (18,4% số cơ sở kinh doanh).",
            [],
            id="of a whole that is named",
        ),
        pytest.param(
            "Rác phát sinh 45 tấn/ngày, thu gom được 32 tấn/ngày, đạt 80%.",
            ["80%"],
            id="of measures",
        ),
        pytest.param(
            "Trồng 64 ha, thực hiện được 37 ha, đạt 95% kế hoạch.",
            [],
            id="of a plan",
        ),
        pytest.param(
            "Huyện có 24 xã, trong đó 15 xã đạt 19 tiêu chí (62,5%), 06 xã đạt từ 15 - 18 tiêu chí (25%),"
            " 03 xã đạt 14 tiêu chí (12,5%).",
            [],
            id="things told by what they reached",
        ),
        pytest.param(
            "Huyện có 24 xã, trong đó 15 xã đạt 19 tiêu chí (65,5%), 06 xã đạt từ 15 - 18 tiêu chí (25%),"
            " 03 xã đạt 14 tiêu chí (12,5%).",
            ["65,5%"],
            id="one of those",
        ),
        pytest.param(
            "Trồng 650 ha rừng, bình quân mỗi năm 130 ha, đạt 108,3% kế hoạch (600 ha).",
            [],
            id="past a mean",
        ),
        pytest.param(
            "Kết nạp 45 đảng viên, bình quân mỗi năm 09 người, đạt 112,5% chỉ tiêu (40 người).",
            [],
            id="past a mean of people by another name",
        ),
        pytest.param(
            "Trường có 640 học sinh. Khối 6 có 182 học sinh. Học sinh giỏi của khối là 42 em, chiếm 23,1%"
            " tổng số học sinh khối.",
            [],
            id="people by another name right before",
        ),
        pytest.param(
            "Trồng 650 ha rừng, bình quân mỗi năm 130 ha, đạt 118,3% kế hoạch (600 ha).",
            ["118,3%"],
            id="past a mean, wrong",
        ),
        pytest.param(
            "Còn 84 hộ nghèo (chiếm 5,6%), 60 hộ cận nghèo (chiếm 4%) trên tổng số 1.500 hộ.",
            [],
            id="of a total behind all",
        ),
        pytest.param(
            "Còn 84 hộ nghèo (chiếm 7,6%), 60 hộ cận nghèo (chiếm 4%) trên tổng số 1.500 hộ.",
            ["7,6%"],
            id="of a total behind all, the first",
        ),
        pytest.param(
            "Năng suất đạt 60 tạ/ha, sản lượng đạt 4.800 tấn từ 800 ha.",
            [],
            id="harvest from its area",
        ),
        pytest.param(
            "Năng suất đạt 64 tạ/ha, sản lượng đạt 4.800 tấn từ 800 ha.",
            ["64 tạ/ha"],
            id="harvest from another area",
        ),
        pytest.param(
            "Bố trí 7,2 tỷ đồng sửa chữa 24 trường học, bình quân 300 triệu đồng/trường; đã giải ngân 5,4"
            " tỷ đồng, đạt 75%.",
            [],
            id="disbursed of what was set apart, past a mean",
        ),
        pytest.param(
            "Bố trí 7,2 tỷ đồng sửa chữa 24 trường học, bình quân 300 triệu đồng/trường; đã giải ngân 5,4"
            " tỷ đồng, đạt 78%.",
            ["78%"],
            id="disbursed, wrong",
        ),
        pytest.param(
            "Kết quả: tốt 24 cơ sở (60%), khá 12 cơ sở (30%), trung bình 04 cơ sở (10%).",
            [],
            id="classes of a whole that is not told",
        ),
        pytest.param(
            "Kết quả: tốt 24 cơ sở (60%), khá 17 cơ sở (30%), trung bình 04 cơ sở (10%).",
            ["30%"],
            id="one count of classes",
        ),
        pytest.param(
            "Diện tích 760 ha, đạt 108,6% kế hoạch (700 ha), năng suất 45 tạ/ha, sản lượng 3.420 tấn.",
            [],
            id="a harvest to the last ton",
        ),
        pytest.param(
            "Diện tích 760 ha, đạt 108,6% kế hoạch (700 ha), năng suất 45 tạ/ha, sản lượng 3.620 tấn.",
            ["45 tạ/ha"],
            id="a harvest to the last ton, wrong",
        ),
        pytest.param(
            "Diện tích gieo cấy 760 ha, năng suất 45 tạ/ha, sản lượng 3.385 tấn.",
            [],
            id="a harvest of a part of what was sown",
        ),
        pytest.param(
            "Đưa 180 người đi làm việc, gồm tỉnh A 110 người, tỉnh B 70 người; đạt 120% kế hoạch (150 người).",
            [],
            id="past a list with a semicolon",
        ),
        pytest.param(
            "Đưa 180 người đi làm việc, gồm tỉnh A 110 người, tỉnh B 70 người; đạt 140% kế hoạch (150 người).",
            ["140%"],
            id="past a list with a semicolon, wrong",
        ),
        pytest.param(
            "Cấp 2.400 kg giống cho 80 hộ, mỗi hộ 30 kg, trị giá 60 triệu đồng (25.000 đồng/kg).",
            [],
            id="price of all, not of each",
        ),
        pytest.param(
            "Cấp 2.400 kg giống cho 80 hộ, mỗi hộ 30 kg, trị giá 60 triệu đồng (29.000 đồng/kg).",
            ["29.000 đồng/kg"],
            id="price of all, wrong",
        ),
    ],
)
def test_rates_of_done(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found
