"""A programme as one Excel workbook that an officer can read and edit, and that reads back as the same programme.

Its sheets are those of :mod:`tongket.programmes.sheets`; :mod:`tongket.programmes.workbook_reading` reads it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
import xlsxwriter.utility

from tongket.errors import ProgrammeError
from tongket.messages import N_, say
from tongket.model.programmes import Programme
from tongket.programmes.choices import YES_NO, Choices, words_of
from tongket.programmes.records import Key, Record
from tongket.programmes.sheets import (
    FIRST_ROW,
    HEAD_HEADINGS,
    HEAD_TITLE,
    HeadLine,
    Sheet,
    SheetColumn,
    head_lines,
    is_list,
    sheets,
)
from tongket.programmes.tree import Tree, programme_tree
from tongket.programmes.workbook_reading import column_words, head_words

_LISTS_SHEET = "_"  # hidden: the words of the drop-downs
_LAST_ROW = 5000  # down to which drop-downs reach
_FILLED = "#2F6DA8"  # tab of a sheet in which something stands
_LONGEST = 32_767  # characters that Excel keeps in a cell
_FIRST_EXCEL_DAY = dt.date(1900, 3, 1)  # before it Excel counts a day that never was
_HEAD_WIDTH, _NOTE_WIDTH = 70, 48  # characters, of the first sheet
_LINE_HEIGHT, _MOST_HEIGHT = 15, 405  # points; Excel has no higher row
_MOST_DIGITS = 15  # that Excel keeps of a number
_CREATED = dt.datetime(2025, 1, 1)  # of the file: the same programme, the same bytes
_BASE = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "text_wrap": True}
_BORDER = {"border": 1, "border_color": "#C6CDD3"}
_LOOKS: dict[str, dict[str, Any]] = {
    "text": {**_BASE, **_BORDER, "num_format": "@"},
    "number": {**_BASE, **_BORDER, "num_format": "General", "align": "right"},
    "day": {**_BASE, **_BORDER, "num_format": "dd/mm/yyyy", "align": "center"},
    "head": {**_BASE, **_BORDER, "bold": True, "valign": "vcenter", "align": "center", "bg_color": "#E4EDF6"},
    "must": {**_BASE, **_BORDER, "bold": True, "valign": "vcenter", "align": "center", "bg_color": "#F0BF2E"},
    "note": {**_BASE, **_BORDER, "italic": True, "font_color": "#53606B"},
    "name": {**_BASE, **_BORDER, "bold": True},
}


def programme_workbook(programme: Programme) -> bytes:
    """The workbook, its headings in the language in use; the same programme gives the same bytes.

    Raises:
        ProgrammeError: a text is longer than a cell of Excel holds.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"title": programme.title, "author": "Tổng kết", "created": _CREATED})
    writer = _Writer(book, programme)
    tree = programme_tree(programme)
    if "schedule" in tree:  # said even where it is the usual one: an empty schedule is one all the same
        tree["schedule"] = {"cycle": programme.schedule.cycle if programme.schedule else "", **tree["schedule"]}
    writer.write_head(tree)
    for sheet in sheets():
        writer.write_sheet(sheet, list(_rows(sheet, tree)))
    writer.write_lists()
    book.close()
    return buffer.getvalue()


def _rows(sheet: Sheet, tree: Tree) -> Iterator[list[Any]]:
    """The rows of a sheet: what names the entries above, then what stands under its own keys; None where nothing."""
    for codes, entry in _entries(tree, sheet.path, ()):
        own = sheet.columns[sheet.parents :]
        if isinstance(entry, str):
            yield [*codes, entry]
        else:
            meant = _meant(sheet.record, entry) if sheet.record else {}
            yield [*codes, *(entry.get(one.key.name, meant.get(one.key.name)) for one in own if one.key)]


def _meant(record: Record, entry: Tree) -> dict[str, Any]:
    """What absent keys of closed lists mean: said in the workbook, where a blank cell says nothing to its reader."""
    defaults = record.defaults({name: entry[name] for name in record.made_from if name in entry})
    return {key.name: defaults[key.slot] or None for key in record.keys if key.kind == "choice"}


def _entries(tree: Tree, path: tuple[str, ...], codes: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """All entries of the list at ``path``, each with the codes of the entries above it."""
    held = tree.get(path[0], [])
    if isinstance(held, dict):  # a single entry stands under the one above it, and names none
        yield from _entries(held, path[1:], codes) if path[1:] else [(codes, held)]
        return
    for entry in held:
        if path[1:]:
            yield from _entries(entry, path[1:], (*codes, entry["code"]))
        else:
            yield codes, entry


class _Writer:
    """One workbook being written."""

    def __init__(self, book: Any, programme: Programme) -> None:
        self.book, self.programme = book, programme
        self.looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
        self.lists: list[tuple[str, ...]] = []

    def write_head(self, tree: Tree) -> None:
        """The first sheet: a line a key, with what it means."""
        sheet = self.book.add_worksheet(say(HEAD_TITLE))
        sheet.write_string(0, 0, "programme")
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column(0, 0, 8, None, {"hidden": True})
        for column, width in ((1, 36), (2, _HEAD_WIDTH), (3, _NOTE_WIDTH)):
            sheet.set_column(column, column, width)
        for column, words in enumerate(HEAD_HEADINGS, 1):
            sheet.write_string(1, column, say(words), self.looks["head"])
        for row, line in enumerate(head_lines(), FIRST_ROW - 1):
            sheet.write_string(row, 0, line.path)
            sheet.write_string(row, 1, head_words(line), self.looks["name"])
            self._write(sheet, row, 2, line.key, _under(tree, line))
            sheet.write_string(row, 3, say(line.key.note), self.looks["note"])
            self._offer(sheet, row, row, 2, line.key)
            held = _under(tree, line)
            texts = ((_shown(line.key, held), _HEAD_WIDTH), (say(line.key.note), _NOTE_WIDTH))
            sheet.set_row(row, _height(texts))
        sheet.freeze_panes(FIRST_ROW - 1, 2)
        self._print(sheet)

    def write_sheet(self, sheet: Sheet, rows: list[list[Any]]) -> None:
        """One list; what must be filled in has another head, and what is explained a remark at its head."""
        written = self.book.add_worksheet(say(sheet.title))
        written.set_row(0, None, None, {"hidden": True})
        for place, column in enumerate(sheet.columns):
            key = column.key
            written.write_string(0, place, column.path)
            must = key is None or key.required or key.kind == "lined"
            written.write_string(1, place, column_words(column), self.looks["must" if must else "head"])
            written.set_column(place, place, _width(column), self.looks["text"])
            if key is not None:
                self._offer(written, FIRST_ROW - 1, _LAST_ROW, place, key)
                if key.note:
                    written.write_comment(1, place, say(key.note), {"x_scale": 1.6})
        written.set_row(1, _height((column_words(one), _width(one) - 2) for one in sheet.columns))
        if rows:
            written.set_tab_color(_FILLED)
        for row, values in enumerate(rows, FIRST_ROW - 1):
            for place, (column, value) in enumerate(zip(sheet.columns, values, strict=True)):
                self._write(written, row, place, column.key, value)
            texts = ((_shown(one.key, value), _width(one)) for one, value in zip(sheet.columns, values, strict=True))
            written.set_row(row, _height(texts))
        written.freeze_panes(FIRST_ROW - 1, max(sheet.parents, 1))
        written.autofilter(1, 0, max(FIRST_ROW - 1, FIRST_ROW - 2 + len(rows)), len(sheet.columns) - 1)
        self._print(written)

    def write_lists(self) -> None:
        """The hidden sheet that drop-downs take their words from."""
        sheet = self.book.add_worksheet(_LISTS_SHEET)
        for place, words in enumerate(self.lists):
            sheet.write_column(0, place, words)
        sheet.hide()

    def _print(self, sheet: Any) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)

    def _offer(self, sheet: Any, first: int, last: int, column: int, key: Key) -> None:
        """A drop-down where the key takes one of a list."""
        choices: Choices | None = YES_NO if key.kind == "flag" else key.choices if key.kind == "choice" else None
        if choices is None:
            return
        words = tuple(words_of(choices, code) for code in choices)
        if words not in self.lists:
            self.lists.append(words)
        letters = _letters(self.lists.index(words))
        sheet.data_validation(
            first,
            column,
            last,
            column,
            {
                "validate": "list",
                "source": f"='{_LISTS_SHEET}'!${letters}$1:${letters}${len(words)}",
                "error_title": say(N_("Not one of the list")),
                "error_message": say(N_("Choose one of the words of the list.")),
            },
        )

    def _write(self, sheet: Any, row: int, column: int, key: Key | None, value: Any) -> None:
        if value is None or value == []:
            sheet.write_blank(row, column, None, self.looks["text"])
            return
        cell = _cell(key, value)
        if isinstance(cell, dt.date):
            sheet.write_datetime(row, column, cell, self.looks["day"])
        elif isinstance(cell, str):
            self._write_text(sheet, row, column, cell)
        else:
            sheet.write_number(row, column, cell, self.looks["number"])

    def _write_text(self, sheet: Any, row: int, column: int, text: str) -> None:
        if len(text) > _LONGEST:
            raise ProgrammeError(
                N_("A text of {length} characters is longer than a cell of Excel holds ({limit})."),
                N_("Shorten it, or keep the programme as YAML."),
                where=f"{self.programme.code}, {sheet.get_name()}!{_letters(column)}{row + 1}",
                length=len(text),
                limit=_LONGEST,
            )
        sheet.write_string(row, column, text, self.looks["text"])


def _shown(key: Key | None, value: Any) -> str:
    return "" if value is None else str(_cell(key, value))


def _height(texts: Iterable[tuple[str, int]]) -> float:
    """The height of a row, in points, for texts in columns of so many characters: office programs guess it badly."""
    lines = [sum(-(-max(len(line), 1) // width) for line in text.split("\n")) for text, width in texts]
    return float(min(max(lines, default=1) * _LINE_HEIGHT, _MOST_HEIGHT))


def _under(tree: Tree, line: HeadLine) -> Any:
    held = tree.get(line.under.name, {}) if line.under else tree
    return held.get(line.key.name)


def _cell(key: Key | None, value: Any) -> str | float | dt.date:
    """What stands in a cell: words for codes, one text a line, numbers and days as Excel has them."""
    if isinstance(value, bool):
        return words_of(YES_NO, "true" if value else "false")
    if isinstance(value, list):
        return "\n".join(_words(key, one) for one in value)
    if isinstance(value, Decimal):
        return float(value) if len(value.as_tuple().digits) <= _MOST_DIGITS else str(value)
    if isinstance(value, (int, float)):
        return value
    if key is not None and key.kind == "date":
        return _day(value)
    return _words(key, value)


def _words(key: Key | None, code: str) -> str:
    return words_of(key.choices, code) if key is not None and key.choices else code


def _day(text: str) -> str | dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return text
    return day if day >= _FIRST_EXCEL_DAY else text


def _width(column: SheetColumn) -> int:
    if column.key is None:
        return 14
    return 90 if is_list(column.key) else column.key.width


def _letters(column: int) -> str:
    name: str = xlsxwriter.utility.xl_col_to_name(column)
    return name
