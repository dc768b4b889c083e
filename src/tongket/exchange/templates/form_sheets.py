"""The sheets of forms: rows and columns as the programme prints them; open where the body answers, grey elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product
from textwrap import wrap
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from tongket.consolidating.shown_values import ValueRead, show_value
from tongket.exchange.refused_rows import reason_header
from tongket.exchange.templates.book import OTHER_FORM, ROW, Book, asked_codes
from tongket.exchange.templates.columns import YES_NO_WORDS
from tongket.messages import N_, say
from tongket.model.observations import Observation
from tongket.model.programmes import Form, FormColumn, FormRow, Indicator, Programme
from tongket.programmes.levels import RANK
from tongket.programmes.values import is_unit_column, row_units, step_of
from tongket.vietnamese.dates import parse_date
from tongket.vietnamese.numbers import format_number, parse_number

_FIRST = 1
_LEAST_LABEL, _MOST_LABEL, _REASON = 24, 62, 60  # widths of columns, in letters
_PORTRAIT = 100  # letters beside each other that stay legible on upright paper
_HIGHEST = 400  # of a row; Excel takes no more than 409
_TITLE, _CAPTION, _HINT, _HEAD, _ROWS = range(1, 6)
COMPUTED, COUNTED = N_("computed"), N_("counted from the register")  # what stands in a cell that nobody fills in
_NUMBERS = ("integer", "decimal", "money", "share", "score", "rank")
Last = Mapping[tuple[str, str], Observation]  # (indicator, cell) -> the value of an earlier period


@dataclass(frozen=True, slots=True)
class Target:
    """What a cell of a form answers: indicators (two where it asks for 'a/b'), their cell, and the level meant."""

    indicators: tuple[Indicator, ...]
    cell: str
    level: str


def column_mark(column: FormColumn) -> str:
    """How the hidden first row names a column of values."""
    return "|".join(("value", column.level, column.cell, column.indicator))


def row_mark(row: FormRow) -> str:
    """How the hidden first column names a row."""
    return "|".join((ROW, ",".join(row.indicators), row.cell, row.level))


def target_of(programme: Programme, row: str, column: str) -> Target | None:
    """What the cell under these two marks answers; None where it answers nothing."""
    row_parts, column_parts = row.split("|"), column.split("|")
    if len(row_parts) != 4 or len(column_parts) != 4:
        return None
    codes = [code for code in row_parts[1].split(",") if code] or [code for code in (column_parts[3],) if code]
    indicators = tuple(one for code in codes if (one := programme.indicator(code)))
    if not indicators:
        return None
    cell = programme.cell(indicators[0], (column_parts[2], row_parts[2]))
    return Target(indicators, cell, column_parts[1] or row_parts[3])


def write_form(book: Book, form: Form, last: Last) -> None:
    """A sheet for ``form``, beginning with the ``last`` values of what is counted at a day."""
    name = f"{form.code} {form.title}" if form.code != OTHER_FORM else form.title
    sheet = book.sheet(name, "form", form.code)
    title = " - ".join(filter(None, (form.appendix, form.title)))
    sheet.write_string(_TITLE, _FIRST, title, book.look("title"))
    sheet.write_string(_CAPTION, _FIRST, form.caption, book.look("caption"))
    hint = say(
        N_(
            "Empty: not known. 0: zero. 'không phát sinh': nothing occurred. 'khoảng 300', 'trên 50', 'từ 15 đến 20' "
            "may be written. Grey: not asked here, or computed."
        )
    )
    width = _FIRST + len(form.columns) - 1
    sheet.merge_range(_HINT, _FIRST, _HINT, max(width, _FIRST + 1), hint, book.look("words"))
    sheet.set_row(_HINT, 50)
    label = min(_MOST_LABEL, max([_LEAST_LABEL, *(len(row.label) + 3 * row.depth for row in form.rows)]))
    widths = {"ordinal": 6, "label": label, "note": 26}
    for place, column in enumerate(form.columns, _FIRST):
        sheet.write_string(0, place, column_mark(column) if column.role == "value" else column.role)
        sheet.set_column(place, place, widths.get(column.role, 18))
        sheet.write_string(_HEAD, place, column.title, book.look("head"))
    sheet.set_row(_HEAD, 48)
    reasons = _write_reasons(book, sheet, form)
    if not reasons and sum(widths.get(column.role, 18) for column in form.columns) <= _PORTRAIT:
        sheet.set_portrait()
    for number, row in enumerate(form.rows):
        _write_row(book, sheet, _ROWS + number, form, row, last)
        lines = max(_lines(row.label, label - 3 * row.depth), _lines(reasons.get(number, ""), _REASON))
        sheet.set_row(_ROWS + number, min(_HIGHEST, 17 * lines))
    sheet.freeze_panes(_ROWS, _FIRST)
    sheet.repeat_rows(_HEAD)


def _lines(text: str, width: int) -> int:
    """How many lines ``text`` takes in a cell of that width."""
    return sum(max(1, len(wrap(line, width))) for line in text.split("\n"))


def _write_reasons(book: Book, sheet: Any, form: Form) -> Mapping[int, str]:
    """Right of the form, why rows of it were not taken, or were returned; by row. The column is passed over when the
    sheet is read back.
    """
    reasons = {row: one.reason for (code, row), one in book.filled.refused.items() if code == form.code}
    head, look = reason_header(), "refused"
    if not reasons:
        reasons, look = dict(_returned_rows(book, form)), "returned"
        head = say(N_("Why it was returned"))
    if reasons:
        at = _FIRST + len(form.columns)
        sheet.set_column(at, at, _REASON)
        sheet.write_string(_HEAD, at, head, book.look(f"{look}head"))
        for row, reason in reasons.items():
            sheet.write_string(_ROWS + row, at, reason, book.look(look))
    return reasons


def _returned_rows(book: Book, form: Form) -> Iterable[tuple[int, str]]:
    """The reasons for which cells of a row were returned, each behind its cell, by row."""
    for number, row in enumerate(form.rows):
        told = []
        for place, column in enumerate(form.columns, _FIRST):
            target = target_of(book.filled.programme, row_mark(row), column_mark(column))
            if column.role == "value" and target and (reason := _returned(book, target)):
                told.append(f"{xl_rowcol_to_cell(_ROWS + number, place)}: {reason}")
        if told:
            yield number, "\n".join(told)


def _returned(book: Book, target: Target) -> str | None:
    """Why the cell was returned; None where it was not."""
    returned, level = book.filled.returned or {}, book.filled.level
    keys = [(one.code, target.cell, extent_of(target, one, level)) for one in target.indicators]
    return next((returned[key] for key in keys if key in returned), None)


def _write_row(book: Book, sheet: Any, number: int, form: Form, row: FormRow, last: Last) -> None:
    sheet.write_string(number, 0, row_mark(row))
    refused = book.filled.refused.get((form.code, number - _ROWS))
    for place, column in enumerate(form.columns, _FIRST):
        match column.role:
            case "value" if refused and place in refused.cells:
                sheet.write_string(number, place, refused.cells[place], book.look("retype"))
            case "ordinal":
                sheet.write_string(number, place, row.number, book.look("centre"))
            case "label":
                sheet.write_string(number, place, "   " * row.depth + row.label, book.look("label"))
            case "note" if is_unit_column(column):
                sheet.write_string(number, place, row_units(book.filled.programme, row), book.look("label"))
            case "note":
                sheet.write_blank(number, place, None, book.look("open"))
            case _:
                _write_cell(
                    book,
                    sheet,
                    (number, place),
                    target_of(book.filled.programme, row_mark(row), column_mark(column)),
                    last,
                    step_of(f"{row.label} {column.title}").adjusted(),
                )


def _write_cell(book: Book, sheet: Any, place: tuple[int, int], target: Target | None, last: Last, step: int) -> None:
    """Open the cell for its answer, or close it; of money it leaves out the ``step`` zeros that its heading states."""
    closed = "x" if target is None else closed_because(target, book.filled.level)
    if target is None or closed:
        sheet.write_string(*place, say(closed) if target and target.indicators else "", book.look("closed"))
        return
    indicator = target.indicators[0]
    step = step if indicator.kind == "money" else 0
    state = "open" if book.filled.returned is None else "held" if _returned(book, target) is None else "back"
    look = _look(book, target, step, state)
    answered = _answered(book, target)
    before = last.get((indicator.code, target.cell)) if len(target.indicators) == 1 else None
    shown = _shown(before, indicator)
    if answered is not None:
        _write_answered(sheet, place, answered, target, look, step)
    elif before and indicator.over_time == "latest" and before.amount_high is None and not before.qualifier and shown:
        _write_value(sheet, place, before, shown, look, step)
    else:
        sheet.write_blank(*place, None, look)
    if before and shown:
        sheet.write_comment(*place, say(N_("Last time: {value}"), value=shown), {"x_scale": 1.2, "y_scale": 0.4})
    _choose(book, sheet, place, indicator)
    if len(target.indicators) == 1 and indicator.kind in _NUMBERS:
        _bound(sheet, place, indicator, step)


def _bound(sheet: Any, place: tuple[int, int], indicator: Indicator, step: int) -> None:
    """Let the spreadsheet refuse a number that cannot be; words are read later, since 'khoảng 300' is an answer."""
    at, low, high = xl_rowcol_to_cell(*place), indicator.low or 0, indicator.high
    least, most = (None if one is None else Decimal(one).scaleb(-indicator.scale - step) for one in (low, high))
    whole = indicator.kind in ("integer", "rank")
    rules = [f"ISNUMBER({at})", f"{at}>={least:f}"]
    words = [say(N_("Write a whole number.")) if whole else say(N_("Write a number."))]
    words.append(say(N_("It is at least {bound}."), bound=format_number(least or Decimal())))
    if most is not None:
        rules.append(f"{at}<={most:f}")
        words.append(say(N_("It is at most {bound}."), bound=format_number(most)))
    if whole:
        rules.append(f"{at}=INT({at})")
    formula = f"=OR(ISTEXT({at}),AND({','.join(rules)}))"
    told = {"error_title": indicator.name[:32], "error_message": " ".join(words)[:255]}
    sheet.data_validation(*place, *place, {"validate": "custom", "value": formula, **told})


def extent_of(target: Target, indicator: Indicator, level: str) -> Any:
    """Whether an answer to ``indicator`` there is about the body's own work or the whole unit."""
    if target.level and level:
        return "own" if target.level == level else "area"
    return indicator.extent or "area"


def _answered(book: Book, target: Target) -> list[Observation | None] | None:
    """What stands in the cell now, for each of its indicators; None where the template begins without answers."""
    answers = book.filled.answers
    if answers is None:
        return None
    level = book.filled.level
    return [answers.get((one.code, target.cell, extent_of(target, one, level))) for one in target.indicators]


def _write_answered(
    sheet: Any, place: tuple[int, int], answered: Sequence[Observation | None], target: Target, look: Any, step: int
) -> None:
    shown = [_in_step(one, indicator, step) for one, indicator in zip(answered, target.indicators, strict=True)]
    if not any(shown):
        sheet.write_blank(*place, None, look)
    elif len(answered) == 1 and answered[0]:
        _write_value(sheet, place, answered[0], shown[0], look, step)
    else:
        sheet.write_string(*place, "/".join(shown), look)


def _in_step(one: Observation | None, indicator: Indicator, step: int) -> str:
    """An answer as it is typed into its cell; "" where there is none."""
    if one is None or one.status == "missing":
        return ""
    if indicator.kind == "yes-no":
        return _shown(one, indicator)
    value = ValueRead(one.amount, one.status, one.amount_high, one.qualifier, one.text)
    return show_value(value, replace(indicator, scale=indicator.scale + step))


def closed_because(target: Target, level: str) -> str:
    """Why nobody writes into the cell ("" = it is open): of a level above the body's own, counted, or computed."""
    if target.level and level and RANK[target.level] > RANK[level]:
        return "x"
    if any(one.counted for one in target.indicators):
        return COUNTED
    if any(one.formula or one.numerator for one in target.indicators):
        return COMPUTED
    return ""


def _look(book: Book, target: Target, step: int, state: str) -> Any:
    kinds = {one.kind for one in target.indicators}
    if len(target.indicators) > 1 or not kinds <= set(_NUMBERS):
        return book.look(f"{state}date" if kinds == {"date"} else f"{state}centre")
    return book.look(state, 2 if step else target.indicators[0].scale)


def _write_value(sheet: Any, place: tuple[int, int], before: Observation, shown: str, look: Any, step: int) -> None:
    day = (parse_date(shown) or "") if "/" in shown else ""
    if len(day) == len("2026-02-05"):
        sheet.write_datetime(*place, date.fromisoformat(day), look)
    elif before.amount is not None and parse_number(shown) is not None:
        sheet.write_number(*place, float(Decimal(before.amount).scaleb(-before.scale - step)), look)
    else:
        sheet.write_string(*place, shown, look)


def _shown(before: Observation | None, indicator: Indicator) -> str:
    """An earlier value as people write it; "" where there was none."""
    if before is None or (before.amount is None and not before.text):
        return ""
    if indicator.kind == "yes-no":
        return say(YES_NO_WORDS["yes" if before.amount else "no"])
    value = ValueRead(before.amount, before.status, before.amount_high, before.qualifier, before.text)
    return show_value(value, indicator)


def _choose(book: Book, sheet: Any, place: tuple[int, int], indicator: Indicator) -> None:
    names: Sequence[str] = ()
    if indicator.kind == "yes-no":
        names = [say(words) for words in YES_NO_WORDS.values()]
    elif indicator.kind == "choice":
        names = [one.name for one in indicator.choices]
    if names:
        words = say(N_("Choose one of the list."))
        book.choose(sheet, (*place, *place), names, title=indicator.name, words=words)


def other_form(programme: Programme) -> Form | None:
    """A form for the indicators that people enter and that no form of the programme asks; None where there are none."""
    in_forms = {code for form in programme.forms for code in _codes(form)}
    missing = [one for one in asked_codes(programme) if one.code not in in_forms]
    if not missing:
        return None
    columns = (
        FormColumn(say(N_("No.")), "ordinal"),
        FormColumn(say(N_("Indicator")), "label"),
        FormColumn(say(N_("Value")), "value"),
    )
    return Form(OTHER_FORM, "", say(N_("Other indicators")), "", columns, tuple(_rows(programme, missing)))


def _codes(form: Form) -> Iterable[str]:
    yield from (column.indicator for column in form.columns if column.indicator)
    for row in form.rows:
        yield from row.indicators


def _rows(programme: Programme, indicators: Sequence[Indicator]) -> Iterable[FormRow]:
    for number, one in enumerate(indicators, 1):
        yield FormRow(str(number), f"{one.name} ({one.unit_word})", 0, (one.code,))
        dimensions = [found for code in one.dimensions if (found := programme.dimension(code))]
        for values in product(*(dimension.values for dimension in dimensions)) if dimensions else ():
            cell = "+".join(value.code for value in values)
            yield FormRow("", f"- {', '.join(value.name for value in values)}", 1, (one.code,), cell)
