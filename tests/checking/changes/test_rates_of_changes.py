"""Changes told with their rate, and differences of rates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Toàn tỉnh xảy ra 53 vụ, làm chết 31 người, bị thương 40 người. So với cùng kỳ giảm 9 vụ (14,25%), giảm 2"
            " người chết (6,06%), tăng 4 người bị thương (11,11%).",
            ["14,25%"],
            id="of the numbers of the sentence before",
        ),
        pytest.param(
            "Toàn tỉnh xảy ra 53 vụ, làm chết 31 người, bị thương 40 người. So với cùng kỳ giảm 9 vụ (giảm 14,52%),"
            " giảm 2 người chết (giảm 6,60%), tăng 4 người bị thương (tăng 11,11%).",
            ["6,60%"],
            id="by the words of the clause",
        ),
        pytest.param(
            "Số người tham gia là 18.011 người, tăng 2.640 người (tăng 11,74% so với cùng kỳ năm 2020).",
            ["11,74%"],
            id="with the time in the bracket",
        ),
        pytest.param(
            "Đã thu 312,5 triệu đồng, tăng 62,5 triệu đồng (20,0%) so với năm 2015; so với năm 2014 tăng 100 triệu"
            " đồng (47,06%).",
            ["20,0%"],
            id="of what there is now instead of what there was",
        ),
        pytest.param(
            "Tổng nguồn vốn đạt 3.579 tỷ đồng, tăng 331 tỷ đồng so với đầu năm, tỷ lệ tăng 12,1%.",
            ["12,1%"],
            id="a rate of growth behind",
        ),
        pytest.param(
            "Tỷ lệ bao phủ đạt 86,25% dân số, thấp hơn 5,52% so với chỉ tiêu được giao (91,5%).",
            ["5,52%"],
            id="points below an aim",
        ),
        pytest.param(
            "Tỷ lệ khám phá đạt 92,1%, vượt 9,1% so với chỉ tiêu tỉnh giao 85%.",
            ["9,1%"],
            id="points above, no bracket",
        ),
        pytest.param(
            "Tỷ lệ bao phủ đạt 86,25% dân số, thấp hơn 5,25% so với chỉ tiêu của tỉnh (91,5%) và thấp hơn 7,55% so với"
            " chỉ tiêu của Trung ương (92%).",
            ["7,55%"],
            id="the second of two aims",
        ),
        pytest.param(
            "Có 1.560/1.794 hộ đạt gia đình văn hóa (87%), tăng 2% so với năm trước (89%).",
            ["2%"],
            id="the other way, a rate in brackets",
        ),
        pytest.param("Tỷ lệ giải ngân đạt 62,4%, thấp hơn cùng kỳ 1,3% (65,5%).", ["1,3%"], id="the points behind"),
    ],
)
def test_wrong_rates(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found


@pytest.mark.parametrize(
    "body",
    [
        "Toàn tỉnh xảy ra 53 vụ, làm chết 31 người. So với cùng kỳ giảm 9 vụ (14,52%), giảm 2 người chết (6,06%).",
        "Đường sắt xảy ra 38 vụ, làm chết 30 người. So với cùng kỳ giảm 10 vụ (-20,83%), giảm 07 người chết (-18,91%).",
        "Số người tham gia là 59.177 người so với cùng kỳ (55.317 người); tăng 3.860 người (7%).",
        "Kết nạp 45 đảng viên, tăng 5 đảng viên (bằng 112,5% kế hoạch).",
        "Tỷ lệ khám phá đạt 92,1%, vượt 7,1% so với chỉ tiêu tỉnh giao 85%.",
        "Tỷ lệ bao phủ đạt 86,25% dân số, thấp hơn 5,25% so với chỉ tiêu được giao (91,5%).",
        "Có 1.560/1.794 hộ đạt gia đình văn hóa (87%), giảm 2% so với năm trước (89%); 6/9 thôn văn hóa (66,7%).",
        "Tỷ lệ giải ngân đạt 62,4%, thấp hơn cùng kỳ 3,1% (65,5%).",
        "Tỷ lệ hộ nghèo còn 4,2%, giảm 1,3% so với năm 2020 (5,5%); hộ cận nghèo 3,1%, giảm 0,4% so với năm 2020.",
    ],
)
def test_right_rates(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == []


@pytest.mark.parametrize("change", ["+85", "+84"])
def test_changes_behind_their_rates_that_are_right(change: str, findings_of: FindingsOf) -> None:
    body = (
        f"Toàn xã có 2.783 con trâu, tăng 3,2% ({change} con) so với cùng kỳ; đàn bò 27.560 con, giảm 2,2% (-607 con)."
    )
    assert findings_of(body, "change-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Toàn xã có 2.783 con trâu, tăng 3,2% (+58 con) so với cùng kỳ.", "3,2%", id="the change"),
        pytest.param("Toàn xã có 27.560 con bò, giảm 3,2% (-607 con) so với cùng kỳ.", "3,2%", id="the rate"),
        pytest.param("Diện tích đậu tương 67 ha, giảm 19% (giảm 8,2 ha) so với vụ trước.", "19%", id="in words"),
        pytest.param(
            "Diện tích lạc đạt 1.240,5 ha, tăng 2,5% so với cùng kỳ năm 2019 (bằng 52,2 ha).",
            "2,5%",
            id="the time between",
        ),
        pytest.param(
            "Sản lượng ước đạt 8.412 tấn, tăng 3,3%, bằng 286,7 tấn so với cùng kỳ.", "3,3%", id="without brackets"
        ),
        pytest.param(
            "Đàn dê có trên 6.300 con, tăng 5%, tương đương tăng 600 con.", "5%", id="of a number that is about right"
        ),
    ],
)
def test_changes_behind_their_rates(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == [found]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Sản lượng đạt 8.412 tấn, tăng 3,3%, bằng 268,7 tấn so với cùng kỳ.", id="the right change"),
        pytest.param("Sản lượng đạt 8.412 tấn, tăng 3,3% so với cùng kỳ (bằng 8.143 tấn).", id="what there was"),
        pytest.param("Đàn lợn còn 4.000 con, giảm 60%, bằng 9.200 con năm 2019.", id="of another year"),
        pytest.param("Đã trồng 84 ha, tăng 5%, bằng 76 ha kế hoạch giao.", id="of a plan"),
        pytest.param("Đàn dê có trên 6.300 con, tăng 5%, tương đương tăng 320 con.", id="of about so many"),
    ],
)
def test_amounts_behind_rates_that_are_right_or_no_change(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == []


def test_what_comes_with_a_plus_is_no_whole_of_what_follows(findings_of: FindingsOf) -> None:
    body = "Gia cầm có 525,1 nghìn con, tăng 2,3% (+12 nghìn con), trong đó đàn gà có 419,7 nghìn con."
    assert findings_of(body, "implausible-magnitude") == []


_DISBURSED = "Lũy kế giải ngân đạt 1.872,4 tỷ đồng, bằng 48,30% kế hoạch, cao hơn cùng kỳ năm 2025 (45,12%)"


def test_points_may_stand_behind_the_rate_that_they_are_counted_from(findings_of: FindingsOf) -> None:
    found = [("", "4,18 điểm phần trăm")]
    assert findings_of(f"{_DISBURSED} là 4,18 điểm phần trăm.", "change-mismatch") == found
    assert findings_of(f"{_DISBURSED} là 3,18 điểm phần trăm.", "change-mismatch") == []
    assert findings_of(f"{_DISBURSED} trên 3 điểm phần trăm.", "change-mismatch") == []


def test_a_change_and_its_rate_said_alike(findings_of: FindingsOf) -> None:
    body = "Số hồ sơ là 6.889 hồ sơ; tăng 855 hồ sơ, tăng {} so với nhiệm kỳ trước."
    assert findings_of(body.format("14,2%"), "change-mismatch") == []
    assert [words for _, words in findings_of(body.format("10,5%"), "change-mismatch")] == ["10,5%"]
