"""The numbers of points below a whole, which make it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
FUND = (
    "Tổng vốn thực hiện là {} triệu đồng, trong đó:\na) Hỗ trợ trực tiếp 84.312 triệu đồng.\nb) Chi phí quản lý 2.640,5"
    " triệu đồng."
)
REVENUE = (
    "Tổng thu ngân sách là {} triệu đồng, đạt 61% dự toán, tăng 8% so với cùng kỳ, bao gồm:\n1. Thu nội địa 612.400"
    " triệu đồng, đạt 62% dự toán. Trong đó:\n- Thu tiền sử dụng đất 90.100 triệu đồng.\n2. Thu xuất nhập khẩu 38.250"
    " triệu đồng."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(FUND.format("86.952,5"), id="right, by letters"),
        pytest.param(REVENUE.format("650.650"), id="right, by numbers, with items below"),
        pytest.param(FUND.format("120.000"), id="two of several, in it"),
        pytest.param(
            "Diện tích 940 ha, trong đó:\na) Lúa 410 ha.\nb) Công tác tuyên truyền được đẩy mạnh.",
            id="a point without one",
        ),
        pytest.param(
            "Có 310 đảng viên, trong đó:\na) Đảng viên nữ 120 đảng viên.\nb) Đảng viên là người dân tộc 301 đảng viên.",
            id="people, who may be of two",
        ),
    ],
)
def test_points_that_are_right_or_leave_some_out(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(FUND.format("86.925,5"), "86.925,5 triệu đồng", id="a slip of the whole"),
        pytest.param(FUND.format("86.952,5").replace("84.312", "84.321"), "86.952,5 triệu đồng", id="a slip of a part"),
        pytest.param(REVENUE.format("655.000"), "655.000 triệu đồng", id="of a list that is whole"),
    ],
)
def test_points_that_do_not_make_their_whole(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
