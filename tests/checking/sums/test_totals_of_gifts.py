"""What several gifts come to, against the total told behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Tặng 20 suất học bổng, mỗi suất 500.000 đồng và 10 xe đạp, mỗi xe 2.000.000 đồng; tổng trị giá 30.000.000"
            " đồng.",
            id="right",
        ),
        pytest.param(
            "Trao 15 suất quà, mỗi suất trị giá 600 nghìn đồng và 5 bộ máy tính, mỗi bộ trị giá 8 triệu đồng, tổng giá"
            " trị 49 triệu đồng.",
            id="right, of which one is worth nearly all",
        ),
        pytest.param(
            "Trao 15 suất quà, mỗi suất 500.000 đồng, 10 chăn, mỗi chiếc 200.000 đồng và nhiều nhu yếu phẩm, tổng trị"
            " giá 12 triệu đồng.",
            id="and other things",
        ),
        pytest.param(
            "Trao 15 suất quà, mỗi suất 500.000 đồng và 12 thùng sữa, tổng trị giá 10,5 triệu đồng.", id="one"
        ),
    ],
)
def test_totals_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


def test_a_total_of_two_gifts_is_not_of_one(findings_of: FindingsOf) -> None:
    body = "Trao 15 suất quà, mỗi suất {} nghìn đồng và 5 bộ máy tính, mỗi bộ 8 triệu đồng, tổng giá trị 49 triệu đồng."
    assert findings_of(body.format(600), "ratio-mismatch") == []
    more = "Trao 15 suất quà, mỗi suất 500.000 đồng, 10 chăn, mỗi chiếc 200.000 đồng, tổng trị giá 12 triệu đồng."
    assert findings_of(more, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Quỹ được 41.250.000 đồng (kế hoạch 37.500.000 đồng), sửa 03 nhà với số tiền 24.000.000 đồng và tặng 50"
            " suất quà, mỗi suất 300.000 đồng, tổng chi 49.000.000 đồng.",
            "49.000.000 đồng",
            id="a sum and a gift to many",
        ),
        pytest.param(
            "- Thăm 12 gia đình, mỗi gia đình 1.000.000 đồng; 30 hộ nghèo, mỗi hộ 500.000 đồng; tổng số tiền"
            " 28.000.000 đồng.",
            "28.000.000 đồng",
            id="two gifts to many",
        ),
        pytest.param(
            "Làm mới 15 nhà (mỗi nhà 60 triệu đồng), sửa 10 nhà (mỗi nhà 30 triệu đồng), tổng kinh phí 1.300 triệu"
            " đồng.",
            "1.300 triệu đồng",
            id="in brackets",
        ),
    ],
)
def test_totals_that_the_gifts_do_not_make(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
