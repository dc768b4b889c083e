"""PDFium, the one place where it is imported: it ships no types, so all of it is of any type to the checker."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["pdfium", "pypdfium2", "read_boxes", "read_characters", "read_objects"]

_BOX = 4 * ctypes.sizeof(ctypes.c_float)  # bytes: left, top, right, bottom
_STRIDE = 8  # characters that most text objects have at least
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def _direct(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium with plain addresses for pointers, at half the cost: for what is asked of each letter."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


# Of a text page (its address) and the index of a character in it.
_char_code = _direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_char_object = _direct(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_char_box = _direct(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)  # and a place for the box; both as references


def read_characters(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> str:
    """The first ``count`` characters, one for each index."""
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    # In one call where each character is one unit of UTF-16; PDFium leaves those out that have no character.
    if written == count:
        text = ctypes.string_at(buffer, 2 * count).decode("utf-16-le", "replace")
        if len(text) == count:
            return text
    page = _address(text_page)
    codes = (_char_code(page, index) for index in range(count))
    return "".join("\ufffd" if code > _LAST or code in _SURROGATES else chr(code) for code in codes)


def read_boxes(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> list[float]:
    """Left, top, right, bottom of each character in points of the PDF page, one box after the other."""
    buffer = (ctypes.c_float * (4 * count))()
    # References are passed on as they are, where addresses are made into new objects: this is asked of each letter.
    page = ctypes.byref(text_page.contents)
    places = map(ctypes.byref, repeat(buffer), range(0, _BOX * count, _BOX))
    deque(map(_char_box, repeat(page), range(count), places), maxlen=0)
    return buffer[:]


def read_objects(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[tuple[int, int, int | None]]:
    """The text objects as start, stop and address; None for each character that PDFium put in between them.

    The characters of an object follow one another, so not each is asked for.
    """
    page = _address(text_page)
    start = 0
    while start < count:
        item: int | None = _char_object(page, start)
        if item is None:
            yield start, start + 1, None
            start += 1
            continue
        same, step = start, _STRIDE
        while (other := same + step) < count and _char_object(page, other) == item:
            same, step = other, step * 2
        other = min(other, count)
        while other - same > 1:
            middle = (same + other) // 2
            if _char_object(page, middle) == item:
                same = middle
            else:
                other = middle
        yield start, other, item
        start = other


def _address(text_page: pdfium.FPDF_TEXTPAGE) -> int | None:
    return ctypes.cast(text_page, ctypes.c_void_p).value
