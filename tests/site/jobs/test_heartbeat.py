"""A job that lives is not begun a second time, however long one of its steps takes."""

import datetime as dt
import time

import pytest
from django.db import connections

from tongket.site.interface.clock import now
from tongket.site.jobs import running
from tongket.site.jobs.models import Job
from tongket.site.jobs.reaper import reap

LONG_AGO = dt.timedelta(minutes=30)


@pytest.mark.django_db(transaction=True)
def test_a_long_step_gives_signs_of_life(monkeypatch) -> None:
    monkeypatch.setattr(running, "BEAT", 0.02)
    seen = []

    def slow(job: Job, progress) -> dict:
        Job.objects.filter(pk=job.pk).update(heartbeat=now() - LONG_AGO)
        began = time.monotonic()
        while Job.objects.get(pk=job.pk).heartbeat < now() - dt.timedelta(minutes=10):
            assert time.monotonic() - began < 10
            time.sleep(0.02)
        seen.append(reap())
        return {}

    # the clock of the tests stands still; that of the thread is the same, so a beat is the present moment
    job = Job.objects.create(kind="slow")
    running.run(job, {"slow": slow})

    job.refresh_from_db()
    assert (seen, job.state, job.tries) == ([0], "done", 1)


def test_a_short_job_opens_no_second_connection(db, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(type(connections["default"]), "connect", lambda self: opened.append(1))
    running.run(Job.objects.create(kind="short"), {"short": lambda job, progress: {}})

    assert not opened


@pytest.mark.django_db(transaction=True)
def test_one_that_is_silent_is_begun_again() -> None:
    job = Job.objects.create(kind="slow", state="running", tries=1, heartbeat=now() - LONG_AGO, worker="x:1")

    assert reap() == 1
    job.refresh_from_db()
    assert job.state != "running"
