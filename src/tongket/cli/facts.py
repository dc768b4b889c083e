"""``tongket facts``: take tables of values into a folder of facts, check what it holds, and look into it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import Count, Number, SpokenGroup, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.vietnamese.dates import printed_day

if TYPE_CHECKING:
    from tongket.model.imports import Imported
    from tongket.model.observations import Observation
    from tongket.registry.cycles import Regime
    from tongket.road.facts import FactsChecked, Shown

_MOST_REFUSALS = 20
_MOST_LINES = 200  # on a terminal; a table takes them all


@click.group(
    cls=SpokenGroup,
    help=N_("Take values into a folder of facts, check them, and look into it."),
    elsewhere={
        "add": "tongket.cli.facts_entry:add",
        "hand-over": "tongket.cli.facts_handover:hand_over",
        "list": "tongket.cli.facts_entry:list_entries_",
        "read": "tongket.cli.facts_read:read_facts",
        "template": "tongket.cli.facts_entry:template",
    },
)
@lang_option
def facts() -> None:
    """Hold the commands on facts."""


units_option = click.option(
    "--units",
    "units_file",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("A units file of one's own (docs/units.md), known beside the built-in units."),
)


@facts.command("import", help=N_("Take tables of values (CSV, TSV, XLSX, Parquet) into a folder of facts."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--into",
    "folder",
    cls=SpokenOption,
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The folder of facts."),
)
@click.option(
    "-p", "--programme", cls=SpokenOption, required=True, help=N_("A built-in programme, or the path of one's own.")
)
@click.option(
    "--mapping",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("Which column holds what (YAML, docs/facts.md)."),
)
@click.option(
    "--set",
    "constants",
    cls=SpokenOption,
    multiple=True,
    metavar="FIELD=VALUE",
    help=N_("What holds for every row: period=2025, body=ubnd, extent=area."),
)
@click.option(
    "--regime",
    cls=SpokenOption,
    type=click.Choice(["nd-09", "calendar"]),
    help=N_("Whose closing days 'quý I/2026' has (default: the programme's, or of Decree 09/2019/NĐ-CP)."),
)
@click.option("--partial", cls=SpokenOption, is_flag=True, help=N_("Take the good rows though others are refused."))
@click.option(
    "--refused",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("With --partial: write the refused rows here (.csv or .xlsx), each with its reason."),
)
@click.option("--preview", cls=SpokenOption, is_flag=True, help=N_("Say what would be written, and write nothing."))
@units_option
@lang_option
def import_(
    files: tuple[Path, ...],
    folder: Path,
    programme: str,
    mapping: Path | None,
    constants: tuple[str, ...],
    regime: Regime | None,
    partial: bool,
    refused: Path | None,
    preview: bool,
    units_file: Path | None,
) -> None:
    """Exit 0: all rows taken; 1: the good ones (--partial); 2: nothing written."""
    from tongket.road.facts import import_facts

    if refused and not partial:
        raise click.UsageError(say(N_("--refused needs --partial: otherwise one refused row stops the import.")))
    if any("=" not in one for one in constants):
        raise click.UsageError(say(N_("Write --set FIELD=VALUE.")))
    try:
        done = import_facts(
            files,
            folder,
            programme,
            mapping=mapping,
            constants=dict(one.split("=", 1) for one in constants),
            regime=regime,
            partial=partial,
            refused=refused,
            preview=preview,
            units_file=units_file,
        )
    except TongketError as error:
        fail(error)
    for one in done:
        _print_import(one, preview=preview)
    if any(one.refused for one in done):
        if not partial:
            click.echo(say(N_("Nothing was written. Correct these rows, or take the others with --partial.")), err=True)
        raise SystemExit(1 if partial else 2)


def _print_import(one: Imported, *, preview: bool) -> None:
    if one.imported_before:
        click.echo(say(N_("{file}: imported before; nothing was written."), file=one.file))
        return
    words = N_(
        "{file}: {rows} rows; {new} new, {revised} revised, {same} already known, {blank} blank, {refused} refused"
    )
    counts = {name: getattr(one, name) for name in ("rows", "new", "revised", "same", "blank", "refused")}
    click.echo(say(words, file=one.file, **counts))
    if one.entries:
        click.echo("  " + say(N_("Entries of registers: {count}"), count=one.entries))
    passed = [header for header, field in one.columns if header and not field]
    if passed:
        click.echo("  " + say(N_("Columns passed over: {columns}"), columns=", ".join(passed)))
    if preview:
        taken = ", ".join(f"{header} -> {field}" for header, field in one.columns if field)
        click.echo("  " + say(N_("Columns: {columns}"), columns=taken))
        for shown in one.first:
            click.echo("  " + _line(shown))
    for notice in one.notices:
        click.echo("  " + notice.message())
    if one.written:
        click.echo("  " + say(N_("Written: {file}"), file=one.written))
    for refusal, rows in one.reasons[:_MOST_REFUSALS]:
        place = f"{one.file}:{refusal.row}" + (f" [{refusal.column}]" if refusal.column else "")
        more = say(N_("({count} rows)"), count=rows) + " " if rows > 1 else ""
        click.echo(f"{place}: {more}{refusal.message()}", err=True)
    if one.refused_file:
        click.echo("  " + say(N_("Refused rows, each with its reason: {file}"), file=one.refused_file), err=True)


@facts.command(help=N_("Check what a folder of facts holds: 0 nothing wrong, 1 an error found, 2 not read."))
@click.argument("folder", metavar="FACTS", type=click.Path(path_type=Path))
@click.option(
    "-p", "--programme", cls=SpokenOption, required=True, help=N_("A built-in programme, or the path of one's own.")
)
@click.option("--period", "periods", cls=SpokenOption, multiple=True, help=N_("Only values of this period."))
@click.option(
    "--z", cls=SpokenOption, type=Number(), default=6.0, help=N_("Spreads from the median that are too many.")
)
@click.option("--points", cls=SpokenOption, type=Count(3), default=6, help=N_("Earlier periods that are needed."))
@click.option(
    "--jump", cls=SpokenOption, type=Number(), default=5.0, help=N_("Times the last period that are too many.")
)
@click.option("--jump-floor", cls=SpokenOption, type=Number(), default=50.0, help=N_("Least difference of a jump."))
@click.option("--json", "as_json", cls=SpokenOption, is_flag=True, help=N_("Print one JSON object, for programs."))
@units_option
@lang_option
def check(
    folder: Path,
    programme: str,
    periods: tuple[str, ...],
    z: float,
    points: int,
    jump: float,
    jump_floor: float,
    as_json: bool,
    units_file: Path | None,
) -> None:
    """Print the findings; exit 1 when one is an error, 2 when the folder cannot be read."""
    from tongket.exchange.facts_json import checked_json
    from tongket.model.comparisons import Limits
    from tongket.road.facts import check_facts

    limits = Limits(z=z, points=points, jump=jump, jump_floor=jump_floor)
    try:
        checked = check_facts(folder, programme, periods=periods, limits=limits, units_file=units_file)
    except TongketError as error:
        fail(error)
    if as_json:
        sys.stdout.buffer.write(checked_json(checked.findings, checked.compared, checked.left_off))
    else:
        _print_findings(checked)
    raise SystemExit(int(any(finding.severity == "error" for finding in checked.findings)))


def _print_findings(checked: FactsChecked) -> None:
    from tongket.checking.catalogue import mend, message
    from tongket.cli.findings import SEVERITY_WORDS
    from tongket.model.places import ObservationKey

    for one in checked.findings:
        place = one.place
        assert isinstance(place, ObservationKey)
        where = "/".join(part for part in (place.indicator, place.cell) if part)
        severity = say(SEVERITY_WORDS[one.severity])
        click.echo(f"{where}:{place.unit}:{place.period}: {severity} [{one.kind}] {message(one)} {mend(one)}")
    words = N_("{compared} values compared; {findings} findings.")
    click.echo(say(words, compared=checked.compared, findings=len(checked.findings)), err=True)
    if checked.left_off:
        words = N_("{count} more findings are not shown; choose a period, or wider limits.")
        click.echo(say(words, count=checked.left_off), err=True)


@facts.command(help=N_("Say what a folder of facts holds; with a filter, the values themselves."))
@click.argument("folder", metavar="FACTS", type=click.Path(path_type=Path))
@click.option("--indicator", cls=SpokenOption, default="", help=N_("Code of an indicator."))
@click.option("--unit", cls=SpokenOption, default="", help=N_("Id or name of a unit."))
@click.option("--period", cls=SpokenOption, default="", help=N_("A period: its name, or START/END."))
@click.option("--programme", cls=SpokenOption, default="", help=N_("Code of a programme."))
@click.option("--revisions", cls=SpokenOption, is_flag=True, help=N_("Earlier revisions, too."))
@click.option("--csv", "table", cls=SpokenOption, type=click.Path(path_type=Path), help=N_("Write the values here."))
@click.option("--json", "as_json", cls=SpokenOption, is_flag=True, help=N_("Print one JSON object, for programs."))
@units_option
@lang_option
def show(
    folder: Path,
    indicator: str,
    unit: str,
    period: str,
    programme: str,
    revisions: bool,
    table: Path | None,
    as_json: bool,
    units_file: Path | None,
) -> None:
    """Show what is held; exit 2 when the folder cannot be read."""
    from tongket.exchange.facts_json import shown_json
    from tongket.exchange.facts_table import write_facts_csv
    from tongket.road.facts import show_facts

    is_filtered = bool(indicator or unit or period or revisions)
    try:
        shown = show_facts(
            folder,
            indicator=indicator,
            unit=unit,
            during=period,
            programme=programme,
            revisions=revisions,
            units_file=units_file,
        )
        if table is not None:
            count = write_facts_csv(table, shown.observations, shown.programmes)
            click.echo(say(N_("{count} values written to {file}."), count=count, file=table), err=True)
        elif as_json:
            sys.stdout.buffer.write(shown_json(shown.held, shown.observations if is_filtered else ()))
        else:
            _print_count(shown)
            if is_filtered:
                _print_observations(shown)
            else:
                _print_held(shown)
    except TongketError as error:
        fail(error)


def _print_count(shown: Shown) -> None:
    held = shown.held
    click.echo(
        say(
            N_("{observations} values of {indicators} indicators and {units} units; {revised} were revised."),
            observations=held.observations,
            indicators=held.indicators,
            units=held.units,
            revised=held.revised,
        )
    )


def _print_held(shown: Shown) -> None:
    for one in shown.held.imports:
        words = N_(
            "{source} ({programme} v{version}): {observations} values, {units} units, periods to {first} - {last}"
        )
        click.echo(f"  {one.file}")
        click.echo(
            "    "
            + say(
                words,
                source=one.source,
                programme=one.programme,
                version=one.version,
                observations=one.observations,
                units=one.units,
                first=_day_words(one.first),
                last=_day_words(one.last),
            )
        )
    for period in shown.held.periods:
        words = N_("{period}: {observations} values, {numbers} with a number, {units} units, {indicators} indicators")
        facts_of = {name: getattr(period, name) for name in ("observations", "numbers", "units", "indicators")}
        click.echo("  " + say(words, period=_period_words(period.period), **facts_of))


def _print_observations(shown: Shown) -> None:
    for count, one in enumerate(shown.observations):
        if count == _MOST_LINES:
            click.echo(say(N_("... the first {count}; --csv FILE writes all."), count=count))
            return
        click.echo(_line(one))


def _line(one: Observation) -> str:
    from decimal import Decimal

    from tongket.vietnamese.numbers import format_number

    ends = [end for end in (one.amount, one.amount_high) if end is not None]
    value = "-".join(format_number(Decimal(end).scaleb(-one.scale)) for end in ends) or say(STATUS_WORDS[one.status])
    code = f"{one.indicator}/{one.cell}" if one.cell else one.indicator
    amount = f"{one.qualifier} {value}{'' if one.unit_word == '%' else ' '}{one.unit_word}".strip()
    parts = (code, one.unit, _period_words(one.period), one.body, amount)
    revision = say(N_("revision {revision}"), revision=one.revision)
    passage = f"«{' '.join(one.passage.split())[:100]}»" if one.passage else ""
    return " · ".join(part for part in (*parts, revision, one.source, passage) if part)


STATUS_WORDS = {
    "reported": N_("(no number)"),
    "none-occurred": N_("none occurred"),
    "not-applicable": N_("not applicable"),
    "pending": N_("pending"),
    "estimated": N_("estimated"),
    "missing": N_("missing"),
}


def _period_words(key: str) -> str:
    """'quý I/2026 (15/12/2025 - 14/3/2026)': the name of the period with its days, which depend on the regime."""
    from tongket.model.periods import Period
    from tongket.registry.cycles import label_of

    start, _, end = key.partition("/")
    if len(end) != 10 or len(start) not in (0, 10):
        return key
    label = label_of(Period(start, end))
    days = f"{printed_day(start)} - {printed_day(end)}" if start else printed_day(end)
    return label if printed_day(end) in label else f"{label} ({days})"


def _day_words(day: str) -> str:
    """A whole day as officials write it; a month or year as it is."""
    return printed_day(day) if len(day) == 10 else day
