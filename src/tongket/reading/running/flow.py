"""The running text of a source, clean: what a person reads, each character still pointing at the source.

Emphasis marks and note marks are not in it; text is NFC; a paragraph cut by a hard line end, a page break or a block of
notes is whole again; blanks that a producer of PDF lost or added throughout are put right; the notes follow as
paragraphs of their own. Every grammar reads ``Flow.text`` and gives back places through ``Flow.span``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tongket.model.places import Span
from tongket.model.sources import Block, Source
from tongket.reading.running.anchors import RawAnchor, find_anchors, positions
from tongket.reading.running.grouping import group_blocks
from tongket.vietnamese.blanks import NO_FAULT, Blanks, find_blanks
from tongket.vietnamese.unicode import INVISIBLE, as_read, breakable, may_be_misread, nfc

FlowKind = Literal["body", "note", "row"]


class FlowParagraph(NamedTuple):
    """One paragraph of ``Flow.text``: its range there, and the source blocks that it is made of (indexes).

    A named tuple, as ``Line``.
    """

    kind: FlowKind
    start: int
    end: int
    blocks: tuple[int, ...]
    mark: str = ""  # of a note


@dataclass(frozen=True, slots=True)
class Anchor:
    """A note mark taken out of the flow: where it stood in the flow and in the source, and the mark."""

    at: int  # flow offset of the character after it
    start: int  # source offsets of the mark itself
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Clean text with paragraphs one a line (``\\n`` between them, cells of a row between tabs)."""

    text: str
    paragraphs: tuple[FlowParagraph, ...]
    anchors: tuple[Anchor, ...]
    _flow_starts: tuple[int, ...]
    _raw_starts: tuple[int, ...]
    _lengths: tuple[int, ...]
    blanks: Blanks = NO_FAULT  # what was put right, for those who read the source beside it
    _tails: Mapping[int, int] = field(default_factory=dict)  # where a letter ends behind its combining marks

    def raw(self, offset: int) -> int:
        """The source offset of the flow character at ``offset``; 0 where the source holds no text at all."""
        if not self._flow_starts:
            return 0
        index = bisect_right(self._flow_starts, offset) - 1
        if index < 0:
            index = 0
        within, last = offset - self._flow_starts[index], self._lengths[index] - 1
        if within > last:
            within = last if last > 0 else 0
        return self._raw_starts[index] + within

    def span(self, start: int, end: int) -> Span:
        """The source range that flow ``start``..``end`` came from (its outer ends; a cut passage includes the cut)."""
        return Span(*self.bounds(start, end))

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """As ``span``, without building one: for those who ask thousands of times."""
        starts = self._flow_starts
        index = bisect_right(starts, start) - 1
        if start < end and index >= 0 and end <= starts[index] + self._lengths[index]:  # in one piece, as nearly all
            shift = self._raw_starts[index] - starts[index]
            return start + shift, self._tail(end + shift) if self._tails else end + shift
        first = self.raw(start)
        return first, self._tail(self.raw(end - 1) + 1) if start < end else first

    def _tail(self, end: int) -> int:
        return self._tails.get(end, end) if self._tails else end

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The pieces of the source that flow ``start``..``end`` came from, in order, without what lies between."""
        return tuple(Span(low, high) for low, high in self.pieces(start, end))

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """As ``spans``, without building them: a text in NFD has one for each letter with a mark."""
        first = max(bisect_right(self._flow_starts, start) - 1, 0)
        runs = slice(first, bisect_left(self._flow_starts, end))
        for at, raw, length in zip(self._flow_starts[runs], self._raw_starts[runs], self._lengths[runs], strict=True):
            low, high = max(start - at, 0), min(end - at, length)
            if high > low:
                yield raw + low, self._tail(raw + high)


_VISIBLE = re.compile(f"[^{INVISIBLE}]+")


class FlowBuilder:
    """Puts a flow together from ranges of the source."""

    def __init__(self, text: str, *, composed: bool, blanks: Blanks = NO_FAULT) -> None:
        self._source = breakable(as_read(text) if may_be_misread(text) else text)
        self._invisible = positions(text, INVISIBLE)
        self._composed = composed  # all of it is in NFC
        self._faults = blanks
        self._lost = frozenset(blanks.lost)
        self._blanks = sorted((*blanks.lost, *blanks.added))
        self._is_sound = composed and not self._blanks  # as nearly every text
        self._plain_from = self._plain_to = 0  # the stretch of a sound text of which it is known that all of it shows
        self._pieces: list[str] = []
        self.at = 0  # how long the flow is by now
        self._raw_end = -1  # where the last run ends in the source: what goes on there needs no run of its own
        self._flow_starts: list[int] = []
        self._raw_starts: list[int] = []
        self._lengths: list[int] = []
        self._tails: dict[int, int] = {}

    @property
    def last(self) -> str:
        """The last two characters of the flow so far, or blanks."""
        return ("  " + "".join(self._pieces[-2:]))[-2:]

    def take(self, start: int, end: int) -> None:
        """Add the source's ``start``..``end`` in NFC: letters as they are read, and what shows nothing left out."""
        if start < end and self._is_plain(start, end):
            self._add(self._source[start:end], start, end - start)
            return
        if self._blanks:
            for at in self._blanks[bisect_left(self._blanks, start) : bisect_left(self._blanks, end)]:
                self._take_seen(start, at)
                is_lost = at in self._lost
                if is_lost and not self.last[1].isspace():
                    self.put(" ", at)
                start = at if is_lost else at + 1
        self._take_seen(start, end)

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether the source's ``start``..``end`` can be taken as it stands."""
        if self._plain_from <= start and end <= self._plain_to:
            return True
        if not self._is_sound or self._hides(start, end):
            return False
        hidden = self._invisible
        after = bisect_left(hidden, end)
        self._plain_from = hidden[after - 1] + 1 if after else 0
        self._plain_to = hidden[after] if after < len(hidden) else len(self._source)
        return True

    def _take_seen(self, start: int, end: int) -> None:
        if self._hides(start, end):
            for found in _VISIBLE.finditer(self._source, start, end):
                self._take(*found.span())
        elif start < end:
            self._take(start, end)

    def _hides(self, start: int, end: int) -> bool:
        hidden = self._invisible
        at = bisect_left(hidden, start)
        return at < len(hidden) and hidden[at] < end

    def _take(self, start: int, end: int) -> None:
        piece = self._source[start:end]
        if self._composed or piece.isascii() or unicodedata.is_normalized("NFC", piece):
            self._add(piece, start, end - start)
            return
        at = start
        for cluster in _clusters(piece):
            composed = nfc(cluster)
            for char in composed:
                self._add(char, at, 1)
            if len(cluster) > 1:
                self._tails[at + 1] = at + len(cluster)
            at += len(cluster)

    def take_line(self, newline: int, start: int, end: int) -> None:
        """Add a line end, as if it stood at ``newline``, and the source's ``start``..``end`` behind it."""
        if newline + 1 == start < end and (
            (self._plain_from <= start and end <= self._plain_to) or self._is_plain(start, end)
        ):
            self._add(f"\n{self._source[start:end]}", newline, end - newline)
        else:
            self._add("\n", newline, 1)
            self.take(start, end)

    def put(self, char: str, raw: int) -> None:
        """Add ``char`` that is not in the source, as if it stood at ``raw``."""
        self._add(char, raw, 1)

    def _add(self, piece: str, raw: int, length: int) -> None:
        if raw == self._raw_end:
            self._lengths[-1] += length
        else:
            self._flow_starts.append(self.at)
            self._raw_starts.append(raw)
            self._lengths.append(length)
        self._pieces.append(piece)
        self.at += len(piece)
        self._raw_end = raw + length

    def build(self, paragraphs: Iterable[FlowParagraph], anchors: Iterable[Anchor]) -> Flow:
        """The flow so far, with its paragraphs."""
        return Flow(
            "".join(self._pieces),
            tuple(paragraphs),
            tuple(anchors),
            tuple(self._flow_starts),
            tuple(self._raw_starts),
            tuple(self._lengths),
            self._faults,
            self._tails,
        )


def _clusters(text: str) -> Iterable[str]:
    """Base characters with the combining marks that follow them."""
    start = 0
    for index in range(1, len(text)):
        if not unicodedata.combining(text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def build_flow(source: Source) -> Flow:
    """The running text of ``source``: body and rows in order, then the notes."""
    text = source.text
    composed = unicodedata.is_normalized("NFC", text)
    faults = find_blanks(text, composed=composed)
    groups = group_blocks(source, composed=composed, blanks=faults)
    notes = [group for group in groups if group.kind == "note"]
    anchors = find_anchors(source, notes)
    builder = FlowBuilder(_with_rows_on_a_line(source), composed=composed, blanks=faults)
    paragraphs: list[FlowParagraph] = []
    taken: list[Anchor] = []
    marked = {*anchors, *(index for index, block in enumerate(source.blocks) if block.markup)}
    body = [group for group in groups if group.kind != "note"] if notes else groups
    for kind, lines, mark, text_at in (*body, *notes):
        first, low, high, _, _, _ = lines[0]
        blanks = _BLANKS_OF[kind]
        newline = low - 1 if low else 0
        if len(lines) == 1 and first not in marked:  # as most are
            if text_at > low:
                low = text_at
            if low < high and (text[low] in blanks or text[high - 1] in blanks):
                low, high = _trimmed(text, low, high, blanks)
            if paragraphs:
                start = builder.at + 1
                builder.take_line(newline, low, high)
            else:
                start = 0
                builder.take(low, high)
            paragraphs.append(_new(FlowParagraph, (kind, start, builder.at, (first,), mark)))
            continue
        if paragraphs:
            builder.put("\n", newline)
        start = builder.at
        for order, line in enumerate(lines):
            block = source.blocks[line.index]
            at = max(line.start, text_at) if order == 0 else line.start
            low, high = _trimmed(text, at, line.end, blanks)
            if order and high > low and _needs_space(builder.last, text[low]):
                builder.put(" ", low)
            taken += _take(builder, block, low, high, anchors.get(line.index, ()))
        blocks: tuple[int, ...] = (first,)
        if len(lines) > 1:
            blocks = tuple(dict.fromkeys(line.index for line in lines))
        paragraphs.append(FlowParagraph(kind, start, builder.at, blocks, mark))
    return builder.build(paragraphs, taken)


def _with_rows_on_a_line(source: Source) -> str:
    """The text of ``source`` with tabs for the line ends between the cells of a row that stand one a line."""
    text, at = source.text, 0
    pieces: list[str] = []
    for block in source.blocks:
        if block.kind == "row" and text.find("\n", block.start, block.end) >= 0:
            for cell in block.cells:
                pieces.append("\t".ljust(cell.start - at) if at > block.start else text[at : cell.start])
                pieces.append(text[cell.start : cell.end].replace("\n", " "))
                at = cell.end
    return "".join((*pieces, text[at:])) if pieces else text


_new = tuple.__new__  # of a named tuple, without the function in between: of use where tens of thousands are made
_BLANKS = " \t\u00a0\ufeff\x0b\x0c"
_BLANKS_OF = {"body": _BLANKS, "note": _BLANKS, "row": " \u00a0\ufeff"}  # the tabs of a row part its cells


def _trimmed(text: str, low: int, high: int, blanks: str) -> tuple[int, int]:
    """``low``..``high`` without ``blanks`` around."""
    while low < high and text[low] in blanks:
        low += 1
    while high > low and text[high - 1] in blanks:
        high -= 1
    return low, high


def _needs_space(before: str, after: str) -> bool:
    """Whether two lines of a paragraph meet with a blank: not before an end mark, not in '2016-' '2020', 'QĐ-' 'UBND'.

    ``before``: the two characters before the line end.
    """
    if after in ",;.)”»:" or before[1].isspace():
        return False
    return not (before[1] in "-–/" and before[0].isalnum())


def _take(builder: FlowBuilder, block: Block, low: int, high: int, anchors: Sequence[RawAnchor]) -> Iterable[Anchor]:
    """Add ``low``..``high`` of a block without emphasis and note marks; the note marks are handed back."""
    if not block.markup and not anchors:
        builder.take(low, high)
        return ()
    cuts: list[tuple[int, int, RawAnchor | None]] = [(mark.start, mark.end, None) for mark in block.markup]
    cuts += [(anchor.start, anchor.end, anchor) for anchor in anchors]
    cuts.sort(key=lambda cut: cut[0])
    at = low
    found = []
    for start, end, anchor in cuts:
        if end <= low or start >= high:
            continue
        builder.take(at, max(start, at))
        at = max(end, at)
        if anchor is not None:
            found.append(Anchor(builder.at, start, end, anchor.mark))
    builder.take(at, high)
    return found
