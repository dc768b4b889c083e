"""Django's backend for SQLite, where writers stand in line for the one write transaction.

SQLite itself lets a writer sleep and look again, up to a tenth of a second each time: under load most of the time the
lock is free while all sleep, and who came last may go first. A lock of the operating system on a file beside the
database wakes the one who waited longest as soon as the lock is free, and goes with the process that held it. What it
guards is as safe without it: SQLite's own lock stays.
"""

from __future__ import annotations

import os
from typing import Any

from django.db.backends.sqlite3 import base

try:
    import fcntl
except ImportError:  # Windows: SQLite's own waiting
    fcntl = None  # type: ignore[assignment]


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection; a transaction of it begins when it is its turn."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._line: int | None = None  # the open file, kept with the connection
        self._is_first = False

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
                os.close(self._line)
                self._line, self._is_first = None, False

    def _enter(self) -> None:
        if fcntl is None or self.is_in_memory_db():
            return
        if self._line is None:
            name = f"{self.settings_dict['NAME']}-line"
            self._line = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._line, fcntl.LOCK_EX)
        self._is_first = True

    def _leave(self) -> None:
        if self._is_first and self._line is not None:
            fcntl.flock(self._line, fcntl.LOCK_UN)
        self._is_first = False
