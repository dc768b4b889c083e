"""Lines of several counts each, below a line that tells all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
ROWS = "Khối lớp 6: 84 HS/ 41 nữ/ 2 lớp\nKhối lớp 7: 121 HS/ 59 nữ/ 3 lớp\nKhối lớp 8: 76 HS/ 35 {}/ 2 lớp\n"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"Toàn trường: 281 HS/ 135 nữ/ 7 lớp, trong đó\n{ROWS.format('nữ')}", id="all add up"),
        pytest.param(f"Toàn trường: 402 HS/ 190 nữ/ 10 lớp, trong đó\n{ROWS.format('nữ')}", id="some of several"),
        pytest.param(f"Toàn trường: 281 HS/ 12 phòng/ 7 lớp, trong đó\n{ROWS.format('nữ')}", id="other nouns"),
        pytest.param(
            "Đã mở 7 lớp với 281 học viên.\nTrong năm có các việc sau:\nThôn Mu: 3 lớp với 90 học viên\n"
            "Thôn Sao: 2 lớp với 80 học viên\nThôn Pán: 2 lớp với 95 học viên\n",
            id="another line opens the list",
        ),
        pytest.param("Khối 8: 97 HS/ 46 nữ\nKhối 9: 63 HS/ 27 nữ", id="women are no part beside all"),
    ],
)
def test_lines_that_add_up_or_are_no_list_of_it(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Toàn trường: 281 HS/ 153 nữ/ 7 lớp, trong đó\n{ROWS.format('nữ')}", "153 nữ", id="one of three"),
        pytest.param(
            f"Toàn trường: 218 HS/ 135 nữ/ 7 lớp, trong đó\n{ROWS.format('nư')}", "218 HS", id="a mistyped noun"
        ),
        pytest.param(
            "Cả xã có 12 tổ hợp tác với 187 hộ, cụ thể như sau:\n- Thôn Mu có 5 tổ hợp tác với 76 hộ;\n"
            "- Thôn Sao có 4 tổ hợp tác với 61 hộ;\n- Thôn Pán có 3 tổ hợp tác với 60 hộ.\n",
            "187 hộ",
            id="items of a list",
        ),
    ],
)
def test_one_count_of_the_lines_adds_up_and_another_does_not(body: str, found: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == [("", found)]
