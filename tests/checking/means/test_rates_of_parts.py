"""The growth of a whole beside that of all its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_SECTORS = "khai khoáng tăng 18,9%; chế biến tăng 23,5%; sản xuất điện tăng 12%; cung cấp nước tăng 4%"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Bán lẻ đạt 100 tỷ đồng, tăng 8,6%. Trong đó, hàng hóa đạt 80 tỷ đồng, tăng 9,2%; dịch vụ đạt 20 tỷ đồng,"
            " tăng 6,1%.",
            [],
            id="between its parts",
        ),
        pytest.param(
            "Bán lẻ đạt 100 tỷ đồng, giảm 4,6%. Trong đó, hàng hóa đạt 60 tỷ đồng, tăng 9,2%; dịch vụ đạt 20 tỷ đồng,"
            " tăng 6,1%.",
            [],
            id="parts that leave something out",
        ),
        pytest.param(
            f"Chỉ số sản xuất công nghiệp tăng 4,3% so với tháng trước, tăng 30% so với cùng kỳ; trong đó, {_SECTORS}.",
            [],
            id="a whole with two rates",
        ),
        pytest.param(f"Chỉ số sản xuất công nghiệp tăng 20%; trong đó, {_SECTORS}.", [], id="industry between"),
        pytest.param(
            "Bán lẻ đạt 100 tỷ đồng, giảm trên 4,6%. Trong đó, hàng hóa đạt 80 tỷ đồng, tăng 9,2%; dịch vụ đạt 20 tỷ"
            " đồng, tăng 6,1%.",
            ["giảm trên 4,6%"],
            id="a fall of what rose in all its parts",
        ),
        pytest.param(
            f"Chỉ số sản xuất công nghiệp tăng 24,36%; trong đó, {_SECTORS}.", ["tăng 24,36%"], id="above all sectors"
        ),
    ],
)
def test_a_whole_grows_as_its_parts_do(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [said for case, said in findings_of(body, "ratio-mismatch") if case == "between"] == found
