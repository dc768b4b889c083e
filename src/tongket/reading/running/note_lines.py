"""Which lines are notes (chú thích): those that begin with a mark, and where the text behind the mark begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.model.sources import Source
from tongket.reading.running.note_calls import round_calls
from tongket.reading.running.source_lines import Line

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")

_SUPERSCRIPT_NOTE = re.compile(rf"\s*([{SUPERSCRIPTS}]{{1,3}})[.)]?\s*(?=\S)")
_TYPED_NOTE = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,2})\))\s*(?=\S)")
# Each begins with a fixed letter, because such a search is many times faster; what stands before is looked at after it
_SQUARE_ANCHOR = re.compile(r"\[(\d{1,3})\](?!\()")


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

    One whose call is lost counts on the line below the note before it.
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
            if not _counts_copies(text, found.start()):
                rounds.setdefault(f"({found[1]})", found.start())
    kept: dict[int, tuple[str, int]] = {}
    for index, (mark, at) in typed.items():
        called = (rounds if mark.startswith("(") else square).get(mark, len(source.text)) < at
        bare = mark.strip("()")
        before = kept.get(index - 1)
        if called or (before is not None and before[0].isdigit() and int(before[0]) + 1 == int(bare)):
            kept[index] = (bare, at)
    return kept


_RECIPIENTS = re.compile(r"N(?:ơi nhận|ƠI NHẬN)\b[^\n]*(?:\s*\n\s*[-–+][^\n]*)*")
_LONGEST_RECIPIENTS = 900


def _counts_copies(text: str, at: int) -> bool:
    """Whether a mark among the recipients says how many copies they get: '- Lưu: VT (2).'"""
    low = max(0, at - _LONGEST_RECIPIENTS)
    begin = max(text.rfind("Nơi nhận", low, at), text.rfind("NƠI NHẬN", low, at))
    found = _RECIPIENTS.match(text, begin, at + 1) if begin >= 0 else None  # no farther, for speed
    return found is not None and at < found.end()
