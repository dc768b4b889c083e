"""One function over many things with all cores of this machine; what goes wrong with one leaves the others alone.

Processes are started afresh ('spawn'): the same on Windows, Linux and macOS. Results come in the order of the things,
and only a few are ever under way, so that memory does not grow with their number.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from tongket.files.conversions import conversions, use_conversions
from tongket.messages import N_, language, use_language
from tongket.registry.documents import own_documents, use_documents
from tongket.road.cores import cores, share_cores

T = TypeVar("T")
R = TypeVar("R")

CRASHED = N_("the program was ended over this file, probably for lack of memory; the other files were read.")
_AHEAD = 4  # things under way for each process
_SAFE = "PYTHONSAFEPATH"
_RENEWED = 2_000  # things for each process, after which all are started again: no memory creeps up
_MOST_BYTES = 2 << 30  # of memory that one process may take, where the system can hold it to that


@dataclass(frozen=True, slots=True)
class Crashed:
    """The process died over this one thing: it ran out of memory, or was ended from outside."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What each process calls once, before its first thing."""

    call: Callable[..., None]
    given: tuple[Any, ...] = ()
    lang: str = field(default_factory=language)
    documents: Path | None = field(default_factory=own_documents)
    conversions: Path | None = field(default_factory=conversions)

    def begin(self) -> None:
        """Set this process up; whatever was chosen for the whole program holds here, too."""
        use_language(self.lang)
        use_documents(self.documents)
        use_conversions(self.conversions)
        self.call(*self.given)


def in_processes(
    work: Callable[[T], R], things: Iterable[T], setup: Setup, workers: int | None = None
) -> Iterator[tuple[T, R | Crashed]]:
    """(thing, ``work(thing)``) for all ``things``, in their order, by ``workers`` processes (None: one a core).

    With one worker or thing, or where processes cannot be started, this process does it all. What ``work`` raises ends
    it all; things and results travel between processes. Where a process itself dies over a thing, ``Crashed`` stands
    for its result, and the others go on.
    """
    coming = iter(things)
    ahead = list(islice(coming, 2))
    if len(ahead) == 2 and (count := workers or cores()) > 1 and _can_start():
        yield from _Pool(work, setup, count).run(chain(ahead, coming))
        return
    setup.begin()
    for thing in chain(ahead, coming):
        yield thing, work(thing)


def _can_start() -> bool:
    """Whether a process starts here at all: it does not inside a frozen program."""
    try:
        with _without_main(), ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as one:
            return one.submit(os.getpid).result() != os.getpid()
    except (BrokenProcessPool, OSError, RuntimeError):
        return False


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Let processes start without running the main program again: a script that calls the library needs no guard.

    Nor do they look for Python's own modules in the folder where the program is run: it may hold anybody's files.
    """
    main: dict[str, Any] = vars(sys.modules["__main__"])
    kept: dict[str, Any] = {name: main[name] for name in ("__file__", "__spec__") if name in main}
    main["__file__"] = main["__spec__"] = None
    said = os.environ.get(_SAFE)
    os.environ[_SAFE] = "1"
    try:
        yield
    finally:
        if said is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = said
        for name in ("__file__", "__spec__"):
            main.pop(name, None)
        main.update(kept)


@dataclass(frozen=True, slots=True)
class _Pool(Generic[T, R]):
    work: Callable[[T], R]
    setup: Setup
    count: int

    def run(self, things: Iterator[T]) -> Iterator[tuple[T, R | Crashed]]:
        """As ``in_processes``."""
        pool, left = self._start(self.count), _RENEWED * self.count
        under_way: deque[tuple[T, Future[R] | None]] = deque()
        try:
            while True:
                room = min(_AHEAD * self.count - len(under_way), left)
                for thing in islice(things, room):
                    under_way.append((thing, self._hand_over(pool, thing)))
                    left -= 1
                if not under_way and left:
                    return
                if not under_way:  # all that this pool may do: its processes give their memory back
                    pool.shutdown(wait=True)
                    pool, left = self._start(self.count), _RENEWED * self.count
                    continue
                thing, future = under_way[0]
                if future is not None and not _is_lost(future):
                    under_way.popleft()
                    yield thing, future.result()
                    continue
                pool.shutdown(wait=True, cancel_futures=True)
                yield from self._one_by_one(under_way)
                under_way.clear()
                pool, left = self._start(self.count), _RENEWED * self.count
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _start(self, count: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        # Not max_tasks_per_child: a pool that replaces its processes one by one may wait for ever (CPython gh-115634).
        with _without_main():  # a process that keeps count of the others' locks starts here
            return ProcessPoolExecutor(count, context, _begin, (self.setup,))

    def _hand_over(self, pool: ProcessPoolExecutor, thing: T) -> Future[R] | None:
        try:
            with _without_main():  # a process starts with the task that needs one
                return pool.submit(self.work, thing)
        except BrokenProcessPool:
            return None

    def _one_by_one(self, under_way: Iterable[tuple[T, Future[R] | None]]) -> Iterator[tuple[T, R | Crashed]]:
        """A process died, and the whole pool with it: what it held goes through another one at a time."""
        pool = self._start(1)
        try:
            for thing, future in under_way:
                kept = self._hand_over(pool, thing) if _is_lost(future) else future
                if kept is None or _is_lost(kept):
                    pool.shutdown(wait=True)
                    pool = self._start(1)
                    yield thing, Crashed()
                else:
                    yield thing, kept.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _is_lost(future: Future[R] | None) -> bool:
    """Whether its process died before the result came; waits for it."""
    return future is None or isinstance(future.exception(), BrokenProcessPool)


def _begin(setup: Setup) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows has no such limit
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_BYTES, most))
    share_cores()
    setup.begin()
    gc.set_threshold(20_000, 20, 20)  # as the command: its worth is said there


def _end_with_parent() -> None:
    """Without this, a process whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
