"""The cascade of a directive as a workbook: every body with its document, its day, and the days after."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from tongket.messages import N_, say
from tongket.site.documents.cascade import Cascade, Row
from tongket.site.documents.models import Document
from tongket.site.interface.days import short_day
from tongket.site.rounds.words import level_name

_HEAD = 3  # row of the heads, from 0
HEADS = (
    (N_("Body"), 46), (N_("Level"), 12), (N_("Implementing document"), 30), (N_("Date"), 12), (N_("Days after"), 10),
    (N_("State"), 18),
)  # fmt: skip


def cascade_workbook(directive: Document, cascade: Cascade, level: str, due: dt.date | None) -> bytes:
    """The sheet, in the language in use; rows are written as they come."""
    import xlsxwriter

    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"constant_memory": True, "in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(say(N_("Implementation"))[:31])
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "align": "center"})
    looks = {
        "day": book.add_format({"num_format": "dd/mm/yyyy", "align": "right"}),
        "state": book.add_format({"indent": 1}),
        "wrong": book.add_format({"indent": 1, "font_color": "#a61b16"}),
    }
    sheet.write_string(0, 0, _title(directive), book.add_format({"bold": True, "font_size": 13}))
    sheet.write_string(1, 0, _scope(cascade, level, due))
    for place, (words, width) in enumerate(HEADS):
        sheet.set_column(place, place, width)
        sheet.write_string(_HEAD, place, say(words), head)
    sheet.freeze_panes(_HEAD + 1, 1)
    for at, row in enumerate(cascade.rows, _HEAD + 1):
        _row(sheet, at, row, looks)
    sheet.autofilter(_HEAD, 0, max(_HEAD, _HEAD + len(cascade.rows)), len(HEADS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    book.close()
    return held.getvalue()


def state_of(row: Row) -> str:
    """What is said of a body: no document, late, issued, to confirm."""
    if row.document is None:
        return say(N_("No document"))
    if row.is_late:
        return say(N_("Late"))
    return say(N_("Issued")) if row.confirmed else say(N_("To confirm"))


def _title(directive: Document) -> str:
    return f"{directive.named} {directive.subject}".strip()


def _scope(cascade: Cascade, level: str, due: dt.date | None) -> str:
    parts = [
        say(N_("{issued} of {all} bodies have issued one"), issued=cascade.issued, all=len(cascade.rows)),
        level_name(level) if level else "",
        say(N_("to be issued by {day}"), day=short_day(due)) if due else "",
    ]
    return "; ".join(part for part in parts if part)


def _row(sheet: Any, at: int, row: Row, looks: dict[str, Any]) -> None:
    sheet.write_string(at, 0, f"{'    ' * row.depth}{row.body.name}")
    sheet.write_string(at, 1, level_name(row.body.level))
    if row.document is not None:
        sheet.write_string(at, 2, row.document.named)
        if len(row.document.date) == 10:
            sheet.write_datetime(at, 3, dt.datetime.fromisoformat(row.document.date), looks["day"])
        else:
            sheet.write_string(at, 3, row.document.date)
    if row.days is not None:
        sheet.write_number(at, 4, row.days)
    look = "wrong" if row.document is None or row.is_late else "state"
    sheet.write_string(at, 5, state_of(row), looks[look])
