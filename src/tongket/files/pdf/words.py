"""The characters of a PDF page to words: by their boxes, not by the blanks that a producer wrote or forgot."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tongket.files.pdf.engine import pdfium
from tongket.files.pdf.fonts import Look, Looks
from tongket.files.pdf.frame import Frame
from tongket.model.pages import Word
from tongket.vietnamese.legacy import decode_run

MOST_CHARACTERS = 60_000  # of one page; a full page of tables in small letters has 12,000
_WRITTEN = 0.08  # of the size: the least gap between words where a blank was written
_GUESSED = 0.12  # of the size: the least gap where PDFium takes it for one
_UNWRITTEN = 0.2  # of the size: the least gap where neither is so
_NO_WIDTH = 0.3  # points
_BACK = 0.6  # of the size: letters that overlap more stand in another word
_SAME_BASELINE = 0.6  # points
_BESIDE = 0.3  # points that baselines of two fonts differ
_CELL = 6.0  # points: the side of the squares in which letters drawn twice are looked for
_TWICE = 0.12  # of the size: letters drawn again so close are the same letters, made bold
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
class Text:
    """The words of a page, apart those that do not show (the text layer of a scan), and what stands askew."""

    words: list[Word] = field(default_factory=list)
    hidden: list[Word] = field(default_factory=list)
    letters: int = 0  # that show
    unmapped: int = 0  # letters whose character is unknown


@dataclass(slots=True)
class _Glyphs:
    """Letters under way to a word, in one look."""

    look: Look
    baseline: float
    text: list[str]
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool = False


@dataclass(slots=True)
class _Blanks:
    """Where written blanks end: rounded places on the page. Fonts that lack letters part them from their neighbours."""

    ends: set[tuple[int, int]] = field(default_factory=set)

    def add(self, right: float, baseline: float) -> None:
        """Remember a blank that ends at ``right``, for letters within a point of it."""
        column = round(right)
        for row in {round(baseline - _BESIDE), round(baseline + _BESIDE)}:
            self.ends.update(((column - 1, row), (column, row), (column + 1, row)))

    def before(self, glyphs: _Glyphs) -> bool:
        """Whether a blank ends where the word begins."""
        return (round(glyphs.left), round(glyphs.baseline)) in self.ends


def read_text(
    text_page: pdfium.FPDF_TEXTPAGE, frame: Frame, dark: Sequence[tuple[float, float, float, float]] = ()
) -> tuple[Text, Frame]:
    """The words of a page, and its frame turned so that most of them stand upright."""
    count = min(pdfium.FPDFText_CountChars(text_page), MOST_CHARACTERS)
    frame = frame.turned(_usual_turn(text_page, count, frame))
    found = Text()
    blanks = _Blanks()
    for glyphs in list(_collect(text_page, count, frame, blanks)):
        glyphs.spaced = blanks.before(glyphs)
        _add(found, glyphs, frame, dark)
    found.words = _without_doubles(found.words)
    return found, frame


def _usual_turn(text_page: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame) -> int:
    """How most letters stand, by a sample of them."""
    seen = [0, 0, 0, 0]
    matrix = pdfium.FS_MATRIX()
    for index in range(0, count, max(count // 60, 1)):
        if pdfium.FPDFText_GetMatrix(text_page, index, matrix):
            turn = frame.quarter(matrix.a, matrix.b)
            if turn is not None:
                seen[turn] += 1
    return max(range(4), key=lambda turn: (seen[turn], -turn))


def _collect(text_page: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame, blanks: _Blanks) -> Iterator[_Glyphs]:
    """Letters that stand together, in the order of the file; the inner loop of reading a PDF."""
    looks = Looks(text_page)
    get_unicode, get_box, get_object = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetTextObject,
    )
    box = pdfium.FS_RECTF()
    box_at = ctypes.byref(box)
    origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
    upright = frame.turns == 0
    current: _Glyphs | None = None
    last_object = -1
    look: Look | None = None
    is_upright = False
    baseline = baseline_up = 0.0
    least = _UNWRITTEN  # the gap that is a blank, before the next letter
    blank_at: float | None = None  # where PDFium put a blank of its own, and into which text object
    blank_of = -1
    for index in range(count):
        code = get_unicode(text_page, index)
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char in _BLANKS:
            get_box(text_page, index, box_at)
            if box.right - box.left > _NO_WIDTH:
                least, blank_at = _WRITTEN, None
                blanks.add(*frame.point(box.right, baseline_up))
            else:
                least = min(least, _GUESSED)
                if _address(get_object(text_page, index)) == last_object:
                    blank_at, blank_of = box.left, last_object
            continue
        if char in _NOTHING:
            continue
        item = get_object(text_page, index)
        if not item:
            continue
        address = _address(item)
        if address != last_object:
            last_object = address
            look = looks.at(index, item)
            pdfium.FPDFText_GetCharOrigin(text_page, index, origin_x, origin_y)
            baseline_up = origin_y.value
            baseline = frame.point(origin_x.value, baseline_up)[1]
            is_upright = frame.quarter(look.along, look.up) == 0
        if look is None or not is_upright:
            continue
        get_box(text_page, index, box_at)
        if upright:
            left, top, right, bottom = (
                box.left - frame.left,
                frame.top - box.top,
                box.right - frame.left,
                frame.top - box.bottom,
            )
        else:
            left, top, right, bottom = frame.box(box.left, box.bottom, box.right, box.top)
        if blank_at is not None:
            # PDFium's own blanks have no width. One that does not touch the next letter took a written one's place.
            if last_object == blank_of and _UNWRITTEN * look.size <= box.left - blank_at <= 2 * _UNWRITTEN * look.size:
                blanks.add(left, baseline)
            blank_at = None
        char = _LIGATURES.get(char, char)
        if current is not None and _continues(current, look, baseline, left, right, char, least):
            current.text.append(char)
            current.right = max(current.right, right)
            current.top = min(current.top, top)
            current.bottom = max(current.bottom, bottom)
        else:
            if current is not None:
                yield current
            current = _Glyphs(look, baseline, [char], left, top, right, bottom)
        least = _UNWRITTEN
    if current is not None:
        yield current


def _address(item: pdfium.FPDF_PAGEOBJECT) -> int:
    return ctypes.addressof(item.contents) if item else 0


def _continues(
    current: _Glyphs, look: Look, baseline: float, left: float, right: float, char: str, least: float
) -> bool:
    """Whether a letter goes on the word: same look, same line, and no gap that would be a blank."""
    before = current.look
    if look is not before and (
        look.size != before.size or look.font != before.font or look.bold != before.bold or look.italic != before.italic
    ):
        return False
    if abs(baseline - current.baseline) > _SAME_BASELINE:
        return False
    if unicodedata.combining(char) and left <= current.right + 0.2 * look.size and right >= current.left:
        return True
    gap = left - current.right
    return -_BACK * look.size < gap < least * look.size


def _add(found: Text, glyphs: _Glyphs, frame: Frame, dark: Sequence[tuple[float, float, float, float]]) -> None:
    """Put a word where it belongs; what lies off the page or shows white on white is dropped."""
    look = glyphs.look
    text = decode_run("".join(glyphs.text), look.font)
    x, y = (glyphs.left + glyphs.right) / 2, (glyphs.top + glyphs.bottom) / 2
    if not text or not (0 <= x <= frame.width and 0 <= y <= frame.height) or look.size < 1:
        return
    word = Word(
        text,
        glyphs.left,
        glyphs.top,
        glyphs.right,
        glyphs.bottom,
        glyphs.baseline,
        look.size,
        look.bold,
        look.italic,
        spaced=glyphs.spaced,
    )
    if look.is_invisible:
        found.hidden.append(word)
        return
    if look.is_white and not any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in dark):
        return
    found.letters += len(text)
    found.unmapped += sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    found.words.append(word)


def _without_doubles(words: Sequence[Word]) -> list[Word]:
    """Words drawn twice, a little apart, once, and bold: how some producers make letters bold, or throw shadows."""
    result: list[Word] = []
    places: dict[tuple[str, int, int], int] = {}
    for word in words:
        near = {
            (word.text, column, row)
            for column in (int((word.left - _CELL / 2) / _CELL), int((word.left + _CELL / 2) / _CELL))
            for row in (int((word.baseline - _CELL / 2) / _CELL), int((word.baseline + _CELL / 2) / _CELL))
        }
        index = next((places[key] for key in near if key in places), None)
        if index is not None and _is_twice(result[index], word):
            result[index] = replace(result[index], bold=True)
            continue
        places.update(dict.fromkeys(near, len(result)))
        result.append(word)
    return result


def _is_twice(one: Word, other: Word) -> bool:
    apart = max(abs(one.left - other.left), abs(one.baseline - other.baseline))
    return apart <= _TWICE * one.size
