"""``tongket programmes new`` and ``blank``: a programme out of a request letter, and the letter out of a programme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import SpokenCommand, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say

if TYPE_CHECKING:
    from tongket.programmes.drafting.decisions import Decision

_path = click.Path(path_type=Path)
_SHOWN = 40  # decisions printed; all of them are in the workbook


@click.command(
    "new", cls=SpokenCommand, help=N_("Draft a programme out of a request letter with its outline and forms.")
)
@click.option("--from", "letter", cls=SpokenOption, type=_path, help=N_("The letter or outline: .docx, .txt or .xlsx."))
@click.option("--forms", "workbook", cls=SpokenOption, type=_path, help=N_("The forms as an Excel workbook."))
@click.option("--decisions", cls=SpokenOption, type=_path, help=N_("can-quyet-dinh.xlsx of an earlier run, filled in."))
@click.option(
    "--decide",
    "decided",
    cls=SpokenOption,
    multiple=True,
    help=N_("One decision by its key, such as programme.closing=2026-09-30; counts before the workbook's."),
)
@click.option(
    "-o", "--out", cls=SpokenOption, type=_path, required=True, help=N_("Folder for the programme; it must be new.")
)
@lang_option
def new(
    letter: Path | None, workbook: Path | None, decisions: Path | None, decided: tuple[str, ...], out: Path
) -> None:
    """Write the programme and list what a person must decide; exit 2 when nothing was written."""
    if letter is None and workbook is None:
        raise click.UsageError(say(N_("Give the letter with --from, the forms with --forms, or both.")))
    from tongket.road.decisions import DECISIONS_FILE, read_decisions
    from tongket.road.drafting import new_programme

    try:
        answers = {**(read_decisions(decisions) if decisions else {}), **_pairs(decided)}
        made = new_programme(letter, out, workbook=workbook, answers=answers)
    except TongketError as error:
        fail(error)
    counts = {
        "indicators": len(made.programme.indicators),
        "forms": len(made.programme.forms),
        "sections": len(made.programme.outline),
        "out": str(out),
    }
    click.echo(
        say(N_("{out}: {indicators} indicators, {forms} forms, {sections} sections; it passes the check."), **counts)
    )
    unsure = [one for one in made.decisions if not one.sure]
    for one in unsure[:_SHOWN]:
        click.echo(decision_line(one))
    listed = {"doubtful": len(unsure), "all": len(made.decisions), "file": str(out / DECISIONS_FILE)}
    click.echo(say(N_("{doubtful} of {all} decisions want a closer look; all stand in {file}."), **listed))


def _pairs(decided: tuple[str, ...]) -> dict[str, str]:
    """The decisions given as KEY=ANSWER."""
    found = {}
    for one in decided:
        key, sign, answer = one.partition("=")
        if not (key.strip() and sign):
            raise click.UsageError(say(N_("'{text}' is no decision: write KEY=ANSWER."), text=one))
        found[key.strip()] = answer.strip()
    return found


def decision_line(one: Decision) -> str:
    """'file:line: question Taken for now: ... (why)'."""
    taken = say(N_("Taken for now: {default} ({why})."), default=one.default or "-", why=one.reason())
    return f"{one.file}:{one.line}: {one.message()} {taken}"


@click.command(
    "blank",
    cls=SpokenCommand,
    help=N_("Write the blank forms of a programme: the request letter and the workbook of forms."),
)
@click.argument("programme")
@click.option("-o", "--out", cls=SpokenOption, type=_path, required=True, help=N_("Folder for the two files."))
@lang_option
def blank(programme: str, out: Path) -> None:
    """Write de-cuong.docx and bieu-mau.xlsx; exit 2 when nothing was written."""
    from tongket.road.drafting import write_blank_forms

    try:
        written = write_blank_forms(programme, out)
    except TongketError as error:
        fail(error)
    for file in written:
        click.echo(str(file))
