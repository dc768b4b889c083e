"""How wide words run in Times New Roman Bold: a rule is as long as the line above it, or a third to a half of it."""

from __future__ import annotations

import unicodedata
from functools import cache

_MM_PER_POINT = 25.4 / 72

# Advance widths in thousandths of the size. Letters with marks are as wide as those without.
_BOLD = {
    250: " ,.",
    278: "'/il",
    333: "!()-:;fjt",
    389: "Is",
    444: "cerz",
    500: "*0123456789?Jagovxy–“”",
    556: '"Sbdhknpquđ',
    570: "+<=>",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "&m",
    944: "M",
    1000: "%W",
}


@cache
def _widths() -> dict[str, int]:
    return {char: width for width, chars in _BOLD.items() for char in chars}


def bold_width(text: str, size: float) -> float:
    """Width in millimetres of one line of ``text`` in bold at ``size`` points; an unknown letter counts as 'o'."""
    letters = [char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)]
    return sum(_widths().get(char, 500) for char in letters) / 1000 * size * _MM_PER_POINT


def last_line_width(text: str, size: float, width: float) -> float:
    """Width of the last line of ``text`` when it is set in lines of at most ``width`` millimetres."""
    line = ""
    for word in text.replace("\n", " \n ").split(" "):
        if word == "\n":
            line = ""
        elif line and bold_width(f"{line} {word}", size) > width:
            line = word
        else:
            line = f"{line} {word}".strip()
    return bold_width(line, size)
