"""PDFium, the one place where it is imported: it ships no types, so all of it is of any type to the checker."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["char_box", "char_code", "char_object", "pdfium", "pypdfium2"]


def _direct(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium with plain addresses for pointers, at half the cost: for what is asked of each letter."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


# Of a text page (its address) and the index of a character in it.
char_code = _direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
char_object = _direct(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
char_box = _direct(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
