"""What a workbook's cells show: numbers, dates and percentages as an office prints them."""

from __future__ import annotations

import datetime
import io
import math
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from tongket.errors import ReadError
from tongket.files.zip_errors import ZIP_ERRORS
from tongket.messages import N_

MAX_UNPACKED = 300 << 20  # bytes of one part
MAX_CELLS = 4_000_000  # of the rectangle that holds all that is filled: what reading it allocates
MAX_SHEETS = 200
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>")
_AT = re.compile(rb'(?:^|\s)r="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'(?:^|\s)s="(\d{1,6})"')
_ERROR = re.compile(rb'(?:^|\s)t="e"')
_TEXT = re.compile(rb'(?:^|\s)t="str"')  # the result of a formula is a text, maybe an empty one
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,20})</")
_FORMULA_ALONE = re.compile(
    rb"<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</"
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BUILT_IN_PERCENTS = {9: 0, 10: 2}  # the built-in formats 0% and 0.00%
_PERCENT_FORMAT = re.compile(r'^(?:[^";]|"[^"]*")*?(?:\.([0#?]+))?(?:\\? )?%')  # a quoted sign is a letter


Merged = dict[tuple[int, int], tuple[int, int]]  # first cell (row, column, from 0) -> last cell


@dataclass(frozen=True, slots=True)
class SheetValues:
    """A sheet as its file stores it: values of cells, from the first row and column on, and merged cells."""

    name: str
    rows: Sequence[Sequence[object]]
    merged: Merged


@dataclass(frozen=True, slots=True)
class Percents:
    """Of a sheet: the cells (row, column, from 0) that show percentages, with the digits after their comma."""

    digits: dict[tuple[int, int], int]


def cell_text(value: object, percent: int | None = None) -> str:
    """What a cell shows: '5', '12,5', '1234567', '85%', '05/03/2025'; "" for an empty one.

    Numbers stand without marks between thousands, with a decimal comma; ``percent``: as a percentage of so many digits.
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value) if percent is None else f"{_rounded(value * 100, percent)}%"
    if isinstance(value, datetime.datetime):
        day = value.strftime("%d/%m/%Y")
        return day if value.time() == datetime.time() else f"{day} {value:%H:%M}"
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    if isinstance(value, datetime.timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(value)


def shown_cells(sheet: SheetValues, percents: Percents | None) -> list[list[str]]:
    """What each cell of a sheet shows."""
    own = percents.digits if percents else {}
    return [
        [cell_text(value, own.get((at, column))) for column, value in enumerate(row)]
        for at, row in enumerate(sheet.rows)
    ]


def _number(value: float) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    shown = str(value) if isinstance(value, int) else format(value, ".10g")
    return shown.replace(".", ",")


def _rounded(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def check_workbook(data: bytes, *, file: str) -> dict[str, Percents]:
    """The percentages of an .xlsx by sheet name.

    What is filled is measured before it is read: two cells at opposite ends of a sheet would take all memory.

    Raises:
        ReadError: it is damaged, or too large to be a table of a report.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            percents = _percent_styles(_part(archive, "xl/styles.xml", file)) if "xl/styles.xml" in names else {}
            parts = _sheet_parts(archive, file)
            return {
                name: _measured(_part(archive, part, file), percents, file)
                for name, part in parts.items()
                if part in names
            }
    except (*ZIP_ERRORS, etree.XMLSyntaxError) as error:
        raise damaged_workbook(file) from error


def wrong_cells(data: bytes, *, file: str) -> dict[str, dict[tuple[int, int], str]]:
    """Sheet name -> cells (row, column, from 0) whose formula ended in an error, with the error: '#REF!'; "" where the
    formula has no result, since the program that saved it does not compute.

    The parser gives them as empty ones. A formula whose result is an empty text is none of them.

    Raises:
        ReadError: the workbook is damaged, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            parts = {name: part for name, part in _sheet_parts(archive, file).items() if part in names}
            return {name: _wrong(_part(archive, part, file)) for name, part in parts.items()}
    except (*ZIP_ERRORS, etree.XMLSyntaxError) as error:
        raise damaged_workbook(file) from error


def _wrong(data: bytes) -> dict[tuple[int, int], str]:
    found = {}
    for cell in _CELL.finditer(data):
        is_error = _ERROR.search(cell.group(1))
        if not is_error and (_TEXT.search(cell.group(1)) or not _FORMULA_ALONE.match(data, cell.end())):
            continue
        at = _AT.search(cell.group(1))
        value = _VALUE.search(data, cell.end()) if is_error else None
        if at and (value or not is_error):
            found[int(at[2]) - 1, _column(at[1]) - 1] = value[1].decode("utf-8", "replace") if value else ""
    return found


def damaged_workbook(file: str) -> ReadError:
    """What is said of a spreadsheet that does not open."""
    return ReadError(
        N_("the spreadsheet is cut off or damaged, or protected by a password."),
        N_("Open it in Excel, save it again as .xlsx without a password, and send that file."),
        where=file,
    )


def too_large_sheet(file: str) -> ReadError:
    """What is said of a spreadsheet that holds far more than a report's tables."""
    return ReadError(
        N_("the spreadsheet is far larger than the tables of a report."),
        N_("Copy the table that belongs to the report into a file of its own and send that."),
        where=file,
    )


def _part(archive: zipfile.ZipFile, name: str, file: str) -> bytes:
    """A part's bytes, unpacked up to the limit."""
    with archive.open(name) as stream:
        data = stream.read(MAX_UNPACKED + 1)
    if len(data) > MAX_UNPACKED:
        raise too_large_sheet(file)
    return data


def _tree(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def _sheet_parts(archive: zipfile.ZipFile, file: str) -> dict[str, str]:
    """Sheet names -> their parts."""
    targets = {}
    for relation in _tree(_part(archive, "xl/_rels/workbook.xml.rels", file)):
        target = relation.get("Target", "")
        targets[relation.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = _tree(_part(archive, "xl/workbook.xml", file)).iter(f"{_MAIN}sheet")
    return {sheet.get("name", ""): targets.get(sheet.get(f"{_OFFICE}id", ""), "") for sheet in sheets}


def percent_digits(code: str) -> int | None:
    """The digits after the comma of a number format that shows percentages ('0.0%'); None of another."""
    found = _PERCENT_FORMAT.match(code)
    return len(found[1] or "") if found else None


def _percent_styles(data: bytes) -> dict[int, int]:
    """Styles of cells that show a percentage -> digits after the comma."""
    root = _tree(data)
    formats = dict(BUILT_IN_PERCENTS)
    for one in root.iter(f"{_MAIN}numFmt"):
        digits = percent_digits(one.get("formatCode", ""))
        if digits is not None:
            formats[int(one.get("numFmtId", "-1"))] = digits
    styles = root.find(f"{_MAIN}cellXfs")
    found_styles = {}
    for index, style in enumerate(() if styles is None else styles):
        digits = formats.get(int(style.get("numFmtId", "0")))
        if digits is not None:
            found_styles[index] = digits
    return found_styles


def _measured(data: bytes, percents: dict[int, int], file: str) -> Percents:
    rows = columns = 0
    found: dict[tuple[int, int], int] = {}
    for cell in _CELL.finditer(data):
        attributes = cell.group(1)
        at = None if attributes.endswith(b"/") else _AT.search(attributes)
        if at is None:
            continue
        row, column = int(at[2]), _column(at[1])
        rows, columns = max(rows, row), max(columns, column)
        style = _STYLE.search(attributes) if percents else None
        if style is not None and int(style[1]) in percents:
            found[row - 1, column - 1] = percents[int(style[1])]
    if rows * columns > MAX_CELLS:
        raise too_large_sheet(file)
    return Percents(found)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
