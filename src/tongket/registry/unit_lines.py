"""Lines of a units file as units and bodies (``docs/units.md``), each mistake named by its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.bodies import Body
from tongket.model.documents import Regime
from tongket.model.units import Succession, Unit, UnitKind
from tongket.registry.bodies import body_kinds
from tongket.registry.history import next_day
from tongket.vietnamese.unicode import key

if TYPE_CHECKING:
    from tongket.registry.units import Registry

RANKS: dict[str, int] = {"nation": 0, "province": 1, "district": 2, "commune": 3, "hamlet": 4}
KINDS = ("province", "district", "commune", "hamlet", "body")
REGIMES = ("state", "party", "front", "youth")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the file: its place, and its cells by column name, all as text."""

    where: str
    cells: dict[str, str]


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell that stand between semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def read_states(entries: Sequence[Entry], base: Registry) -> list[Unit]:
    """The state of a unit on each line, in order of the lines.

    Raises:
        ProgrammeError: an id, kind, date or parent that cannot be, or two states at the same time.
    """
    states = [_state(entry, base) for entry in entries]
    by_id: dict[str, list[Unit]] = {}
    for state in states:
        by_id.setdefault(state.id, []).append(state)
    begun: dict[str, list[Unit]] = {}
    within: dict[int, Unit] = {}
    for number in sorted(range(len(states)), key=lambda one: RANKS[states[one].kind]):  # from above: parents first
        state = states[number]
        parents = begun.get(state.parent) or by_id.get(state.parent) or base.states(state.parent)
        within[number] = _within_parent(entries[number], state, parents)
        begun.setdefault(state.id, []).append(within[number])
    found = [within[number] for number in range(len(states))]
    _check_overlaps(entries, found)
    return found


def _state(entry: Entry, base: Registry) -> Unit:
    cells = entry.cells
    _check_filled(entry, ("id", "kind", "name", "parent"))
    if not _ID.fullmatch(cells["id"]) or base.states(cells["id"]):
        raise ProgrammeError(
            N_("The id '{id}' is not allowed here, or is a built-in unit's."),
            N_("Choose another one of letters, digits, points and hyphens."),
            where=entry.where,
            id=cells["id"],
        )
    kind = cells["kind"].lower()
    if kind not in KINDS:
        raise ProgrammeError(
            N_("The kind '{kind}' is not known."),
            N_("Use one of: {kinds}."),
            where=entry.where,
            kind=cells["kind"],
            kinds=", ".join(KINDS),
        )
    start, end = _days(entry)
    code, prefix = cells.get("code", ""), cells.get("prefix", "").lower()
    return Unit(cells["id"], code, cast("UnitKind", kind), prefix, cells["name"], cells["parent"], start, end)


def _check_filled(entry: Entry, columns: Sequence[str]) -> None:
    for name in columns:
        if not entry.cells.get(name):
            raise ProgrammeError(N_("The unit has no '{column}'."), N_("Fill it in."), where=entry.where, column=name)


def _days(entry: Entry) -> tuple[str, str]:
    start, end = (_day(entry, column) for column in ("from", "to"))
    if start and end and end < start:
        raise ProgrammeError(
            N_("The unit ends on {end}, before it begins on {start}."),
            N_("Correct one of the two dates."),
            where=entry.where,
            start=start,
            end=end,
        )
    return start, end


def _day(entry: Entry, column: str) -> str:
    text = entry.cells.get(column, "")
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise ProgrammeError(
            N_("'{text}' is not a date."),
            N_("Write year, month and day like 2025-07-01."),
            where=entry.where,
            text=text,
        ) from error


def _within_parent(entry: Entry, state: Unit, parents: Sequence[Unit]) -> Unit:
    """The state, begun with its parent where it says no first day; its parent lives as long as it does."""
    if not parents or state.parent == state.id:
        raise ProgrammeError(
            N_("The parent '{parent}' of '{name}' is no unit."),
            N_("Give the id of a unit of this file, a built-in id, or 'vn' for a province."),
            where=entry.where,
            parent=state.parent,
            name=state.full_name,
        )
    if RANKS[parents[0].kind] >= RANKS[state.kind]:
        raise ProgrammeError(
            N_("'{name}' cannot stand below '{parent}', which is of the same level or a lower one."),
            N_("Give the id of a unit of a higher level as parent, or correct the kind."),
            where=entry.where,
            name=state.full_name,
            parent=parents[0].full_name,
        )
    first = min(parent.valid_from for parent in parents)
    last = "" if any(not parent.valid_to for parent in parents) else max(parent.valid_to for parent in parents)
    begun = replace(state, valid_from=state.valid_from or first)
    if begun.valid_from < first or (last and (not begun.valid_to or begun.valid_to > last)):
        raise ProgrammeError(
            N_("'{name}' ({from_} to {to}) lives outside the dates of its parent '{parent}' ({first} to {last})."),
            N_(
                "Correct the dates, or give the unit a line for each parent that it had; a unit ends when its parent "
                "does."
            ),
            where=entry.where,
            name=state.full_name,
            from_=begun.valid_from or "...",
            to=begun.valid_to or "...",
            parent=parents[-1].full_name,
            first=first or "...",
            last=last or "...",
        )
    return begun


def overlap(one: Unit | Body, other: Unit | Body) -> bool:
    """Whether both live on some day."""
    return (not one.valid_to or other.valid_from <= one.valid_to) and (
        not other.valid_to or one.valid_from <= other.valid_to
    )


def _check_overlaps(entries: Sequence[Entry], states: Sequence[Unit]) -> None:
    """One id, one code, or one name below a parent stand for one unit on any day."""
    seen: dict[tuple[str, str], list[Unit]] = {}
    for entry, state in zip(entries, states, strict=True):
        keys = [("id", state.id), ("name", f"{state.parent} {key(state.full_name)}")]
        if state.code:
            keys.append(("code", f"{state.kind} {state.code}"))
        for same in keys:
            others = seen.setdefault(same, [])
            for other in others:
                if overlap(state, other):
                    _refuse_overlap(entry, state, other, same[0])
            others.append(state)


def _refuse_overlap(entry: Entry, state: Unit, other: Unit, same: str) -> None:
    if same == "id":
        raise ProgrammeError(
            N_("The id '{id}' stands on two lines whose dates overlap."),
            N_("Give each unit its own id; for a renamed unit, end the first line before the next begins."),
            where=entry.where,
            id=state.id,
        )
    raise ProgrammeError(
        N_("'{name}' ({id}) and '{other}' ({other_id}) have the same {same} and live on the same days."),
        N_("End the older one with 'to' on the day before the newer one begins, or correct the {same}."),
        where=entry.where,
        name=state.full_name,
        id=state.id,
        other=other.full_name,
        other_id=other.id,
        same=same,
    )


def read_bodies(
    entries: Sequence[Entry], states: Sequence[Unit], base: Registry
) -> tuple[list[Body], list[Succession]]:
    """The bodies of one's own, and what became of them.

    Raises:
        ProgrammeError: an unknown unit, kind of body or successor, or dates that cannot be.
    """
    units = {state.id for state in states}
    bodies = [_body(entry, units, base) for entry in entries]
    for number, (entry, body) in enumerate(zip(entries, bodies, strict=True)):
        if any(body.id == other.id and overlap(body, other) for other in bodies[:number]):
            raise ProgrammeError(
                N_("The id '{id}' stands on two lines whose dates overlap."),
                N_("Give each unit its own id; for a renamed unit, end the first line before the next begins."),
                where=entry.where,
                id=body.id,
            )
    links = [link for entry, body in zip(entries, bodies, strict=True) for link in _body_links(entry, body, bodies)]
    return bodies, links


def _body(entry: Entry, units: set[str], base: Registry) -> Body:
    cells = entry.cells
    _check_filled(entry, ("id", "name", "parent"))
    kinds = {kind.code: kind for kind in body_kinds()}
    kind, regime = cells.get("body", ""), cells.get("regime", "").lower()
    if not _ID.fullmatch(cells["id"]) or cells["id"] in kinds or cells["id"] in units or base.states(cells["id"]):
        raise ProgrammeError(
            N_("The id '{id}' is not allowed here, or is a built-in unit's."),
            N_("Choose another one of letters, digits, points and hyphens."),
            where=entry.where,
            id=cells["id"],
        )
    if cells["parent"] not in units and not base.states(cells["parent"]):
        raise ProgrammeError(
            N_("The parent '{parent}' of '{name}' is no unit."),
            N_("Give the id of a unit of this file, a built-in id, or 'vn' for a province."),
            where=entry.where,
            parent=cells["parent"],
            name=cells["name"],
        )
    for column, value, known in (("body", kind, tuple(kinds)), ("regime", regime, REGIMES)):
        if value and value not in known:
            raise ProgrammeError(
                N_("'{value}' is not known in column '{column}'."),
                N_("Use one of: {kinds}."),
                where=entry.where,
                value=value,
                column=column,
                kinds=", ".join(known),
            )
    start, end = _days(entry)
    regime = regime or (kinds[kind].regime if kind else "state")
    names = listed(cells.get("aliases", "")) + listed(cells.get("code", ""))
    own = kind or cells["id"]
    return Body(own, cells["parent"], cells["name"], cells["id"], cast("Regime", regime), names, start, end)


def _body_links(entry: Entry, body: Body, bodies: Sequence[Body]) -> list[Succession]:
    names = entry.cells.get("became", "").split()
    if names and not body.valid_to:
        raise ProgrammeError(
            N_("'{name}' became another unit, but has no last day."),
            N_("Fill in 'to'."),
            where=entry.where,
            name=body.name,
        )
    links = []
    for name in names:
        day = next_day(body.valid_to)
        successor = name.removeprefix("~")
        heirs = [one for one in bodies if one.id == successor]
        if not any(one.valid_from <= day and (not one.valid_to or day <= one.valid_to) for one in heirs):
            raise ProgrammeError(
                N_("The successor '{successor}' of '{name}' is no body that lives on {day}."),
                N_("Give the id of a body of this file, and see that its dates hold that day."),
                where=entry.where,
                successor=successor,
                name=body.name,
                day=day,
            )
        act = entry.cells.get("act", "")
        links.append(Succession(body.id, successor, day, act, not name.startswith("~")))
    return links
