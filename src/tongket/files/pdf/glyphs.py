"""The characters of a PDF page, put together where their boxes touch, whatever blanks a producer wrote."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from tongket.files.pdf.engine import pdfium, read_boxes, read_characters, read_objects
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
_SPECIAL = frozenset(_LIGATURES) | _BLANKS | _NOTHING


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
        """Remember a blank that ends at ``right``."""
        column = round(right)
        self.ends.add((column, round(baseline - _BESIDE)))
        self.ends.add((column, round(baseline + _BESIDE)))

    def before(self, glyphs: Glyphs) -> bool:
        """Whether a blank ends within a point of where the word begins."""
        ends, column, row = self.ends, round(glyphs.left), round(glyphs.baseline)
        return (column, row) in ends or (column - 1, row) in ends or (column + 1, row) in ends


def read_glyphs(text_page: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame) -> list[Glyphs]:
    """The words and pieces of words of the first ``count`` characters, in the order of the file."""
    reader = _Reader(read_characters(text_page, count), *frame.sides(read_boxes(text_page, count)))
    looks = Looks(text_page)
    for start, stop, item in read_objects(text_page, count):
        first = reader.pass_blanks(start, stop)
        if item is None or first == stop:
            reader.skip(first, stop)
            continue
        look, baseline = looks.at(first, item), looks.baseline(first, frame)
        is_placed = -_FAR < baseline < _FAR and look.size < _FAR
        reader.baseline = baseline if is_placed else -_FAR
        if is_placed and frame.quarter(look.along, look.up) == 0:
            reader.read_object(first, stop, look)
        else:
            reader.skip(first, stop)
    for glyphs in reader.found:
        glyphs.spaced = reader.blanks.before(glyphs)
    return reader.found


@dataclass(slots=True)
class _Reader:
    """The characters of a page with the sides of their boxes, and the words put together so far."""

    text: str
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    found: list[Glyphs] = field(default_factory=list)
    blanks: _Blanks = field(default_factory=_Blanks)
    baseline: float = 0.0
    least: float = _UNWRITTEN  # the gap before the next letter, as part of its size, that is a blank

    def skip(self, start: int, stop: int) -> None:
        """Pass over letters that are not read; blanks among them still part words."""
        while (start := self.pass_blanks(start, stop) + 1) < stop:
            pass

    def pass_blanks(self, start: int, stop: int) -> int:
        """Take notice of the blanks up to the first letter from ``start`` on, whose index this gives, or ``stop``."""
        for index in range(start, stop):
            char, left, right = self.text[index], self.lefts[index], self.rights[index]
            if char in _NOTHING or not (-_FAR < left < _FAR and -_FAR < right < _FAR):
                continue
            if char not in _BLANKS:
                return index
            if right - left > _NO_WIDTH:
                self.least = _WRITTEN
                self.blanks.add(right, self.baseline)
            else:
                self.least = min(self.least, _GUESSED)
        return stop

    def read_object(self, start: int, stop: int, look: Look) -> None:
        """Put together the upright letters of one text object.

        This is the inner loop of reading a PDF: nothing is looked up or asked for twice.
        """
        sides = (self.lefts, self.tops, self.rights, self.bottoms)
        letters = zip(self.text[start:stop], *(side[start:stop] for side in sides), strict=True)
        baseline, size, least = self.baseline, look.size, self.least
        low = -_BACK * size
        guessed: float | None = None  # where PDFium put a blank of its own
        current = self.found[-1] if self.found else None
        if current is not None and not _is_alike(current, look, baseline):
            current = None
        reach = current.right if current else 0.0
        for char, left, top, right, bottom in letters:
            if char in _SPECIAL:
                if char in _NOTHING or not (-_FAR < left < _FAR and -_FAR < right < _FAR):
                    continue
                if char in _BLANKS:
                    if right - left > _NO_WIDTH:
                        least, guessed = _WRITTEN, None
                        self.blanks.add(right, baseline)
                    else:
                        least, guessed = min(least, _GUESSED), left
                    continue
                char = _LIGATURES[char]
            if guessed is not None:
                # PDFium's own blanks have no width. One that does not touch the next letter took a written one's place.
                if _UNWRITTEN * size <= left - guessed <= 2 * _UNWRITTEN * size:
                    self.blanks.add(left, baseline)
                guessed = None
            if current is not None and (
                low < left - reach < least * size or _combines(current, size, left, right, char)
            ):
                current.text += char
                if right > reach:
                    current.right = reach = right
                if top < current.top:
                    current.top = top
                if bottom > current.bottom:
                    current.bottom = bottom
            elif -_FAR < left < _FAR and -_FAR < right < _FAR:
                current = Glyphs(look, baseline, char, left, top, right, bottom)
                reach = right
                self.found.append(current)
            else:
                continue
            least = _UNWRITTEN
        self.least = least


def _is_alike(current: Glyphs, look: Look, baseline: float) -> bool:
    """Whether letters of ``look`` can go on the word: same look, same line."""
    before = current.look
    return (
        look.size == before.size
        and look.font == before.font
        and look.bold == before.bold
        and look.italic == before.italic
        and abs(baseline - current.baseline) <= _SAME_BASELINE
    )


def _combines(current: Glyphs, size: float, left: float, right: float, char: str) -> bool:
    """Whether a mark of tone or vowel that is a character of its own stands over the word."""
    return unicodedata.combining(char) != 0 and left - current.right <= 0.2 * size and right >= current.left
