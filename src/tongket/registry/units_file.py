"""A units file of one's own (``docs/units.md``): TSV or YAML, with every mistake named by file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.units import Succession, Unit

if TYPE_CHECKING:
    from tongket.registry.units import Registry

COLUMNS = ("id", "code", "kind", "prefix", "name", "parent", "from", "to", "aliases", "became", "act")
MUST = ("id", "kind", "name", "parent")
KINDS = ("province", "district", "commune", "hamlet")
_MOST_BYTES = 20 << 20  # all units of the country since 2004 take a tenth of it
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the file: its place, and its cells by column name, all as text."""

    where: str
    cells: dict[str, str]


def read_units_file(path: Path, base: Registry) -> tuple[list[Unit], dict[str, tuple[str, ...]], list[Succession]]:
    """States of units in order of time, other spellings by id, and successions.

    Raises:
        ProgrammeError: with file and line of the mistake, and how to mend it.
    """
    entries = list(_yaml_entries(path) if path.suffix.lower() in (".yaml", ".yml") else _tsv_entries(path))
    states = [_state(entry, base) for entry in entries]
    _check_parents(entries, states, base)
    _check_overlaps(entries, states)
    links = [link for entry, state in zip(entries, states, strict=True) for link in _links(entry, state, states, base)]
    aliases: dict[str, tuple[str, ...]] = {}
    for entry, state in zip(entries, states, strict=True):
        names = tuple(name.strip() for name in entry.cells.get("aliases", "").split(";") if name.strip())
        aliases[state.id] = aliases.get(state.id, ()) + names
    return sorted(states, key=lambda state: state.valid_from), aliases, links


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ProgrammeError(
                N_("The units file is larger than {limit} MB."),
                N_("Check that it is the list of units, and leave in it the units of this round alone."),
                where=str(path),
                limit=_MOST_BYTES >> 20,
            )
        raw = path.read_bytes()
    except OSError as error:
        raise ProgrammeError(
            N_("The units file cannot be opened."), N_("Check its name and place."), where=str(path)
        ) from error
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ProgrammeError(
            N_("The units file is not Unicode text."),
            N_("Save it as UTF-8, or from Excel as 'Unicode Text'."),
            where=str(path),
        ) from error


def _tsv_entries(path: Path) -> Iterator[Entry]:
    columns: list[str] = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        where = f"{path}:{number}"
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        cells = [cell.strip().removeprefix('"').removesuffix('"') for cell in line.split("\t")]
        if not columns:
            columns = [cell.lower() for cell in cells]
            _check_columns(columns, where)
            continue
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            raise ProgrammeError(
                N_("The line has {cells} cells, the header names {columns}."),
                N_("Put one tab between two cells, and none inside a cell."),
                where=where,
                cells=len(cells),
                columns=len(columns),
            )
        yield Entry(where, dict(zip(columns, cells, strict=False)))
    if not columns:
        _check_columns([], f"{path}:1")


def _check_columns(columns: list[str], where: str) -> None:
    missing = [name for name in MUST if name not in columns]
    unknown = [name for name in columns if name and name not in COLUMNS]
    if missing or unknown:
        raise ProgrammeError(
            N_("The header of the units file lacks {missing} or has columns that are not known: {unknown}."),
            N_("Name these columns in the first line, with tabs between: {columns}."),
            where=where,
            missing=", ".join(missing) or "-",
            unknown=", ".join(unknown) or "-",
            columns=", ".join(COLUMNS),
        )


def _yaml_entries(path: Path) -> Iterator[Entry]:
    try:
        node = yaml.compose(_text(path), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ProgrammeError(
            N_("The YAML is broken here."),
            N_("Check the indent, the quotes and the commas of this line and the one before."),
            where=f"{path}:{mark.line + 1 if mark else 1}",
        ) from error
    for item in _yaml_units(node, path):
        where = f"{path}:{item.start_mark.line + 1}"
        if not isinstance(item, yaml.MappingNode):
            raise ProgrammeError(
                N_("A unit must be written as keys with values."),
                N_("Write it like: {example}"),
                where=where,
                example="- {id: ms-01, kind: commune, prefix: xã, name: Lũng Ẳng, parent: ms}",
            )
        cells = {str(key.value): "" if value.tag.endswith(":null") else str(value.value) for key, value in item.value}
        unknown = [name for name in cells if name not in COLUMNS]
        if unknown:
            raise ProgrammeError(
                N_("The key '{key}' is not known."),
                N_("Use one of: {keys}."),
                where=where,
                key=unknown[0],
                keys=", ".join(COLUMNS),
            )
        yield Entry(where, cells)


def _yaml_units(node: Any, path: Path) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "units" and isinstance(value, yaml.SequenceNode):
                return list(value.value)
    raise ProgrammeError(
        N_("The file has no list 'units'."), N_("Begin it with 'units:' and list the units below."), where=f"{path}:1"
    )


def _state(entry: Entry, base: Registry) -> Unit:
    cells = entry.cells
    for name in MUST:
        if not cells.get(name):
            raise ProgrammeError(N_("The unit has no '{column}'."), N_("Fill it in."), where=entry.where, column=name)
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
    start, end = (_day(entry, column) for column in ("from", "to"))
    if start and end and end < start:
        raise ProgrammeError(
            N_("The unit ends on {end}, before it begins on {start}."),
            N_("Correct one of the two dates."),
            where=entry.where,
            start=start,
            end=end,
        )
    code, prefix = cells.get("code", ""), cells.get("prefix", "").lower()
    return Unit(cells["id"], code, kind, prefix, cells["name"], cells["parent"], start, end)  # type: ignore[arg-type]  # kind was looked up above


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


def _check_parents(entries: list[Entry], states: list[Unit], base: Registry) -> None:
    known = {state.id for state in states}
    for entry, state in zip(entries, states, strict=True):
        if (state.parent not in known and not base.states(state.parent)) or state.parent == state.id:
            raise ProgrammeError(
                N_("The parent '{parent}' of '{name}' is no unit."),
                N_("Give the id of a unit of this file, a built-in id, or 'vn' for a province."),
                where=entry.where,
                parent=state.parent,
                name=state.full_name,
            )


def _check_overlaps(entries: list[Entry], states: list[Unit]) -> None:
    seen: dict[str, list[Unit]] = {}
    for entry, state in zip(entries, states, strict=True):
        for other in seen.setdefault(state.id, []):
            if (not state.valid_to or other.valid_from <= state.valid_to) and (
                not other.valid_to or state.valid_from <= other.valid_to
            ):
                raise ProgrammeError(
                    N_("The id '{id}' stands on two lines whose dates overlap."),
                    N_("Give each unit its own id; for a renamed unit, end the first line before the next begins."),
                    where=entry.where,
                    id=state.id,
                )
        seen[state.id].append(state)


def _links(entry: Entry, state: Unit, states: list[Unit], base: Registry) -> Iterator[Succession]:
    names = entry.cells.get("became", "").split()
    if names and not state.valid_to:
        raise ProgrammeError(
            N_("'{name}' became another unit, but has no last day."),
            N_("Fill in 'to'."),
            where=entry.where,
            name=state.full_name,
        )
    known = {one.id for one in states}
    for name in names:
        successor = name.lstrip("~")
        if successor not in known and not base.states(successor):
            raise ProgrammeError(
                N_("The successor '{successor}' of '{name}' is no unit."),
                N_("Give the id of a unit of this file, or a built-in id."),
                where=entry.where,
                successor=successor,
                name=state.full_name,
            )
        day = (date.fromisoformat(state.valid_to) + timedelta(days=1)).isoformat()
        yield Succession(state.id, successor, day, entry.cells.get("act", ""), not name.startswith("~"))
