"""What stands apart on a page (vùng): letterhead columns, signature beside recipients, cells; each is recognised apart.

Boxes are in dots, half-open: left, top, right, bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PIL import Image

from tongket.files.scan.areas import areas_of
from tongket.files.scan.rules import Box, Stroke

_LEAST_GAP_MM = 4.0  # between two columns
_TALL_MM, _TALL_GAP_MM = 20.0, 2.8  # between columns that are so high, as a stamp beside recipients
_SPECKS = 0.012  # of a tall band's height: a column of dots with so little ink is paper with dirt
_LEAST_HEIGHT_MM = 8.0  # of two columns: lower ones are one line, which needs no parting
_THIN_MM = 1.8  # rows of ink that are so thin and near the next hold marks of its letters
_WHOLE = 0.92  # of a side: a line that crosses that much of a box parts it
_NARROWEST_MM = 3.0  # of a cell
_MOST_DEPTH = 40
_CELL_MM = 1.3  # dots that stand further apart do not belong together
_SPECK_MM = 0.6  # side of a square of ink: dirt that stands alone has less
_MARGIN = 0.06  # of the page's width: no text stands there (Decree 30/2020/NĐ-CP, Appendix I)
_LONG = 0.4, 0.25  # of width and height of a table: its longest flat and standing line, unlike strokes of a round stamp


@dataclass(frozen=True, slots=True)
class Region:
    """A box that is recognised apart."""

    box: Box
    is_cell: bool = False


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows with ink from ``left`` to ``right``; ``white`` are the columns without any, margins included."""

    top: int
    bottom: int
    left: int
    right: int
    white: tuple[tuple[int, int], ...]

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """The white columns with ink on both sides."""
        return tuple((low, high) for low, high in self.white if low > self.left and high < self.right)


def find_regions(ink: Image.Image, strokes: Sequence[Stroke], dpi: float) -> tuple[list[Region], list[Box]]:
    """What to recognise apart, from top to bottom, and the boxes of the tables.

    Together the regions hold all ink that is no drawn line; those that are no cells may have a table within.

    ``ink`` is the page without its drawn lines, ``strokes`` are those, both in the same dots.
    """
    tables = _tables(strokes, dpi)
    rest = ink.copy()
    for table in tables:
        rest.paste(0, table)
    cells = [cell for table in tables for cell in _cells(table, strokes, dpi)]
    clean = _without_specks(rest, dpi)
    boxes = [(_with_ink(rest, box), False) for box in _columns(clean, (0, 0, rest.width, rest.height), dpi)]
    boxes += [(box, True) for box in cells if _with_ink(ink, box)]
    found = [Region(box, is_cell) for box, is_cell in boxes if box]
    return sorted(found, key=lambda region: (region.box[1], region.box[0])), tables


def _without_specks(ink: Image.Image, dpi: float) -> Image.Image:
    """``ink`` without dirt: small dots that stand alone, and whatever lies wholly in the outermost margins."""
    cell = max(1, round(dpi * _CELL_MM / 25.4))
    coarse = ink.reduce(cell).point(lambda level: 255 * (level > 0))
    least = 255 * (dpi * _SPECK_MM / 25.4) ** 2
    clean = ink.copy()
    for area in areas_of(coarse):
        box = cell * area.left, cell * area.top, cell * area.right, cell * area.bottom
        aside = box[2] <= _MARGIN * ink.width or box[0] >= (1 - _MARGIN) * ink.width
        if aside or (max(area.width, area.height) <= 2 and ink.crop(box).histogram()[255] * 255 < least):
            clean.paste(0, box)
    return clean


def _tables(strokes: Sequence[Stroke], dpi: float) -> list[Box]:
    """The boxes of drawn tables: standing lines that flat ones meet at both ends, none within another."""
    reach = dpi * 2 / 25.4
    groups: list[list[Stroke]] = []
    for stroke in strokes:
        touching = [group for group in groups if any(_meet(stroke, other, reach) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([stroke, *(one for group in touching for one in group)])
    boxes = []
    for group in groups:
        standing = sum(not stroke.is_flat for stroke in group)
        if standing >= 2 and len(group) - standing >= 2:
            lefts, tops = [one.left for one in group], [one.top for one in group]
            box = min(lefts), min(tops), max(one.right for one in group), max(one.bottom for one in group)
            if _is_drawn(box, group):
                boxes.append(box)
    boxes.sort(key=lambda box: (box[1], box[0]))
    apart: list[Box] = []
    for box in boxes:
        if not apart or box[1] >= apart[-1][3]:
            apart.append(box)
    return apart


def _is_drawn(box: Box, strokes: Sequence[Stroke]) -> bool:
    """Whether some lines run along much of ``box``; the strokes within a round stamp meet too, but are all short."""
    wide = max((one.right - one.left for one in strokes if one.is_flat), default=0)
    high = max((one.bottom - one.top for one in strokes if not one.is_flat), default=0)
    return wide >= _LONG[0] * (box[2] - box[0]) and high >= _LONG[1] * (box[3] - box[1])


def _meet(one: Stroke, other: Stroke, reach: float) -> bool:
    return (
        one.left <= other.right + reach
        and other.left <= one.right + reach
        and one.top <= other.bottom + reach
        and other.top <= one.bottom + reach
    )


def _cells(box: Box, strokes: Sequence[Stroke], dpi: float, depth: int = 0) -> list[Box]:
    """``box`` parted by the lines that cross the whole of it, then each piece again."""
    left, top, right, bottom = box
    least = dpi * _NARROWEST_MM / 25.4
    if depth < _MOST_DEPTH and right - left > least and bottom - top > least:
        flat = [one for one in strokes if one.is_flat and _crosses(one.left, one.right, left, right)]
        cuts = _cuts(((one.top + one.bottom) // 2 for one in flat), top, bottom, least)
        if cuts:
            rows = zip([top, *cuts], [*cuts, bottom], strict=True)
            return [cell for low, high in rows for cell in _cells((left, low, right, high), strokes, dpi, depth + 1)]
        standing = [one for one in strokes if not one.is_flat and _crosses(one.top, one.bottom, top, bottom)]
        cuts = _cuts(((one.left + one.right) // 2 for one in standing), left, right, least)
        if cuts:
            parts = zip([left, *cuts], [*cuts, right], strict=True)
            return [cell for low, high in parts for cell in _cells((low, top, high, bottom), strokes, dpi, depth + 1)]
    return [box]


def _crosses(low: int, high: int, start: int, end: int) -> bool:
    return min(high, end) - max(low, start) >= _WHOLE * (end - start)


def _cuts(places: Iterator[int], low: int, high: int, least: float) -> list[int]:
    cuts: list[int] = []
    for place in sorted(places):
        if place - (cuts[-1] if cuts else low) >= least and high - place >= least:
            cuts.append(place)
    return cuts


def _columns(ink: Image.Image, box: Box, dpi: float) -> list[Box]:
    """``box`` cut into bands, those with a gap from top to bottom parted there."""
    left, top, right, bottom = box
    if right <= left or bottom <= top:
        return []
    least, tall, narrow = (round(dpi * one / 25.4) for one in (_LEAST_GAP_MM, _TALL_MM, _TALL_GAP_MM))
    found: list[Box] = []
    bands = _bands(ink.crop(box), least, dpi * _THIN_MM / 25.4, tall, narrow)
    for band in _joined(bands, dpi * _LEAST_HEIGHT_MM / 25.4, least, tall, narrow):
        cuts = [left, *(left + (low + high) // 2 for low, high in band.gaps), right]
        found += [(low, top + band.top, high, top + band.bottom) for low, high in pairwise(cuts)]
    return found


def _bands(ink: Image.Image, least: int, thin: float, tall: int, narrow: int) -> list[_Band]:
    """The rows of ink between rows of paper, each with its wide white columns; narrower ones do in a tall band."""
    rows = ink.resize((1, ink.height), Image.Resampling.BOX).tobytes()
    found = []
    for top, bottom in _with_their_marks(list(_stretches(rows)), thin):
        columns = ink.crop((0, top, ink.width, bottom)).resize((ink.width, 1), Image.Resampling.BOX).tobytes()
        is_tall = bottom - top >= tall
        inked = list(_stretches(columns, round(255 * _SPECKS) if is_tall else 0))
        if inked:
            edges = [(-least, inked[0][0]), *((one[1], other[0]) for one, other in pairwise(inked))]
            edges.append((inked[-1][1], ink.width + least))
            white = tuple((low, high) for low, high in edges if high - low >= (narrow if is_tall else least))
            found.append(_Band(top, bottom, inked[0][0], inked[-1][1], white))
    return found


def _with_their_marks(rows: Sequence[tuple[int, int]], thin: float) -> list[tuple[int, int]]:
    """``rows`` of ink; marks above capitals and dots below letters together with the nearest line."""
    found: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(rows):
        before = start - rows[at - 1][1] if at else thin
        after = rows[at + 1][0] - end if at + 1 < len(rows) else thin
        is_mark = end - start < thin and min(before, after) < thin / 2
        follows_mark = found and before < thin / 2 and found[-1][1] - found[-1][0] < thin
        if found and (follows_mark or (is_mark and before <= after)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _stretches(means: bytes, paper: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of what is more than ``paper``."""
    start = -1
    for at, mean in enumerate(means):
        if mean > paper and start < 0:
            start = at
        elif mean <= paper and start >= 0:
            yield start, at
            start = -1
    if start >= 0:
        yield start, len(means)


def _joined(bands: Sequence[_Band], lowest: float, least: int, tall: int, narrow: int) -> list[_Band]:
    """Neighbours that share a gap, as one; neighbours without one, as one.

    A shared gap of a single line means nothing: it is a tab, or a justified line.
    """
    groups: list[_Band] = []
    for band in bands:
        is_tall = bool(groups) and max(one.bottom - one.top for one in (groups[-1], band)) >= tall
        both = _both(groups[-1], band, narrow if is_tall else least) if groups else band
        if groups and (both.gaps or not (groups[-1].gaps or band.gaps)):
            groups[-1] = both
        else:
            groups.append(band)
    found: list[_Band] = []
    for group in groups:
        plain = group if group.bottom - group.top >= lowest else replace(group, white=())
        if found and not plain.gaps and not found[-1].gaps:
            found[-1] = _both(found[-1], plain, least)
        else:
            found.append(plain)
    return found


def _both(one: _Band, other: _Band, least: int) -> _Band:
    shared = [(max(a[0], b[0]), min(a[1], b[1])) for a in one.white for b in other.white]
    white = tuple((low, high) for low, high in shared if high - low >= least)
    return _Band(one.top, other.bottom, min(one.left, other.left), max(one.right, other.right), white)


def _with_ink(ink: Image.Image, box: Box) -> Box | None:
    """The part of ``box`` that holds ink; None where there is none."""
    inside = ink.crop(box).getbbox()
    if inside is None:
        return None
    left, top = box[0], box[1]
    return left + inside[0], top + inside[1], left + inside[2], top + inside[3]
