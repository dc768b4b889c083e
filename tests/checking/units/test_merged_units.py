"""Units that the report itself says to have been merged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
SAID = "Từ năm 2020, xã Khe Giữa nhập vào xã Khe Trên theo nghị quyết.\n\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"{SAID}Việc chi trả ở xã Khe Giữa còn chậm.", [("told", "xã Khe Giữa")], id="in a place"),
        pytest.param(f"{SAID}UBND xã Khe Giữa họp 02 lần.", [("told", "xã Khe Giữa")], id="a body that acts"),
        pytest.param(f"{SAID}UBND xã Khe Trên họp 02 lần.", [], id="the unit that it went into"),
        pytest.param(
            f"{SAID}Tháng 11/2025, hai nhà bàn giao cho UBND xã Khe Giữa.", [("told", "xã Khe Giữa")], id="a later year"
        ),
        pytest.param(f"{SAID}Trụ sở ở xã Khe Giữa cũ đã thanh lý.", [], id="called the old one"),
        pytest.param(f"{SAID}Năm 2019, UBND xã Khe Giữa họp 02 lần.", [], id="in an earlier year"),
        pytest.param(
            "Xã mới thành lập trên cơ sở hợp nhất các xã Lũng Ẳng, Nà Mạ và Lũng Nà.\n\nĐảng ủy xã Nà Mạ chỉ đạo.",
            [("told", "xã Nà Mạ")],
            id="one of several",
        ),
        pytest.param(
            "Tổ dân phố 7 sáp nhập vào Tổ dân phố 6 từ năm 2022; chi bộ Tổ dân phố 7 có 02 mô hình.",
            [("told", "Tổ dân phố 7")],
            id="with a number for a name",
        ),
        pytest.param(
            "Xã gồm toàn bộ xã Lũng Ẳng, xã Nà Mạ.\n\nTrạm Y tế xã Nà Mạ thiếu bác sĩ; trụ sở trước đây đã giao lại.",
            [("told", "xã Nà Mạ")],
            id="of which it consists",
        ),
        pytest.param(
            "Xã mới thành lập trên cơ sở hợp nhất các xã Lũng Ẳng, Nà Mạ.\n\nUBND xã Lũng Ẳng chỉ đạo.",
            [],
            id="the name lives on",
        ),
    ],
)
def test_merged_units(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "stale-unit") == found
