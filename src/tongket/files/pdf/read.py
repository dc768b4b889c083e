"""A PDF's bytes to a source."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.errors import ReadError
from tongket.files.pages.compose import compose_pages
from tongket.files.pdf.engine import pdfium, pypdfium2
from tongket.files.pdf.leaves import Leaf, read_leaf
from tongket.messages import N_
from tongket.model.pages import Page
from tongket.model.sources import Source

MAX_PAGES = 500
MAX_SECONDS = 60.0  # for the text of a file, looked at between pages; 500 full pages take 12
_NOT_RECOGNISED = N_(
    "Some pages of the PDF are pictures, or their letters have no meaning; they were not read, because Tesseract with"
    " its Vietnamese data is missing."
)
_LAYER_USED = N_("The PDF is a scan with a text layer, which was read as it is; its letters were not looked at again.")


def read_pdf(data: bytes, *, file: str, workers: int = 1) -> Source:
    """The source of a PDF; pages without usable text are recognised, ``workers`` at a time.

    Nothing in it is run (scripts, actions) or opened (attachments, forms of XFA).

    Raises:
        ReadError: it is damaged, locked by a password, or too large; or all of it has to be recognised, and
            Tesseract is missing.
    """
    document = _open(data, file)
    try:
        leaves = list(_leaves(document, file))
    finally:
        document.close()
    pages, made_by, warnings = _recognised(data, leaves, file, workers)
    return compose_pages(
        pages,
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format="pdf",
        made_by=made_by,
        warnings=warnings,
    )


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


def _leaves(document: pypdfium2.PdfDocument, file: str) -> Iterator[Leaf]:
    began = time.monotonic()
    for index in range(len(document)):
        if time.monotonic() - began > MAX_SECONDS:
            raise ReadError(
                N_("the PDF is too heavy: reading its text takes more than {limit} seconds."),
                N_("Print it to a new PDF, or send the Word file that it was made from."),
                where=file,
                limit=int(MAX_SECONDS),
            )
        yield read_leaf(document.raw, index)


def _recognised(
    data: bytes, leaves: Sequence[Leaf], file: str, workers: int
) -> tuple[list[Page], str, tuple[str, ...]]:
    """The pages with those recognised that need it; by which program; and what has to be said of it.

    Where recognition is not possible, a file of which some pages are text is read without the others.
    """
    pages = [leaf.page for leaf in leaves]
    layered = any(leaf.page.scanned and not leaf.is_picture for leaf in leaves)
    warnings = (_LAYER_USED,) if layered else ()
    wanted = [leaf.page.number for leaf in leaves if leaf.is_picture]
    if not wanted:
        return pages, "", warnings
    # Scans are rare, and what recognises them takes 0.1 s to import.
    from tongket.files.pdf.pictures import made_by, recognise_pages

    try:
        found = recognise_pages(data, wanted, file=file, workers=workers)
    except ReadError:
        if not any(leaf.page.words for leaf in leaves if not leaf.is_picture):
            raise
        # Letters without meaning are left out, too: what is not read is said, what is read is right.
        kept = [replace(leaf.page, words=leaf.stamped) if leaf.is_picture else leaf.page for leaf in leaves]
        return kept, "", (*warnings, _NOT_RECOGNISED)
    for page in found:
        stamped = leaves[page.number - 1].stamped
        pages[page.number - 1] = replace(page, words=(*page.words, *stamped))
    return pages, made_by(), warnings
