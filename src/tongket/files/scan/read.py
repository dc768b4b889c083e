"""A picture file (.png, .jpg, .tif, .bmp, .gif, .webp) of a report to a source."""

from __future__ import annotations

import hashlib

from tongket.files import parts
from tongket.files.pages.compose import compose_pages
from tongket.files.scan.images import open_picture
from tongket.files.scan.recognise import recognise
from tongket.model.sources import Source


def read_picture(data: bytes, *, file: str, workers: int = 1) -> Source:
    """The source in a picture, a page for each frame of it; ``workers`` pages are recognised at a time.

    Raises:
        ReadError: it is damaged or too large, Tesseract is missing, or a page took too long.
    """
    pages = recognise(open_picture(data, file=file), file=file, workers=workers)
    return compose_pages(
        pages,
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format="picture",
        scanned=True,
        made_by=f"Tesseract {parts.version(parts.TESSERACT)}",
    )
