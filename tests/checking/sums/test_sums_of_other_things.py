"""What is no sum: funds told twice over, crops of which the smallest are left out, sums that were rounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Khối lượng thực hiện ước đạt 4.579,6 tỷ đồng, giải ngân ước đạt 3.768,3 tỷ đồng, trong đó: Vốn tập trung"
            " khối lượng thực hiện đạt 3.954,5 tỷ đồng, giải ngân ước đạt 3.554,2 tỷ đồng; vốn trái phiếu khối lượng"
            " thực hiện ước đạt 625,1 tỷ đồng, giải ngân ước đạt 214,1 tỷ đồng.",
            id="two things done with each fund",
        ),
        pytest.param(
            "Diện tích cây màu đạt 1.486,1 nghìn ha; trong đó ngô 922,6 nghìn ha, khoai lang 98,2 nghìn ha, sắn 457,1"
            " nghìn ha.",
            id="the crops that matter",
        ),
        pytest.param(
            "Ban hành kết luận thanh tra 225 cuộc. Qua đó, đã phát hiện 523 cá nhân và 389 tổ chức có vi phạm.",
            id="whom meetings or visits found",
        ),
    ],
)
def test_lists_that_are_no_parts(text: str, findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(text + "\n", "sum-mismatch") if one[0] == ""] == []


_WOODS = "Diện tích rừng khoán bảo vệ đạt {} ha, gồm: miền núi 50.836 ha, trung du 897.541 ha, ven biển 781.331 ha.\n"


def test_hectares_that_were_rounded_one_by_one_are_a_hint_at_most(findings_of: FindingsOf) -> None:
    assert findings_of(_WOODS.format("1.729.707"), "sum-mismatch") == []
    assert findings_of(_WOODS.format("1.729.807"), "sum-mismatch") == [("", "1.729.807 ha")]
