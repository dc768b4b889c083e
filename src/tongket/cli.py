"""The command line: thin skins over the library."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tongket.errors import TongketError
from tongket.messages import LANGUAGES, use_language


def _language(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    use_language(value)
    return value


lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="vi",
    envvar="TONGKET_LANG",
    is_eager=True,
    expose_value=False,
    callback=_language,
    help="Ngôn ngữ của thông báo (vi, en). Language of messages.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tongket")
def cli() -> None:
    """Đọc, kiểm tra, tổng hợp báo cáo và soạn báo cáo của cấp trên."""


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON. Print one JSON object.")
@lang_option
def read(file: Path, as_json: bool) -> None:
    """Báo cáo nói gì, và có những phát hiện nào. What the report says, and its findings."""
    from tongket import road
    from tongket.checking.catalogue import mend, message
    from tongket.exchange.report_json import report_json

    try:
        report = road.read(file)
    except TongketError as error:
        _fail(error)
    findings = road.check(report)
    if as_json:
        sys.stdout.buffer.write(report_json(report, findings, message, mend) + b"\n")


def _fail(error: TongketError) -> None:
    click.echo(error.message(), err=True)
    raise SystemExit(2)


def main() -> None:
    """Entry point of the command ``tongket``; output is UTF-8 whatever the console says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli()
