"""One page of a PDF: its words and lines, and whether its text can be used or has to be recognised."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.files.pdf.engine import pdfium
from tongket.files.pdf.frame import Frame
from tongket.files.pdf.legible import from_lost_fonts, is_legible
from tongket.files.pdf.paths import Drawing, read_drawing
from tongket.files.pdf.struck import without_struck
from tongket.files.pdf.words import Text, read_text
from tongket.model.pages import Page, Word

_A4 = (595.0, 842.0)
_PICTURED = 0.5  # of a page: with so much of it covered by pictures, little text is a stamp on a scan
_LITTLE = 250  # letters
_DRAWN_LETTERS = 60  # paths on a page without text: letters drawn as outlines
_LAYER = 0.85  # the confidence given to the text layer of a scan, which says none


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as read; ``is_picture``: what it shows has to be recognised, and ``page`` holds what text there is.

    ``stamped`` are the words laid over it as annotations, which its picture does not show.
    """

    page: Page
    is_picture: bool = False
    stamped: tuple[Word, ...] = ()


def read_leaf(document: pdfium.FPDF_DOCUMENT, index: int) -> Leaf:
    """The page of ``document`` at ``index``, from 0; one that does not open is blank.

    What is stamped on a page (the number and the date of an issued document, an electronic signature) are annotations:
    they are laid into the page first, so the page in ``document`` is changed.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Leaf(Page(index + 1, *_A4, ()))
    own: Text | None = None
    try:
        if _is_stamped(page):
            own = _read(page, _frame(page))[0]
            if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
                pdfium.FPDF_ClosePage(page)
                page = pdfium.FPDF_LoadPage(document, index)
                if not page:
                    return Leaf(Page(index + 1, *_A4, ()))
        return _judge(page, index + 1, own)
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _is_stamped(page: pdfium.FPDF_PAGE) -> bool:
    """Whether an annotation may lay words over the page: any but links, which every exported note number is."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind != pdfium.FPDF_ANNOT_LINK:
            return True
    return False


def _judge(page: pdfium.FPDF_PAGE, number: int, own: Text | None) -> Leaf:
    """A page that is open; ``own`` is its text without what is stamped on it, where something is."""
    frame = _frame(page)
    text, drawing, frame = _read(page, frame)
    words, hidden = _usable(text.words, text.unmapped), _usable(text.hidden, 0)
    pictured = drawing.picture_share >= _PICTURED and text.letters < _LITTLE

    def made(found: Sequence[Word], *, scanned: bool = False) -> Page:
        return Page(number, frame.width, frame.height, tuple(found), tuple(drawing.rules), scanned=scanned)

    stamped = [] if own is None else _beyond(own.words, text.words)
    if pictured:
        layer = hidden if hidden and sum(len(word.text) for word in hidden) > text.letters else None
        if layer is None:
            return Leaf(made(text.words, scanned=True), is_picture=True, stamped=tuple(stamped))
        return Leaf(made([*(replace(word, confidence=_LAYER) for word in layer), *stamped], scanned=True))
    if words is None:
        return Leaf(made(text.words), is_picture=True, stamped=tuple(stamped))
    drawn = not words and (drawing.picture_share > 0.02 or drawing.objects > _DRAWN_LETTERS)
    return Leaf(made(words), is_picture=drawn, stamped=tuple(stamped))


def _beyond(own: Sequence[Word], words: Sequence[Word]) -> list[Word]:
    """The words that are not among ``own``."""
    known = {(word.text, round(word.left), round(word.baseline)) for word in own}
    return [word for word in words if (word.text, round(word.left), round(word.baseline)) not in known]


def _usable(words: Sequence[Word], unmapped: int) -> list[Word] | None:
    """The words, decoded where that makes them legible; None where they are rubbish."""
    if is_legible(words, unmapped=unmapped):
        return list(words)
    return from_lost_fonts(words)


def _read(page: pdfium.FPDF_PAGE, frame: Frame) -> tuple[Text, Drawing, Frame]:
    drawing = read_drawing(page, frame)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Text(), drawing, frame
    try:
        text, turned = read_text(text_page, frame, drawing.dark)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    if turned != frame:
        drawing = read_drawing(page, turned)
    text.words, drawing.rules = without_struck(text.words, drawing.rules)
    return text, drawing, turned


def _frame(page: pdfium.FPDF_PAGE) -> Frame:
    """The visible part of a page: its crop box within its media box, turned as it is shown."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)) or box.right <= box.left:
        return Frame(0, 0, 595, 842)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    low, high = sorted((box.bottom, box.top))
    return Frame(box.left, low, box.right, high, turns)
