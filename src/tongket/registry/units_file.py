"""A units file of one's own (``docs/units.md``): TSV or YAML, with every mistake named by file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.bodies import Body
from tongket.model.units import Succession, Unit
from tongket.registry.unit_lines import Entry, listed, read_bodies, read_states
from tongket.registry.unit_links import is_share_line, read_links, read_shares

if TYPE_CHECKING:
    from tongket.registry.units import Registry

COLUMNS = (
    *("id", "code", "kind", "prefix", "name", "parent", "from", "to", "aliases", "became", "act"),
    *("people", "households", "area", "body", "regime"),
)
MUST = ("id", "kind", "name", "parent")
_MOST_BYTES = 20 << 20  # all units of the country since 2004 take a tenth of it


@dataclass(frozen=True, slots=True)
class OwnUnits:
    """What a units file adds: states of units in order of time, other spellings by id, successions, bodies."""

    states: tuple[Unit, ...]
    aliases: dict[str, tuple[str, ...]]
    links: tuple[Succession, ...]
    bodies: tuple[Body, ...]
    body_links: tuple[Succession, ...]


def read_units_file(path: Path, base: Registry) -> OwnUnits:
    """What the file adds to the built-in units.

    Raises:
        ProgrammeError: with file and line of the mistake, and how to mend it.
    """
    entries = list(_yaml_entries(path) if path.suffix.lower() in (".yaml", ".yml") else _tsv_entries(path))
    lines: dict[str, list[Entry]] = {"share": [], "body": [], "unit": []}
    for entry in entries:
        is_body = entry.cells.get("kind", "").lower() == "body"
        lines["body" if is_body else "share" if is_share_line(entry, base) else "unit"].append(entry)
    own = lines["unit"]
    states = read_states(own, base)
    links = [*read_links(own, states, base), *(link for entry in lines["share"] for link in read_shares(entry, base))]
    aliases: dict[str, tuple[str, ...]] = {}
    for entry, state in zip(own, states, strict=True):
        aliases[state.id] = aliases.get(state.id, ()) + listed(entry.cells.get("aliases", ""))
    found, body_links = read_bodies(lines["body"], states, base)
    in_time = sorted(states, key=lambda state: state.valid_from)
    return OwnUnits(tuple(in_time), aliases, tuple(links), tuple(found), tuple(body_links))


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
        cells = {str(key.value): _yaml_text(str(key.value), value) for key, value in item.value}
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


def _yaml_text(key: str, value: Any) -> str:
    """A value as a cell writes it; a list with the cell's own separator."""
    if isinstance(value, yaml.SequenceNode):
        return ("; " if key == "aliases" else " ").join(str(item.value) for item in value.value)
    return "" if value.tag.endswith(":null") else str(value.value)
