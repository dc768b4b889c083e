"""The sheets of a workbook of forms (biểu mẫu Excel) as tables; what is not a plain workbook is refused."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from python_calamine import CalamineError

from tongket.errors import ReadError, SecretError
from tongket.files.formats import sniff
from tongket.files.naming import shown_name
from tongket.files.workbooks import open_workbook
from tongket.messages import N_
from tongket.programmes.drafting.grids import Grid, GridCell, GridRow, split_rows
from tongket.vietnamese.unicode import nfc

MAX_FILE = 20 << 20  # bytes; blank forms are far smaller
_MAX_UNPACKED = 200 << 20
_MAX_ROWS, _MAX_COLUMNS, _MAX_SHEETS = 20_000, 200, 200
_SECRET = {"MẬT": "MẬT", "TỐI MẬT": "TỐI MẬT", "TUYỆT MẬT": "TUYỆT MẬT"}
_FIRST_ROWS = 15
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")  # name of the storage in a workbook of Excel 97-2003


def grids_of_workbook(path: Path) -> tuple[Grid, ...]:
    """The tables of all visible sheets, in order.

    Raises:
        ReadError: it is missing, no workbook, protected by a password, holds macros, or is far too large.
        SecretError: a sheet carries a secrecy mark at its head.
    """
    name = shown_name(path.name)
    data = _bytes(path, name)
    try:
        book = open_workbook(data, file=name)
        sheets = [one for one in book.sheets_metadata if str(one.visible).endswith("Visible")]
        if len(sheets) > _MAX_SHEETS:
            raise _too_large(name, N_("the workbook has more than {limit} sheets."), _MAX_SHEETS)
        found: list[Grid] = []
        for sheet in sheets:
            if str(sheet.typ).endswith("WorkSheet"):
                found += _grids(book.get_sheet_by_name(sheet.name), name)
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, KeyError) as error:
        raise ReadError(
            N_("the workbook is damaged and does not open."),
            N_("Open it in Excel, save it again as 'Excel Workbook (.xlsx)', and give that file."),
            where=name,
        ) from error
    return tuple(found)


def is_workbook(path: Path) -> bool:
    """Whether the file is a spreadsheet by its bytes; a missing one is judged by its name."""
    try:
        with path.open("rb") as stream:
            head = stream.read(8)
        return path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods") or (
            head.startswith(b"PK") and sniff(path.read_bytes()) == "sheet"
        )
    except OSError:
        return path.suffix.lower() in (".xlsx", ".xlsm", ".xls")


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise _too_large(name, N_("the workbook is larger than {limit} MB."), MAX_FILE >> 20)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(N_("there is no such file."), N_("Check the name and the folder."), where=str(path)) from error
    except OSError as error:
        raise ReadError(
            N_("the workbook cannot be opened: it may be open in Excel, or you may not read it."),
            N_("Close it, check its permissions, and try again."),
            where=name,
        ) from error
    _refuse(data, name)
    return data


def _refuse(data: bytes, name: str) -> None:
    kind = sniff(data)
    if kind == "protected":
        raise ReadError(
            N_("the workbook is protected by a password."),
            N_("Open it in Excel, take the password away (File, Info, Protect Workbook), and save it."),
            where=name,
        )
    if kind != "sheet":
        raise ReadError(
            N_("this is no Excel workbook."),
            N_("Give the forms as .xlsx; a Word file or text goes after --from."),
            where=name,
        )
    entries: list[zipfile.ZipInfo] = []
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    if _OLD_MACROS in data or any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise ReadError(
            N_("the workbook holds macros, which are never opened here."),
            N_("Save it in Excel as 'Excel Workbook (.xlsx)', without macros, and give that file."),
            where=name,
        )
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise _too_large(name, N_("unpacked, the workbook is larger than {limit} MB."), _MAX_UNPACKED >> 20)


def _too_large(name: str, what: str, limit: int) -> ReadError:
    mend = N_("Keep the blank forms alone: without filled-in data, pictures and formatting of whole columns.")
    return ReadError(what, mend, where=name, limit=limit)


def _grids(sheet: Any, name: str) -> list[Grid]:
    where = f"{name}, {sheet.name}"
    if sheet.total_height > _MAX_ROWS:
        raise _too_large(where, N_("the sheet has more than {limit} rows."), _MAX_ROWS)
    values = sheet.to_python(skip_empty_area=False)
    rows = list(_rows(values, _merged(sheet), where))
    _refuse_secret(rows, where)
    return split_rows(rows, (), where)


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Upper left corner -> rows and columns that the merged cell reaches over."""
    ranges = sheet.merged_cell_ranges or ()
    return {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in ranges}


def _rows(
    values: Sequence[Sequence[object]], merged: dict[tuple[int, int], tuple[int, int]], where: str
) -> Iterator[GridRow]:
    covered = {
        (row + down, column + across)
        for (row, column), (rows, columns) in merged.items()
        for down in range(min(rows, _MAX_ROWS))
        for across in range(min(columns, _MAX_COLUMNS))
        if down or across
    }
    first = _first_column(values)
    for number, line in enumerate(values):
        cells = []
        for column, value in enumerate(line[: _MAX_COLUMNS + first]):
            if column < first or (number, column) in covered:
                continue
            rows, columns = merged.get((number, column), (1, 1))
            cells.append(GridCell(_text(value), column - first, columns, rows))
        yield GridRow(tuple(cells), f"{where}!{number + 1}")


def _first_column(values: Sequence[Sequence[object]]) -> int:
    """The first column with a value: forms often leave the first one of the sheet blank."""
    starts = (next((column for column, value in enumerate(line) if _text(value)), 10**6) for line in values[:_MAX_ROWS])
    found = min(starts, default=0)
    return 0 if found == 10**6 else found


def _text(value: object) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return ""
        case float():
            return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
        case datetime.date():
            return value.strftime("%d/%m/%Y")
        case _:
            return nfc(str(value)).replace("\r", "").replace("\u00a0", " ").strip()


def _refuse_secret(rows: Sequence[GridRow], where: str) -> None:
    for row in rows[:_FIRST_ROWS]:
        for cell in row.filled:
            mark = _SECRET.get(" ".join(cell.text.strip("()[] .").split()))
            if mark:
                raise SecretError(
                    N_("the document is marked {mark}; it was refused and nothing of it was kept."),
                    N_("Handle it by the rules on state secrets, on a computer kept for that, never here."),
                    where=where,
                    mark=mark,
                )
