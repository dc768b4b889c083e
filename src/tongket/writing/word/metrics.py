"""How wide words run in Times New Roman Bold: a rule is as long as the line above it, or a third to a half of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import cache

_MM_PER_POINT = 25.4 / 72
_TIED = re.compile(r"\b(số|ngày|tháng|năm|Phụ lục) +(?=[\dIVX])")  # a number stays beside its word
_SHORT_HEAD = 25  # mm
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


def column_widths(
    shares: Sequence[float],
    texts: Sequence[Sequence[str]],
    size: float,
    width: float,
    alike: Collection[int] = (),
) -> list[float]:
    """Widths in millimetres: about the wished ``shares`` of ``width``, but no column narrower than its longest word.

    ``texts`` holds the texts of each column, its head first. What a column does not need goes to those whose cells
    would run over several lines; the columns ``alike`` count as one, so that they stay equal. When the longest words
    alone are too wide, the widths follow these.
    """
    needed = [_longest_word(column, size) + _CELL_SIDES for column in texts]
    if sum(needed) > width:
        return [need * width / sum(needed) for need in needed]
    whole = [max(need, _whole(column, size)) for need, column in zip(needed, texts, strict=True)]
    for column in alike:
        whole[column] = max(whole[other] for other in alike)
    widths = [max(need, min(line, share * width)) for need, line, share in zip(needed, whole, shares, strict=True)]
    over = sum(widths) - width
    if over > 0:
        spare = sum(one - need for one, need in zip(widths, needed, strict=True))
        return [one - (one - need) * over / spare for one, need in zip(widths, needed, strict=True)]
    lacking = [max(line - one, 0) for line, one in zip(whole, widths, strict=True)]
    given = min(1.0, -over / sum(lacking)) if sum(lacking) else 0.0
    widths = [one + lack * given for one, lack in zip(widths, lacking, strict=True)]
    left = width - sum(widths)
    return [one + left * share / sum(shares) for one, share in zip(widths, shares, strict=True)]


def _whole(column: Sequence[str], size: float) -> float:
    """The width at which no cell breaks; a head may, unless it is short."""
    head = bold_width(column[0], size) if column else 0
    return max(head if head <= _SHORT_HEAD else 0, _longest_line(column[1:], size)) + _CELL_SIDES


def _longest_line(texts: Iterable[str], size: float) -> float:
    return max((bold_width(text, size) for text in texts), default=0)


def _longest_word(texts: Iterable[str], size: float) -> float:
    return max((bold_width(word, size) for text in texts for word in text.split(" ")), default=0)
