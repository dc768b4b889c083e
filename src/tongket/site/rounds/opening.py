"""Opening a round (mở đợt): every body of its plan is asked; many of them in the background, in short steps.

While a large round is being opened it stays a draft, with ``opened`` set: its submissions exist, but nobody sees them
before the last one is there and one small change lets the round run. Then the bodies are told, in short steps, too.
A worker that dies leaves it so, and the next one goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.interface.days import short_day
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.models import Notice
from tongket.site.people.rights import Actor, actor_of
from tongket.site.people.telling import tell_all
from tongket.site.records.services import record, record_many
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.plan import Asked, asked_of, plan_of
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.services import BATCH, compare_and_set, need, nobody_asked, submission_url
from tongket.site.rounds.sheets import asked_cells

KIND = "open-round"
AT_ONCE = 200  # bodies that are asked while the page waits
CHUNK = 100  # bodies of one step in the background: others write in between
ASKED = N_("{asker} asks for “{round}” by {day}.")


def ask(actor: Actor, asked: Round, edition: int) -> Job | None:
    """Open the round: at once, or where it asks many in the background; the job then.

    Raises:
        RoundError: the plan asks nobody, or the round is no draft.
        StaleRoundError: it was changed since ``edition``.
    """
    if len(asked_of(plan_of(asked.plan), asked.body)) > AT_ONCE:
        return begin_opening(actor, asked, edition)
    open_round(actor, asked, edition)
    return None


@transaction.atomic
def open_round(actor: Actor, asked: Round, edition: int) -> int:
    """Ask: every body of the plan gets its submission and a notice; how many.

    One link stands in the round's chain and one in the chain of each submission.

    Raises:
        RoundError: the plan asks nobody, or the round is no draft.
        StaleRoundError: it was changed since ``edition``.
    """
    need(actor, "round.write", asked)
    compare_and_set(asked, edition, Round.State.DRAFT, state=Round.State.OPEN, opened=now())
    bodies = asked_of(plan_of(asked.plan), asked.body)
    if not bodies:
        raise nobody_asked()
    record(f"round:{asked.pk}", "round-opened", actor, {"bodies": [one.body.code for one in bodies]})
    made = _ask_them(actor, asked, bodies)
    tell_all(_notice(asked, one) for one in made)
    return len(made)


@transaction.atomic
def begin_opening(actor: Actor, asked: Round, edition: int) -> Job:
    """Begin to open a round in the background: from now on nobody changes or deletes it.

    Raises:
        StaleRoundError: it is no draft any more, or was changed since ``edition``.
    """
    need(actor, "round.write", asked)
    compare_and_set(asked, edition, Round.State.DRAFT, opened=now())
    return start(KIND, {"round": asked.pk}, actor)


@transaction.atomic
def go_on_opening(actor: Actor, asked: Round) -> Job | None:
    """Take up an opening that was given up; None where it runs, or is over."""
    need(actor, "round.write", asked)
    if not Round.objects.select_for_update().filter(pk=asked.pk).exclude(opened=None).exists():
        return None
    last = opening_of(asked)
    given_up = last.state == Job.State.FAILED if last else asked.state == Round.State.DRAFT
    return start(KIND, {"round": asked.pk}, actor) if given_up else None


def opening_of(asked: Round) -> Job | None:
    """The latest job that opens the round."""
    return Job.objects.filter(kind=KIND, argument__round=asked.pk).order_by("-pk").first()


@work(KIND)
def open_in_steps(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Ask the bodies that are not asked yet, step by step; then let the round run, and tell everybody."""
    asked = Round.objects.select_related("programme", "body").get(pk=job.argument["round"])
    actor = actor_of(job.user, job.body_id) if job.user else None
    if asked.state == Round.State.DRAFT:
        bodies = asked_of(plan_of(asked.plan), asked.body)
        _ask_in_steps(actor, asked, bodies, progress)
        _let_run(actor, asked, bodies)
    return {"bodies": _tell_in_steps(asked, progress)}


def _ask_in_steps(actor: Actor | None, asked: Round, bodies: list[Asked], progress: Progress) -> None:
    there = set(asked.submissions.values_list("body", flat=True))
    left = [one for one in bodies if one.body.pk not in there]
    programme_of(asked.programme)  # read before the first step, whose writers wait
    for begin in range(0, len(left), CHUNK):
        progress(len(bodies) - len(left) + begin, len(bodies))
        with transaction.atomic():
            _ask_them(actor, asked, left[begin : begin + CHUNK])


@transaction.atomic
def _let_run(actor: Actor | None, asked: Round, bodies: Iterable[Asked]) -> None:
    rows = Round.objects.filter(pk=asked.pk, edition=asked.edition, state=Round.State.DRAFT).exclude(opened=None)
    if not rows.update(state=Round.State.OPEN, opened=now(), edition=asked.edition + 1):
        return  # somebody else has let it run
    record(f"round:{asked.pk}", "round-opened", actor, {"bodies": [one.body.code for one in bodies]})


def _tell_in_steps(asked: Round, progress: Progress) -> int:
    """Tell each body once that it is asked, those that an earlier try has told left out; how many are asked."""
    rows = list(asked.submissions.only("pk", "round", "body", "due").order_by("pk"))
    for begin in range(0, len(rows), CHUNK):
        some = {one.body_id: _notice(asked, one) for one in rows[begin : begin + CHUNK]}
        progress(begin, len(rows))
        with transaction.atomic():
            of_body = Notice.objects.filter(body__in=some, message=ASKED, url__in=[one.url for one in some.values()])
            told = set(of_body.values_list("body", flat=True))
            tell_all(one for body, one in some.items() if body not in told)
    progress(len(rows), len(rows))
    return len(rows)


def _ask_them(actor: Actor | None, asked: Round, bodies: Iterable[Asked]) -> list[Submission]:
    """A submission for each, and the first link of its chain."""
    chosen = list(bodies)
    programme = programme_of(asked.programme)
    cells = {level: asked_cells(programme, level) for level in {one.body.level for one in chosen}}
    rows = (_submission(asked, one, cells[one.body.level]) for one in chosen)
    made = Submission.objects.bulk_create(rows, batch_size=BATCH)
    record_many({f"submission:{one.pk}": _asked_content(asked, one) for one in made}, "asked", actor)
    return made


def _submission(asked: Round, one: Asked, cells: int) -> Submission:
    return Submission(round=asked, body=one.body, reports_to_id=one.reports_to, due=one.due, asked=cells)


def _asked_content(asked: Round, one: Submission) -> dict[str, Any]:
    return {
        "round": asked.pk,
        "body": one.body.code,
        "reports_to": one.reports_to_id,
        "due": one.due,
        "programme": asked.programme.hash,
        "asked": one.asked,
    }


def _notice(asked: Round, one: Submission) -> Notice:
    facts = {"asker": asked.body.called, "round": asked.name, "day": short_day(one.due)}
    return Notice(body_id=one.body_id, message=ASKED, facts=facts, url=submission_url(one))
