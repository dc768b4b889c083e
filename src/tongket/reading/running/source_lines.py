"""The printed lines of a source (dòng in): what stands between two line ends, clean."""

from __future__ import annotations

from typing import NamedTuple

from tongket.model.sources import Block, Source
from tongket.vietnamese.blanks import NO_FAULT, Blanks
from tongket.vietnamese.unicode import breakable, nfc

_END_MARKS = frozenset(".;:!?…/")
_CLOSERS = "”\"’')»] \u00a0*_"


class Line(NamedTuple):
    """A printed line: its block, its range in the source, its clean text, and whether a blank line stands before it.

    ``ends`` is the last telling character, closing quotes and brackets passed over.
    """

    index: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs here
    start: int
    end: int
    text: str
    blank_before: bool
    ends: str

    @property
    def is_ended(self) -> bool:
        """Whether an end mark closes the line."""
        return self.ends in _END_MARKS

    @property
    def begins_lower(self) -> bool:
        """Whether it begins in the middle of a sentence: a small letter, or a mark that nothing can begin with."""
        first = self.text[0]
        return first.islower() or first in ",;.)”»:%/"

    @property
    def is_capitals(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()


def _without_markup(text: str, block: Block, start: int, end: int) -> str:
    """``start``..``end`` of a block of ``text`` without emphasis marks."""
    pieces, at = [], start
    for mark in block.markup:
        if mark.end <= at or mark.start >= end:
            continue
        pieces.append(text[at : mark.start])
        at = mark.end
    return "".join((*pieces, text[at:end]))


_new = tuple.__new__  # of a named tuple, without the function in between: of use where tens of thousands are made


def read_lines(source: Source, *, composed: bool, blanks: Blanks = NO_FAULT) -> list[Line]:
    """Every printed line; a paragraph with line breaks in it is several. Lines of mere emphasis marks are left out.

    ``composed``: all of the source's text is in NFC. ``blanks``: those to put right.
    """
    lines: list[Line] = []
    before = 0
    whole = breakable(source.text)
    to_mend = bool(blanks)
    for index, block in enumerate(source.blocks):
        start, end = block.start, block.end
        blank = start - before > 1 and whole.count("\n", before, start) > 1
        before = end
        if not block.markup and not block.breaks:  # nearly all, and then with half the work
            text = (blanks.mended(whole, start, end) if to_mend else whole[start:end]).strip()
            if not composed:
                text = nfc(text).strip()
            if text:
                ends = text[-1]
                if ends in _CLOSERS:
                    ends = text.rstrip(_CLOSERS)[-1:]
                lines.append(_new(Line, (index, start, end, text, blank, ends)))
            continue
        breaks = block.breaks if block.kind in ("paragraph", "text_box") else ()
        for start, end in zip((block.start, *breaks), (*breaks, block.end), strict=True):
            text = _without_markup(whole, block, start, end)
            text = (text if composed else nfc(text)).strip()
            if text:
                lines.append(Line(index, start, end, text, blank, text.rstrip(_CLOSERS)[-1:]))
                blank = False
    return lines
