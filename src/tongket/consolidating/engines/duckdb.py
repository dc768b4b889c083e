"""DuckDB, inside the process: no network, no extensions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from tongket.consolidating.engines import THREADS, Rows, SumOverflowError, insert_rows
from tongket.model.tables import Table


class DuckDB:
    """An ``Engine`` over one connection. ``lazy``: large steps stay views, so that nothing of 100 million is stored."""

    __slots__ = ("connection", "lazy")

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, lazy: bool = False) -> None:
        self.connection, self.lazy = connection, lazy

    def fill(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        """As ``Engine.fill``."""
        self._run(f"drop table if exists {table.name}")
        self._run(table.create("duckdb", temporary=True))
        try:
            insert_rows(self.connection, table.name, rows)
        except duckdb.ConversionException as error:
            raise SumOverflowError from error

    def make(self, name: str, select: str, *, view: bool = False) -> None:
        """As ``Engine.make``."""
        kind = "view" if view else "table"
        known = self.connection.execute("select table_type from information_schema.tables where table_name = ?", [name])
        if (found := known.fetchone()) and (found[0] == "VIEW") != view:
            self._run(f"drop {'table' if view else 'view'} {name}")
        self._run(f"create or replace temporary {kind} {name} as {select}")

    def rows(self, select: str) -> Rows:
        """As ``Engine.rows``."""
        return self._run(select).fetchall()

    def _run(self, statement: str) -> duckdb.DuckDBPyConnection:
        try:
            return self.connection.execute(statement)
        except (duckdb.OutOfRangeException, duckdb.ConversionException) as error:
            raise SumOverflowError from error


def connect(*, folder: Path | None = None, memory: str = "") -> duckdb.DuckDBPyConnection:
    """A fresh database in memory; what is larger than ``memory`` ('6GB') goes to ``folder`` meanwhile."""
    config: dict[str, Any] = {
        "threads": THREADS,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "preserve_insertion_order": True,
    }
    if folder:
        config["temp_directory"] = str(folder)
    if memory:
        config["memory_limit"] = memory
    return duckdb.connect(":memory:", config=config)


@contextmanager
def engine(*, lazy: bool = False, folder: Path | None = None, memory: str = "") -> Iterator[DuckDB]:
    """An engine over a fresh database in memory; see ``connect``."""
    connection = connect(folder=folder, memory=memory)
    connection.execute("set preserve_insertion_order = false")  # every reading of results says its own order
    # The smaller side of every join stands on the right. Guessing it anew from a folder of a hundred million facts of
    # which the first files are small, DuckDB hashed the facts: 6.2 GB instead of 1.4.
    connection.execute("set disabled_optimizers = 'build_side_probe_side'")
    try:
        yield DuckDB(connection, lazy=lazy)
    finally:
        connection.close()
