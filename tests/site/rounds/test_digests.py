"""One mail on the morning of a working day, with what a user was told; a second run sends nothing twice."""

import pytest
from django.core import mail

from site_makers import make_user
from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Grant, Role, User
from tongket.site.people.telling import tell
from tongket.site.rounds.digests import queue_digest
from tongket.site.rounds.reminding import addresses_of

MESSAGE = "The due date of “{round}” is now {day}."


@pytest.fixture
def told(clerk, commune) -> User:
    clerk.email = "canbo@lungang.example"
    clerk.save()
    for number in range(2):
        tell(commune, MESSAGE, round=f"Đợt {number}", day="27/11/2026")
    return clerk


def test_what_was_told_goes_out_in_one_mail(told) -> None:
    run(queue_digest(), WORK)

    (sent,) = mail.outbox
    assert sent.to == ["canbo@lungang.example"]
    assert "Đợt 0" in sent.body
    assert "Đợt 1" in sent.body
    assert queue_digest() is None


def test_a_run_that_was_cut_off_does_not_mail_again_who_was_served(told) -> None:
    job = queue_digest()
    Job.objects.filter(pk=job.pk).update(done=1)
    run(Job.objects.get(pk=job.pk), WORK)

    assert not mail.outbox


@pytest.mark.parametrize("moment", ["2026-11-18T06:30:00+07:00", "2026-11-22T09:00:00+07:00"])
def test_nothing_goes_out_before_seven_or_on_a_sunday(told, monkeypatch, moment) -> None:
    monkeypatch.setenv("TONGKET_NOW", moment)

    assert queue_digest() is None


def test_one_who_wants_mails_at_once_gets_them(told, commune) -> None:
    assert addresses_of([commune.pk]) == {}
    User.objects.filter(pk=told.pk).update(mail_digest=False)
    assert addresses_of([commune.pk]) == {commune.pk: ["canbo@lungang.example"]}


def test_who_stands_in_for_one_who_lost_the_right_is_told_no_more(told, commune, province) -> None:
    grant = told.grants.get()
    stand_in = make_user("thay", province, Role.CLERK)
    stand_in.email = "thay@mauson.example"
    stand_in.save()
    Grant.objects.create(user=stand_in, body=commune, role=Role.CLERK, lent_by=grant)
    Grant.objects.filter(pk=grant.pk).update(revoked=now())
    run(queue_digest(), WORK)

    assert not mail.outbox
