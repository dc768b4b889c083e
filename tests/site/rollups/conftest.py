"""Sent values of two communes, without the form."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

import pytest
from django.utils import timezone

from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.services import WORK
from tongket.site.people.models import Body
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Observation, Revision

Send = Callable[..., Submission]


@pytest.fixture
def send(open_round: Round, province: Body) -> Send:
    """Send a revision of a body: {indicator or indicator/cell: amount}; ``more`` are columns of every value."""

    def sent(body: Body, values: Mapping[str, int], state: str = "sent", **more: object) -> Submission:
        programme = programme_of(open_round.programme)
        one, _ = Submission.objects.get_or_create(
            round=open_round, body=body, defaults={"reports_to": province, "due": open_round.due, "asked": 34}
        )
        one.revision, one.state, one.edition = one.revision + 1, state, one.edition + 1
        one.sent = one.first_sent = timezone.now()
        one.save()
        content = hashlib.sha256(repr((one.revision, sorted(values.items()), more)).encode()).hexdigest()
        Revision.objects.create(
            submission=one, number=one.revision, moment=one.sent, post="Cán bộ tổng hợp", sha256=content
        )
        for name, amount in values.items():
            code, _, cell = name.partition("/")
            indicator = programme.indicator(code)
            assert indicator is not None
            Observation.objects.create(
                submission=one, unit=body.unit, body=body.name, body_kind=body.kind, programme=programme.code,
                programme_version=programme.version, revision=one.revision, unit_word=indicator.unit_word,
                indicator=code, cell=cell, period_start="2026-01-01", period_end="2026-12-31", amount=amount,
                scale=indicator.scale, **more,
            )  # fmt: skip
        return one

    return sent


@pytest.fixture
def asked(open_round: Round, province: Body, commune: Body, other_commune: Body) -> Round:
    """The round, asked of two communes."""
    for body in (commune, other_commune):
        Submission.objects.get_or_create(
            round=open_round, body=body, defaults={"reports_to": province, "due": open_round.due, "asked": 34}
        )
    return open_round


@pytest.fixture
def work_off() -> Callable[[], None]:
    """Do all work that waits, as the worker does; what fails fails the test."""

    def done() -> None:
        for job in Job.objects.filter(state="waiting").order_by("pk"):
            run(job, WORK)
            job.refresh_from_db()
            assert job.state == "done", job.error

    return done
