"""Words of which letters are left."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Bản mô ả sản phẩm đã được gửi.", [("slip", "mô ả")], id="the second of a word"),
        pytest.param("Các hộ đã nộp ờ khai thuế cho xã.", [("slip", "ờ khai")], id="the first of a word"),
        pytest.param("Tờ khai và bản mô tả đã được gửi về xã.", [], id="as they are written"),
        pytest.param("Các hộ đều ở xa, nguồn ý kiến còn ít.", [], id="vowels that are words"),
        pytest.param("Các nguyên âm á, ả, ã trong bài.", [], id="letters told one by one"),
    ],
)
def test_one_vowel_of_a_word(
    body: str, found: list[tuple[str, str]], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert findings_of(body, "spelling") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Theo các điểm t, u khoản 2 của quy chế này.", [], id="points of an article"),
        pytest.param("Bệnh nhân có khối u nước đã được mổ.", [], id="what is named by a letter"),
        pytest.param("Giá bán 15 tr đ mỗi con, cao hơn năm trước.", [], id="abbreviations"),
        pytest.param("Xã đã hoàn th nh nhiệm vụ được giao.", [("slip", "hoàn th nh")], id="a vowel became a blank"),
        pytest.param("Công t c dân vận được quan tâm.", [("slip", "Công t c")], id="and two letters are left"),
        pytest.param("Xã đã hoàn thà h nhiệm vụ được giao.", [("slip", "hoàn thà h")], id="a consonant became one"),
        pytest.param("Hệ thống cấp u nước của xã đã xong.", [("alone", "cấp u nước")], id="the end of a word is left"),
    ],
)
def test_letters_of_a_word(
    body: str, found: list[tuple[str, str]], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert findings_of(body, "spelling") == found
