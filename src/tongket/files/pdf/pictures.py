"""Pages without usable text: drawn as pictures and recognised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tongket.files import parts
from tongket.files.pdf.engine import pypdfium2
from tongket.files.scan.images import MAX_PAGES, PageImage, too_many_pages
from tongket.files.scan.recognise import recognise
from tongket.model.pages import Page

DPI = 300
MAX_PIXELS = 40_000_000  # of a page as drawn; larger paper (A2 plans) is drawn with fewer dots


def recognise_pages(data: bytes, numbers: Sequence[int], *, file: str, workers: int = 1) -> list[Page]:
    """The pages ``numbers`` (from 1) of the PDF ``data``, recognised ``workers`` at a time.

    Raises:
        ReadError: Tesseract is missing, there are too many such pages, or one took too long.
    """
    if len(numbers) > MAX_PAGES:
        raise too_many_pages(file)
    document = pypdfium2.PdfDocument(data)
    try:
        return recognise(_pictures(document, numbers), file=file, workers=workers)
    finally:
        document.close()


def made_by() -> str:
    """The program that recognises, with its version."""
    return f"Tesseract {parts.version(parts.TESSERACT)}".strip()


def _pictures(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> Iterator[PageImage]:
    """One page after the other, in colours: stamps and signatures are told from print by them."""
    for number in numbers:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            scale = min(DPI / 72, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
            bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=False)
            yield PageImage(number, bitmap.to_pil().convert("RGB"), scale * 72)
        finally:
            page.close()
