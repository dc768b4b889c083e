"""Engines that the tests of consolidation share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from conftest_postgresql import postgresql
from tongket.consolidating.engines import Engine

__all__ = ["postgresql"]


@pytest.fixture(scope="module")
def duckdb() -> Iterator[Engine]:
    from tongket.consolidating.engines import duckdb as on_duckdb

    with on_duckdb.engine() as engine:
        yield engine


@pytest.fixture(scope="module")
def duckdb_of_views() -> Iterator[Engine]:
    from tongket.consolidating.engines import duckdb as on_duckdb

    with on_duckdb.engine(lazy=True) as engine:
        yield engine


@pytest.fixture(scope="module")
def sqlite() -> Iterator[Engine]:
    from tongket.consolidating.engines import sqlite as on_sqlite

    with on_sqlite.engine() as engine:
        yield engine


@pytest.fixture(scope="module")
def on_postgresql(postgresql: str) -> Iterator[Engine]:
    from tongket.consolidating.engines import postgresql as module

    with module.engine(postgresql) as engine:
        yield engine


@pytest.fixture(scope="session")
def spark() -> Iterator[Engine]:
    pytest.importorskip("pyspark", reason="PySpark is not installed (the extra 'spark')")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    from tongket.consolidating.engines import spark as on_spark

    with on_spark.engine("local[2]") as engine:
        yield engine
