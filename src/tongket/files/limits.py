"""How much of a file is read: what is longer than any report is read up to here, and said to be cut."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from operator import gt, sub

from tongket.messages import N_, Told
from tongket.model.sources import Block, Source

MOST_LETTERS = 3_000_000  # a thousand full pages have 2.6 million
MOST_LINES = 75_000  # a thousand pages have forty thousand
MOST_CELLS = 100_000  # of all tables; the appendices of a province have some thousands
MOST_MARKS = 200_000  # of emphasis
MOST_NUMBERS = 30_000  # outside tables; 300 pages that are as dense as any hold fewer

_NUMBER = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_FLOOD = re.compile(r"\s{200,}")  # blanks in a row; columns that blanks part stand up to 150 apart
_BETWEEN = 50  # of them
_NO_BLANK = "\u2800"  # shows nothing, and is no blank to an expression

CUT = N_(
    "The file is longer than any report: what follows its first {letters} million letters, {lines} thousand lines, "
    "{table_cells} thousand table cells or {numbers} thousand numbers was not read. Check that it is the report. Give "
    "the report and its appendices apart."
)


def within_limits(source: Source) -> Source:
    """``source`` up to the limits, and a warning where something lies beyond them; its text stays whole.

    A block that passes a limit is kept up to the word before: a file of one long paragraph is read as far as others.
    Of more blanks in a row than any page has, some are taken for marks: each expression that lets blanks stand between
    two words would go through all of them again and again.
    """
    if _FLOOD.search(source.text):
        source = replace(source, text=_FLOOD.sub(_parted, source.text))
    kept = _kept(source)
    if len(kept) == len(source.blocks) and (not kept or kept[-1] is source.blocks[-1]):
        return source
    return replace(
        source,
        blocks=kept,
        anchors=tuple(anchor for anchor in source.anchors if anchor.note < len(kept)),
        warnings=(*source.warnings, _cut()),
    )


def _parted(flood: re.Match[str]) -> str:
    blanks = flood[0]
    parts = (blanks[at : at + _BETWEEN] for at in range(0, len(blanks), _BETWEEN + 1))
    return _NO_BLANK.join(parts).ljust(len(blanks), _NO_BLANK)


def cut_at(source: Source) -> int | None:
    """Where the reading of a source that is too long stopped; None where all of it is read."""
    if not any(isinstance(told, Told) and told.message == CUT for told in source.warnings):
        return None
    return max((block.end for block in source.blocks), default=0)


def _cut() -> Told:
    facts = {
        "letters": MOST_LETTERS // 1_000_000,
        "lines": MOST_LINES // 1000,
        "table_cells": MOST_CELLS // 1000,
        "numbers": MOST_NUMBERS // 1000,
    }
    return Told(CUT, tuple(facts.items()))


_Sizes = tuple[int, int, int, int, int]  # letters, lines, cells, marks of emphasis, numbers outside tables


def _kept(source: Source) -> tuple[Block, ...]:
    """The blocks within the limits; the last one may be the beginning of one that passes them."""
    room = (MOST_LETTERS, MOST_LINES, MOST_CELLS, MOST_MARKS, MOST_NUMBERS)
    for index, block in enumerate(source.blocks):
        held = _held(source.text, block)
        if any(map(gt, held, room)):
            begun = _begun(source.text, block, room)
            return (*source.blocks[:index], begun) if begun else source.blocks[:index]
        letters, lines, cells, marks, numbers = map(sub, room, held)
        room = (letters, lines, cells, marks, numbers)
    return source.blocks


def _held(text: str, block: Block) -> _Sizes:
    numbers = sum(1 for _ in _NUMBER.finditer(text, block.start, block.end)) if block.kind != "row" else 0
    lines = 1 + max(len(block.breaks), text.count("\n", block.start, block.end))  # a row may be put together of many
    return block.end - block.start, lines, len(block.cells), len(block.markup), numbers


def _begun(text: str, block: Block, room: _Sizes) -> Block | None:
    """The words of ``block`` before what goes beyond the room that is left; None where there are none."""
    letters, lines, cells, marks, numbers = room
    if lines < 1:
        return None
    found = _NUMBER.finditer(text, block.start, block.end) if block.kind != "row" else iter(())
    beyond = [
        min(block.start + letters, block.end),
        *block.breaks[lines - 1 :][:1],
        *(cell.start for cell in block.cells[cells:][:1]),
        *(mark.start for mark in block.markup[marks:][:1]),
        *(number.start() for number in islice(found, numbers, numbers + 1)),
    ]
    head = text[block.start : min(beyond)]
    blank = max(map(head.rfind, " \t\n"))
    end = block.start + len(head[:blank].rstrip() if blank > 0 else head)
    if end == block.start:
        return None
    return replace(
        block,
        end=end,
        styles=tuple(replace(one, end=min(one.end, end)) for one in block.styles if one.start < end),
        markup=tuple(one for one in block.markup if one.end <= end),
        cells=tuple(replace(one, end=min(one.end, end)) for one in block.cells if one.start <= end),
        breaks=tuple(at for at in block.breaks if at < end),
    )
