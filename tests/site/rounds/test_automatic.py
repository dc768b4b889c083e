"""Reminders go out by themselves on the days that the round names, each step once, whatever else happens."""

import datetime as dt

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from site_makers import make_body
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Notice
from tongket.site.records.models import Link
from tongket.site.rounds.automatic import Automatic, queue_reminders, read_automatic, set_automatic
from tongket.site.rounds.digests import queue_digest
from tongket.site.rounds.errors import RoundError, StaleRoundError
from tongket.site.rounds.models import Reminder, Round, Submission


@pytest.fixture
def asked(open_round: Round, submission: Submission) -> Submission:
    """Due on Friday 20 November 2026, asked for on the 5th of October; reminded of 3 days before, 1 and 5 after."""
    opened = dt.datetime(2026, 10, 5, tzinfo=dt.UTC)
    Round.objects.update(reminding=Automatic((3,), (1, 5)).as_json(), opened=opened)
    return submission


def on(monkeypatch: pytest.MonkeyPatch, day: str, hour: str = "07:30") -> Job | None:
    """The reminders of that day are queued and written; their job."""
    monkeypatch.setenv("TONGKET_NOW", f"{day}T{hour}:00+07:00")
    job = queue_reminders()
    if job:
        run(Job.objects.get(pk=job.pk), WORK)
    return job


def steps() -> list[int]:
    return list(Reminder.objects.order_by("pk").values_list("step", flat=True))


def test_each_step_is_taken_on_its_day_and_no_other(asked, monkeypatch) -> None:
    taken = {}
    for day in (dt.date(2026, 11, 12) + dt.timedelta(n) for n in range(20)):
        before = len(steps())
        on(monkeypatch, day.isoformat())
        if len(steps()) > before:
            taken[day.isoformat()] = steps()[before:]

    # the 24th is a public holiday
    assert taken == {"2026-11-17": [-3], "2026-11-23": [1], "2026-11-30": [5]}
    assert Notice.objects.filter(body=asked.body).count() == 3
    assert (
        list(Link.objects.filter(chain=f"submission:{asked.pk}").values_list("action", flat=True)) == ["reminded"] * 3
    )


def test_a_day_that_was_missed_is_made_up_for_once(asked, monkeypatch) -> None:
    on(monkeypatch, "2026-11-18")
    on(monkeypatch, "2026-11-19")

    assert steps() == [-3]


def test_the_same_day_reminds_once_even_where_its_job_is_run_again(asked, monkeypatch) -> None:
    job = on(monkeypatch, "2026-11-17")
    assert on(monkeypatch, "2026-11-17", "15:00") is None

    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING)
    run(Job.objects.get(pk=job.pk), WORK)
    Job.objects.all().delete()
    on(monkeypatch, "2026-11-17", "16:00")

    assert steps() == [-3]
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(submission=asked, way="site", step=-3, due=asked.due)


@pytest.mark.parametrize(("day", "hour"), [("2026-11-17", "05:30"), ("2026-11-21", "09:00")])
def test_nothing_goes_out_at_night_or_on_a_day_off(asked, monkeypatch, day, hour) -> None:
    assert on(monkeypatch, day, hour) is None


def test_who_sent_or_was_just_reminded_by_hand_or_asked_is_left_alone(asked, monkeypatch) -> None:
    Submission.objects.update(reminded=dt.datetime(2026, 11, 17, 2, tzinfo=dt.UTC))
    on(monkeypatch, "2026-11-17", "10:00")
    Submission.objects.update(reminded=None)
    Round.objects.update(opened=dt.datetime(2026, 11, 18, 2, tzinfo=dt.UTC))
    on(monkeypatch, "2026-11-18")
    Submission.objects.update(state="sent")
    on(monkeypatch, "2026-11-23")

    assert steps() == []


def test_a_returned_report_is_reminded_of_by_its_own_day(asked, monkeypatch) -> None:
    back = dt.datetime(2026, 11, 10, tzinfo=dt.UTC)
    Submission.objects.update(state="returned", return_due=dt.date(2026, 12, 1), changed=back)
    on(monkeypatch, "2026-11-26")

    assert list(Reminder.objects.values_list("step", "due")) == [(-3, dt.date(2026, 12, 1))]


def test_a_new_due_date_begins_its_steps_anew(asked, monkeypatch) -> None:
    on(monkeypatch, "2026-11-17")
    Submission.objects.update(due=dt.date(2026, 12, 4))
    on(monkeypatch, "2026-12-01")

    assert steps() == [-3, -3]


@pytest.mark.parametrize("way", ["mail", "digest"])
def test_a_mail_goes_to_the_office_where_the_round_says_so(asked, commune, monkeypatch, way) -> None:
    commune.email = "ubnd@lungang.example"
    commune.save()
    Round.objects.update(reminding=Automatic((3,), (), way).as_json())
    on(monkeypatch, "2026-11-17")
    for job in Job.objects.filter(kind="reminder-mail", state=Job.State.WAITING):
        run(job, WORK)

    assert [one.to for one in mail.outbox] == [["ubnd@lungang.example"]]


def test_the_mail_of_the_day_waits_for_the_reminders(asked, clerk, commune, monkeypatch) -> None:
    clerk.email = "canbo@lungang.example"
    clerk.save()
    monkeypatch.setenv("TONGKET_NOW", "2026-11-17T07:30:00+07:00")
    Notice.objects.create(body=commune, message="{count} notices, {day}", facts={"count": 1, "day": "x"})
    waiting = Job.objects.create(kind="remind-by-itself", argument={"day": "2026-11-17"})
    assert queue_digest() is None

    run(waiting, WORK)
    run(queue_digest(), WORK)

    assert "3" in mail.outbox[0].subject or asked.round.name in mail.outbox[0].body


def test_many_bodies_are_reminded_in_chunks(asked, province, monkeypatch) -> None:
    monkeypatch.setattr("tongket.site.rounds.automatic.CHUNK", 2)
    for number in range(4):
        body = make_body(f"xa-{number}", f"UBND xã {number}", province)
        Submission.objects.create(round=asked.round, body=body, reports_to=province, due=asked.due)
    on(monkeypatch, "2026-11-17")

    assert steps() == [-3] * 5


@pytest.mark.parametrize("typed", ["ba", "0", "61", "1 2 3 4 5 6", "²"])
def test_what_is_no_list_of_days_is_refused_at_its_field(typed) -> None:
    with pytest.raises(RoundError) as refused:
        read_automatic({"remind_before": typed})
    assert refused.value.field == "remind_before"


def test_the_setting_is_changed_while_the_round_runs(open_round, consolidator, signed_in, acting) -> None:
    client = signed_in(consolidator)
    typed = {"edition": open_round.edition, "remind_before": "5, 2", "remind_after": "", "remind_way": "mail"}
    client.post(f"/rounds/{open_round.pk}/reminding", typed)
    open_round.refresh_from_db()

    assert open_round.reminding == {"before": [2, 5], "after": [], "way": "mail"}
    assert "5" in client.get(f"/rounds/{open_round.pk}/").content.decode()
    with pytest.raises(StaleRoundError):
        set_automatic(acting(consolidator), open_round, 1, Automatic())
