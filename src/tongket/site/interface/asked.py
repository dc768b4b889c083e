"""What an address or a form names by number."""

from __future__ import annotations


def whole(text: str | None) -> int:
    """The number that ``text`` is; 0, which is the id of nothing, where it is none or beyond 64 bits."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
