"""Symbols that lack the year which they have elsewhere in the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
OTHER = "Thông tư hướng dẫn Quyết định số 25/2021/QĐ-TTg đã được phổ biến."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"Thực hiện Quyết định 25/QĐ-TTg ngày 22/7/2021, xã đã họp. {OTHER}",
            ["Quyết định 25/QĐ-TTg"],
            id="left out",
        ),
        pytest.param(
            "Thực hiện Thông tư số 9/TT-BTP ngày 15/11/2021, xã đã họp. Thông tư số 9/2021/TT-BTP ngày 15/11/2021 tốt.",
            ["Thông tư số 9/TT-BTP"],
            id="of one day",
        ),
        pytest.param(f"Thực hiện Quyết định 25/QĐ-TTg ngày 08/01/2021, xã đã họp. {OTHER}", [], id="of January"),
        pytest.param(f"Thực hiện Quyết định 25/QĐ-TTg ngày 22/7/2020, xã đã họp. {OTHER}", [], id="another year"),
        pytest.param(f"Thực hiện Quyết định 1525/QĐ-TTg ngày 22/7/2021, xã đã họp. {OTHER}", [], id="another number"),
    ],
)
def test_years_left_out_of_symbols(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [place for case, place in findings_of(body, "citation-conflict") if case == "symbol"] == found
