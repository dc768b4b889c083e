"""Where literal words stand in a text: they are found many times faster than an expression that begins with them."""

from __future__ import annotations

from collections.abc import Iterator


def places_of(text: str, *words: str) -> Iterator[int]:
    """Where each of ``words`` begins, one word after the other."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)
