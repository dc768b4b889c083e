"""``tongket facts read``: a folder of many reports into a folder of facts, with all cores or on a cluster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.options import documents_option, fail, lang_option
from tongket.cli.spoken import Count, SpokenCommand, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say

if TYPE_CHECKING:
    from tongket.road.many import ManyRead
    from tongket.road.names import Progress


@click.command(
    name="read",
    cls=SpokenCommand,
    help=N_("Read a folder of many reports into a folder of facts, with all cores; a run that was stopped goes on."),
)
@click.argument("folder")
@click.option(
    "--into",
    "facts",
    cls=SpokenOption,
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The folder of facts."),
)
@click.option(
    "-p",
    "--programme",
    cls=SpokenOption,
    required=True,
    help=N_("A built-in programme, or the path of one's own."),
)
@click.option(
    "--round",
    "round_file",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("Who was asked (default: dot-bao-cao.yaml in the folder or beside it)."),
)
@click.option(
    "--workers",
    cls=SpokenOption,
    type=Count(1),
    help=N_("How many files are read at the same time (default: one for each core)."),
)
@click.option(
    "--spark",
    "master",
    cls=SpokenOption,
    help=N_("Read on this Spark cluster instead ('yarn', 'spark://...', 'local[*]'); FOLDER is an address it knows."),
)
@documents_option
@lang_option
def read_facts(
    folder: str, facts: Path, programme: str, round_file: Path | None, workers: int | None, master: str | None
) -> None:
    """Exit 2 when the folder cannot be read or nothing can be written; files that were left out are listed."""
    from tongket.cli.terminal import progress_bars

    try:
        with progress_bars() as progress:
            if master:
                done = _on_spark(master, folder, facts, programme, round_file, progress)
            else:
                from tongket.road.many import read_many

                done = read_many(folder, facts, programme, round_file=round_file, workers=workers, progress=progress)
    except TongketError as error:
        fail(error)
    for one in done.left_out:
        click.echo(f"- {one.file}: {one.reason}" if not one.reason.startswith(one.file) else f"- {one.reason}")
    words = N_("{written} reports read ({values} values), {earlier} were done before, {left_out} left out: {facts}.")
    click.echo(
        say(
            words,
            written=done.written,
            values=done.values,
            earlier=done.earlier,
            left_out=len(done.left_out),
            facts=facts,
        )
    )
    if done.doubtful:
        click.echo(
            say(
                N_("{count} figures are doubtful and not taken; 'tongket consolidate' lists them."), count=done.doubtful
            )
        )


def _on_spark(
    master: str, folder: str, facts: Path, programme: str, round_file: Path | None, progress: Progress
) -> ManyRead:
    try:
        from tongket.road.spark import read_on_spark, spark_session

        with spark_session(master) as session:
            return read_on_spark(session, folder, facts, programme, round_file=round_file, progress=progress)
    except ImportError as error:
        needs = N_("Reading on Spark needs the extra 'spark' ({missing} is not installed) and Java 17.")
        click.echo(say(needs, missing=error.name), err=True)
        raise SystemExit(2) from error
