"""Prices that are called stable, and change by far right behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Giá cả các mặt hàng thiết yếu cơ bản ổn định. Cụ thể giá thịt lợn giảm 22%, giá rau xanh tăng 35%.",
        "Thị trường hàng hóa không có biến động; giá xi măng tăng 15%, giá cát tăng 30%.",
        "Mặt bằng giá trong quý ổn định. Trong đó giá gas tăng 16%, giá gạo tăng 21% so với quý trước.",
    ],
)
def test_stable_prices_change_by_far(body: str, findings_of: FindingsOf) -> None:
    assert "text" in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        "Giá cả các mặt hàng cơ bản ổn định. Cụ thể giá thịt lợn giảm 2%, giá rau xanh tăng 3%.",
        "Giá cả cơ bản ổn định. Riêng giá xăng tăng 18%, giá gas tăng 12%.",
        "Thị trường ổn định. Tổng mức bán lẻ tăng 12%, doanh thu vận tải tăng 15%.",
        "Giá cả chưa ổn định. Giá xăng tăng 18%, giá gas tăng 12%.",
        "Thị trường ổn định, giá không tăng. Doanh số bán lẻ tăng 12%, lượng hàng tăng 18%.",
    ],
)
def test_prices_may_be_called_stable(body: str, findings_of: FindingsOf) -> None:
    assert "text" not in [case for case, _ in findings_of(body, KIND)]
