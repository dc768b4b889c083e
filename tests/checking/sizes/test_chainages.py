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


_FORWARD = "đoạn Km0+000 - Km1+200, đoạn Km5+100 ÷ Km6+000 và đoạn Km7+000 đến Km9+500"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Nâng cấp {_FORWARD}, đoạn Km3+420 ÷ Km4+600.", [], id="all forward"),
        pytest.param("Nâng cấp đoạn Km4+600 ÷ Km3+420.", [], id="the only one"),
        pytest.param(f"Nâng cấp {_FORWARD}; đoạn Km4+600 ÷ Km3+420, Km2+000 - Km1+500.", [], id="several backwards"),
        pytest.param(f"Nâng cấp {_FORWARD}; đoạn Km4+600 ÷ Km3+420.", ["Km4+600 ÷ Km3+420"], id="one of four"),
    ],
)
def test_stretches_backwards(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [words for case, words in findings_of(body, "implausible-magnitude") if case == "chainage-backwards"]
    assert told == found
