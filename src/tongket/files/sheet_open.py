"""OpenDocument spreadsheets (.ods): what each cell shows, as the program that wrote it last stored it."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from tongket.errors import ReadError
from tongket.files.sheet_cells import (
    MAX_CELLS,
    MAX_SHEETS,
    MAX_UNPACKED,
    Merged,
    SheetValues,
    cell_text,
    damaged_workbook,
    too_large_sheet,
)
from tongket.files.zip_errors import ZIP_ERRORS

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_DIGITS = re.compile(r"[.,](\d{1,9})\s*%")
_MAX_REPEATED = 4096  # of a filled row or cell


def read_open_sheets(data: bytes, *, file: str) -> tuple[list[SheetValues], bool]:
    """The shown sheets of an .ods, and whether others are hidden.

    Raises:
        ReadError: it is damaged, protected, or far too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as stream:
            content = stream.read(MAX_UNPACKED + 1)
        if len(content) > MAX_UNPACKED:
            raise too_large_sheet(file)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(content, parser)
    except ReadError:
        raise
    except (*ZIP_ERRORS, etree.XMLSyntaxError) as error:
        raise damaged_workbook(file) from error
    unseen = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(one.get(f"{_TABLE}display") == "false" for one in style.iter(f"{_STYLE}table-properties"))
    }
    tables = [table for book in root.iter(f"{_OFFICE}spreadsheet") for table in book.iterchildren(f"{_TABLE}table")]
    shown = [table for table in tables if table.get(f"{_TABLE}style-name") not in unseen]
    return [_sheet(table, file) for table in shown[:MAX_SHEETS]], len(shown) < len(tables)


def _sheet(table: etree._Element, file: str) -> SheetValues:
    rows: list[list[str]] = []
    merged: Merged = {}
    cells = blank = 0
    for row in table.iter(f"{_TABLE}table-row"):
        texts = _row(row, len(rows) + blank, merged, file)
        times = _count(row, "number-rows-repeated")
        if not any(texts):
            blank += times
            continue
        if blank + len(rows) > MAX_CELLS:
            raise too_large_sheet(file)
        rows += [[] for _ in range(blank)]
        blank = 0
        times = min(times, _MAX_REPEATED)
        cells += len(texts) * times
        if cells > MAX_CELLS:
            raise too_large_sheet(file)
        rows += [texts] * times
    return SheetValues(table.get(f"{_TABLE}name", ""), rows, merged)


def _row(row: etree._Element, at: int, merged: Merged, file: str) -> list[str]:
    """The texts of a row up to its last filled cell; merged cells are noted."""
    texts: list[str] = []
    blank = 0
    for cell in row.iter(*_CELLS):
        if next(_outer_rows(cell)) is not row:
            continue  # of a table inside a cell
        text = _shown(cell) if cell.tag == _CELLS[0] else ""
        times = _count(cell, "number-columns-repeated")
        if not text:
            blank += times
            continue
        if blank > _MAX_REPEATED:
            blank = _MAX_REPEATED
        texts += [""] * blank
        blank = 0
        tall, wide = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if tall > 1 or wide > 1:
            merged[at, len(texts)] = (at + tall - 1, len(texts) + wide - 1)
        texts += [text] * min(times, _MAX_REPEATED)
        if len(texts) > MAX_CELLS:
            raise too_large_sheet(file)
    return texts


def _shown(cell: etree._Element) -> str:
    """What a cell shows; numbers and dates by their value, for its own text is in the writer's language."""
    text = "\n".join(_paragraphs(cell))
    kind, value = cell.get(f"{_OFFICE}value-type"), cell.get(f"{_OFFICE}value", "")
    try:
        if kind == "date":
            day = datetime.datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", ""))
            return cell_text(day)
        if kind in ("float", "currency"):
            return cell_text(float(value))
        if kind == "percentage":
            digits = _DIGITS.search(text)
            return cell_text(float(value), len(digits[1]) if digits else 0)
    except (ValueError, OverflowError):
        pass
    return text


def _outer_rows(cell: etree._Element) -> Iterator[etree._Element]:
    yield from cell.iterancestors(f"{_TABLE}table-row")


def _paragraphs(cell: etree._Element) -> Iterator[str]:
    for paragraph in cell.iterchildren(f"{_TEXT}p"):
        yield "".join(_words(paragraph)).strip()


def _words(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph, without comments."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(_count(child, "c", _TEXT), 100)
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " "
        elif child.tag != f"{_OFFICE}annotation" and isinstance(child.tag, str):
            yield from _words(child)
        yield child.tail or ""


def _count(element: etree._Element, name: str, space: str = _TABLE) -> int:
    text = element.get(f"{space}{name}", "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 8 else 1
