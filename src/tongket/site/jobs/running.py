"""Running one job in the worker."""

from __future__ import annotations

import logging
import os
import platform
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection

from tongket.errors import TongketError, is_disk_full
from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.interface.kept_errors import as_json
from tongket.site.jobs.models import Job
from tongket.site.jobs.work import Work

log = logging.getLogger(__name__)
_FAILED = (
    N_("The program failed at this work."),
    N_("Start it again; if it fails again, tell your administrator."),
)
_FULL = (
    N_("The disk of the site is full; this work could not be finished."),
    N_("Tell your administrator, and start it again once there is room."),
)
BEAT = 60.0  # seconds between two signs of life of a job that runs


def run(job: Job, known: Mapping[str, Work]) -> None:
    """Do ``job`` unless it is done; an error of ours is kept with its words, any other as a fault of the program."""
    taken = Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(
        state=Job.State.RUNNING,
        started=now(),
        heartbeat=now(),
        worker=f"{platform.node()[:40]}:{os.getpid()}",
        tries=job.tries + 1,
    )
    if not taken:
        return
    try:
        with _beating(job.pk):
            result = known[job.kind](job, lambda done, total: _say_how_far(job, done, total))
    except TongketError as error:
        _end(job, Job.State.FAILED, error=as_json(error))
    except Exception as error:  # one broken job must not end the worker; it is shown as failed, and logged
        log.exception("job %s (%s) failed", job.pk, job.kind)
        what, mend = _FULL if _is_for_want_of_room(error) else _FAILED
        _end(job, Job.State.FAILED, error={"what": what, "mend": mend, "facts": {}, "type": type(error).__name__})
    else:
        _end(job, Job.State.DONE, result=dict(result))


def _say_how_far(job: Job, done: int, total: int) -> None:
    """It is a sign of life too."""
    Job.objects.filter(pk=job.pk).update(done=done, total=total, heartbeat=now())


def _is_for_want_of_room(error: Exception) -> bool:
    inner = error.args[0] if error.args and isinstance(error.args[0], OSError) else error  # as xlsxwriter wraps it
    return is_disk_full(inner) or (isinstance(error, DatabaseError) and "full" in str(error))


@contextmanager
def _beating(job_id: int) -> Iterator[None]:
    """Say each minute that the worker is alive, however long a single step of the job takes: a scan of many pages."""
    ended = threading.Event()
    thread = threading.Thread(target=_beat, args=(job_id, ended), name=f"beat-{job_id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _beat(job_id: int, ended: threading.Event) -> None:
    """Runs in a thread with a connection of its own, which is opened at the first beat."""
    try:
        while not ended.wait(BEAT):
            try:
                Job.objects.filter(pk=job_id, state=Job.State.RUNNING).update(heartbeat=now())
            except DatabaseError as error:  # somebody writes for long: the next minute tries again
                log.warning("job %s could not say that it is alive: %s", job_id, error)
    finally:
        connection.close()


def _end(job: Job, state: str, **more: Any) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, ended=now(), heartbeat=now(), **more)
