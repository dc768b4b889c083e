"""The whole road: read, check, consolidate, write. The only module that knows all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tongket.checking.check import check_report
from tongket.checking.folder import check_duplicates, check_unit_sums
from tongket.consolidating.confirm import apply_corrections
from tongket.consolidating.coverage import coverage_lines
from tongket.consolidating.facts import fact_files, read_fact_file, write_observations
from tongket.consolidating.joining import join_facts
from tongket.consolidating.observe import observe
from tongket.consolidating.rollup import roll_up
from tongket.errors import ConsolidateError, FailedError, ProgrammeError, TongketError
from tongket.exchange.csv import write_observations_csv
from tongket.files.folder import walk_reports
from tongket.files.naming import shown_name
from tongket.files.open import open_source
from tongket.files.outputs import put_in_place
from tongket.messages import N_, say
from tongket.model.consolidations import (
    Confirmed,
    Consolidation,
    Correction,
    DoubtfulKey,
    DoubtfulMatch,
    LeftOut,
    ReportRead,
)
from tongket.model.findings import Finding
from tongket.model.observations import Observation
from tongket.model.places import Span
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.model.rounds import Round
from tongket.model.units import Unit
from tongket.programmes.load import list_programmes, load_programme
from tongket.programmes.match import answers, match_report
from tongket.programmes.rounds import load_round
from tongket.reading.read import read_source
from tongket.registry.bodies import body_kind
from tongket.registry.units import Registry, load_units
from tongket.writing.compose import compose
from tongket.writing.confirmed import read_confirmed
from tongket.writing.docx import write_docx
from tongket.writing.findings_html import write_findings
from tongket.writing.frame import usual_writer
from tongket.writing.masking import mask_quote
from tongket.writing.workbook import write_workbook

ROUND_FILE = "dot-bao-cao.yaml"
REPORT_FILE = "bao-cao.docx"
WORKBOOK_FILE = "so-lieu.xlsx"
FINDINGS_FILE = "phat-hien.html"
CSV_FILE = "observations.csv"
FACTS_FOLDER = "facts"
OUTPUTS = (REPORT_FILE, WORKBOOK_FILE, FINDINGS_FILE, CSV_FILE, FACTS_FOLDER)

Progress = Callable[[str, int, int], None]


def read(path: str | Path) -> Report:
    """Read one report.

    Raises:
        ReadError: the file cannot be read, or is refused for its secrecy mark (FailedError: by the program's fault).
    """
    try:
        return read_source(open_source(Path(path)))
    except TongketError:
        raise
    except Exception as error:  # readers raise nothing; where one does, a file must not sink a province
        raise FailedError(error, where=shown_name(Path(path).name)) from error


def check(report: Report) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text.

    Where it answers a built-in programme, what that asks counts too.
    """
    answered = [one for one in list_programmes() if answers(report, one).how != "no"]
    return check_report(report, asked=[(one, match_report(report, one)) for one in answered])


def consolidate(
    folder: str | Path,
    programme: str | Path,
    out: str | Path,
    *,
    round_file: str | Path | None = None,
    confirmed: str | Path | None = None,
    progress: Progress = lambda _step, _done, _of: None,
) -> Consolidation:
    """Read, check and consolidate a folder of reports and facts; write the outputs into ``out``, whole or not at all.

    ``round_file`` says who was asked (default: ``dot-bao-cao.yaml`` in the folder or beside it, if there is one).
    ``confirmed`` is a workbook of an earlier run, corrected by a person. ``progress`` is told the step, and how much
    of it is done.

    Raises:
        ProgrammeError: the programme, the round or the units file holds a mistake.
        ReadError: the folder or the corrected workbook cannot be read.
        ConsolidateError: no file of the folder answers the programme, or the outputs cannot go where they should;
            nothing was written.
    """
    source, target = Path(folder), Path(out)
    _refuse_target(source, target)
    followed = load_programme(programme)
    file = _round_file(source, round_file)
    asked = load_round(file) if file else None
    if asked and asked.programme not in (followed.code, str(programme)):
        raise ProgrammeError(
            N_("this round asks about the programme '{asked}', not '{programme}'."),
            N_("Choose '{asked}' with --programme, or name the round of '{programme}' with --round."),
            where=asked.file,
            asked=asked.programme,
            programme=followed.code,
        )
    registry = load_units(Path(asked.units_file) if asked and asked.units_file else None)
    corrections = read_confirmed(Path(confirmed)) if confirmed else Confirmed(())
    given = [Path(one) for one in (file, confirmed, asked.units_file if asked else None) if one]
    skip = [target, *given, *_earlier_outputs(source)]
    reports, left_out = _read_folder(source, followed, registry, asked, skip, progress)
    facts, unusable = _facts(source, followed)
    left_out += unusable
    if not reports and not facts:
        raise ConsolidateError(
            N_("no file of this folder answers the programme '{programme}' ({count} files left out)."),
            N_("Check the folder and the programme; 'tongket read FILE' shows which directive a report names."),
            where=str(source),
            programme=followed.code,
            count=len(left_out),
        )
    whole = _round_of(followed, asked, reports, facts, registry)
    consolidation = _consolidated(followed, whole, registry, reports, left_out, facts, corrections)
    progress("write", 0, len(OUTPUTS))
    _write(consolidation, target, progress)
    return consolidation


def _refuse_target(source: Path, target: Path) -> None:
    """Let the folder for the outputs pass, or say why nothing can be written there, before the reports are read."""
    if target.exists() and not target.is_dir():
        raise ConsolidateError(
            N_("the outputs need a folder, and this is a file."), N_("Name a folder with -o."), where=str(target)
        )
    if source.resolve() == target.resolve():
        raise ConsolidateError(
            N_("the outputs would lie among the reports."),
            N_("Name another folder with -o, for instance 'ket-qua' inside this one."),
            where=str(target),
        )


def _earlier_outputs(folder: Path) -> list[Path]:
    """The documents that earlier runs wrote into ``folder`` or below it: no report of a lower body."""
    wrote = [one.parent for one in folder.rglob(FINDINGS_FILE) if (one.parent / WORKBOOK_FILE).is_file()]
    return [place / name for place in wrote for name in OUTPUTS]


def _round_file(folder: Path, named: str | Path | None) -> Path | None:
    if named:
        return Path(named)
    places = (folder / ROUND_FILE, folder.parent / ROUND_FILE)
    return next((place for place in places if place.is_file()), None)


def _read_folder(
    folder: Path,
    programme: Programme,
    registry: Registry,
    asked: Round | None,
    skip: Collection[Path],
    progress: Progress,
) -> tuple[list[ReportRead], list[LeftOut]]:
    """Every file of the folder: read, or left out with its reason. One bad file does not stop the others."""
    paths = [path for path in walk_reports(folder, skip) if path.relative_to(folder).parts[0] != FACTS_FOLDER]
    reports: list[ReportRead] = []
    left_out: list[LeftOut] = []
    for done, path in enumerate(paths):
        progress("read", done, len(paths))
        name = shown_name(path.relative_to(folder).as_posix())
        try:
            found = _take(name, read(path), programme, registry, asked)
        except TongketError as error:
            found = LeftOut(name, error.message())
        except Exception as error:  # as in ``read``
            found = LeftOut(name, FailedError(error, where=name).message())
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            reports.append(found)
    progress("read", len(paths), len(paths))
    return reports, left_out


def _take(
    name: str, report: Report, programme: Programme, registry: Registry, asked: Round | None
) -> ReportRead | LeftOut:
    """What ``report`` answers, or why it is left out."""
    answer = answers(report, programme)
    if answer.how == "no":
        return LeftOut(name, _other_directive(report, answer.named, programme))
    unit, body, kind = _reporter(report, registry, asked)
    matches = match_report(report, programme, unit.kind if unit else "")
    return ReportRead(
        file=name,
        report=report,
        unit=unit,
        body=body,
        kind=kind,
        findings=tuple(check_report(report, registry, [(programme, matches)])),
        matches=matches,
        how=answer.how,
        via=answer.via,
    )


def _other_directive(report: Report, named: str, programme: Programme) -> str:
    other = next((one for one in list_programmes() if answers(report, one).how != "no"), None)
    if other:
        return say(
            N_("reports on {named}: it answers the programme '{other}', not '{programme}'; run that one, too."),
            named=named or other.directive.symbol,
            other=other.code,
            programme=programme.code,
        )
    if named:
        return say(
            N_("reports on {named}, not on {directive}; consolidate it with the programme of {named}."),
            named=named,
            directive=programme.directive.symbol,
        )
    return say(N_("names no directive, and fills in none of the programme's forms; check whether it belongs here."))


def _reporter(report: Report, registry: Registry, asked: Round | None) -> tuple[Unit | None, str, str]:
    """The unit, name and kind of the body that reports: by the round's list first, then by the table of units."""
    head = report.letterhead
    body = head.issuing_body or ""
    kind = body_kind(body)
    date = head.date if head.date and len(head.date) == 10 else None
    on = date or (asked.period_end if asked else None)
    units = registry.of_body(body, on) if body else ()
    if not units and head.parent_body:  # 'SỞ NỘI VỤ' under 'UBND TỈNH ...' names its unit in the line above
        units = registry.of_body(head.parent_body, on)
    if asked:
        wanted = {one.unit for one in asked.asked}
        listed = [unit for unit in units if unit.id in wanted] or [unit for unit in units if unit.id == asked.unit]
        units = tuple(listed) or units
    if len({unit.id for unit in units}) > 1:  # homonyms: the report itself may name the unit above
        units = tuple(unit for unit in units if _names_above(report.text, unit, registry))
    unit = units[0] if len({unit.id for unit in units}) == 1 else None
    return unit, body or say(N_("(body not named)")), kind.code if kind else "ubnd"


def _names_above(text: str, unit: Unit, registry: Registry) -> bool:
    return any(above.full_name in text for above in registry.above(unit.id) if above.kind != "nation")


def _facts(folder: Path, programme: Programme) -> tuple[tuple[Observation, ...], list[LeftOut]]:
    """What earlier runs kept for this programme in the facts folder inside ``folder``, or in ``folder`` if it is one;
    and the files of facts that cannot be used.
    """
    found: list[Observation] = []
    unusable: list[LeftOut] = []
    for file in (*fact_files(folder / FACTS_FOLDER), *fact_files(folder)):
        try:
            found += [one for one in read_fact_file(file) if one.programme == programme.code]
        except TongketError as error:
            unusable.append(LeftOut(shown_name(file.relative_to(folder).as_posix()), error.message()))
    return tuple(found), unusable


def _round_of(
    programme: Programme,
    asked: Round | None,
    reports: Sequence[ReportRead],
    facts: Sequence[Observation],
    registry: Registry,
) -> Round:
    """The round as given, or what reports and facts themselves tell: the unit above all of them, and nobody asked."""
    if asked:
        return asked
    units = [*(one.unit for one in reports), *(registry.unit(unit) for unit in {one.unit for one in facts})]
    above = {unit.parent for unit in units if unit and unit.parent}
    parent = next(iter(above)) if len(above) == 1 else "vn"
    unit = registry.unit(parent) or registry.unit("vn")
    name = usual_writer(unit, programme.regime) if unit else ""
    return Round(
        programme=programme.code,
        unit=unit.id if unit else "vn",
        body=name,
        place=unit.name if unit and unit.kind != "nation" else "",
        period_start=programme.period_start,
        period_end=programme.period_end,
    )


def _consolidated(
    programme: Programme,
    whole: Round,
    registry: Registry,
    reports: Sequence[ReportRead],
    left_out: Sequence[LeftOut],
    facts: tuple[Observation, ...],
    confirmed: Confirmed,
) -> Consolidation:
    top = registry.unit(whole.unit, whole.period_end or None) or registry.unit(whole.unit)
    if top is None:
        raise ConsolidateError(
            N_("the round's unit '{unit}' is in no table of units."),
            N_("Add it to the round's units file, or correct 'unit' in the round."),
            where=whole.file,
            unit=whole.unit,
        )
    reports, used, twice = _without_duplicates(reports)
    observations, doubtful = _observed(programme, whole, used)
    joined = join_facts(facts, observations)
    corrected = apply_corrections(
        joined.observations, doubtful, confirmed.corrections, partial(_taken, programme, whole, used)
    )
    rolled = roll_up(corrected.observations, programme, whole, registry)
    named = {one.unit for one in corrected.observations} | {one.unit for one in whole.asked}
    named |= {one.unit.id for one in reports if one.unit}
    known = [registry.unit(name, whole.period_end or None) or registry.unit(name) for name in sorted(named)]
    units = tuple(one for one in known if one)
    return Consolidation(
        programme=programme,
        round=whole,
        unit=top,
        date=whole.date,
        reports=tuple(reports),
        left_out=(*left_out, *twice, *_replaced(joined.replaced), *_not_taken_back(confirmed, corrected.unused)),
        observations=corrected.observations,
        rollups=rolled.rollups,
        coverage=coverage_lines(whole, used, corrected.observations, programme),
        findings=tuple(check_unit_sums(programme, rolled.compared, (top, *units))),
        doubtful=corrected.doubtful,
        units=units,
    )


def _observed(
    programme: Programme, whole: Round, used: Sequence[ReportRead]
) -> tuple[list[Observation], list[DoubtfulMatch]]:
    """What the reports answer, and the matches that a person must look at first."""
    observations: list[Observation] = []
    doubtful: list[DoubtfulMatch] = []
    for one in used:
        if one.unit is None:
            doubtful += [
                DoubtfulMatch(one.file, "", one.body, match) for match in one.matches if match.value is not None
            ]
            continue
        made, left = observe(
            one.report, one.matches, programme, one.unit, one.body, whole, kind=one.kind, file=one.file
        )
        observations += [replace(seen, passage=mask_quote(seen.passage, one)) for seen in made]
        doubtful += [DoubtfulMatch(one.file, one.unit.id, one.body, match) for match in left]
    return observations, doubtful


def _taken(
    programme: Programme, whole: Round, used: Sequence[ReportRead], doubtful: DoubtfulMatch
) -> Observation | None:
    """The observation that a doubtful match makes, now that a person has confirmed it."""
    read_ = next((one for one in used if one.file == doubtful.file), None)
    if read_ is None or read_.unit is None:
        return None
    sure = replace(doubtful.match, confidence=1.0)
    made, _ = observe(read_.report, [sure], programme, read_.unit, read_.body, whole, kind=read_.kind, file=read_.file)
    return replace(made[0], passage=mask_quote(made[0].passage, read_)) if made else None


def _replaced(facts: Iterable[Observation]) -> list[LeftOut]:
    """The sources whose facts a report of this run stands for, each with that reason."""
    reason = N_("facts of an earlier run: {body} has sent another report for the same period, which is used instead.")
    bodies = {one.source: one.body for one in facts}
    return [LeftOut(source, say(reason, body=body)) for source, body in bodies.items()]


def _not_taken_back(confirmed: Confirmed, unused: Sequence[Correction]) -> list[LeftOut]:
    """The rows of the corrected workbook that could not be used, each with its reason."""
    reason = N_(
        "the workbook's row for {indicator} fits no value of this run; the report has changed since. "
        "Open the new workbook and confirm again."
    )
    return [LeftOut(error.where, error.message()) for error in confirmed.refused] + [
        LeftOut(
            one.key.file if isinstance(one.key, DoubtfulKey) else one.key.body, say(reason, indicator=one.key.indicator)
        )
        for one in unused
    ]


def _without_duplicates(
    reports: Sequence[ReportRead],
) -> tuple[list[ReportRead], list[ReportRead], list[LeftOut]]:
    """All reports with their findings, those whose figures are used, and the doubled ones with the reason."""
    doubled = dict(check_duplicates(reports))
    unlisted = [_with(one, _unit_findings(one)) for one in reports]
    whole = [_with(one, [doubled[one.file]]) if one.file in doubled else one for one in unlisted]
    used = [one for one in whole if one.file not in doubled]
    reason = N_(
        "{body} sent two reports; {used} is used, and this one is not counted. Ask which is right, and take the other "
        "out of the folder."
    )
    twice = [
        LeftOut(one.file, say(reason, body=one.body, used=doubled[one.file].facts["used"]))
        for one in whole
        if one.file in doubled
    ]
    return whole, used, twice


def _unit_findings(one: ReportRead) -> list[Finding]:
    """What the folder adds to a report whose unit is not known: its figures wait for a person."""
    if one.unit or any(finding.kind == "unit-unknown" for finding in one.findings):
        return []
    head = one.report.letterhead
    at = head.issuing_body_at or head.type_at or Span(0, min(1, len(one.report.text)))
    return [Finding("unit-unknown", "warning", at, "", {"unit": one.body})]


def _with(one: ReportRead, findings: Iterable[Finding]) -> ReportRead:
    more = tuple(findings)
    return replace(one, findings=(*more, *one.findings)) if more else one


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    write: Callable[[Path], object]


def _write(consolidation: Consolidation, target: Path, progress: Progress) -> None:
    """Write all outputs beside ``target`` first, then put them in place: they appear whole or not at all."""
    steps = (
        _Step(REPORT_FILE, lambda path: write_docx(compose(consolidation), path)),
        _Step(WORKBOOK_FILE, lambda path: write_workbook(consolidation, path)),
        _Step(FINDINGS_FILE, lambda path: write_findings(consolidation, path)),
        _Step(CSV_FILE, lambda path: write_observations_csv(path, consolidation.observations)),
        _Step(FACTS_FOLDER, lambda path: write_observations(path, consolidation.observations)),
    )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".tongket-", dir=target.parent) as unfinished:
            for done, step in enumerate(steps, start=1):
                step.write(Path(unfinished) / step.name)
                progress("write", done, len(steps))
            put_in_place(Path(unfinished), target, OUTPUTS)
    except OSError as error:
        raise ConsolidateError(
            N_("the outputs cannot be written ({reason})."),
            N_("Close the files if they are open in Word or Excel, or choose another folder with -o."),
            where=str(target),
            reason=error.strerror or type(error).__name__,
        ) from error
