"""The columns under which an entry of a register is written: the same on a template's sheet and on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.messages import N_, say
from tongket.model.dimensions import DimensionValue
from tongket.model.programmes import Programme
from tongket.model.registers import Field, Register, RegisterKind, Scorecard
from tongket.programmes.choices import Choices
from tongket.programmes.registers import STATES

ColumnKind = Literal[
    "text", "integer", "decimal", "money", "date", "yes-no", "choice", "unit", "body", "document",
    "directives", "parties", "years", "meetings",
]  # fmt: skip

ID, TITLE, ON, UNTIL, STATE, DIRECTIVES = "id", "title", "on", "until", "state", "directive"
STATE_WORDS: Choices = {
    "planned": N_("planned"),
    "held": N_("held"),
    "cancelled": N_("cancelled"),
    "active": N_("active"),
    "dormant": N_("dormant"),
    "ended": N_("ended"),
    "open": N_("being done"),
    "answered": N_("answered"),
    "done": N_("done"),
    "refused": N_("not taken up"),
    "transferred": N_("handed over"),
    "self": N_("scored by the body itself"),
    "appraised": N_("appraised"),
    "announced": N_("announced"),
    "pending": N_("waits for the appraiser"),
}
YES_NO_WORDS: Choices = {"yes": N_("yes"), "no": N_("no")}
_TITLES = {
    "event": (N_("What it was"), N_("Day"), N_("Last day")),
    "item": (N_("What it is called"), N_("From the day"), N_("To the day")),
    "agreement": (N_("What it is called"), N_("In force from"), N_("In force to")),
    "obligation": (N_("What is to be done"), N_("Laid down on"), ""),
    "score-sheet": ("", N_("Last day of the period scored"), ""),
}
_DIRECTIVES_NOTE = N_(
    "Symbols of the documents that it serves, with ';' between; empty: {symbol}; 'không': none of them."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: code, heading (in words), kind; ``choices`` are code -> name; ``other`` are further ways to write them.

    ``scale`` is how many decimals a number may have.
    """

    code: str
    title: str
    kind: ColumnKind = "text"
    required: bool = False
    note: str = ""
    width: int = 14
    scale: int = 0
    unit_word: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    other: tuple[tuple[str, str], ...] = ()


def entry_columns(register: Register, programme: Programme) -> tuple[Column, ...]:
    """The columns of ``register``: what every entry of its kind has, then its own fields."""
    title, on, until = _TITLES[register.kind]
    every = [
        Column(
            ID,
            say(N_("Number of the entry")),
            note=say(N_("Your own number for it; keep it when you correct it.")),
            width=13,
        )
    ]
    if title:
        every.append(Column(TITLE, say(title), required=True, width=44))
    every.append(Column(ON, say(on), "date", required=True, width=13))
    if until:
        note = say(N_("Empty: still, or the same day."))
        every.append(Column(UNTIL, say(until), "date", note=note, width=13))
    every += _of_kind(register, programme)
    every += [_of_field(one, programme) for one in register.fields]
    every.append(_state(register.kind))
    if register.kind != "score-sheet":
        note = say(_DIRECTIVES_NOTE, symbol=programme.directive.symbol)
        every.append(Column(DIRECTIVES, say(N_("Serves the documents")), "directives", note=note, width=26))
    return tuple(every)


def _of_kind(register: Register, programme: Programme) -> list[Column]:
    match register.kind:
        case "event":
            note = say(N_("'có' when it was held within another meeting."))
            return [
                Column("combined", say(N_("Combined")), "yes-no", note=note, width=11, choices=_words(YES_NO_WORDS))
            ]
        case "item":
            return [_confirmed()]
        case "agreement":
            return [
                Column("parties", say(N_("Signed by")), "parties", required=True, note=_semicolon(), width=40),
                Column("symbol", say(N_("Number and symbol")), "document", width=20),
                Column("meetings-due", say(N_("Meetings due a year")), "integer", width=12),
                Column(
                    "meetings-held",
                    say(N_("Meetings held, by year")),
                    "meetings",
                    note=say(N_("For instance 2024: 2; 2025: 3")),
                    width=20,
                ),
                _confirmed(),
            ]
        case "obligation":
            return [
                Column("body", say(N_("Who must do it")), "body", required=True, width=34),
                Column("asked-by", say(N_("Who laid it down")), "body", note=say(N_("Empty: your body.")), width=34),
                Column("due", say(N_("Due day")), "date", width=13),
                Column("answered-on", say(N_("Answered on")), "date", width=13),
                Column("answer", say(N_("Answer")), width=36),
                Column("proof", say(N_("Document that shows it")), "document", width=22),
                Column("transferred-to", say(N_("Handed over to")), "body", width=30),
            ]
        case "score-sheet":
            cards = scorecards(register, programme)
            bands = dict.fromkeys((band.code, band.name) for card in cards for band in card.bands)
            return [
                Column(
                    "version",
                    say(N_("Version of the criteria")),
                    "choice",
                    required=True,
                    width=18,
                    choices=tuple((card.version, card.version) for card in cards),
                ),
                Column("band", say(N_("Class as announced")), "choice", width=30, choices=tuple(bands)),
                Column("rank", say(N_("Rank as announced")), "integer", width=12),
                Column("among", say(N_("Among how many")), "integer", width=12),
            ]
    return []


def scorecards(register: Register, programme: Programme) -> tuple[Scorecard, ...]:
    """The versions of the scorecard by which the sheets of ``register`` are filled in."""
    return tuple(card for card in programme.scorecards if card.code == register.scorecard)


def _confirmed() -> Column:
    note = say(N_("Years in which it was found alive, for instance 2024, 2025"))
    return Column("confirmed", say(N_("Confirmed in the years")), "years", note=note, width=18)


def _semicolon() -> str:
    return say(N_("With ';' between the names."))


def _state(kind: RegisterKind) -> Column:
    words = {code: STATE_WORDS[code] for code in STATES[kind]}
    usual = {"event": "held", "item": "active", "agreement": "active", "obligation": "open", "score-sheet": "self"}[
        kind
    ]
    note = say(N_("Empty: {state}."), state=say(STATE_WORDS[usual]))
    return Column(STATE, say(N_("How it stands")), "choice", note=note, width=18, choices=_words(words))


def _words(choices: Choices) -> tuple[tuple[str, str], ...]:
    return tuple((code, say(words)) for code, words in choices.items())


def _of_field(field: Field, programme: Programme) -> Column:
    values = field_values(field, programme)
    choices = tuple((one.code, one.name) for one in values)
    kind: ColumnKind = field.kind
    return Column(
        field.code,
        f"{field.name} ({field.unit_word})" if field.unit_word and field.unit_word not in field.name else field.name,
        kind,
        field.required,
        field.note,
        max([12, *(min(len(name) + 4, 34) for _, name in choices)]) if kind != "text" else 26,
        field.scale,
        field.unit_word,
        _words(YES_NO_WORDS) if kind == "yes-no" else choices,
        tuple((one.code, alias) for one in values for alias in one.aliases),
    )


def field_values(field: Field, programme: Programme) -> tuple[DimensionValue, ...]:
    """What may be chosen under ``field``: its own choices, or the values of its dimension."""
    dimension = programme.dimension(field.dimension) if field.dimension else None
    return field.choices or (dimension.values if dimension else ())
