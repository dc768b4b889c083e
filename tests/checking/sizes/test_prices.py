"""Prices by weight and volume that such goods never had."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Giá lúa tươi tại ruộng vụ Hè Thu ở mức 68.000 đồng/kg, thương lái thu mua hết.",
        "Giá lợn hơi dao động quanh mức 5.800 đồng/kg, người chăn nuôi thua lỗ.",
        "Giá xăng RON 95-III là 238.000 đồng/lít từ đầu tháng.",
        "Giá phân đạm bán lẻ 140.000 đồng/kg nên nhiều hộ giảm bón.",
        "Giá nông sản ít biến động: lúa khô 67.000 đồng/kg, lợn hơi 58.000 đồng/kg.",
        "Thóc tẻ bán tại nhà máy giá thóc 72 triệu đồng/tấn.",
    ],
)
def test_price_that_no_market_had(body: str, findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, KIND)] == ["measure"]


@pytest.mark.parametrize(
    "body",
    [
        "Giá lúa tươi 6.800 đồng/kg, gạo thơm 17.000 đồng/kg, thịt lợn hơi 58.000 đồng/kg.",
        "Hỗ trợ lúa giống 65.000 đồng/kg cho 24 hộ.",
        "Giá gạo Nậm Cò hữu cơ đạt 90.000 đồng/kg.",
        "Giá xăng E5 là 22.400 đồng/lít, dầu diesel 19.800 đồng/lít.",
        "Giá thóc bán ra 7,2 triệu đồng/tấn.",
        "Trợ giá gạo cho học sinh 2.000 đồng/kg.",
        "Mỗi kg lúa giá chênh 500 đồng/kg so với năm trước.",
        "Giá lợn hơi tăng 2.000 đồng/kg so với tháng trước.",
        "Giá lúa thấp hơn cùng kỳ 300 đồng/kg.",
    ],
)
def test_price_of_a_market(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []
