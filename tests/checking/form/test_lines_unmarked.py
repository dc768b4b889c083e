"""Lines of a list without the dash that lines of their name have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _tasks(*marks: str) -> str:
    return "".join(
        f"{at}. Hội thi thứ {at}\n- Thời gian: quý {at}.\n{mark}Kinh phí: ngân sách xã.\n"
        for at, mark in enumerate(marks, 1)
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_tasks("- ", "- ", "- ", "- "), [], id="each has its dash"),
        pytest.param(_tasks("", "", "", ""), [], id="none has"),
        pytest.param(_tasks("- ", "- ", "", ""), [], id="half and half"),
        pytest.param(_tasks("- ", "- ", "", "- "), ["Kinh phí"], id="one has not"),
    ],
)
def test_lines_without_their_dash(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "layout") if case == "unmarked"] == found
