"""The command line: thin skins over the library. Messages go to stderr, results to stdout."""

from __future__ import annotations

import gc
import gettext
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.findings import print_findings
from tongket.cli.options import documents_option, fail, lang_option
from tongket.cli.spoken import SpokenGroup, SpokenOption, speak_plurals
from tongket.errors import ReadError, TongketError, is_disk_full, why_not_written
from tongket.messages import LANGUAGES, LOCALE_DIR, N_, language, say, use_language

if TYPE_CHECKING:
    from tongket.model.findings import Finding, Severity
    from tongket.model.reports import Report

# Click's own words, said in Vietnamese through the same catalogue.
CLICK_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("required"),
    N_("Aborted!"),
    N_("Option {name!r} does not take a value."),
    N_("Option {name!r} requires an argument."),
    N_("Option {name!r} requires {nargs} arguments."),
    N_("Got unexpected extra argument ({args})"),
    N_("Got unexpected extra arguments ({args})"),
    N_("Did you mean {possibility}?"),
    N_("(Did you mean one of: {possibilities}?)"),
    N_("{value!r} is not one of {choices}."),
)


@click.group(
    cls=SpokenGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_("Read, check and consolidate official reports, and write the report of the level above."),
    elsewhere={
        "audit": "tongket.cli.office:audit",
        "backup": "tongket.cli.office:backup",
        "consolidate": "tongket.cli.consolidate:consolidate",
        "documents": "tongket.cli.documents:documents",
        "facts": "tongket.cli.facts:facts",
        "history": "tongket.cli.history:history",
        "programmes": "tongket.cli.programmes:programmes",
        "purge": "tongket.cli.office:purge",
        "restore": "tongket.cli.office:restore",
        "serve": "tongket.cli.serve:serve",
        "units": "tongket.cli.units:units",
    },
)
@click.version_option(
    package_name="tongket", message="%(prog)s %(version)s", cls=SpokenOption, help=N_("Show the version and exit.")
)
@lang_option
def cli() -> None:
    """Hold the commands."""


@cli.command(help=N_("Say what a report says, and what should be looked at in it."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--json",
    "as_json",
    cls=SpokenOption,
    is_flag=True,
    help=N_("Print one JSON object, for programs; of a folder or an archive (.zip) one a line."),
)
@click.option(
    "--show",
    "shown",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("Write a page (HTML) that shows the report as read, with what was understood marked in place."),
)
@click.option(
    "--appendix",
    "appendices",
    cls=SpokenOption,
    multiple=True,
    type=click.Path(path_type=Path),
    help=N_("An appendix in a file of its own (workbook, table); may be given several times."),
)
@documents_option
@lang_option
def read(file: Path, as_json: bool, shown: Path | None, appendices: tuple[Path, ...]) -> None:
    """Read one report, or those of a folder or an archive; exit 2 when one cannot be read."""
    from tongket import road
    from tongket.files.archives import is_archive

    failed, several = False, file.is_dir() or is_archive(file)
    for index, (name, report) in enumerate(road.read_each([file], appendices=appendices)):
        if isinstance(report, TongketError):
            click.echo(report.message(), err=True)
            failed = True
            continue
        if several and not as_json:
            click.echo(f"{name}:")
        findings = road.check(report)
        if shown is not None:
            _show(shown if not index else shown.with_stem(f"{shown.stem}-{index + 1}"), report, findings)
        if as_json:
            _print_json(report, findings, on_a_line=several)
        elif shown is None:
            for line in _summary(report):
                click.echo(line)
            print_findings(name, report, findings)
    raise SystemExit(2 if failed else 0)


def _print_json(report: Report, findings: list[Finding], *, on_a_line: bool) -> None:
    from tongket.checking.catalogue import mend, message
    from tongket.exchange.report_json import report_json

    sys.stdout.buffer.write(report_json(report, findings, message, mend, indent=0 if on_a_line else 2) + b"\n")


def _show(path: Path, report: Report, findings: list[Finding]) -> None:
    from tongket.writing.marked_page import marked_page

    page = marked_page(report, findings)
    unfinished = path.with_name(f"{path.name}.tongket")
    try:
        unfinished.write_text(page, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        fail(
            ReadError(
                N_("the page cannot be written ({reason})."),
                N_("Choose another place, or close the file where it is open."),
                where=str(path),
                reason=why_not_written(error),
            )
        )
    click.echo(say(N_("Written: {path}"), path=path))


@cli.command(help=N_("Check reports: 0 nothing wrong, 1 an error found, 2 a file not read or refused."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--least",
    cls=SpokenOption,
    type=click.Choice(["error", "warning", "info"]),
    default="info",
    help=N_("Print only findings of this severity or a graver one; without it notes, too."),
)
@documents_option
@lang_option
def check(files: tuple[Path, ...], least: Severity) -> None:
    """Check each file; one bad file does not stop the others."""
    from tongket import road

    worst = 0
    for name, report in road.read_each(files):
        if isinstance(report, TongketError):
            click.echo(report.message(), err=True)
            worst = 2
            continue
        findings = road.check(report)
        print_findings(name, report, findings, least)
        worst = max(worst, int(any(finding.severity == "error" for finding in findings)))
    raise SystemExit(worst)


def _summary(report: Report) -> list[str]:
    head, subject = report.letterhead, report.subject
    named = [head.issuing_body, head.canonical or head.symbol, head.date]
    lines = [" · ".join(part for part in named if part), f"{head.whole_type or ''}: {head.title or ''}".strip(": ")]
    if subject.directives:
        ways = [one.symbol + (f" ({one.via})" if one.via else "") for one in subject.directives]
        lines.append(say(N_("Reviews: {directives}"), directives=", ".join(ways)))
    counts = {
        "sections": sum(1 for _ in report.walk_sections()),
        "citations": len(report.citations),
        "figures": len(report.figures),
        "tables": len(report.tables),
        "notes": len(report.footnotes),
    }
    template = N_("{sections} sections, {citations} citations, {figures} figures, {tables} tables, {notes} notes")
    lines.append(say(template, **counts))
    headings = [one for one in report.walk_sections() if one.number and one.title and one.level <= 3]
    lines += [f"{'  ' * one.level}{one.number}. {one.title}" for one in headings]
    lines += [say(warning) for warning in report.source.warnings]
    return [line for line in lines if line.strip()]


def main() -> None:
    """Run the command ``tongket``; output is UTF-8 whatever the console says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A report makes some hundred thousand objects that go without a search for garbage; each search of all goes through
    # the tables of words and documents too, which costs a tenth of the time of the checks.
    gc.set_threshold(20_000, 20, 20)
    _speak(sys.argv[1:])
    try:
        try:
            cli()
        finally:
            sys.stdout.flush()
    except OSError as error:
        if not is_disk_full(error) and not isinstance(error, BrokenPipeError):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to print goes nowhere
        if isinstance(error, BrokenPipeError):
            raise SystemExit(1) from None
        fail(
            ReadError(
                N_("what was said could not be written to its end ({reason})."),
                N_("Make room on the disk, or write to another place."),
                reason=why_not_written(error),
            )
        )


def _speak(arguments: list[str]) -> None:
    """Choose the language before anything is said, help and wrong usage included."""
    lang = os.environ.get("TONGKET_LANG", "vi")
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            lang = argument.partition("=")[2]
        elif argument == "--lang" and index + 1 < len(arguments):
            lang = arguments[index + 1]
    use_language(lang if lang in LANGUAGES else "vi")
    # A group that is told no language falls back on this one, before the command below it says what it misses.
    os.environ["LANGUAGE"] = os.environ["TONGKET_LANG"] = language()
    gettext.bindtextdomain("tongket", str(LOCALE_DIR))
    gettext.textdomain("tongket")
    speak_plurals()
