"""The Excel sheet of bodies and users: its columns, an empty one, and refused rows with their reasons in red."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from tongket.exchange.facts_table import cell_text, open_table, table_rows
from tongket.messages import LANGUAGES, N_, say
from tongket.site.people.errors import PeopleError
from tongket.site.people.models import Role
from tongket.site.people.words import role_name
from tongket.vietnamese.unicode import nfc, plain

MOST_ROWS = 10_000
COLUMNS = {
    "above": N_("Body above"),
    "kind": N_("Kind of body"),
    "unit": N_("Administrative unit"),
    "name": N_("Name of the body"),
    "short_name": N_("Short name"),
    "email": N_("E-mail of the office"),
    "phone": N_("Telephone of the office"),
    "role": N_("Role"),
    "post": N_("Post"),
}
REASON = N_("Why this row was refused")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as typed; ``number`` is the one that Excel shows."""

    number: int
    cells: dict[str, str]


def read_sheet(path: Path) -> list[SheetRow]:
    """The rows of the sheet.

    Raises:
        ReadError: the file is no table.
        PeopleError: its head lacks the columns, or it has too many rows.
    """
    table = open_table(path)
    rows = table_rows(table, table.sheets[0] if table.sheets else "")
    _number, head = next(rows, (0, ()))
    places = _places([cell_text(cell) for cell in head])
    found = []
    for number, cells in rows:
        typed = {name: nfc(cell_text(cells[at])).strip()[:300] for name, at in places.items() if at < len(cells)}
        if any(typed.values()):
            found.append(SheetRow(number, {name: typed.get(name, "") for name in COLUMNS}))
        if len(found) > MOST_ROWS:
            raise PeopleError(N_("The sheet has more than {most} rows."), N_("Divide it."), most=MOST_ROWS)
    return found


def _places(head: Sequence[str]) -> dict[str, int]:
    known = {plain(say(title, lang)): name for name, title in COLUMNS.items() for lang in LANGUAGES}
    places = {known[plain(cell)]: at for at, cell in enumerate(head) if plain(cell) in known}
    missing = [name for name in ("kind", "unit") if name not in places]
    if missing:
        raise PeopleError(
            N_("The first row lacks the column “{column}”."),
            N_("Take the empty sheet of this page and copy your rows into it."),
            column=say(COLUMNS[missing[0]]),
        )
    return places


def empty_sheet(kinds: Iterable[str]) -> bytes:
    """An empty sheet with lists to choose kind and role from, and an example on a second sheet."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet, lists = book.add_worksheet(say(N_("Bodies"))), book.add_worksheet(say(N_("Lists")))
    _head(book, sheet)
    names = list(kinds)
    for at, name in enumerate(names):
        lists.write_string(at, 0, name)
    for at, role in enumerate(Role):
        lists.write_string(at, 1, role_name(role))
    list_name = f"'{say(N_('Lists'))}'"
    columns = list(COLUMNS)
    for column, source in (
        ("kind", f"={list_name}!$A$1:$A${len(names)}"),
        ("role", f"={list_name}!$B$1:$B${len(Role)}"),
    ):
        at = columns.index(column)
        sheet.data_validation(1, at, MOST_ROWS, at, {"validate": "list", "source": source, "error_type": "warning"})
    book.close()
    return made.getvalue()


def refused_sheet(rows: Iterable[tuple[SheetRow, str]]) -> bytes:
    """The refused rows as they were typed, with the reason in a red column; corrected, it is uploaded as it is."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(say(N_("Bodies")))
    _head(book, sheet, say(REASON))
    red = book.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE", "text_wrap": True})
    for number, (row, reason) in enumerate(rows, 1):
        for column, name in enumerate(COLUMNS):
            sheet.write_string(number, column, row.cells[name])
        sheet.write_string(number, len(COLUMNS), reason, red)
    book.close()
    return made.getvalue()


def _head(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet, *more: str) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, title in enumerate([*(say(title) for title in COLUMNS.values()), *more]):
        sheet.write_string(0, column, title, bold)
    sheet.set_column(0, len(COLUMNS) - 1, 26)
    sheet.set_column(len(COLUMNS), len(COLUMNS), 80)
    sheet.freeze_panes(1, 0)
