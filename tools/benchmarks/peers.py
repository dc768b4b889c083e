"""What an office would write itself: pandas, and PostgreSQL with an index or with the flat table of a known platform.

DHIS2 answers its pivot tables from 'analytics' tables: one flat row a value with a column for each level of units and
each kind of period, partitioned by year, an index on each column. Both write the sums and counts of communes,
provinces and the nation into tables, as the baseline and the engine do.
"""

# ruff: noqa: S608 - statements of the measurement's own numbers, names and paths
from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import consolidating
from benchmarks.facts import SIZES, Size, communes
from benchmarks.measure import Clock, Measured, answer, in_own_process
from benchmarks.postgresql import memory, server
from benchmarks.truth import plain_sums, require_equal

OURS = "tongket, DuckDB over Parquet"
PANDAS = "pandas, groupby for each level"
INDEXED = "PostgreSQL, indexed table"
FLAT = "PostgreSQL, flat table by years"


def measure(size: str, facts: Path) -> list[Measured]:
    """The engine with all additions, then each of the others with sums and counts alone."""
    ours = in_own_process("consolidating", consolidating.ADDITIONS[3], [size, str(facts)])
    rows = [Measured(OURS, ours.seconds, ours.cpu, ours.memory, "with revisions, coverage, marks", ours.wrong)]
    return rows + [in_own_process("peers", job, [size, str(facts)]) for job in (PANDAS, INDEXED, FLAT)]


def pandas_groups(size_name: str, facts: str) -> Clock:
    """Read the columns, and group once for each level."""
    import pandas

    size, clock = SIZES[size_name], Clock()
    columns = ["unit", "indicator", "cell", "period_end", "amount", "revision"]
    keys = ["indicator", "cell", "period_end"]
    with clock.running():
        frame = pandas.read_parquet(Path(facts) / "observations", columns=columns)
        frame = frame[frame["revision"] == 1].merge(
            pandas.DataFrame(communes(size), columns=["unit", "province"]), on="unit"
        )
        levels = [
            frame.groupby([*unit, *keys])["amount"].agg(["sum", "count"]) for unit in (["unit"], ["province"], [])
        ]
    provinces, nation = levels[1].reset_index(), levels[2].reset_index()
    nation.insert(0, "province", "vn")
    _check(PANDAS, size, [*provinces.itertuples(index=False), *nation.itertuples(index=False)])
    return clock


def _check(job: str, size: Size, rows: list[tuple[Any, ...]]) -> None:
    code, cell, month = consolidating.numbers(size)
    found = {(row[0], code[row[1]], cell[row[2]], month[row[3]]): (int(row[4] or 0), int(row[5])) for row in rows}
    require_equal(job, found, plain_sums(size))


def postgresql(flat: bool, size_name: str, facts: str) -> Clock:
    """Loading stands in the note; the time is that of the three levels."""
    size, clock = SIZES[size_name], Clock()
    with _database() as (connection, folder):
        start = time.perf_counter()
        _load(connection, size, facts)
        if flat:
            _flatten(connection)
        else:
            connection.execute("create index on observed (indicator, period_end, unit)")
        connection.execute("analyze")
        loaded = time.perf_counter() - start
        with _watched(folder) as highest, clock.running():
            for statement in _levels(flat):
                connection.execute(statement)
        rows = connection.execute(
            "select province, indicator, cell, period_end, total, given from of_province"
            " union all select 'vn', indicator, cell, period_end, total, given from of_nation"
        ).fetchall()
    _check(FLAT if flat else INDEXED, size, rows)
    clock.memory, clock.cpu = highest[0], 0.0
    clock.note = f"after {loaded:.0f} s to load and index"
    return clock


@contextmanager
def _database() -> Iterator[tuple[Any, Path]]:
    import psycopg

    with (
        tempfile.TemporaryDirectory(prefix="pg") as name,
        server(Path(name)) as address,
        psycopg.connect(address, autocommit=True) as connection,
    ):
        yield connection, Path(name)


def _load(connection: Any, size: Size, facts: str) -> None:
    """The values by COPY, as a nightly export would bring them."""
    import duckdb

    connection.execute("create table commune (unit text primary key, province text)")
    connection.cursor().executemany("insert into commune values (%s, %s)", communes(size))
    connection.execute(
        "create table observed (unit text, indicator text, cell text, period_end text, amount bigint, revision int)"
    )
    source = f"read_parquet('{facts}/observations/*.parquet')"
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "values.csv"
        duckdb.connect().execute(
            f"copy (select unit, indicator, cell, period_end, amount, revision from {source} where revision = 1)"
            f" to '{path}' (format csv, header false)"
        )
        with path.open("rb") as file, connection.cursor().copy("copy observed from stdin (format csv)") as copy:
            while block := file.read(1 << 20):
                copy.write(block)


def _flatten(connection: Any) -> None:
    """The analytics table: levels and periods as columns, a partition for each year, an index on each column."""
    connection.execute(
        "create table analytics (dx text, co text, uidlevel1 text, uidlevel2 text, uidlevel3 text, daily text,"
        " monthly text, quarterly text, yearly text, year int, value bigint) partition by list (year)"
    )
    for (year,) in connection.execute("select distinct left(period_end, 4) from observed").fetchall():
        connection.execute(f"create table analytics_{year} partition of analytics for values in ({year})")
    connection.execute(
        "insert into analytics select indicator, cell, 'vn', province, commune.unit, period_end, left(period_end, 7),"
        " left(period_end, 4) || 'Q' || ((substr(period_end, 6, 2)::int + 2) / 3), left(period_end, 4),"
        " left(period_end, 4)::int, amount from observed join commune on commune.unit = observed.unit"
    )
    for column in ("dx", "co", "uidlevel2", "uidlevel3", "monthly", "yearly"):
        connection.execute(f"create index on analytics ({column})")


def _levels(flat: bool) -> Iterator[str]:
    source = "analytics" if flat else "observed join commune on commune.unit = observed.unit"
    keys = "dx, co, daily" if flat else "indicator, cell, period_end"
    value = "value" if flat else "amount"
    units = {"of_commune": "uidlevel3" if flat else "commune.unit", "of_province": "uidlevel2" if flat else "province"}
    for table, unit in units.items():
        named = keys.split(", ")
        yield (
            f"create unlogged table {table} as select {unit} as {table[3:]}, {named[0]} as indicator,"
            f" {named[1]} as cell, {named[2]} as period_end, cast(sum({value}) as bigint) as total,"
            f" count({value}) as given from {source}"
            f" group by {unit}, {keys}"
        )
    yield (
        "create unlogged table of_nation as select indicator, cell, period_end, cast(sum(total) as bigint) as total,"
        " cast(sum(given) as bigint) as given from of_province group by indicator, cell, period_end"
    )


@contextmanager
def _watched(folder: Path) -> Iterator[list[float]]:
    """The highest memory of the server in the meantime, looked at five times a second."""
    highest, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(0.2):
            highest[0] = max(highest[0], memory(folder))

    watching = threading.Thread(target=look, daemon=True)
    watching.start()
    try:
        yield highest
    finally:
        over.set()
        watching.join()


JOBS: dict[str, Callable[..., Clock]] = {
    PANDAS: pandas_groups,
    INDEXED: lambda *given: postgresql(False, *given),
    FLAT: lambda *given: postgresql(True, *given),
}

if __name__ == "__main__":
    answer(JOBS, sys.argv[1:])
