"""Rounds: made, changed, closed, their due dates moved. One transaction each, compare-and-set on the edition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Min

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.interface.days import short_day
from tongket.site.people.models import Notice
from tongket.site.people.rights import Actor, may
from tongket.site.people.telling import tell_all
from tongket.site.records.services import record, record_many
from tongket.site.rounds.calendar import days_late, office_calendar
from tongket.site.rounds.errors import RoundError, StaleRoundError
from tongket.site.rounds.models import ProgrammeVersion, Round, RoundFile, Submission
from tongket.site.rounds.plan import Plan, level_order

MOST_NAME = 200
BATCH = 500
SHORTEST_REASON, MOST_REASON = 5, 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a round is to be: the request with its period, programme and plan."""

    name: str
    programme: ProgrammeVersion
    period_start: dt.date
    period_end: dt.date
    plan: Plan = field(default_factory=Plan)
    request_symbol: str = ""
    request_date: dt.date | None = None
    signed: str = Round.Signed.OPTIONAL
    note: str = ""
    parent: Submission | None = None  # the actor's own submission of the round above, which this one feeds
    files: tuple[int, ...] = ()  # ids of RoundFile
    reminding: Mapping[str, Any] = field(default_factory=dict)  # as rounds.automatic.Automatic keeps it


@transaction.atomic
def create_round(actor: Actor, wanted: Wanted) -> Round:
    """A round of the actor's body, as a draft: nobody is asked before it is opened.

    Raises:
        RoundError: name, period, plan or due dates do not hold.
    """
    need(actor, "round.write")
    _check(actor, wanted)
    made = Round.objects.create(body=actor.body, **_columns(wanted))
    _attach(actor, made, wanted.files)
    record(f"round:{made.pk}", "round-created", actor, _content(made))
    return made


@transaction.atomic
def change_round(actor: Actor, asked: Round, edition: int, wanted: Wanted) -> Round:
    """Change a draft.

    Raises:
        RoundError: it does not hold, or the round is no draft.
        StaleRoundError: it was changed since ``edition``.
    """
    need(actor, "round.write", asked)
    _check(actor, wanted)
    compare_and_set(asked, edition, Round.State.DRAFT, **_columns(wanted))
    _attach(actor, asked, wanted.files)
    asked.refresh_from_db()
    record(f"round:{asked.pk}", "round-changed", actor, _content(asked))
    return asked


@transaction.atomic
def close_round(actor: Actor, asked: Round, edition: int) -> None:
    """End the round: nothing more is asked or reminded of; what was sent stays.

    Raises:
        StaleRoundError: it is not open any more, or was changed since ``edition``.
    """
    need(actor, "round.write", asked)
    compare_and_set(asked, edition, Round.State.OPEN, state=Round.State.CLOSED, closed=now())
    record(f"round:{asked.pk}", "round-closed", actor, {"edition": edition + 1})


@transaction.atomic
def reopen_round(actor: Actor, asked: Round, edition: int, reason: str) -> None:
    """Let a closed round run again: who has not sent may send, and is told so with the reason.

    Raises:
        RoundError: no reason is given.
        StaleRoundError: it is not closed, or was changed since ``edition``.
    """
    need(actor, "round.write", asked)
    said = reason.strip()[:MOST_REASON]
    if len(said) < SHORTEST_REASON:
        raise RoundError(
            N_("No reason is given for opening the round again."), N_("Write why: the bodies read it."), field="reason"
        )
    compare_and_set(asked, edition, Round.State.CLOSED, state=Round.State.OPEN, closed=None)
    record(f"round:{asked.pk}", "round-reopened", actor, {"reason": said, "closed": asked.closed})
    waiting = asked.submissions.filter(state__in=(Submission.State.OPEN, Submission.State.RETURNED))
    facts = {"asker": asked.body.called, "round": asked.name, "reason": said}
    tell_all(
        Notice(body_id=one.body_id, message=REOPENED, facts=facts, url=submission_url(one))
        for one in waiting.only("pk", "round", "body")
    )


@transaction.atomic
def delete_draft(actor: Actor, asked: Round, edition: int) -> None:
    """Take back a draft that asked nobody; its chain keeps that it was there.

    Raises:
        StaleRoundError: it is no draft any more, or was changed since ``edition``.
    """
    need(actor, "round.write", asked)
    compare_and_set(asked, edition, Round.State.DRAFT)
    record(f"round:{asked.pk}", "round-deleted", actor, {"name": asked.name})
    asked.delete()


@transaction.atomic
def move_dues(actor: Actor, asked: Round, edition: int, dues: Mapping[int, dt.date], reason: str) -> int:
    """Give submissions (by id) of an open round other due dates; how many changed. Days late are counted anew.

    Raises:
        RoundError: no reason is given.
        StaleRoundError: the round is not open, or was changed since ``edition``.
    """
    need(actor, "round.write", asked)
    if not reason.strip():
        raise RoundError(
            N_("No reason is given for the new due date."), N_("Write why: the bodies read it."), field="reason"
        )
    compare_and_set(asked, edition, Round.State.OPEN)
    rows = asked.submissions.select_for_update().filter(pk__in=dues)  # nobody sends or returns in between
    moved = [one for one in rows if one.due != dues[one.pk]]
    before = {one.pk: one.due for one in moved}
    calendar = office_calendar()
    for one in moved:
        one.due = dues[one.pk]
        one.edition += 1
        one.days_late = days_late(one.due, one.first_sent, calendar) if one.first_sent else 0
    Submission.objects.bulk_update(moved, ["due", "edition", "days_late"], batch_size=BATCH)
    Round.objects.filter(pk=asked.pk).update(due=asked.submissions.aggregate(first=Min("due"))["first"] or asked.due)
    contents = {
        f"submission:{one.pk}": {"due": one.due, "before": before[one.pk], "reason": reason.strip()} for one in moved
    }
    record_many(contents, "due-moved", actor)
    record(f"round:{asked.pk}", "dues-moved", actor, {"bodies": len(moved), "reason": reason.strip()})
    tell_all(_moved_notice(asked, one) for one in moved)
    return len(moved)


def dues_of_levels(asked: Round, dues: Mapping[str, dt.date]) -> dict[int, dt.date]:
    """The due dates of a whole level as those of its submissions that are not sent yet."""
    rows = asked.submissions.filter(body__level__in=dues, first_sent=None).values_list("pk", "body__level")
    return {pk: dues[level] for pk, level in rows}


def need(actor: Actor, action: str, asked: Round | None = None) -> None:
    """Raises PermissionDenied: ``actor`` may not do that with the round."""
    if not may(actor, action, asked):
        raise PermissionDenied


def compare_and_set(asked: Round, edition: int, seen: str, **columns: Any) -> None:
    """Set what the round is, where it is in the state ``seen`` and as it was at ``edition``.

    A draft that is being opened is no draft any more.

    Raises:
        StaleRoundError: it was changed since.
    """
    rows = Round.objects.filter(pk=asked.pk, edition=edition, state=seen)
    if seen == Round.State.DRAFT:
        rows = rows.filter(opened=None)
    if not rows.update(edition=F("edition") + 1, **columns):
        raise StaleRoundError(
            N_("The round “{name}” was changed by somebody else in the meantime."),
            N_("Load the page again; nothing of theirs was overwritten."),
            name=asked.name,
        )


def _check(actor: Actor, wanted: Wanted) -> None:
    if not wanted.name.strip() or len(wanted.name) > MOST_NAME:
        raise RoundError(
            N_("The round has no name, or one of more than {most} letters."),
            N_("Write a short name, such as “Quarter III/2026”."),
            field="name",
            most=MOST_NAME,
        )
    if wanted.period_start > wanted.period_end:
        raise RoundError(
            N_("The period ends before it begins."), N_("Put the earlier day first."), field="period_start"
        )
    plan = wanted.plan
    if not (plan.groups or plan.bodies):
        raise nobody_asked()
    if not plan.dues:
        raise RoundError(N_("No due date is given."), N_("Give each level its day."), field="dues")
    _check_order(plan)
    if wanted.parent:
        _check_cascade(actor, wanted.parent, plan)


def nobody_asked() -> RoundError:
    """What is said of a plan that asks nobody."""
    return RoundError(
        N_("Nobody is asked."), N_("Choose a level, or write the names of the bodies, one a line."), field="groups"
    )


def _check_order(plan: Plan) -> None:
    """A level that reports to another answers no later than that: it waits for the figures below it."""
    ordered = [level for level in level_order(plan.dues) if any(one.startswith(f"{level}/") for one in plan.groups)]
    for low, high in pairwise(ordered):
        if plan.dues[low] > plan.dues[high]:
            raise RoundError(
                N_("The level that reports first is due on {low}, after the level above it, on {high}."),
                N_("Give the lower level the earlier day: the level above waits for its figures."),
                field="dues",
                low=short_day(plan.dues[low]),
                high=short_day(plan.dues[high]),
            )


def _check_cascade(actor: Actor, parent: Submission, plan: Plan) -> None:
    if parent.body_id != actor.body.pk:
        raise PermissionDenied
    latest = max([*plan.dues.values(), *(one.due for one in plan.exceptions.values() if one.due)])
    if latest >= parent.due:
        raise RoundError(
            N_("The bodies below would answer by {latest}, but your own report is due on {due}."),
            N_("Choose an earlier day, so that there is time to check and to add up."),
            field="dues",
            latest=short_day(latest),
            due=short_day(parent.due),
        )


def _columns(wanted: Wanted) -> dict[str, Any]:
    return {
        "name": " ".join(wanted.name.split()),  # one line: the subject of mails
        "programme": wanted.programme,
        "parent": wanted.parent.round if wanted.parent else None,
        "period_start": wanted.period_start,
        "period_end": wanted.period_end,
        "due": min(wanted.plan.dues.values()),
        "request_symbol": wanted.request_symbol.strip(),
        "request_date": wanted.request_date,
        "signed": wanted.signed,
        "note": wanted.note.strip(),
        "plan": wanted.plan.as_json(),
        "reminding": dict(wanted.reminding),
    }


def _attach(actor: Actor, asked: Round, files: Iterable[int]) -> None:
    if files:
        RoundFile.objects.filter(pk__in=files, body=actor.body, round=None).update(round=asked)


def _content(asked: Round) -> dict[str, Any]:
    return {
        "name": asked.name,
        "programme": asked.programme.hash,
        "period": [asked.period_start, asked.period_end],
        "request": [asked.request_symbol, asked.request_date],
        "signed": asked.signed,
        "plan": asked.plan,
        "reminding": asked.reminding,
        "parent": asked.parent_id,
        "files": sorted(asked.files.values_list("sha256", flat=True)),
    }


REOPENED = N_("{asker} opened “{round}” again: {reason}")
MOVED = N_("The due date of “{round}” is now {day}.")


def _moved_notice(asked: Round, one: Submission) -> Notice:
    facts = {"round": asked.name, "day": short_day(one.due)}
    return Notice(body_id=one.body_id, message=MOVED, facts=facts, url=submission_url(one))


def submission_url(one: Submission) -> str:
    """Where the submission stands; its pages belong to the app above."""
    return f"/submissions/{one.pk}/"
