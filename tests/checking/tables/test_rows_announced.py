"""Rows of a table against the number that announces them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
ROWS = "\nTT\tTên hội thi\tSố người\n1\tVẽ tranh\t120\n2\tKể chuyện\t98\n3\tNấu ăn\t64"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Tổ chức 03 hội thi, thu hút 282 người. Cụ thể như sau:{ROWS}", [], id="right"),
        pytest.param(f"Tổ chức 04 hội thi. Các hội thi cấp xã gồm:{ROWS}", [], id="some of them"),
        pytest.param(f"Tổ chức 04 hội thi, trong đó một số hội thi tiêu biểu như sau:{ROWS}", [], id="picked out"),
        pytest.param(f"Tổ chức 05 hội nghị. Cụ thể như sau:{ROWS}", [], id="other things"),
        pytest.param(
            f"Tổ chức 04 hội thi. Cụ thể như sau:{ROWS.replace('Nấu ăn', 'Nấu ăn và cắm hoa (02 hội thi)')}",
            [],
            id="a row of two",
        ),
        pytest.param(f"Tổ chức 04 hội thi. Cụ thể như sau:{ROWS}", ["04 hội thi"], id="one more than its rows"),
    ],
)
def test_rows_announced(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found
