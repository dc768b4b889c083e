"""A Word file as one XML document (Flat OPC): the parts of the package one after the other, pictures in base64.

Source: ECMA-376, part 2, and the format 'Word XML Document' of Word 2007 and later.
"""

from __future__ import annotations

import base64
import binascii
import io
import zipfile

from lxml import etree

from tongket.files.docx.package import parse_xml

_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
_HEAD = 2000  # bytes: declarations of names, and the instruction that names Word


def is_flat(data: bytes) -> bool:
    """Whether ``data`` is a package in one XML document."""
    return _PACKAGE.encode() in data[:_HEAD] or _PACKAGE.encode("utf-16-le") in data[: 2 * _HEAD]


def unfold(data: bytes, *, file: str) -> bytes:
    """The .docx that is written out in ``data``.

    Raises:
        ReadError: damaged, or with entities.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for part in parse_xml(data, file=file, part="/").iterchildren(f"{{{_PACKAGE}}}part"):
            name = part.get(f"{{{_PACKAGE}}}name", "").lstrip("/")
            xml, binary = part.find(f"{{{_PACKAGE}}}xmlData"), part.find(f"{{{_PACKAGE}}}binaryData")
            if name and xml is not None and len(xml):
                archive.writestr(name, etree.tostring(xml[0], encoding="utf-8"))
            elif name and binary is not None:
                archive.writestr(name, _bytes(binary.text or ""))
    return held.getvalue()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""
