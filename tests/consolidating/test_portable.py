"""The statements run unchanged on SQLite, and give what DuckDB gives."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.consolidating.engines import duckdb_engine, insert_rows
from tongket.consolidating.rollup import run_statements
from tongket.consolidating.tree import grow_tree
from tongket.model.observations import Observation
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Round
from tongket.registry.units import load_units

WAYS = ("sum", "latest", "max", "min", "count-units", "count-yes", "none")
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 1, "", "", 0.5, (),
    (
        *(
            Indicator(f"{way}-{time}", "", "", over_units=way, over_time=time)  # type: ignore[arg-type]  # texts of a test
            for way in WAYS
            for time in ("sum", "latest")
        ),
        Indicator("ratio", "", "%", over_units="ratio", numerator="sum-sum", denominator="sum-latest", scale=2),
    ),
    (), (), (), (),
)  # fmt: skip
UNITS = ("62.0", "610.0", "23341.0", "23344.0", "608.0", "23293.0")  # tỉnh Kon Tum, two districts, some communes

observations = st.builds(
    Observation,
    indicator=st.sampled_from([one.code for one in PROGRAMME.indicators]),
    cell=st.sampled_from(["", "ubnd", "mttq"]),
    unit=st.sampled_from(UNITS),
    extent=st.sampled_from(["own", "area"]),
    period=st.sampled_from(["2023-01-01/2023-12-31", "2024-01-01/2024-12-31", "2023-07-01/2024-06-30", "/2024-12-31"]),
    body=st.sampled_from(["UBND", "MTTQ"]),
    programme=st.just("p"),
    version=st.just(1),
    revision=st.integers(1, 3),
    amount=st.none() | st.integers(-(10**15), 10**15),
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


def insert_in_sqlite(engine: Any, table: str, rows: Sequence[Sequence[Any]]) -> None:
    if rows:
        engine.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(observations, min_size=1, max_size=40))
def test_sqlite_gives_what_duckdb_gives(given_observations: list[Observation]) -> None:
    numbered = list(enumerate(given_observations))
    tree = grow_tree(Round("p", "62.0", "", "", "", ""), UNITS, load_units(), "2024-12-31")
    sqlite = sqlite3.connect(":memory:")
    with duckdb_engine() as duckdb:
        here = run_statements(duckdb, insert_rows, numbered, PROGRAMME, tree)
        there = run_statements(sqlite, insert_in_sqlite, numbered, PROGRAMME, tree)
    sqlite.close()
    assert here == there


def test_a_sum_that_leaves_64_bits_is_an_error_on_sqlite_too() -> None:
    one = Observation(
        "sum-sum", "", "23341.0", "area", "/2024-12-31", "UBND", "p", 1, 1, 2**63 - 1, None, 0, "", "", "reported",
        "read", 1.0, "", "", 0, 0, "",
    )  # fmt: skip
    other = Observation(
        "sum-sum", "", "23344.0", "area", "/2024-12-31", "UBND", "p", 1, 1, 1, None, 0, "", "", "reported",
        "read", 1.0, "", "", 0, 0, "",
    )  # fmt: skip
    tree = grow_tree(Round("p", "62.0", "", "", "", ""), UNITS, load_units(), "2024-12-31")
    sqlite = sqlite3.connect(":memory:")
    with pytest.raises((sqlite3.OperationalError, OverflowError), match="overflow"):
        run_statements(sqlite, insert_in_sqlite, list(enumerate([one, other])), PROGRAMME, tree)
    sqlite.close()
