"""What a sentence says without its asides (phần chính của câu): brackets, and lists behind 'trong đó' that a semicolon
closes, divide a number and break no tie between those before and behind them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tongket.checking.evidence.near_numbers import are_in_one_sentence, before
from tongket.model.figures import Figure
from tongket.model.reports import Report

_ASIDE = re.compile(r"\s?\([^()\n]{1,400}\)|,? ?(?<!\w)(?:trong (?:số )?đó|gồm|bao gồm)(?!\w)[^;\n]{1,400}(?=;)")
_MOST, _FAR = 24, 900  # numbers and letters of a sentence before a place


def main_line(report: Report, one: Figure, ends: int = 0) -> list[Figure]:
    """The numbers of its sentence before one, and of so many sentences before it, in order, that stand in no aside."""
    told: list[Figure] = []
    high = one.start
    for other in reversed(before(report, one, _MOST, _FAR)):
        if not are_in_one_sentence(report, other.end, high):
            ends -= 1
            if ends < 0:
                break
        told.append(other)
        high = other.start
    if not told:
        return []
    asides = [found.span() for found in _ASIDE.finditer(report.text, told[-1].start, one.start)]
    starts = [low for low, _ in asides]
    return [other for other in reversed(told) if not _is_in_one(asides, bisect_left(starts, other.start), other.start)]


def _is_in_one(asides: Sequence[tuple[int, int]], index: int, at: int) -> bool:
    """Whether a place lies in the aside that begins last before it."""
    return index > 0 and at < asides[index - 1][1]


def without_asides(text: str, low: int, high: int) -> str:
    """The words between two places, without those of asides."""
    return _ASIDE.sub("", text[low:high])
