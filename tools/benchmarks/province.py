"""One province, one round, as a site asks it: 164 communes, 200 indicators, 3 cells, from observations to rollups."""

# ruff: noqa: S608 - statements of the measurement's own numbers, names and paths
from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.facts import PROGRAMME, Size, cell_codes, indicators, programme
from benchmarks.measure import Clock, Measured, answer, in_own_process
from benchmarks.postgresql import server
from benchmarks.truth import WrongError
from tongket.consolidating.engines import Engine
from tongket.consolidating.inputs import Inputs, Question
from tongket.consolidating.pipeline import consolidate_table
from tongket.consolidating.tables import OBS
from tongket.model.rounds import Asked, Round
from tongket.registry.units import Registry, load_units

SIZE = Size("province", months=1, cells=3)
COMMUNES = 164
_ROUNDS = 5
PLAIN = "DuckDB"
ENGINES = (PLAIN, "SQLite", "PostgreSQL")
VIEWS = ("as reported, before the reform", "by the map of a day after it", "apportioned to that map")
BEFORE, AFTER = "2025-06-30", "2025-07-31"
PROVINCE = "38.0"  # Thanh Hóa, 166 communes today

Row = tuple[int, str, str, str, str, str, str, str, str, int, int | None, None, str, str]


def measure(jobs: tuple[str, ...]) -> list[Measured]:
    """Each engine on today's map, or the three views of a round before the reform."""
    return [in_own_process("province", job, []) for job in jobs]


def _communes(registry: Registry, day: str) -> list[str]:
    """The communes of the province that were there on ``day``, also below districts; at most 164."""
    found: list[str] = []
    for one in registry.children(PROVINCE, day):
        found += [one.id] if one.kind == "commune" else [below.id for below in registry.children(one.id, day)]
    return found[:COMMUNES]


def observations(communes: list[str], day: str) -> list[Row]:
    """Every commune answers everything: the value is a number of its own."""
    codes = [one.code for one in indicators(SIZE)]
    flows = [one.over_time == "sum" for one in indicators(SIZE)]
    rows: list[Row] = []
    for u, unit in enumerate(communes):
        for i, code in enumerate(codes):
            start = f"{day[:7]}-01" if flows[i] else ""
            for c, cell in enumerate(cell_codes(SIZE)):
                told = (code, cell, unit, "area", start, day, "UBND", "ubnd", 1, value(u, i, c), None, "", "reported")
                rows.append((len(rows), *told))
    return rows


def value(unit: int, indicator: int, cell: int) -> int:
    """What a commune says, by number of commune, indicator and cell."""
    return (unit * 7_919 + indicator * 104_729 + cell * 1_299_709) % 10_007


def _question(registry: Registry, communes: list[str], day: str, view: str = "reported") -> Question:
    asked = tuple(Asked(unit, "UBND", "ubnd") for unit in communes)
    whole = Round(PROGRAMME, PROVINCE, "", "", f"{day[:7]}-01", day, asked=asked)
    return Question(
        programme(SIZE),
        whole,
        registry,
        by_period=True,
        view=view,
        as_of=AFTER if view != "reported" else "",  # type: ignore[arg-type] # a word of View
    )


def _measured(engine: Engine, day: str, view: str = "reported") -> Clock:
    registry = load_units()
    communes = _communes(registry, day)
    rows = observations(communes, day)
    engine.fill(OBS, rows)
    consolidate_table(engine, _question(registry, communes, day, view))  # what is loaded once is loaded now
    source = "rollup" if view == "reported" else "shown"
    clocks = []
    for _ in range(_ROUNDS):
        clock = Clock()
        with clock.running():
            inputs = consolidate_table(engine, _question(registry, communes, day, view))
            engine.make("kept", f"select * from {source}")
        clocks.append(clock)
        _check(engine, inputs, communes, view)
    clock = sorted(clocks, key=lambda one: one.seconds)[_ROUNDS // 2]
    made = engine.rows("select count(*) from kept")[0][0]
    clock.note = f"median of {_ROUNDS}; {len(rows):,} observations, {made:,} rollups"
    return clock


def _check(engine: Engine, inputs: Inputs, communes: list[str], view: str) -> None:
    """The province's totals, whatever the map, are those of all its communes."""
    column = "node" if view == "reported" else "unit"
    units = [node.unit for node in inputs.tree.nodes] if view == "reported" else list(inputs.units)
    found = {}
    for slot, at, low in engine.rows(f"select slot, {column}, low from kept where added = 1"):
        if units[at] == PROVINCE:
            one = inputs.slots[slot]
            found[one.indicator.code, one.cell] = low
    ways: dict[str, Callable[[list[int]], int]] = {
        "sum": sum, "max": max, "min": min, "count-units": lambda values: sum(1 for one in values if one > 0)
    }  # fmt: skip
    true = {
        (indicator.code, cell): ways[indicator.over_units]([value(unit, i, c) for unit in range(len(communes))])
        for i, indicator in enumerate(indicators(SIZE))
        for c, cell in enumerate(cell_codes(SIZE))
    }
    if found != true:
        wrong = [key for key in true if found.get(key) != true[key]]
        raise WrongError(f"{len(wrong)} of {len(true)} totals of the province are wrong, for instance {wrong[:2]}")


@contextmanager
def _duckdb() -> Iterator[Engine]:
    from tongket.consolidating.engines import duckdb

    with duckdb.engine() as engine:
        yield engine


@contextmanager
def _sqlite() -> Iterator[Engine]:
    from tongket.consolidating.engines import sqlite

    with sqlite.engine() as engine:
        yield engine


@contextmanager
def _postgresql() -> Iterator[Engine]:
    from tongket.consolidating.engines import postgresql

    with (
        tempfile.TemporaryDirectory(prefix="pg") as folder,
        server(Path(folder)) as address,
        postgresql.engine(address) as engine,
    ):
        yield engine


def _job(open_engine: Callable[[], object], day: str, view: str = "reported") -> Clock:
    with open_engine() as engine:  # type: ignore[attr-defined] # one of the three above
        return _measured(engine, day, view)


JOBS = {
    PLAIN: partial(_job, _duckdb, AFTER),
    "SQLite": partial(_job, _sqlite, AFTER),
    "PostgreSQL": partial(_job, _postgresql, AFTER),
    VIEWS[0]: partial(_job, _duckdb, BEFORE),
    VIEWS[1]: partial(_job, _duckdb, BEFORE, "map"),
    VIEWS[2]: partial(_job, _duckdb, BEFORE, "apportioned"),
}

if __name__ == "__main__":
    answer(JOBS, sys.argv[1:])
