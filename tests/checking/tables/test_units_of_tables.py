"""The unit over a table against that of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
BODY = (
    "Kế hoạch vốn là {} đồng.\nĐơn vị tính: {} đồng\nSTT\tChủ đầu tư\tKế hoạch\tGiải ngân\n"
    "1\tBan Quản lý dự án\t2.286,5\t1.164,7\n2\tCác xã\t2.000,0\t1.000,0\n\tTổng cộng\t4.286,5\t2.164,7"
)


@pytest.mark.parametrize(
    ("said", "over", "found"),
    [
        pytest.param("4.286,5 tỷ", "triệu", ["triệu đồng"], id="another unit"),
        pytest.param("4.286,5 triệu", "triệu", [], id="the same unit"),
        pytest.param("4,2865 tỷ", "triệu", [], id="the same money"),
        pytest.param("2.000 tỷ", "triệu", [], id="no total"),
    ],
)
def test_units_of_tables(said: str, over: str, found: list[str], findings_of: FindingsOf) -> None:
    told = findings_of(BODY.format(said, over), "body-appendix-mismatch")
    assert [words for _, words in told] == found
