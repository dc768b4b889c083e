"""Where literal words stand in a text: they are found many times faster than an expression that begins with them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS


def places_of(text: str, *words: str) -> Iterator[int]:
    """Where each of ``words`` begins, one word after the other."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)


def matches_near(pattern: re.Pattern[str], text: str, *words: str, before: int) -> Iterator[re.Match[str]]:
    """Each match of ``pattern`` in order. Every one holds one of ``words``, at most so many letters behind its start:
    it is tried there alone.
    """
    done = 0
    for at in sorted(places_of(text, *words)):
        for start in range(max(at - before, done), at + 1):
            found = pattern.match(text, start)
            if found is not None:
                yield found
                done = found.end()
                break


def matches_in_lines(pattern: re.Pattern[str], text: str, sign: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Each match of ``pattern``, which goes over no end of a line, in the lines in which ``sign`` stands."""
    done = 0
    for found in finds(sign, text):
        if found.start() >= done:
            begin, done = max(line_start(text, found.start()), done), line_end(text, found.start())
            yield from pattern.finditer(text, begin, done)


def line_of(report: Report, at: int) -> int:
    """Which line of the text a place is in."""
    return bisect_left(_ends_of_lines(report), at)


@of_last_report
def _ends_of_lines(report: Report) -> list[int]:
    return list(places_of(report.text, "\n"))


_OPENING = re.compile(rf"[.;:\n+*•-](?:(?<=\n)|(?<!\n)\s)(?=[{CAPITALS}])")


@of_last_report
def openings(report: Report) -> list[int]:
    """Where a capital opens a line, an item, or what follows a full stop, a semicolon or a colon."""
    return [found.end() for found in _OPENING.finditer(report.text)]


def matches_at_openings(pattern: re.Pattern[str], report: Report) -> Iterator[re.Match[str]]:
    """Each match of ``pattern`` in order, of those that begin where ``openings`` are."""
    done = 0
    for at in openings(report):
        found = pattern.match(report.text, at) if at >= done else None
        if found is not None:
            yield found
            done = found.end()


def with_unit(report: Report, start: int, end: int) -> Span:
    """Where a number stands with its unit, as the figures that were read tell it."""
    index = bisect_left(report.figures, start, key=attrgetter("number_start"))
    one = report.figures[index] if index < len(report.figures) else None
    return Span(one.start, one.end) if one is not None and one.number_start == start else Span(start, end)
