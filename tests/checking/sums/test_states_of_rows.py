"""How far matters are, line by line, against what is told of all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
ROWS = (
    "Tiếp nhận {all} hồ sơ, trong đó: đã giải quyết {done} hồ sơ, đang giải quyết 26 hồ sơ.\n\n"
    "+ Chứng thực: 42 hồ sơ, đã giải quyết: 38 hồ sơ, đang giải quyết: 4 hồ sơ;\n\n"
    "+ Hộ tịch: 17 hồ sơ, đã giải quyết: 15 hồ sơ; đang giải quyết: 2 hồ sơ;\n\n"
    "+ Đất đai: 20 hồ sơ, {land}đang giải quyết: 20 hồ sơ;\n\n"
    "+ Xây dựng: {works} hồ sơ, đã giải quyết: 02 hồ sơ.\n"
)


@pytest.mark.parametrize(
    ("done", "land", "works", "found"),
    [
        pytest.param("55", "", "02", [], id="both states add up"),
        pytest.param("56", "", "02", ["56"], id="what is done does not, and what is open does"),
        pytest.param("56", "", "09", [], id="a line that does not tell of some"),
    ],
)
def test_states_of_all_and_of_each(done: str, land: str, works: str, found: list[str], findings_of: FindingsOf) -> None:
    body = ROWS.format(all=81, done=done, land=land, works=works)
    said = [words for _, words in findings_of(body, "sum-mismatch")]
    assert [words for words in said if words == done] == found


def test_lines_of_which_no_state_adds_up_name_some_of_many(findings_of: FindingsOf) -> None:
    body = ROWS.format(all=310, done="240", land="", works="02").replace("đang giải quyết 26", "đang giải quyết 70")
    assert findings_of(body, "sum-mismatch") == []
