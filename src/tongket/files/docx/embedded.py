"""What is embedded in a Word file: sheets of Excel become rows in place, drawings of boxes (SmartArt) their words.

Nothing is run or fetched: a sheet's saved values are read, a link to a file outside is left alone.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import unescape

from tongket.errors import ReadError
from tongket.files.compound import MAGIC, open_compound
from tongket.files.docx.line import Embedded, one_line
from tongket.files.docx.package import Package, Relation
from tongket.files.zip_errors import ZIP_ERRORS

MAX_ROWS = 2000  # of one embedded sheet; what is larger is a file of its own, and not part of a page
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_POINT, _POINT_TEXT = f"{_DIAGRAM}pt", f"{_DIAGRAM}t"
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_DRAWN_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_SHEETS = ("Workbook", "Book")  # streams of .xls
_SHEET_NAME = re.compile(r'<(?:\w+:)?sheet\b[^>]*\bname="([^"]*)"')
_ACTIVE = re.compile(r'\bactiveTab="(\d{1,4})"')
_MOST_XML = 1 << 20  # bytes of the list of sheets


def sheet_rows(box: Embedded, package: Package, relations: dict[str, Relation]) -> list[list[str]] | None:
    """The filled rows of the sheet that an embedded workbook shows; None where it is no workbook, or a damaged one."""
    from tongket.files.sheets import rows_of_workbook

    relation = relations.get(box.relation)
    if relation is None or not package.has(relation.target) or box.is_icon:
        return None
    data = _workbook(package.read(relation.target))
    if data is None:
        return None
    try:
        sheets = rows_of_workbook(data, file=package.file)
    except ReadError:
        return None
    shown = _active_sheet(data)
    rows = next((rows for name, rows in sheets if name == shown), sheets[0][1] if sheets else [])
    return rows if len(rows) <= MAX_ROWS else None


def _workbook(data: bytes) -> bytes | None:
    """The workbook in an embedded part: the part itself, or a stream of the object that wraps it."""
    if not data.startswith(MAGIC):
        return data if data.startswith(b"PK\x03\x04") and b"xl/" in data else None
    wrapped = open_compound(data)
    if wrapped is None:
        return None
    if any(name in wrapped.streams for name in _SHEETS):
        return data
    inside = wrapped.read("Package")
    return inside if inside.startswith(b"PK\x03\x04") else None


def _active_sheet(data: bytes) -> str:
    """The name of the sheet on top of an .xlsx; "" where it is not said."""
    if not data.startswith(b"PK"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("xl/workbook.xml") as stream:
            xml = stream.read(_MOST_XML).decode("utf-8", "replace")
    except ZIP_ERRORS:
        return ""
    names, active = _SHEET_NAME.findall(xml), _ACTIVE.search(xml)
    at = int(active.group(1)) if active else 0
    return unescape(names[at], {"&quot;": '"', "&apos;": "'"}) if at < len(names) else ""


def diagram_lines(box: Embedded, package: Package, relations: dict[str, Relation]) -> Iterator[str]:
    """The words of a drawing of boxes, a box a line, as its list of points has them."""
    relation = relations.get(box.relation)
    root = None if relation is None else package.xml(relation.target)
    for point in () if root is None else root.iter(_POINT):
        if point.get("type", "node") not in ("node", "asst"):
            continue
        body = point.find(_POINT_TEXT)
        paragraphs = [] if body is None else body.iter(_DRAWN_PARAGRAPH)
        words = ("".join(text.text or "" for text in paragraph.iter(_DRAWN_TEXT)) for paragraph in paragraphs)
        line = " ".join(one_line(text).strip() for text in words if text.strip())
        if line:
            yield line
