"""The text of a report by its paragraphs: the ends of lines that were wrapped by hand are blanks, and offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tongket.model.reports import Report

_LINE = re.compile(r"\n[ \t\u00a0]*(?=[^\s])")


def going_on(report: Report) -> list[int]:
    """The starts of the lines that go on with the paragraph before."""
    return sorted(set(_going_on(report)))


def _going_on(report: Report) -> Iterator[int]:
    text = report.text
    for one in report.paragraphs:
        if one.kind not in ("body", "head", "note"):
            continue
        for number, span in enumerate(one.spans):
            for found in _LINE.finditer(text, span.start, span.end):
                yield found.start() + 1
            if number and not text[one.spans[number - 1].end : span.start].strip():
                yield text.rfind("\n", 0, span.start) + 1


def unwrapped(text: str, starts: Iterable[int]) -> str:
    """``text`` a paragraph a line: what stands between the lines that begin at ``starts`` and those before is blank."""
    letters = list(text)
    for start in starts:
        at = start - 1
        while at >= 0 and letters[at].isspace():
            letters[at], at = " ", at - 1
    return "".join(letters)
