"""Plans and results that stand in sentences of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Xã được giao thu 8.400 triệu đồng. Lũy kế đến nay thu được 7.140 triệu đồng, bằng 85% dự toán giao.",
            id="what is done so far, right",
        ),
        pytest.param("Chỉ tiêu giao 800 lao động. Đã đào tạo 865 lao động. Tỷ lệ hoàn thành 108,1%.", id="right"),
        pytest.param(
            "Kế hoạch cả nhiệm kỳ giao 450 người. Năm nay kết nạp 93 người, đạt 104% kế hoạch năm.",
            id="the plan of another time",
        ),
        pytest.param(
            "Trồng 512 ha rừng. Kế hoạch 480 ha. Trồng cây phân tán đạt 93% kế hoạch.", id="the plan of another thing"
        ),
        pytest.param(
            "Chỉ tiêu giao 800 lao động. Đã đào tạo 865 lao động, tỷ lệ lao động qua đào tạo đạt 62%.",
            id="a rate with a name of its own",
        ),
        pytest.param(
            "Tỉnh giao thu hút 30 dự án. Đã thu hút 34 dự án với tổng vốn 2.450 tỷ đồng, đạt 122% kế hoạch vốn.",
            id="of the number between them",
        ),
        pytest.param(
            "Dự toán tỉnh giao 8.600 triệu đồng, huyện giao 9.000 triệu đồng. Thu đạt 9.120 triệu đồng, bằng 101,3% dự"
            " toán huyện giao.",
            id="two plans",
        ),
        pytest.param(
            "Phấn đấu cả năm 250 hội viên. Sau 9 tháng kết nạp được 208 hội viên, đạt 110% kế hoạch 9 tháng.",
            id="the plan of some months",
        ),
        pytest.param(
            "Phấn đấu năm 2026 thu 35 tỷ đồng. Năm 2025 thu 32,6 tỷ đồng, đạt 106,9% dự toán.", id="of another year"
        ),
        pytest.param(
            "Chỉ tiêu giao 120 đảng viên. Đã kết nạp 132 đảng viên, đạt 100% chỉ tiêu.", id="all, though it is more"
        ),
        pytest.param(
            "Phấn đấu cả năm kết nạp 250 hội viên. Sau 9 tháng kết nạp được 208 hội viên, đạt 111% so với cùng kỳ.",
            id="against the year before",
        ),
        pytest.param(
            "Chỉ tiêu giao 85 đoàn viên. Đã giới thiệu 97 đoàn viên, vượt 5 đoàn viên so với năm trước.",
            id="beyond the year before",
        ),
        pytest.param(
            "Sản lượng lúa cả năm 13.936 tấn. Lúa đông xuân gieo cấy 1.240 ha, năng suất 58 tạ/ha; lúa mùa gieo cấy"
            " 1.280 ha, năng suất 52,7 tạ/ha.",
            id="a harvest of two crops",
        ),
    ],
)
def test_what_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") + findings_of(body, "change-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xã được giao thu 8.400 triệu đồng. Lũy kế đến nay thu được 7.140 triệu đồng, bằng 89% dự toán giao.",
            "89%",
            id="what is done so far",
        ),
        pytest.param(
            "Chỉ tiêu giao: 800 lao động. Đã đào tạo cho 865 lao động. Tỷ lệ hoàn thành 125,4%.",
            "125,4%",
            id="three sentences",
        ),
        pytest.param(
            "Gieo trồng vụ đông 1.120 ha. Kế hoạch đề ra 1.250 ha. Gieo trồng chỉ đạt 69,6% kế hoạch.",
            "69,6%",
            id="the plan behind the result",
        ),
        pytest.param("Mở được 18 lớp đào tạo nghề. So với kế hoạch 20 lớp, đạt 99%.", "99%", id="against the plan"),
        pytest.param(
            "Tổng thu bảo hiểm y tế 18,4 tỷ đồng. Kế hoạch được giao là 18 tỷ đồng. Hoàn thành 132,2% kế hoạch.",
            "132,2%",
            id="money",
        ),
    ],
)
def test_rates_of_plans(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "ratio-mismatch")] == [found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thu phí, lệ phí đạt 1.245 triệu đồng. Dự toán huyện giao 1.100 triệu đồng. Tăng thu 95 triệu đồng so với"
            " dự toán.",
            "95 triệu đồng",
            id="beyond an estimate",
        ),
        pytest.param(
            "Dự toán thu 1.100 triệu đồng. Thu đạt 1.245 triệu đồng, tăng 95 triệu đồng so với dự toán.",
            "95 triệu đồng",
            id="a rise over an estimate",
        ),
        pytest.param(
            "Tỉnh giao vận động 2.400 người tham gia. Kết quả vận động được 2.256 người. Còn thiếu 104 người so với chỉ"
            " tiêu.",
            "104 người",
            id="missing of an aim",
        ),
    ],
)
def test_gaps_to_plans(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "change-mismatch")] == [found]


def test_a_change_since_a_named_year_is_of_that_year(findings_of: FindingsOf) -> None:
    body = "Năm 2023 có 56 thôn đạt chuẩn, năm 2024 có 63 thôn, năm 2025 có 71 thôn đạt chuẩn, tăng {} so với năm 2023."
    assert findings_of(body.format("15 thôn"), "change-mismatch") == []
    assert findings_of(body.format("18 thôn"), "change-mismatch") == [("", "18 thôn")]
