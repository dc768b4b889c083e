"""Where notes are called in the running text (dấu chú thích)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tongket.model.sources import Block, Source
from tongket.reading.running.grouping import Group
from tongket.reading.running.note_calls import round_calls
from tongket.reading.running.note_lines import PLAIN_DIGITS, SUPERSCRIPTS

_RAISED = re.compile(rf"[{SUPERSCRIPTS}]+")
# m², km², m³/s, cm³ are units and 10³ is a power: these marks belong to the text.
_UNIT_BEFORE = re.compile(r"(?:^|[^A-Za-zÀ-ỹĐđ])(?:k|c|d|m|h|da)?m$")
_POWER_BEFORE = re.compile(r"(?:^|\D)10$")
_SQUARE = re.compile(r"[ \u00a0]?\[(\d{1,3})\](?!\()")


@dataclass(frozen=True, slots=True)
class RawAnchor:
    """A note's mark in the source: its range, and the mark in plain digits."""

    start: int
    end: int
    mark: str


def find_anchors(source: Source, notes: Sequence[Group]) -> dict[int, list[RawAnchor]]:
    """The marks of ``notes`` in each body block or row, by index of the block; marks that units own are none."""
    found: dict[int, list[RawAnchor]] = {}
    if source.anchors:
        _known_anchors(source, found)
        return found
    if source.format != "txt":
        return found
    marks = {note.mark for note in notes}
    inside = {line.index for note in notes for line in note.lines}
    typed = {source.text[note.lines[0].start : note.text_at].strip()[:1] for note in notes}
    blocks = source.blocks
    ends = [block.end for block in blocks]
    for mark, is_raised in _marks(source.text, typed):
        index = bisect_right(ends, mark.start())
        if index == len(blocks) or mark.start() < blocks[index].start or index in inside:
            continue
        anchor = _raised(source.text, blocks[index], mark, marks) if is_raised else _typed(mark, marks)
        if anchor is not None:
            found.setdefault(index, []).append(anchor)
    for index, block in enumerate(blocks):
        if block.styles and index not in inside and (styled := _styled(source.text, block, marks)):
            found.setdefault(index, []).extend(styled)
    for here in found.values():
        here.sort(key=lambda anchor: anchor.start)
    return found


def _marks(text: str, typed: Collection[str]) -> Iterator[tuple[re.Match[str], bool]]:
    """What may be a mark in the whole of ``text``, and whether it is a raised one."""
    end = 0
    for at in positions(text, SUPERSCRIPTS):
        if at >= end and (raised := _RAISED.match(text, at)) is not None:
            end = raised.end()
            yield raised, True
    if "[" in typed:
        yield from ((match, False) for match in _SQUARE.finditer(text))
    if "(" in typed:
        yield from ((match, False) for match in round_calls(text))


def positions(text: str, chars: str) -> list[int]:
    """Where any of ``chars`` stands in ``text``, in order: for rare ones many times faster than a class of them."""
    found: list[int] = []
    for char in chars:
        at = text.find(char)
        while at >= 0:
            found.append(at)
            at = text.find(char, at + 1)
    return sorted(found)


def _known_anchors(source: Source, found: dict[int, list[RawAnchor]]) -> None:
    order = 0
    for anchor in sorted(source.anchors, key=lambda anchor: anchor.start):
        while order < len(source.blocks) and source.blocks[order].end < anchor.end:
            order += 1
        if order < len(source.blocks):
            mark = source.blocks[anchor.note].mark or source.text[anchor.start : anchor.end]
            found.setdefault(order, []).append(RawAnchor(anchor.start, anchor.end, mark))


def _raised(text: str, block: Block, match: re.Match[str], marks: set[str]) -> RawAnchor | None:
    at = match.start()
    mark = match.group().translate(PLAIN_DIGITS)
    before = text[max(block.start, at - 12) : at]
    if _UNIT_BEFORE.search(before) and mark in {"2", "3"}:
        return None
    if _POWER_BEFORE.search(before) or (before[-1:].isdigit() and mark not in marks):
        return None
    return RawAnchor(at, match.end(), mark)


def _typed(match: re.Match[str], marks: set[str]) -> RawAnchor | None:
    return RawAnchor(match.start(), match.end(), match.group(1)) if match.group(1) in marks else None


def _styled(text: str, block: Block, marks: set[str]) -> list[RawAnchor]:
    """Raised plain digits of a converter ('<sup>1</sup>'); a raised digit after a unit of length stays."""
    found = []
    for style in block.styles:
        if style.style != "superscript" or (mark := text[style.start : style.end].strip()) not in marks:
            continue
        before = re.sub(r"<[^<>]*>$", "", text[max(block.start, style.start - 20) : style.start])
        if not _UNIT_BEFORE.search(before):
            found.append(RawAnchor(style.start, style.end, mark))
    return found
