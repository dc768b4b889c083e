"""Words of each field of work that a slip spoilt, though what it made could stand alone; first their neighbours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Nhà mạng đã lắp thêm trạm ở xã.", id="a firm, no 'nhà màng'"),
        pytest.param("Mỏ bô xít và xe khác đã dừng.", id="an ore, no 'bọ xít'"),
        pytest.param("Hai nhà thơ và một người bạn đến thăm.", id="people"),
        pytest.param("Thuyền neo ở cửa sông lớn.", id="a river, no wave"),
        pytest.param("Sự số hóa cần vốn; đã xác xuất xứ của gỗ; nhân việc này xã họp.", id="words beside words"),
        pytest.param("Giống bò lai tăng; ao hồ đã thả cá.", id="words as they are"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Tạm giữ 09 giấy phép lai xe của dân.", "lai xe", id="traffic"),
        pytest.param("Không để sự số xảy ra.", "sự số", id="safety"),
        pytest.param("Không để sẩy ra mất mát.", "sẩy ra", id="one region's sound"),
        pytest.param("Sau cơn bảo, thôn dọn đường.", "cơn bảo", id="weather"),
        pytest.param("Giá thịt mống sấn giảm nhẹ.", "mống sấn", id="the market"),
        pytest.param("Xã kiểm tra ba cơ sở giết mồ tập trung.", "giết mồ", id="animal husbandry"),
        pytest.param(
            "Phê bình thẳn thắn trong sinh hoạt.", "thẳn thắn", id="told with its own half, not the word before"
        ),
    ],
)
def test_slips_in_words_of_a_field(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]
