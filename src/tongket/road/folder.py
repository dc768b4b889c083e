"""The first steps of the road over a folder: every file read and checked, and sorted to the programme it answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tongket.checking.check import check_report
from tongket.consolidating.entry_facts import latest, read_entries
from tongket.consolidating.facts import fact_files, read_fact_file
from tongket.errors import FailedError, TongketError
from tongket.files.folder import walk_reports
from tongket.files.naming import shown_name
from tongket.messages import N_, say
from tongket.model.consolidations import LeftOut, ReportRead
from tongket.model.entries import Entry
from tongket.model.observations import Observation
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.model.rounds import Round
from tongket.model.tables import ENTRY_TABLES, OBSERVATIONS
from tongket.model.units import Unit
from tongket.programmes.load import list_programmes
from tongket.programmes.match import answers, match_report
from tongket.registry.bodies import body_kind
from tongket.registry.units import Registry
from tongket.road.names import Progress
from tongket.road.reading import read

_TABLES = (OBSERVATIONS.name, *(table.name for table in ENTRY_TABLES))


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds for a programme: reports, the values of facts, entries of registers, and what is left out."""

    reports: tuple[ReportRead, ...]
    facts: tuple[Observation, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it answers the programme."""
        return not (self.reports or self.facts or self.entries)

    @property
    def units(self) -> frozenset[str]:
        """The units whose values or entries are not from reports."""
        return frozenset({one.unit for one in self.facts} | {one.unit for one in self.entries})


def read_folder(
    folder: Path,
    programme: Programme,
    registry: Registry,
    asked: Round | None,
    skip: Collection[Path],
    progress: Progress,
) -> Found:
    """Every file of the folder: read, or left out with its reason. One bad file does not stop the others."""
    homes = facts_folders(folder, skip)
    reports, left_out = _read_reports(folder, programme, registry, asked, [*skip, *homes], progress)
    facts, entries, unusable = _read_facts(folder, homes, programme)
    return Found(tuple(reports), facts, entries, (*left_out, *unusable))


def _read_reports(
    folder: Path,
    programme: Programme,
    registry: Registry,
    asked: Round | None,
    skip: Collection[Path],
    progress: Progress,
) -> tuple[list[ReportRead], list[LeftOut]]:
    paths = list(walk_reports(folder, skip))
    reports: list[ReportRead] = []
    left_out: list[LeftOut] = []
    for done, path in enumerate(paths):
        progress("read", done, len(paths))
        name = shown_name(path.relative_to(folder).as_posix())
        found = read_one(name, partial(read, path), programme, registry, asked)
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            reports.append(found)
    progress("read", len(paths), len(paths))
    return reports, left_out


def read_one(
    name: str, opened: Callable[[], Report], programme: Programme, registry: Registry, asked: Round | None
) -> ReportRead | LeftOut:
    """The report that ``opened`` gives and what it answers, or why the file ``name`` is left out; raises nothing."""
    try:
        return _take(name, opened(), programme, registry, asked)
    except TongketError as error:
        return LeftOut(name, error.message())
    except Exception as error:  # as in ``read``
        return LeftOut(name, FailedError(error, where=name).message())


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
    if not units and date:  # a body of a unit that had ended: kept at that unit; a finding says so
        units = registry.of_body_before(body, date)
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


def facts_folders(folder: Path, skip: Collection[Path] = ()) -> tuple[Path, ...]:
    """The folders of facts in ``folder``, itself or below it at any depth: those of earlier runs, of lower levels."""
    tables = [found.parent for name in _TABLES for found in folder.rglob(name) if any(found.glob("*.parquet"))]
    passed = [path.resolve() for path in skip]
    kept = [home for home in dict.fromkeys(tables) if not any(home.resolve().is_relative_to(path) for path in passed)]
    return tuple(sorted(kept))


def _read_facts(
    folder: Path, homes: Iterable[Path], programme: Programme
) -> tuple[tuple[Observation, ...], tuple[Entry, ...], list[LeftOut]]:
    """What is kept for the programme in folders of facts, and the files that cannot be used.

    What a programme counts is not among the values: it is counted again, from the entries.
    """
    found: list[Observation] = []
    entries: list[Entry] = []
    unusable: list[LeftOut] = []
    registers = {one.code for one in programme.registers}
    for home in homes:
        for file in fact_files(home):
            try:
                values = [one for one in read_fact_file(file) if one.programme == programme.code]
            except TongketError as error:
                unusable.append(LeftOut(shown_name(file.relative_to(folder).as_posix()), error.message()))
                continue
            found += [one for one in values if one.origin != "counted"]
        try:
            entries += [one for one in read_entries(home) if one.register in registers] if registers else []
        except TongketError as error:
            unusable.append(LeftOut(shown_name(home.relative_to(folder).as_posix()), error.message()))
    return tuple(found), latest(entries), unusable
