"""Years of membership and service against the day on which they began; the report is of 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_ROWS = "STT\tHọ và tên\tNgày vào Đảng\tLoại Huy hiệu\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trao Huy hiệu 30 năm tuổi Đảng cho ông Lò Văn Ơn, vào Đảng tháng 11/1996.", [], id="right"),
        pytest.param("Ông Lò Văn Ơn vào Đảng tháng 6/1997, có 30 năm tuổi Đảng.", [], id="a year early"),
        pytest.param("Ông Lò Văn Ơn (vào Đảng năm 1980) đã được tặng Huy hiệu 40 năm tuổi Đảng.", [], id="before"),
        pytest.param(
            "Trao Huy hiệu 30 năm tuổi Đảng cho 02 đồng chí: ông Lò Văn Ơn vào Đảng năm 1996, ông Lò Văn Én vào Đảng"
            " năm 1986.",
            [],
            id="several members",
        ),
        pytest.param("Ông Lò Văn Ơn có 23 năm làm trưởng thôn (từ năm 2003 đến nay).", [], id="served"),
        pytest.param("Ông Lò Văn Ơn có gần 25 năm làm trưởng thôn (từ năm 2003 đến nay).", [], id="about"),
        pytest.param(
            "Đề nghị tặng Huy hiệu 30 năm tuổi Đảng cho ông Lò Văn Ơn, vào Đảng tháng 11/1998.",
            ["30 năm tuổi Đảng"],
            id="too early",
        ),
        pytest.param(
            "Ông Lò Văn Ơn, kết nạp Đảng ngày 19/5/1986, đã đủ 50 năm tuổi Đảng.", ["50 năm tuổi Đảng"], id="a digit"
        ),
        pytest.param(
            "Ông Lò Văn Ơn có 32 năm làm trưởng thôn (từ năm 2003 đến nay).", ["32 năm làm"], id="served longer"
        ),
        pytest.param(
            f"{_ROWS}1\tLò Văn Ơn\t03/02/1996\t30 năm\n2\tLò Văn Én\t19/5/1986\t40 năm\n3\tLò Văn Ích\t02/9/1991\t30"
            f" năm",
            ["30 năm"],
            id="a row of a table",
        ),
        pytest.param(
            f"{_ROWS}1\tLò Văn Ơn\t03/02/1996\t30 năm\n2\tLò Văn Én\t19/5/1986\t40 năm\n3\tLò Văn Ích\t02/9/1976\t50"
            f" năm",
            [],
            id="right rows",
        ),
    ],
)
def test_years_served(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "period-mismatch")] == found
