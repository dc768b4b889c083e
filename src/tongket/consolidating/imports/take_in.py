"""Take a table of values into a folder of facts (nhập số liệu): looked up, checked, compared, and written or not.

All or nothing, or, on request, the good rows. Memory does not grow with the table: what is larger goes to disk.
"""
# ruff: noqa: S608 - names of columns, and texts that are quoted

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongket.consolidating.engines import insert_rows
from tongket.consolidating.engines.duckdb import connect
from tongket.consolidating.facts import checked_files, import_name, observations_view
from tongket.consolidating.imports import statements
from tongket.consolidating.imports.cells import Cells
from tongket.consolidating.imports.lookups import Lookups
from tongket.consolidating.imports.reasons import ENDED, MESSAGES, Reasons
from tongket.consolidating.imports.units import Units
from tongket.consolidating.imports.values import read_odd
from tongket.consolidating.rows import observation_of
from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.imports import Notice, Refusal
from tongket.model.observations import Observation
from tongket.model.programmes import Programme
from tongket.model.tables import OBSERVATIONS
from tongket.registry.cycles import Regime
from tongket.registry.units import Registry
from tongket.vietnamese.unicode import key

if TYPE_CHECKING:
    import duckdb

MEMORY = "800MB"
_BATCH = 50_000
_SHOWN = 50  # reasons that are kept; a file of refused rows holds all
_FIRST = 10

Personal = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Staged:
    """A table made ready: ``path`` is a CSV of ``import_statements.RAW`` with the row's number before it.

    ``values_of`` of a row are its cells for ``dimensions``, tabs between. ``ragged`` are rows with more cells than the
    header. ``sha256`` is of the table and of the mapping it is read by; ``decimal`` and ``regime`` as in the mapping.
    """

    file: str
    sha256: str
    path: Path
    rows: int
    dimensions: tuple[str, ...] = ()
    ragged: tuple[int, ...] = ()
    decimal: str = ""
    regime: Regime | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a staged table; the fields are those of ``model.imports.Imported``.

    ``unfinished`` is the written file of facts, to be put in place as ``name``; None when there is nothing to write.
    """

    new: int = 0
    revised: int = 0
    same: int = 0
    blank: int = 0
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()
    reasons: tuple[tuple[Refusal, int], ...] = ()
    notices: tuple[Notice, ...] = ()
    first: tuple[Observation, ...] = ()
    unfinished: Path | None = None
    name: str = ""


def take_in(
    staged: Staged,
    facts: Path,
    programme: Programme,
    registry: Registry,
    work: Path,
    *,
    also: Sequence[Path] = (),
    partial: bool = False,
    write: bool = True,
    personal: Personal = lambda _text: False,
    refused: Callable[[Iterator[Refusal]], None] = lambda _refusals: None,
) -> Taken:
    """Look up, check and compare every row; write the answers that are new or revised into ``work``.

    ``also`` are files of facts that will lie in the folder when this one does. With ``partial`` the good rows are
    written though others are refused; ``refused`` is then given all refusals by row. ``personal`` says whether a text
    holds the data of a person.
    """
    files = checked_files(facts) if facts.is_dir() else ()
    with _engine(work, staged.file) as engine:
        job = _Job(engine, staged, programme, registry, Reasons(), personal)
        observations_view(engine, (*files, *also))
        job.look_up()
        job.check()
        job.compare()
        taken = job.taken()
        if taken.refused:
            refused(job.refusals())
        if write and taken.new + taken.revised and (partial or not taken.refused):
            name = import_name(staged.sha256, programme.code, programme.version)
            unfinished = work / f"{name}.part"
            job.write(unfinished)
            return replace(taken, unfinished=unfinished, name=name)
        return taken


@contextmanager
def _engine(work: Path, file: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """An engine that works in ``work``; what it cannot do is said of ``file``."""
    import duckdb

    folder = work / "spill"
    folder.mkdir(exist_ok=True)
    engine = connect(folder=folder, memory=MEMORY)
    try:
        # Tables lie in a file, where they are kept small: in memory they would not be.
        engine.execute(f"attach {_quoted(str(work / 'import.duckdb'))} as work")
        engine.execute("use work")
        yield engine
    except duckdb.Error as error:
        raise ReadError(
            N_("the table could not be worked on ({reason}); nothing was written."),
            N_("Look whether the disk is full; divide a very large table, for instance by year."),
            where=file,
            reason=type(error).__name__,
        ) from error
    finally:
        engine.close()


@dataclass(frozen=True, slots=True)
class _Job:
    engine: duckdb.DuckDBPyConnection
    staged: Staged
    programme: Programme
    registry: Registry
    reasons: Reasons
    personal: Personal

    def look_up(self) -> None:
        """Read the staged rows, and find out what each of their different texts stands for."""
        run = self.engine.execute
        run(statements.CREATE_RAW)
        run(statements.READ_RAW, [str(self.staged.path)])
        for statement in statements.CREATE:
            run(statement)
        lookups = Lookups(self.programme, self.registry, self.reasons, self.staged.regime)
        self._fill("indicator", (statements.indicator_row(n, one) for n, one in enumerate(self.programme.indicators)))
        numbers = {one.code: n for n, one in enumerate(self.programme.indicators)}
        texts = self._texts("indicator")
        self._fill(
            "of_indicator",
            ((text, numbers.get(code or ""), reason) for text, code, reason in lookups.indicators(texts)),
        )
        for name in ("extent", "status", "qualifier"):
            found = getattr(lookups, {"extent": "extents", "status": "statuses", "qualifier": "qualifiers"}[name])
            self._fill(f"of_{name}", found(self._texts(name)))
        self._fill("of_period", lookups.periods(self._distinct("period, period_start, period_end", "raw")))
        self._look_up_units(Units(self.registry, self.reasons))
        self._look_up_bodies(lookups)
        self._look_up_cells(Cells(self.programme, self.reasons))
        words = self._distinct(
            "indicator.code, raw.unit_word",
            "raw join of_indicator using (indicator) join indicator on indicator.i = of_indicator.i"
            " where raw.unit_word <> ''",
        )
        self._fill("of_unit_word", ((numbers[code], *found) for code, *found in lookups.unit_words(words)))
        self._look_up_values()
        run(
            "insert into period select row_number() over (order by last, first), first, last from ("
            "select distinct case when is_stock then '' else first end as first, last from raw"
            " join of_indicator using (indicator) join indicator on indicator.i = of_indicator.i"
            " join of_period using (period, period_start, period_end) where of_period.reason = 0)"
        )

    def _look_up_units(self, units: Units) -> None:
        numbers: dict[str, int] = {}
        rows = self._distinct(
            "raw.unit, raw.unit_date, of_period.first, of_period.last",
            "raw join of_period using (period, period_start, period_end) where of_period.reason = 0",
        )
        self._fill(
            "of_unit",
            (
                (text, day, first, last, None if unit is None else numbers.setdefault(unit, len(numbers)), why, ended)
                for text, day, first, last, unit, why, ended in units.of_rows(rows)
            ),
        )
        self._fill("unit", ((number, unit) for unit, number in numbers.items()))

    def _look_up_bodies(self, lookups: Lookups) -> None:
        units = dict(self.engine.execute("select u, unit from unit").fetchall())
        ids = {unit: number for number, unit in units.items()}
        numbers: dict[str, tuple[int, str]] = {}
        rows = self._distinct(
            "raw.body, raw.body_kind, of_unit.u, of_period.last, indicator.owner",
            "raw join of_period using (period, period_start, period_end) join of_unit on of_unit.unit = raw.unit"
            " and of_unit.unit_date = raw.unit_date and of_unit.first = of_period.first"
            " and of_unit.last = of_period.last join of_indicator using (indicator)"
            " join indicator on indicator.i = of_indicator.i where of_unit.u is not null",
        )
        named = ((body, kind, units[unit], last, owner) for body, kind, unit, last, owner in rows)
        held = self._held_names(units.values())
        self._fill(
            "of_body",
            (
                (text, written, ids[unit], last, owner, None if name is None else numbers.setdefault(
                    held.get((unit, key(name)), name), (len(numbers), kind or ""))[0], why)
                for text, written, unit, last, owner, name, kind, why in lookups.bodies(named)
            ),
        )  # fmt: skip
        self._fill("body", ((number, name, kind) for name, (number, kind) in numbers.items()))

    def _held_names(self, units: Iterable[str]) -> dict[tuple[str, str], str]:
        """The bodies of the folder by unit and name without case: a body is known by the name that it has there."""
        wanted = set(units)
        rows = self.engine.execute(
            "select distinct unit, body from observed"
            f" where programme = {_quoted(self.programme.code)} order by all desc"
        ).fetchall()
        return {(unit, key(body)): body for unit, body in rows if unit in wanted}

    def _look_up_cells(self, cells: Cells) -> None:
        codes = {one.code: n for n, one in enumerate(self.programme.indicators)}
        numbers: dict[str, int] = {"": 0}
        rows = self._distinct(
            "indicator.code, raw.cell, raw.values_of",
            "raw join of_indicator using (indicator) join indicator on indicator.i = of_indicator.i",
        )
        self._fill(
            "of_cell",
            (
                (codes[code], written, packed, None if cell is None else numbers.setdefault(cell, len(numbers)), why)
                for code, written, packed, cell, why in cells.of_rows(rows, self.staged.dimensions)
            ),
        )
        self._fill("cell", ((number, cell) for cell, number in numbers.items()))

    def _look_up_values(self) -> None:
        indicators = self.programme.indicators
        cursor = self._cursor()  # the values are many: they are read in batches while answers are written
        cursor.execute(statements.ODD)
        while rows := cursor.fetchmany(_BATCH):
            insert_rows(
                self.engine,
                "of_value",
                [(i, text, typed, word, *read_odd(text, typed, word, indicators[i], self.staged.decimal, self.reasons))
                 for i, text, typed, word in rows],
            )  # fmt: skip
        cursor.close()

    def check(self) -> None:
        """Note every problem of every row."""
        run = self.engine.execute
        for statement in statements.LOOKED_UP:
            run(statement)
        run(statements.ROW)
        for case, select in statements.OF_ROWS.items():
            what, mend = MESSAGES[case]
            reason = self.reasons.number(what, mend, programme=self.programme.code)
            run(f"insert into problem {select.format(reason=reason, programme=_quoted(self.programme.code))}")
        more = self._reason("ragged")
        self._fill("problem", ((row, "", more, None) for row in self.staged.ragged))
        self._check_privacy()
        run(statements.VALID)
        run(statements.TWICE.format(reason=self._reason("twice")))
        run(statements.ONCE)

    def _check_privacy(self) -> None:
        reason = self._reason("personal")
        for name in ("note", "body"):
            texts = self._distinct(
                name, f"raw where regexp_matches({name}, '@|[0-9][0-9 .]{{8}}|[Ss]inh|SN|STK|khoản')"
            )
            found = [text for (text,) in texts if self.personal(text)]
            if found:
                self.engine.execute(
                    f"insert into problem select n, '{name}', {reason}, null from raw"
                    f" where {name} in (select unnest(?))",
                    [found],
                )

    def compare(self) -> None:
        """Compare the answers with those of the folder: new, the same, or another value."""
        run, code = self.engine.execute, _quoted(self.programme.code)
        run(statements.HELD.format(programme=code))
        run(statements.TAKEN.format(reason=self._reason("taken")))
        run(statements.CROSSING.format(programme=code))
        if self._number("select count(*) from crossing"):
            run(statements.CROSSED.format(reason=self._reason("crossing"), programme=code))
        run(statements.OUTCOME)

    def taken(self) -> Taken:
        """The counts, the first reasons and the first answers."""
        outcomes = dict(self.engine.execute("select outcome, count(*) from outcome group by outcome").fetchall())
        refused = self._number("select count(distinct n) from problem")
        blank = self._number("select count(*) from (select * from row anti join problem using (n)) where status = ''")
        good = self.staged.rows - refused - blank
        written = outcomes.get("new", 0) + outcomes.get("revised", 0)
        return Taken(
            new=outcomes.get("new", 0),
            revised=outcomes.get("revised", 0),
            same=good - written,
            blank=blank,
            refused=refused,
            refusals=tuple(islice(self.refusals(), _SHOWN)),
            reasons=tuple(self._counted_reasons()),
            notices=tuple(self._notices()),
            first=tuple(observation_of(row) for row in self._written(f"limit {_FIRST}")),
        )

    def _counted_reasons(self) -> Iterator[tuple[Refusal, int]]:
        rows = self.engine.execute(
            "select field, reason, min(n), arg_min(other, n), count(distinct n) as rows from problem"
            f" group by field, reason order by rows desc, min(n), field limit {_SHOWN}"
        ).fetchall()
        for name, reason, n, other, count in rows:
            yield self.reasons.refusal(n, name, reason, other), count

    def _notices(self) -> Iterator[Notice]:
        ended = self._number("select count(*) from outcome where ended and outcome <> 'same'")
        if ended:
            yield Notice(ENDED, {"count": str(ended)})

    def refusals(self) -> Iterator[Refusal]:
        """All refusals, by row."""
        cursor = self._cursor()
        cursor.execute("select distinct n, field, reason, other from problem order by n, field, reason, other")
        while rows := cursor.fetchmany(_BATCH):
            for n, name, reason, other in rows:
                yield self.reasons.refusal(n, name, reason, other)
        cursor.close()

    def write(self, path: Path) -> None:
        """Write the answers that are new or revised to ``path``."""
        self.engine.execute("set threads = 1")  # one writer: the same rows give the same bytes
        target = _quoted(str(path))
        self.engine.execute(f"copy ({self._statement()}) to {target} (format parquet, compression zstd)")

    def _written(self, more: str) -> list[tuple[Any, ...]]:
        columns = ", ".join(OBSERVATIONS.names)
        return self.engine.execute(f"select {columns} from ({self._statement()} {more})").fetchall()

    def _statement(self) -> str:
        return statements.WRITTEN.format(
            programme=_quoted(self.programme.code),
            version=self.programme.version,
            source=_quoted(self.staged.file),
            sha256=_quoted(self.staged.sha256),
        )

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A second cursor over the same tables."""
        cursor = self.engine.cursor()
        cursor.execute("use work")
        return cursor

    def _reason(self, case: str) -> int:
        return self.reasons.number(*MESSAGES[case])

    def _number(self, select: str) -> int:
        found = self.engine.execute(select).fetchone()
        assert found is not None
        return int(found[0])

    def _texts(self, name: str) -> list[str]:
        return [text for (text,) in self._distinct(name, "raw")]

    def _distinct(self, columns: str, source: str) -> list[tuple[Any, ...]]:
        return self.engine.execute(f"select distinct {columns} from {source} order by all").fetchall()

    def _fill(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        waiting = iter(rows)
        for first in waiting:
            insert_rows(self.engine, table, [first, *islice(waiting, _BATCH - 1)])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
