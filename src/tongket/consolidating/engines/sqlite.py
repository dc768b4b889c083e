"""SQLite: what Python brings along, and the database of an office's own site."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tongket.consolidating.engines import Rows, SumOverflowError
from tongket.model.tables import Table


class SQLite:
    """An ``Engine`` over one connection."""

    __slots__ = ("connection", "lazy")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection, self.lazy = connection, False

    def fill(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        """As ``Engine.fill``."""
        self._run(f"drop table if exists temp.{table.name}")
        self._run(table.create("sqlite", temporary=True))
        marks = ", ".join("?" * len(table.columns))
        try:
            self.connection.executemany(f"insert into {table.name} values ({marks})", rows)  # noqa: S608 - a table of model/tables.py
        except OverflowError as error:
            raise SumOverflowError from error

    def make(self, name: str, select: str, *, view: bool = False) -> None:
        """As ``Engine.make``."""
        for kind in ("view", "table"):
            known = "select 1 from sqlite_temp_master where name = ? and type = ?"
            if self.connection.execute(known, (name, kind)).fetchone():
                self._run(f"drop {kind} {name}")
        self._run(f"create temporary {'view' if view else 'table'} {name} as {select}")

    def rows(self, select: str) -> Rows:
        """As ``Engine.rows``."""
        return self._run(select).fetchall()

    def _run(self, statement: str) -> sqlite3.Cursor:
        try:
            return self.connection.execute(statement)
        except sqlite3.OperationalError as error:
            if "overflow" in str(error):
                raise SumOverflowError from error
            raise


@contextmanager
def engine(path: str = ":memory:") -> Iterator[SQLite]:
    """An engine over a database file, or one in memory."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma temp_store = memory")
    connection.execute("pragma cache_size = -200000")
    try:
        yield SQLite(connection)
    finally:
        connection.close()
