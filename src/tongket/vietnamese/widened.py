"""Blanks written twice and thrice between words (dấu cách bị giãn): 'tổng  số   120  hộ', of a line that was justified.

What is copied out of a page with both margins straight, or typed until the margin was reached, has several blanks
where one was meant. Four and more, and those between two numbers, part columns and are left as they are.
"""

from __future__ import annotations

import re

from tongket.vietnamese.unicode import SMALL

_FEWEST, _ONE_IN = 20, 10  # so many between small letters, and one in so many gaps, are a fault of the whole text
_SAMPLE = 20_000  # letters that tell it
_TELLING = re.compile(rf"(?<=[{SMALL}]) {{2,3}}(?=[{SMALL}])")
_SINGLE = re.compile(rf"(?<=[{SMALL}]) (?=[{SMALL}])")
_WIDE = re.compile(r"(?<=\S) (?P<more> {1,2})(?=\S)")


def widened(text: str) -> list[int]:
    """The blanks of ``text`` beyond the first of a gap between words; none where the fault is not throughout."""
    sample = text[:_SAMPLE]
    if sample.count("  ") < _FEWEST:
        return []
    wide = len(_TELLING.findall(sample))
    if wide < _FEWEST or wide * _ONE_IN < len(_SINGLE.findall(sample)):
        return []
    return [at for gap in _WIDE.finditer(text) if not _parts_numbers(text, gap) for at in range(*gap.span("more"))]


def _parts_numbers(text: str, gap: re.Match[str]) -> bool:
    return text[gap.start() - 1].isdigit() and text[gap.end()].isdigit()
