"""Fields of old Word files (trường) as they were printed: LibreOffice would compute them anew when it opens a file.

A date would become today's, the name of a file our own, a cross-reference to what is gone an error; and nothing in a
file may ask for data of others. What the writer saw is saved beside the instruction, and stays.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator

from tongket.files.compound import Compound, open_compound
from tongket.files.formats import Format
from tongket.files.zip_errors import ZIP_ERRORS

# [MS-DOC] 2.9.90, flt: kinds of fields that are computed; tables of contents, links, forms and page numbers stay.
_COMPUTED = frozenset((3, 12, *range(14, 33), 34, 35, *range(37, 40), 45, 46, 56, *range(59, 67), 68, 69, 72, 85))
_KEPT_KIND = 81  # ADDIN: its result is text and nothing else
# [MS-DOC] 2.5.6, FibRgFcLcb97: where the tables of fields of body, headers, notes, comments and boxes are named.
_TABLES, _FIRST_TABLE = (16, 17, 18, 19, 48, 57, 59), 0x9A
_WHICH_TABLE, _ENCRYPTED = 0x0200, 0x0100
_BEGIN = 0x13

_NAMES = (
    "REF|PAGEREF|NOTEREF|SEQ|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|FILENAME|FILESIZE|TEMPLATE|AUTHOR|LASTSAVEDBY|"
    "TITLE|SUBJECT|KEYWORDS|COMMENTS|REVNUM|EDITTIME|NUMPAGES|NUMWORDS|NUMCHARS|SECTION|SECTIONPAGES|QUOTE|ASK|FILLIN|"
    "DDE|DDEAUTO|LINK|INCLUDETEXT|MERGEFIELD|MERGEREC|MERGESEQ|USERNAME|USERINITIALS|USERADDRESS|DOCVARIABLE|"
    "DOCPROPERTY|INFO|DATABASE"
)
# So many braces and control words stand before the name at most: without a limit, a file of nothing else takes hours.
_RICH = re.compile(rb"(\\fldinst(?:[\s{}]|\\\*|\\[a-z]{1,32}-?\d{0,10}){0,100}+)((?:%b)\b|=)" % _NAMES.encode())
_OPEN_NAMES = (
    "date|time|file-name|template-name|page-count|word-count|character-count|paragraph-count|author-name|"
    "author-initials|sender-[a-z-]+|creator|initial-creator|printed-by|creation-date|creation-time|modification-date|"
    "modification-time|print-date|print-time|title|subject|keywords|description|editing-cycles|editing-duration|"
    "user-defined|sequence|sequence-ref|bookmark-ref|reference-ref|note-ref|chapter|expression|variable-get|"
    "user-field-get|conditional-text|database-display|dde-connection|execute-macro"
)
_OPEN = re.compile(rb"<text:(%b)\b[^<>]*+>([^<>]*+)</text:\1>" % _OPEN_NAMES.encode())
_OPEN_PARTS = ("content.xml", "styles.xml")
_MOST_XML = 64 << 20  # bytes of a part


def is_encrypted_doc(data: bytes) -> bool:
    """Whether ``data`` is a .doc that opens with a password only."""
    found = open_compound(data)
    head = b"" if found is None else found.read("WordDocument", 32)
    return len(head) >= 12 and bool(_flags(head) & _ENCRYPTED)


def keep_fields(data: bytes, kind: Format) -> bytes:
    """``data`` with its computed fields changed to text; as it was where it is not understood."""
    if kind == "doc":
        return _in_doc(data)
    if kind == "rtf":
        return _RICH.sub(rb"\1X\2", data)
    return _in_open_document(data) if kind == "odt" else _OPEN.sub(rb"\2", data)


def _in_doc(data: bytes) -> bytes:
    found = open_compound(data)
    if found is None:
        return data
    changed = bytearray(data)
    for place in _computed(found):
        changed[place] = _KEPT_KIND
    return bytes(changed)


def _computed(found: Compound) -> Iterator[int]:
    """Where in the file the kinds of the computed fields stand."""
    head = found.read("WordDocument", 1024)
    if len(head) < _FIRST_TABLE:
        return
    name = "1Table" if _flags(head) & _WHICH_TABLE else "0Table"
    held = found.read(name)
    for table in _TABLES:
        at = _FIRST_TABLE + 8 * table
        first, size = struct.unpack_from("<II", head, at) if at + 8 <= len(head) else (0, 0)
        count = max((size - 4) // 6, 0) if first + size <= len(held) else 0
        for field in range(count):
            offset = first + 4 * (count + 1) + 2 * field
            if held[offset] & 0x1F == _BEGIN and held[offset + 1] in _COMPUTED:
                place = found.place(name, offset + 1)
                if place is not None:
                    yield place


def _flags(head: bytes) -> int:
    return int.from_bytes(head[10:12], "little")


def _in_open_document(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [info for info in archive.infolist() if info.filename in _OPEN_PARTS]
            if any(info.file_size > _MOST_XML for info in parts):
                return data
            changed = {
                info.filename: _OPEN.sub(rb"\2", was) for info in parts if _OPEN.search(was := archive.read(info))
            }
            return _with(archive, changed) if changed else data
    except ZIP_ERRORS:
        return data


def _with(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The archive with the ``changed`` parts in place of its own, and without pictures, which are not read."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for info in archive.infolist():
            if info.filename in changed:
                made.writestr(info.filename, changed[info.filename])
            elif info.file_size <= _MOST_XML and not info.filename.startswith("Pictures/"):
                made.writestr(
                    info.filename, archive.read(info), zipfile.ZIP_STORED if info.filename == "mimetype" else None
                )
    return held.getvalue()
