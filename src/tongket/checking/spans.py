"""Many ranges of one text, asked often whether they touch a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from tongket.model.places import Span

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
        at = bisect_left(self._starts, place.end)
        return at > 0 and self._ends[at - 1] > place.start
