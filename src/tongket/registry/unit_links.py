"""What became of a unit, as a units file writes it: ``ms-x4:people=1200,area=350.5 ~ms-x5:people=300,area=80``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.units import Share, ShareKey, Succession, Unit
from tongket.registry.history import next_day
from tongket.registry.unit_lines import Entry

if TYPE_CHECKING:
    from tongket.registry.units import Registry

KEYS: tuple[ShareKey, ...] = get_args(ShareKey)
_AMOUNT = re.compile(r"\d{1,15}(?:\.\d{1,2})?")
_EMPTY_HERE = ("code", "kind", "prefix", "name", "parent", "from", "to", "aliases", "body", "regime")


def is_share_line(entry: Entry, base: Registry) -> bool:
    """Whether the line adds shares to a built-in unit: its id and 'became' (and 'act', and the whole), nothing else."""
    cells = entry.cells
    return bool(
        cells.get("became")
        and not any(cells.get(column) for column in _EMPTY_HERE)
        and base.states(cells.get("id", ""))
    )


def read_shares(entry: Entry, base: Registry) -> Iterator[Succession]:
    """The successions of a built-in unit, with the shares of the line.

    Raises:
        ProgrammeError: the line does not name the unit's successors, all of them and no others.
    """
    unit_id = entry.cells["id"]
    known = {link.successor: link for link in base.successors(unit_id)}
    given = _became(entry)
    if [name for name, _, _ in given if name not in known] or len(given) != len(known):
        raise ProgrammeError(
            N_("The successors of '{id}' are {known}, the line names {given}."),
            N_("Name each of them once."),
            where=entry.where,
            id=unit_id,
            known=" ".join(known) or "-",
            given=" ".join(name for name, _, _ in given),
        )
    _check_shares(entry, unit_id, [shares for _, _, shares in given])
    for name, _, shares in given:
        yield replace(known[name], shares=shares, act=entry.cells.get("act") or known[name].act)


def read_links(entries: Sequence[Entry], states: Sequence[Unit], base: Registry) -> Iterator[Succession]:
    """What became of the units of the file.

    Raises:
        ProgrammeError: no last day, a successor that is not there on the day after, shares that cannot be.
    """
    by_id: dict[str, list[Unit]] = {}
    for state in states:
        by_id.setdefault(state.id, []).append(state)
    for entry, state in zip(entries, states, strict=True):
        given = _became(entry)
        if given and not state.valid_to:
            raise ProgrammeError(
                N_("'{name}' became another unit, but has no last day."),
                N_("Fill in 'to'."),
                where=entry.where,
                name=state.full_name,
            )
        _check_rest(entry, state, given)
        _check_shares(entry, state.full_name, [shares for _, _, shares in given])
        for name, whole, shares in given:
            day = next_day(state.valid_to)
            _check_successor(entry, state, name, by_id.get(name) or base.states(name), day)
            yield Succession(state.id, name, day, entry.cells.get("act", ""), whole and len(given) == 1, "", shares)


def _became(entry: Entry) -> list[tuple[str, bool, tuple[Share, ...]]]:
    """(successor, whole, shares) of each word of the cell."""
    found = []
    for word in entry.cells.get("became", "").split():
        name, _, shares = word.removeprefix("~").partition(":")
        found.append((name, not word.startswith("~"), tuple(_shares(entry, word, shares))))
    return found


def _shares(entry: Entry, word: str, text: str) -> Iterator[Share]:
    for part in text.split(",") if text else ():
        key, _, amount = part.partition("=")
        if key not in KEYS:
            raise ProgrammeError(
                N_("'{key}' in '{word}' is no kind of share."),
                N_("Use one of: {kinds}; write it like {example}."),
                where=entry.where,
                key=key,
                word=word,
                kinds=", ".join(KEYS),
                example="ms-x5:people=1200,area=350.5",
            )
        yield Share(key, _amount(entry, key, amount))


def _amount(entry: Entry, key: ShareKey, text: str) -> int:
    """Persons or households, or hectares times 100."""
    if not _AMOUNT.fullmatch(text) or (key != "area" and "." in text):
        raise ProgrammeError(
            N_("'{text}' is no amount of {key}."),
            N_("Write a whole number of people or households, and an area in hectares like 350.5."),
            where=entry.where,
            text=text,
            key=key,
        )
    return int(Decimal(text) * (100 if key == "area" else 1))


def _check_successor(entry: Entry, state: Unit, name: str, states: Sequence[Unit], day: str) -> None:
    if not states:
        raise ProgrammeError(
            N_("The successor '{successor}' of '{name}' is no unit."),
            N_("Give the id of a unit of this file, or a built-in id."),
            where=entry.where,
            successor=name,
            name=state.full_name,
        )
    if not any(one.valid_from <= day and (not one.valid_to or day <= one.valid_to) for one in states):
        raise ProgrammeError(
            N_("The successor '{successor}' of '{name}' does not live on {day}, the day after."),
            N_("Correct the dates of one of the two, or name another successor."),
            where=entry.where,
            successor=name,
            name=state.full_name,
            day=day,
        )


def _check_rest(entry: Entry, state: Unit, given: Sequence[tuple[str, bool, tuple[Share, ...]]]) -> None:
    if len(given) == 1 and not given[0][1]:
        raise ProgrammeError(
            N_("A part of '{name}' went to '{successor}'; where the rest went is not said."),
            N_("Name the other successors too, or take away the '~'."),
            where=entry.where,
            name=state.full_name,
            successor=given[0][0],
        )
    names = [name for name, _, _ in given]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise ProgrammeError(
            N_("The successor '{successor}' of '{name}' is named twice."),
            N_("Name it once, with all that went there."),
            where=entry.where,
            successor=twice,
            name=state.full_name,
        )


def _check_shares(entry: Entry, name: str, shares: Sequence[tuple[Share, ...]]) -> None:
    """By each key every successor has a share or none has, and together they are the whole where that is stated."""
    for key in KEYS:
        amounts = [one.amount for parts in shares for one in parts if one.key == key]
        if amounts and len(amounts) != len(shares):
            raise ProgrammeError(
                N_("Of '{name}' only some successors have a share by {key}, or one has two."),
                N_("Give each successor one share by {key}, or none of them."),
                where=entry.where,
                name=name,
                key=key,
            )
        whole = entry.cells.get(key, "")
        if whole and amounts and sum(amounts) != _amount(entry, key, whole):
            raise ProgrammeError(
                N_("The shares of '{name}' by {key} add up to {sum}, the whole is {whole}."),
                N_("Correct a share or the whole, or leave the whole out."),
                where=entry.where,
                name=name,
                key=key,
                sum=_written(sum(amounts), key),
                whole=whole,
            )
        if amounts and not sum(amounts):
            raise ProgrammeError(
                N_("All shares of '{name}' by {key} are 0."),
                N_("Give how much went to each, or leave these shares out."),
                where=entry.where,
                name=name,
                key=key,
            )
        if whole:
            _amount(entry, key, whole)


def _written(amount: int, key: ShareKey) -> str:
    return str(Decimal(amount) / 100) if key == "area" else str(amount)
