"""The printed lines of a head or tail (dòng in), however its columns came over: as cells, tabs, bars, wide blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tongket.model.places import Span
from tongket.model.sources import Block, Source
from tongket.reading.running.flow import FlowParagraph
from tongket.vietnamese.blanks import NO_FAULT, Blanks
from tongket.vietnamese.unicode import nfc

_GAP = re.compile(r"[ \u00a0]{3,}|\t+|\s*\|\s*")
_INDENT = 8  # blanks at the beginning of a line: fewer are an indent, and no empty column
# What stands in the right column of a head: when a converter left one blank between the columns, the line parts here.
_RIGHT = re.compile(
    r"(?<=\S)\s+(?=C\wNG\s+H\w\w\s+X\w\s|Đ\wc\s+l\wp\s?[-–]|ĐẢNG CỘNG SẢN VIỆT NAM\b"
    r"|ĐOÀN TNCS HỒ CHÍ MINH$|ĐỘI TNTP HỒ CHÍ MINH$)"
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of one column: clean text, its place in the source, its column (0 left), and whether it is bold."""

    text: str
    start: int
    end: int
    column: int
    bold: bool = False

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)


def printed_lines(
    source: Source, paragraphs: Iterable[FlowParagraph], *, head: bool = False, blanks: Blanks = NO_FAULT
) -> list[PrintedLine]:
    """The lines of some paragraphs in reading order; a row of several columns gives the left column first.

    ``blanks``: those to put right in their text.
    """
    lines: list[PrintedLine] = []
    for paragraph in paragraphs:
        for index in paragraph.blocks:
            lines += _block_lines(source, source.blocks[index], blanks, head=head)
    return lines


def _block_lines(source: Source, block: Block, blanks: Blanks, *, head: bool) -> list[PrintedLine]:
    ranges = [(cell.start, cell.end, column) for column, cell in enumerate(block.cells)] or [
        (block.start, block.end, 0)
    ]
    lines = []
    for start, end, column in ranges:
        inside = [at for at in block.breaks if start <= at < end]
        for low, high in zip((start, *inside), (*inside, end), strict=True):
            lines += _parts(source, block, low, high, column, blanks, head=head)
    return lines


def _parts(
    source: Source, block: Block, start: int, end: int, column: int, blanks: Blanks, *, head: bool
) -> list[PrintedLine]:
    cuts = [(found.start(), found.end()) for found in _GAP.finditer(source.text, start, end)]
    if head:
        cuts += [(found.start(), found.end()) for found in _RIGHT.finditer(source.text, start, end)]
        cuts.sort()
    found = []
    at = start
    for low, high in [*cuts, (end, end)]:
        if low < at:
            continue
        line = _line(source, block, at, low, column, blanks)
        if line is not None:
            found.append(line)
            column += 1 if not block.cells else 0
        elif low > start or not block.cells:
            column += 1 if low == start and not block.cells and not _is_indent(source.text[low:high]) else 0
        at = high
    return found


def _is_indent(gap: str) -> bool:
    return len(gap) < _INDENT and not gap.strip(" \u00a0")


def _line(source: Source, block: Block, start: int, end: int, column: int, blanks: Blanks) -> PrintedLine | None:
    pieces, at = [], start
    low, high = end, start
    for mark in [*block.markup, Span(end, end)]:
        if mark.start < at or mark.start > end:
            continue
        piece = source.text[at : mark.start]
        if piece.strip():
            low = min(low, at + len(piece) - len(piece.lstrip()))
            high = max(high, at + len(piece.rstrip()))
        pieces.append(blanks.mended(source.text, at, mark.start) if blanks else piece)
        at = mark.end
    text = nfc("".join(pieces)).strip(" \t\u00a0\ufeff")
    if not text:
        return None
    bold = any(style.style == "bold" and style.start <= low and style.end >= high for style in block.styles)
    return PrintedLine(text, low, high, column, bold)
