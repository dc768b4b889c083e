"""What is left, against what was, came and went, told in brackets; what a number is raised to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cuối kỳ còn 09 đơn (tồn đầu kỳ 07 đơn, phát sinh 46 đơn, đã giải quyết 44 đơn).", [], id="right"),
        pytest.param(
            "Quỹ còn 24 triệu đồng (dư 58 triệu đồng, thu 186 triệu đồng, chi 220 triệu đồng).", [], id="a fund"
        ),
        pytest.param("Cuối kỳ còn 12 đơn (phát sinh 46 đơn, trong đó khiếu nại 44 đơn).", [], id="a step unnamed"),
        pytest.param("Cuối kỳ còn 12 đơn (phát sinh 46 đơn, giải quyết 20 vụ).", [], id="another unit"),
        pytest.param(
            "Cuối kỳ còn 12 đơn đang giải quyết (tồn đầu kỳ 07 đơn, phát sinh 46 đơn, đã giải quyết 44 đơn).",
            ["12 đơn"],
            id="left over",
        ),
        pytest.param(
            "Bội chi quỹ 24 triệu đồng (thu 186 triệu đồng, chi 220 triệu đồng).", ["24 triệu đồng"], id="overspent"
        ),
        pytest.param(
            "Cấp mới 214 giấy, nâng tổng số giấy đã cấp lên 3.962 giấy (đầu năm 3.728 giấy).",
            ["3.728 giấy"],
            id="raised to",
        ),
        pytest.param(
            "Cấp mới 234 giấy, nâng tổng số giấy đã cấp lên 3.962 giấy (đầu năm 3.728 giấy).",
            [],
            id="rightly raised to",
        ),
    ],
)
def test_accounts_follow(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


def test_a_step_of_a_whole_account_with_its_digits_turned(findings_of: FindingsOf) -> None:
    body = "Đầu năm có 286 hộ nghèo, trong năm có {} hộ thoát nghèo, phát sinh 6 hộ; cuối năm còn 218 hộ."
    assert findings_of(body.format(74), "sum-mismatch") == []
    assert [passage for _, passage in findings_of(body.format(47), "sum-mismatch")] == ["218 hộ"]
