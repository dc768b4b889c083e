"""``tongket facts template|add|list``: workbooks to fill in, and single entries of registers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.facts import units_option
from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import SpokenCommand, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.vietnamese.dates import printed_day

if TYPE_CHECKING:
    from tongket.model.entries import Entry

programme_option = click.option(
    "-p",
    "--programme",
    cls=SpokenOption,
    required=True,
    help=N_("A built-in programme, or the path of one's own."),
)


@click.command(
    cls=SpokenCommand,
    help=N_("Make a workbook in which a body fills in what a programme asks: its registers and forms."),
)
@click.argument("programme")
@click.option(
    "--unit", cls=SpokenOption, default="", help=N_("Id or name of the unit; without it, the cover asks for it.")
)
@click.option("--body", cls=SpokenOption, default="", help=N_("Full name of the body that reports."))
@click.option("--period", cls=SpokenOption, default="", help=N_("A period: its name, or START/END."))
@click.option(
    "--facts",
    "folder",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("A folder of facts: what the unit still keeps stands in the workbook already."),
)
@click.option(
    "-o", "--out", cls=SpokenOption, required=True, type=click.Path(path_type=Path), help=N_("The .xlsx file.")
)
@units_option
@lang_option
def template(
    programme: str, unit: str, body: str, period: str, folder: Path | None, out: Path, units_file: Path | None
) -> None:
    """Exit 2 when nothing was written."""
    from tongket.road.entries import make_template

    try:
        filled = make_template(programme, out, unit=unit, body=body, period=period, facts=folder, units_file=units_file)
    except TongketError as error:
        fail(error)
    words = N_("{file}: {registers} registers and {forms} forms of '{programme}'.")
    followed = filled.programme
    click.echo(
        say(words, file=out, registers=len(followed.registers), forms=len(followed.forms), programme=followed.title)
    )


@click.command(
    cls=SpokenCommand,
    help=N_("Add one entry to a register: FIELD=VALUE ...; the number of an entry that is there revises it."),
)
@click.argument("register")
@click.argument("fields", nargs=-1, metavar="FIELD=VALUE...")
@programme_option
@click.option("--into", cls=SpokenOption, type=click.Path(path_type=Path), help=N_("The folder of facts."))
@click.option("--unit", cls=SpokenOption, default="", help=N_("Id or name of a unit."))
@click.option("--body", cls=SpokenOption, default="", help=N_("Full name of the body that reports."))
@units_option
@lang_option
def add(
    register: str,
    fields: tuple[str, ...],
    programme: str,
    into: Path | None,
    unit: str,
    body: str,
    units_file: Path | None,
) -> None:
    """Without FIELD=VALUE, say which fields there are. Exit 2 when nothing was added."""
    from tongket.road.entries import add_entry

    if not fields:
        _print_columns(programme, register)
        return
    if into is None or not unit or not body:
        missing = [name for name, given in (("--into", into), ("--unit", unit), ("--body", body)) if not given]
        raise click.UsageError(say(N_("Missing: {options}."), options=", ".join(missing)))
    given = {name.strip(): value for name, _, value in (field.partition("=") for field in fields)}
    try:
        entry, written = add_entry(programme, register, given, into, unit=unit, body=body, units_file=units_file)
    except TongketError as error:
        fail(error)
    words = N_("no change: the entry {id} of {register} says that already.")
    if written.new:
        words = N_("added: entry {id} of {register}.")
    elif written.revised:
        words = N_("revised: entry {id} of {register}.")
    click.echo(say(words, id=entry.id, register=register))


def _print_columns(programme: str, register: str) -> None:
    from tongket.programmes.load import load_programme
    from tongket.road.entries import columns_of, find_register

    try:
        followed = load_programme(programme)
        book = find_register(followed, register)
    except TongketError as error:
        fail(error)
    click.echo(f"{book.name}. {book.definition}".strip())
    for column in columns_of(followed, book):
        needed = " *" if column.required else ""
        click.echo(f"  {column.code}{needed}: {column.title}" + (f" - {column.note}" if column.note else ""))
        if column.choices:
            click.echo("      " + "; ".join(f"{code} ({name})" for code, name in column.choices))


@click.command("list", cls=SpokenCommand, help=N_("List the entries of a register that a folder of facts holds."))
@click.argument("register")
@click.option(
    "--in", "folder", cls=SpokenOption, required=True, type=click.Path(path_type=Path), help=N_("The folder of facts.")
)
@click.option("--unit", cls=SpokenOption, default="", help=N_("Id of a unit."))
@click.option("--revisions", cls=SpokenOption, is_flag=True, help=N_("Earlier revisions, too."))
@lang_option
def list_entries_(register: str, folder: Path, unit: str, revisions: bool) -> None:
    """One line an entry; exit 2 when the folder cannot be read."""
    from tongket.road.entries import list_entries

    try:
        found = list_entries(folder, register, unit=unit, revisions=revisions)
    except TongketError as error:
        fail(error)
    for entry in found:
        click.echo(_line(entry))
    click.echo(say(N_("{count} entries."), count=len(found)), err=True)


def _line(entry: Entry) -> str:
    from tongket.exchange.templates.columns import STATE_WORDS

    days = " - ".join(printed_day(day) for day in (entry.on, entry.until) if day)
    told = "; ".join(f"{one.field}={one.text or ('' if one.amount is None else one.amount)}" for one in entry.fields)
    state = getattr(entry, "state", "")
    state = say(STATE_WORDS[state]) if state in STATE_WORDS else state
    revision = say(N_("revision {revision}"), revision=entry.revision) if entry.revision > 1 else ""
    parts = (entry.id, entry.unit, entry.body, days, entry.title, state, told, "; ".join(entry.directives), revision)
    return " · ".join(part for part in parts if part)
