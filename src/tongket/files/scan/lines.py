"""Lines of text cut apart (tách dòng): set further apart, no mark over a letter is taken for one of the line above.

Tails of one line and marks of the next may stand in the same rows, so what lies between two lines is given to one or
the other piece by piece. Boxes are in dots of a picture of half the page's resolution (about 150 dots per inch).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PIL import Image, ImageFilter

from tongket.files.scan.areas import Area, areas_of
from tongket.files.scan.rules import Box

_REACH_MM = 2.6  # half of the least distance of two lines: within it, only the body of one line is strong
_LEAST_MM = 2.2  # from the middle of a line to that of the next
_STRONG = 0.5  # of the strongest row within reach: rows that are the body of a line
_CLEAR = 0.15  # of the weaker of two lines: a row between them that has more ink does not part them
_SHARE = 0.34  # of the way from one line to the next: what floats above belongs to the first
_TOGETHER = 0.35  # of the higher of two lines: their middles lie no further apart if they stand side by side


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line's ``box``, and what within it belongs to its neighbours: areas of the zone whose first dot is given."""

    box: Box
    foreign: tuple[tuple[int, int, Area], ...] = ()

    def cut(self, grey: Image.Image) -> Image.Image:
        """The line out of ``grey``, which is twice as large, without what belongs to its neighbours."""
        left, top, right, bottom = (2 * side for side in self.box)
        piece = grey.crop((left, top, right, bottom))
        if not self.foreign:
            return piece
        mask = Image.new("L", (self.box[2] - self.box[0], self.box[3] - self.box[1]), 0)
        for x, y, area in self.foreign:
            area.draw(mask, x - self.box[0], y - self.box[1])
        piece.paste(255, (0, 0), mask.resize(piece.size, Image.Resampling.NEAREST).filter(ImageFilter.MaxFilter(5)))
        return piece


def split_lines(ink: Image.Image, box: Box, dpi: float) -> list[TextLine]:
    """The lines of ``box``, each with the marks above and the tails below its letters."""
    left, top, right, bottom = box
    sums = _row_sums(ink, box)
    bodies = _apart(_bodies(sums, max(2, round(dpi * _REACH_MM / 25.4))), dpi * _LEAST_MM / 25.4)
    if not bodies:
        return []
    bodies = _parted(bodies, sums)
    lines = [TextLine((left, top, right, bottom))]
    for one, other in pairwise(bodies):
        low, high = top + one[1], top + other[0]
        above, below = _shared_out(areas_of(ink.crop((left, low, right, high))), high - low)
        last = lines.pop()
        reach = max((area.bottom for area in above), default=0)
        start = min((area.top for area in below), default=high - low)
        upper = (left, last.box[1], right, low + max(reach, 1))
        lower = (left, low + min(start, high - low - 1), right, bottom)
        foreign = tuple((left, low, area) for area in below)
        lines.append(replace(last, box=upper, foreign=last.foreign + foreign))
        lines.append(TextLine(lower, tuple((left, low, area) for area in above)))
    return [found for found in (_trimmed(ink, line) for line in lines) if found]


def _shared_out(areas: Iterable[Area], height: int) -> tuple[list[Area], list[Area]]:
    """What hangs from the line above or floats near it, and what stands on the line below or floats near that."""
    above: list[Area] = []
    below: list[Area] = []
    for area in areas:
        hangs, stands = area.top == 0, area.bottom == height
        is_upper = hangs and not stands if hangs != stands else (area.top + area.bottom) / 2 < _SHARE * height
        (above if is_upper else below).append(area)
    return above, below


def _parted(bodies: Sequence[tuple[int, int]], sums: Sequence[int]) -> list[tuple[int, int]]:
    """Bodies with a row between them that is nearly clear; others are one, for nothing parts them."""
    found = [bodies[0]]
    for start, end in bodies[1:]:
        last = found[-1]
        weaker = min(max(sums[last[0] : last[1]]), max(sums[start:end]))
        if min(sums[last[1] : start]) <= _CLEAR * weaker:
            found.append((start, end))
        else:
            found[-1] = (last[0], end)
    return found


def _apart(bodies: Iterable[tuple[int, int]], least: float) -> list[tuple[int, int]]:
    """Bodies whose middles lie at least so far apart; nearer ones, the nearest first, are heads and feet of letters."""
    found = list(bodies)
    while len(found) > 1:
        gaps = [(sum(other) - sum(one)) / 2 for one, other in pairwise(found)]
        nearest = min(range(len(gaps)), key=gaps.__getitem__)
        if gaps[nearest] >= least:
            break
        found[nearest : nearest + 2] = [(found[nearest][0], found[nearest + 1][1])]
    return found


def _row_sums(ink: Image.Image, box: Box) -> list[int]:
    """The ink of each row of ``box``; exact, for a short line beside long ones has little."""
    left, top, right, bottom = box
    width = right - left
    data = ink.crop(box).tobytes()
    return [data.count(b"\xff", row * width, (row + 1) * width) for row in range(bottom - top)]


def _bodies(sums: Sequence[int], reach: int) -> Iterator[tuple[int, int]]:
    """First row and end of each stretch of rows that are strong among those within ``reach``."""
    start = -1
    for row, ink in enumerate(sums):
        strongest = max(sums[max(0, row - reach) : row + reach + 1])
        if ink and ink >= _STRONG * strongest:
            start = row if start < 0 else start
        elif start >= 0:
            yield start, row
            start = -1
    if start >= 0:
        yield start, len(sums)


def _trimmed(ink: Image.Image, line: TextLine) -> TextLine | None:
    """``line`` without the paper around its ink, but for a little; None where there is no ink."""
    inside = ink.crop(line.box).getbbox()
    if inside is None:
        return None
    left, top = line.box[0], line.box[1]
    box = left + inside[0] - 2, top + inside[1] - 2, left + inside[2] + 2, top + inside[3] + 2
    return replace(line, box=(max(0, box[0]), max(0, box[1]), min(ink.width, box[2]), min(ink.height, box[3])))


def side_by_side(lines: Iterable[TextLine]) -> list[list[TextLine]]:
    """Lines of the cells of a table, those that stand level with each other together, from left to right."""
    groups: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: (one.box[1] + one.box[3], one.box[0])):
        level = next((group for group in reversed(groups) if all(_are_level(line, other) for other in group)), None)
        if level is None:
            groups.append([line])
        else:
            level.append(line)
    return [sorted(group, key=lambda one: one.box) for group in groups]


def _are_level(one: TextLine, other: TextLine) -> bool:
    (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) = one.box, other.box
    apart = right <= other_left or other_right <= left
    middles = abs((top + bottom) - (other_top + other_bottom)) / 2
    return apart and middles <= _TOGETHER * max(bottom - top, other_bottom - other_top)
