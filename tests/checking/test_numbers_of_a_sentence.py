"""Numbers of one sentence or of two beside each other, right and wrong twins: parts without a noun, plans behind a
stroke, what is done and is not, what was asked and granted, what was then in brackets.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_KINDS = ("sum-mismatch", "ratio-mismatch", "change-mismatch", "implausible-magnitude", "body-appendix-mismatch")


def _told(body: str, findings_of: FindingsOf) -> set[str]:
    return {kind for kind in _KINDS if findings_of(body, kind)}


@pytest.mark.parametrize(
    ("body", "right", "wrong", "kind"),
    [
        pytest.param(
            "Biên chế được giao là {}, trong đó khối Đảng 18, Mặt trận và đoàn thể 14, chính quyền 56.",
            "88",
            "68",
            "sum-mismatch",
            id="posts without a noun",
        ),
        pytest.param(
            "Giải quyết việc làm cho 512 lao động/kế hoạch 480, đạt {}%; xuất khẩu lao động 64 người.",
            "106,67",
            "103,7",
            "ratio-mismatch",
            id="a plan behind a stroke",
        ),
        pytest.param(
            "Số thẻ đã phát là 17.340, vượt {} thẻ so với chỉ tiêu 17.000.",
            "340",
            "430",
            "change-mismatch",
            id="beyond an aim without a noun",
        ),
        pytest.param(
            "Chi bộ chuyển {} phản ánh đến cấp ủy, đã có kết quả 66, đang xem xét 07.",
            "73",
            "78",
            "sum-mismatch",
            id="results and what is looked into",
        ),
        pytest.param(
            "Xã tiếp nhận 89 kiến nghị của cử tri, đã trả lời 77, chưa trả lời {}.",
            "12",
            "21",
            "sum-mismatch",
            id="answered and not",
        ),
        pytest.param(
            "Phỏng vấn {} hộ dân, 163 hộ nắm được mức thu, 17 hộ trả lời không rõ; 150 hộ cho rằng mức thu là vừa sức.",
            "180",
            "210",
            "sum-mismatch",
            id="those who know and who do not",
        ),
        pytest.param(
            "Hội nghị có 64 ý kiến, chủ yếu là giá nước; 38 ý kiến được trả lời ngay, còn {} ý kiến giao phòng Kinh tế"
            " trả lời trước 30/7.",
            "26",
            "06",
            "sum-mismatch",
            id="answered at once and later",
        ),
        pytest.param(
            "Giá trị đề nghị quyết toán 1.142,6 tỷ đồng, giá trị được phê duyệt 1.116,2 tỷ đồng, giảm {} tỷ đồng.",
            "26,4",
            "8,4",
            "sum-mismatch",
            id="asked, granted and cut",
        ),
        pytest.param(
            "Tổng giá gói thầu 4.210 triệu đồng, giá trúng thầu 4.012 triệu đồng, tiết kiệm được {} triệu đồng.",
            "198",
            "189",
            "sum-mismatch",
            id="saved by tender",
        ),
        pytest.param(
            "Đăng ký mới 4.812 mô tô, xe gắn máy (năm 2018: 4.655 xe, tăng {}%), đăng ký mới 486 ô tô.",
            "3,37",
            "7,33",
            "change-mismatch",
            id="then under another name, in brackets",
        ),
        pytest.param(
            "Trong 9 tháng đầu năm 2025, tiếp 5.701 lượt công dân (năm 2023: 4.438 lượt, tăng {}%).",
            "28,46",
            "24,86",
            "change-mismatch",
            id="then in brackets behind another year",
        ),
        pytest.param(
            "Thu 2.118 triệu đồng, nộp cấp trên 1.482,6 triệu đồng (70%), để lại {}% là 635,4 triệu đồng.",
            "30",
            "35",
            "ratio-mismatch",
            id="the rest by its own percentage",
        ),
        pytest.param(
            "Xã có 06 thôn loại xuất sắc (từ 90 điểm), 08 loại tốt (từ 80 đến dưới 90), 02 loại khá, cộng {} thôn.",
            "16",
            "18",
            "sum-mismatch",
            id="classes with brackets between",
        ),
        pytest.param(
            "Thu 98.745 triệu đồng, đạt {}% dự toán tỉnh giao và 53,09% dự toán HĐND xã giao (dự toán tỉnh giao 172.000"
            " triệu đồng, HĐND xã giao 186.000 triệu đồng).",
            "57,41",
            "54,71",
            "ratio-mismatch",
            id="two plans in one bracket",
        ),
        pytest.param(
            "Đã giải quyết 1.715 hồ sơ (trước hạn 1.402, đúng hạn 289, trễ hạn 24), đang giải quyết 147 hồ sơ. Tỷ lệ hồ"
            " sơ trước và đúng hạn trên số đã giải quyết đạt {}%.",
            "98,60",
            "96,80",
            "ratio-mismatch",
            id="two classes with their last word once",
        ),
        pytest.param(
            "Chi bộ hiện có {} đảng viên, sinh hoạt ở 03 tổ đảng. Đầu năm Chi bộ có 23 đảng viên; trong năm kết nạp 02,"
            " chuyển đến 03, chuyển đi 02, từ trần 01.",
            "25",
            "24",
            "sum-mismatch",
            id="what there is before what there was",
        ),
    ],
)
def test_twins_that_are_right_and_wrong(body: str, right: str, wrong: str, kind: str, findings_of: FindingsOf) -> None:
    assert _told(body.format(right), findings_of) == set()
    assert kind in _told(body.format(wrong), findings_of)


@pytest.mark.parametrize(
    "body",
    [
        "Thu ngân sách 14,2 tỷ đồng, tăng 1,2 tỷ đồng so với thực hiện năm 2024, trong khi chi thường xuyên 12,6 tỷ"
        " đồng.",
        "Số thẻ đã phát là 17.340 thẻ, vượt 340 thẻ so với chỉ tiêu 17.000 thẻ, đạt 102%.",
        "Biên chế được giao là 86, hiện có mặt 79, trong đó khối Đảng 18, Mặt trận 14, chính quyền 47.",
        "Tiếp nhận 78 phản ánh, đã giải quyết 66, đang xem xét 07, chuyển cơ quan khác 05.",
        "Trong 18 chỉ tiêu, có 12 chỉ tiêu đạt, 04 chỉ tiêu chưa đạt, còn lại chưa đến kỳ đánh giá.",
        "Khảo sát 210 hộ dân, 163 hộ hài lòng về cán bộ, 188 hộ hài lòng về thủ tục.",
        "Giá trị đề nghị 1.142,6 tỷ đồng, giá trị được phê duyệt 1.116,2 tỷ đồng, giảm 8,4 tỷ đồng so với cùng kỳ.",
        "Đăng ký mới 4.812 mô tô, 486 ô tô (năm 2018: 4.655 mô tô, 512 ô tô).",
        "Thu 2.118 triệu đồng, nộp cấp trên 1.482,6 triệu đồng (70%), để lại 20% là 423,6 triệu đồng, trích quỹ 10% là"
        " 211,8 triệu đồng.",
        "Chi đoàn hiện có 76 đoàn viên; đầu năm có 75 đoàn viên, trong năm kết nạp 03, chuyển đến 02, chuyển đi 01,"
        " trưởng thành Đoàn 03.",
    ],
)
def test_numbers_that_belong_to_other_things(body: str, findings_of: FindingsOf) -> None:
    assert _told(body, findings_of) == set()


def test_so_many_of_ten_thousand_are_no_percentage(findings_of: FindingsOf) -> None:
    assert findings_of("Tỷ lệ bác sĩ trên một vạn dân đạt 9,5; tỷ lệ giường bệnh đạt 24,3 giường.", "incomplete") == []
    assert findings_of("Tỷ lệ hộ nghèo đạt 9,5; các thôn tiếp tục rà soát.", "incomplete")
