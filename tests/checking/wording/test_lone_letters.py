"""Words of which one vowel is left."""

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
