"""``tongket programmes``: list, show, check and compare what is asked."""

from __future__ import annotations

import json

import click

from tongket.cli.options import lang_option
from tongket.cli.spoken import SpokenGroup, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say


@click.group(
    cls=SpokenGroup, help=N_("Look into programmes (what is asked about a directive), check and compare them.")
)
def programmes() -> None:
    """Hold the commands on programmes."""


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


@programmes.command(
    help=N_("Check programmes (folder, YAML file or workbook): 0 all right, 1 mistakes, 2 a file cannot be read.")
)
@click.argument("names", nargs=-1, required=True)
@lang_option
def check(names: tuple[str, ...]) -> None:
    """Name every mistake with its place and mend."""
    raise SystemExit(max(_check(name) for name in names))


def _check(name: str) -> int:
    from tongket.programmes.checking import checked

    try:
        found = checked(name)
    except TongketError as error:
        click.echo(error.message(), err=True)
        return 2
    for words, problems in ((N_("error"), found.errors), (N_("to check"), found.warnings)):
        for problem in problems:
            place = f"{problem.where}: " if problem.where else ""
            click.echo(f"{place}{say(words)}: {problem.message().removeprefix(place)}")
    counts = {"name": name, "errors": len(found.errors), "warnings": len(found.warnings)}
    click.echo(say(N_("{name}: {errors} mistakes, {warnings} things to look at"), **counts), err=True)
    return int(bool(found.errors))


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
