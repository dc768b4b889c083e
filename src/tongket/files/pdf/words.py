"""The words of a PDF page: what shows, what does not, and letters drawn twice once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tongket.files.pdf.engine import pdfium
from tongket.files.pdf.frame import Frame
from tongket.files.pdf.glyphs import Glyphs, read_glyphs
from tongket.model.pages import Word
from tongket.vietnamese.legacy import decode_run

MOST_CHARACTERS = 60_000  # of one page; a full page of tables in small letters has 12,000
_TWICE = 0.12  # of the size: letters drawn again so close are the same letters, made bold
_PRIVATE = "\ue000"  # the first character without a meaning of its own

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(slots=True)
class Text:
    """The words of a page, apart those that do not show (the text layer of a scan), and what stands askew."""

    words: list[Word] = field(default_factory=list)
    hidden: list[Word] = field(default_factory=list)
    letters: int = 0  # that show
    unmapped: int = 0  # letters whose character is unknown


def read_text(text_page: pdfium.FPDF_TEXTPAGE, frame: Frame, dark: Sequence[Box] = ()) -> tuple[Text, Frame]:
    """The words of a page, and its frame turned so that most of them stand upright."""
    count = min(max(pdfium.FPDFText_CountChars(text_page), 0), MOST_CHARACTERS)
    frame = frame.turned(_usual_turn(text_page, count, frame))
    found = Text()
    width, height = frame.width, frame.height
    for glyphs in read_glyphs(text_page, count, frame):
        x, y = (glyphs.left + glyphs.right) / 2, (glyphs.top + glyphs.bottom) / 2
        if 0 <= x <= width and 0 <= y <= height and glyphs.look.size >= 1:
            _add(
                found,
                glyphs,
                is_on_dark=bool(dark) and any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in dark),
            )
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


def _add(found: Text, glyphs: Glyphs, *, is_on_dark: bool) -> None:
    """Put a word of the page where it belongs; what shows white on white is dropped."""
    look = glyphs.look
    text = decode_run(glyphs.text, look.font) if look.is_legacy else glyphs.text
    if not text:
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
        1.0,
        glyphs.spaced,
    )
    if look.is_invisible:
        found.hidden.append(word)
        return
    if look.is_white and not is_on_dark:
        return
    found.letters += len(text)
    if max(text) >= _PRIVATE:
        found.unmapped += sum(char == "\ufffd" or _PRIVATE <= char <= "\uf8ff" for char in text)
    found.words.append(word)


def _without_doubles(words: Sequence[Word]) -> list[Word]:
    """Words drawn twice, a little apart, once, and bold: how some producers make letters bold, or throw shadows."""
    keys = [(word.text, word.left) for word in words]
    order = sorted(range(len(words)), key=keys.__getitem__)
    again: set[int] = set()
    bold: set[int] = set()
    for at, index in enumerate(order):
        one = words[index]
        reach = _TWICE * one.size
        after = at + 1
        while after < len(order):
            other = words[order[after]]
            if other.text != one.text or other.left - one.left > reach:
                break
            if abs(other.baseline - one.baseline) <= reach and index not in again:
                again.add(order[after])
                bold.add(index)
            after += 1
    if not again:
        return list(words)
    return [
        replace(word, bold=True) if index in bold else word for index, word in enumerate(words) if index not in again
    ]
