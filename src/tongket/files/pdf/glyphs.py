"""The characters of a PDF page, put together where their boxes touch, whatever blanks a producer wrote."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from tongket.files.pdf.engine import char_box, char_code, char_object, pdfium
from tongket.files.pdf.fonts import Look, Looks
from tongket.files.pdf.frame import Frame

_WRITTEN = 0.08  # of the size: the least gap between words where a blank was written
_GUESSED = 0.12  # of the size: the least gap where PDFium takes it for one
_UNWRITTEN = 0.2  # of the size: the least gap where neither is so
_NO_WIDTH = 0.3  # points
_BACK = 0.6  # of the size: letters that overlap more stand in another word
_SAME_BASELINE = 0.6  # points
_BESIDE = 0.3  # points that baselines of two fonts differ
_FAR = 1e6  # points: no letter stands there, and damaged files put some at places that are no number
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\u0002": "-",  # PDFium's sign for a hyphen at a line end
    "\ufffe": "-",
    "\u2010": "-",
    "\u2011": "-",
}
_BLANKS = frozenset(" \u00a0\t\r\n\u2002\u2003\u2009\u200a\u202f\u3000")
_NOTHING = frozenset("\u200b\u200c\u200d\ufeff\u0000\u00ad")


@dataclass(slots=True)
class Glyphs:
    """Letters in one look that make a word or a piece of one, with the box around them in points of the paper."""

    look: Look
    baseline: float
    text: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool = False  # a blank was written before them


@dataclass(slots=True)
class _Blanks:
    """Where written blanks end: rounded places on the page. Fonts that lack letters part them from their neighbours."""

    ends: set[tuple[int, int]] = field(default_factory=set)

    def add(self, right: float, baseline: float) -> None:
        """Remember a blank that ends at ``right``, for letters within a point of it."""
        column = round(right)
        for row in {round(baseline - _BESIDE), round(baseline + _BESIDE)}:
            self.ends.update(((column - 1, row), (column, row), (column + 1, row)))

    def before(self, glyphs: Glyphs) -> bool:
        """Whether a blank ends where the word begins."""
        return (round(glyphs.left), round(glyphs.baseline)) in self.ends


def read_glyphs(text_page: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame) -> list[Glyphs]:
    """The words and pieces of words of the first ``count`` characters, in the order of the file."""
    blanks = _Blanks()
    found: list[Glyphs] = []
    current: Glyphs | None = None
    for char, look, baseline, left, top, right, bottom, least in _letters(text_page, count, frame, blanks):
        if current is not None and _continues(current, look, baseline, left, right, char, least):
            current.text += char
            if right > current.right:
                current.right = right
            if top < current.top:
                current.top = top
            if bottom > current.bottom:
                current.bottom = bottom
            continue
        current = Glyphs(look, baseline, char, left, top, right, bottom)
        found.append(current)
    for glyphs in found:
        glyphs.spaced = blanks.before(glyphs)
    return found


_Found = tuple[str, Look, float, float, float, float, float, float]


def _letters(text_page: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame, blanks: _Blanks) -> Iterator[_Found]:
    """The upright letters: character, look, baseline, box, and the gap before it, as part of the size, that is a blank.

    This is the inner loop of reading a PDF: plain tuples, calls with plain addresses, nothing asked for twice.
    """
    page = ctypes.cast(text_page, ctypes.c_void_p).value
    looks = Looks(text_page)
    box = pdfium.FS_RECTF()
    box_at = ctypes.addressof(box)
    last_object: int | None = None
    look: Look | None = None
    is_upright = False
    baseline = 0.0
    least = _UNWRITTEN
    guessed: tuple[float, int | None] | None = None  # where PDFium put a blank of its own, and in which text object
    for index in range(count):
        code = char_code(page, index)
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char in _NOTHING:
            continue
        item = char_object(page, index)
        char_box(page, index, box_at)
        left, top, right, bottom = frame.box(box.left, box.bottom, box.right, box.top)
        if not (-_FAR < left < _FAR and -_FAR < right < _FAR):
            continue
        if char in _BLANKS:
            if right - left > _NO_WIDTH:
                least, guessed = _WRITTEN, None
                blanks.add(right, baseline)
            else:
                least = min(least, _GUESSED)
                guessed = (left, item) if item and item == last_object else None
            continue
        if not item:
            continue
        if item != last_object:
            last_object = item
            look, baseline = looks.at(index, item), looks.baseline(index, frame)
            if not (-_FAR < baseline < _FAR and look.size < _FAR):
                look, baseline = None, -_FAR
                continue
            is_upright = frame.quarter(look.along, look.up) == 0
        if look is None or not is_upright:
            continue
        if guessed is not None:
            # PDFium's own blanks have no width. One that does not touch the next letter took a written one's place.
            if guessed[1] == item and _UNWRITTEN * look.size <= left - guessed[0] <= 2 * _UNWRITTEN * look.size:
                blanks.add(left, baseline)
            guessed = None
        yield _LIGATURES.get(char, char), look, baseline, left, top, right, bottom, least
        least = _UNWRITTEN


def _continues(
    current: Glyphs, look: Look, baseline: float, left: float, right: float, char: str, least: float
) -> bool:
    """Whether a letter goes on the word: same look, same line, and no gap that would be a blank."""
    before = current.look
    if look is not before and (
        look.size != before.size or look.font != before.font or look.bold != before.bold or look.italic != before.italic
    ):
        return False
    if abs(baseline - current.baseline) > _SAME_BASELINE:
        return False
    gap = left - current.right
    if -_BACK * look.size < gap < least * look.size:
        return True
    combining = unicodedata.combining(char) != 0
    return combining and gap <= 0.2 * look.size and right >= current.left
