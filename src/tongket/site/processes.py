"""The processes of ``tongket serve``: the web server, a watched worker, and the watch itself."""

from __future__ import annotations

import logging
import os
import platform
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from tongket.errors import TongketError
from tongket.messages import N_, language, say, use_language
from tongket.site.data_folder import gone, identity
from tongket.site.parent import PARENT, is_alive
from tongket.site.worker import LANGUAGE

log = logging.getLogger(__name__)
MINUTE = 60.0
TICK = 0.5  # seconds between two looks at the worker
WRITING_BACK = 2.0  # seconds between two times that the log of the embedded database is written back
YOUNG = 20.0  # seconds: a worker that ends sooner will most likely do so again
PAUSE = 3.0  # before a worker that died young is started again; twice as long each time it does
LONGEST = 60.0
LOOKS = 2  # at a data folder that is not there, before it is taken to be gone: one may fall between two steps of a copy
PATIENCE = (
    60.0  # seconds without the folder where the database is a server: nothing that was entered is lost by waiting
)
AGAIN = N_(
    "The process for background work ends as soon as it begins (code {code}); the reason stands above. It is tried "
    "again less and less often, at last once a minute, and this is not said again; until it runs, pages work and "
    "background work waits."
)
BLOCKING_THREADS = 4
IDLE = 600  # seconds after which a thread of the server ends: the next one has its statements to write and plan anew
END_WITHIN = 10  # seconds that a worker has to end its step


def pause_after(young_deaths: int) -> float:
    """Seconds until a worker is started again: none after one that lived, else 3, 6, 12 ... 60."""
    return min(PAUSE * 2 ** (young_deaths - 1), LONGEST) if young_deaths else 0.0


class KeptWorker:
    """One worker process, which ``begin`` starts: begun anew when it ends, after growing pauses where it dies young."""

    def __init__(
        self, begin: Callable[[], subprocess.Popen[bytes]], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._begin = begin
        self._clock = clock
        self._process: subprocess.Popen[bytes] | None = None
        self._born = self._again = 0.0
        self._young_deaths = 0

    def keep(self) -> bool:
        """Begin it where it does not run and is due; whether it was begun."""
        if self._process is not None:
            if self._process.poll() is None:
                return False
            self._mourn(self._process.returncode)
        if self._clock() < self._again:
            return False
        self._process = self._begin()
        self._born = self._clock()
        return True

    def _mourn(self, code: int) -> None:
        """Note when the next one is due, and say it: once of a row that die young."""
        self._process = None
        self._young_deaths = self._young_deaths + 1 if self._clock() - self._born < YOUNG else 0
        self._again = self._clock() + pause_after(self._young_deaths)
        if self._young_deaths < 2:
            log.warning(say(N_("The process for background work ended (code {code}) and is started again."), code=code))
        elif self._young_deaths == 2:
            log.error(say(AGAIN, code=code))

    def end(self) -> None:
        """End it, with the step that it is at."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(END_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()


def begin_worker() -> subprocess.Popen[bytes]:
    """A new process for background work."""
    return subprocess.Popen([sys.executable, "-m", "tongket.site.worker"])


class Watch:
    """Keeps one worker alive, seals the record and takes back lost jobs; one thread, in the process of the server.

    Where the data folder is gone it calls ``end`` and keeps in ``lost`` what is to be said of it: whoever served on
    would acknowledge what nobody finds again.
    """

    def __init__(self, end: Callable[[], None]) -> None:
        self.lost: TongketError | None = None
        self._end = end
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(language(),), name="watch", daemon=True)
        self._worker = KeptWorker(begin_worker)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End the worker and the watch, and seal what happened until now."""
        self._ended.set()
        self._thread.join(END_WITHIN + 5)

    def _run(self, lang: str) -> None:
        use_language(lang)  # a thread begins with that of nobody
        folder = Folder()
        due = written = 0.0
        while not self._ended.wait(TICK):
            if folder.is_lost():
                self.lost = folder.said()
                self._end()
                break
            if self._worker.keep():
                _try(take_back)
            if time.monotonic() >= written:
                _try(write_back)
                written = time.monotonic() + WRITING_BACK
            if time.monotonic() >= due:
                due = time.monotonic() + MINUTE
                _try(each_minute)
        self._worker.end()
        if not self.lost:
            _try(each_minute)


class Folder:
    """The data folder as the watch sees it: as it was at the start, or gone."""

    def __init__(self) -> None:
        from django.conf import settings

        self._folder = settings.DATA
        self._was = identity(self._folder)
        self._looks = 0
        self._least = LOOKS if not os.environ.get("DATABASE_URL") else round(PATIENCE / TICK)

    def is_lost(self) -> bool:
        """Whether it has not been there for several looks."""
        self._looks = 0 if identity(self._folder) == self._was else self._looks + 1
        return self._looks >= self._least

    def said(self) -> TongketError:
        """What is said of it."""
        return gone(self._folder)


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


def once(end: Callable[..., None]) -> Callable[..., None]:
    """``end`` the first time alone: a second Ctrl-C or SIGTERM would meet the first inside its lock, and both stay."""
    begun = False

    def first(*told: object) -> None:
        nonlocal begun
        if not begun:
            begun = True
            end(*told)

    return first


def once_it_answers(host: str, port: int, say_so: Callable[[], None], ended: threading.Event) -> None:
    """Wait until the server takes connections at the address, then ``say_so``: pages are loaded before that."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - it is asked, not listened at
    while not ended.wait(TICK / 2):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(TICK)
            if probe.connect_ex((here, port)) == 0:
                say_so()
                break


def run_server(host: str, port: int, *, workers: int, ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; a process of the server that dies is started again. ``ready`` is called once
    pages can be asked for.

    Raises:
        DataFolderError: the data folder is gone.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    os.environ[PARENT] = str(os.getpid())
    os.environ[LANGUAGE] = language()
    server = Granian(
        "tongket.site.application:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=BLOCKING_THREADS,
        blocking_threads_idle_timeout=IDLE,
        backpressure=512,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=0.2,
        workers_kill_timeout=END_WITHIN,
    )
    end: Callable[..., None] = server.signal_handler_interrupt
    asked = threading.Event()

    def end_as_asked(*told: object) -> None:
        asked.set()
        end(*told)

    server.signal_handler_interrupt = once(end_as_asked)  # type: ignore[method-assign]
    watch = Watch(server.signal_handler_interrupt)
    server.on_startup(watch.start)
    ended = threading.Event()
    threading.Thread(target=once_it_answers, args=(host, port, ready, ended), name="ready", daemon=True).start()
    try:
        server.serve()
    except SystemExit:  # so it ends, too, where a process of the server died just before it was asked to
        if not asked.is_set():
            raise
    finally:
        ended.set()
        watch.stop()
    if watch.lost:
        raise watch.lost
