"""Lines typed in fonts of before Unicode ('.VnTime', 'VNI-Times'): letters to Unicode, and offsets with them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from tongket.files.docx.line import Line, NoteMark
from tongket.vietnamese.legacy import decode_runs

_MOST_PIECES = 200  # decoded together: the time that takes grows with their square


def decoded(line: Line) -> Line:
    """``line`` with what is set in old fonts in Unicode; letters may become fewer, so all offsets move.

    Runs beside each other in one font are decoded together: Word cuts words anywhere.
    """
    if not line.fonts:
        return line
    text = line.text
    cuts = sorted({0, line.length, *_offsets(line)})
    starts = [start for start, _, _, _ in line.fonts]
    pieces: list[tuple[str, str]] = []
    raised: list[bool] = []
    for start, end in pairwise(cuts):
        found = line.fonts[max(bisect_right(starts, start) - 1, 0)]
        inside = found[0] <= start < found[1]
        pieces.append((text[start:end], found[2] if inside else ""))
        raised.append(inside and found[3])
    found_texts = [text for batch in _batches(pieces) for text in decode_runs(batch)]
    texts = [one.upper() if up else one for one, up in zip(found_texts, raised, strict=True)]
    at = dict(zip(cuts, accumulate(map(len, texts), initial=0), strict=True))
    return Line(
        texts,
        at[line.length],
        [(at[start], at[end], looks) for start, end, looks in line.runs],
        [at[offset] for offset in line.breaks],
        [NoteMark(at[mark.start], at[mark.end], mark.note) for mark in line.marks],
        line.boxes,
        line.page,
    )


def _batches(pieces: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The pieces of a line; of an endless one so many at a time, cut between words where that can be."""
    start = 0
    for at in range(1, len(pieces)):
        held = at - start
        between = pieces[at - 1][0][-1:].isspace() or pieces[at][0][:1].isspace()
        if held >= 2 * _MOST_PIECES or (held >= _MOST_PIECES and between):
            yield pieces[start:at]
            start = at
    yield pieces[start:]


def _offsets(line: Line) -> set[int]:
    """Where a piece of the line begins or ends, and where a line break stands, which is a piece of its own."""
    found = {offset for start, end, _ in line.runs for offset in (start, end)}
    found |= {offset for start, end, _, _ in line.fonts for offset in (start, end)}
    found |= {offset for mark in line.marks for offset in (mark.start, mark.end)}
    return found | {offset + step for offset in line.breaks for step in (0, 1)}
