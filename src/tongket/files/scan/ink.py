"""Ink of a page (nét mực): grey levels to ink, colour apart, light made even.

An ink picture is of mode "L": 255 where there is ink, 0 where there is paper.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter

from tongket.files.scan.areas import Area, areas_of

_COLOURED = 24  # how much stronger than the paper's own tint the colour of a stamp's square millimetre is
_STAMP_MM = (8.0, 11.0)  # width and height from which coloured ink is a stamp or a signature, and not a line of text
_STAMP_MOST_MM = 90.0  # wider are lines of text that underlining joins, as changes are printed
_SHADE = 0.5  # of its place that the colour behind letters covers; letters in colour cover less
_DARKER = 0.1  # of a stamp's dots are darker than its ink is: where black letters run into it
_THROUGH = 100  # no ink of a stamp is darker in its own colour
_STROKE_MM = 0.7  # of the black letters of a text, soft edges included
_HEAD, _HEAD_STAMP_MM = 0.4, 19.0  # of the page: a secrecy mark there, tilted, is up to 18 mm high
_EVEN = 236  # paper lighter than this everywhere needs no mending
_LOG = [round(255 * math.log(level + 1) / math.log(256)) for level in range(256)]
_EXP = [round(min(255, 256 * math.exp(-level * math.log(256) / 255) - 1)) for level in range(256)]


def plain(image: Image.Image) -> Image.Image:
    """``image`` as "L" or "RGB", on white paper where it lets light through."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode in ("1", "I", "F", "I;16", "I;16B", "I;16L"):
        return (
            image.convert("I").point(lambda level: level / 256).convert("L")
            if "16" in image.mode
            else image.convert("L")
        )
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("RGB")
    return image.convert("RGB")


def without_stamps(image: Image.Image, dpi: float) -> Image.Image:
    """A page in grey without coloured stamps and signatures; dark text under them and coloured text stay.

    The brightest channel of red or blue ink is nearly that of paper, that of black ink is dark all the same; the
    darkest channel of letters in light colours is as dark as black. Low ones in the head stay too: they may be a
    secrecy mark.
    """
    if image.mode != "RGB":
        return image
    red, green, blue = image.split()
    bright = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    strength = ImageChops.subtract(bright, darkest)
    grey = image.convert("L")
    if not any(strength.histogram()[2 * _COLOURED :]):
        return grey
    cell = max(1, round(dpi / 25.4))
    cells = strength.reduce(cell)
    tint = _median(cells)
    marked = cells.point(lambda level: 255 * (level > tint + _COLOURED)).filter(ImageFilter.MaxFilter(3))
    stamps, letters = Image.new("L", marked.size, 0), Image.new("L", marked.size, 0)
    for area in areas_of(marked):
        is_shade = _share(area, strength, cell, tint) >= _SHADE
        if _is_stamp(area, marked.height) and (is_shade or area.width - 2 < _STAMP_MOST_MM):
            area.draw(stamps)
        elif not is_shade:
            area.draw(letters)
    size = marked.width * cell, marked.height * cell
    for mask, shown in ((stamps, bright), (letters, darkest)):
        if mask.getbbox():
            where = mask.resize(size, Image.Resampling.NEAREST).crop((0, 0, *image.size))
            grey.paste(_cleared(shown, strength, where, tint) if mask is stamps else shown, (0, 0), where)
    return grey


def _cleared(bright: Image.Image, strength: Image.Image, where: Image.Image, tint: int) -> Image.Image:
    """``bright`` with the ink of the stamps in ``where`` as light as paper: the text under it is as dark as elsewhere.

    Ink of a stamp does not let through all light, not even of its own colour.
    """
    inked = ImageChops.darker(where, strength.point(lambda level: 255 * (level > tint + 2 * _COLOURED)))
    through = max(_level_at(bright.histogram(inked.convert("1")), _DARKER), _THROUGH)
    return bright.point(lambda level: min(255, level * 255 // through))


def coloured_ink(image: Image.Image, dpi: float) -> Image.Image | None:
    """What is printed or pressed in colour, in grey on white, without the black text around it; None where nothing is.

    A mark that is stamped across a line of text stands alone in it: where black letters cut its strokes, they are
    closed again.
    """
    if image.mode != "RGB":
        return None
    red, green, blue = image.split()
    bright = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    strength = ImageChops.subtract(bright, ImageChops.darker(ImageChops.darker(red, green), blue))
    if not any(strength.histogram()[2 * _COLOURED :]):
        return None
    limit = _median(strength.reduce(8)) + 2 * _COLOURED
    mask = strength.point(lambda level: 255 * (level > limit))
    if not mask.getbbox():
        return None
    alone = Image.composite(image.convert("L"), Image.new("L", image.size, 255), mask)
    stroke = 2 * max(1, round(dpi * _STROKE_MM / 50.8)) + 1
    return alone.filter(ImageFilter.MinFilter(stroke)).filter(ImageFilter.MaxFilter(stroke))


def _is_stamp(area: Area, page_height: int) -> bool:
    """Whether coloured ink is a stamp or signature, by its millimetres; those around it were marked with it."""
    wide, high = area.width - 2, area.height - 2
    in_head = area.top < _HEAD * page_height
    return wide >= _STAMP_MM[0] and high >= (_HEAD_STAMP_MM if in_head else _STAMP_MM[1])


def _share(area: Area, strength: Image.Image, cell: int, tint: int) -> float:
    """The share of an area's box, in dots of the page, that is coloured."""
    counts = strength.crop((area.left * cell, area.top * cell, area.right * cell, area.bottom * cell)).histogram()
    return sum(counts[tint + _COLOURED :]) / max(sum(counts), 1)


def even_light(grey: Image.Image) -> Image.Image:
    """``grey`` as if its paper were white everywhere: each dot against the brightest paper around it."""
    small = grey.reduce(8)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(6))
    if not any(paper.histogram()[:_EVEN]):
        return grey
    around = paper.resize(grey.size, Image.Resampling.BILINEAR)
    return ImageChops.subtract(around.point(_LOG), grey.point(_LOG)).point(_EXP)


def ink_of(grey: Image.Image) -> Image.Image:
    """The ink of a page whose light is even."""
    limit = ink_limit(grey)
    return grey.point(lambda level: 255 * (level <= limit))


def ink_limit(grey: Image.Image) -> int:
    """The grey level that parts ink from paper best (Otsu), within what can be ink."""
    counts = grey.histogram()
    total, whole = sum(counts), sum(level * count for level, count in enumerate(counts))
    best, limit, below, dark = -1.0, 127, 0, 0
    for level, count in enumerate(counts):
        below += count
        dark += level * count
        if not below or below == total:
            continue
        apart = dark / below - (whole - dark) / (total - below)
        spread = below * (total - below) * apart * apart
        if spread > best:
            best, limit = spread, level
    return min(max(limit, 90), 190)


def _median(picture: Image.Image) -> int:
    return _level_at(picture.histogram(), 0.5)


def _level_at(counts: Sequence[int], share: float) -> int:
    """The level that ``share`` of all counted dots do not exceed."""
    left = sum(counts) * share
    for level, count in enumerate(counts):
        left -= count
        if left <= 0:
            return level
    return 0
