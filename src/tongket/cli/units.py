"""``tongket units``: find a unit of any date, and see what it was made from and what became of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from tongket.cli.listing import print_json, print_table
from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import SpokenGroup, SpokenOption
from tongket.cli.units_rows import (
    BODY_COLUMNS,
    HISTORY_COLUMNS,
    SERIES_COLUMNS,
    UNIT_COLUMNS,
    body_json,
    body_row,
    named,
    part_json,
    part_row,
    shown,
    step_json,
    step_row,
    title,
    unit_json,
    unit_row,
)
from tongket.errors import TongketError
from tongket.messages import N_, say

if TYPE_CHECKING:
    from tongket.model.units import Unit
    from tongket.registry.units import Registry

_MOST_SIMILAR = 10
_VIETNAMESE_DAY = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})")


def _iso(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest Click
    """A day, month or year: '2025-07-01', '01/7/2025', '7/2025', '2025'; its value is ISO, cut where unknown."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The ISO text; wrong usage otherwise."""
        text = _VIETNAMESE_DAY.sub(_iso, value.strip())
        try:
            date.fromisoformat(text + "-01-01"[max(len(text) - 4, 0) :])
        except ValueError:
            self.fail(say(N_("'{text}' is not a date; write it like 2025-07-01 or 01/7/2025."), text=value), param, ctx)
        return text


def _shared(function: Callable[..., None]) -> Callable[..., None]:
    """The options that every command has."""
    for option in (
        lang_option,
        click.option(
            "--units",
            "units_file",
            cls=SpokenOption,
            type=click.Path(path_type=Path),
            help=N_("A units file of one's own (docs/units.md), known beside the built-in units."),
        ),
        click.option("--json", "as_json", cls=SpokenOption, is_flag=True, help=N_("Print JSON, for programs.")),
    ):
        function = option(function)
    return function


on_option = click.option(
    "--on", cls=SpokenOption, type=Day(), help=N_("As it was on that day (or in that month or year).")
)
text_argument = click.argument("text", metavar="ID|TEXT")


@click.group(cls=SpokenGroup, help=N_("Find administrative units of any date, and what became of them."))
@lang_option
def units() -> None:
    """Hold the commands on units."""


@units.command(help=N_("Find units by name, old name or code: 'xã Trung Sơn, A Lưới', 'tt dak glei', 62."))
@click.argument("text")
@on_option
@_shared
def find(text: str, on: str | None, as_json: bool, units_file: Path | None) -> None:
    """List all units that fit; exit 1 when none does."""
    registry = _registry(units_file)
    found = _found(registry, text, on)
    if as_json:
        print_json([unit_json(registry, unit, on) for unit in found])
    elif found:
        _print_units(registry, found, on)
    if not found:
        _say_none(registry, text, on)
    raise SystemExit(0 if found else 1)


@units.command(help=N_("Show one unit: its states, what it was made from, what became of it."))
@text_argument
@on_option
@_shared
def show(text: str, on: str | None, as_json: bool, units_file: Path | None) -> None:
    """Show one unit; exit 2 when none or several fit."""
    registry = _registry(units_file)
    unit = _one(registry, text, on)
    states = registry.states(unit.id)
    last = states[-1].valid_to
    came = _ids(link.predecessor for link in registry.predecessors(unit.id))
    went = _ids(link.successor for link in registry.successors(unit.id))
    lies_in = _ids(_lies_in(registry, unit.id, last)) if last and not went else []
    below, bodies = registry.children(unit.id, last or _today()), registry.bodies(unit.id)
    if as_json:
        value = unit_json(registry, unit, on)
        value["states"] = [unit_json(registry, state) for state in states]
        value |= {"made_from": came, "became": went, "lies_in": lies_in, "children": len(below)}
        print_json(value | {"bodies": [body_json(body) for body in bodies]})
        return
    click.echo(title(registry, unit, on))
    print_table(UNIT_COLUMNS, [unit_row(registry, state) for state in states])
    for words, ids in (
        (N_("Made from: {units}"), came),
        (N_("Became: {units}"), went),
        (N_("Nothing took its place; its area lies in: {units}"), lies_in),
    ):
        if ids:
            click.echo(say(words, units=", ".join(named(registry, one) for one in ids)))
    if below:
        click.echo(say(N_("Units directly below: {count}"), count=len(below)))
    if bodies:
        print_table(BODY_COLUMNS, [body_row(body, registry.body_links()) for body in bodies])


@units.command(help=N_("Show what a unit came from and what it became: days, acts, whole or part."))
@text_argument
@on_option
@_shared
def history(text: str, on: str | None, as_json: bool, units_file: Path | None) -> None:
    """Show the chain of one unit; exit 2 when none or several fit."""
    from tongket.registry.history import chain

    registry = _registry(units_file)
    unit = _one(registry, text, on)
    steps = chain(registry, unit.id)
    if as_json:
        print_json({"unit": unit_json(registry, unit), "steps": [step_json(registry, step) for step in steps]})
        return
    click.echo(title(registry, unit, on))
    if not steps:
        click.echo(say(N_("The table knows no change of this unit.")))
        return
    print_table(HISTORY_COLUMNS, [step_row(step) for step in steps])


@units.command(help=N_("List the units directly below one."))
@text_argument
@on_option
@_shared
def children(text: str, on: str | None, as_json: bool, units_file: Path | None) -> None:
    """List them on a day: today, or the last day of a unit that has ended; exit 2 when none or several fit."""
    registry = _registry(units_file)
    unit = _one(registry, text, on)
    last = registry.states(unit.id)[-1].valid_to
    day = on or min(last or "9", _today())
    found = registry.children(unit.id, day)
    if as_json:
        print_json([unit_json(registry, child, day) for child in found])
        return
    click.echo(title(registry, unit, on))
    if found:
        _print_units(registry, found, day)
    else:
        click.echo(say(N_("The table knows no unit below it.")), err=True)


@units.command(help=N_("List the units of earlier dates whose figures a long series of a unit must add up."))
@text_argument
@click.option(
    "--as-of", cls=SpokenOption, type=Day(), help=N_("The day whose map is meant (default: today, or its last day).")
)
@_shared
def series(text: str, as_of: str | None, as_json: bool, units_file: Path | None) -> None:
    """List the parts of a unit's series; exit 2 when none or several fit, or it is not on the map of that day."""
    from tongket.registry.series import series as parts_of

    registry = _registry(units_file)
    unit = _one(registry, text, as_of)
    day = as_of or min(registry.states(unit.id)[-1].valid_to or "9", _today())
    parts = parts_of(registry, unit.id, day)
    if as_json:
        print_json({"unit": unit_json(registry, unit), "as_of": day, "parts": [part_json(registry, p) for p in parts]})
        return
    click.echo(title(registry, unit, day))
    print_table(SERIES_COLUMNS, [part_row(registry, part) for part in parts])
    if any(not part.whole for part in parts):
        click.echo(
            say(N_("Units of which only a part belongs to it stand beside the sum, unless their share is known."))
        )
    if any(part.is_end_unsure for part in parts):
        words = N_(
            "Where spans overlap, the day of the change is not known: for each period take the unit that reported."
        )
        click.echo(say(words))


def _registry(units_file: Path | None) -> Registry:
    from tongket.registry.units import load_units

    try:
        return load_units(units_file)
    except TongketError as error:
        fail(error)


def _found(registry: Registry, text: str, on: str | None) -> tuple[Unit, ...]:
    by_id = registry.unit(text.strip(), on)
    return (by_id,) if by_id else registry.find(text, on, strict=True)


def _one(registry: Registry, text: str, on: str | None) -> Unit:
    """The one unit that fits; exit 2 with the list of candidates when there are several, never a guess."""
    found = _found(registry, text, on)
    if len(found) == 1:
        return found[0]
    if not found:
        _say_none(registry, text, on)
        raise SystemExit(2)
    words = N_("'{text}' may be any of {count} units. Give the id, a day with --on, or the unit above after a comma.")
    click.echo(say(words, text=text, count=len(found)), err=True)
    _print_units(registry, found, on, sys.stderr)
    raise SystemExit(2)


def _say_none(registry: Registry, text: str, on: str | None) -> None:
    """Say that nothing fits; where a day is the reason, what fits at other times and where its figures belong then."""
    others = _found(registry, text, None) if on else ()
    if on is None or not others:
        words = N_("The table of units knows no '{text}'. Check the name, or leave out what follows the comma.")
        click.echo(say(words, text=text), err=True)
        near = registry.similar(text, on)
        if near:
            click.echo(say(N_("Names that are nearly the same:")), err=True)
            _print_units(registry, near[:_MOST_SIMILAR], on, sys.stderr)
        return
    click.echo(say(N_("'{text}' is not on the map of {day}; at other times:"), text=text, day=shown(on)), err=True)
    _print_units(registry, others, None, sys.stderr)
    for unit in others if len(others) == 1 else ():
        placed = registry.place(unit.id, on)
        words = N_("On that day its figures belong to {target} ({id}).")
        click.echo(say(words, target=named(registry, placed.target), id=placed.target), err=True)


def _ids(units: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(units))


def _lies_in(registry: Registry, unit_id: str, last: str) -> list[str]:
    """The units that hold the area of a unit that ended, on the day after."""
    from tongket.registry.history import next_day

    placed = registry.place(unit_id, next_day(last))
    return [piece.unit for piece in placed.pieces] or [placed.target]


def _print_units(registry: Registry, found: Sequence[Unit], on: str | None, stream: TextIO | None = None) -> None:
    print_table(UNIT_COLUMNS, [unit_row(registry, unit, on) for unit in found], stream)


def _today() -> str:
    from datetime import datetime, timedelta, timezone

    return datetime.now(timezone(timedelta(hours=7))).date().isoformat()  # the clock of Asia/Ho_Chi_Minh
