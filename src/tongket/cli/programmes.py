"""``tongket programmes``: list, show, check and compare what is asked."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import SpokenGroup, SpokenOption
from tongket.errors import ProgrammeError, TongketError
from tongket.messages import N_, say

if TYPE_CHECKING:
    from tongket.model.programmes import Programme
    from tongket.programmes.checking import Checked


@click.group(
    cls=SpokenGroup,
    help=N_("Look into programmes (what is asked about a directive), check and compare them."),
    elsewhere={
        "blank": "tongket.cli.programmes_new:blank",
        "new": "tongket.cli.programmes_new:new",
    },
)
@lang_option
def programmes() -> None:
    """Hold the commands on programmes."""


CANNOT_WRITE = N_("The file cannot be written there.")
CHOOSE_ANOTHER = N_("Close it in other programs, or choose another place.")
json_option = click.option(
    "--json", "as_json", cls=SpokenOption, is_flag=True, help=N_("Print one JSON object, for programs.")
)


@programmes.command("list", help=N_("List the programmes that come with the package."))
@json_option
@lang_option
def list_(as_json: bool) -> None:
    """One line a programme."""
    from tongket.programmes.load import list_programmes

    known = list_programmes()
    if as_json:
        heads = [
            {"code": one.code, "version": one.version, "title": one.title, "indicators": len(one.indicators)}
            for one in known
        ]
        _print_json({"programmes": heads})
        return
    for one in known:
        count = say(N_("{count} indicators"), count=len(one.indicators))
        click.echo(f"{one.code:<10} {say(N_('version {version}'), version=one.version)}, {count}: {one.title}")


@programmes.command(help=N_("Say what a programme asks, of whom and by when; with an indicator's code, all about it."))
@click.argument("name")
@click.argument("indicator", required=False)
@click.option(
    "--xlsx",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("Write the programme as an Excel workbook, which can be edited and read again."),
)
@click.option(
    "--yaml",
    "folder",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("Write the programme as YAML files into this folder."),
)
@json_option
@lang_option
def show(name: str, indicator: str | None, xlsx: Path | None, folder: Path | None, as_json: bool) -> None:
    """Print it, or write it as a workbook or as YAML."""
    from tongket.programmes.load import load_programme

    try:
        programme = load_programme(name)
        if xlsx is not None or folder is not None:
            _write(programme, xlsx, folder)
            return
    except TongketError as error:
        fail(error)
    except OSError as error:
        fail(ProgrammeError(CANNOT_WRITE, CHOOSE_ANOTHER, where=str(error.filename or xlsx or folder)))
    if indicator is not None:
        _show_indicator(programme, indicator, as_json=as_json)
    elif as_json:
        from tongket.programmes.tree import programme_tree

        _print_json({**programme_tree(programme), "hash": programme.hash})
    else:
        from tongket.writing.programme_card import programme_card

        for line in programme_card(programme):
            click.echo(line)


def _write(programme: Programme, xlsx: Path | None, folder: Path | None) -> None:
    """Write the forms that are asked for, and say which files there are now."""
    if xlsx is not None:
        from tongket.exchange.programme_workbook import programme_workbook

        xlsx.write_bytes(programme_workbook(programme))
        click.echo(xlsx)
    if folder is not None:
        from tongket.programmes.yaml_writing import write_programme

        for file in write_programme(programme, folder):
            click.echo(file)


def _show_indicator(programme: Programme, code: str, *, as_json: bool) -> None:
    from tongket.programmes.check_indicators import unknown_indicator
    from tongket.programmes.tree import programme_tree
    from tongket.writing.programme_card import indicator_card

    indicator = programme.indicator(code)
    if indicator is None:
        fail(unknown_indicator(programme, code))
    if as_json:
        entries = programme_tree(programme).get("indicators", [])
        _print_json(next((one for one in entries if one["code"] == code), {"code": code, "module": indicator.module}))
        return
    for line in indicator_card(programme, indicator):
        click.echo(line)


@programmes.command(
    help=N_("Check programmes (folder, YAML file or workbook): 0 all right, 1 mistakes, 2 a file cannot be read.")
)
@click.argument("names", nargs=-1, required=True)
@json_option
@lang_option
def check(names: tuple[str, ...], as_json: bool) -> None:
    """Name every mistake with its place and mend."""
    from tongket.programmes.checking import checked

    worst, told = 0, []
    for name in names:
        try:
            found = checked(name)
        except TongketError as error:
            click.echo(error.message(), err=True)
            worst = 2
            continue
        worst = max(worst, int(bool(found.errors)))
        if as_json:
            told.append({"name": name, "errors": _problems(found.errors), "warnings": _problems(found.warnings)})
        else:
            _print_check(name, found)
    if as_json:
        _print_json({"programmes": told})
    raise SystemExit(worst)


def _print_check(name: str, found: Checked) -> None:
    for words, problems in ((N_("error"), found.errors), (N_("to check"), found.warnings)):
        for problem in problems:
            place = f"{problem.where}: " if problem.where else ""
            click.echo(f"{place}{say(words)}: {problem.message().removeprefix(place)}")
    counts = {"name": name, "errors": len(found.errors), "warnings": len(found.warnings)}
    click.echo(say(N_("{name}: {errors} mistakes, {warnings} things to look at"), **counts), err=True)


def _problems(problems: tuple[ProgrammeError, ...]) -> list[dict[str, str]]:
    return [
        {"where": one.where, "message": say(one.what, **one.facts), "mend": say(one.mend, **one.facts)}
        for one in problems
    ]


@programmes.command(
    help=N_("List what changed between two versions: 0 nothing or only in place, 1 a change that needs a new code.")
)
@click.argument("old")
@click.argument("new")
@click.option(
    "--drafts",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("A folder of outputs or facts: say which values there a change touches."),
)
@json_option
@lang_option
def diff(old: str, new: str, drafts: Path | None, as_json: bool) -> None:
    """Each change with its class, and the drafts that it touches."""
    from tongket.cli.programme_changes import change_lines, draft_lines
    from tongket.programmes.diff import changes, touched
    from tongket.programmes.load import load_programme
    from tongket.road.drafts import touched_drafts

    try:
        before, after = load_programme(old), load_programme(new)
        found = changes(before, after)
        held = touched_drafts(drafts, before.code, touched(found, after)) if drafts else ()
    except TongketError as error:
        fail(error)
    if as_json:
        _print_json({"changes": [asdict(one) for one in found], "drafts": [asdict(one) for one in held]})
    else:
        for line in (*change_lines(before, after, found), *(draft_lines(held) if drafts else ())):
            click.echo(line)
    raise SystemExit(int(any(one.is_error for one in found)))


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=_plain))


def _plain(value: object) -> float | str:
    """A decimal as a number of JSON, a path as a text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value).__name__)
