"""Observations to rollups at every level: one grouping statement, the engine, and what each addition costs.

Every job writes its table into a database file, below the same memory limit; then its result is held against numpy.
"""

# ruff: noqa: S608 - statements of the measurement's own numbers, names and paths
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.facts import SIZES, Size, cell_codes, communes, indicators, months, programme, round_
from benchmarks.measure import MEMORY, Clock, Measured, answer, in_own_process
from benchmarks.truth import NATION, Sums, WrongError, leaf_truth, plain_sums, require_equal, true_sums
from tongket.consolidating.engines import duckdb as on_duckdb
from tongket.consolidating.inputs import Inputs, Question
from tongket.consolidating.pipeline import consolidate_table
from tongket.consolidating.tables import OBS
from tongket.model.rounds import Round
from tongket.registry.units import load_units

ON = "2026-06-30"  # the day of the map; ten communes changed on 30 April 2026
BASELINE = "baseline: one statement, GROUPING SETS"
ALONE = "rollups alone"
ADDITIONS = (ALONE, "+ revisions chosen", "+ coverage", "+ statuses, marks", "+ map of a date")
_PLAIN = "slot, node, period, added, low, reported"
_COVERED = f"{_PLAIN}, expected"


def measure(size: str, facts: Path) -> list[Measured]:
    """The baseline and the engine with each addition, one after the other."""
    return [in_own_process("consolidating", job, [size, str(facts)]) for job in (BASELINE, *ADDITIONS)]


def _files(facts: str) -> str:
    return f"read_parquet('{facts}/observations/*.parquet')"


@contextmanager
def _engine() -> Iterator[on_duckdb.DuckDB]:
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        with on_duckdb.engine(lazy=True, folder=folder / "spill", memory=MEMORY) as engine:
            engine.connection.execute(f"attach '{folder / 'result.duckdb'}' as kept")
            yield engine


def baseline(size_name: str, facts: str) -> Clock:
    """One statement over the same files with the same keys."""
    size, clock = SIZES[size_name], Clock()
    with _engine() as engine:
        run = engine.connection.execute
        run("create temporary table commune (unit varchar, province varchar)")
        engine.connection.executemany("insert into commune values (?, ?)", communes(size))
        with clock.running():
            run(f"""create table kept.result as
                select commune.unit, commune.province, indicator, cell, period_end,
                    cast(sum(amount) as bigint) as total, count(amount) as given
                from {_files(facts)} as observed join commune on commune.unit = observed.unit
                where revision = 1
                group by grouping sets ((commune.unit, indicator, cell, period_end),
                    (commune.province, indicator, cell, period_end), (indicator, cell, period_end))""")
        code, cell, month = numbers(size)
        rows = run(
            "select coalesce(province, 'vn'), indicator, cell, period_end, coalesce(total, 0), given from kept.result"
            " where unit is null"
        ).fetchall()
        found = {(row[0], code[row[1]], cell[row[2]], month[row[3]]): (row[4], row[5]) for row in rows}
    require_equal(BASELINE, found, plain_sums(size))
    return clock


def numbers(size: Size) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Numbers of indicators, cells and months by code, cell and last day."""
    return (
        {one.code: n for n, one in enumerate(indicators(size))},
        {code: n for n, code in enumerate(cell_codes(size))},
        {last: n for n, (_, last) in enumerate(months(size))},
    )


def ours(job: str, size_name: str, facts: str) -> Clock:
    """The engine, with the additions up to ``job``."""
    size, clock, registry = SIZES[size_name], Clock(), load_units()
    added = ADDITIONS.index(job)
    whole = round_(size, registry)
    if added < 2:
        whole = Round(whole.programme, whole.unit, "", "", whole.period_start, whole.period_end)
    question = Question(
        programme(size), whole, registry, by_period=True, unique=True, view="map" if added > 3 else "reported",
        as_of=ON if added > 3 else "",
    )  # fmt: skip
    columns = ", ".join("cast(0 as bigint) as n" if one == "n" else one for one in OBS.names)
    result = _PLAIN if added < 2 else _COVERED if added < 3 else "*"
    with _engine() as engine:
        with clock.running("levels"):
            first = "where revision = 1" if not added else ""
            engine.make("obs", f"select {columns} from {_files(facts)} {first}", view=True)
            inputs = consolidate_table(engine, question)
        with clock.running("table"):
            source = "shown" if added > 3 else "rollup"
            engine.connection.execute(f"create table kept.result as select {result} from {source}")
        _check(job, size, inputs, engine.rows, "kept.result", revised=added > 0, level=added)
    return clock


def _check(job: str, size: Size, inputs: Inputs, rows: Any, table: str, *, revised: bool, level: int) -> None:
    """Every value above the communes, and the communes as a whole, against numpy.

    Raises:
        WrongError: something is not what it must be.
    """
    code, cell, month = numbers(size)
    names = {n: one.unit for n, one in enumerate(inputs.tree.nodes)}
    if level == 4:  # the rows of a map are of units, not of nodes
        names = dict(enumerate(inputs.units))
    columns = "slot, node, period, low, reported" if level < 4 else "slot, unit, period, low, reported"
    if level >= 2:
        columns += ", expected"
    if level >= 3:
        columns += ", approximate, above, below, estimated"
    found = {}
    for slot, node, period, *values in rows(f"select {columns} from {table} where added = 1"):
        one = inputs.slots[slot]
        key = (names[node], code[one.indicator.code], cell[one.cell], month[inputs.periods[period][-10:]])
        found[key] = tuple(values)
    expected = {NATION: 0}
    for _, province in communes(size):
        expected[province] = expected.get(province, 0) + 1
        expected[NATION] += 1
    true = {key: _as_found(key, one, expected, level) for key, one in true_sums(size, revised).items()}
    require_equal(job, found, true)
    if rows(f"select count(low), count(*) from {table} where added = 0") != [leaf_truth(size)[::2]]:
        raise WrongError(f"{job}: the communes' own values are not all there")


def _as_found(key: tuple[str, int, int, int], one: Sums, expected: dict[str, int], level: int) -> tuple[Any, ...]:
    values: tuple[Any, ...] = (one.total, one.reported)
    if level >= 2:
        values += (expected[key[0]],)
    if level >= 3:
        values += (one.approximate, one.above, one.below, one.estimated)
    return values


if __name__ == "__main__":
    answer({BASELINE: baseline, **{job: lambda *given, job=job: ours(job, *given) for job in ADDITIONS}}, sys.argv[1:])  # type: ignore[misc] # bound now
