"""Texts whose blanks a producer of PDF lost or added ('hỗtrợ', 'H ộ i đ ồ n g'): read as if they stood right.

Nobody typed those words together: the loss is told once, and what is misspelt beside it is found only when the words
are apart again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from tongket.model.findings import Finding, Severity
from tongket.model.places import Place, Span
from tongket.vietnamese.blanks import find_blanks
from tongket.vietnamese.numbers import format_number

_GLUED = re.compile(r"[^\W\d_]+")
_LONGEST = 40  # letters of words without a blank
MOST_TOLD = 10_000
"""Slips of a kind that are told of a text: nobody reads more, and a file of one slip over and over holds a million."""


class Apart(NamedTuple):
    """A text with its blanks put right: ``starts`` of its pieces, and how far each stands from its place as printed;
    ``lost`` blanks, and those within words (``torn``).
    """

    text: str
    starts: Sequence[int]
    shifts: Sequence[int]
    lost: Sequence[int]
    torn: Sequence[int] = ()

    def printed(self, start: int, end: int) -> Span:
        """The place in the text as it stands."""
        return Span(self._origin(start), self._origin(end - 1) + 1)

    def _origin(self, at: int) -> int:
        return at + self.shifts[bisect_right(self.starts, at) - 1]


def put_right(text: str) -> Apart:
    """``text`` with the blanks that it lost throughout, and without those that were added; else as it stands."""
    blanks = find_blanks(text)
    lost = frozenset(blanks.lost)
    starts, shifts, pieces, at, end = [0], [0], list[str](), 0, 0
    for place in sorted((*blanks.lost, *blanks.added)):
        piece = text[end:place] + " " * (place in lost)
        end = place if place in lost else place + 1
        pieces.append(piece)
        at += len(piece)
        starts.append(at)
        shifts.append(end - at)
    return Apart("".join((*pieces, text[end:])), starts, shifts, blanks.lost, blanks.added if blanks.torn else ())


Teller = Callable[[str], Iterable[Finding]]


def told_apart(apart: Apart, *tellers: Teller) -> list[Finding]:
    """What is told of the text with its blanks put right, at the places of the text as it stands."""
    found = [one for teller in tellers for one in islice(teller(apart.text), MOST_TOLD)]
    return [_as_printed(apart, one) for one in found] if len(apart.starts) > 1 else found


def _as_printed(apart: Apart, one: Finding) -> Finding:
    related = tuple(_printed(apart, place) for place in one.related)
    return replace(one, place=one.place and _printed(apart, one.place), related=related)


def _printed(apart: Apart, place: Place) -> Place:
    return apart.printed(place.start, place.end) if isinstance(place, Span) else place


def lost_blanks(text: str, apart: Apart) -> list[Finding]:
    """One hint at all words that stand without a blank."""
    places = [place for at in apart.lost if (place := _word_at(text, at)) is not None]
    if not places:
        return []
    first, *others = dict.fromkeys(places)
    here, cuts = text[first.start : first.end], [at for at in apart.lost if first.start < at < first.end]
    right = " ".join(text[low:high] for low, high in zip((first.start, *cuts), (*cuts, first.end), strict=True))
    related: tuple[Place, ...] = tuple(others)
    return [Finding("spelling", "info", first, "blank", {"here": here, "right": right}, related)]


def torn_words(text: str, torn: Sequence[int], severity: Severity) -> Iterator[Finding]:
    """One finding at all words whose letters stand apart ('thể ch ế', 'h ế t'), with their number."""
    places: list[Span] = []
    for at in torn:
        before = next((one for one in range(at, max(at - _LONGEST, 0), -1) if not text[one - 1].isalpha()), 0)
        end = next((one for one in range(at + 1, len(text)) if not text[one].isalpha()), len(text))
        if places and places[-1].end == at:
            places[-1] = Span(places[-1].start, end)
        else:
            places.append(Span(before, end))
    if places:
        here = text[places[0].start : places[0].end]
        facts = {"here": here, "right": here.replace(" ", ""), "number": format_number(len(places))}
        yield Finding("spelling", severity, places[0], "torn", facts, tuple(places[1:]))


def _word_at(text: str, at: int) -> Span | None:
    """The letters around a place; None where it is not inside a word."""
    for word in _GLUED.finditer(text, max(at - _LONGEST, 0), min(at + _LONGEST, len(text))):
        if word.start() < at < word.end():
            return Span(*word.span())
    return None
