"""Means, costs and rates of people, and accounts of what came and went."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Phát 3.600 tờ rơi cho 12 thôn, bình quân 320 tờ/thôn.", ["320 tờ/thôn"], id="a narrower noun"),
        pytest.param("Phát 3.600 tờ rơi cho 12 thôn, bình quân 300 tờ/thôn.", [], id="a narrower noun, right"),
        pytest.param(
            "Đảng bộ có 4.871 đồng chí là người dân tộc. Đã kết nạp 1.134 đảng viên (năm 2020: 241; năm 2021: 228; năm "
            "2022: 219; năm 2023: 230; năm 2024: 216), bình quân mỗi năm 227 đảng viên.",
            [],
            id="of a year",
        ),
        pytest.param(
            "Điều trị nội trú 9.275 lượt người bệnh, tổng số ngày điều trị nội trú 51.012 ngày, ngày điều trị trung"
            " bình 5,05 ngày.",
            ["5,05 ngày"],
            id="a mean without 'mỗi'",
        ),
        pytest.param(
            "Nuôi lợn đen: 15 hộ tham gia, mỗi hộ được hỗ trợ 4 con giống, giá 1,2 triệu đồng/con. Kinh phí mua giống"
            " hết 62 triệu đồng.",
            ["62 triệu đồng"],
            id="a price times two numbers",
        ),
        pytest.param(
            "Nuôi lợn đen: 15 hộ tham gia, mỗi hộ được hỗ trợ 4 con giống, giá 1,2 triệu đồng/con. Kinh phí mua giống"
            " hết 72 triệu đồng.",
            [],
            id="a price times two numbers, right",
        ),
        pytest.param(
            "Với 327 em trong 9 tháng, mức 720.000 đồng/em/tháng, tổng kinh phí là 2.181,96 triệu đồng.",
            ["2.181,96 triệu đồng"],
            id="by the month",
        ),
        pytest.param(
            "Dân số trung bình 91.450 người. Có 210 giường bệnh, đạt 32 giường bệnh/vạn dân.",
            ["32 giường bệnh"],
            id="of ten thousand people",
        ),
    ],
)
def test_a_mean_is_held_against_what_stands_near_it(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words[: len(found[0])] for _, words in findings_of(body, "ratio-mismatch")] == found if found else True
    assert bool(findings_of(body, "ratio-mismatch")) == bool(found)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Hội viên đầu kỳ 968 chị; phát triển mới 54 chị, chuyển đi 17 chị. Đến 20/6/2026 có 1.015 hội viên.",
            ["1.015 hội viên"],
            id="members",
        ),
        pytest.param(
            "Hội viên đầu kỳ 968 chị; phát triển mới 54 chị, chuyển đi 17 chị. Đến 20/6/2026 có 1.005 hội viên.",
            [],
            id="members, right",
        ),
        pytest.param(
            "Thoát nghèo 946 hộ, phát sinh mới 71 hộ, tái nghèo 12 hộ, số hộ nghèo giảm ròng là 875 hộ.",
            ["875 hộ"],
            id="what fell in all, a step forgotten",
        ),
    ],
)
def test_what_came_and_went_makes_what_there_is(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("paid", "found"), [("145", []), ("154", ["154 triệu đồng"])], ids=["what they make", "two digits turned"]
)
def test_two_prices_make_what_was_paid(paid: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Hỗ trợ mức 3 triệu đồng cho 25 hộ nghèo, mức 2 triệu đồng cho 35 hộ cận nghèo, hết {paid} triệu đồng."
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
