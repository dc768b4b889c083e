"""How much of a file is read: what is longer than any report is read up to here, and said to be cut."""

from __future__ import annotations

import re
from dataclasses import replace

from tongket.messages import N_, Told
from tongket.model.sources import Source

MOST_LINES = 75_000  # a thousand pages have forty thousand
MOST_CELLS = 150_000  # of all tables; the appendices of a province have some thousands
MOST_MARKS = 200_000  # of emphasis
MOST_NUMBERS = 75_000  # outside tables; a report of a province has some thousands

_NUMBER = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")

CUT = N_(
    "The file is longer than any report: what follows its first {lines} thousand lines, {cells} thousand "
    "table cells or {numbers} thousand numbers was not read. Check that it is the report. Give the report and its "
    "appendices apart."
)


def within_limits(source: Source) -> Source:
    """``source`` without the blocks beyond the limits, and a warning where there are any; its text stays whole."""
    kept = _kept(source)
    if kept == len(source.blocks):
        return source
    return replace(
        source,
        blocks=source.blocks[:kept],
        anchors=tuple(anchor for anchor in source.anchors if anchor.note < kept),
        warnings=(*source.warnings, _cut()),
    )


def _cut() -> Told:
    facts = {"lines": MOST_LINES // 1000, "cells": MOST_CELLS // 1000, "numbers": MOST_NUMBERS // 1000}
    return Told(CUT, tuple(facts.items()))


def _kept(source: Source) -> int:
    """How many blocks lie within the limits."""
    lines = cells = marks = numbers = kept = 0
    for block in source.blocks:
        lines += 1 + len(block.breaks)
        cells += len(block.cells)
        marks += len(block.markup)
        if block.kind != "row":
            numbers += sum(1 for _ in _NUMBER.finditer(source.text, block.start, block.end))
        if lines > MOST_LINES or cells > MOST_CELLS or marks > MOST_MARKS or numbers > MOST_NUMBERS:
            break
        kept += 1
    return kept
