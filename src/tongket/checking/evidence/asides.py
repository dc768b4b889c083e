"""What a sentence says without its asides (phần chính của câu): brackets, and lists behind 'trong đó' that a semicolon
closes, divide a number and break no tie between those before and behind them.
"""

from __future__ import annotations

import re
from itertools import takewhile

from tongket.checking.evidence.near_numbers import before, ends_between
from tongket.model.figures import Figure
from tongket.model.reports import Report

_ASIDE = re.compile(r"\s?\([^()\n]{1,400}\)|,? ?(?<!\w)(?:trong (?:số )?đó|gồm|bao gồm)(?!\w)[^;\n]{1,400}(?=;)")
_MOST, _FAR = 24, 900  # numbers and letters of a sentence before a place


def main_line(report: Report, one: Figure) -> list[Figure]:
    """The numbers of its sentence before one, in order, that stand in no aside."""
    near = before(report, one, _MOST, _FAR)
    told = [*takewhile(lambda other: not ends_between(report, other.end, one.start), reversed(near))][::-1]
    if not told:
        return []
    asides = [found.span() for found in _ASIDE.finditer(report.text, told[0].start, one.start)]
    return [other for other in told if not any(low < other.start < high for low, high in asides)]


def without_asides(text: str, low: int, high: int) -> str:
    """The words between two places, without those of asides."""
    return _ASIDE.sub("", text[low:high])
