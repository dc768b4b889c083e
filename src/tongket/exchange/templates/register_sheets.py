"""The sheets of registers: a row an entry, with lists to choose from and an example that is not read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tongket.consolidating.entries import split_tag
from tongket.exchange.templates.book import (
    APPRAISED,
    CRITERION,
    ENTRY,
    EXAMPLE,
    HEAD,
    NONE_OCCURRED,
    OWN,
    REASON,
    ROWS,
    Book,
)
from tongket.exchange.templates.columns import DIRECTIVES, ID, Column, entry_columns
from tongket.messages import N_, say
from tongket.model.entries import Agreement, Entry, Event, Obligation, RegisterItem
from tongket.model.programmes import ADDED_KINDS
from tongket.model.registers import Criterion, Register, Scorecard
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import format_number

_FIRST = 1  # first visible column
_TITLE, _WORDS, _NONE, _HEAD, _NOTES, _EXAMPLE, _ROWS = range(1, 8)


def write_register(book: Book, register: Register, entries: Sequence[Entry]) -> None:
    """A sheet for ``register``; ``entries`` are those that it begins with."""
    columns = entry_columns(register, book.filled.programme)
    sheet = book.sheet(f"{register.code} {register.name}", "register", register.code)
    last = _FIRST + len(columns) - 1
    _write_top(book, sheet, register, last)
    for place, column in enumerate(columns, _FIRST):
        sheet.write_string(0, place, column.code)
        sheet.set_column(place, place, column.width)
        sheet.write_string(_HEAD, place, column.title + (" *" if column.required else ""), book.look("head"))
        sheet.write_string(_NOTES, place, column.note, book.look("note"))
        _write_example(book, sheet, place, column)
        _validate(book, sheet, (_ROWS, place, _ROWS + ROWS - 1, place), column)
    for number, name in ((_HEAD, HEAD), (_EXAMPLE, EXAMPLE)):
        sheet.write_string(number, 0, name)
    sheet.set_row(_HEAD, 36)
    sheet.set_row(_NOTES, 38)
    for number in range(ROWS):
        entry = entries[number] if number < len(entries) else None
        _write_row(book, sheet, _ROWS + number, columns, entry, _next_id(book, number - len(entries)))
    sheet.freeze_panes(_EXAMPLE + 1, _FIRST + 2)
    sheet.repeat_rows(_HEAD)
    sheet.print_area(_TITLE, _FIRST, _ROWS + max(len(entries), 25), last)


def _write_top(book: Book, sheet: Any, register: Register, last: int) -> None:
    sheet.write_string(_TITLE, _FIRST, register.name, book.look("title"))
    hint = say(N_("Columns marked * must be filled in. The grey row is an example and is not read."))
    sheet.merge_range(
        _WORDS, _FIRST, _WORDS, min(last, _FIRST + 6), f"{register.definition} {hint}".strip(), book.look("words")
    )
    sheet.set_row(_WORDS, 34)
    sheet.write_string(_NONE, 0, NONE_OCCURRED)
    sheet.merge_range(
        _NONE,
        _FIRST,
        _NONE,
        _FIRST + 1,
        say(N_("Nothing of this occurred in the period (write x):")),
        book.look("label"),
    )
    sheet.write_blank(_NONE, _FIRST + 2, None, book.look("opencentre"))
    title = say(N_("Nothing occurred"))
    book.choose(
        sheet, (_NONE, _FIRST + 2, _NONE, _FIRST + 2), ["x"], title=title, words=say(N_("Write x, or leave it empty."))
    )


def _next_id(book: Book, number: int) -> str:
    """A number of its own for every row, different in the template of every other period."""
    start, end = book.filled.period_start, book.filled.period_end
    months = "-".join(dict.fromkeys(day[2:4] + day[5:7] for day in (start, end) if day))
    return f"{months}/{number + 1:03}" if months else f"{number + 1:03}"


def _write_row(book: Book, sheet: Any, row: int, columns: Sequence[Column], entry: Entry | None, number: str) -> None:
    for place, column in enumerate(columns, _FIRST):
        value = _value_of(entry, column) if entry else (number if column.code == ID else None)
        look = _look(book, column)
        match value:
            case None | "":
                sheet.write_blank(row, place, None, look)
            case date():
                sheet.write_datetime(row, place, value, look)
            case int() | float():
                sheet.write_number(row, place, value, look)
            case _:
                sheet.write_string(row, place, value, look)


def _look(book: Book, column: Column) -> Any:
    if column.kind == "date":
        return book.look("opendate")
    if column.kind in ADDED_KINDS:
        return book.look("open", column.scale)
    return book.look("open")


def _value_of(entry: Entry, column: Column) -> Any:
    """What an entry that the sheet begins with has under a column, as a person would write it."""
    field = entry.value(column.code)
    if field is not None:
        if field.amount is not None:
            return field.amount if not column.scale else field.amount / 10**column.scale
        return dict(column.choices).get(field.text, field.text)
    match column.code, entry:
        case "on" | "until", _:
            return _day(getattr(entry, column.code))
        case "id" | "title" | "body", _:
            return getattr(entry, column.code)
        case "state", _:
            return dict(column.choices).get(getattr(entry, "state", ""), "")
        case "directive", _:
            return "; ".join(
                " ngày ".join(filter(None, (symbol, printed_day(day))))
                for symbol, day in map(split_tag, entry.directives)
            )
        case "combined", Event():
            return dict(column.choices)["yes"] if entry.combined else ""
        case "confirmed", RegisterItem():
            return ", ".join(map(str, entry.confirmed))
    return _more_of(entry, column.code)


def _more_of(entry: Entry, code: str) -> Any:
    match code, entry:
        case "parties", Agreement():
            return "; ".join(entry.parties)
        case "symbol", Agreement():
            return entry.symbol
        case "meetings-due", Agreement():
            return entry.meetings_due or None
        case "meetings-held", Agreement():
            return "; ".join(f"{year}: {held}" for year, held in entry.meetings_held)
        case "asked-by" | "answer" | "proof" | "transferred-to", Obligation():
            return getattr(entry, code.replace("-", "_"))
        case "due" | "answered-on", Obligation():
            return _day(getattr(entry, code.replace("-", "_")))
    return None


def _day(day: str) -> date | str:
    return date.fromisoformat(day) if len(day) == 10 else day


def _write_example(book: Book, sheet: Any, place: int, column: Column) -> None:
    year = (book.filled.period_end or "2026")[:4]
    if column.kind == "date":
        sheet.write_datetime(_EXAMPLE, place, date(int(year), 3, 5), book.look("exampledate"))
    elif column.kind in ADDED_KINDS:
        sheet.write_number(_EXAMPLE, place, 12, book.look("example"))
    else:
        sheet.write_string(_EXAMPLE, place, _example(column, year, book), book.look("example"))


def _example(column: Column, year: str, book: Book) -> str:
    if column.choices and column.kind in ("choice", "yes-no"):
        return column.choices[0][1]
    directive = book.filled.programme.directive
    return {
        ID: say(N_("Ex.")),
        DIRECTIVES: directive.symbol,
        "title": say(N_("Example (not read)")),
        "confirmed": year,
        "meetings-held": f"{year}: 2",
        "parties": "UBND xã Mẫu; Hội Nông dân xã Mẫu",
        "body": "Ủy ban nhân dân xã Mẫu",
        "asked-by": "",
    }.get(column.code, "")


def _validate(book: Book, sheet: Any, place: tuple[int, int, int, int], column: Column) -> None:
    """Help at the keyboard; what counts is what is found when the workbook is read."""
    if column.kind in ("choice", "yes-no") and column.choices:
        names = [name for _, name in column.choices]
        book.choose(sheet, place, names, title=column.title, words=say(N_("Choose one of the list.")))
    elif column.kind == "date":
        rule = {"validate": "date", "criteria": "between", "minimum": date(1930, 1, 1), "maximum": date(2100, 12, 31)}
        words = say(N_("Write day/month/year, such as 05/3/2025."))
        sheet.data_validation(
            *place, {**rule, "error_type": "warning", "error_title": column.title[:32], "error_message": words}
        )
    elif column.kind in ("integer", "money"):
        rule = {"validate": "integer", "criteria": ">=", "value": 0, "error_type": "warning"}
        words = say(N_("Write a whole number; '.' stands between groups of thousands."))
        sheet.data_validation(*place, {**rule, "error_title": column.title[:32], "error_message": words})


def write_scores(book: Book, register: Register, card: Scorecard) -> None:
    """A sheet for one score sheet of ``register`` under one version of the criteria."""
    sheet = book.sheet(f"{register.code} {register.name}", "scores", f"{register.code}:{card.version}")
    sheet.write_string(_TITLE, _FIRST, register.name, book.look("title"))
    sheet.merge_range(
        _WORDS, _FIRST, _WORDS, _FIRST + 5, f"{card.name}. {register.definition}".strip(), book.look("words")
    )
    sheet.set_row(_WORDS, 34)
    for place, width in enumerate((9, 60, 12, 13, 13, 44), _FIRST):
        sheet.set_column(place, place, width)
    row = _write_entry_part(book, sheet, register, card)
    heads = (N_("No."), N_("Criterion"), N_("Most points"), N_("Own points"), N_("Appraised points"), N_("Reason"))
    for place, (code, head) in enumerate(
        zip(("code", "name", "most", OWN, APPRAISED, REASON), heads, strict=True), _FIRST
    ):
        sheet.write_string(0, place, code)
        sheet.write_string(row, place, say(head), book.look("head"))
    sheet.write_string(row, 0, HEAD)
    sheet.set_row(row, 30)
    _write_criteria(book, sheet, row + 1, card)
    sheet.freeze_panes(row + 1, 0)


def _write_entry_part(book: Book, sheet: Any, register: Register, card: Scorecard) -> int:
    """The answers about the sheet as a whole, one a row; gives the row after them."""
    row = _NONE
    end = book.filled.period_end
    begins = {ID: end[:4], "on": _day(end), "version": card.version}
    for column in entry_columns(register, book.filled.programme):
        sheet.write_string(row, 0, f"{ENTRY}:{column.code}")
        sheet.merge_range(
            row, _FIRST, row, _FIRST + 1, column.title + (" *" if column.required else ""), book.look("label")
        )
        sheet.merge_range(row, _FIRST + 2, row, _FIRST + 3, None, _look(book, column))
        value = begins.get(column.code)
        if isinstance(value, date):
            sheet.write_datetime(row, _FIRST + 2, value, _look(book, column))
        elif value:
            sheet.write_string(row, _FIRST + 2, value, _look(book, column))
        _validate(book, sheet, (row, _FIRST + 2, row, _FIRST + 2), column)
        row += 1
    return row + 1


def _write_criteria(book: Book, sheet: Any, row: int, card: Scorecard) -> None:
    """The criteria; points are given for the innermost, those above them show their sums."""
    for number, criterion in enumerate(card.criteria):
        below = children_of(card.criteria, number)
        at = row + number
        look = book.look("strong" if below else "label")
        sheet.write_string(at, 0, f"{CRITERION}:{criterion.code}")
        sheet.write_string(at, _FIRST, criterion.code, look)
        sheet.write_string(at, _FIRST + 1, criterion.name, look)
        sheet.write_number(at, _FIRST + 2, criterion.most / 10**card.scale, look)
        for place, letter in ((_FIRST + 3, "E"), (_FIRST + 4, "F")):
            if below:
                cells = ",".join(f"{letter}{row + one + 1}" for one in below)
                sheet.write_formula(at, place, f'=IF(COUNT({cells})=0,"",SUM({cells}))', book.look("closed"), "")
            else:
                sheet.write_blank(at, place, None, book.look("open", card.scale))
                _limit_points(sheet, at, place, criterion, card)
        sheet.write_blank(at, _FIRST + 5, None, book.look("closed" if below else "open"))


def _limit_points(sheet: Any, row: int, place: int, criterion: Criterion, card: Scorecard) -> None:
    most = criterion.most / 10**card.scale
    words = say(N_("Points from 0 to {most}."), most=format_number(criterion.most).strip() if not card.scale else most)
    rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": most, "error_type": "warning"}
    sheet.data_validation(row, place, row, place, {**rule, "error_title": criterion.name[:32], "error_message": words})


def children_of(criteria: Sequence[Criterion], number: int) -> list[int]:
    """The places of the criteria right below the one at ``number``."""
    depth, found = criteria[number].depth, []
    for place in range(number + 1, len(criteria)):
        if criteria[place].depth <= depth:
            break
        if criteria[place].depth == depth + 1:
            found.append(place)
    return found
