"""What each takes, how many there are, and what all of them come to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tặng 72 xe đạp, mỗi xe trị giá 350.000 đồng, tổng trị giá 25.200.000 đồng.", [], id="right"),
        pytest.param("Hỗ trợ 145 người, mức 350.000 đồng/người, tổng 50,8 triệu đồng.", [], id="a rounded total"),
        pytest.param("Hỗ trợ 183 hộ, bình quân mỗi hộ 35 triệu đồng, tổng 6.440 triệu đồng.", [], id="a rounded mean"),
        pytest.param(
            "Tặng 72 suất quà, mỗi suất 350.000 đồng và 9 xe đạp, tổng trị giá 38.700.000 đồng.", [], id="with others"
        ),
        pytest.param(
            "Tặng 72 xe đạp, mỗi xe trị giá 350.000 đồng, tổng trị giá 25.230.000 đồng.",
            ["350.000 đồng"],
            id="a total that misses by little",
        ),
        pytest.param(
            "Hỗ trợ 415 người, mức 350.000 đồng/người, tổng số tiền 50.750.000 đồng.",
            ["350.000 đồng/người"],
            id="digits of the count in another order",
        ),
        pytest.param(
            "Trao 78 suất học bổng trị giá 31,2 triệu đồng, mỗi suất 1.000.000 đồng.",
            ["1.000.000 đồng"],
            id="a total of another round price",
        ),
        pytest.param(
            "Hỗ trợ 36 máy tính, đơn giá 400.000 đồng/chiếc, thành tiền 14.800.000 đồng.",
            ["400.000 đồng/chiếc"],
            id="each of what is counted right before",
        ),
        pytest.param(
            "Tổng số 1.645 lượt khám tại 47 trạm y tế, bình quân 53,0 lượt khám/trạm y tế.",
            ["53,0 lượt"],
            id="a unit of several words before the slash",
        ),
    ],
)
def test_totals_that_prices_do_not_make(findings_of: FindingsOf, body: str, found: list[str]) -> None:
    assert [text for _, text in findings_of(body, "ratio-mismatch")] == found


def test_a_price_by_the_head_of_what_is_counted(findings_of: FindingsOf) -> None:
    body = "Tặng 126 phần quà tổng trị giá {} triệu đồng (200.000 đồng/phần)."
    assert findings_of(body.format("25,2"), "ratio-mismatch") == []
    assert [words for _, words in findings_of(body.format("32,4"), "ratio-mismatch")] == ["200.000 đồng/phần"]


def test_a_price_by_the_noun_without_its_classifier(findings_of: FindingsOf) -> None:
    body = "Vận động xây mới 42 ngôi nhà cho hội viên nghèo với mức 35 triệu đồng/nhà, tổng trị giá {} triệu đồng."
    assert findings_of(body.format("1.470"), "ratio-mismatch") == []
    assert [words for _, words in findings_of(body.format("1.350"), "ratio-mismatch")] == ["35 triệu đồng/nhà"]


def test_a_price_before_that_of_another_gift_with_its_own_total(findings_of: FindingsOf) -> None:
    body = (
        "Vận động xây mới 42 ngôi nhà với mức 35 triệu đồng/nhà, tổng trị giá {} triệu đồng; trao 1.265 suất học bổng "
        "cho nữ sinh nghèo, mỗi suất 500.000 đồng, tổng số tiền 632,5 triệu đồng."
    )
    assert findings_of(body.format("1.470"), "ratio-mismatch") == []
    assert [words for _, words in findings_of(body.format("1.350"), "ratio-mismatch")] == ["35 triệu đồng/nhà"]
