"""Numbers told in turn, with points between their thousands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Giá trị các năm lần lượt là 1.200 tỷ đồng, 1.320 tỷ đồng, 1.452 tỷ đồng.",
            [],
            id="thousands",
        ),
        pytest.param(
            "Hộ nghèo và hộ cận nghèo lần lượt là 1.286 hộ.",
            ["lần lượt là 1.286 hộ"],
            id="one alone",
        ),
    ],
)
def test_in_turn(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "incomplete")] == found
