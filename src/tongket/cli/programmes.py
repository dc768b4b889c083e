"""``tongket programmes``: list, show, check and compare what is asked."""

from __future__ import annotations

import click

from tongket.cli.options import lang_option
from tongket.cli.spoken import SpokenGroup
from tongket.messages import N_


@click.group(
    cls=SpokenGroup, help=N_("Look into programmes (what is asked about a directive), check and compare them.")
)
def programmes() -> None:
    """Hold the commands on programmes."""


@programmes.command("list", help=N_("List the programmes that come with the package."))
@lang_option
def list_() -> None:
    """One line a programme."""
    from tongket.programmes.load import list_programmes

    for one in list_programmes():
        click.echo(f"{one.code:<12} v{one.version}  {one.title}")
