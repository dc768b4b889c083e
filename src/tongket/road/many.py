"""Reading at scale: a folder of many reports into a folder of facts, with all cores, to be taken up where it stopped.

    facts/observations/8c1f...-ct-06-tu-1.parquet    the values of one report, as ``consolidate`` writes them
    facts/reading-ct-06-tu-1.tsv                     the work list: a line for each file that is done with

A report's values appear whole or not at all, before its line does: a run that was ended in the middle, by whatever,
goes on when it is started again, and nothing is lost or counted twice. Files that were left out are tried again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from tongket.consolidating.facts import write_observations
from tongket.consolidating.observe import observe
from tongket.errors import ReadError, why_not_written
from tongket.files.folder import walk_reports
from tongket.files.naming import shown_name
from tongket.messages import N_, say
from tongket.model.consolidations import LeftOut, ReportRead
from tongket.model.observations import Observation
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.model.rounds import Round
from tongket.programmes.load import load_programme
from tongket.programmes.rounds import load_round
from tongket.registry.units import Registry, load_units
from tongket.road.appendices import Given, with_tables
from tongket.road.folder import read_one
from tongket.road.names import ROUND_FILE, Progress
from tongket.road.pool import CRASHED, Crashed, Setup, in_processes
from tongket.road.reading import read
from tongket.road.readying import conversions_kept, converted_ahead, unpacked
from tongket.road.work_list import Line, WorkList
from tongket.writing.masking import mask_quote

_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")
_COPY = N_("the same file as {file}, which is read.")
_NO_UNIT = N_("{body}: its unit is in no table of units; its values wait for a person, in 'tongket consolidate'.")


@dataclass(frozen=True, slots=True)
class ManyRead:
    """``written``: reports whose values are in the facts now; ``earlier``: files that a run before this had done.

    ``values`` counts the values of ``written``, ``doubtful`` those of all files read now that were not taken: a person
    should look at them.
    """

    written: int
    earlier: int
    values: int
    doubtful: int
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one report gives: observations, and how many matches are left to a person."""

    observations: tuple[Observation, ...]
    doubtful: int


@dataclass(frozen=True, slots=True)
class Reader:
    """One report to observations of ``programme``, the same on one core, on all of them and on a cluster.

    ``asked`` is None where nobody says who was asked: the programme's period counts, and units of today's table.
    """

    programme: Programme
    registry: Registry
    asked: Round | None = None

    def take(self, name: str, opened: Callable[[], Report]) -> Taken | LeftOut:
        """The observations of the report that ``opened`` gives, or why there are none; raises nothing."""
        found = read_one(name, opened, self.programme, self.registry, self.asked)
        if isinstance(found, LeftOut):
            return found
        if found.unit is None:
            return LeftOut(name, say(_NO_UNIT, body=found.body))
        return self._observed(found)

    def _observed(self, found: ReportRead) -> Taken:
        assert found.unit is not None  # taken care of above
        whole = self.asked or Round(self.programme.code, found.unit.parent, "", "", "", "")
        made, left = observe(
            found.report,
            found.matches,
            self.programme,
            found.unit,
            found.body,
            whole,
            kind=found.kind,
            file=found.file,
        )
        return Taken(tuple(replace(one, passage=mask_quote(one.passage, found)) for one in made), len(left))


def load_reader(programme: str | Path, round_file: str | Path | None = None) -> Reader:
    """The reader of a programme and round.

    Raises:
        ProgrammeError: the programme, the round or its units file holds a mistake.
    """
    asked = load_round(Path(round_file)) if round_file else None
    registry = load_units(Path(asked.units_file) if asked and asked.units_file else None)
    return Reader(load_programme(programme), registry, asked)


def read_many(
    folder: str | Path,
    facts: str | Path,
    programme: str | Path,
    *,
    round_file: str | Path | None = None,
    workers: int | None = None,
    progress: Progress = lambda _step, _done, _of: None,
) -> ManyRead:
    """Read the reports of ``folder`` and its subfolders into the folder ``facts``, with ``workers`` processes.

    ``round_file`` says who was asked (default: ``dot-bao-cao.yaml`` in the folder or beside it, if there is one).
    ``workers`` None: one for each core. A bad file, also one over which a process dies, is left out with its reason.
    Reports of the same body for the same period are all kept: which of them counts is decided when they are added up.

    Raises:
        ReadError: there is no such folder, or the facts cannot be written; what was read until then is kept.
        ProgrammeError: as ``load_reader``.
    """
    source, target = Path(folder), Path(facts)
    places = (source / ROUND_FILE, source.parent / ROUND_FILE)
    reader = load_reader(programme, round_file or next((place for place in places if place.is_file()), None))
    given = [Path(one) for one in (round_file, reader.asked.units_file if reader.asked else None) if one]
    named = [
        (path, shown_name(path.relative_to(source).as_posix()))
        for path in walk_reports(source, [target, *given], tables=True)
    ]
    with unpacked(named) as (found, not_unpacked), conversions_kept() as store:
        files = with_tables(found)
        setup = Setup(_set_up, (reader, target))

        def do(tasks: Iterator[Task]) -> Iterator[tuple[Task, Line | Crashed]]:
            ahead = converted_ahead(tasks, lambda task: Path(task.path), store)
            return in_processes(_read_into_facts, ahead, setup, workers)

        with writing_facts(target, reader.programme) as work_list:
            done = read_tasks(map(_task, files), len(files), do, work_list, progress)
    refused = [LeftOut(error.where, error.message()) for error in not_unpacked]
    return replace(done, left_out=(*refused, *done.left_out))


@contextmanager
def writing_facts(facts: Path, programme: Programme) -> Iterator[WorkList]:
    """The work list of ``programme`` in the folder ``facts``, while facts are written there.

    Raises:
        ReadError: they cannot be written.
    """
    name = f"reading-{_UNSAFE.sub('-', programme.code)}-{programme.version}.tsv"
    try:
        with WorkList(facts / name) as work_list:
            yield work_list
    except OSError as error:
        raise ReadError(
            N_("the facts cannot be written ({reason})."),
            N_("Choose another folder, or make room on the disk; what was read so far is kept."),
            where=str(facts),
            reason=why_not_written(error),
        ) from error


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read, with its ``appendices``; ``sha256`` is "" where one cannot be opened: reading it says why."""

    path: str
    name: str
    sha256: str
    appendices: tuple[str, ...] = ()


Do = Callable[[Iterator[Task]], Iterator[tuple[Task, Line | Crashed]]]


def read_tasks(files: Iterable[Task], count: int, do: Do, work_list: WorkList, progress: Progress) -> ManyRead:
    """Have ``do`` read those of the ``count`` ``files`` that are not done yet, each content once; keep its lines."""
    chosen = _Chosen(list(files), work_list.done)
    lines: list[Line] = []
    progress("read", 0, count)
    for task, found in do(iter(chosen)):
        if isinstance(found, Crashed):
            found = Line(task.sha256, task.name, "left-out", reason=f"{task.name}: {say(CRASHED)}")
        work_list.add(found)
        lines.append(found)
        progress("read", chosen.passed + len(lines), count)
    progress("read", count, count)
    written = [line for line in lines if line.state == "written"]
    left_out = [LeftOut(line.file, line.reason) for line in lines if line.state == "left-out"]
    return ManyRead(
        written=len(written),
        earlier=chosen.earlier,
        values=sum(line.values for line in written),
        doubtful=sum(line.doubtful for line in lines),
        left_out=(*left_out, *chosen.copies),
    )


@dataclass(slots=True)
class _Chosen:
    """The files that are to be read now, and what became of the others."""

    files: list[Task]
    done: Mapping[str, Line]
    earlier: int = 0
    copies: list[LeftOut] = field(default_factory=list)

    @property
    def passed(self) -> int:
        return self.earlier + len(self.copies)

    def __iter__(self) -> Iterator[Task]:
        here = {task.name for task in self.files}
        done = {sha256: line.file for sha256, line in self.done.items()}
        given: dict[str, str] = {}
        for task in self.files:
            first = given.get(task.sha256) or done.get(task.sha256, "")
            if first and first != task.name and first in here:
                reason = f"{task.name}: {say(_COPY, file=first)}"
                self.copies.append(LeftOut(task.name, reason))
            elif task.sha256 in done:
                self.earlier += 1
            else:
                if task.sha256:
                    given[task.sha256] = task.name
                yield task


def _task(file: Given) -> Task:
    appendices = [path for path, _ in file.appendices]
    hashes = [_hash(path) for path in (file.path, *appendices)]
    sha256 = hashes[0]
    if appendices:
        sha256 = hashlib.sha256("".join(hashes).encode()).hexdigest() if all(hashes) else ""
    return Task(str(file.path), file.name, sha256, tuple(map(str, appendices)))


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


_here: tuple[Reader, Path] | None = None  # of this process


def _set_up(reader: Reader, target: Path) -> None:
    global _here
    _here = reader, target


def _read_into_facts(task: Task) -> Line:
    """Read one file and write its values.

    Raises:
        OSError: they cannot be written.
    """
    import duckdb

    assert _here is not None  # every process is set up first
    reader, target = _here
    opened = partial(read, task.path, name=PurePosixPath(task.name).name, appendices=task.appendices)
    taken = reader.take(task.name, opened)
    if isinstance(taken, LeftOut):
        return Line(task.sha256, task.name, "left-out", reason=taken.reason)
    try:
        write_observations(target, taken.observations)
    except duckdb.IOException as error:
        raise OSError(str(error).splitlines()[0]) from error
    count = len(taken.observations)
    return Line(task.sha256, task.name, "written" if count else "nothing", count, taken.doubtful)
