"""The line of those who want to write: a lock of the operating system on a file beside the database, with a time limit.

The lock wakes the one who waited longest as soon as it is free, and goes with the process that held it. A system's wait
for it has no end of its own, so where it is not free a thread of the connection waits in the system, and the writer
waits for that thread, until its patience ends. The thread keeps the place: who asks again is not put at the end.
"""

from __future__ import annotations

import os
import threading

try:
    import fcntl
except ImportError:  # Windows: SQLite's own waiting
    fcntl = None  # type: ignore[assignment]

IS_HERE = fcntl is not None


class Line:
    """One place in the line at the file ``path``; for one thread, as a connection is."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._stand: _Stand | None = None
        self._is_first = False

    def enter(self, seconds: float) -> bool:
        """Wait until it is this one's turn, for at most so many seconds; whether it is."""
        self._is_first = self._enter_at_once() or self._wait(seconds)
        return self._is_first

    def _enter_at_once(self) -> bool:
        if self._stand is not None and not self._stand.is_idle:
            return False  # it stands there since it was given up
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait(self, seconds: float) -> bool:
        if self._stand is None:
            self._stand = _Stand(self._file)
            self._stand.start()
        return self._stand.wait(seconds)

    def leave(self) -> None:
        """Let the next one have its turn."""
        if self._is_first:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self._is_first = False

    def close(self) -> None:
        """Go for good."""
        self._is_first = False
        if self._stand is None:
            os.close(self._file)
        else:
            self._stand.end()


class _Stand(threading.Thread):
    """Waits in the system for the lock of ``file``, which is its own to close from then on."""

    def __init__(self, file: int) -> None:
        super().__init__(name="line", daemon=True)
        self.is_idle = True
        self._file = file
        self._guard = threading.Lock()  # over what follows; the two below are never waited for within it
        self._is_wanted = self._is_ended = False
        self._asked, self._turn = threading.Lock(), threading.Lock()
        self._asked.acquire()
        self._turn.acquire()

    def run(self) -> None:
        """Wait in the line whenever it is asked for."""
        while True:
            self._asked.acquire()
            if not self._is_ended:
                fcntl.flock(self._file, fcntl.LOCK_EX)
            with self._guard:
                self.is_idle = True
                if self._is_ended:
                    break
                if self._is_wanted:
                    self._turn.release()
                else:
                    fcntl.flock(self._file, fcntl.LOCK_UN)
        os.close(self._file)

    def wait(self, seconds: float) -> bool:
        """Whether the lock is had within so many seconds; if not, the thread goes on waiting and lets go of it."""
        with self._guard:
            self._is_wanted = True
            if self.is_idle:
                self.is_idle = False
                self._asked.release()
        is_first = False
        try:
            is_first = self._turn.acquire(timeout=seconds)
        finally:
            with self._guard:
                self._is_wanted = False
                is_first = is_first or self._turn.acquire(blocking=False)
        return is_first

    def end(self) -> None:
        """Close the file, at once or as soon as the system has given the lock."""
        with self._guard:
            self._is_ended = True
            if self.is_idle:
                self.is_idle = False
                self._asked.release()
