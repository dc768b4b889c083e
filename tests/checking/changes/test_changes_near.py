"""Changes whose base stands in brackets or behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Có 38 vụ, giảm 09 vụ (tương đương 19,1%) so với cùng kỳ năm trước (49 vụ).",
            ["09 vụ"],
            id="its rate in brackets between",
        ),
        pytest.param(
            "Có 38 vụ, giảm 11 vụ (tương đương 22,4%) so với cùng kỳ năm trước (49 vụ).",
            [],
            id="its rate in brackets between, right",
        ),
        pytest.param(
            "Thu được 1.846,5 triệu đồng, cao hơn số thực hiện cùng kỳ năm trước 12,6% (cùng kỳ thu 1.604 triệu đồng).",
            ["12,6%"],
            id="other words than 'tăng'",
        ),
        pytest.param(
            "Thu được 1.846,5 triệu đồng, cao hơn số thực hiện cùng kỳ năm trước 15,1% (cùng kỳ thu 1.604 triệu đồng).",
            [],
            id="other words than 'tăng', right",
        ),
        pytest.param(
            "Hộ nghèo còn 187 hộ, hộ cận nghèo 142 hộ. So với đầu năm (241 hộ) thì số hộ nghèo giảm được 64 hộ.",
            ["64 hộ"],
            id="base in brackets before it",
        ),
        pytest.param(
            "Dư nợ 22.454 triệu đồng. Dư nợ tăng 1.130 triệu đồng so với đầu năm, khi đó dư nợ là 23.324 triệu đồng.",
            ["1.130 triệu đồng"],
            id="a slip in the base",
        ),
        pytest.param(
            "Toàn Đảng bộ có 648 đảng viên, tăng 57 đồng chí so với tháng 7-2022 (573 đồng chí, cộng của hai đảng bộ"
            " cũ).",
            ["57 đồng chí"],
            id="since a month",
        ),
        pytest.param(
            "Thi hành kỷ luật 34 đảng viên, khiển trách 18, cảnh cáo 16; số đảng viên bị kỷ luật tăng 7 trường hợp so"
            " với năm 2022 (29 trường hợp).",
            ["7 trường hợp"],
            id="of the number that its words name",
        ),
        pytest.param(
            "Hội kết nạp mới 1.342 hội viên, nâng tổng số hội viên toàn tỉnh từ 98.216 lên 99.658.",
            ["1.342 hội viên"],
            id="by what is new",
        ),
        pytest.param(
            "Hội kết nạp mới 1.342 hội viên, nâng tổng số hội viên toàn tỉnh từ 98.216 lên 99.558.",
            [],
            id="by what is new, right",
        ),
        pytest.param(
            "Hội kết nạp mới 1.342 hội viên, nâng tổng số hội viên toàn tỉnh từ 98.216 lên 99.027.",
            [],
            id="by what is new, without those who left",
        ),
        pytest.param("Số vụ giảm 5 (24/19), số người bị thương giảm 6 (25/17).", ["6"], id="both values in brackets"),
        pytest.param(
            "Tỷ lệ hộ nghèo từ 18,74% cuối năm 2021 xuống còn 11,52% cuối năm 2023, bình quân giảm 3,16 điểm phần trăm"
            " mỗi năm.",
            ["3,16 điểm phần trăm"],
            id="a year",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo từ 18,74% cuối năm 2021 xuống còn 11,52% cuối năm 2023, bình quân giảm 3,61 điểm phần trăm"
            " mỗi năm.",
            [],
            id="a year, right",
        ),
    ],
)
def test_a_change_is_held_against_the_base_beside_it(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found


@pytest.mark.parametrize("yearly", ["1,17%", "0,97%"])
def test_yearly_changes_that_the_years_bear_out(yearly: str, findings_of: FindingsOf) -> None:
    body = f"Tỷ lệ hộ nghèo từ 7,19% năm 2015 giảm còn 1,36% năm 2020, giảm 5,83%, bình quân mỗi năm giảm {yearly}."
    assert findings_of(body, "change-mismatch") == []


@pytest.mark.parametrize("first", ["9,17%", "8,19%"])
def test_yearly_changes_between_two_years_that_do_not_make_them(first: str, findings_of: FindingsOf) -> None:
    body = f"Tỷ lệ hộ nghèo từ {first} năm 2015 giảm còn 1,36% năm 2020, bình quân mỗi năm giảm 1,17%."
    assert [words for _, words in findings_of(body, "change-mismatch")] == ["1,17%"]


def test_what_came_without_what_went_is_what_is_more(findings_of: FindingsOf) -> None:
    right = (
        "Các cấp hội phát triển mới 4.640 hội viên, đưa ra khỏi tổ chức 1.477 hội viên (do đi làm ăn xa), như vậy"
        " toàn huyện tăng 3.163 hội viên."
    )
    assert findings_of(right, "sum-mismatch") == []
    assert [words for _, words in findings_of(right.replace("1.477", "1.747"), "sum-mismatch")] == ["3.163 hội viên"]


def test_a_part_is_not_what_its_whole_was_before(findings_of: FindingsOf) -> None:
    body = (
        "Toàn tỉnh có 115/164 xã đạt chuẩn (tăng 16 xã so với cuối năm 2021), trong đó có 42 xã đạt chuẩn nâng cao "
        "(tăng 11 xã so với cuối năm 2021) và 08 xã kiểu mẫu (tăng 04 xã so với cuối năm 2021)."
    )
    assert findings_of(body, "change-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Số vụ tai nạn giảm 12% so với cùng kỳ (44/52 vụ).", ["12%"], id="wrong"),
        pytest.param("Số vụ tai nạn giảm 15,4% so với cùng kỳ (44/52 vụ).", [], id="right"),
        pytest.param("Số vụ tai nạn tăng 15,4% (52/44 vụ).", ["15,4%"], id="of what there is now"),
        pytest.param("Đơn tồn giảm 84,6% (44/52 đơn đã giải quyết).", [], id="a share"),
        pytest.param("Số vụ giảm 2% (12/40 vụ nghiêm trọng).", [], id="of something else"),
    ],
)
def test_rates_of_changes_with_both_values_in_brackets(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thu thuế đạt 12,3 tỷ đồng, hụt 0,5 tỷ đồng so với dự toán (13 tỷ đồng).", ["0,5 tỷ đồng"], id="short"
        ),
        pytest.param("Thu thuế đạt 12,3 tỷ đồng, hụt 0,7 tỷ đồng so với dự toán (13 tỷ đồng).", [], id="short, right"),
        pytest.param(
            "Kết nạp 18 đảng viên, thiếu 3 đảng viên so với chỉ tiêu (20 đảng viên).", ["3 đảng viên"], id="lacks"
        ),
    ],
)
def test_how_far_a_result_is_from_its_plan(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found


def test_what_households_lack_is_no_change(findings_of: FindingsOf) -> None:
    body = "Nguyên nhân: thiếu đất 18 hộ, thiếu vốn 37 hộ, thiếu việc làm 43 hộ, so với năm trước (52 hộ)."
    assert findings_of(body, "change-mismatch") == []


def test_growth_since_the_year_that_it_names(findings_of: FindingsOf) -> None:
    body = (
        "Năm 2023 tiếp nhận 2.900 hồ sơ, tăng 26,1% so với năm 2022 (2.299 hồ sơ); năm 2024 tiếp nhận 3.700 hồ sơ, tăng"
        " {} so với năm 2023."
    )
    assert findings_of(body.format("27,6%"), "change-mismatch") == []
    assert findings_of(body.format("22,6%"), "change-mismatch") == [("", "22,6%")]
