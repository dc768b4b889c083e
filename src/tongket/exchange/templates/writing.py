"""A workbook to be filled in, made from a programme: a cover, a sheet for each register, score sheet and form.

``docs/modules.md`` says how it is read back: by the codes in the hidden first row and column of each sheet, whatever
the language of the headings and the order of the columns.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from tongket.exchange.templates.book import FORMAT, MARK, Book, Filled
from tongket.exchange.templates.columns import scorecards
from tongket.exchange.templates.form_sheets import Last, other_form, write_form
from tongket.exchange.templates.register_sheets import write_register, write_scores
from tongket.messages import N_, say
from tongket.model.entries import Entry, Obligation, RegisterItem
from tongket.model.observations import Observation

_TITLE, _ABOUT = 1, 2
_LINE = 105  # letters of a line across the cover
_LIVING = ("active", "dormant")
_OPEN = ("open", "answered")


def write_template(
    path: Path, filled: Filled, entries: Iterable[Entry] = (), observations: Iterable[Observation] = ()
) -> None:
    """Write the template to ``path``; see ``template_bytes``."""
    path.write_bytes(template_bytes(filled, entries, observations))


def template_bytes(filled: Filled, entries: Iterable[Entry] = (), observations: Iterable[Observation] = ()) -> bytes:
    """The workbook in the language in use; the same input gives the same bytes.

    It begins with those of ``entries`` that the unit still keeps (living items and agreements, open obligations), and
    shows the unit's last value of ``observations`` beside each cell; what is counted at a day begins with it.
    """
    buffer = BytesIO()
    made = xlsxwriter.Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    made.set_properties(
        {"title": filled.programme.title, "author": "Tổng kết", "created": datetime.datetime(2000, 1, 1)}
    )
    cover, hidden = made.add_worksheet(say(N_("Cover"))), made.add_worksheet(MARK)
    book = Book(made, hidden, filled)
    book.sheets.append((say(N_("Cover")), "cover", ""))
    kept = _kept(filled, entries)
    for register in filled.programme.registers:
        if register.kind == "score-sheet":
            for card in scorecards(register, filled.programme):
                write_scores(book, register, card)
        else:
            write_register(book, register, [one for one in kept if one.register == register.code])
    last = _last(filled, observations)
    for form in (*filled.programme.forms, *filter(None, [other_form(filled.programme)])):
        write_form(book, form, last)
    _write_cover(book, cover)
    _write_hidden(book)
    made.close()
    return buffer.getvalue()


def _kept(filled: Filled, entries: Iterable[Entry]) -> Sequence[Entry]:
    """What the unit still has to look after, as the sheets begin with it."""
    return [
        one
        for one in entries
        if one.unit == filled.unit
        and (
            (isinstance(one, RegisterItem) and one.body == filled.body and one.state in _LIVING)
            or (isinstance(one, Obligation) and one.asked_by == filled.body and one.state in _OPEN)
        )
    ]


def _last(filled: Filled, observations: Iterable[Observation]) -> Last:
    """The latest earlier value of the unit and body for each indicator and cell."""
    found: dict[tuple[str, str], Observation] = {}
    for one in observations:
        end, before = one.period.rpartition("/")[2], found.get((one.indicator, one.cell))
        if one.unit != filled.unit or one.body != filled.body or (filled.period_end and end >= filled.period_end):
            continue
        if before is None or (before.period.rpartition("/")[2], before.revision) <= (end, one.revision):
            found[one.indicator, one.cell] = one
    return found


def _write_cover(book: Book, sheet: Any) -> None:
    filled = book.filled
    sheet.write_string(0, 0, f"{MARK}:cover:")
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_column(0, 0, 2, None, {"hidden": True})
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 2, 74)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(_TITLE, 1, say(N_("Data to be filled in")), book.look("title"))
    about = list(_about(filled))
    for row, (mark, label, value, is_open) in enumerate(about, _ABOUT):
        sheet.write_string(row, 0, mark)
        sheet.write_string(row, 1, say(label), book.look("label"))
        _write_answer(book, sheet, row, mark, value, is_open)
    lines = list(_instructions(filled))
    for number, line in enumerate(lines, 1):
        row = _ABOUT + len(about) + number
        sheet.merge_range(row, 1, row, 2, f"{number}. {line}", book.look("words"))
        sheet.set_row(row, 20 * (1 + len(line) // _LINE))
    at = _ABOUT + len(about) + len(lines) + 2
    for number, (name, kind, _) in enumerate(one for one in book.sheets if one[1] != "cover"):
        sheet.write_url(at + number, 1, f"internal:'{name}'!B2", book.look("link"), name)
        sheet.write_string(at + number, 2, f"{book.titles[name]} ({say(_SHEET_WORDS[kind])})", book.look("plain"))
    sheet.protect("")
    sheet.activate()


def _about(filled: Filled) -> Iterable[tuple[str, str, str, bool]]:
    """The rows of the cover: their hidden mark, label and value, and whether whoever fills it in may change it."""
    unit = filled.registry.unit(filled.unit, filled.period_end or None) or filled.registry.unit(filled.unit)
    asked = filled.asked
    yield "", N_("Programme"), filled.programme.title, False
    if asked:
        yield "", N_("Round"), asked.name, False
    yield "unit", N_("Unit"), unit.full_name[:1].upper() + unit.full_name[1:] if unit else "", not unit
    yield "body", N_("Reporting body"), filled.body, not asked
    yield "from", N_("Period from"), filled.period_start, not asked
    yield "to", N_("Period to"), filled.period_end, not asked
    if asked:
        yield "", N_("Goes to"), asked.to, False
        yield "", N_("Due"), asked.due, False


_SHEET_WORDS = {
    "register": N_("register: one entry a row"),
    "scores": N_("score sheet"),
    "form": N_("form: one figure a cell"),
}


def _write_answer(book: Book, sheet: Any, row: int, mark: str, value: str, is_open: bool) -> None:
    if mark in ("from", "to"):
        look = book.look("opendate" if is_open else "labeldate")
        if len(value) == 10:
            sheet.write_datetime(row, 2, datetime.date.fromisoformat(value), look)
        else:
            sheet.write_blank(row, 2, None, look)
    else:
        sheet.write_string(row, 2, value, book.look("open" if is_open else "label"))


def _instructions(filled: Filled) -> Iterable[str]:
    if filled.returned == {}:
        yield say(N_("The form is closed now: what stands here is to be read."))
        return
    yield say(N_("Write only into the yellow cells. Do not delete sheets, hidden rows or hidden columns."))
    if filled.returned:
        yield say(N_("Only the cells that were returned are yellow; the reason stands at the end of their row."))
    if filled.programme.registers:
        yield say(N_("A register holds one entry a row. Keep its number: corrections find their entry by it."))
    yield say(N_("An empty cell means that nobody knows; 0 means zero; if nothing occurred, say so."))
    yield say(N_("Write numbers of people and what was done, never names, identity or telephone numbers of people."))
    if filled.asked:
        yield say(N_("Save as .xlsx, then upload it where you downloaded it, or send it by e-mail to whom it goes to."))
    else:
        yield say(
            N_("Save as .xlsx and send it back, or run: tongket facts import FILE.xlsx --into FACTS --programme P.")
        )


def _write_hidden(book: Book) -> None:
    """What the reader must know: the programme that it was made from, whose it is, and which sheet is what."""
    filled, sheet = book.filled, book.hidden
    rows = (
        (MARK, FORMAT),
        ("programme", filled.programme.code),
        ("version", str(filled.programme.version)),
        ("hash", filled.programme.hash),
        ("unit", filled.unit),
    )
    for number, pair in enumerate(rows):
        sheet.write_row(number, 0, pair)
    for number, one in enumerate(book.sheets, len(rows)):
        sheet.write_row(number, 0, ("sheet", *one))
    for number, note in enumerate(filled.notes, len(rows) + len(book.sheets)):
        sheet.write_row(number, 0, note)
    sheet.very_hidden()
