"""The processes of ``tongket serve``: the web server, a watched worker, and the watch itself."""

from __future__ import annotations

import logging
import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from tongket.site.parent import PARENT, is_alive

log = logging.getLogger(__name__)
MINUTE = 60.0
TICK = 0.5  # seconds between two looks at the worker
WRITING_BACK = 2.0  # seconds between two times that the log of the embedded database is written back
PAUSE = 3.0  # before a worker that died young is started again
BLOCKING_THREADS = 4
END_WITHIN = 10  # seconds that a worker has to end its step


class Watch:
    """Keeps one worker alive, seals the record and takes back lost jobs; one thread, in the process of the server."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._worker: subprocess.Popen[bytes] | None = None
        self._born = 0.0

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End the worker and the watch, and seal what happened until now."""
        self._ended.set()
        self._thread.join(END_WITHIN + 5)

    def _run(self) -> None:
        due = written = 0.0
        while not self._ended.wait(TICK):
            self._keep_worker()
            if time.monotonic() >= written:
                _try(write_back)
                written = time.monotonic() + WRITING_BACK
            if time.monotonic() >= due:
                due = time.monotonic() + MINUTE
                _try(each_minute)
        self._end_worker()
        _try(each_minute)

    def _keep_worker(self) -> None:
        if self._worker is not None and self._worker.poll() is None:
            return
        if self._worker is not None:
            log.warning("the worker ended (%s) and is started again", self._worker.returncode)
            if time.monotonic() - self._born < PAUSE and self._ended.wait(PAUSE):
                return
        self._worker = subprocess.Popen([sys.executable, "-m", "tongket.site.worker"])
        self._born = time.monotonic()
        _try(take_back)

    def _end_worker(self) -> None:
        if self._worker is None or self._worker.poll() is not None:
            return
        self._worker.terminate()
        try:
            self._worker.wait(END_WITHIN)
        except subprocess.TimeoutExpired:
            self._worker.kill()


def _try(work: Callable[[], None]) -> None:
    """What the watch does must not end it: the next minute tries again."""
    from django.db import close_old_connections

    try:
        work()
    except Exception:  # whatever it is; it is logged
        log.exception("the watch failed at %s", work.__name__)
    finally:
        close_old_connections()


def each_minute() -> None:
    """Seal the heads of the record; take back the jobs of dead workers; close what was reopened until now; wipe what
    nobody waits for; once a day, remind those whose deadline is near or over, then mail what people were told.
    """
    from tongket.site.jobs.reaper import sweep
    from tongket.site.records.services import seal
    from tongket.site.rounds.automatic import queue_reminders
    from tongket.site.rounds.digests import queue_digest
    from tongket.site.submissions.services.reviewing import end_reopenings
    from tongket.site.submissions.services.uploading import sweep_waiting

    seal()
    take_back()
    sweep()
    end_reopenings()
    sweep_waiting()
    queue_reminders()
    queue_digest()


def write_back() -> None:
    """Write the log of the embedded database back, so that nobody who waits for an answer does it."""
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.write_back()


def take_back() -> None:
    """Queue again the jobs of this computer's workers that are gone, and those silent for too long."""
    from tongket.site.jobs.reaper import reap, running_workers

    here = f"{platform.node()[:40]}:"
    mine = [name for name in running_workers() if name.startswith(here)]
    reap(tuple(name for name in mine if not is_alive(int(name.rpartition(":")[2]))))


def run_server(host: str, port: int, *, workers: int) -> None:
    """Serve until Ctrl-C or SIGTERM; a process of the server that dies is started again."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    os.environ[PARENT] = str(os.getpid())
    watch = Watch()
    server = Granian(
        "tongket.site.application:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=BLOCKING_THREADS,
        backpressure=512,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=0.2,
        workers_kill_timeout=END_WITHIN,
    )
    server.on_startup(watch.start)
    try:
        server.serve()
    finally:
        watch.stop()
