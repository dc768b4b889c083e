"""Many ranges of one text, or places of one pattern, asked often what lies near a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.model.places import Span
from tongket.model.reports import Report

_start = attrgetter("start")  # comparing whole spans is ten times as slow


class Spans:
    """Ranges put in order once, overlapping ones joined, so that each question costs one search."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=_start):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            elif span.start < span.end:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touch(self, place: Span) -> bool:
        """Whether any of the ranges shares at least one character with ``place``."""
        return self.touch_any(place.start, place.end)

    def touch_any(self, start: int, end: int) -> bool:
        """As ``touch``, of what stands between two places: for those who ask of thousands."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._ends[at - 1] > start

    def hold(self, at: int) -> bool:
        """Whether the letter at a place is in any of the ranges."""
        return self.touch_any(at, at + 1)


@of_last_report
def in_tables(report: Report) -> Spans:
    """Where the tables of a report stand."""
    return Spans(Span(one.start, one.end) for one in report.tables)


@of_last_report
def in_citations(report: Report) -> Spans:
    """Where the citations of a report stand, with the titles of their documents."""
    return Spans(Span(one.start, max(one.end, one.title_end or one.end)) for one in report.citations)


class Starts:
    """Where a pattern is found in a text. To look for it around each of thousands of numbers costs far more than to
    ask first whether it stands near one at all.
    """

    __slots__ = ("_longest", "_pattern", "_starts", "_text")

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern, self._text = pattern, text
        found = [match.span() for match in finds(pattern, text)]
        self._starts = [start for start, _ in found]
        self._longest = max((end - start for start, end in found), default=0)  # one may hide the beginning of another

    def may_lie_in(self, low: int, high: int) -> bool:
        """Whether a search between two places may find the pattern; where not, it finds none."""
        at = bisect_left(self._starts, low - self._longest)
        return at < len(self._starts) and self._starts[at] < high

    def lie_in(self, low: int, high: int) -> bool:
        """Whether a search between two places finds the pattern."""
        return self.may_lie_in(low, high) and self._pattern.search(self._text, low, high) is not None
