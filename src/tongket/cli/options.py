"""Options that several commands share, and the end of a command that cannot go on."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click
from click.core import ParameterSource

from tongket.cli.spoken import SpokenOption
from tongket.errors import TongketError
from tongket.messages import LANGUAGES, N_, use_language


def _language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Speak ``value``; a command that was not told itself speaks as the group before it was told."""
    told = parameter.name and context.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE
    lang: str = value if told else context.meta.get(__name__, value)
    context.meta[__name__] = lang
    use_language(lang)
    return lang


lang_option = click.option(
    "--lang",
    cls=SpokenOption,
    type=click.Choice(LANGUAGES),
    default="vi",
    envvar="TONGKET_LANG",
    is_eager=True,
    expose_value=False,
    callback=_language,
    help=N_("Language of messages: vi or en."),
)


def fail(error: TongketError) -> NoReturn:
    """Say what went wrong on stderr and exit 2."""
    click.echo(error.message(), err=True)
    raise SystemExit(2)


def _documents(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    from tongket.registry.documents import use_documents

    try:
        use_documents(value)
    except TongketError as error:
        fail(error)


documents_option = click.option(
    "--documents",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    expose_value=False,
    callback=_documents,
    help=N_("A table of documents of one's own, known beside the built-in ones."),
)
