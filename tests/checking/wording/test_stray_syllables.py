"""Syllables that no report has by themselves, for a frequent word; first those that belong to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Thôn vận chuyển đá hộc; dân bỏ tảo hôn, bớt xem tivi.", id="halves of words"),
        pytest.param("Bản Điếm và thôn Trê họp dân; chị Vã được khen.", id="names"),
        pytest.param("Chống gây nhiễu sóng; điều khoản rõ ràng; giấy tờ giả.", id="words of their own"),
        pytest.param("Tổ vác bao cát; phạm nhân mãn hạn tù về xã; kênh xả lũ.", id="words of other matters"),
        pytest.param("Phòng trừ mối, mọt cho kho lúa; các hộ thuê ốt bán hàng.", id="words beside marks"),
        pytest.param("Trẻ bị phồng da; thuyền dạt vào bờ; giặt, gội tại chỗ.", id="words beside one of their own"),
        pytest.param("Ông chơi tá lả; mỏ than huyền đã đóng.", id="words that hold them"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Cán bộ vã người dân cùng làm đường.", "vã", id="a joining word"),
        pytest.param("Hộ dùng nước sạch đạt trê 90%.", "trê", id="a letter lost"),
        pytest.param("Các huyễn chỉ đạo quyết liệt.", "huyễn", id="a unit"),
        pytest.param("Ủy ban giao cho các phồng thực hiện.", "phồng", id="a body"),
        pytest.param("Huyện hỗ trợ vác tổ chức thành viên.", "vác", id="a word of number"),
        pytest.param("Kế hoạch được thực hiện vối sự tham gia của dân.", "vối", id="a preposition"),
    ],
)
def test_slips(body: str, here: str, findings_of: Found) -> None:
    assert [words for _, words in findings_of(body, "spelling")] == [here]
