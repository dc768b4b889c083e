"""Looking into a folder of facts (xem kho số liệu): what was imported, how much, and the history of one answer."""

# ruff: noqa: S608 - the statements are put together from names of columns and quoted texts alone

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tongket.consolidating.engines import duckdb_engine
from tongket.consolidating.facts import checked_files, observations_view
from tongket.consolidating.rows import observation_of
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS

if TYPE_CHECKING:
    import duckdb

_BATCH = 10_000
KEY = ("indicator", "cell", "unit", "extent", "period_start", "period_end", "body", "programme")
_KEY = ", ".join(KEY)


@dataclass(frozen=True, slots=True)
class ImportShown:
    """One import: its file of facts, what it was read from, and how much it holds."""

    file: str
    source: str
    programme: str
    version: int
    observations: int
    units: int
    indicators: int
    first: str  # first and last day at which its periods end
    last: str


@dataclass(frozen=True, slots=True)
class PeriodShown:
    """One period of the folder, '/end' for a stock: latest revisions, and how many of them hold a number."""

    period: str
    observations: int
    numbers: int
    units: int
    indicators: int


@dataclass(frozen=True, slots=True)
class FactsShown:
    """What a folder holds. ``observations`` counts answers by their latest revision, ``revised`` those with several."""

    imports: tuple[ImportShown, ...]
    periods: tuple[PeriodShown, ...]
    observations: int
    revised: int
    units: int
    indicators: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which observations; "" and () mean all. ``revisions``: the earlier ones of each answer, too."""

    indicator: str = ""
    units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()  # 'start/end' or '/end'
    programme: str = ""
    revisions: bool = False


def facts_shown(facts: Path, wanted: Wanted = Wanted()) -> FactsShown:
    """How much of what the folder ``facts`` holds.

    Raises:
        ReadError: one of its files is damaged.
    """
    files = checked_files(facts)
    with duckdb_engine() as engine:
        _select(engine, files, wanted)
        imports = _imports(engine)
        periods = engine.execute(
            "select period_start || '/' || period_end, count(*), count(amount), count(distinct unit),"
            " count(distinct indicator) from latest group by period_start, period_end order by period_end, period_start"
        ).fetchall()
        counted = engine.execute(
            "select count(*), count(distinct unit), count(distinct indicator),"
            f" (select count(*) from (select 1 from wanted group by {_KEY} having count(*) > 1)) from latest"
        ).fetchone()
    assert counted is not None
    observations, units, indicators, revised = counted
    return FactsShown(imports, tuple(PeriodShown(*row) for row in periods), observations, revised, units, indicators)


def observations_shown(facts: Path, wanted: Wanted) -> Iterator[Observation]:
    """The observations of the folder, by programme, indicator, cell, unit, period, body and revision, in batches.

    Raises:
        ReadError: one of the folder's files is damaged.
    """
    files = checked_files(facts)
    with duckdb_engine() as engine:
        _select(engine, files, wanted)
        columns = ", ".join(OBSERVATIONS.names)
        order = "programme, indicator, cell, unit, period_end, period_start, body, revision"
        engine.execute(f"select {columns} from {'wanted' if wanted.revisions else 'latest'} order by {order}")
        while rows := engine.fetchmany(_BATCH):
            for row in rows:
                yield observation_of(row)


def _select(engine: duckdb.DuckDBPyConnection, files: Sequence[Path], wanted: Wanted) -> None:
    """Make ``wanted`` (all revisions) and ``latest`` (one an answer)."""
    observations_view(engine, files)
    engine.execute("create temporary table chosen_unit (id varchar)")
    engine.execute("create temporary table chosen_period (period varchar)")
    _fill(engine, "chosen_unit", wanted.units)
    _fill(engine, "chosen_period", wanted.periods)
    conditions = ["true"]
    for column, value in (("indicator", wanted.indicator), ("programme", wanted.programme)):
        if value:
            conditions.append(f"{column} = {_quoted(value)}")
    if wanted.units:
        conditions.append("unit in (select id from chosen_unit)")
    if wanted.periods:
        conditions.append("period_start || '/' || period_end in (select period from chosen_period)")
    where = " and ".join(conditions)
    engine.execute(f"create temporary view wanted as select * from observed where {where}")
    engine.execute(
        "create temporary view latest as with late as ("
        f" select {_KEY}, max(revision) as revision from wanted group by {_KEY} having max(revision) > 1)"
        f" select wanted.* from wanted left join late using ({_KEY})"
        " where late.revision is null or wanted.revision = late.revision"
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _fill(engine: duckdb.DuckDBPyConnection, table: str, values: Sequence[str]) -> None:
    if values:
        engine.execute(f"insert into {table} select unnest(?)", [list(values)])


def _imports(engine: duckdb.DuckDBPyConnection) -> tuple[ImportShown, ...]:
    rows = engine.execute(
        "select file, min(source), programme, version, count(*), count(distinct unit), count(distinct indicator),"
        " min(period_end), max(period_end) from wanted group by file, programme, version order by file"
    ).fetchall()
    return tuple(ImportShown(Path(row[0]).name, *row[1:]) for row in rows)
