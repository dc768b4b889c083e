"""The one door to workbooks (.xlsx) that this program wrote or asks for: measured before the parser sees them.

The parser allocates the rectangle between the first and the last filled cell: two cells in far corners end the process.
"""

from __future__ import annotations

import hashlib
import io
from collections import deque

from python_calamine import CalamineWorkbook

from tongket.files.sheet_cells import check_workbook, damaged_workbook
from tongket.files.sheet_values import parsed_safely

_measured: deque[bytes] = deque(maxlen=16)  # hashes of those found sound: a workbook is opened once for each sheet


def open_workbook(data: bytes, *, file: str) -> CalamineWorkbook:
    """The workbook in ``data``.

    Raises:
        ReadError: it is no .xlsx, damaged, protected, or far too large.
    """
    if not data.startswith(b"PK"):
        raise damaged_workbook(file)
    digest = hashlib.sha256(data).digest()
    if digest not in _measured:
        check_workbook(data, file=file)
        _measured.append(digest)
    return parsed_safely(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)), file)
