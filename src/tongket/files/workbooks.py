"""The one door to workbooks (.xlsx) that this program wrote or asks for: measured before the parser sees them.

The parser allocates the rectangle between the first and the last filled cell: two cells in far corners end the process.
"""

from __future__ import annotations

import io

from python_calamine import CalamineWorkbook

from tongket.files.sheet_cells import check_workbook, damaged_workbook
from tongket.files.sheet_values import parsed_safely


def open_workbook(data: bytes, *, file: str) -> CalamineWorkbook:
    """The workbook in ``data``.

    Raises:
        ReadError: it is no .xlsx, damaged, protected, or far too large.
    """
    if not data.startswith(b"PK"):
        raise damaged_workbook(file)
    check_workbook(data, file=file)
    return parsed_safely(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)), file)
