"""Which lines are notes (chú thích): those that begin with a mark, and where the text behind the mark begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.model.sources import Source
from tongket.reading.note_calls import round_calls
from tongket.reading.source_lines import Line

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")

_SUPERSCRIPT_NOTE = re.compile(rf"\s*([{SUPERSCRIPTS}]{{1,3}})[.)]?\s*(?=\S)")
_TYPED_NOTE = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,2})\))\s*(?=\S)")
# Each begins with a fixed letter, because such a search is many times faster; what stands before is looked at after it
_SQUARE_ANCHOR = re.compile(r"\[(\d{1,3})\](?!\()")

_NEAR = 30  # lines from one point of a list to the next


def find_notes(source: Source, lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Blocks that begin with a note's mark: their mark, and where the text after it begins."""
    text = source.text
    notes: dict[int, tuple[str, int]] = {}
    typed: dict[int, tuple[str, int]] = {}
    if source.format != "txt":
        return notes
    for line in lines:
        first = line.text[0]
        if not first.isdigit() and first not in "[(":
            continue
        block = source.blocks[line.index]
        if first in SUPERSCRIPTS:
            found = _SUPERSCRIPT_NOTE.match(text, block.start, block.end)
            if found:
                notes[line.index] = (found.group(1).translate(PLAIN_DIGITS), found.end())
        elif first in "[(":
            found = _TYPED_NOTE.match(text, block.start, block.end)
            if found:
                typed[line.index] = (found.group(1) or f"({found.group(2)})", found.end())
        elif block.styles and block.styles[0].style == "superscript":
            style = block.styles[0]
            mark = text[style.start : style.end].strip()
            if mark.isdigit() and style.start - block.start <= 8 and line.text.startswith(mark):
                after = next((span.end for span in block.markup if span.start >= style.end), style.end)
                while after < block.end and text[after] == " ":
                    after += 1
                notes[line.index] = (mark, after)
    return notes | _proven(source, typed)


def _proven(source: Source, typed: dict[int, tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """Typed marks ('[1]', '(1)') count as notes only where the same mark stands in the text above, after a word.

    One whose call is lost counts on the line below the note before it; one that goes on a list of the text, '(2)' below
    a '(1)' that is no note, never does, and the copies that recipients get ('Lưu: VT (2)') call none of it.
    """
    if not typed:
        return {}
    text = source.text
    square: dict[str, int] = {}
    for found in _SQUARE_ANCHOR.finditer(text):
        word = text[max(found.start() - 2, 0) : found.start()].rstrip(" \u00a0")[-1:]
        if word and not word.isspace():
            square.setdefault(found[1], found.start())
    rounds: dict[str, int] = {}
    if any(mark.startswith("(") for mark, _ in typed.values()):
        for found in round_calls(text):
            rounds.setdefault(f"({found[1]})", found.start())
    kept: dict[int, tuple[str, int]] = {}
    listed: tuple[int, int] | None = None  # the line and number of a point '(1)' above that is no note
    for index, (mark, at) in typed.items():
        is_round, bare = mark.startswith("("), mark.strip("()")
        if is_round and listed is not None and index - listed[0] <= _NEAR and int(bare) == listed[1] + 1:
            listed = (index, int(bare))
            continue
        called = (rounds if is_round else square).get(mark, len(source.text)) < at
        before = kept.get(index - 1)
        if called or (before is not None and before[0].isdigit() and int(before[0]) + 1 == int(bare)):
            kept[index], listed = (bare, at), None
        elif is_round:
            listed = (index, int(bare))
    return kept
