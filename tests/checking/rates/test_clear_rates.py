"""Percentages whose part and whole are told plainly, in one sentence or in several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Xã có 1.914 hội viên, trong đó hội viên nòng cốt chiếm 61,7% (1.181 người).", id="right"),
        pytest.param(
            "Toàn xã có 60,1 km đường. Trong đó đường thôn chiếm 36,1% (21,7 km) và đường xã chiếm 37,4% (22,5 km).",
            id="right, each with its own",
        ),
        pytest.param(
            "Đội ngũ: cán bộ quản lý: 84 người - Giáo viên: 620; Nhạc: 21; Họa: 24; Anh văn: 12; Tổng phụ trách: 40. "
            "Đạt chuẩn: 189; trên chuẩn: 431 (69.5%), trong đó: Đại học: 160 (25.8%); Cao đẳng: 271 (43.7%); "
            "Trung cấp: 189 (30.5 %).",
            id="bare numbers of one whole far above them",
        ),
        pytest.param(
            "Đảng bộ có 128 đ/c. Qua đánh giá, có 10 Đ/c xuất sắc, bằng 10,1%; 78 đồng chí tốt, đạt 78,8%.",
            id="of those who were judged",
        ),
        pytest.param(
            "Đảng bộ có 128 đảng viên. Có 10 đảng viên xuất sắc, bằng 10,1%; 78 đảng viên tốt, đạt 78,8%.",
            id="of those who were judged, in one word",
        ),
        pytest.param(
            "Tổng thu ngân sách là 54,623 tỷ đồng, đạt 68% dự toán tỉnh giao, trong đó thu phí là 40,411 tỷ đồng; thu "
            "biện pháp tài chính là 14,212 tỷ đồng.",
            id="a part of what was done behind its plan",
        ),
        pytest.param("Xã có 1.914 hội viên. Đã cấp 1.181 thẻ mới.\n\nTỷ lệ hài lòng đạt 67,1%.", id="a rate of others"),
        pytest.param("Tiếp nhận 250 hồ sơ. Đã giải quyết 205 hồ sơ, đạt 100%.", id="all that were due"),
        pytest.param(
            "Kỳ trước chuyển sang 38 vụ việc. Thụ lý mới 127 vụ việc. Đã giải quyết 131 vụ việc, đạt 79,4%.",
            id="of what came and what was left",
        ),
        pytest.param(
            "Mục tiêu: doanh thu 4.500 triệu đồng; lợi nhuận 430 triệu đồng; tỷ lệ thất thoát nước dưới 15%.",
            id="a bound of something else",
        ),
        pytest.param("Có 12/15 thôn đạt chuẩn, đạt 92% kế hoạch.", id="of a plan that is not told"),
        pytest.param("Tổ chức 56/45 cuộc kiểm tra, vượt 24,4% kế hoạch.", id="right, beyond a plan"),
        pytest.param(
            "Bắt giữ 392 đối tượng, trong đó 61 đối tượng tàng trữ, chiếm 15,56% và 131 đối tượng tái phạm trong thời"
            " gian thử thách, chịu quản chế tại địa phương, chiếm 33,42%.",
            id="parts that are not all",
        ),
        pytest.param(
            "Hội Phụ nữ có 1.946 hội viên. Hội Nông dân có 1.627 hội viên.\nCụ thể: Hội Phụ nữ 1.946 hội viên (đạt "
            "76,55%); Hội Nông dân 1.627 hội viên (đạt 85,59%); Hội Cựu chiến binh 321 hội viên (đạt 94,13%).",
            id="bodies with percentages of wholes that are not told",
        ),
        pytest.param(
            "Có 512 học sinh. Trong đó: tốt có 132 em, chiếm 25,78%; khá có 185 em, chiếm 36,13%; đạt có 64 em, chiếm"
            " 12,50%; chưa đạt có 131 em, chiếm 25,59%.",
            id="those that attained and those that did not are no part of the others",
        ),
    ],
)
def test_right_rates(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") + findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xã có 1.914 hội viên, trong đó hội viên nòng cốt chiếm 67,1% (1.181 người).", "67,1%", id="its part behind"
        ),
        pytest.param("Đã cấp 563 thẻ/tổng số 800 thẻ, đạt 80,4%.", "80,4%", id="below a stroke"),
        pytest.param("Xã có 58 thôn. Đã công nhận 62 thôn, đạt 45%.", "45%", id="of the sentence before"),
        pytest.param(
            "Tiếp nhận 4.456 hồ sơ. Đến nay đã giải quyết 3.113 hồ sơ. Tỷ lệ hồ sơ được giải quyết đạt 96,86%.",
            "96,86%",
            id="in three sentences",
        ),
        pytest.param("Xã có 347 ngôi nhà tạm, trong đó nhà của hộ nghèo 319 nhà, chiếm 9,2%.", "9,2%", id="one noun"),
        pytest.param(
            "Huyện có 286 cán bộ, trong đó 136 người dưới 30 tuổi (47,35%).", "47,35%", id="an age between them"
        ),
        pytest.param(
            "Kết nạp 118 đảng viên; đạt 90,1% so với chỉ tiêu Đại hội đề ra là 130 đảng viên.", "90,1%", id="plan"
        ),
        pytest.param("Bê tông hóa 5,7 km/kế hoạch 7,3 km, đạt 80,8%.", "80,8%", id="a plan below a stroke"),
        pytest.param("Đào tạo 528/865 lao động, đạt 72,6% kế hoạch.", "72,6%", id="a share of a plan"),
        pytest.param("Tổ chức 56/45 cuộc kiểm tra, vượt 42,4% kế hoạch.", "42,4%", id="beyond the plan of a share"),
        pytest.param(
            "Đảng bộ có 938 đảng viên. Trong đó: 82 đồng chí là nữ, chiếm 21%.", "21%", id="a slip of the whole"
        ),
    ],
)
def test_wrong_rates(body: str, found: str, findings_of: FindingsOf) -> None:
    assert found in [words for _, words in findings_of(body, "ratio-mismatch")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Lấy ý kiến 20% của 620 người (124 người).", [], id="taken of those behind it"),
        pytest.param("Lấy ý kiến 10% của 23 người (03 người).", [], id="rounded to a whole one"),
        pytest.param("Lấy ý kiến 20% của 620 người (142 người).", ["20%"], id="not so many"),
        pytest.param("Có 20% trong số 620 học sinh (142 em) được nhận học bổng.", ["20%"], id="of pupils"),
        pytest.param(
            "Thu 86 triệu đồng (kế hoạch 80 triệu đồng; cùng kỳ 75 triệu đồng), đạt 107,5% kế hoạch.",
            [],
            id="of the plan in brackets",
        ),
        pytest.param(
            "Thu 86 triệu đồng (kế hoạch 80 triệu đồng; cùng kỳ 75 triệu đồng), đạt 170,5% kế hoạch.",
            ["170,5%"],
            id="not of the plan in brackets",
        ),
    ],
)
def test_rates_with_their_whole_beside_them(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


def test_what_is_beyond_the_plan_of_a_share(findings_of: FindingsOf) -> None:
    body = "Bê tông hóa 64,4/57,2 km đường, vượt {} km so với chỉ tiêu."
    assert findings_of(body.format("7,2"), "change-mismatch") == []
    assert findings_of(body.format("9,2"), "change-mismatch") == [("", "9,2 km")]


def test_a_total_that_is_a_slip_of_its_parts(findings_of: FindingsOf) -> None:
    body = "Xã có {} người. Trong đó: Tày 384 người (9,37%), Nùng 1.696 người (41,37%), Dao 2.020 người (49,27%)."
    assert findings_of(body.format("4.100"), "sum-mismatch") == []
    assert findings_of(body.format("4.700"), "sum-mismatch") == [("", "4.700 người")]
