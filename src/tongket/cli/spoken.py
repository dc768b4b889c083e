"""Commands whose help speaks the language in use: ids are English, as everywhere (see :mod:`tongket.messages`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from tongket.messages import say


@contextmanager
def _spoken(thing: click.Command | click.Option) -> Iterator[None]:
    """Let ``thing`` carry its help in the language in use while it prints it."""
    written = thing.help
    thing.help = say(written) if written else written
    try:
        yield
    finally:
        thing.help = written


class SpokenOption(click.Option):
    """An option with translated help."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's line in ``--help``."""
        with _spoken(self):
            return super().get_help_record(ctx)


class SpokenCommand(click.Command):
    """A command with translated help."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The paragraph under the usage line."""
        with _spoken(self):
            super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands."""
        with _spoken(self):
            return super().get_short_help_str(limit)


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands with translated help."""

    command_class = SpokenCommand
    group_class = type
