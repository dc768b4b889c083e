"""Repairs of recognised words (sửa chữ nhận dạng) that general knowledge proves; all else stays as it was seen."""

from __future__ import annotations

import unicodedata

_LOOK = str.maketrans({"Ð": "Đ", "ð": "đ"})


def repaired(text: str) -> str:
    """``text`` composed, with letters that only look alike written as those they are."""
    return unicodedata.normalize("NFC", text).translate(_LOOK)
