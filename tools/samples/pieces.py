"""Rich text cut into runs of one look, and the truth about where its marks stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .richtext import Text

CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A run; ``note`` is a note anchored at its end."""

    start: int
    end: int
    bold: bool
    italic: bool
    notes: tuple[Text, ...] = ()


def pieces(text: Text) -> Iterator[Piece]:
    """The runs of ``text`` in order, cut where a look changes or a note is anchored."""
    looks = [mark for mark in text.marks if mark.kind in ("bold", "italic")]
    notes = [mark for mark in text.marks if mark.kind == "note"]
    cuts = {0, len(text.text)} | {m.start for m in looks} | {m.end for m in looks} | {m.start for m in notes}
    places = sorted(cuts)
    if len(places) == 1:
        return
    for start, end in pairwise(places):
        yield Piece(
            start,
            end,
            any(m.kind == "bold" and m.start <= start and end <= m.end for m in looks),
            any(m.kind == "italic" and m.start <= start and end <= m.end for m in looks),
            tuple(m.data["text"] for m in notes if m.start == end),
        )


def context(text: Text, start: int, end: int) -> tuple[str, str]:
    """Up to ``CONTEXT`` characters on either side, not beyond a note's mark."""
    anchors = [mark.start for mark in text.marks if mark.kind == "note"]
    low = max([0, start - CONTEXT, *[at for at in anchors if at <= start]])
    high = min([len(text.text), end + CONTEXT, *[at for at in anchors if at >= end]])
    return text.text[low:start], text.text[end:high]
