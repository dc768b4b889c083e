"""How the letters of a text object of a PDF look: size, weight, slope, font, colour, and whether they show at all."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

from tongket.files.pdf.engine import pdfium
from tongket.files.pdf.frame import Frame
from tongket.vietnamese.legacy import encoding_of_font

_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_ITALIC_NAMES = ("italic", "oblique")
_BOLD_WEIGHT = 600
_FORCED_BOLD = 1 << 18  # PDF 32000-1, table 123: font flags
_SLANTED = 1 << 6
_SKEWED = 0.12  # of the height: letters leaned over by the matrix are italic
_WHITE = 250
_NAME_SIZE = 256


@dataclass(frozen=True, slots=True)
class Look:
    """One text object: ``size`` in points as it shows, direction (``along``, ``up``) on the PDF page, and its font."""

    size: float
    bold: bool
    italic: bool
    font: str
    along: float = 1.0
    up: float = 0.0
    is_invisible: bool = False
    is_white: bool = False
    is_legacy: bool = False  # its font is of before Unicode


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    bold: bool
    italic: bool
    is_legacy: bool


class Looks:
    """The looks of the text objects of one page, each asked for once."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE) -> None:
        self._page = text_page
        self._fonts: dict[int, _Font] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))

    def at(self, index: int, address: int) -> Look:
        """The look of the text object at ``address`` whose character ``index`` is."""
        item = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
        pdfium.FPDFText_GetMatrix(self._page, index, self._matrix)
        a, b, c, d = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
        tall = math.hypot(c, d) or 1.0
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        font = self._font(index, item)
        return Look(
            size=pdfium.FPDFText_GetFontSize(self._page, index) * tall,
            bold=font.bold or mode in (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,),
            italic=font.italic or _leans(a, b, c, d),
            font=font.name,
            along=a,
            up=b,
            is_invisible=mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP),
            is_white=self._is_white(item),
            is_legacy=font.is_legacy,
        )

    def baseline(self, index: int, frame: Frame) -> float:
        """Where the character ``index`` stands on the paper."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return frame.point(self._x.value, self._y.value)[1]

    def _font(self, index: int, item: pdfium.FPDF_PAGEOBJECT) -> _Font:
        handle = pdfium.FPDFTextObj_GetFont(item)
        key = ctypes.addressof(handle.contents) if handle else 0
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._read_font(index)
        return found

    def _read_font(self, index: int) -> _Font:
        name = ctypes.create_string_buffer(_NAME_SIZE)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._page, index, name, _NAME_SIZE, flags)
        shown = name.value.decode("utf-8", "replace")
        plain = shown.split("+", 1)[-1] if "+" in shown[:8] else shown
        lower = plain.lower()
        weight = pdfium.FPDFText_GetFontWeight(self._page, index)
        return _Font(
            plain,
            bold=any(part in lower for part in _BOLD_NAMES)
            or weight >= _BOLD_WEIGHT
            or bool(flags.value & _FORCED_BOLD),
            italic=any(part in lower for part in _ITALIC_NAMES) or bool(flags.value & _SLANTED),
            is_legacy=encoding_of_font(plain) is not None,
        )

    def _is_white(self, item: pdfium.FPDF_PAGEOBJECT) -> bool:
        if not pdfium.FPDFPageObj_GetFillColor(item, *self._colour):
            return False
        red, green, blue, opaque = self._colour
        return opaque.value < 8 or (red.value >= _WHITE and green.value >= _WHITE and blue.value >= _WHITE)


def _leans(a: float, b: float, c: float, d: float) -> bool:
    """Whether the matrix skews upright letters."""
    across, tall = math.hypot(a, b), math.hypot(c, d)
    return across > 0 and tall > 0 and abs(a * c + b * d) / (across * tall) > _SKEWED
