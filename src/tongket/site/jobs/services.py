"""Starting background work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django_tasks import task

from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK


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
    run(Job.objects.get(pk=job_id), WORK)
