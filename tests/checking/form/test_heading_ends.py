"""Headings of one rank that do not end alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_THREE = (
    "1. Công tác chỉ đạo{0}\nĐảng ủy chỉ đạo tốt.\n2. Công tác vận động{1}\nHội vận động tốt.\n"
    "3. Kết quả khác{2}\nĐạt.\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_THREE.format("", "", ""), [], id="none has a mark"),
        pytest.param(_THREE.format(":", ":", ":"), [], id="all have the same mark"),
        pytest.param(_THREE.format("", " như sau:", ""), [], id="one announces what stands below"),
        pytest.param(
            "1. Công tác chỉ đạo\nChỉ đạo tốt.\n2. Công tác vận động:\nVận động tốt.\n", [], id="two, neither the rule"
        ),
        pytest.param(_THREE.format(":", "", "."), [], id="each another way"),
        pytest.param(_THREE.format("", ".", ""), ["2. Công tác vận động."], id="one ends in a full stop"),
        pytest.param(_THREE.format(":", ":", ""), ["3. Kết quả khác"], id="one lacks the colon"),
        pytest.param(
            _THREE.format("", ".", "") + _THREE.format(":", ":", "").replace("1.", "a)").replace("2.", "b)"),
            ["2. Công tác vận động."],
            id="once in a report",
        ),
    ],
)
def test_ends_of_headings(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [words for case, words in findings_of("I. KẾT QUẢ\n" + body, "layout") if case == "heading-end"]
    assert told == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "1. Chăm lo Tết cho hộ nghèo\na) Thăm hỏi\nĐã thăm 12 hộ.\nb) Tặng quà\nTặng 12 suất.\n", [], id="no mark"
        ),
        pytest.param(
            "1. Chăm lo Tết cho hộ nghèo,\na) Thăm hỏi\nĐã thăm 12 hộ.\nb) Tặng quà\nTặng 12 suất.\n",
            ["nghèo,"],
            id="a comma above points",
        ),
    ],
)
def test_headings_that_end_in_a_comma(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [words for case, words in findings_of("I. KẾT QUẢ\n" + body, "layout") if case == "heading-comma"]
    assert told == found
