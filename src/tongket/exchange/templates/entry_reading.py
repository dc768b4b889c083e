"""An entry out of what stands under its columns, in a template or on the command line, or every mistake in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from tongket.consolidating.entries import directive_tag
from tongket.exchange.templates import cells as read
from tongket.exchange.templates.cells import CellMistake, EntryMistake
from tongket.exchange.templates.columns import ID, STATE, Column, entry_columns
from tongket.messages import N_
from tongket.model.entries import (
    Agreement,
    Entry,
    Event,
    FieldValue,
    Obligation,
    RegisterItem,
    ScoreLine,
    ScoreSheet,
)
from tongket.model.observations import Origin
from tongket.model.programmes import ADDED_KINDS, Programme
from tongket.model.registers import Register
from tongket.registry.bodies import body_kind
from tongket.registry.units import Registry

_FIRST_STATE = {"event": "held", "item": "active", "agreement": "active", "obligation": "open", "score-sheet": "self"}


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who writes entries, and out of what: unit, body, the template's period ("" where there is none), and the file."""

    unit: str
    body: str
    body_kind: str = ""
    period_start: str = ""
    period_end: str = ""
    origin: Origin = "form"
    source: str = ""
    source_sha256: str = ""

    @property
    def year(self) -> int | None:
        """The year of the period, where it lies in one."""
        first, last = self.period_start[:4], self.period_end[:4]
        return int(last) if last and first in ("", last) else None


@dataclass(frozen=True, slots=True)
class EntryRead:
    """An entry, or the mistakes because of which there is none."""

    entry: Entry | None
    mistakes: tuple[EntryMistake, ...] = ()


def read_entry(
    register: Register,
    programme: Programme,
    given: Mapping[str, Any],
    keeper: Keeper,
    registry: Registry,
    *,
    place: str = "",
    lines: tuple[ScoreLine, ...] = (),
) -> EntryRead:
    """The entry of ``register`` that ``given`` (code of the column -> cell) writes; ``lines`` are of a score sheet."""
    columns = {one.code: one for one in entry_columns(register, programme)}
    values: dict[str, Any] = {}
    mistakes = list(_read_cells(columns, given, programme, keeper, values))
    if not mistakes:
        mistakes += _check_days(register, columns, values, keeper, registry)
    if mistakes:
        return EntryRead(None, tuple(mistakes))
    return EntryRead(_entry(register, values, keeper, place, lines))


def _read_cells(
    columns: Mapping[str, Column],
    given: Mapping[str, Any],
    programme: Programme,
    keeper: Keeper,
    values: dict[str, Any],
) -> Iterator[EntryMistake]:
    for code in given:
        if code not in columns:
            yield EntryMistake(
                code,
                N_("the register has no column '{column}'."),
                N_("Write one of: {columns}."),
                {"column": code, "columns": ", ".join(columns)},
            )
    for code, column in columns.items():
        cell = given.get(code)
        if not read.cell_text(cell):
            if column.required:
                yield EntryMistake(
                    code,
                    N_("'{column}' is empty, and must be filled in."),
                    N_("Write it, or clear the whole row."),
                    {"column": column.title},
                )
            if column.kind != "directives":
                continue
        try:
            values[code] = _read_cell(column, cell, programme, keeper)
        except CellMistake as mistake:
            yield EntryMistake(code, mistake.what, mistake.mend, mistake.facts)


def _read_cell(column: Column, cell: Any, programme: Programme, keeper: Keeper) -> Any:
    match column.kind:
        case "integer" | "decimal" | "money":
            return read.read_amount(cell, column.scale)
        case "date":
            return read.read_day(cell)
        case "choice" | "yes-no":
            return read.read_choice(cell, column)
        case "parties":
            return read.read_list(cell)
        case "years":
            return read.read_years(cell)
        case "meetings":
            return read.read_meetings(cell, keeper.year)
        case "directives":
            return read.read_directives(cell, directive_tag(programme.directive.symbol, programme.directive.date))
    return read.read_text(cell)


def _check_days(
    register: Register, columns: Mapping[str, Column], values: Mapping[str, Any], keeper: Keeper, registry: Registry
) -> Iterator[EntryMistake]:
    """Days that cannot be: the end before the beginning, outside the period, or when the unit was not there."""
    on = values["on"]
    for code in ("until", "due", "answered-on"):
        if values.get(code) and values[code] < on:
            yield EntryMistake(
                code,
                N_("'{column}' ({day}) is before '{first}' ({on})."),
                N_("Correct one of the two days."),
                {"column": columns[code].title, "day": values[code], "first": columns["on"].title, "on": on},
            )
    if keeper.period_end and on > keeper.period_end:
        yield EntryMistake(
            "on",
            N_("{day} is after the last day of the period ({last})."),
            N_("Correct the day, or keep the row for the next period."),
            {"day": on, "last": keeper.period_end},
        )
    if register.kind == "event" and keeper.period_start and on < keeper.period_start:
        yield EntryMistake(
            "on",
            N_("{day} is before the first day of the period ({first})."),
            N_("Correct the day; what was held earlier belongs to the template of its own period."),
            {"day": on, "first": keeper.period_start},
        )
    yield from _check_unit(register, on, keeper, registry)


def _check_unit(register: Register, on: str, keeper: Keeper, registry: Registry) -> Iterator[EntryMistake]:
    states = registry.states(keeper.unit)
    if not states or registry.alive(keeper.unit, on):
        return
    last = states[-1].valid_to
    if register.kind == "event" or (last and on > last):
        yield EntryMistake(
            "on",
            N_("on {day} {unit} did not exist ({first} - {last})."),
            N_("Correct the day, or enter it for the unit of that day."),
            {"day": on, "unit": states[-1].full_name, "first": states[0].valid_from or "...", "last": last or "..."},
        )


def _entry(
    register: Register, values: Mapping[str, Any], keeper: Keeper, place: str, lines: tuple[ScoreLine, ...]
) -> Entry:
    every: dict[str, Any] = {
        "register": register.code,
        "id": values.get(ID, ""),
        "unit": keeper.unit,
        "body": keeper.body,
        "body_kind": keeper.body_kind,
        "on": values["on"],
        "title": values.get("title", register.name),
        "until": values.get("until", ""),
        "directives": values.get("directive", ()),
        "fields": tuple(
            _field_value(one.code, one.kind in ADDED_KINDS, values) for one in register.fields if one.code in values
        ),
        "origin": keeper.origin,
        "source": keeper.source,
        "source_sha256": keeper.source_sha256,
        "place": place,
    }
    state = values.get(STATE, _FIRST_STATE[register.kind])
    match register.kind:
        case "event":
            return Event(**every, state=state, combined=values.get("combined") == "yes")
        case "item":
            return RegisterItem(**every, state=state, confirmed=values.get("confirmed", ()))
        case "agreement":
            return Agreement(
                **every,
                state=state,
                confirmed=values.get("confirmed", ()),
                parties=values.get("parties", ()),
                symbol=values.get("symbol", ""),
                meetings_due=values.get("meetings-due", 0),
                meetings_held=values.get("meetings-held", ()),
            )
        case "obligation":
            return _obligation(every, values, keeper, state)
    return ScoreSheet(**every, **_score_values(values, lines, state))


def _field_value(code: str, is_number: bool, values: Mapping[str, Any]) -> FieldValue:
    return FieldValue(code, amount=values[code]) if is_number else FieldValue(code, values[code])


def _obligation(every: dict[str, Any], values: Mapping[str, Any], keeper: Keeper, state: str) -> Obligation:
    owes = values["body"]
    kind = body_kind(owes)
    answered = values.get("answered-on", "")
    # An answer that has a day is an answer, whatever the column of states was left at.
    if answered and state == "open":
        state = "answered"
    return Obligation(
        **{**every, "body": owes, "body_kind": kind.code if kind else ""},
        state=cast(Literal["open", "answered", "done", "refused", "transferred"], state),
        asked_by=values.get("asked-by", keeper.body),
        due=values.get("due", ""),
        answered_on=answered,
        answer=values.get("answer", ""),
        proof=values.get("proof", ""),
        transferred_to=values.get("transferred-to", ""),
    )


def _score_values(values: Mapping[str, Any], lines: tuple[ScoreLine, ...], state: str) -> dict[str, Any]:
    if state == "self" and any(one.appraised is not None for one in lines):
        state = "appraised"
    return {
        "state": state,
        "version": values.get("version", ""),
        "lines": lines,
        "band": values.get("band", ""),
        "rank": values.get("rank"),
        "among": values.get("among"),
    }
