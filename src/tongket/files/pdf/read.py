"""A PDF's bytes to a source."""

from __future__ import annotations

import ctypes
import hashlib
import time
from collections.abc import Iterator

from tongket.errors import ReadError
from tongket.files.pages.compose import compose_pages
from tongket.files.pdf.engine import pdfium, pypdfium2
from tongket.files.pdf.frame import Frame
from tongket.files.pdf.paths import Drawing, read_drawing
from tongket.files.pdf.words import Text, read_text
from tongket.messages import N_
from tongket.model.pages import Page
from tongket.model.sources import Source

MAX_PAGES = 500
MAX_SECONDS = 60.0  # for the text of a file, looked at between pages; 500 full pages take 12


def read_pdf(data: bytes, *, file: str, workers: int = 1) -> Source:
    """The source of a PDF.

    Nothing in it is run (scripts, actions) or opened (attachments, forms of XFA).

    Raises:
        ReadError: it is damaged, locked by a password, or too large.
    """
    document = _open(data, file)
    try:
        pages = list(_pages(document, file))
    finally:
        document.close()
    return compose_pages(pages, file=file, sha256=hashlib.sha256(data).hexdigest(), format="pdf")


def _open(data: bytes, file: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise ReadError(
                N_("the PDF is protected by a password."),
                N_("Open it with the password, print it to a new PDF without one, and give that file."),
                where=file,
            ) from error
        raise ReadError(
            N_("the PDF is cut off or damaged, so it does not open."),
            N_("Copy or download it again; if it does not open elsewhere either, ask the sender for a new copy."),
            where=file,
        ) from error
    if len(document) > MAX_PAGES:
        document.close()
        raise ReadError(
            N_("the PDF has more than {limit} pages, far more than a report."),
            N_("Check that it is the report; if it holds many, give each its own file."),
            where=file,
            limit=MAX_PAGES,
        )
    return document


def _pages(document: pypdfium2.PdfDocument, file: str) -> Iterator[Page]:
    began = time.monotonic()
    for index in range(len(document)):
        if time.monotonic() - began > MAX_SECONDS:
            raise ReadError(
                N_("the PDF is too heavy: reading its text takes more than {limit} seconds."),
                N_("Print it to a new PDF, or send the Word file that it was made from."),
                where=file,
                limit=int(MAX_SECONDS),
            )
        page = pdfium.FPDF_LoadPage(document.raw, index)
        if not page:
            yield Page(index + 1, 595.0, 842.0, ())
            continue
        try:
            text, drawing, frame = _read_page(page)
        finally:
            pdfium.FPDF_ClosePage(page)
        yield Page(index + 1, frame.width, frame.height, tuple(text.words), tuple(drawing.rules))


def _read_page(page: pdfium.FPDF_PAGE) -> tuple[Text, Drawing, Frame]:
    frame = _frame(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Text(), read_drawing(page, frame), frame
    try:
        dark = read_drawing(page, frame)
        text, turned = read_text(text_page, frame, dark.dark)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return text, dark if turned == frame else read_drawing(page, turned), turned


def _frame(page: pdfium.FPDF_PAGE) -> Frame:
    """The visible part of a page: its crop box within its media box, turned as it is shown."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)) or box.right <= box.left:
        return Frame(0, 0, 595, 842)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    low, high = sorted((box.bottom, box.top))
    return Frame(box.left, low, box.right, high, turns)
