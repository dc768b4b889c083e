"""What a job starts from: folders and files of reports, filled-in templates, and folders of facts, in any mix."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path, PurePosixPath

from tongket.consolidating.entry_facts import entry_name, latest, read_entries
from tongket.consolidating.facts import fact_files, read_fact_files, says
from tongket.errors import ReadError, TongketError, failed_on
from tongket.exchange.templates.reading import TemplateRead, is_template, read_template
from tongket.files.folder import walk_reports
from tongket.files.naming import shown_name
from tongket.messages import N_, say
from tongket.model.consolidations import LeftOut, ReportRead
from tongket.model.entries import Entry
from tongket.model.observations import Observation
from tongket.model.places import ObservationKey
from tongket.model.programmes import Programme
from tongket.model.rounds import Round
from tongket.model.tables import ENTRY_TABLES, OBSERVATIONS
from tongket.registry.units import Registry
from tongket.road.appendices import Given, with_tables
from tongket.road.folder import read_one
from tongket.road.names import Progress
from tongket.road.pool import CRASHED, Crashed, Setup, in_processes
from tongket.road.reading import read
from tongket.road.readying import conversions_kept, converted_ahead, unpacked

_TABLES = (OBSERVATIONS.name, *(table.name for table in ENTRY_TABLES))
_BOOKS = (".xlsx", ".xlsm")
_TABLES_OF_VALUES = (".csv", ".tsv", ".parquet")
_MANY = 40  # files from which on it pays to start a process for each core


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a programme: reports, values of facts and of templates, entries, and what is left out."""

    reports: tuple[ReportRead, ...]
    facts: tuple[Observation, ...]
    typed: tuple[Observation, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it answers the programme."""
        return not (self.reports or self.facts or self.typed or self.entries)

    @property
    def units(self) -> frozenset[str]:
        """The units whose values or entries are not from reports."""
        return frozenset({one.unit for one in (*self.facts, *self.typed)} | {one.unit for one in self.entries})


def read_inputs(
    places: Sequence[Path],
    programme: Programme,
    registry: Registry,
    asked: Round | None,
    skip: Collection[Path],
    progress: Progress,
) -> Found:
    """All that ``places`` hold: each file read, or left out with its reason. One bad file does not stop the others.

    Raises:
        ReadError: a place is not there, or holds far more files than reports of one round.
    """
    _refuse_tables_of_values(places)
    homes = {home: name for place in places for home, name in _facts_folders(place, skip)}
    reports: list[ReportRead] = []
    books: list[TemplateRead] = []
    left_out: list[LeftOut] = []
    with unpacked(_named_files(places, [*skip, *homes])) as (named, not_unpacked), conversions_kept() as store:
        left_out += [LeftOut(error.where, error.message()) for error in not_unpacked]
        files = with_tables(named, [path for path, _ in named if _is_book(path)])
        setup = Setup(_set_up, (programme, registry, asked))
        progress("read", 0, len(files))
        ahead = converted_ahead(files, lambda file: file.path, store)
        read_all = in_processes(_read, ahead, setup, None if len(files) > _MANY else 1)
        for done, (file, found) in enumerate(read_all, 1):
            progress("read", done, len(files))
            match found:
                case ReportRead():
                    reports.append(found)
                case TemplateRead():
                    books.append(found)
                case LeftOut():
                    left_out.append(found)
                case Crashed():
                    left_out.append(LeftOut(file.name, say(CRASHED)))
    facts, entries, unusable = _read_facts(homes, programme)
    typed, revised = _typed(books)
    return Found(
        tuple(reports),
        facts,
        typed,
        _numbered(entries, [entry for book in books for entry in book.entries]),
        (*left_out, *(one for book in books for one in _refused(book)), *revised, *unusable),
    )


def _refuse_tables_of_values(places: Sequence[Path]) -> None:
    for place in places:
        if place.is_file() and place.suffix.lower() in _TABLES_OF_VALUES:
            raise ReadError(
                N_("this is a table of values, not a report."),
                N_("Take it into a folder of facts with 'tongket facts import', and name that folder here."),
                where=place.name,
            )


def _named_files(places: Sequence[Path], skip: Collection[Path]) -> Iterator[tuple[Path, str]]:
    """The files that could be reports or workbooks, each with the name by which it is spoken of."""
    for place in places:
        lead = f"{place.name}/" if len(places) > 1 and place.is_dir() else ""
        for path in [place] if place.is_file() else walk_reports(place, skip, tables=True):
            yield path, shown_name(lead + (path.name if path == place else path.relative_to(place).as_posix()))


def _facts_folders(place: Path, skip: Collection[Path]) -> Iterator[tuple[Path, str]]:
    """Folders of facts, ``place`` itself or below it at any depth: those of earlier runs, of lower levels."""
    tables = [found.parent for name in _TABLES for found in place.rglob(name) if any(found.glob("*.parquet"))]
    passed = [path.resolve() for path in skip]
    for home in sorted(set(tables)):
        if not any(home.resolve().is_relative_to(path) for path in passed):
            yield home, "" if home == place else f"{home.relative_to(place).as_posix()}/"


@cache
def _job() -> dict[str, tuple[Programme, Registry, Round | None]]:
    return {}


def _set_up(programme: Programme, registry: Registry, asked: Round | None) -> None:
    _job()["now"] = (programme, registry, asked)


def _is_book(path: Path) -> bool:
    """Whether ``path`` is a workbook that this program made to be filled in."""
    try:
        return path.suffix.lower() in _BOOKS and is_template(path)
    except Exception:  # as in ``read``; reading it says what is wrong with it
        return True


def _read(file: Given) -> ReportRead | TemplateRead | LeftOut:
    """What one file holds, with its appendices; raises nothing."""
    path, name = file.path, file.name
    programme, registry, asked = _job()["now"]
    try:
        if path.suffix.lower() in _BOOKS and is_template(path):
            return replace(read_template(path, programme, registry), file=name)
    except TongketError as error:
        return LeftOut(name, error.message())
    except Exception as error:  # as in ``read``: one file must not sink a province
        return LeftOut(name, failed_on(error, where=name).message())
    opened = partial(read, path, name=PurePosixPath(name).name, appendices=[one for one, _ in file.appendices])
    return read_one(name, opened, programme, registry, asked)


def _refused(book: TemplateRead) -> Iterator[LeftOut]:
    """The rows of a template that cannot be used; the others count."""
    for row in book.refused:
        yield LeftOut(book.file, " ".join(error.message() for error in row.errors))


def _typed(books: Iterable[TemplateRead]) -> tuple[tuple[Observation, ...], list[LeftOut]]:
    """The answers of templates, each once; where two give one answer in two ways, the later by name counts."""
    answers: dict[ObservationKey, tuple[str, Observation]] = {}
    clashes: dict[tuple[str, str, str], list[str]] = {}
    for book in books:
        for one in book.observations:
            file, other = answers.get(one.key, (book.file, one))
            if says(other) != says(one):
                clashes.setdefault((file, book.file, one.body), []).append(one.indicator)
            answers[one.key] = book.file, one
    reason = N_(
        "{body} gives other values for {indicators} in {used}, and those are used. Ask which are right, and take the "
        "other template out of the folder."
    )
    return tuple(one for _, one in answers.values()), [
        LeftOut(file, say(reason, body=body, indicators=", ".join(dict.fromkeys(codes)), used=used))
        for (file, used, body), codes in clashes.items()
    ]


def _numbered(facts: Iterable[Entry], typed: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each entry once: the latest revision of ``facts``, and over it what a template says now."""
    found = list(facts)
    latest_of = {entry_name(one): one.revision for one in latest(found)}
    for one in typed:
        latest_of[entry_name(one)] = revision = latest_of.get(entry_name(one), 0) + 1
        found.append(replace(one, revision=revision))
    return latest(found)


def _read_facts(
    homes: dict[Path, str], programme: Programme
) -> tuple[tuple[Observation, ...], list[Entry], list[LeftOut]]:
    """What is kept for the programme in folders of facts, and the files that cannot be used.

    What a programme counts is not among the values: it is counted again, from the entries.
    """
    found: list[Observation] = []
    entries: list[Entry] = []
    unusable: list[LeftOut] = []
    registers = {one.code for one in programme.registers}
    for home, name in homes.items():
        for file, values in read_fact_files(fact_files(home), programme.code):
            if isinstance(values, ReadError):
                unusable.append(LeftOut(shown_name(name + file.relative_to(home).as_posix()), values.message()))
            else:
                found += [one for one in values if one.origin != "counted"]
        try:
            entries += [one for one in read_entries(home) if one.register in registers] if registers else []
        except TongketError as error:
            unusable.append(LeftOut(shown_name(name.rstrip("/") or home.name), error.message()))
    return tuple(found), entries, unusable
