"""Numbers of the text that are a cell's but for the order of their digits, or beside a total that agrees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_TABLE = """

Lĩnh vực	Cấp tỉnh	Cấp xã	Tổng số
Nông nghiệp	124	863	987
Thương mại	96	415	511
Tổng số	220	1.278	1.498
"""


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Lĩnh vực nông nghiệp tiếp nhận 978 hồ sơ.", [("", "978 hồ sơ")], id="two digits changed places"),
        pytest.param("Lĩnh vực nông nghiệp tiếp nhận 987 hồ sơ.", [], id="as in the table"),
        pytest.param("Lĩnh vực du lịch tiếp nhận 978 hồ sơ.", [], id="of another row"),
        pytest.param("Lĩnh vực nông nghiệp tiếp nhận trên 978 hồ sơ.", [], id="with a qualifier"),
        pytest.param("Toàn xã nhận 1.489 hồ sơ (Phụ lục I).", [("", "1.489 hồ sơ")], id="a total that points there"),
        pytest.param("Toàn xã nhận 1.489 hồ sơ.", [], id="which points nowhere"),
        pytest.param("Nhận 1.498 hồ sơ, cấp tỉnh 250 hồ sơ.", [("", "250 hồ sơ")], id="beside a total that agrees"),
        pytest.param("Nhận 1.498 hồ sơ, cấp tỉnh 220 hồ sơ.", [], id="both agree"),
        pytest.param("Nhận 1.498 hồ sơ, cấp huyện 250 hồ sơ.", [], id="a label that the table has not"),
    ],
)
def test_text_against_a_table(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body + _TABLE, KIND) == found
