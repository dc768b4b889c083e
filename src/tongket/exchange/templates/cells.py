"""What a cell of a template, or a word of the command line, says: a number, a day, a choice; or why it says nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from tongket.checking.privacy import personal_data_in
from tongket.consolidating.entries import directive_tag
from tongket.exchange.templates.columns import STATE_WORDS, YES_NO_WORDS, Column
from tongket.messages import LANGUAGES, N_, say
from tongket.model.observations import LARGEST
from tongket.vietnamese.dates import find_dates, parse_date
from tongket.vietnamese.numbers import typed_number
from tongket.vietnamese.unicode import key

_SYMBOL = re.compile(r"\d[\w.]*[-/][\w&/.-]*\w")
_YEARS = (1930, 2100)
_MOST_LETTERS = 2000
_YES, _NO = ("x", "có", "yes", "true", "1"), ("không", "no", "false", "0")
_NONE_OF_THEM = ("không", "không có", "none", "-")


@dataclass(frozen=True, slots=True)
class EntryMistake:
    """Why a cell cannot be used: the column's code, and what to say; ``what``/``mend`` are message ids."""

    column: str
    what: str
    mend: str
    facts: Mapping[str, object] = field(default_factory=dict)


class CellMistake(Exception):  # noqa: N818 - the word of this package
    """A cell that cannot be used."""

    def __init__(self, what: str, mend: str, **facts: object) -> None:
        super().__init__(what)
        self.what, self.mend, self.facts = what, mend, facts


def cell_text(cell: object) -> str:
    """A cell as text: whole numbers without '.0', days in ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        text = f"{cell:.15g}"
        return f"{Decimal(text):f}"
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return " ".join(str(cell).split())


def read_amount(cell: object, scale: int) -> int:
    """A number of a cell at ``scale``; typed as text it is read the Vietnamese way ('1.234,5').

    Raises:
        CellMistake: it is no number, has more decimals, is negative, or far too large.
    """
    number = _number(cell, scale)
    scaled = number.scaleb(scale)
    if scaled != scaled.to_integral_value():
        if scale:
            raise CellMistake(
                N_("'{text}' has more digits after the comma than are kept here ({scale})."),
                N_("Round it."),
                text=cell_text(cell),
                scale=scale,
            )
        raise CellMistake(
            N_("'{text}' is not a whole number, and here things are counted."),
            N_("Write a whole number; '.' stands between groups of thousands."),
            text=cell_text(cell),
        )
    if scaled < 0:
        raise CellMistake(N_("'{text}' is less than zero."), N_("Write how many there were."), text=cell_text(cell))
    if scaled > LARGEST:
        raise CellMistake(
            N_("'{text}' is larger than any amount here can be."), N_("Look for zeros too many."), text=cell_text(cell)
        )
    return int(scaled)


def _number(cell: object, scale: int) -> Decimal:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return Decimal(f"{cell:.15g}" if isinstance(cell, float) else cell)
    text = cell_text(cell)
    number = typed_number(text, whole=not scale)
    if number is None:
        try:
            # A shell or another program writes '1234.5'.
            number = Decimal(text) if re.fullmatch(r"-?\d+(?:\.\d+)?", text) else None
        except InvalidOperation:
            number = None
    if number is None:
        raise CellMistake(
            N_("'{text}' is not a number."),
            N_("Write '.' between groups of thousands and ',' before decimals, for instance 1.234,5."),
            text=text,
        )
    return number


def read_day(cell: object) -> str:
    """A whole day in ISO 8601.

    Raises:
        CellMistake: it is no day of the calendar.
    """
    if isinstance(cell, (datetime, date)):
        return cell.isoformat()[:10]
    text = cell_text(cell)
    found = _iso_day(text) or parse_date(text) or ""
    if len(found) != 10:
        raise CellMistake(
            N_("'{text}' is not a day of the calendar."), N_("Write day/month/year, such as 05/3/2025."), text=text
        )
    return found


def _iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if len(text) == 10 else ""
    except ValueError:
        return ""


def read_choice(cell: object, column: Column) -> str:
    """The code of one of the column's choices, written as code, name or in another way that it is written.

    Raises:
        CellMistake: it is none of them.
    """
    text = cell_text(cell)
    wanted = key(text)
    for code, name in (*column.choices, *column.other):
        if wanted in (key(code), key(name)):
            return code
    for code, _ in column.choices:  # the words of the program itself, in its other language
        words = STATE_WORDS.get(code) or YES_NO_WORDS.get(code)
        if words and wanted in {key(say(words, lang)) for lang in LANGUAGES}:
            return code
    if column.kind == "yes-no" and wanted in (*map(key, _YES), *map(key, _NO)):
        return "yes" if wanted in map(key, _YES) else "no"
    raise CellMistake(
        N_("'{text}' is none of the answers that '{column}' has."),
        N_("Choose one of: {choices}."),
        text=text,
        column=column.title,
        choices="; ".join(name for _, name in column.choices),
    )


def read_text(cell: object) -> str:
    """A text without personal data.

    Raises:
        CellMistake: it is too long, or holds a number that belongs to one person.
    """
    text = cell_text(cell)
    if len(text) > _MOST_LETTERS:
        raise CellMistake(
            N_("the text is longer than {limit} characters."),
            N_("Shorten it; details stay in the file."),
            limit=_MOST_LETTERS,
        )
    if personal_data_in(text):
        raise CellMistake(
            N_("the text holds personal data: an identity card, telephone or account number, or a date of birth."),
            N_("Delete it: registers hold what was done, not who the people were."),
        )
    return text


def read_list(cell: object) -> tuple[str, ...]:
    """Names with ';' between them, or one a line."""
    parts = str(cell or "").replace("\n", ";").split(";")
    return tuple(read_text(part) for part in parts if part.strip())


def read_years(cell: object) -> tuple[int, ...]:
    """Years, in order.

    Raises:
        CellMistake: something else stands among them.
    """
    words = [word for word in re.split(r"[\s,;]+", cell_text(cell)) if word]
    return tuple(sorted({_year(word) for word in words}))


def _year(word: str) -> int:
    if word.isascii() and word.isdigit() and _YEARS[0] <= int(word) <= _YEARS[1]:
        return int(word)
    raise CellMistake(N_("'{text}' is not a year."), N_("Write years such as 2024, 2025."), text=word)


def read_meetings(cell: object, year: int | None) -> tuple[tuple[int, int], ...]:
    """How many meetings in which year: '2024: 2; 2025: 3'; a bare number is of ``year``.

    Raises:
        CellMistake: it is neither.
    """
    text = cell_text(cell)
    if text.isascii() and text.isdigit() and year is not None:
        return ((year, int(text)),)
    found: dict[int, int] = {}
    for part in filter(str.strip, text.split(";")):
        named, _, held = part.partition(":")
        if not held.strip().isdigit():
            raise CellMistake(
                N_("'{text}' does not say how many meetings were held in which year."),
                N_("Write year: number, with ';' between, such as 2024: 2; 2025: 3."),
                text=text,
            )
        found[_year(named.strip())] = int(held)
    return tuple(sorted(found.items()))


def read_directives(cell: object, own: str) -> tuple[str, ...]:
    """The documents that an entry serves; ``own`` (the programme's directive) where the cell is empty.

    Raises:
        CellMistake: a part of it holds no number and symbol.
    """
    text = cell_text(cell)
    if not text:
        return (own,) if own else ()
    if key(text) in map(key, _NONE_OF_THEM):
        return ()
    return tuple(dict.fromkeys(_directive(part, own) for part in text.split(";") if part.strip()))


def _directive(part: str, own: str) -> str:
    dates = list(find_dates(part))
    bare = part
    for mention in reversed(dates):
        bare = bare[: mention.start] + " " + bare[mention.end :]
    found = _SYMBOL.search(bare)
    if found is None:
        raise CellMistake(
            N_("'{text}' holds no number and symbol of a document."),
            N_("Write number and symbol, and the date where you know it: 06-CT/TU ngày 07/9/2021."),
            text=part.strip(),
        )
    tag = directive_tag(found.group(), dates[0].date if dates else "")
    return own if own.partition(" (")[0] == tag else tag
