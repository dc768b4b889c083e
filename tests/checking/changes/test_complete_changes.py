"""Changes told with what there is and, in brackets, with what they are reckoned from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thu hút 2.640 lao động, vượt 240 lao động so với kế hoạch (2.400 lao động), đạt 110%.",
            [],
            id="right",
        ),
        pytest.param(
            "Xuất khẩu năm 2023 đạt 63 triệu USD, tăng 3 triệu USD (5%) so với năm 2022 (60 triệu USD).",
            [],
            id="right with its rate",
        ),
        pytest.param(
            "Xuất khẩu năm 2023 đạt 63 triệu USD, tăng 3 triệu USD (5%) so với năm 2022 (66 triệu USD).",
            ["3 triệu USD"],
            id="the other way",
        ),
        pytest.param(
            "Thu hút 2.140 lao động, vượt 240 lao động so với kế hoạch (2.400 lao động).",
            ["240 lao động"],
            id="too few",
        ),
        pytest.param(
            "Đạt 28 giải, gồm 02 giải nhất, 17 giải nhì, 09 giải ba, tăng 05 giải so với năm học trước (23 giải).",
            [],
            id="of the whole of a list",
        ),
        pytest.param(
            "Xảy ra 19 vụ, tăng 08 vụ so với quý trước nhưng so với cùng kỳ (31 vụ) thì giảm 12 vụ.",
            [],
            id="a base of its own behind 'nhưng'",
        ),
        pytest.param(
            "Đạt 186/228 tiêu chí, bình quân 15,5 tiêu chí/xã (12 xã), tăng 18 tiêu chí so với năm 2022"
            " (168 tiêu chí).",
            [],
            id="a mean between",
        ),
        pytest.param(
            "Năm 2021 có 07 xã đạt chuẩn, năm 2022 thêm 04 xã, năm 2023 thêm 03 xã, nâng tổng số lên 14 xã.",
            [],
            id="rises of one year after the other",
        ),
        pytest.param(
            "Chỉ số sản xuất tăng 7,4%, cao hơn 1,6 điểm phần trăm so với cùng kỳ (5,8%).",
            [],
            id="growth against growth",
        ),
        pytest.param(
            "Chỉ số sản xuất tăng 7,4%, cao hơn 1,9 điểm phần trăm so với cùng kỳ (5,8%).",
            ["1,9 điểm phần trăm"],
            id="growth against growth, wrong",
        ),
        pytest.param(
            "Số hộ nghèo giảm từ 840 hộ (12%) xuống còn 630 hộ (9%), giảm 210 hộ, tương ứng giảm 3%.",
            [],
            id="points right",
        ),
        pytest.param(
            "Số hộ nghèo giảm từ 840 hộ (12%) xuống còn 630 hộ (9%), giảm 210 hộ (25%).",
            [],
            id="points of what there was",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 3,25%, vượt 0,25% so với chỉ tiêu giảm 3% đề ra.",
            [],
            id="an aim that is a fall",
        ),
        pytest.param(
            "Tỷ lệ trẻ suy dinh dưỡng còn 9,8%, vượt 0,2% so với kế hoạch (10%).",
            [],
            id="an aim that is to be undercut",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 3,25%, vượt 0,75% so với chỉ tiêu giảm 3% đề ra.",
            ["0,75%"],
            id="an aim that is a fall, missed",
        ),
        pytest.param(
            "Năm 2021 thu 400 tỷ đồng, năm 2022 thu 440 tỷ đồng, tăng 10% so với năm 2021; năm 2023 thu 506"
            " tỷ đồng, tăng 15% so với năm 2022.",
            [],
            id="years that each name the one before",
        ),
        pytest.param(
            "Năm 2021 thu 400 tỷ đồng, năm 2022 thu 440 tỷ đồng, tăng 10% so với năm 2021; năm 2023 thu 506"
            " tỷ đồng, tăng 18% so với năm 2022.",
            ["18%"],
            id="the last of such years",
        ),
        pytest.param(
            "Có 7.560 người tham gia, trong đó bắt buộc 5.150 người, tự nguyện 2.410 người; tăng 560 người"
            " (8%) so với năm 2022.",
            [],
            id="of a whole that a list divides",
        ),
        pytest.param(
            "Xảy ra 36 vụ cháy; so với cùng kỳ giảm 04 vụ (10%).",
            [],
            id="few, at a rate of more",
        ),
        pytest.param(
            "Xảy ra 36 vụ cháy; so với cùng kỳ giảm 01 vụ (10%).",
            ["10%"],
            id="few, at a rate of much more",
        ),
        pytest.param(
            "Nuôi dưỡng 74 người; trong năm tiếp nhận 15, hồi gia 11, tăng 04 người so với đầu năm (70 người).",
            [],
            id="of what was told before what came and went",
        ),
    ],
)
def test_complete_changes(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found
