"""One sheet of a workbook for people: its looks, widths, filter, and heights of wrapped rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tongket.messages import N_, say
from tongket.writing.workbook_columns import (
    Column,
)

CONFIRM, DROP = "x", "bỏ"
_LOW = 0.85  # confidence below which a value is tinted, to be looked at first
_VIETNAMESE = "[$-42A]"  # 1.234,5 also where the office program speaks another language, if it can
_LINE_HEIGHT = 15  # points, for 11-point type
_LETTERS = 1.15  # of the type used, to one unit of a column's width
_MOST_LINES = 8
_FEW_LINES = 3  # where passages are not printed: a sheet of values stays short; the cell holds the whole passage


def looks_of(book: Any) -> dict[str, Any]:
    """The formats of all cells, by the look that a column or cell asks for."""
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "border": 1, "border_color": "#C6CDD3"}
    edit = {"bg_color": "#FFF9E5"}
    low = {"bg_color": "#FDF1CA"}
    looks = {
        "text": base,
        "wrap": {**base, "text_wrap": True},
        "number": {**base, "num_format": f"{_VIETNAMESE}#,##0"},
        "share": {**base, "num_format": "0%", "align": "center"},
        "lowshare": {**base, **low, "num_format": "0%", "align": "center", "bold": True},
        "centre": {**base, "align": "center"},
        "edit": {**base, **edit, "align": "center"},
        "editnumber": {**base, **edit, "num_format": f"{_VIETNAMESE}#,##0"},
        "head": {
            **base,
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "align": "center",
            "bg_color": "#E4EDF6",
        },
        "edithead": {
            **base,
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "align": "center",
            "bg_color": "#F0BF2E",
        },
    }
    made = {name: book.add_format(look) for name, look in looks.items()}
    for digits in range(1, 7):
        places = {"num_format": f"{_VIETNAMESE}#,##0." + "0" * digits}
        made[f"number{digits}"] = book.add_format({**base, **places})
        made[f"editnumber{digits}"] = book.add_format({**base, **edit, **places})
    return made


@dataclass(frozen=True, slots=True)
class Amount:
    """A number for a cell, at ``scale`` digits after the comma."""

    amount: int
    scale: int


Cell = str | int | float | Amount | None


def write_sheet(
    book: Any,
    looks: dict[str, Any],
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    confirm: int = -1,
) -> None:
    """One sheet: frozen head with filter, widths, A4 landscape with the head on every page."""
    sheet = book.add_worksheet(say(name))
    for place, column in enumerate(columns):
        head = column.head if column.hidden else say(column.head)
        sheet.write_string(0, place, head, looks["edithead" if column.look.startswith("edit") else "head"])
        sheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
    sheet.set_row(0, 34)
    last = 0
    for last, row in enumerate(rows, 1):
        sheet.set_row(last, _LINE_HEIGHT * min(_lines(columns, row), _FEW_LINES if confirm >= 0 else _MOST_LINES))
        for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _write(sheet, looks, last, place, column, cell)
    if confirm >= 0 and last:
        allowed = {"validate": "list", "source": [CONFIRM, DROP], "ignore_blank": True}
        allowed |= {"error_title": say(N_("Confirmed")), "error_message": say(N_("Write x (right) or bỏ (leave out)."))}
        sheet.data_validation(1, confirm, last, confirm, allowed)
    first = next((place for place, column in enumerate(columns) if not column.hidden), 0)
    sheet.freeze_panes(1, first + 1)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if confirm >= 0:  # printed: the values; file, place and passage are for the screen
        sheet.print_area(0, 0, max(last, 1), confirm + 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&A - &P/&N")


def _lines(columns: Sequence[Column], row: Sequence[Cell]) -> int:
    """How many lines the row needs: not every office program fits the height of wrapped text by itself."""
    needed = [
        -(-len(cell) // int(column.width * _LETTERS))
        for column, cell in zip(columns, row, strict=True)
        if column.look == "wrap" and isinstance(cell, str)
    ]
    return max(needed, default=1) or 1


def _write(sheet: Any, looks: dict[str, Any], row: int, place: int, column: Column, cell: Cell) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, place, None, looks[column.look])
    elif isinstance(cell, Amount):
        look = f"{column.look}{cell.scale}" if 0 < cell.scale < 7 else column.look
        sheet.write_number(row, place, float(Decimal(cell.amount).scaleb(-cell.scale)), looks[look])
    elif isinstance(cell, str):
        sheet.write_string(row, place, cell, looks[column.look])
    else:
        low = column.look == "share" and cell < _LOW
        sheet.write_number(row, place, cell, looks["lowshare" if low else column.look])
