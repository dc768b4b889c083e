"""Lines typed in fonts of before Unicode ('.VnTime', 'VNI-Times'): letters to Unicode, and offsets with them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise

from tongket.files.docx.line import Line, NoteMark
from tongket.vietnamese.legacy import decode_runs


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
    texts = [one.upper() if up else one for one, up in zip(decode_runs(pieces), raised, strict=True)]
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


def _offsets(line: Line) -> set[int]:
    """Where a piece of the line begins or ends, and where a line break stands, which is a piece of its own."""
    found = {offset for start, end, _ in line.runs for offset in (start, end)}
    found |= {offset for start, end, _, _ in line.fonts for offset in (start, end)}
    found |= {offset for mark in line.marks for offset in (mark.start, mark.end)}
    return found | {offset + step for offset in line.breaks for step in (0, 1)}
