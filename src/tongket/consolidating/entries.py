"""Entries of registers as rows of their tables, and back: the one place that knows both.

An entry is one row of ``events``, ``register``, ``obligations`` or ``scores``, and any number of rows of the detail
tables ``fields``, ``tags``, ``years``, ``parties`` and ``score_lines``; its key ties them together.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

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
from tongket.model.tables import (
    EVENTS,
    FIELDS,
    OBLIGATIONS,
    PARTIES,
    REGISTER,
    SCORE_LINES,
    SCORES,
    TAGS,
    YEARS,
    Table,
)

Rows = dict[str, list[tuple[Any, ...]]]  # name of a table -> its rows
_DATED = re.compile(r"(?P<symbol>.*\S)\s+\((?P<date>\d{4}(?:-\d\d){0,2})\)")
_RENAMED = {"on_day": "on", "until_day": "until", "announced_rank": "rank"}
_CONFIRMED, _MEETINGS = "confirmed", "meetings"


def entry_key(entry: Entry) -> str:
    """What ties the rows of one entry together: the same for the same register, unit, body, id and revision."""
    named = "\0".join((entry.register, entry.unit, entry.body, entry.id, str(entry.revision)))
    return hashlib.sha256(named.encode()).hexdigest()[:32]


def directive_tag(symbol: str, date: str = "") -> str:
    """How an entry names a document that it serves: '06-CT/TU (2021-09-07)'."""
    return f"{symbol} ({date})" if date else symbol


def split_tag(tag: str) -> tuple[str, str]:
    """Symbol and date ("" where unknown) of a document that an entry serves."""
    found = _DATED.fullmatch(tag)
    return (found["symbol"], found["date"]) if found else (tag, "")


def entry_table(entry: Entry) -> Table:
    """The table that holds the entry's one row."""
    match entry:
        case Event():
            return EVENTS
        case RegisterItem():
            return REGISTER
        case Obligation():
            return OBLIGATIONS
        case ScoreSheet():
            return SCORES
    raise TypeError(type(entry).__name__)


def entry_rows(entries: Iterable[Entry]) -> Rows:
    """The rows of all tables that ``entries`` make, in their order."""
    rows: Rows = defaultdict(list)
    for entry in entries:
        key = entry_key(entry)
        table = entry_table(entry)
        rows[table.name].append(tuple(_cell(entry, key, name) for name in table.names))
        for name, details in _details(entry).items():
            rows[name] += [(key, *detail) for detail in details]
    return dict(rows)


def _cell(entry: Entry, key: str, column: str) -> Any:
    match column:
        case "entry":
            return key
        case "kind":
            return "agreement" if isinstance(entry, Agreement) else "item"
        case "symbol" | "meetings_due" if not isinstance(entry, Agreement):
            return "" if column == "symbol" else 0
        case "combined":
            return int(cast(Event, entry).combined)
    return getattr(entry, _RENAMED.get(column, column))


def _details(entry: Entry) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {
        FIELDS.name: [(n, one.field, one.text, one.amount) for n, one in enumerate(entry.fields, 1)],
        TAGS.name: [(n, *split_tag(tag)) for n, tag in enumerate(entry.directives, 1)],
    }
    if isinstance(entry, RegisterItem):
        found[YEARS.name] = [(_CONFIRMED, year, 1) for year in entry.confirmed]
    if isinstance(entry, Agreement):
        found[YEARS.name] += [(_MEETINGS, year, held) for year, held in entry.meetings_held]
        found[PARTIES.name] = list(enumerate(entry.parties, 1))
    if isinstance(entry, ScoreSheet):
        found[SCORE_LINES.name] = [
            (n, line.criterion, line.own, line.appraised, line.reason) for n, line in enumerate(entry.lines, 1)
        ]
    return found


def entries_of(rows: Mapping[str, Sequence[Sequence[Any]]]) -> tuple[Entry, ...]:
    """The entries whose rows these are: events first, then items, obligations and score sheets, each in order."""
    details = {
        table.name: _by_entry(table, rows.get(table.name, ())) for table in (FIELDS, TAGS, YEARS, PARTIES, SCORE_LINES)
    }
    return tuple(
        _entry(table, row, details)
        for table in (EVENTS, REGISTER, OBLIGATIONS, SCORES)
        for row in rows.get(table.name, ())
    )


_Details = Mapping[str, Mapping[str, list[dict[str, Any]]]]  # table -> key of the entry -> its rows


def _by_entry(table: Table, rows: Iterable[Sequence[Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        cells = dict(zip(table.names, row, strict=True))
        found[cells.pop("entry")].append(cells)
    for one in found.values():
        one.sort(key=lambda cells: cells.get("position", cells.get("year", 0)))
    return found


def _entry(table: Table, row: Sequence[Any], details: _Details) -> Entry:
    cells = dict(zip(table.names, row, strict=True))
    key = cells.pop("entry")

    def of(name: str) -> list[dict[str, Any]]:
        return details[name].get(key, [])

    kind = cells.pop("kind", "")
    given: dict[str, Any] = {_RENAMED.get(name, name): value for name, value in cells.items()}
    given["fields"] = tuple(FieldValue(one["field"], one["text"], one["amount"]) for one in of(FIELDS.name))
    given["directives"] = tuple(directive_tag(one["directive"], one["dated"]) for one in of(TAGS.name))
    if table is EVENTS:
        return Event(**{**given, "combined": bool(given["combined"])})
    if table is OBLIGATIONS:
        return Obligation(**given)
    if table is SCORES:
        lines = tuple(
            ScoreLine(one["criterion"], one["own"], one["appraised"], one["reason"]) for one in of(SCORE_LINES.name)
        )
        return ScoreSheet(**given, lines=lines)
    years = of(YEARS.name)
    given["confirmed"] = tuple(one["year"] for one in years if one["what"] == _CONFIRMED)
    if kind == "agreement":
        held = tuple((one["year"], one["amount"]) for one in years if one["what"] == _MEETINGS)
        parties = tuple(one["party"] for one in of(PARTIES.name))
        return Agreement(**given, parties=parties, meetings_held=held)
    del given["symbol"], given["meetings_due"]
    return RegisterItem(**given)
