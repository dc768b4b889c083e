"""Changes whose two values stand in sentences of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Tỷ lệ hộ nghèo đầu năm là 12,35%. Cuối năm còn 9,87%. Như vậy giảm 2,48%.", id="points"),
        pytest.param("Tỷ lệ hộ nghèo đầu năm là 12,35%. Cuối năm còn 9,87%. Như vậy giảm 20,1%.", id="per cent of it"),
        pytest.param("Tỷ lệ hộ nghèo đầu năm 12,35%; tỷ lệ hộ cận nghèo 9,87%, giảm 1,2%.", id="two rates, two things"),
        pytest.param(
            "Đầu năm có 45 mô hình. Trong năm xây dựng 36 mô hình, giảm 4 mô hình so với năm trước.",
            id="what there is, and what was done",
        ),
        pytest.param(
            "Thu ngân sách đạt 12,4 tỷ đồng. Cùng kỳ năm trước thu 10,1 tỷ đồng. Thu thuế tăng 15%.", id="of a part"
        ),
        pytest.param(
            "Năm 2024 có 1.245 hội viên. Năm 2025 có 1.310 hội viên. So với năm 2020, số hội viên tăng 215 người.",
            id="since another year",
        ),
        pytest.param(
            "Quý trước xảy ra 12 vụ. Quý này xảy ra 9 vụ, giảm 5 vụ so với cùng kỳ năm 2024.", id="than another time"
        ),
        pytest.param(
            "Giá trị sản xuất năm 2024 là 742 tỷ đồng. Năm 2025 đạt 825 tỷ đồng. Tốc độ tăng trưởng bình quân giai đoạn"
            " đạt 9,2%.",
            id="a mean of several years",
        ),
        pytest.param(
            "Sản lượng đạt 24.350 tấn, vượt 350 tấn so với kế hoạch (24.000 tấn), tăng 520 tấn so với năm 2024 (23.830"
            " tấn).",
            id="a gap to a plan before it",
        ),
        pytest.param(
            "Xảy ra 08 vụ cháy, giảm 03 vụ. Cùng kỳ năm trước phát hiện 13 vụ phá rừng.", id="another thing behind it"
        ),
        pytest.param("Số hộ nghèo giảm từ 497 hộ (cuối năm 2025) xuống còn 412 hộ, giảm 85 hộ.", id="the time behind"),
        pytest.param(
            "Hộ nghèo đầu năm có 497 hộ. Trong năm thoát nghèo 120 hộ, phát sinh mới 35 hộ. Cuối năm còn 412 hộ, giảm"
            " 85 hộ.",
            id="what came and went between",
        ),
    ],
)
def test_changes_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") + findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Tỷ lệ hộ nghèo đầu năm là 12,35%. Cuối năm còn 9,87%. Như vậy giảm 3,17%.", ("", "3,17%"), id="of rates"
        ),
        pytest.param(
            "Thu thuế, phí đạt 4.512 triệu đồng; cùng kỳ năm 2024 đạt 3.906 triệu đồng. Tốc độ tăng thu là 5,5%.",
            ("", "5,5%"),
            id="the growth in words of its own",
        ),
        pytest.param(
            "Bán lẻ hàng hóa đạt 1.254 tỷ đồng. Thị trường ổn định. Cùng kỳ đạt 1.123 tỷ đồng, như vậy tăng 91,67%.",
            ("", "91,67%"),
            id="another digit",
        ),
        pytest.param(
            "Thành lập mới 214 doanh nghiệp. So với cùng kỳ tăng 12,6% (cùng kỳ 690 doanh nghiệp).",
            ("direction", "12,6%"),
            id="what there was in brackets, whatever it is",
        ),
        pytest.param(
            "Hộ nghèo đầu năm có 419 hộ (12,35%). Cuối năm còn 330 hộ (9,87%). So với đầu năm giảm 82 hộ.",
            ("", "82 hộ"),
            id="each with its rate in brackets",
        ),
        pytest.param(
            "Đầu năm có 96 trẻ nhẹ cân, chiếm 12,4%; cuối năm còn 81 trẻ, chiếm 10,5%. Tỷ lệ trẻ nhẹ cân giảm 2,9%.",
            ("", "2,9%"),
            id="each rate behind its number, of which the time is told",
        ),
        pytest.param(
            "Xảy ra 08 vụ cháy, giảm 03 vụ. Cùng kỳ năm trước xảy ra 13 vụ.",
            ("", "03 vụ"),
            id="what there was behind it",
        ),
        pytest.param(
            "Đầu nhiệm kỳ, tỷ lệ che phủ rừng là 61,2%. Nay tỷ lệ che phủ rừng là 58,4%, tăng 2,8%.",
            ("direction", "2,8%"),
            id="the other way",
        ),
    ],
)
def test_changes_that_do_not_follow(body: str, found: tuple[str, str], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == [found]
