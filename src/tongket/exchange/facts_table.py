"""Flat tables of values (bảng số liệu phẳng): CSV, TSV, XLSX and Parquet, row by row, and facts written as CSV.

A row's number is the one that a spreadsheet shows. Tables of text are read as a stream, whatever their size.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tongket.consolidating.rows import observation_row
from tongket.errors import ReadError
from tongket.exchange.plain_tables import FORMULA, safe_cell, written_whole
from tongket.files.decoding import utf_16_order
from tongket.files.naming import shown_name
from tongket.messages import N_
from tongket.model.observations import Observation
from tongket.model.programmes import Programme
from tongket.model.tables import OBSERVATIONS

Format = Literal["text", "sheet", "parquet"]
Row = tuple[int, Sequence[Any]]

_MOST_BYTES: dict[Format, int] = {"text": 4 << 30, "sheet": 200 << 20, "parquet": 4 << 30}
_MOST_UNPACKED = 2 << 30  # a workbook is a zip: what it holds unpacked
_MOST_COLUMNS = 200
_MOST_CELL = 100_000  # characters; a longer cell is a quotation mark that nobody closed
_SAMPLE = 65536
_BATCH = 20_000
_FIRST_LINES = 30  # that tell what parts the cells
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table in a file: where it lies, what parts its cells; ``sheets`` are the names of all its sheets."""

    path: Path
    format: Format
    sha256: str
    encoding: str = ""
    delimiter: str = ""
    first_line: int = 1  # the line after 'sep=;', which Excel writes
    sheets: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name that messages show."""
        return shown_name(self.path.name)


def open_table(path: Path) -> FlatTable:
    """What kind of table ``path`` holds.

    Raises:
        ReadError: it is missing, too large, no table, or its text is not Unicode.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
            format_ = _format(sample)
            _refuse_size(path, format_, size)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadError(N_("the table cannot be opened."), N_("Check its name and place."), where=str(path)) from error
    if format_ == "text":
        encoding = _encoding(sample)
        delimiter, first_line = _delimiter(sample, encoding, path)
        return FlatTable(path, format_, digest, encoding, delimiter, first_line)
    return FlatTable(path, format_, digest, sheets=_sheets(path) if format_ == "sheet" else ())


def table_rows(table: FlatTable, sheet: str = "") -> Iterator[Row]:
    """(number, cells) of every row that is not blank, from the header on. Cells of text tables are text.

    Raises:
        ReadError: the file is damaged, not Unicode from some row on, or has far too many columns.
    """
    readers = {"text": _text_rows, "sheet": _sheet_rows, "parquet": _parquet_rows}
    for number, cells in readers[table.format](table, sheet):
        if len(cells) > _MOST_COLUMNS:
            raise ReadError(
                N_("the table has {count} columns, more than {limit}."),
                N_("Leave in it only the columns to be imported; write one value a row."),
                where=f"{table.file}:{number}",
                count=len(cells),
                limit=_MOST_COLUMNS,
            )
        if any(cells) or any(cell not in (None, "") for cell in cells):  # a zero is an answer
            yield number, cells


def cell_text(cell: object) -> str:
    """A cell as text: whole numbers without '.0', days in ISO 8601, without the mark that stops a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.strip()
        return text[1:] if text[:1] == "'" and text[1:2] in FORMULA else text
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, float):
        return plain_number(cell)
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())[:10]
    return str(cell)


def plain_number(number: float) -> str:
    """A number of a spreadsheet as digits with a point, to the 15 digits that a spreadsheet keeps."""
    text = f"{number:.15g}"
    if "e" in text or "E" in text:
        text = f"{number:.15f}" if abs(number) < 1 else f"{number:.0f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _format(sample: bytes) -> Format:
    if sample.startswith(b"PAR1"):
        return "parquet"
    return "sheet" if sample.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) else "text"


def _refuse_size(path: Path, format_: Format, size: int) -> None:
    limit = _MOST_BYTES[format_]
    if size == 0:
        raise ReadError(N_("the table is empty."), N_("Check that it is the right file."), where=str(path))
    if size > limit:
        raise ReadError(
            N_("the table is larger than {limit} MB."),
            N_("Divide it, for instance by year, or save a workbook as CSV UTF-8."),
            where=str(path),
            limit=limit >> 20,
        )


def _encoding(sample: bytes) -> str:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return utf_16_order(sample[: len(sample) & ~1]) or "utf-8-sig"


def _delimiter(sample: bytes, encoding: str, path: Path) -> tuple[str, int]:
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample)
    lines = [line for line in text.splitlines() if line.strip()]
    first = lines[0].strip().lower() if lines else ""
    if first.startswith("sep=") and len(first) == 5:
        return lines[0].strip()[4], 2
    if "\x00" in text:
        raise ReadError(N_("this is no table of text."), N_("Give a CSV, TSV, XLSX or Parquet file."), where=str(path))
    first_lines = "\n".join(lines[:_FIRST_LINES])
    unquoted = "".join(part for n, part in enumerate(first_lines.split('"')) if n % 2 == 0)
    return max(_DELIMITERS, key=unquoted.count), 1


def _text_rows(table: FlatTable, _sheet: str) -> Iterator[Row]:
    number = 0
    try:
        with table.path.open(encoding=table.encoding, newline="") as file, _longer_cells():
            for number, cells in enumerate(csv.reader(file, delimiter=table.delimiter, strict=True), start=1):
                if number >= table.first_line:
                    yield number, cells
    except UnicodeError as error:
        raise ReadError(
            N_("the text after row {row} is not Unicode: it may be in an old encoding (cp1258, TCVN3, VNI)."),
            N_("Open it in Excel and save it as 'CSV UTF-8' or as .xlsx."),
            where=table.file,
            row=number,
        ) from error
    except csv.Error as error:
        raise ReadError(
            N_("the table cannot be read after row {row}: a quotation mark is not closed, or stands inside a cell."),
            N_("Look at the quotation marks in the rows after it, or save the table as .xlsx."),
            where=table.file,
            row=number,
        ) from error


@contextmanager
def _longer_cells() -> Iterator[None]:
    before = csv.field_size_limit(_MOST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _sheets(path: Path) -> tuple[str, ...]:
    from tongket.files.workbooks import open_workbook

    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                    _refuse_size(path, "sheet", _MOST_BYTES["sheet"] + 1)
        return tuple(open_workbook(path.read_bytes(), file=path.name).sheet_names)
    except ReadError:
        raise
    except Exception as error:  # the library raises many kinds for damaged files
        raise _damaged(path) from error


def _sheet_rows(table: FlatTable, sheet: str) -> Iterator[Row]:
    from tongket.files.workbooks import open_workbook

    if sheet not in table.sheets:
        raise ReadError(
            N_("the workbook has no sheet '{sheet}'."),
            N_("Name one of: {sheets}."),
            where=table.file,
            sheet=sheet,
            sheets=", ".join(table.sheets),
        )
    try:
        found = open_workbook(table.path.read_bytes(), file=table.file).get_sheet_by_name(sheet)
        before = [""] * (found.start[1] if found.start else 0)  # columns left of the first that is used
        for number, cells in enumerate(found.iter_rows(), start=1):
            yield number, [*before, *cells]
    except ReadError:
        raise
    except Exception as error:  # as above
        raise _damaged(table.path) from error


def _parquet_rows(table: FlatTable, _sheet: str) -> Iterator[Row]:
    import duckdb

    from tongket.consolidating.engines import duckdb_engine

    try:
        with duckdb_engine() as engine:
            engine.execute("set memory_limit = '500MB'")
            engine.execute("select * from read_parquet(?, hive_partitioning = false)", [str(table.path)])
            yield 1, [column[0] for column in engine.description or ()]
            first = 2
            while rows := engine.fetchmany(_BATCH):
                yield from enumerate(rows, start=first)
                first += len(rows)
    except duckdb.Error as error:
        raise _damaged(table.path) from error


def _damaged(path: Path) -> ReadError:
    return ReadError(
        N_("the table is damaged, or protected with a password."),
        N_("Open it in Excel and save it again without a password."),
        where=str(path),
    )


def write_facts_csv(path: Path, observations: Iterable[Observation], programmes: Mapping[str, Programme]) -> int:
    """Write ``observations`` to ``path`` and give their number: columns as in the table of facts, but a cell's values
    in a column for each dimension of ``programmes`` (by code); what cannot be so told stays in ``cell``.

    UTF-8 with a mark, commas, CRLF; whole or not at all.

    Raises:
        ReadError: the file cannot be written.
    """
    dimensions = tuple(dict.fromkeys(one.code for programme in programmes.values() for one in programme.dimensions))
    at = OBSERVATIONS.names.index("cell")
    count = 0
    with written_whole(path) as unfinished, unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow((*OBSERVATIONS.names[: at + 1], *dimensions, *OBSERVATIONS.names[at + 1 :]))
        for one in observations:
            count += 1
            row = [safe_cell(value) for value in observation_row(one)]
            values = cell_values(one, programmes.get(one.programme))
            row[at] = "" if values else row[at]
            writer.writerow((*row[: at + 1], *(values.get(code, "") for code in dimensions), *row[at + 1 :]))
    return count


def cell_values(one: Observation, programme: Programme | None) -> dict[str, str]:
    """Dimension code -> value code of the observation's cell; {} for a total or a cell that is not known."""
    indicator = programme.indicator(one.indicator) if programme else None
    if not one.cell or programme is None or indicator is None:
        return {}
    found: dict[str, str] = {}
    for code in indicator.dimensions:
        dimension = programme.dimension(code)
        for value in one.cell.split("+"):
            if dimension and dimension.value(value):
                found[code] = value
    return found if len(found) == len(one.cell.split("+")) else {}
