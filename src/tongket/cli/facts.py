"""``tongket facts``: take tables of values into a folder of facts, check what it holds, and look into it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import SpokenGroup, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say

if TYPE_CHECKING:
    from tongket.model.observations import Observation
    from tongket.road.facts import Shown

_MOST_LINES = 200  # on a terminal; a table takes them all


@click.group(cls=SpokenGroup, help=N_("Take values into a folder of facts, check them, and look into it."))
def facts() -> None:
    """Hold the commands on facts."""


units_option = click.option(
    "--units",
    "units_file",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("A units file of one's own (docs/units.md), known beside the built-in units."),
)


@facts.command(help=N_("Say what a folder of facts holds; with a filter, the values themselves."))
@click.argument("folder", metavar="FACTS", type=click.Path(path_type=Path))
@click.option("--indicator", cls=SpokenOption, default="", help=N_("Code of an indicator."))
@click.option("--unit", cls=SpokenOption, default="", help=N_("Id or name of a unit."))
@click.option("--period", cls=SpokenOption, default="", help=N_("A period: its name, or START/END."))
@click.option("--programme", cls=SpokenOption, default="", help=N_("Code of a programme."))
@click.option("--revisions", cls=SpokenOption, is_flag=True, help=N_("Earlier revisions, too."))
@click.option("--csv", "table", cls=SpokenOption, type=click.Path(path_type=Path), help=N_("Write the values here."))
@click.option("--json", "as_json", cls=SpokenOption, is_flag=True, help=N_("Print one JSON object, for programs."))
@units_option
@lang_option
def show(
    folder: Path,
    indicator: str,
    unit: str,
    period: str,
    programme: str,
    revisions: bool,
    table: Path | None,
    as_json: bool,
    units_file: Path | None,
) -> None:
    """Show what is held; exit 2 when the folder cannot be read."""
    from tongket.exchange.facts_json import shown_json
    from tongket.exchange.facts_table import write_facts_csv
    from tongket.road.facts import show_facts

    is_filtered = bool(indicator or unit or period or revisions)
    try:
        shown = show_facts(
            folder,
            indicator=indicator,
            unit=unit,
            period=period,
            programme=programme,
            revisions=revisions,
            units_file=units_file,
        )
        if table is not None:
            count = write_facts_csv(table, shown.observations, shown.programmes)
            click.echo(say(N_("{count} values written to {file}."), count=count, file=table), err=True)
        elif as_json:
            sys.stdout.buffer.write(shown_json(shown.held, shown.observations if is_filtered else ()))
        else:
            _print_count(shown)
            if is_filtered:
                _print_observations(shown)
            else:
                _print_held(shown)
    except TongketError as error:
        fail(error)


def _print_count(shown: Shown) -> None:
    held = shown.held
    click.echo(
        say(
            N_("{observations} values of {indicators} indicators and {units} units; {revised} were revised."),
            observations=held.observations,
            indicators=held.indicators,
            units=held.units,
            revised=held.revised,
        )
    )


def _print_held(shown: Shown) -> None:
    for one in shown.held.imports:
        words = N_(
            "{source} ({programme} v{version}): {observations} values, {units} units, periods to {first} - {last}"
        )
        click.echo(f"  {one.file}")
        click.echo(
            "    "
            + say(
                words,
                source=one.source,
                programme=one.programme,
                version=one.version,
                observations=one.observations,
                units=one.units,
                first=one.first,
                last=one.last,
            )
        )
    for period in shown.held.periods:
        words = N_("{period}: {observations} values, {numbers} with a number, {units} units, {indicators} indicators")
        facts_of = {name: getattr(period, name) for name in ("observations", "numbers", "units", "indicators")}
        click.echo("  " + say(words, period=period.period, **facts_of))


def _print_observations(shown: Shown) -> None:
    for count, one in enumerate(shown.observations):
        if count == _MOST_LINES:
            click.echo(say(N_("... the first {count}; --csv FILE writes all."), count=count))
            return
        click.echo(_line(one))


def _line(one: Observation) -> str:
    from decimal import Decimal

    from tongket.vietnamese.numbers import format_number

    ends = [end for end in (one.amount, one.amount_high) if end is not None]
    value = "-".join(format_number(Decimal(end).scaleb(-one.scale)) for end in ends) or say(STATUS_WORDS[one.status])
    code = f"{one.indicator}/{one.cell}" if one.cell else one.indicator
    parts = (code, one.unit, one.period, one.body, f"{one.qualifier} {value} {one.unit_word}".strip())
    revision = say(N_("revision {revision}"), revision=one.revision)
    passage = f"«{' '.join(one.passage.split())[:100]}»" if one.passage else ""
    return " · ".join(part for part in (*parts, revision, one.source, passage) if part)


STATUS_WORDS = {
    "reported": N_("(no number)"),
    "none-occurred": N_("none occurred"),
    "not-applicable": N_("not applicable"),
    "pending": N_("pending"),
    "estimated": N_("estimated"),
    "missing": N_("missing"),
}
