"""``tongket documents``: the documents that are known, and the graph of those that a pile of reports cites."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.listing import print_json, print_table
from tongket.cli.options import documents_option, fail, lang_option
from tongket.cli.spoken import SpokenGroup, SpokenOption
from tongket.errors import ReadError, TongketError
from tongket.messages import N_, say
from tongket.vietnamese.dates import printed_day

if TYPE_CHECKING:
    from tongket.model.documents import Document, DocumentGraph
    from tongket.model.reports import Report

COLUMNS = (N_("Document"), N_("Date"), N_("Issued by"), N_("Subject"), N_("Replaced by"))
JSON_NAME, SVG_NAME = "graph.json", "graph.svg"


@click.group(cls=SpokenGroup, help=N_("Look into known documents, and into those that reports cite."))
@lang_option
def documents() -> None:
    """Hold the commands on documents."""


@documents.command(help=N_("Find known documents by symbol, number or words of the subject."))
@click.argument("text")
@click.option("--json", "as_json", cls=SpokenOption, is_flag=True, help=N_("Print JSON, for programs."))
@documents_option
@lang_option
def find(text: str, as_json: bool) -> None:
    """List all documents that fit; exit 1 when none does."""
    from tongket.registry.documents import known_documents

    found = list(_fitting(known_documents().all, text))
    if as_json:
        print_json([asdict(one) for one in found])
    elif found:
        print_table(COLUMNS, [_row(one) for one in found])
    else:
        message = N_(
            "No known document fits '{text}'. Check the number and the letters of the symbol, or look for a word of "
            "its subject; documents of your own are added with --documents."
        )
        click.echo(say(message, text=text), err=True)
    raise SystemExit(0 if found else 1)


def _fitting(known: tuple[Document, ...], text: str) -> Iterator[Document]:
    """Those whose symbol begins with ``text`` or that hold all its words, accents and case aside."""
    from tongket.vietnamese.unicode import plain

    wanted = plain(text)
    for one in known:
        words = plain(f"{one.type} {one.symbol} {one.subject} {one.issuer}")
        if plain(one.symbol).lstrip("0").startswith(wanted.lstrip("0")) or all(
            word in words for word in wanted.split()
        ):
            yield one


def _row(one: Document) -> list[str]:
    date = printed_day(one.date)
    replaced = " ".join(part for part in (one.replaced_by, _since(one.replaced_on)) if part)
    return [f"{one.type} {one.symbol}", date, one.issuer, one.subject, replaced]


def _since(date: str) -> str:
    return f"({printed_day(date)})" if date else ""


@documents.command(
    help=N_("Draw the documents that the reports in a folder cite, and what they do to one another (JSON, SVG).")
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help=N_("Folder for graph.json and graph.svg; else the folder in which the command is run."),
)
@documents_option
@lang_option
def graph(folder: Path, out: Path | None) -> None:
    """Write both files; exit 2 when no report could be read."""
    from tongket.consolidating.documents import graph_of

    target = out or Path()
    try:
        reports = list(_reports(folder, target))
        if not reports:
            raise ReadError(
                N_("none of its files could be read as a report."),
                N_("Name the folder that holds the reports (Word, PDF, text)."),
                where=str(folder),
            )
        _write(target, graph_of(reports))
    except TongketError as error:
        fail(error)


def _reports(folder: Path, out: Path) -> Iterator[tuple[str, Report]]:
    """The reports of ``folder``, each under its name there; what cannot be read is said, and the others go on."""
    from tongket import road
    from tongket.files.folder import walk_reports

    skip = [out] if out.resolve() != folder.resolve() else [out / JSON_NAME, out / SVG_NAME]
    paths = [path for path in walk_reports(folder, skip=skip) if path.suffix.lower() != ".svg"]
    for name, report in road.read_each(paths):
        if isinstance(report, TongketError):
            click.echo(report.message(), err=True)
        else:
            yield Path(name).relative_to(folder).as_posix() if Path(name).is_relative_to(folder) else name, report


def _write(out: Path, drawn: DocumentGraph) -> None:
    from tongket.writing.document_graph import graph_svg, graph_value

    value = json.dumps(graph_value(drawn), ensure_ascii=False, indent=1) + "\n"
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / JSON_NAME).write_text(value, encoding="utf-8", newline="\n")
        (out / SVG_NAME).write_text(graph_svg(drawn), encoding="utf-8", newline="\n")
    except OSError as error:
        raise ReadError(
            N_("the files cannot be written there."),
            N_("Close them in other programs, or choose another folder."),
            where=str(out),
        ) from error
    template = N_("{documents} documents, {ties} ties: {json} and {svg}")
    ties = sum(edge.count for edge in drawn.edges)
    click.echo(say(template, documents=len(drawn.nodes), ties=ties, json=out / JSON_NAME, svg=out / SVG_NAME))
