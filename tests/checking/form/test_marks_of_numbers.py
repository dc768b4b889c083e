"""How the numbers of a row are closed, and what parts them from their headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


def _list(*numbers: str) -> str:
    return "\n".join(f"{number}Nội dung được triển khai ở thôn bản\n\nĐã làm tốt." for number in numbers)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        pytest.param(["1. ", "2. ", "3. ", "4. "], [], id="all alike"),
        pytest.param(["1. ", "2) "], [], id="two make no usage"),
        pytest.param(["1. ", "2) ", "3. ", "4) "], [], id="no usage at all"),
        pytest.param(["1. ", "2) ", "3. ", "4. "], ["2)"], id="one among dots"),
        pytest.param(["1) ", "2) ", "3. ", "4) "], ["3."], id="one among brackets"),
    ],
)
def test_numbers_of_a_row_are_closed_alike(numbers: list[str], found: list[str], findings_of: Found) -> None:
    said = findings_of(_list(*numbers), "numbering")
    assert [printed for case, printed in said if case == "other-mark"] == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        pytest.param(["1. ", "2. ", "3. ", "4. "], [], id="all alike"),
        pytest.param(["1.", "2.", "3. ", "4. "], [], id="left out as often as not"),
        pytest.param(["1. ", "2. ", "3.", "4. "], ["3."], id="left out once"),
    ],
)
def test_a_blank_parts_the_number_from_its_heading(numbers: list[str], found: list[str], findings_of: Found) -> None:
    said = findings_of(_list(*numbers), "numbering")
    assert [printed for case, printed in said if case == "glued"] == found
