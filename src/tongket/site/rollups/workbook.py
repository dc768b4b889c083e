"""The pivot as a workbook: numbers stay numbers, and their marks are part of how they are shown."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from tongket.messages import N_, language, say
from tongket.model.observations import Rollup
from tongket.site.rollups.asking import Seen
from tongket.site.rollups.figures import answers_text, coverage_text, is_partial, refusal_text
from tongket.site.rollups.pivot import Column, Pivot, Row
from tongket.vietnamese.dates import printed_day

_HEAD = 3  # row of the heads, from 0
_DIGITS = 15  # that a cell of Excel keeps


def pivot_workbook(pivots: Sequence[Pivot], title: str, scope: str) -> bytes:
    """The tables of ``pivots`` under one another (their columns are the same), in the language in use."""
    import xlsxwriter

    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"constant_memory": True, "in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(say(N_("Consolidation"))[:31])
    columns = pivots[0].columns if pivots else []
    looks = _Looks(book)
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, len(columns) + 1, 16)
    sheet.write_string(0, 0, title, looks.title)
    sheet.write_string(1, 0, scope)
    _heads(sheet, columns, looks)
    sheet.freeze_panes(_HEAD + 1, 2)
    at = _HEAD + 1
    for group in (group for pivot in pivots for group in pivot.groups):
        sheet.write_string(at, 0, group.title, looks.group)
        for row in group.rows:
            at += 1
            _row(sheet, at, row, looks)
        at += 1
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    book.close()
    return held.getvalue()


def map_words(seen: Seen) -> str:
    """The map by which figures are shown: 'địa giới ngày 01/7/2025'."""
    maps = {
        "reported": N_("units as they were when they reported"),
        "map": N_("units of {day}"),
        "apportioned": N_("units of {day}, divided ones estimated by share"),
    }
    return say(maps[seen.view], day=printed_day(seen.as_of)) if seen.view != "reported" else say(maps["reported"])


def scope_words(period: str, seen: Seen, answered: int, asked: int, returned: int = 0) -> str:
    """Period, map and coverage in one line: every export names them."""
    back = N_("{period}; {map}; {answered} of {asked} bodies, {returned} of them with a report that was returned")
    sent = N_("{period}; {map}; {answered} of {asked} bodies have sent")
    facts = {"period": period, "map": map_words(seen), "answered": answered, "asked": asked, "returned": returned}
    return say(back if returned else sent, **facts)


def _heads(sheet: Any, columns: Sequence[Column], looks: _Looks) -> None:
    for place, words in enumerate((say(N_("Indicator")), say(N_("Unit of measure")))):
        sheet.write_string(_HEAD, place, words, looks.head)
    for place, column in enumerate(columns, 2):
        sheet.write_string(_HEAD, place, f"{column.title} {column.note}".strip(), looks.head)


def _row(sheet: Any, at: int, row: Row, looks: _Looks) -> None:
    sheet.write_string(at, 0, row.name, looks.name(row.depth))
    sheet.write_string(at, 1, row.unit)
    for place, cell in enumerate(row.cells, 2):
        one = cell.rollup
        if cell.said:
            sheet.write_string(at, place, answers_text(cell.said), looks.words)
        elif one is None:
            if cell.missing:
                sheet.write_string(at, place, cell.missing, looks.words)
        elif one.refusal:
            sheet.write_string(at, place, refusal_text(one), looks.words)
        elif one.amount is not None:
            _number(sheet, at, place, one, looks)


def _number(sheet: Any, at: int, place: int, one: Rollup, looks: _Looks) -> None:
    amount = one.amount or 0
    if one.amount_high is not None or len(str(abs(amount))) > _DIGITS:
        from tongket.site.rollups.figures import plain_text

        sheet.write_string(at, place, plain_text(one), looks.words)
        return
    sheet.write_number(at, place, amount / 10**one.scale, looks.number(one))


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.title = book.add_format({"bold": True, "font_size": 13})
        self.group = book.add_format({"bold": True, "bottom": 1})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "align": "center"}
        )
        self.words = book.add_format({"align": "right", "font_color": "#5c6771"})
        self._numbers: dict[str, Any] = {}
        self._names: dict[int, Any] = {}
        self.language = language()

    def name(self, depth: int) -> Any:
        """Of the name of a row at ``depth``."""
        if depth not in self._names:
            self._names[depth] = self.book.add_format({"indent": depth, "text_wrap": True})
        return self._names[depth]

    def number(self, one: Rollup) -> Any:
        """Of a number with its marks: 'khoảng ', '≈ ' before it, ' (53/62)' behind it."""
        before = f"{'≈ ' if 'estimated' in one.marks else ''}{one.qualifier} ".lstrip()
        behind = f" ({coverage_text(one)})" if is_partial(one) else ""
        digits = "#,##0" + ("." + "0" * one.scale if one.scale else "")
        form = (f'"{_plain(before)}"' if before.strip() else "") + digits + (f'"{behind}"' if behind else "")
        if form not in self._numbers:
            self._numbers[form] = self.book.add_format({"num_format": form, "align": "right"})
        return self._numbers[form]


def _plain(text: str) -> str:
    return text.replace('"', "")
