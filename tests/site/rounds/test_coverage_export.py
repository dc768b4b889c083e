"""A large map of coverage is written in the background, for the one who asked alone."""

import os
import time

import pytest
from django.conf import settings

from site_makers import make_user
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Grant, Role
from tongket.site.rounds import coverage_export


@pytest.fixture
def large(monkeypatch, submission) -> None:
    """One cell is large already."""
    monkeypatch.setattr(coverage_export, "AT_ONCE", 0)


def test_a_small_one_comes_at_once(consolidator, submission, signed_in) -> None:
    answer = signed_in(consolidator).get("/rounds/coverage.xlsx")

    assert (answer.status_code, answer.content[:2]) == (200, b"PK")
    assert not Job.objects.exists()


def test_a_large_one_is_written_behind_the_page(consolidator, large, signed_in, province) -> None:
    client = signed_in(consolidator)
    page = client.get("/rounds/coverage.xlsx")
    job = Job.objects.get(kind="write-coverage")
    assert page["Location"] == f"/rounds/coverage/files/{job.pk}"
    assert 'hx-trigger="every 1s"' in client.get(page["Location"]).content.decode()

    run(job, WORK)
    assert "?get=1" in client.get(page["Location"]).content.decode()
    assert client.get(page["Location"] + "?get=1").content[:2] == b"PK"
    stranger = signed_in(make_user("tonghop2", province, Role.CONSOLIDATOR, subtree=True))
    assert stranger.get(page["Location"]).status_code == 404


def test_who_lost_the_right_meanwhile_gets_nothing(consolidator, large, signed_in) -> None:
    signed_in(consolidator).get("/rounds/coverage.xlsx")
    Grant.objects.update(role=Role.CLERK)
    job = Job.objects.get(kind="write-coverage")
    run(job, WORK)

    job.refresh_from_db()
    assert (job.state, job.result) == ("failed", {})


def test_what_lies_longer_than_a_day_goes(consolidator, large, signed_in) -> None:
    old = settings.DATA.made / "coverage" / "999999.xlsx"
    old.parent.mkdir(exist_ok=True)
    old.write_bytes(b"x")
    os.utime(old, (time.time() - 90_000,) * 2)
    signed_in(consolidator).get("/rounds/coverage.xlsx")
    run(Job.objects.get(kind="write-coverage"), WORK)

    assert not old.exists()
