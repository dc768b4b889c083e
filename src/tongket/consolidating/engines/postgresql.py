"""PostgreSQL, through psycopg 3 (the extra ``postgres``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from tongket.consolidating.engines import Rows, SumOverflowError
from tongket.model.tables import Table

_ANALYSED_FROM = 20_000  # rows; below, the planner's guess costs less than looking


class PostgreSQL:
    """An ``Engine`` over one connection; all tables that it makes are temporary."""

    __slots__ = ("connection", "lazy")

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection, self.lazy = connection, False

    def fill(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        """As ``Engine.fill``."""
        self._drop(table.name)
        self._run(table.create("postgresql", temporary=True))
        try:
            with self.connection.cursor() as cursor, cursor.copy(f"copy {table.name} from stdin") as copy:
                for row in rows:
                    copy.write_row(row)
        except psycopg.errors.NumericValueOutOfRange as error:
            raise SumOverflowError from error
        self._run(f"analyze {table.name}")

    def make(self, name: str, select: str, *, view: bool = False) -> None:
        """As ``Engine.make``."""
        kind = "view" if view else "table"
        self._drop(name)
        made = self._run(f"create temporary {kind} {name} as {select}")
        if not view and made.rowcount >= _ANALYSED_FROM:
            self._run(f"analyze {name}")

    def rows(self, select: str) -> Rows:
        """As ``Engine.rows``."""
        return self._run(select).fetchall()

    def _drop(self, name: str) -> None:
        known = "select relkind from pg_class where oid = to_regclass(%s)"
        found = self.connection.execute(known, (f"pg_temp.{name}",)).fetchone()
        if found:
            kind = "view" if found[0] in ("v", b"v") else "table"
            self._run(f"drop {kind} pg_temp.{name} cascade")

    def _run(self, statement: str) -> psycopg.Cursor[Any]:
        try:
            return self.connection.execute(statement.encode())
        except psycopg.errors.NumericValueOutOfRange as error:
            raise SumOverflowError from error


@contextmanager
def engine(address: str) -> Iterator[PostgreSQL]:
    """An engine over a connection of its own to the server at ``address`` ('host=... dbname=...', or a URL)."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("set work_mem = '128MB'")
        connection.execute("set jit = off")  # compiling costs more than these statements do
        yield PostgreSQL(connection)
