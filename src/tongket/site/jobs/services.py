"""Starting background work, and saying how far it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django_tasks import task

from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job

Progress = Callable[[int, int], None]  # done, of how many
Work = Callable[[Job, Progress], Mapping[str, Any]]  # -> what goes into Job.result
WORK: dict[str, Work] = {}


def work(kind: str) -> Callable[[Work], Work]:
    """Name the function that does jobs of ``kind``; it may be run again after a crash, and must give the same."""

    def register(function: Work) -> Work:
        WORK[kind] = function
        return function

    return register


def start(kind: str, argument: Mapping[str, Any], actor: Any = None) -> Job:
    """Queue a job; it begins once the transaction around this is committed."""
    job = Job.objects.create(
        kind=kind,
        argument=dict(argument),
        user=actor.user if actor else None,
        body=actor.body if actor else None,
        post=actor.post if actor else "",
    )
    transaction.on_commit(lambda: run_job.enqueue(job.pk))
    return job


@task()
def run_job(job_id: int) -> None:
    """Do one job; what it raises is kept as its error."""
    from tongket.site.jobs.running import run

    run(Job.objects.get(pk=job_id), WORK)


def beat(job: Job, done: int, total: int) -> None:
    """Say how far ``job`` is, and that its worker is alive."""
    Job.objects.filter(pk=job.pk).update(done=done, total=total, heartbeat=now())
