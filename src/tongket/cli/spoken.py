"""Commands whose help speaks the language in use: ids are English, as everywhere (see :mod:`tongket.messages`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from tongket.messages import N_, say

# What stands for a value in a line of usage: click's own words and those of our commands.
PLACEHOLDERS = (
    N_("OPTIONS"),
    N_("COMMAND"),
    N_("ARGS"),
    N_("TEXT"),
    N_("PATH"),
    N_("DATE"),
    N_("NUMBER"),
    N_("FILE"),
    N_("FILES"),
    N_("FOLDER"),
    N_("SOURCES"),
    N_("FACTS"),
    N_("REGISTER"),
    N_("FIELD=VALUE"),
    N_("PROGRAMME"),
    N_("NAME"),
    N_("NAMES"),
    N_("OLD"),
    N_("NEW"),
    N_("INDICATOR"),
    N_("ID|TEXT"),
)
_HELP_OF_HELP = N_("Show this message and exit.")
_PLACEHOLDER = re.compile(r"[A-Z]+(?:[ =|][A-Z]+)*")


def _placeholders_said(line: str) -> str:
    """``line`` of usage with what stands for values in the language in use."""
    return _PLACEHOLDER.sub(lambda found: say(found[0]), line)


def _plural(one: str, many: str, count: int) -> str:
    return say(one if count == 1 else many)


def speak_plurals() -> None:
    """Let click's sentences about one or many speak through the catalogue, which holds each form as a message.

    gettext would look for them as pairs, with the one form that Vietnamese has.
    """
    for name in ("core", "exceptions", "parser", "types"):
        vars(import_module(f"click.{name}"))["ngettext"] = _plural


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
            record = super().get_help_record(ctx)
        return (_placeholders_said(record[0]), record[1]) if record else None


class Number(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest Click
    """A number; what is wrong with one is said in the language in use."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; wrong usage otherwise."""
        try:
            return float(value)
        except ValueError:
            self.fail(say(N_("'{text}' is not a number; write it like 5 or 2.5."), text=value), param, ctx)


class Count(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest Click
    """A whole number of at least ``least``, at most ``most``; what is wrong with one is said in the language in use."""

    name = "number"

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; wrong usage otherwise."""
        try:
            count = int(value)
        except ValueError:
            count = self.least - 1
        if count < self.least:
            template = N_("'{text}' is not a whole number from {least} upwards.")
            self.fail(say(template, text=value, least=self.least), param, ctx)
        if self.most is not None and count > self.most:
            self.fail(say(N_("'{text}' is more than {most}."), text=value, most=self.most), param, ctx)
        return count


class SpokenCommand(click.Command):
    """A command with translated help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take in ``args``; what is wrong with an argument names it as the line of usage does."""
        try:
            return super().parse_args(ctx, args)
        except click.BadParameter as error:
            if isinstance(error.param, click.Argument) and error.param_hint is None:
                error.param_hint = _placeholders_said(error.param.get_error_hint(ctx))
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help`` in the language in use: click makes it once, in that of the first call."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(_HELP_OF_HELP)
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name of the command in its line of usage."""
        return [_placeholders_said(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The paragraph under the usage line."""
        with _spoken(self):
            super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands."""
        with _spoken(self):
            return super().get_short_help_str(limit)


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands with translated help.

    ``elsewhere``: names of commands, and 'module:function' where each is defined. Its module is loaded when the command
    is first asked for, so that no command waits for the modules of the others.
    """

    command_class = SpokenCommand
    group_class = type

    def __init__(self, *given: Any, elsewhere: Mapping[str, str] | None = None, **named: Any) -> None:
        super().__init__(*given, **named)
        self.elsewhere = dict(elsewhere or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in order."""
        return sorted({*super().list_commands(ctx), *self.elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None: there is none."""
        if cmd_name in self.elsewhere and cmd_name not in self.commands:
            module, _, function = self.elsewhere[cmd_name].partition(":")
            self.add_command(getattr(import_module(module), function), cmd_name)
        return super().get_command(ctx, cmd_name)
