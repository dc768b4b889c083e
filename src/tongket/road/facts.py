"""Facts taken in, checked and shown (nhập, kiểm tra, xem kho số liệu): the road's part in ``tongket facts``."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import get_args

from tongket.checking.facts import check_facts as check_rows
from tongket.checking.privacy import personal_data_in
from tongket.consolidating.comparing import compare_facts, declared_periods
from tongket.consolidating.counting import counted_observations
from tongket.consolidating.entry_facts import write_entries
from tongket.consolidating.facts import import_name, next_revisions, write_observations
from tongket.consolidating.imports.take_in import take_in
from tongket.consolidating.showing import FactsShown, Wanted, facts_shown, observations_shown
from tongket.errors import ReadError
from tongket.exchange.facts_columns import Columns, TableMapping, find_columns, read_mapping
from tongket.exchange.facts_staging import stage_table
from tongket.exchange.facts_table import FlatTable, open_table
from tongket.exchange.refused_rows import write_refused
from tongket.exchange.templates.book import MARK
from tongket.exchange.templates.reading import read_template
from tongket.exchange.templates.refused import write_refused_rows
from tongket.files.lock import only_writer
from tongket.messages import N_
from tongket.model.comparisons import Limits
from tongket.model.findings import Finding
from tongket.model.imports import Imported, Refusal
from tongket.model.mistakes import Mistake
from tongket.model.observations import Observation
from tongket.model.places import ObservationKey
from tongket.model.programmes import Programme
from tongket.model.rounds import Round
from tongket.model.tables import OBSERVATIONS
from tongket.programmes.load import HEADER_FILE, PACKS, load_programme
from tongket.registry.cycles import Regime
from tongket.registry.periods import period
from tongket.registry.units import Registry, load_units

_WORK = ".import-"  # folder of an import that is under way, inside the folder of facts


@dataclass(frozen=True, slots=True)
class FactsChecked:
    """Findings between the values of a folder; ``left_off`` are those beyond the most that one comparison gives."""

    findings: tuple[Finding, ...]
    compared: int
    left_off: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a folder of facts holds of what was asked for; ``observations`` are read while they are taken.

    ``programmes`` are those of them that come with the package, by code.
    """

    held: FactsShown
    observations: Iterator[Observation]
    programmes: Mapping[str, Programme]


def import_facts(
    files: Sequence[str | Path],
    facts: str | Path,
    programme: str | Path,
    *,
    mapping: str | Path | None = None,
    constants: Mapping[str, str] | None = None,
    regime: Regime | None = None,
    partial: bool = False,
    refused: str | Path | None = None,
    preview: bool = False,
    units_file: str | Path | None = None,
) -> tuple[Imported, ...]:
    """Take tables of values (CSV, TSV, XLSX, Parquet) into the folder ``facts``: all of them or, when a row of any is
    refused, nothing; with ``partial`` the good rows, and the others go to the table ``refused`` with their reasons.

    ``constants`` are fields that hold for every row, and ``regime`` says whose closing days 'quý I/2026' has, over what
    ``mapping`` says. With ``preview`` nothing is written.

    Raises:
        ReadError: a file or the mapping cannot be read, or the folder cannot be written.
        ProgrammeError: the programme or the units file holds a mistake.
    """
    folder = Path(facts)
    asked = load_programme(programme)
    registry = load_units(Path(units_file) if units_file else None)
    said = read_mapping(Path(mapping)) if mapping else TableMapping()
    said = replace(said, constants={**said.constants, **(constants or {})}, regime=regime or said.regime)
    tables = [open_table(Path(file)) for file in files]
    place = None if preview else folder  # what is written there is put in place by a mere change of name
    with (
        nullcontext() if preview else only_writer(folder),
        tempfile.TemporaryDirectory(prefix=_WORK, dir=place, ignore_cleanup_errors=True) as work,
    ):
        _clear_up(folder, Path(work))
        target = Path(refused) if refused else None
        return _Import(folder, asked, registry, said, Path(work), partial, target, preview).run(tables)


def _clear_up(folder: Path, work: Path) -> None:
    """Take away what imports left behind that were stopped by force; their lock went with them."""
    if work.parent == folder:
        for left in folder.glob(f"{_WORK}*"):
            if left != work:
                shutil.rmtree(left, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Step:
    """One table that was checked: what became of it, and how it is written when all have passed."""

    imported: Imported
    finish: Callable[[], None] = lambda: None
    unfinished: Path | None = None


@dataclass(frozen=True, slots=True)
class _Import:
    folder: Path
    programme: Programme
    registry: Registry
    mapping: TableMapping
    work: Path
    partial: bool
    refused: Path | None
    preview: bool

    def run(self, tables: Sequence[FlatTable]) -> tuple[Imported, ...]:
        """Check every table, then put what was written in place."""
        steps: list[_Step] = []
        for number, table in enumerate(tables):
            also = [step.unfinished for step in steps if step.unfinished]
            step = self._template(table, number, also) if MARK in table.sheets else self._table(table, number, also)
            steps.append(step)
        done = tuple(step.imported for step in steps)
        if self.preview or (not self.partial and any(one.refused for one in done)):
            return tuple(replace(one, written="") for one in done)
        for step in steps:
            step.finish()
        return done

    def _template(self, table: FlatTable, number: int, also: Sequence[Path]) -> _Step:
        """A workbook that ``facts template`` made: entries of registers, and the answers of its forms."""
        read = read_template(table.path, self.programme, self.registry)
        refused_file = str(self._refused_path(number)) if read.refused and self._writes_refused() else ""
        if refused_file:
            write_refused_rows(self._refused_path(number), read)
        fresh = next_revisions(self.folder, read.observations, also)
        unfinished = next(iter(write_observations(self.work / str(number), fresh)), None)
        target = self._free_place(unfinished) if unfinished else None
        revised = sum(one.revision > 1 for one in fresh)
        refusals = tuple(
            Refusal(one.row, one.sheet, error.what, error.mend, {n: str(v) for n, v in error.facts.items()})
            for one in read.refused
            for error in one.errors
        )

        def finish() -> None:
            if unfinished and target:
                target.parent.mkdir(parents=True, exist_ok=True)
                unfinished.replace(target)
            write_entries(self.folder, read.entries)

        return _Step(
            Imported(
                table.file,
                rows=len(read.entries) + len(read.observations) + len(read.refused),
                new=len(fresh) - revised,
                revised=revised,
                same=len(read.observations) - len(fresh),
                entries=len(read.entries),
                refused=len(read.refused),
                refusals=refusals,
                reasons=tuple((one, 1) for one in refusals),
                written=target.name if target else "",
                refused_file=refused_file,
            ),
            finish,
            unfinished,
        )

    def _free_place(self, made: Path) -> Path:
        """Where a file of answers goes: a template gives more than before when units or forms have come since."""
        folder = self.folder / OBSERVATIONS.name
        names = chain([made.name], (f"{made.stem}-{more}{made.suffix}" for more in count(2)))
        return next(folder / name for name in names if not (folder / name).exists())

    def _table(self, table: FlatTable, number: int, also: Sequence[Path]) -> _Step:
        columns = find_columns(table, self.programme, self.mapping)
        work = self.work / str(number)
        work.mkdir()
        staged = stage_table(table, columns, work / "rows.csv")
        named = tuple(zip(columns.headers, columns.taken, strict=True))
        name = import_name(staged.sha256, self.programme.code, self.programme.version)
        if (self.folder / OBSERVATIONS.name / f"{name}.parquet").exists():
            return _Step(Imported(table.file, staged.rows, same=staged.rows, columns=named, imported_before=True))
        taken = take_in(
            staged,
            self.folder,
            self.programme,
            self.registry,
            work,
            also=also,
            partial=self.partial,
            write=not self.preview,
            personal=lambda text: bool(personal_data_in(text)),
            refused=lambda refusals: self._write_refused(table, columns, refusals, number),
        )
        target = self.folder / OBSERVATIONS.name / f"{taken.name}.parquet"

        def finish() -> None:
            if taken.unfinished:
                target.parent.mkdir(parents=True, exist_ok=True)
                taken.unfinished.replace(target)

        imported = Imported(
            table.file,
            staged.rows,
            taken.new,
            taken.revised,
            taken.same,
            taken.blank,
            taken.refused,
            tuple(_headed(one, columns) for one in taken.refusals),
            tuple((_headed(one, columns), rows) for one, rows in taken.reasons),
            taken.notices,
            named,
            written=target.name if taken.unfinished else "",
            refused_file=str(self._refused_path(number)) if taken.refused and self._writes_refused() else "",
            first=taken.first,
        )
        return _Step(imported, finish, taken.unfinished)

    def _writes_refused(self) -> bool:
        return self.refused is not None and self.partial and not self.preview

    def _refused_path(self, number: int) -> Path:
        assert self.refused is not None
        return self.refused.with_stem(f"{self.refused.stem}-{number + 1}") if number else self.refused

    def _write_refused(self, table: FlatTable, columns: Columns, refusals: Iterator[Refusal], number: int) -> None:
        if self._writes_refused():
            write_refused(self._refused_path(number), table, columns, refusals)


def _headed(refusal: Refusal, columns: Columns) -> Refusal:
    """The refusal with its column as the table calls it."""
    return replace(refusal, column=columns.header(refusal.column))


def check_facts(
    facts: str | Path,
    programme: str | Path,
    *,
    periods: Sequence[str] = (),
    limits: Limits | None = None,
    units_file: str | Path | None = None,
) -> FactsChecked:
    """What in the folder ``facts`` is at odds with other values of it; at ``periods`` alone, where some are named.

    Raises:
        ReadError: there is no such folder, one of its files is damaged, or a period is none.
        ProgrammeError: the programme or the units file holds a mistake.
    """
    asked = load_programme(programme)
    registry = load_units(Path(units_file) if units_file else None)
    chosen = tuple(form for text in periods for form in _period_forms(text, asked))
    counted = _counted(Path(facts), asked, registry, chosen)
    found = compare_facts(Path(facts), asked, registry, limits or Limits(), chosen, counted)
    return FactsChecked(tuple(check_rows(found.rows, asked, registry)), found.compared, found.left_off)


def _counted(facts: Path, programme: Programme, registry: Registry, chosen: Collection[str]) -> list[Observation]:
    """What the registers of the folder add up to, at each period for which a value was declared."""
    wanted = [one for one in declared_periods(facts, programme) if not chosen or "/".join(one) in chosen]
    found: dict[ObservationKey, Observation] = {}
    for first, last in wanted:
        of_period = Round(programme.code, "vn", "", "", first or programme.period_start, last)
        found.update((one.key, one) for one in counted_observations(facts, programme, of_period, registry))
    return list(found.values())


def _period_forms(text: str, programme: Programme | None = None) -> tuple[str, ...]:
    """How a period that somebody names may be written in facts: of a flow, and of a stock at its end.

    Raises:
        ReadError: ``text`` names none.
    """
    schedule = programme.schedule if programme else None
    forms: list[str] = []
    for regime in (schedule.regime,) if schedule else get_args(Regime):
        found = period(text, regime)
        if isinstance(found, Mistake):
            raise ReadError(found.what, found.mend, **dict(found.facts))
        forms += [found.key, f"/{found.end}"]
    return tuple(dict.fromkeys(forms))


def show_facts(
    facts: str | Path,
    *,
    indicator: str = "",
    unit: str = "",
    during: str = "",
    programme: str = "",
    revisions: bool = False,
    units_file: str | Path | None = None,
) -> Shown:
    """What the folder ``facts`` holds: by import and period, and the observations themselves.

    ``unit`` is an id or a name, ``during`` a period as people write it.

    Raises:
        ReadError: there is no such folder, one of its files is damaged, or several units bear that name.
        ProgrammeError: the units file holds a mistake.
    """
    folder = Path(facts)
    registry = load_units(Path(units_file) if units_file else None)
    units = (_unit_id(unit, registry),) if unit else ()
    wanted = Wanted(indicator, units, _period_forms(during) if during else (), programme, revisions)
    held = facts_shown(folder, wanted)
    return Shown(held, observations_shown(folder, wanted), _known_programmes(held))


def _known_programmes(held: FactsShown) -> dict[str, Programme]:
    codes = {one.programme for one in held.imports}
    return {code: load_programme(code) for code in sorted(codes) if (PACKS / code / HEADER_FILE).is_file()}


def _unit_id(text: str, registry: Registry) -> str:
    """The id of the one unit that ``text`` is or names; of an unknown id, itself: a facts folder may know others."""
    if registry.states(text):
        return text
    found = registry.find(text)
    if len(found) > 1:
        raise ReadError(
            N_("several units are called '{name}': {units}."),
            N_("Give the id of the one you mean."),
            name=text,
            units="; ".join(f"{one.id} ({one.full_name})" for one in found[:8]),
        )
    return found[0].id if found else text
