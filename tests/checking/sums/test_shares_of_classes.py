"""Shares of one whole by classes, the last of which is the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        pytest.param("* Khác: 07/29 vị, chiếm 24,1%.", ["07/29 vị"], id="one is left out"),
        pytest.param("* Khác: 08/29 vị, chiếm 27,6%.", [], id="right"),
        pytest.param("* Sơ cấp: 07/29 vị, chiếm 24,1%.", [], id="no rest"),
        pytest.param("* Khác: 01/29 vị, chiếm 3,4%.", [], id="most stand elsewhere"),
    ],
)
def test_classes_with_a_rest(rest: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Trình độ:\n\n* Đại học: 16/29 vị, chiếm 55,2%;\n\n* Trung cấp: 05/29 vị, chiếm 17,2%;\n\n{rest}\n"
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
