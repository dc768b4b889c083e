"""Percentages whose whole stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "ratio-mismatch"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thu được 186,4 tỷ đồng, hoàn thành 98,1% kế hoạch (190 tỷ đồng).", [], id="of the plan, right"),
        pytest.param("Thu được 186,4 tỷ đồng, đạt 91,8% kế hoạch (tăng 12 tỷ đồng).", [], id="a change in brackets"),
        pytest.param(
            "Có 214 hộ vay vốn, đạt 85,6% kế hoạch; dư nợ 12,4 tỷ đồng (quá hạn 0,2 tỷ đồng).", [], id="another number"
        ),
        pytest.param("Thu được 186,4 tỷ đồng, hoàn thành 91,8% kế hoạch (190 tỷ đồng).", ["91,8%"], id="of the plan"),
        pytest.param(
            "Dân quân có 186 đồng chí, chiếm 2,5% dân số (dân số xã 12.400 người).", ["2,5%"], id="of the people"
        ),
        pytest.param(
            "Có 214 doanh nghiệp mới (bằng 108,9% so với cùng kỳ năm 2025 là 180 doanh nghiệp).",
            ["108,9%"],
            id="to what was then",
        ),
        pytest.param(
            "Có 214 doanh nghiệp mới (bằng 118,9% so với cùng kỳ năm 2025 là 180 doanh nghiệp).",
            [],
            id="to what was then, right",
        ),
    ],
)
def test_the_whole_in_brackets_behind(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, KIND)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Nhận 24.618 hồ sơ (trực tuyến 18.464 hồ sơ, chiếm 75%).", [], id="right"),
        pytest.param("Nhận 24.618 hồ sơ (năm trước 18.464 hồ sơ, đạt 92%).", [], id="of another year"),
        pytest.param("Nhận 24.618 hồ sơ (trực tuyến 18.464 hồ sơ, chiếm 65%).", ["65%"], id="wrong"),
    ],
)
def test_brackets_behind_their_whole(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, KIND)] == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        pytest.param("10%", [], id="right"),
        pytest.param("12%", ["12%"], id="one is not of their sum"),
    ],
)
def test_classes_with_their_percentages(last: str, found: list[str], findings_of: FindingsOf) -> None:
    body = (
        "Kết quả: 12 chi bộ hoàn thành xuất sắc nhiệm vụ, chiếm 20%; 42 chi bộ hoàn thành tốt nhiệm vụ, chiếm 70%; 06"
        f" chi bộ hoàn thành nhiệm vụ, chiếm {last}."
    )
    assert [words for _, words in findings_of(body, KIND)] == found


def test_classes_of_a_larger_whole_are_no_sum(findings_of: FindingsOf) -> None:
    body = "Có 12 chi bộ xuất sắc, chiếm 15%; 42 chi bộ tốt, chiếm 52,5%; 06 chi bộ khá, chiếm 7,5%."
    assert findings_of(body, KIND) == []


def test_one_class_more_has_no_percentage(findings_of: FindingsOf) -> None:
    body = (
        "Có 289/305 đảng viên được xếp loại; xuất sắc 38 đảng viên, chiếm 13,1%; tốt 221 đảng viên, chiếm 76,5%; khá 29"
        " đảng viên, chiếm 10%; yếu 01 đảng viên."
    )
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(("rate", "found"), [("91,1%", []), ("95,2%", ["95,2%"])])
def test_the_rate_of_what_is_covered(rate: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Số người tham gia bảo hiểm y tế là 45.678 người, đạt tỷ lệ bao phủ {rate} dân số (50.123 người)."
    assert [words for _, words in findings_of(body, KIND)] == found


@pytest.mark.parametrize(("last", "found"), [("3,2%", []), ("4,2%", ["4,2%"])])
def test_classes_with_their_numbers_in_brackets(last: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Dân tộc Tày chiếm 62,5% (910 hộ), Nùng chiếm 34,3% (500 hộ), Kinh chiếm {last} (46 hộ)."
    assert [words for _, words in findings_of(body, KIND)] == found
