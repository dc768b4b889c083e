"""Django's backend for SQLite, where writers stand in line for the one write transaction.

SQLite itself lets a writer sleep and look again, up to a tenth of a second each time: under load most of the time the
lock is free while all sleep, and who came last may go first. In the line (``line``) the one who waited longest is woken
as soon as the lock is free. Who has waited as long as SQLite itself would wait (``timeout`` of the settings) is told
what SQLite tells then. What the line guards is as safe without it: SQLite's own lock stays.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base

from tongket.site.embedded.line import IS_HERE, Line

LONGEST = 5.0  # seconds, where the settings say nothing: that of sqlite3
LONG_LOG = 2_048  # pages of 4 KiB at which the log begins anew
READERS = 100  # milliseconds that this waits for those who still read the log


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection; a transaction of it begins when it is its turn."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._line: Line | None = None  # kept with the connection

    def _start_transaction_under_autocommit(self) -> None:
        self._enter()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> Any:
        answer = super()._commit()  # where this fails it is rolled back next, and leaves then
        self._leave()
        return answer

    def _rollback(self) -> Any:
        try:
            return super()._rollback()
        finally:
            self._leave()

    def _close(self) -> Any:
        try:
            return super()._close()
        finally:
            if self._line is not None:
                self._line.close()
                self._line = None

    def write_back(self) -> None:
        """Write the log (``-wal``) back into the database, beside all who read and write; where it has grown long, then
        also what came meanwhile, in a turn of its own, so that it begins anew.

        Somebody has to do this every few seconds. Else SQLite lets the one whose commit makes the log too long do it,
        who waits for an answer and has the turn.
        """
        if self.is_in_memory_db():
            return
        with self.cursor() as cursor:
            if cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1] < LONG_LOG:
                return
            (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
            self._enter()
            try:
                cursor.execute(f"PRAGMA busy_timeout = {READERS}")
                cursor.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
            finally:
                self._leave()
                cursor.execute(f"PRAGMA busy_timeout = {patience}")

    def _enter(self) -> None:
        if not IS_HERE or self.is_in_memory_db():
            return
        if self._line is None:
            self._line = Line(f"{self.settings_dict['NAME']}-line")
        if not self._line.enter(self.settings_dict["OPTIONS"].get("timeout", LONGEST)):
            with self.wrap_database_errors:
                raise _busy()

    def _leave(self) -> None:
        if self._line is not None:
            self._line.leave()


def _busy() -> sqlite3.OperationalError:
    """What SQLite says when it has waited long enough."""
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_BUSY, "SQLITE_BUSY"
    return error
