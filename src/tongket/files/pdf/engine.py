"""PDFium, the one place where it is imported: it ships no types, so all of it is of any type to the checker."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["pdfium", "pypdfium2"]
