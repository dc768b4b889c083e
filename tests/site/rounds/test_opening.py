"""A round that asks many is opened in the background: in steps, seen by nobody before it is whole, never half."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from site_makers import TODAY, make_body
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Notice
from tongket.site.records.models import Link
from tongket.site.rounds import opening
from tongket.site.rounds.errors import StaleRoundError
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.plan import Plan
from tongket.site.rounds.services import Wanted, close_round, create_round, delete_draft, reopen_round

DUE = TODAY + dt.timedelta(days=2)


@pytest.fixture
def made(consolidator, province, acting, programme, monkeypatch) -> Round:
    """A draft that asks 7 bodies, where more than 3 are many."""
    monkeypatch.setattr(opening, "AT_ONCE", 3)
    monkeypatch.setattr(opening, "CHUNK", 2)
    for number in range(7):
        make_body(f"xa-{number}", f"UBND xã {number}", province)
    plan = Plan(groups=("commune/ubnd",), dues={"commune": DUE})
    wanted = Wanted("Quý III", programme, dt.date(2026, 7, 1), dt.date(2026, 9, 30), plan)
    return create_round(acting(consolidator), wanted)


def test_the_page_answers_at_once_and_shows_how_far_it_is(made, consolidator, acting, signed_in) -> None:
    client = signed_in(consolidator)
    client.post(f"/rounds/{made.pk}/open", {"edition": 1})
    job = Job.objects.get(kind="open-round")
    made.refresh_from_db()

    assert (job.state, made.state, Submission.objects.count()) == ("waiting", "draft", 0)
    page = client.get(f"/rounds/{made.pk}/").content.decode()
    assert 'id="opening"' in page
    assert f"/rounds/{made.pk}/delete" not in page
    assert client.get(f"/rounds/{made.pk}/edit").status_code == 302
    with pytest.raises(StaleRoundError):
        delete_draft(acting(consolidator), made, made.edition)

    run(job, WORK)
    job.refresh_from_db()
    made.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 7, 7)
    assert (made.state, Submission.objects.count(), Notice.objects.count()) == ("open", 7, 7)
    assert Link.objects.filter(action="asked").count() == 7
    assert Link.objects.filter(action="round-opened").get().actor == consolidator.pk


def test_telling_many_reads_their_submissions_at_once(made, consolidator, acting) -> None:
    actor = acting(consolidator)
    run(Job.objects.get(pk=opening.ask(actor, made, 1).pk), WORK)
    made.refresh_from_db()
    close_round(actor, made, made.edition)
    made.refresh_from_db()
    with CaptureQueriesContext(connection) as reopened:
        reopen_round(actor, made, made.edition, "Chờ số liệu bổ sung")
    Round.objects.filter(pk=made.pk).update(state="draft")
    with CaptureQueriesContext(connection) as opened:
        opening._tell_in_steps(Round.objects.get(pk=made.pk), lambda done, total: None)

    for one in (reopened, opened):
        assert sum(' FROM "rounds_submission"' in query["sql"] for query in one.captured_queries) == 1


def test_a_worker_that_dies_leaves_nothing_double_and_nobody_told(
    made, consolidator, acting, signed_in, monkeypatch
) -> None:
    job = opening.ask(acting(consolidator), made, 1)
    steps, real = [], opening._ask_them

    def die(*told: object) -> list[Submission]:
        steps.append(1)
        if len(steps) == 3:
            raise MemoryError
        return real(*told)

    monkeypatch.setattr(opening, "_ask_them", die)
    run(Job.objects.get(pk=job.pk), WORK)
    made.refresh_from_db()
    assert (made.state, Submission.objects.count(), Notice.objects.count()) == ("draft", 4, 0)
    one = Submission.objects.first()
    assert signed_in(consolidator).get(f"/rounds/{made.pk}/").status_code == 200

    signed_in(consolidator).post(f"/rounds/{made.pk}/open", {"edition": 2})
    again = Job.objects.filter(kind="open-round", state="waiting").get()
    run(again, WORK)
    made.refresh_from_db()
    assert (made.state, Submission.objects.count(), Notice.objects.count()) == ("open", 7, 7)
    assert Submission.objects.filter(pk=one.pk).exists()
    assert opening.go_on_opening(acting(consolidator), made) is None


def test_the_telling_of_those_asked_goes_on_where_it_stopped(
    made, consolidator, acting, signed_in, monkeypatch
) -> None:
    """The round runs once all are asked; its bodies are told in short steps, each of them once."""
    job = opening.ask(acting(consolidator), made, 1)
    real, steps = opening.tell_all, []

    def die(notices: object) -> int:
        steps.append(1)
        if len(steps) == 3:
            raise MemoryError
        return real(notices)

    monkeypatch.setattr(opening, "tell_all", die)
    run(Job.objects.get(pk=job.pk), WORK)
    made.refresh_from_db()
    assert (made.state, Submission.objects.count(), Notice.objects.count()) == ("open", 7, 4)
    client = signed_in(consolidator)
    assert f'action="/rounds/{made.pk}/open"' in client.get(f"/rounds/{made.pk}/").content.decode()

    client.post(f"/rounds/{made.pk}/open", {"edition": 2})
    run(Job.objects.filter(kind="open-round", state="waiting").get(), WORK)
    assert Notice.objects.values("body").distinct().count() == Notice.objects.count() == 7
    assert Link.objects.filter(action="round-opened").count() == 1
    assert f'action="/rounds/{made.pk}/open"' not in client.get(f"/rounds/{made.pk}/").content.decode()


def test_two_who_open_it_at_once_note_it_once(made, consolidator, acting) -> None:
    begun = opening.begin_opening(acting(consolidator), made, 1)
    first, second = (Round.objects.get(pk=made.pk) for _ in range(2))
    run(begun, WORK)
    for late in (first, second):
        opening._let_run(acting(consolidator), late, [])

    assert Link.objects.filter(chain=f"round:{made.pk}", action="round-opened").count() == 1
