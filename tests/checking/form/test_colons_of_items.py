"""Items that end with a colon and announce nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_NEXT = "- Từ năm 2006 đến nay, trên địa bàn không có dịch."


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("- Dịch đã xuất hiện trên địa bàn xã 02 lần vào năm 2004.", id="a full stop"),
        pytest.param("- Trong năm, xã đã tổ chức được 02 lớp tập huấn, gồm:", id="a list announced"),
        pytest.param("- Trong năm, xã đã tập trung thực hiện có hiệu quả 02 nhiệm vụ:", id="a number of things"),
        pytest.param("- Kết quả năm 2024:", id="a heading"),
        pytest.param(
            "+ Dịch đã xuất hiện trên địa bàn xã 02 lần vào năm 2004, 2005:", id="items of another level below"
        ),
    ],
)
def test_a_colon_that_may_stand(item: str, findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(f"{item}\n{_NEXT}", "incomplete") if one[0] == "announced"] == []


def test_a_sentence_with_a_colon_beside_the_next_item(findings_of: FindingsOf) -> None:
    item = "Dịch đã xuất hiện trên địa bàn xã 02 lần vào năm 2004, 2005:"
    assert findings_of(f"- {item}\n{_NEXT}", "incomplete") == [("announced", item)]
