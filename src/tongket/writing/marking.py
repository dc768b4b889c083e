"""Marks over a text: what was understood of it, as spans that may lie in, over and across each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.checking.catalogue import title
from tongket.messages import say
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

FINDING_LOOKS = {"error": "bad", "warning": "doubt", "info": "hint"}


@dataclass(frozen=True, slots=True)
class Mark:
    """``look`` is a class of the page; ``entry`` the place in its lists where the whole is told ('c12'); ``first``:
    the entry refers back to this mark. ``hint`` are words shown when it is pointed at.
    """

    start: int
    end: int
    look: str
    entry: str = ""
    first: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and all marks that cover it, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class Marks:
    """The marks of a text, asked for stretch by stretch."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted((one for one in marks if one.end > one.start), key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._marks]
        self._longest = max((one.end - one.start for one in self._marks), default=0)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """``start``..``end`` cut wherever a mark begins or ends."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        here = [one for one in self._marks[low:high] if one.end > start]
        cuts = {start, end, *(at for one in here for at in (one.start, one.end) if start < at < end)}
        ordered = sorted(cuts)
        for first, last in pairwise(ordered):
            yield Piece(first, last, tuple(one for one in here if one.start <= first and last <= one.end))


def marks_of(report: Report, findings: Sequence[Finding], masked: Callable[[str], str] = str) -> Marks:
    """All that was understood of ``report``: citations, figures, notes, doubts and findings, with their parts.

    ``masked`` makes personal data in what is quoted unreadable.
    """
    return Marks(
        [
            *_citations(report, masked),
            *_figures(report, masked),
            *_notes(report),
            *_doubts(report),
            *_findings(findings),
        ]
    )


def _citations(report: Report, masked: Callable[[str], str]) -> Iterator[Mark]:
    for number, one in enumerate(report.citations, 1):
        entry = f"c{number}"
        yield Mark(one.start, one.end, "cit", entry, first=True, hint=masked(one.symbol or one.title or one.type))
        yield Mark(one.core_start, one.core_end, "core", entry)
        if one.date_start is not None and one.date_end is not None:
            yield Mark(one.date_start, one.date_end, "date", entry)
        if one.title_start is not None and one.title_end is not None:
            yield Mark(one.title_start, one.title_end, "title", entry)


def _figures(report: Report, masked: Callable[[str], str]) -> Iterator[Mark]:
    for number, one in enumerate(report.figures, 1):
        entry = f"f{number}"
        look = "fig target" if one.target else "fig"
        yield Mark(one.start, one.end, look, entry, first=True, hint=masked(one.what or ""))
        if one.number_end > one.number_start:
            yield Mark(one.number_start, one.number_end, "num", entry)


def _notes(report: Report) -> Iterator[Mark]:
    for number, one in enumerate(report.footnotes, 1):
        if one.anchor is not None:
            yield Mark(one.anchor, one.anchor + len(one.mark), "anchor", f"n{number}", first=True)


def _doubts(report: Report) -> Iterator[Mark]:
    for one in report.source.doubts:
        yield Mark(one.start, one.end, "unsure", hint=f"{one.confidence:.0%}")


def _findings(findings: Sequence[Finding]) -> Iterator[Mark]:
    for number, one in enumerate(findings, 1):
        if isinstance(one.place, Span):
            yield Mark(
                one.place.start,
                one.place.end,
                FINDING_LOOKS[one.severity],
                f"x{number}",
                first=True,
                hint=say(title(one.kind)),
            )
