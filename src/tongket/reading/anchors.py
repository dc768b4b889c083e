"""Where notes are called in the running text (dấu chú thích)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tongket.model.sources import Block, Source
from tongket.reading.joining import PLAIN_DIGITS, SUPERSCRIPTS, Group

_RAISED = re.compile(rf"[{SUPERSCRIPTS}]+")
# m², km², m³/s, cm³ are units and 10³ is a power: these marks belong to the text.
_UNIT_BEFORE = re.compile(r"(?:^|[^A-Za-zÀ-ỹĐđ])(?:k|c|d|m|h|da)?m$")
_POWER_BEFORE = re.compile(r"(?:^|\D)10$")
_SQUARE = re.compile(r"[ \u00a0]?\[(\d{1,3})\](?!\()")
_ROUND = re.compile(r"(?:(?<=[^\W\d_])|(?<=[)%”]))\((\d{1,2})\)(?=[\s.,;:)]|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RawAnchor:
    """A note's mark in the source: its range, and the mark in plain digits."""

    start: int
    end: int
    mark: str


def find_anchors(source: Source, groups: Iterable[Group]) -> dict[int, list[RawAnchor]]:
    """The marks of notes in each body block or row, by index of the block; marks that units own are none."""
    found: dict[int, list[RawAnchor]] = {}
    notes = [group for group in groups if group.kind == "note"]
    if source.anchors:
        _known_anchors(source, found)
        return found
    if source.format != "txt":
        return found
    marks = {note.mark for note in notes}
    inside = {line.index for note in notes for line in note.lines}
    typed = {source.text[note.lines[0].start : note.text_at].strip()[:1] for note in notes}
    is_raised = any(mark in source.text for mark in SUPERSCRIPTS)
    for index, block in enumerate(source.blocks):
        if index in inside:
            continue
        here = list(_raised(source.text, block, marks)) if is_raised else []
        if "[" in typed:
            here += _typed(_SQUARE, source.text, block, marks)
        if "(" in typed:
            here += _typed(_ROUND, source.text, block, marks)
        if block.styles:
            here += _styled(source.text, block, marks)
        if here:
            found[index] = sorted(here, key=lambda anchor: anchor.start)
    return found


def _known_anchors(source: Source, found: dict[int, list[RawAnchor]]) -> None:
    order = 0
    for anchor in sorted(source.anchors, key=lambda anchor: anchor.start):
        while order < len(source.blocks) and source.blocks[order].end < anchor.end:
            order += 1
        if order < len(source.blocks):
            mark = source.blocks[anchor.note].mark or source.text[anchor.start : anchor.end]
            found.setdefault(order, []).append(RawAnchor(anchor.start, anchor.end, mark))


def _raised(text: str, block: Block, marks: set[str]) -> Iterable[RawAnchor]:
    for match in _RAISED.finditer(text, block.start, block.end):
        at = match.start()
        mark = match.group().translate(PLAIN_DIGITS)
        before = text[max(block.start, at - 12) : at]
        if _UNIT_BEFORE.search(before) and mark in {"2", "3"}:
            continue
        if _POWER_BEFORE.search(before) or (before[-1:].isdigit() and mark not in marks):
            continue
        yield RawAnchor(at, match.end(), mark)


def _typed(pattern: re.Pattern[str], text: str, block: Block, marks: set[str]) -> list[RawAnchor]:
    return [
        RawAnchor(match.start(), match.end(), match.group(1))
        for match in pattern.finditer(text, block.start, block.end)
        if match.group(1) in marks
    ]


def _styled(text: str, block: Block, marks: set[str]) -> list[RawAnchor]:
    """Raised plain digits of a converter ('<sup>1</sup>'); a raised digit after a unit of length stays."""
    found = []
    for style in block.styles:
        mark = text[style.start : style.end].strip()
        if style.style != "superscript" or mark not in marks:
            continue
        before = re.sub(r"<[^<>]*>$", "", text[max(block.start, style.start - 20) : style.start])
        if not _UNIT_BEFORE.search(before):
            found.append(RawAnchor(style.start, style.end, mark))
    return found
