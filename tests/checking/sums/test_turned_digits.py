"""A long number told twice, once with its digits turned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
FIRST = "Hội quản lý 58 tổ tiết kiệm, dư nợ ủy thác 86.412 triệu đồng cho 1.908 hộ vay.\n"


@pytest.mark.parametrize(
    ("later", "found"),
    [
        pytest.param(
            "Vốn vay được quản lý tốt, dư nợ đến nay là 84.612 triệu đồng.",
            ["Vốn vay được quản lý tốt, dư nợ đến nay là 84.612 triệu đồng"],
            id="turned",
        ),
        pytest.param("Vốn vay được quản lý tốt, dư nợ đến nay là 86.412 triệu đồng.", [], id="the same"),
        pytest.param("Cùng kỳ năm trước, dư nợ là 84.612 triệu đồng.", [], id="of another time"),
        pytest.param("Vốn vay được quản lý tốt, dư nợ đến nay là 91.305 triệu đồng.", [], id="no slip of the pen"),
        pytest.param("Thu quỹ Hội trong nhiệm kỳ được 84.612 triệu đồng.", [], id="another matter"),
        pytest.param("Riêng xã Nà Sẳng dư nợ 84.612 triệu đồng.", [], id="of a part"),
    ],
)
def test_long_numbers(later: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(FIRST + later, "body-appendix-mismatch")] == found
