"""Where a finding stands, in words and in its surroundings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.messages import N_, say
from tongket.model.consolidations import ReportRead
from tongket.model.places import FileLine, ObservationKey, Place, SheetCell, Span
from tongket.model.reports import Section

_AROUND = 220  # characters shown on either side of a passage, at most
_SHORT = 120  # characters under which the neighbouring lines are shown too
_WHOLE = 1200  # characters of a passage that is shown whole


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: plain, marked as the finding's place, or as a related place."""

    text: str
    mark: str = ""  # "", "place", "related"


def place_words(place: Place, read: ReportRead | None) -> str:
    """'mục II.1, dòng 14': the section and line of a span; a cell, an observation or a line as people name them."""
    if isinstance(place, SheetCell):
        return f"{place.sheet}!{place.cell}"
    if isinstance(place, FileLine):
        return say(N_("{file}, line {line}"), file=place.file, line=place.line)
    if isinstance(place, ObservationKey):
        return " · ".join(part for part in (place.indicator, place.cell, place.body) if part)
    if read is None:
        return f"{place.start}-{place.end}"
    line = read.report.text.count("\n", 0, place.start) + 1
    section = section_number(read.report.sections, place)
    part = ""
    if section.startswith("Phần "):  # 'Phần thứ nhất.II.1' is no number that anybody would say
        part, _, section = section.partition(".")
    lead = f"{part}, " if part else ""
    if section:
        return lead + say(N_("section {section}, line {line}"), section=section, line=line)
    return lead + say(N_("line {line}"), line=line)


def section_number(sections: Iterable[Section], place: Span) -> str:
    """The numbers of the sections that hold ``place``, outermost first: 'II.1'. A number that already has its
    parent's in it ('1.1' under '1') takes the parent's place.
    """
    path: list[str] = []
    inside: Iterable[Section] = sections
    while True:
        section = next((one for one in inside if one.start <= place.start < one.end), None)
        if section is None:
            return ".".join(path)
        if section.number:
            if path and section.number.startswith(f"{path[-1]}."):
                path.pop()
            path.append(section.number)
        inside = section.children


def context(text: str, place: Span, related: Iterable[Span] = ()) -> list[Piece]:
    """The passage with the words around it: the lines it stands in, cut at about 220 characters on either side."""
    start = max(text.rfind("\n", 0, place.start) + 1, place.start - _AROUND)
    end = min(place.end, place.start + _WHOLE)
    stop = text.find("\n", end)
    stop = min(stop if stop >= 0 else len(text), end + _AROUND)
    if stop - start < _SHORT:  # a heading or a row says little alone: the lines beside it come with it
        start = max(text.rfind("\n", 0, max(start - 1, 0)) + 1, start - _AROUND)
        after = text.find("\n", min(stop + 1, len(text)))
        stop = min(after if after >= 0 else len(text), stop + _AROUND)
    start, stop = _whole_words(text, start, stop, place, end)
    while start < place.start and text[start].isspace():
        start += 1
    while stop > end and text[stop - 1].isspace():
        stop -= 1
    marks = [(place.start, end, "place")]
    marks += [(one.start, one.end, "related") for one in related if start <= one.start and one.end <= stop]
    pieces: list[Piece] = [Piece("… ")] if start > 0 and text[start - 1] != "\n" else []
    at = start
    for first, last, mark in sorted(marks):
        if first < at:
            continue
        pieces += [Piece(text[at:first]), Piece(text[first:last], mark)]
        at = last
    pieces.append(Piece(text[at:stop]))
    if stop < len(text) and text[stop] != "\n":
        pieces.append(Piece(" …"))
    return [piece for piece in pieces if piece.text]


def _whole_words(text: str, start: int, stop: int, place: Span, end: int) -> tuple[int, int]:
    """Move both ends inwards to a blank, so that no word is cut."""
    if start > 0 and not text[start - 1].isspace():
        blank = text.find(" ", start, place.start)
        start = blank + 1 if blank >= 0 else start
    if stop < len(text) and not text[stop].isspace():
        blank = text.rfind(" ", end, stop)
        stop = blank if blank >= 0 else stop
    return start, stop
