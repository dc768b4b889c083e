"""What the sheets of a template share: looks, hidden marks by which they are read back, lists to choose from."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from xlsxwriter.utility import xl_col_to_name

from tongket.model.observations import Observation
from tongket.model.programmes import Indicator, Programme
from tongket.registry.units import Registry

MARK = "tongket-template"  # first cell of the hidden sheet, and name of the hidden sheet itself
FORMAT = "1"
SheetKind = Literal["cover", "register", "form", "scores"]
HEAD, EXAMPLE, NONE_OCCURRED, CRITERION, ENTRY, ROW = "head", "example", "none", "criterion", "entry", "row"
OWN, APPRAISED, REASON = "own", "appraised", "reason"
OTHER_FORM = "*"  # code of the form that holds what no form of the programme asks
_MOST_NAME = 31  # characters of a sheet's name
ROWS = 300  # that can be filled in on a register's sheet; more may be added below
_FONT = {"font_name": "Times New Roman", "font_size": 12}
_BORDER = {"border": 1, "border_color": "#C6CDD3"}
_CENTRED = {"align": "center", "valign": "vcenter"}
_DATE = "dd/mm/yyyy"
_RED = {**_BORDER, "font_color": "#9C0006", "bg_color": "#FFC7CE"}
_STATES: dict[str, dict[str, Any]] = {
    "open": {"bg_color": "#FFF9E5", "locked": False},
    "back": {"bg_color": "#FFE3A1", "locked": False},  # returned by whoever reviews it
    "held": {"bg_color": "#E9ECEF"},  # said already, and not to be changed now
}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "words": {"text_wrap": True, "valign": "top"},
    "caption": {"italic": True},
    "plain": {},
    "label": {**_BORDER, "text_wrap": True, "valign": "vcenter"},
    "labeldate": {**_BORDER, "num_format": _DATE, "align": "left", "valign": "vcenter"},
    "strong": {**_BORDER, "text_wrap": True, "valign": "vcenter", "bold": True},
    "centre": {**_BORDER, **_CENTRED},
    "head": {**_BORDER, **_CENTRED, "bold": True, "text_wrap": True, "bg_color": "#E4EDF6"},
    "note": {**_BORDER, "italic": True, "font_size": 9, "text_wrap": True, "valign": "top", "font_color": "#5A6672"},
    "example": {**_BORDER, "italic": True, "font_color": "#7A858F", "bg_color": "#F1F3F5"},
    "exampledate": {**_BORDER, "italic": True, "font_color": "#7A858F", "bg_color": "#F1F3F5", "num_format": _DATE},
    "closed": {**_BORDER, **_CENTRED, "bg_color": "#E9ECEF", "font_color": "#7A858F", "font_size": 10},
    "refused": {**_RED, "text_wrap": True, "valign": "vcenter"},
    "refusedhead": {**_RED, **_CENTRED, "text_wrap": True, "bold": True},
    "returned": {**_BORDER, "bg_color": "#FFE3A1", "text_wrap": True, "valign": "vcenter"},
    "returnedhead": {**_BORDER, **_CENTRED, "bg_color": "#FFE3A1", "text_wrap": True, "bold": True},
    "retype": {**_BORDER, **_CENTRED, "bg_color": "#FFC7CE", "locked": False},
    "link": {"font_color": "#1F5F9E", "underline": 1},
    **{state: {**_BORDER, **look, "text_wrap": True, "valign": "top"} for state, look in _STATES.items()},
    **{f"{state}centre": {**_BORDER, **look, **_CENTRED} for state, look in _STATES.items()},
    **{f"{state}date": {**_BORDER, **look, **_CENTRED, "num_format": _DATE} for state, look in _STATES.items()},
}


@dataclass(frozen=True, slots=True)
class RefusedCells:
    """A row of a form of which something could not be taken: why, and what was typed, by the column of its sheet."""

    reason: str
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """The round that asks for the workbook, as its cover says it: its name, whom it goes to, by when."""

    name: str
    to: str
    due: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What a template is made for: the programme, whose it is, its period, and what it begins with.

    ``unit`` is an id, "" where whoever fills it in writes the name; dates are ISO, "" where open. ``answers`` by
    (indicator, cell, extent) stand in the cells of forms in place of earlier values (None: there are none);
    ``refused`` by (code of the form, place of the row) stand over them, with a column of reasons; ``notes`` are
    further rows of the hidden sheet, for whoever reads it back. ``asked`` is the round that asks: the cover is then
    closed. ``returned`` by (indicator, cell, extent) says why a cell was returned, and leaves these alone open.
    """

    programme: Programme
    registry: Registry
    unit: str = ""
    body: str = ""
    period_start: str = ""
    period_end: str = ""
    answers: Mapping[tuple[str, str, str], Observation] | None = None
    refused: Mapping[tuple[str, int], RefusedCells] = field(default_factory=dict)
    notes: tuple[tuple[str, ...], ...] = ()
    asked: Asked | None = None
    returned: Mapping[tuple[str, str, str], str] | None = None

    @property
    def level(self) -> str:
        """The kind of the unit, "" where it is not known."""
        unit = self.registry.unit(self.unit, self.period_end or None) or self.registry.unit(self.unit)
        return unit.kind if unit else ""


@dataclass(slots=True)
class Book:
    """A workbook that is being written: its formats, its hidden sheet, and what that has got so far."""

    book: Any
    hidden: Any
    filled: Filled
    formats: dict[str, Any] = field(default_factory=dict)
    sheets: list[tuple[str, SheetKind, str]] = field(default_factory=list)  # name, kind, code
    titles: dict[str, str] = field(default_factory=dict)  # name of a sheet -> its whole title
    _lists: dict[tuple[str, ...], str] = field(default_factory=dict)

    def look(self, name: str, decimals: int | None = None) -> Any:
        """The format of that name; ``decimals`` makes it one of numbers."""
        wanted = name if decimals is None else f"{name}{decimals}"
        if wanted not in self.formats:
            look = {**_FONT, **_LOOKS[name]}
            if decimals is not None:
                look["num_format"] = "[$-42A]#,##0" + ("." + "0" * decimals if decimals else "")
                look |= {"align": "right", "valign": "vcenter"}
            self.formats[wanted] = self.book.add_format(look)
        return self.formats[wanted]

    def sheet(self, title: str, kind: SheetKind, code: str) -> Any:
        """A new sheet, its name as much of ``title`` as Excel takes, its first row and column hidden."""
        known = {name.casefold() for name, _, _ in self.sheets}
        bare = "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)
        short = textwrap.shorten(bare, _MOST_NAME, placeholder="") or bare[:_MOST_NAME]
        number = 1
        name = short
        while name.casefold() in known:
            number += 1
            name = f"{short[: _MOST_NAME - 4]} {number}"
        self.sheets.append((name, kind, code))
        self.titles[name] = title
        made = self.book.add_worksheet(name)
        made.write_string(0, 0, f"{MARK}:{kind}:{code}")
        made.set_row(0, None, None, {"hidden": True})
        made.set_column(0, 0, 2, None, {"hidden": True})
        made.hide_gridlines(2)
        made.set_landscape()
        made.set_paper(9)  # A4
        made.fit_to_pages(1, 0)
        made.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        made.set_footer("&C&A - &P/&N")
        made.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        return made

    def choose(
        self, sheet: Any, place: tuple[int, int, int, int], names: Sequence[str], *, title: str, words: str
    ) -> None:
        """Let the cells of ``place`` (first row, first column, last row, last column) take one of ``names``."""
        # In a range of the hidden sheet: a list inside the cell's own rule may have 255 characters.
        wanted = tuple(names)
        if wanted not in self._lists:
            column = 5 + len(self._lists)
            self.hidden.write_column(0, column, wanted)
            letter = xl_col_to_name(column)
            self._lists[wanted] = f"='{MARK}'!${letter}$1:${letter}${len(wanted)}"
        rule = {"validate": "list", "source": self._lists[wanted], "error_type": "warning"}
        sheet.data_validation(*place, {**rule, "error_title": title[:32], "error_message": words[:255]})


def asked_codes(programme: Programme) -> tuple[Indicator, ...]:
    """The indicators that people enter: neither counted from a register nor computed from others."""
    return tuple(one for one in programme.indicators if not one.counted and not one.formula and not one.numerator)
