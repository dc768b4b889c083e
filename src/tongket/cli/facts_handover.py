"""``tongket facts hand-over``: open duties of units that have ceased, to the units that took their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.facts import units_option
from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import SpokenCommand, SpokenOption
from tongket.cli.units import Day
from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.vietnamese.dates import printed_day

if TYPE_CHECKING:
    from tongket.consolidating.transferring import Transfer


@click.command(
    cls=SpokenCommand,
    help=N_("List the open duties of units that have ceased, and who takes them over; --write hands them over."),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--on", "day", cls=SpokenOption, type=Day(), required=True, help=N_("The day of the handing over."))
@click.option("--write", cls=SpokenOption, is_flag=True, help=N_("Write both sides into the folder of facts."))
@units_option
@lang_option
def hand_over(folder: Path, day: str, write: bool, units_file: Path | None) -> None:
    """One line a duty; exit 2 when the folder cannot be read or written, 1 when a person must decide on one."""
    from tongket.road.entries import hand_over_duties

    try:
        found = hand_over_duties(folder, day, units_file=units_file, write=write)
    except TongketError as error:
        fail(error)
    for one in found:
        click.echo(_line(one))
    told = N_("Open duties of units that have ceased: {count}; handed over: {handed}.")
    if not write:
        told = N_("Open duties of units that have ceased: {count}; with --write are handed over: {handed}.")
    click.echo(say(told, count=len(found), handed=sum(one.handed is not None for one in found)), err=True)
    raise SystemExit(int(any(one.handed is None for one in found)))


def _line(one: Transfer) -> str:
    due = printed_day(one.open.due) if one.open.due else ""
    if one.handed is not None:
        to = say(N_("to {body}, as number {id}"), body=one.handed.body, id=one.handed.id)
    else:
        to = say(N_("decide who takes it over: {units}"), units=", ".join(one.heirs) or "?")
    parts = (one.open.register, one.open.id, one.open.body, due, one.open.title, to)
    return " · ".join(part for part in parts if part)
