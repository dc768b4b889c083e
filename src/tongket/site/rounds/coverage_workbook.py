"""The coverage as a workbook: every body below, the last rounds, the marks in colours and in words."""

from __future__ import annotations

import io
from typing import Any

from tongket.messages import N_, say
from tongket.site.rounds.coverage import BACK, LATE, MARKS, MISS, ON, WAIT, Cell, Column, Coverage, Row, share
from tongket.site.rounds.words import level_name

WORDS = {
    ON: N_("on time"),
    LATE: N_("late, days"),
    BACK: N_("returned"),
    MISS: N_("overdue and not sent, days"),
    WAIT: N_("not sent, not yet due"),
}
_FILLS = {ON: "#cfe8d7", LATE: "#7fc096", BACK: "#f0bf2e", MISS: "#bf2f28", WAIT: "#ffffff"}
_HEAD = 3  # row of the heads, from 0


def coverage_workbook(coverage: Coverage, title: str, scope: str) -> bytes:
    """The sheet, in the language in use; rows are written as they come, so that thousands fit into little memory."""
    import xlsxwriter

    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"constant_memory": True, "in_memory": True})
    sheet = book.add_worksheet(say(N_("Coverage"))[:31])
    looks = {mark: book.add_format(_look(mark)) for mark in MARKS}
    plain = {
        "head": book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "align": "center"}),
        "title": book.add_format({"bold": True, "font_size": 13}),
        "rate": book.add_format({"num_format": '0"%"', "align": "right"}),
    }
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 14)
    sheet.set_column(2, len(coverage.columns) + 1, 7)
    sheet.write_string(0, 0, title, plain["title"])
    sheet.write_string(1, 0, scope)
    _heads(sheet, coverage.columns, plain["head"])
    sheet.freeze_panes(_HEAD + 1, 1)
    for number, row in enumerate(coverage.rows, _HEAD + 1):
        _row(sheet, number, row, coverage.columns, looks, plain["rate"])
    end = _HEAD + 1 + len(coverage.rows)
    _totals(sheet, end, coverage, plain)
    _legend(sheet, end + 2, looks)
    sheet.autofilter(_HEAD, 0, max(_HEAD, end - 1), len(coverage.columns) + 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    book.close()
    return held.getvalue()


def _look(mark: str) -> dict[str, Any]:
    look: dict[str, Any] = {"bg_color": _FILLS[mark], "align": "center", "border": 1, "border_color": "#d5dade"}
    return look | {"font_color": "#ffffff"} if mark == MISS else look


def _heads(sheet: Any, columns: list[Column], look: Any) -> None:
    sheet.write_string(_HEAD, 0, say(N_("Body")), look)
    sheet.write_string(_HEAD, 1, say(N_("Level")), look)
    for place, column in enumerate(columns, 2):
        sheet.write_string(_HEAD, place, column.label, look)
    sheet.write_string(_HEAD, len(columns) + 2, say(N_("On time")), look)


def _row(sheet: Any, number: int, row: Row, columns: list[Column], looks: dict[str, Any], rate: Any) -> None:
    sheet.write_string(number, 0, row.name)
    sheet.write_string(number, 1, level_name(row.level))
    for place, column in enumerate(columns, 2):
        cell = row.cells.get(column.period)
        if cell is not None:
            sheet.write_string(number, place, _shown(cell), looks[cell.mark])
    if row.rate is not None:
        sheet.write_number(number, len(columns) + 2, row.rate, rate)


def _shown(cell: Cell) -> str:
    """What stands in the cell: a mark that is seen without colour too."""
    return cell.shown or {ON: "✓", WAIT: "○"}[cell.mark]


def _totals(sheet: Any, number: int, coverage: Coverage, plain: dict[str, Any]) -> None:
    sheet.write_string(number, 0, say(N_("On time, {count} bodies"), count=len(coverage.rows)), plain["head"])
    for place, column in enumerate(coverage.columns, 2):
        cells = (row.cells[column.period] for row in coverage.rows if column.period in row.cells)
        found = share(cells)
        if found is not None:
            sheet.write_number(number, place, found, plain["rate"])


def _legend(sheet: Any, number: int, looks: dict[str, Any]) -> None:
    for at, mark in enumerate(MARKS, number):
        sheet.write_string(at, 0, say(WORDS[mark]))
        sheet.write_string(at, 1, {ON: "✓", LATE: "+3", BACK: "↩", MISS: "6", WAIT: "○"}[mark], looks[mark])
    sheet.write_string(number + len(MARKS), 0, say(N_("empty: not asked; days are working days")))
