"""How much of a file is read: what is longer than any report is read up to here, and said to be cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tongket.messages import N_
from tongket.model.sources import Block, Source

MOST_LINES = 75_000  # a thousand pages have forty thousand
MOST_CELLS = 150_000  # of all tables; the appendices of a province have some thousands
MOST_MARKS = 200_000  # of emphasis

CUT = N_(
    "The file is longer than any report: what follows its first 75,000 lines or 150,000 table cells was not read. "
    "Check that it is the report; if it holds many, give each its own file."
)


def within_limits(source: Source) -> Source:
    """``source`` without the blocks beyond the limits, and a warning where there are any; its text stays whole."""
    kept = _kept(source.blocks)
    if kept == len(source.blocks):
        return source
    return replace(
        source,
        blocks=source.blocks[:kept],
        anchors=tuple(anchor for anchor in source.anchors if anchor.note < kept),
        warnings=(*source.warnings, CUT),
    )


def _kept(blocks: Iterable[Block]) -> int:
    lines = cells = marks = kept = 0
    for block in blocks:
        lines += 1 + len(block.breaks)
        cells += len(block.cells)
        marks += len(block.markup)
        if lines > MOST_LINES or cells > MOST_CELLS or marks > MOST_MARKS:
            break
        kept += 1
    return kept
