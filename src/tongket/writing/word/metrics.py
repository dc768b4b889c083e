"""How wide words run in Times New Roman Bold: a rule is as long as the line above it, or a third to a half of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

_MM_PER_POINT = 25.4 / 72
_TIED = re.compile(r"\b(số|ngày|tháng|năm|Phụ lục) +(?=[\dIVX])")  # a number stays beside its word
_CELL_SIDES = 3  # mm: the margins of a table cell, its rules, and a little air

# Advance widths in thousandths of the size. Letters with marks are as wide as those without.
_BOLD = {
    250: " \u00a0,.",
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


def lines_of(text: str, size: float, width: float) -> list[str]:
    """``text`` in lines of at most ``width`` millimetres, as few as possible and of about equal length.

    A line break in ``text`` stays. A word wider than the line stands alone on one.
    """
    lines: list[str] = []
    for piece in text.split("\n"):
        fewest = len(_fill(piece, size, width))
        narrow, wide = 0.0, width
        for _ in range(12):  # halving: to a fortieth of a millimetre on an A4 page
            middle = (narrow + wide) / 2
            if len(_fill(piece, size, middle)) <= fewest:
                wide = middle
            else:
                narrow = middle
        lines += _fill(piece, size, wide)
    return lines


def _fill(text: str, size: float, width: float) -> list[str]:
    lines = [""]
    for word in _TIED.sub("\\1\u00a0", text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and bold_width(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return [line.replace("\u00a0", " ") for line in lines]


def column_widths(shares: Sequence[float], texts: Sequence[Iterable[str]], size: float, width: float) -> list[float]:
    """Widths in millimetres: the wished ``shares`` of ``width``, but no column narrower than its longest word.

    ``texts`` holds the texts of each column. What a column needs beyond its share the others give, by what they have
    to spare; when nobody has, the widths follow the needs.
    """
    wished = [share * width for share in shares]
    needed = [_longest_word(column, size) + _CELL_SIDES for column in texts]
    lacking = sum(max(need - wish, 0) for need, wish in zip(needed, wished, strict=True))
    spare = sum(max(wish - need, 0) for need, wish in zip(needed, wished, strict=True))
    if lacking > spare:
        return [need * width / sum(needed) for need in needed]
    give = lacking / spare if spare else 0
    return [need if need > wish else wish - (wish - need) * give for need, wish in zip(needed, wished, strict=True)]


def _longest_word(texts: Iterable[str], size: float) -> float:
    return max((bold_width(word, size) for text in texts for word in text.split(" ")), default=0)
