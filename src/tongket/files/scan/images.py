"""Page pictures (ảnh trang): opened within limits, with the dots per inch that they really have."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageOps, ImageSequence

from tongket.errors import ReadError
from tongket.messages import N_

MAX_PIXELS = 80_000_000  # of one page: A3 at 600 dots per inch is 70 million
MAX_PAGES = 400
MAX_SIDE = 30_000  # pixels
FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
_A4 = (8.27, 11.69)  # inches
_LIKELY = (90.0, 1300.0)  # dots per inch that a scanner or a good photograph of a page has
_PAPER = (3.5, 24.0, 36.0)  # inches: the least and the greatest width, and the greatest length (A1), of a likely page


@dataclass(frozen=True, slots=True)
class PageImage:
    """The picture of one page; ``number`` counts from 1. ``dpi`` is dots per inch, None where nobody says it."""

    number: int
    image: Image.Image
    dpi: float | None = None

    @property
    def resolution(self) -> float:
        """Dots per inch: as said, or, where that gives no likely paper, as if the page were A4."""
        short, long = sorted(self.image.size)
        least, widest, longest = _PAPER
        dpi = self.dpi or 0.0
        if _LIKELY[0] <= dpi <= _LIKELY[1] and least <= short / dpi <= widest and long / dpi <= longest:
            return dpi
        return max(short / _A4[0], long / _A4[1], 1.0)


def open_picture(data: bytes, *, file: str) -> Iterator[PageImage]:
    """The pages of a picture file, one after the other, turned as the camera says.

    Raises:
        ReadError: it is no picture, damaged, or beyond ``MAX_PIXELS``, ``MAX_SIDE`` or ``MAX_PAGES``.
    """
    number = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about odd tags and sizes; the limits here are our own
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                for number, frame in enumerate(ImageSequence.Iterator(opened), 1):
                    check_size(frame.size, file=file)
                    if number > MAX_PAGES:
                        raise too_many_pages(file)
                    dpi = _dpi(frame)
                    yield PageImage(number, ImageOps.exif_transpose(frame).copy(), dpi)
    except ReadError:
        raise
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large(file) from error
    except Exception as error:  # noqa: BLE001, RUF100 - damaged files make Pillow's decoders raise whatever they like
        raise _damaged(file) from error
    if not number:
        raise _damaged(file)


def check_size(size: tuple[int, int], *, file: str) -> None:
    """Let a page of ``size`` pixels pass.

    Raises:
        ReadError: it is larger than a page can be.
    """
    width, height = size
    if width * height > MAX_PIXELS or max(size) > MAX_SIDE:
        raise _too_large(file)


def _dpi(frame: Image.Image) -> float | None:
    said = frame.info.get("dpi")
    try:
        return float(min(said)) if said else None
    except (TypeError, ValueError, ZeroDivisionError):
        return None


def too_many_pages(file: str) -> ReadError:
    """What is said of a scan of more than ``MAX_PAGES`` pages."""
    return ReadError(
        N_("the scan has more than {limit} pages."),
        N_("Give each report its own file."),
        where=file,
        limit=MAX_PAGES,
    )


def _too_large(file: str) -> ReadError:
    return ReadError(
        N_("a page of the picture is larger than {limit} million dots."),
        N_("Scan it again at 300 dots per inch, or make the picture smaller."),
        where=file,
        limit=MAX_PIXELS // 1_000_000,
    )


def _damaged(file: str) -> ReadError:
    return ReadError(
        N_("the picture is cut off or damaged, so it does not open."),
        N_("Copy or scan it again, and save it as PDF, PNG, JPG or TIF."),
        where=file,
    )
