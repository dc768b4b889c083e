"""The job: a folder of reports and facts into one consolidation, and its outputs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tongket.checking.facts import check_facts
from tongket.checking.folder import check_duplicates, check_unit_sums
from tongket.checking.registers import check_entries
from tongket.consolidating.ceased import ceased_units
from tongket.consolidating.confirm import apply_corrections
from tongket.consolidating.counting import count_entries, period_of
from tongket.consolidating.coverage import coverage_lines
from tongket.consolidating.explain import Explanation
from tongket.consolidating.explain import explain as explain_number
from tongket.consolidating.inputs import Question
from tongket.consolidating.joining import join_counted, join_facts
from tongket.consolidating.observe import observe
from tongket.consolidating.rollup import roll_up
from tongket.errors import ConsolidateError, NothingFits
from tongket.messages import N_, say
from tongket.model.comparisons import Ceased
from tongket.model.consolidations import (
    Confirmed,
    Consolidation,
    Correction,
    DoubtfulKey,
    DoubtfulMatch,
    LeftOut,
    ReportRead,
)
from tongket.model.entries import Entry
from tongket.model.findings import Finding
from tongket.model.observations import Observation
from tongket.model.places import Span
from tongket.model.programmes import Indicator, Programme
from tongket.model.rounds import AS_THE_ROUND_SAYS, Round, Wanted
from tongket.model.units import Unit
from tongket.programmes.load import load_programme
from tongket.registry.units import Registry, load_units
from tongket.road.inputs import Found, read_inputs
from tongket.road.names import OUTPUTS, Progress
from tongket.road.outputs import earlier_outputs, refuse_target, write_outputs
from tongket.road.rounds import complete_round, find_round
from tongket.road.units import unit_named
from tongket.writing.confirmed import read_confirmed
from tongket.writing.masking import mask_quote


@dataclass(frozen=True, slots=True)
class Explained:
    """What stands behind a number, and the indicator that it is of."""

    explanation: Explanation
    indicator: Indicator


def consolidate(
    sources: str | Path | Sequence[str | Path],
    programme: str | Path,
    out: str | Path,
    *,
    round_file: str | Path | None = None,
    confirmed: str | Path | None = None,
    wanted: Wanted = AS_THE_ROUND_SAYS,
    progress: Progress = lambda _step, _done, _of: None,
) -> Consolidation:
    """Read, check and consolidate ``sources``; write the outputs into ``out``, whole or not at all.

    ``sources`` are folders and files: reports, filled-in templates, folders of facts, in any mix. ``round_file`` says
    who was asked (default: ``dot-bao-cao.yaml`` in the first folder or beside it, if there is one).
    ``confirmed`` is a workbook of an earlier run, corrected by a person. ``wanted`` chooses unit, period and map.
    ``progress`` is told the step, and how much of it is done.

    Raises:
        ProgrammeError: the programme, the round or the units file holds a mistake.
        ReadError: a folder or the corrected workbook cannot be read.
        NothingFits: no file of the folder answers the programme; it says why of each.
        ConsolidateError: what is wanted is not known, or the outputs cannot go where they should; nothing was written.
    """
    target = Path(out)
    refuse_target([sources] if isinstance(sources, str | Path) else sources, target)
    consolidation = gather(
        sources, programme, round_file=round_file, confirmed=confirmed, wanted=wanted, skip=(target,), progress=progress
    )
    progress("write", 0, len(OUTPUTS))
    write_outputs(consolidation, target, progress)
    return consolidation


def gather(
    sources: str | Path | Sequence[str | Path],
    programme: str | Path,
    *,
    round_file: str | Path | None = None,
    confirmed: str | Path | None = None,
    wanted: Wanted = AS_THE_ROUND_SAYS,
    skip: Sequence[Path] = (),
    progress: Progress = lambda _step, _done, _of: None,
) -> Consolidation:
    """What ``consolidate`` writes, without writing it. Raises as it does."""
    followed = load_programme(programme)
    places = [Path(one) for one in ([sources] if isinstance(sources, str | Path) else sources)]
    asked = find_round(places, round_file, followed, programme)
    registry = load_units(Path(asked.units_file) if asked and asked.units_file else None)
    corrections = read_confirmed(Path(confirmed)) if confirmed else Confirmed(())
    given = [Path(one) for one in (asked and asked.file, confirmed, asked and asked.units_file) if one]
    earlier = [path for place in places for path in earlier_outputs(place)]
    found = read_inputs(places, followed, registry, asked, [*skip, *given, *earlier], progress)
    if found.is_empty:
        raise NothingFits(
            N_("no file of this folder answers the programme '{programme}' ({count} files left out)."),
            N_("Check the folder and the programme; 'tongket read FILE' shows which directive a report names."),
            where=", ".join(map(str, places)),
            programme=followed.code,
            count=len(found.left_out),
            reasons=tuple(one.line for one in found.left_out),
        )
    whole = complete_round(followed, asked, found.reports, found.units, registry, wanted)
    return _consolidated(followed, whole, registry, found, corrections)


def explain(
    sources: str | Path | Sequence[str | Path],
    programme: str | Path,
    indicator: str,
    unit: str,
    *,
    round_file: str | Path | None = None,
    confirmed: str | Path | None = None,
    wanted: Wanted = AS_THE_ROUND_SAYS,
    progress: Progress = lambda _step, _done, _of: None,
) -> Explained:
    """What stands behind one number of a consolidation: the value of ``indicator`` ('CODE' or 'CODE/CELL') at ``unit``.

    Raises:
        ReadError: ``unit`` names no unit, or several.
        ConsolidateError: the programme has no such indicator or cell; or as ``consolidate`` does.
    """
    whole = gather(sources, programme, round_file=round_file, confirmed=confirmed, wanted=wanted, progress=progress)
    code, _, cell = indicator.partition("/")
    measured = whole.programme.indicator(code)
    if measured is None or whole.programme.cell(measured, [cell]) != cell:
        raise ConsolidateError(
            N_("the programme '{programme}' has no indicator '{indicator}'."),
            N_("'tongket programmes show {programme}' lists the codes; a cell stands after a slash: DV-01/dtn."),
            programme=whole.programme.code,
            indicator=indicator,
        )
    asked = whole.round
    registry = load_units(Path(asked.units_file) if asked.units_file else None)
    question = Question(whole.programme, asked, registry, view=asked.view, as_of=asked.as_of, shared_by=asked.shared_by)
    found = unit_named(unit, registry, asked.as_of)
    return Explained(explain_number(whole.observations, question, code, found, cell), measured)


def _consolidated(
    programme: Programme, whole: Round, registry: Registry, found: Found, confirmed: Confirmed
) -> Consolidation:
    top = _unit_of(whole, registry)
    reports, used, twice = _without_duplicates(found.reports)
    observations, doubtful = _observed(programme, whole, used)
    joined = join_facts(found.facts, [*observations, *found.typed])
    corrected = apply_corrections(
        joined.observations, doubtful, confirmed.corrections, partial(_taken, programme, whole, used)
    )
    counted = _of_entries(count_entries(found.entries, programme, whole, registry), found.entries)
    registered = join_counted(corrected.observations, counted, period_of(programme, whole))
    rolled = roll_up(
        registered.observations,
        programme,
        whole,
        registry,
        view=whole.view,
        as_of=whole.as_of,
        shared_by=whole.shared_by,
    )
    named = {one.unit for one in registered.observations} | {one.unit for one in whole.asked}
    named |= {one.unit.id for one in reports if one.unit} | {one.unit for one in rolled.rollups}
    units = _units(named, whole, registry)
    return Consolidation(
        programme=programme,
        round=whole,
        unit=top,
        date=whole.date,
        reports=tuple(reports),
        left_out=(*found.left_out, *twice, *_replaced(joined.replaced), *_not_taken_back(confirmed, corrected.unused)),
        observations=registered.observations,
        rollups=rolled.rollups,
        coverage=coverage_lines(whole, used, registered.observations, programme),
        findings=(
            *check_unit_sums(programme, rolled.compared, (top, *units)),
            *check_facts(
                [*registered.miscounted, *_ceased(registered.observations, reports, registry)], programme, registry
            ),
            *check_entries(found.entries, programme, registry, period_of(programme, whole)[1]),
        ),
        doubtful=corrected.doubtful,
        units=units,
        entries=found.entries,
    )


def _unit_of(whole: Round, registry: Registry) -> Unit:
    """The unit that a round is of."""
    found = _units((whole.unit,), whole, registry)
    if not found:
        raise ConsolidateError(
            N_("the round's unit '{unit}' is in no table of units."),
            N_("Add it to the round's units file, or correct 'unit' in the round."),
            where=whole.file,
            unit=whole.unit,
        )
    return found[0]


def _units(names: Iterable[str], whole: Round, registry: Registry) -> tuple[Unit, ...]:
    """The units of these ids on the round's map, else as they last were; without those that no table holds."""
    known = (registry.unit(name, whole.as_of or None) or registry.unit(name) for name in sorted(names))
    return tuple(one for one in known if one)


def _ceased(observations: Sequence[Observation], reports: Sequence[ReportRead], registry: Registry) -> list[Ceased]:
    """Units that had ended and are answered for by templates and facts; a report says so itself."""
    read_now = {one.file for one in reports}
    return [one for one in ceased_units(observations, registry) if one.source not in read_now]


def _of_entries(counted: Iterable[Observation], entries: Iterable[Entry]) -> list[Observation]:
    """What was counted, tied to just these entries: other entries make another import."""
    content = "\n".join(f"{one.register}\t{one.unit}\t{one.body}\t{one.id}\t{one.revision}" for one in entries)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return [replace(one, source_sha256=sha256) for one in counted]


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
