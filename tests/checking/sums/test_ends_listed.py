"""What is called the highest or the lowest, against the list that gives each its number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
LIST = "Tỷ lệ giải ngân của các xã: Khe Lạnh 63,5%, Nà Pàn 66,7%, Lũng Ẳng 71%."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"{LIST} Thấp nhất là xã Khe Lạnh 63,5%.", [], id="it is the lowest"),
        pytest.param(f"{LIST} Thấp nhất là xã Nà Pàn 66,7%.", ["Thấp nhất"], id="another is lower"),
        pytest.param(
            f"{LIST} Xã Nà Pàn có tỷ lệ giải ngân cao nhất.", ["Xã Nà Pàn có tỷ lệ giải ngân cao nhất"], id="high"
        ),
        pytest.param(f"{LIST} Cao thứ hai là xã Nà Pàn, thấp nhất trong nhóm 2.", [], id="of some"),
        pytest.param(f"{LIST} Xã Nà Pàn tăng cao nhất so với năm trước.", [], id="what grew"),
        pytest.param(f"{LIST} Thấp nhất là xã Nà Pàn (12,4%).", [], id="of another number"),
        pytest.param(f"{LIST}\nHọp 02 lần.\nSố hộ nghèo nhiều nhất ở Nà Pàn.", [], id="of another matter"),
        pytest.param(
            f"{LIST}\nHọp 02 lần.\nTỷ lệ giải ngân thấp nhất là Nà Pàn.",
            ["Tỷ lệ giải ngân thấp nhất"],
            id="farther off",
        ),
        pytest.param(
            "Đạt: Khe Lạnh 63,5%, Nà Pàn 66,7% (cao nhất), Lũng Ẳng 71%.", ["Nà Pàn 66,7% (cao nhất"], id="inside"
        ),
        pytest.param("Đạt: Khe Lạnh 63,5%, Nà Pàn 66,7%, Lũng Ẳng 71% (cao nhất).", [], id="the last is the highest"),
    ],
)
def test_ends(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
