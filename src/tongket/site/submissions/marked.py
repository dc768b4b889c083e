"""The report as it was read, for the page: its paragraphs with citations, figures and findings marked in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tongket.site.rounds.places import PassagePlace
from tongket.site.submissions.models import StoredFinding
from tongket.site.submissions.services.kept_reports import unwrapped

MOST_PARAGRAPHS = 3_000
_ORDER = {"bad": 0, "doubt": 1, "cite": 2, "fig": 3}  # of marks at one place the gravest is shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters and what it is: '' plain, 'cite', 'fig', 'bad' or 'doubt'; ``number`` of its finding."""

    text: str
    look: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading."""

    start: int
    pieces: tuple[Piece, ...]
    heading: bool = False

    @property
    def place(self) -> str:
        """The place that returns this paragraph."""
        return str(PassagePlace(self.start, self.start + sum(len(one.text) for one in self.pieces)))


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    look: str
    number: int = 0


def paragraphs(report: Mapping[str, Any], findings: Sequence[StoredFinding]) -> list[Paragraph]:
    """The text of ``report`` (as it is kept), ``findings`` numbered in their order from 1.

    Lines of a text that was wrapped by hand stand together as the paragraphs that were read.
    """
    text = unwrapped(report)
    marks = _apart(sorted(_marks(report, findings), key=lambda one: (one.start, _ORDER[one.look], -one.end)))
    heads = set(_heads(report["sections"]))
    found, at, place = [], 0, 0
    for line in text.split("\n")[:MOST_PARAGRAPHS]:
        end = at + len(line)
        while place < len(marks) and marks[place].end <= at:
            place += 1
        if line.strip():
            found.append(Paragraph(at, tuple(_pieces(text, at, end, marks, place)), at in heads))
        at = end + 1
    return found


def _marks(report: Mapping[str, Any], findings: Sequence[StoredFinding]) -> Iterable[_Mark]:
    for citation in report["citations"]:
        yield _Mark(citation["start"], citation["end"], "cite")
    for figure in report["figures"]:
        yield _Mark(figure["start"], figure["end"], "fig")
    for number, finding in enumerate(findings, 1):
        if "span" in finding.place and finding.severity != "info":
            start, end = finding.place["span"]
            yield _Mark(start, end, "bad" if finding.severity == "error" else "doubt", number)


def _apart(marks: Sequence[_Mark]) -> list[_Mark]:
    """Marks that do not overlap: a finding cuts a citation or figure around it, the earlier of two findings stays."""
    graver = [one for one in marks if one.number]
    kept: list[_Mark] = []
    for one in sorted(graver, key=lambda mark: (mark.start, -mark.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    taken = kept[:]
    place = 0
    last = -1
    for one in (mark for mark in marks if not mark.number):
        while place < len(taken) and taken[place].end <= one.start:
            place += 1
        meets = place < len(taken) and taken[place].start < one.end
        if not meets and one.start >= last and one.end > one.start:
            kept.append(one)
            last = one.end
    return sorted(kept, key=lambda mark: mark.start)


def _pieces(text: str, at: int, end: int, marks: Sequence[_Mark], place: int) -> Iterable[Piece]:
    while place < len(marks) and marks[place].start < end:
        mark = marks[place]
        start, stop = max(mark.start, at), min(mark.end, end)
        if start > at:
            yield Piece(text[at:start])
        if stop > start:
            yield Piece(text[start:stop], mark.look, mark.number if mark.end <= end else 0)
        at = max(at, stop)
        place += 1
    if at < end:
        yield Piece(text[at:end])


def _heads(sections: Iterable[Mapping[str, Any]]) -> Iterable[int]:
    for section in sections:
        if section.get("title"):
            yield section["start"]
        yield from _heads(section.get("children", ()))
