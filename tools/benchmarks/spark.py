"""The same statements on Spark with two executors of their own: the rows must be those of DuckDB.

Two cores show that it is the same, not that it is fast: everything here runs on one machine.
"""

# ruff: noqa: S608 - statements of the measurement's own numbers, names and paths
from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.facts import SIZES, Size, programme, round_
from benchmarks.measure import MEMORY, Clock, Measured, answer, in_own_process
from benchmarks.truth import WrongError
from tongket.consolidating.engines import Engine
from tongket.consolidating.engines import duckdb as on_duckdb
from tongket.consolidating.inputs import Question
from tongket.consolidating.pipeline import consolidate_table
from tongket.consolidating.tables import OBS
from tongket.registry.units import load_units

HERE, CLUSTER = "DuckDB, inside the process", "Spark, local-cluster[2,1,1024]"
_RESULT = """select slot, node, period, area, added, low, high, den, reported, expected, conflict, clash, approximate,
    above, below, estimated from rollup"""
# What tells two tables apart but not their order: the rows, and sums over all of every column, weighted by place.
_DIGEST = """select count(*), sum(slot * 31 + node * 7 + period), sum((low + 1) * (slot % 97 + 1) * (node % 89 + 1)),
    sum((high + 1) * (slot % 83 + 1)), sum(reported * (node + 1)), sum(expected * (node + 1)),
    sum(approximate * (slot + 1)), sum(above * (slot + 1)), sum(below * (slot + 1)), sum(estimated * (slot + 1)),
    sum(conflict + clash), sum(area), sum(added), count(low), count(den) from ({result}) as result"""


def measure(size: str, facts: Path) -> list[Measured]:
    """DuckDB, then Spark, whose rows are compared with those of DuckDB."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rows = str(Path(folder) / "rows.parquet")
        return [in_own_process("spark", job, [size, str(facts), rows]) for job in (HERE, CLUSTER)]


def _question(size: Size) -> Question:
    registry = load_units()
    return Question(programme(size), round_(size, registry), registry, by_period=True, unique=True)


def _columns() -> str:
    return ", ".join("cast(0 as bigint) as n" if one == "n" else one for one in OBS.names)


def _run(engine: Engine, size: Size, source: str) -> Clock:
    clock = Clock()
    with clock.running():
        engine.make("obs", f"select {_columns()} from {source}", view=True)
        consolidate_table(engine, _question(size))
        engine.make("result", _RESULT)
    digest = [int(value) for value in engine.rows(_DIGEST.format(result="select * from result"))[0]]
    clock.note = " ".join(map(str, digest))
    return clock


def here(size: str, facts: str, kept: str) -> Clock:
    """DuckDB; the digest and the wholes of its rows are kept for the other."""
    with on_duckdb.engine(lazy=True, memory=MEMORY) as engine:
        clock = _run(engine, SIZES[size], f"read_parquet('{facts}/observations/*.parquet')")
        engine.connection.execute(f"copy (select * from result) to '{kept}' (format parquet)")
        Path(kept).with_suffix(".txt").write_text(clock.note, encoding="utf-8")
    clock.note = f"{clock.note.split()[0]} rows"
    return clock


@contextmanager
def _cluster() -> Iterator[Engine]:
    import pyspark

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))  # executors are started from there
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from tongket.consolidating.engines import spark

    with spark.engine("local-cluster[2,1,1024]") as engine:
        yield engine


def cluster(size: str, facts: str, kept: str) -> Clock:
    """Spark; its rows must be those that DuckDB kept, every one.

    Raises:
        WrongError: they are not.
    """
    with _cluster() as engine:
        clock = _run(engine, SIZES[size], f"parquet.`{facts}/observations`")
        own = engine.rows(f"select count(*) from (select * from result except select * from parquet.`{kept}`) as more")
    if clock.note != Path(kept).with_suffix(".txt").read_text(encoding="utf-8") or own[0][0]:
        raise WrongError(f"Spark has {own[0][0]} rows that DuckDB has not")
    clock.note = f"{clock.note.split()[0]} rows, the same; the session was started before"
    return clock


if __name__ == "__main__":
    answer({HERE: here, CLUSTER: cluster}, sys.argv[1:])
