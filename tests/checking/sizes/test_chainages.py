"""Stretches between two chainages, against their length."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Sạt mái kè tại K22+410 - K22+425 dài 15 m.", [], id="metres"),
        pytest.param("Nâng cấp đường từ Km3+200 đến Km5+700, chiều dài 2,5 km.", [], id="kilometres"),
        pytest.param("Đoạn K5+700 đến K3+200 dài 2,5 km đã thông xe.", [], id="counted backwards"),
        pytest.param("Đường từ Km3+200 đến Km5+700, tổng chiều dài 3,5 km cả nhánh rẽ.", [], id="with branches"),
        pytest.param("Đoạn Km3+200 - Km5+700 dài khoảng 3 km.", [], id="hedged"),
        pytest.param("Đoạn Km3+200 - Km5+735 dài 2,5 km.", [], id="rounded"),
        pytest.param(
            "Sạt mái kè tại K22+410 - K20+425 dài 15 m.", ["K22+410 - K20+425 dài 15 m"], id="another kilometre"
        ),
        pytest.param(
            "Nâng cấp đường từ Km3+200 đến Km5+700, chiều dài 3,5 km.",
            ["Km3+200 đến Km5+700, chiều dài 3,5 km"],
            id="a kilometre too many",
        ),
    ],
)
def test_chainages(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [words for case, words in findings_of(body, "implausible-magnitude") if case == "chainage"]
    assert told == found
