"""Jobs whose worker died are done again, at most three times; then they are failed, and shown as such."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import run_job

MOST_TRIES = 3
SILENT = dt.timedelta(minutes=10)  # without a heartbeat: one that lives gives a sign each minute
LOST = dt.timedelta(minutes=1)  # waiting while the queue is empty: it was committed, and the process died then
KEPT = dt.timedelta(days=1)  # what the queue keeps of finished work


def reap(dead: tuple[str, ...] = ()) -> int:
    """Queue again, or fail, the jobs of the workers ``dead`` ('computer:process') and those silent for too long.

    Gives how many were taken. Two reapers do not take the same job: each changes the row that it saw.
    """
    moment, count = now(), 0
    gone = Q(worker__in=dead) | Q(heartbeat__lt=moment - SILENT)
    for job in Job.objects.filter(gone, state=Job.State.RUNNING):
        seen = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, tries=job.tries, heartbeat=job.heartbeat)
        if job.tries >= MOST_TRIES:
            count += seen.update(state=Job.State.FAILED, ended=moment, error=_given_up(job))
        elif seen.update(state=Job.State.WAITING, worker=""):
            run_job.enqueue(job.pk)
            count += 1
    return count + _queue_lost(moment)


def sweep() -> None:
    """Forget what the queue knows of work that ended a day ago; the jobs themselves stay."""
    DBTaskResult.objects.filter(finished_at__lt=now() - KEPT).delete()


def running_workers() -> set[str]:
    """The workers that are said to run something."""
    return set(Job.objects.filter(state=Job.State.RUNNING).values_list("worker", flat=True))


def _queue_lost(moment: dt.datetime) -> int:
    """Queue the jobs that wait while nothing is queued."""
    if DBTaskResult.objects.ready().exists():
        return 0
    lost = Job.objects.filter(state=Job.State.WAITING, created__lt=moment - LOST).order_by("pk")
    return sum(1 for job in lost.only("pk") if run_job.enqueue(job.pk))


def _given_up(job: Job) -> dict[str, object]:
    return {
        "what": N_("This work was begun {tries} times, and each time the program ended before it was done."),
        "mend": N_("Start it again with fewer or smaller files; if it fails again, tell your administrator."),
        "facts": {"tries": job.tries},
    }
