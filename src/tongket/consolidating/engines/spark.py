"""Spark, through PySpark 4 (the extra ``spark``): for what one machine does not hold."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.types import LongType, StringType, StructField, StructType

from tongket.consolidating.engines import Rows, SumOverflowError
from tongket.model.tables import Table

# Driver and executors find each other on this machine, whatever its name resolves to.
_SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
}


class Spark:
    """An ``Engine`` over one session. What is kept is written through once, so that no plan grows over the levels."""

    __slots__ = ("lazy", "session")

    def __init__(self, session: SparkSession, *, lazy: bool = False) -> None:
        self.session, self.lazy = session, lazy
        session.conf.set("spark.sql.ansi.enabled", "true")  # a sum that leaves 64 bits is an error
        # Spark 4 carries constraints of a plan past a checkpoint, and then fails on columns that are gone.
        session.conf.set("spark.sql.constraintPropagation.enabled", "false")

    def fill(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        """As ``Engine.fill``."""
        types = {"text": StringType(), "integer": LongType()}
        schema = StructType([StructField(one.name, types[one.type], one.nullable) for one in table.columns])
        frame = self.session.createDataFrame([tuple(row) for row in rows], schema)
        frame.createOrReplaceTempView(table.name)

    def make(self, name: str, select: str, *, view: bool = False) -> None:
        """As ``Engine.make``."""
        frame = self._checked(lambda: self.session.sql(select))
        kept = frame if view else self._checked(lambda: frame.localCheckpoint(eager=True))
        kept.createOrReplaceTempView(name)

    def rows(self, select: str) -> Rows:
        """As ``Engine.rows``."""
        return [tuple(row) for row in self._checked(lambda: self.session.sql(select).collect())]

    def _checked(self, run: Any) -> Any:
        try:
            return run()
        except PySparkException as error:
            if "ARITHMETIC_OVERFLOW" in str(error) or "CAST_OVERFLOW" in str(error):
                raise SumOverflowError from error
            raise


@contextmanager
def engine(master: str = "local[2]", *, lazy: bool = False, partitions: int = 2) -> Iterator[Spark]:
    """An engine over a session of its own on this machine ('local[2]', 'local-cluster[2,1,1024]')."""
    builder = SparkSession.builder.appName("tongket").master(master)
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # of all that the session will run, whoever asks
    session = builder.config("spark.sql.shuffle.partitions", partitions).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield Spark(session, lazy=lazy)
    finally:
        session.stop()
