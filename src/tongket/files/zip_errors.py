"""What opening a damaged zip raises (tệp nén hỏng): Word files, spreadsheets and archives are zips."""

from __future__ import annotations

import struct
import zipfile
import zlib

ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    KeyError,
    IndexError,
    RuntimeError,  # a password; NotImplementedError, for a way of packing that is not known, is one
    ValueError,
    OverflowError,
)
"""The standard library's own errors, and whatever the fields of a damaged zip lead it to."""
