"""The statements run unchanged on every engine, and give the same rows."""

from __future__ import annotations

import random
import sys
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.consolidating.engines import Engine, SumOverflowError
from tongket.consolidating.engines import duckdb as on_duckdb
from tongket.consolidating.engines import sqlite as on_sqlite
from tongket.consolidating.engines.duckdb import DuckDB
from tongket.consolidating.facts import write_observations
from tongket.consolidating.inputs import Question
from tongket.consolidating.pipeline import consolidate_table, open_facts
from tongket.consolidating.rollup import input_rows, observations_of
from tongket.consolidating.tables import OBS
from tongket.errors import ConsolidateError
from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.observations import Observation
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Asked, Round, Wanted
from tongket.registry.units import load_units
from tongket.road.job import gather

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from samples.folder import write_folder

WAYS = ("sum", "latest", "max", "min", "count-units", "count-yes", "none")
DIMENSIONS = (
    Dimension("org", "", (DimensionValue("ubnd", ""), DimensionValue("mttq", ""))),
    Dimension("sex", "", (DimensionValue("nam", ""), DimensionValue("nu", ""))),
)
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 1, "", "", 0.5, DIMENSIONS,
    (
        *(
            Indicator(f"{way}-{time}", "", "", over_units=way, over_time=time, dimensions=("org", "sex"))  # type: ignore[arg-type]  # texts of a test
            for way in WAYS
            for time in ("sum", "latest", "max")
        ),
        Indicator("ratio", "", "%", over_units="ratio", numerator="sum-sum", denominator="sum-latest", scale=2),
        Indicator("mean", "", "", over_units="weighted", weight="sum-latest"),
        Indicator("owned", "", "", owner="mttq", levels=("commune",)),
    ),
    (), (), (), (),
)  # fmt: skip
UNITS = ("62.0", "610.0", "23341.0", "23344.0", "608.0", "23293.0")  # tỉnh Kon Tum, two districts, some communes
ASKED = tuple(Asked(unit, "UBND") for unit in UNITS[1:4])
CELLS = ("", "ubnd", "mttq", "nam", "ubnd+nam", "ubnd+nu", "mttq+nu")
PERIODS = ("2023-01-01/2023-12-31", "2024-01-01/2024-12-31", "2023-07-01/2024-06-30", "/2024-12-31")
READ = "select * from rollup order by slot, node, period, area, added"

observations = st.builds(
    Observation,
    indicator=st.sampled_from([one.code for one in PROGRAMME.indicators]),
    cell=st.sampled_from(CELLS),
    unit=st.sampled_from(UNITS),
    extent=st.sampled_from(["own", "area"]),
    period=st.sampled_from(PERIODS),
    body=st.sampled_from(["UBND", "MTTQ"]),
    programme=st.just("p"),
    version=st.just(1),
    revision=st.integers(1, 3),
    amount=st.none() | st.integers(-(10**9), 10**9),
    amount_high=st.none(),
    scale=st.just(0),
    unit_word=st.just(""),
    qualifier=st.sampled_from(["", "khoảng", "hơn", "dưới"]),
    status=st.sampled_from(["reported", "none-occurred", "not-applicable", "pending", "estimated", "missing"]),
    origin=st.just("read"),
    confidence=st.just(1.0),
    source=st.just(""),
    source_sha256=st.just(""),
    start=st.just(0),
    end=st.just(0),
    passage=st.just(""),
    body_kind=st.sampled_from(["ubnd", "mttq"]),
)


def question(*, asked: bool, by_period: bool) -> Question:
    round_ = Round("p", "62.0", "", "", "", "2024-12-31", asked=ASKED if asked else ())
    return Question(PROGRAMME, round_, load_units(), by_period=by_period)


def rows_of(engine: Engine, rows: list[tuple[Any, ...]], asked: Question) -> list[tuple[Any, ...]]:
    engine.fill(OBS, rows)
    consolidate_table(engine, asked)
    return engine.rows(READ)


def many_answers(count: int) -> list[Observation]:
    """``count`` answers drawn once for all: an engine that takes seconds for a statement is asked once."""
    draw = random.Random(20260930)
    codes = [one.code for one in PROGRAMME.indicators]
    statuses = ("reported", "reported", "reported", "none-occurred", "not-applicable", "pending", "estimated")
    return [
        Observation(
            draw.choice(codes), draw.choice(CELLS), draw.choice(UNITS), draw.choice(("own", "area")),
            draw.choice(PERIODS), draw.choice(("UBND", "MTTQ")), "p", 1, draw.randint(1, 3),
            draw.choice((None, draw.randint(-(10**9), 10**9))), None, 0, "", draw.choice(("", "", "khoảng", "hơn")),
            draw.choice(statuses), "read", 1.0, "", "", 0, 0, "", body_kind=draw.choice(("ubnd", "mttq")),
        )
        for _ in range(count)
    ]  # fmt: skip


Given = tuple[list[Observation], bool, bool]
given_answers = st.tuples(st.lists(observations, min_size=1, max_size=40), st.booleans(), st.booleans())


def both(engine: Engine, other: Engine, case: Given) -> None:
    rows, wanted = input_rows(case[0]), question(asked=case[1], by_period=case[2])
    found = rows_of(engine, rows, wanted)
    assert found == rows_of(other, rows, wanted)
    assert len({row[:5] for row in found}) == len(found)  # each key once


@settings(max_examples=10, deadline=None)
@given(given_answers)
def test_sqlite_gives_what_duckdb_gives(duckdb: Engine, sqlite: Engine, case: Given) -> None:
    both(sqlite, duckdb, case)


@settings(max_examples=6, deadline=None)
@given(given_answers)
@pytest.mark.slow
def test_views_give_what_tables_give(duckdb: Engine, duckdb_of_views: Engine, case: Given) -> None:
    both(duckdb_of_views, duckdb, case)


@settings(max_examples=8, deadline=None)
@given(given_answers)
def test_postgresql_gives_what_duckdb_gives(duckdb: Engine, on_postgresql: Engine, case: Given) -> None:
    both(on_postgresql, duckdb, case)


@pytest.mark.spark
def test_spark_gives_what_duckdb_gives(duckdb: Engine, spark: Engine) -> None:
    both(spark, duckdb, (many_answers(600), True, True))


@pytest.mark.parametrize("engine", [on_duckdb.engine, on_sqlite.engine])
def test_a_sum_that_leaves_64_bits_is_an_error(engine: Any) -> None:
    one, other = (
        (n, "sum-sum", "", unit, "area", "", "2024-12-31", "UBND", "ubnd", 1, amount, None, "", "reported")
        for n, (unit, amount) in enumerate([("23341.0", 2**63 - 1), ("23344.0", 1)])
    )
    made: AbstractContextManager[Engine] = engine()
    with made as opened, pytest.raises(SumOverflowError):
        rows_of(opened, [one, other], question(asked=False, by_period=False))


def test_a_facts_folder_opened_as_a_view_gives_the_same(
    duckdb_of_views: Engine, sqlite: Engine, tmp_path: Path
) -> None:
    once = {(one.key, one.revision): one for one in many_answers(200)}.values()
    write_observations(tmp_path, once)
    given_ = observations_of(list(once), PROGRAMME)
    assert isinstance(duckdb_of_views, DuckDB)
    duckdb_of_views.connection.execute("drop table if exists obs")
    open_facts(duckdb_of_views, tmp_path, PROGRAMME)
    wanted = question(asked=True, by_period=True)
    consolidate_table(duckdb_of_views, replace(wanted, unique=True))
    assert duckdb_of_views.rows(READ) == rows_of(sqlite, input_rows(given_), wanted)
    duckdb_of_views.connection.execute("drop view obs")


def test_a_facts_folder_of_a_finer_scale_is_refused(duckdb_of_views: Engine, tmp_path: Path) -> None:
    write_observations(tmp_path, [replace(one, scale=2) for one in many_answers(3)])
    assert isinstance(duckdb_of_views, DuckDB)
    duckdb_of_views.connection.execute("drop view if exists observed")
    with pytest.raises(ConsolidateError) as caught:
        open_facts(duckdb_of_views, tmp_path, PROGRAMME)
    assert "more decimals than the programme takes" in caught.value.message("en")


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[Any, ...]], Question]:
    """What the reports of the made-up province of 2024 say, and its consolidation on the map of after the reform."""
    place = tmp_path_factory.mktemp("mau-son")
    write_folder(place, year=2024, programme="ct-06-tu", seed=2024)
    whole = gather(place / "reports", "ct-06-tu", wanted=Wanted(view="map", as_of="2025-12-01"))
    registry = load_units(Path(whole.round.units_file))
    wanted = Question(whole.programme, whole.round, registry, view="map", as_of="2025-12-01")
    return input_rows(observations_of(list(whole.observations), whole.programme)), wanted


@pytest.mark.slow
def test_the_samples_give_the_same_on_every_engine_of_this_machine(
    duckdb: Engine, sqlite: Engine, on_postgresql: Engine, province: tuple[list[tuple[Any, ...]], Question]
) -> None:
    found = rows_of(duckdb, *province)
    assert len(found) > 1000
    assert rows_of(sqlite, *province) == found
    assert rows_of(on_postgresql, *province) == found


@pytest.mark.spark
def test_the_samples_give_the_same_on_spark(
    duckdb: Engine, spark: Engine, province: tuple[list[tuple[Any, ...]], Question]
) -> None:
    assert rows_of(spark, *province) == rows_of(duckdb, *province)
