"""Entries of registers from the keyboard to the folder of facts: templates, single entries, and what is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tongket.consolidating.entry_facts import Written, read_entries, write_entries
from tongket.consolidating.facts import read_observations
from tongket.consolidating.transferring import Transfer, transfers
from tongket.errors import ProgrammeError, ReadError
from tongket.exchange.templates.book import Filled
from tongket.exchange.templates.cells import EntryMistake
from tongket.exchange.templates.columns import ID, Column, entry_columns, scorecards
from tongket.exchange.templates.entry_reading import Keeper, read_entry
from tongket.exchange.templates.score_reading import read_lines
from tongket.exchange.templates.writing import write_template
from tongket.files.lock import only_writer
from tongket.messages import N_
from tongket.model.entries import Entry, ScoreLine
from tongket.model.programmes import Programme
from tongket.model.registers import Register
from tongket.programmes.load import load_programme
from tongket.registry.bodies import body_kind
from tongket.registry.units import load_units
from tongket.road.periods import period_named
from tongket.road.units import unit_named


def make_template(
    programme: str | Path,
    out: str | Path,
    *,
    unit: str = "",
    body: str = "",
    period: str = "",
    facts: str | Path | None = None,
    units_file: str | Path | None = None,
) -> Filled:
    """Write the workbook in which a body answers ``programme`` to ``out``; gives what it was made for.

    ``unit`` is an id or a name, ``period`` as people write it ('quý I/2026') or 'start/end'. Of ``facts``, what the
    unit still keeps stands in the workbook already.

    Raises:
        ProgrammeError: there is no such programme, or it or the units file holds a mistake.
        ReadError: the unit or the period is not known, or the folder of facts is damaged.
    """
    followed, registry = load_programme(programme), load_units(Path(units_file) if units_file else None)
    span = period_named(period, followed) if period else None
    start, end = (span.start, span.end) if span else (followed.period_start, followed.period_end)
    found = unit_named(unit, registry, end) if unit else ""
    known = registry.unit(found, end or None) or registry.unit(found)
    filled = Filled(
        followed, registry, found, body or (f"Ủy ban nhân dân {known.full_name}" if known else ""), start, end
    )
    folder = Path(facts) if facts else None
    write_template(
        Path(out),
        filled,
        read_entries(folder) if folder else (),
        read_observations(folder) if folder else (),
    )
    return filled


NO_REGISTERS = N_("It keeps no registers; write a module that has them under 'modules', such as S03 (docs/modules.md).")


def find_register(programme: Programme, code: str) -> Register:
    """The register of that code.

    Raises:
        ProgrammeError: there is none.
    """
    register = programme.register(code)
    if register is None:
        raise ProgrammeError(
            N_("the programme '{programme}' has no register '{code}'."),
            N_("Write one of: {choices}.") if programme.registers else NO_REGISTERS,
            programme=programme.code,
            code=code,
            choices=", ".join(one.code for one in programme.registers),
        )
    return register


def add_entry(
    programme: str | Path,
    register: str,
    given: Mapping[str, str],
    facts: str | Path,
    *,
    unit: str,
    body: str,
    units_file: str | Path | None = None,
) -> tuple[Entry, Written]:
    """Add one entry to a register in the folder ``facts``; ``given`` is what stands under each column, as text.

    Without a number it gets the next one of its keeper; with the number of an entry that is there, it revises that.
    Points of a score sheet stand under the codes of the criteria: 'own', 'own/appraised', 'own/appraised/reason'.

    Raises:
        ProgrammeError: there is no such programme or register.
        EntryError: what is given cannot be used; every mistake of it.
        ReadError: the unit is not known, or the folder of facts is damaged or written by another program now.
    """
    followed, registry = load_programme(programme), load_units(Path(units_file) if units_file else None)
    book, folder = find_register(followed, register), Path(facts)
    kind = body_kind(body)
    keeper = Keeper(unit_named(unit, registry, given.get("on", "")), body, kind.code if kind else "")
    lines, cells = _score_lines(followed, book, given)
    found = read_entry(book, followed, cells, keeper, registry, lines=lines[0])
    mistakes = (*found.mistakes, *lines[1])
    if mistakes or found.entry is None:
        raise EntryError(tuple(ReadError(one.what, one.mend, where=one.column, **one.facts) for one in mistakes))
    entry = found.entry
    with only_writer(folder):  # two clerks may enter at once: each gets a number of its own
        if not entry.id:
            entry = replace(entry, id=_next_id(read_entries(folder), entry))
        # One entry is an import of its own: the same one twice writes nothing.
        digest = hashlib.sha256(repr(replace(entry, source="", source_sha256="")).encode()).hexdigest()
        entry = replace(entry, source_sha256=digest)
        return entry, write_entries(folder, [entry])


class EntryError(ReadError):
    """An entry that cannot be taken: all its mistakes, one a line."""

    def __init__(self, errors: tuple[ReadError, ...]) -> None:
        self.errors = errors
        first = errors[0]
        super().__init__(first.what, first.mend, where=first.where, **first.facts)

    def message(self, lang: str | None = None) -> str:
        """Every mistake in ``lang``, one a line."""
        return "\n".join(error.message(lang) for error in self.errors)


def _score_lines(
    programme: Programme, register: Register, given: Mapping[str, str]
) -> tuple[tuple[tuple[ScoreLine, ...], tuple[EntryMistake, ...]], dict[str, str]]:
    """The points among what is given, and the rest of it."""
    if register.kind != "score-sheet":
        return ((), ()), dict(given)
    known = {one.code for one in entry_columns(register, programme)}
    cards = scorecards(register, programme)
    card = next((one for one in cards if one.version == given.get("version")), cards[-1] if cards else None)
    points = {code: _three(words) for code, words in given.items() if code not in known}
    rest = {code: words for code, words in given.items() if code in known}
    return (read_lines(card, points) if card else ((), ())), rest


def _three(words: str) -> tuple[str, str, str]:
    own, appraised, reason = (*words.split("/", 2), "", "")[:3]
    return own, appraised, reason


def _next_id(entries: tuple[Entry, ...], entry: Entry) -> str:
    """The number of the entry of its keeper that says the same, or one that the keeper has not used in the register."""
    kept = [one for one in entries if (one.register, one.unit, one.body) == (entry.register, entry.unit, entry.body)]
    for one in kept:
        if replace(one, source="", source_sha256="", revision=1, place="") == replace(entry, id=one.id):
            return one.id
    used = {one.id for one in kept}
    return next(str(number) for number in range(len(used) + 1, 2 * len(used) + 3) if str(number) not in used)


def list_entries(facts: str | Path, register: str, *, unit: str = "", revisions: bool = False) -> tuple[Entry, ...]:
    """The entries of ``register`` in the folder ``facts``, by unit, body and number.

    Raises:
        ReadError: a file of the folder is damaged.
    """
    found = read_entries(Path(facts), register=register, all_revisions=revisions)
    return tuple(one for one in found if unit in ("", one.unit))


def hand_over_duties(
    facts: str | Path, day: str, *, units_file: str | Path | None = None, write: bool = False
) -> tuple[Transfer, ...]:
    """The open duties in the folder ``facts`` whose unit has ceased by ``day``, ISO, and who takes each over.

    With ``write`` both sides of each that a unit takes over whole are written: that it was handed over, and the same
    duty at its new keeper. What a person must decide stays as it is.

    Raises:
        ProgrammeError: the units file holds a mistake.
        ReadError: the folder of facts is damaged or written by another program now.
    """
    folder, registry = Path(facts), load_units(Path(units_file) if units_file else None)
    if not write:
        return tuple(transfers(read_entries(folder), registry, day))
    with only_writer(folder):
        found = tuple(transfers(read_entries(folder), registry, day))
        write_entries(folder, [side for one in found for side in _sides(one, day)])
    return found


def _sides(one: Transfer, day: str) -> Iterator[Entry]:
    """What is written of a duty that is handed over: an import of its own, named by the duty and the day."""
    digest = hashlib.sha256(repr((one.open, day)).encode()).hexdigest()
    for side in (one.closed, one.handed):
        if side is not None:
            yield replace(side, source="", source_sha256=digest)


def columns_of(programme: Programme, register: Register) -> tuple[Column, ...]:
    """The columns under which an entry of ``register`` is written."""
    return tuple(one for one in entry_columns(register, programme) if one.code != ID)
