"""``tongket consolidate``: reports, workbooks and facts into the report of the level above."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from tongket.cli.options import documents_option, fail, lang_option
from tongket.cli.spoken import SpokenCommand, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.model.rounds import MapView, Wanted
from tongket.model.units import ShareKey


@click.command(
    cls=SpokenCommand,
    help=N_("Consolidate reports, filled-in templates and folders of facts; write the report of the level above."),
)
@click.argument("sources", metavar="SOURCES...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-p",
    "--programme",
    "programmes",
    cls=SpokenOption,
    required=True,
    multiple=True,
    help=N_("A built-in programme, or the path of one's own; given twice, each goes into a folder of its own in OUT."),
)
@click.option("-o", "--out", cls=SpokenOption, type=click.Path(path_type=Path), help=N_("Folder for the outputs."))
@click.option(
    "--round",
    "round_file",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("Who was asked (default: dot-bao-cao.yaml in the first folder or beside it)."),
)
@click.option(
    "--confirmed",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("The workbook of an earlier run, corrected and confirmed by a person."),
)
@click.option("--unit", cls=SpokenOption, default="", help=N_("Write the report of this unit: its id or name."))
@click.option("--period", cls=SpokenOption, default="", help=N_("Look at this period: its name, or START/END."))
@click.option(
    "--view",
    cls=SpokenOption,
    type=click.Choice(get_args(MapView)),
    default="reported",
    help=N_(
        "The map: units as they were when they reported, units of the day --as-of, or these with divided units "
        "apportioned by the shares of the units file."
    ),
)
@click.option(
    "--as-of", cls=SpokenOption, default="", help=N_("The day whose map is used (default: the period's end).")
)
@click.option(
    "--shared-by",
    cls=SpokenOption,
    type=click.Choice(get_args(ShareKey)),
    default="people",
    help=N_("By what divided units are apportioned: people, households or area."),
)
@click.option(
    "--explain",
    cls=SpokenOption,
    nargs=2,
    metavar=N_("INDICATOR UNIT"),
    help=N_("Show what one number is made of, down to the sentences, instead of writing anything."),
)
@click.option(
    "--strict", cls=SpokenOption, is_flag=True, help=N_("Exit 1 when a file was left out or an error stands.")
)
@documents_option
@lang_option
def consolidate(
    sources: tuple[Path, ...],
    programmes: tuple[str, ...],
    out: Path | None,
    round_file: Path | None,
    confirmed: Path | None,
    unit: str,
    period: str,
    view: MapView,
    as_of: str,
    shared_by: ShareKey,
    explain: tuple[str, str] | None,
    strict: bool,
) -> None:
    """Consolidate; exit 0 when the outputs were written, 2 when nothing was."""
    from tongket.vietnamese.dates import parse_date

    day = parse_date(as_of) or as_of  # 01/7/2025 as well as 2025-07-01
    wanted = Wanted(unit=unit, period=period, view=view, as_of=day, shared_by=shared_by)
    if explain:
        _explain(sources, programmes[0], explain, round_file, confirmed, wanted)
        return
    if out is None:
        raise click.UsageError(say(N_("Name the folder for the outputs with -o.")))
    codes = []
    for programme in programmes:
        target = out / Path(programme).name if len(programmes) > 1 else out
        codes.append(_consolidate(sources, programme, target, round_file, confirmed, wanted, strict=strict))
    raise SystemExit(2 if all(code == 2 for code in codes) else max(code % 2 for code in codes))


def _consolidate(
    sources: tuple[Path, ...],
    programme: str,
    out: Path,
    round_file: Path | None,
    confirmed: Path | None,
    wanted: Wanted,
    *,
    strict: bool,
) -> int:
    """One programme: 0 written, 1 written with something left out or an error standing (``strict``), 2 nothing."""
    from tongket import road
    from tongket.cli.summary import summary_lines
    from tongket.cli.terminal import progress_bars

    try:
        with progress_bars() as progress:
            whole = road.consolidate(
                sources, programme, out, round_file=round_file, confirmed=confirmed, wanted=wanted, progress=progress
            )
    except TongketError as error:
        click.echo(error.message(), err=True)
        return 2
    for line in summary_lines(whole, out):
        click.echo(line)
    found = [*whole.findings, *(finding for one in whole.reports for finding in one.findings)]
    stands = any(finding.severity == "error" for finding in found)
    return 1 if strict and (whole.left_out or stands) else 0


def _explain(
    sources: tuple[Path, ...],
    programme: str,
    which: tuple[str, str],
    round_file: Path | None,
    confirmed: Path | None,
    wanted: Wanted,
) -> None:
    """Print what one number is made of; exit 2 when there is no such indicator or unit."""
    from tongket.cli.explanation import explanation_lines
    from tongket.road.job import explain

    indicator, unit = which
    try:
        found = explain(sources, programme, indicator, unit, round_file=round_file, confirmed=confirmed, wanted=wanted)
    except TongketError as error:
        fail(error)
    for line in explanation_lines(found):
        click.echo(line)
