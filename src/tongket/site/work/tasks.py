"""My work (việc của tôi): what waits for the actor, by how much it presses. At most seven queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q

from tongket.messages import N_, say
from tongket.registry.working_days import WorkingCalendar
from tongket.site.interface.clock import today
from tongket.site.people.rights import Actor, may
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.queries import Counts, counts_of
from tongket.site.submissions.models import Reopening, Return

State = Submission.State
MINE = (State.OPEN, State.RETURNED)
REASONS = 3  # of a returned report; the form has them all
SHOWN = 50  # of each kind; the rest stand behind a link to the rounds
DAY_NAMES = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
SUMMARY = (
    N_("{count} overdue"),
    N_("{count} returned"),
    N_("{count} due within a week"),
    N_("{count} to review"),
    N_("{count} without the signed copy"),
    N_("{count} asked to be reopened"),
)
WEEK = dt.timedelta(days=7)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Asking:
    """A round of one's own that waits for other bodies, and how far it is."""

    round: Round
    counts: Counts


@dataclass(slots=True)
class MyWork:
    """The submissions of a day, each in one list."""

    overdue: list[Submission] = field(default_factory=list)
    returned: list[Submission] = field(default_factory=list)
    due: list[Submission] = field(default_factory=list)  # within a week
    later: list[Submission] = field(default_factory=list)
    review: list[Submission] = field(default_factory=list)
    reopen: list[Submission] = field(default_factory=list)  # asked to be reopened
    waiting: list[Submission] = field(default_factory=list)  # sent, and not yet decided
    signing: list[Submission] = field(default_factory=list)  # sent, and without the signed copy
    asking: list[Asking] = field(default_factory=list)  # own rounds in which others have not sent yet
    may_fill: bool = True

    @property
    def summary(self) -> str:
        """What presses, in a sentence: 'Có 1 việc quá hạn, 2 việc đến hạn trong tuần.'"""
        told = (self.overdue, self.returned, self.due, self.review, self.signing, self.reopen)
        counts = zip(SUMMARY, told, strict=True)
        parts = [say(message, count=len(found)) for message, found in counts if found]
        return say(N_("To do: {parts}."), parts=", ".join(parts)) if parts else say(N_("Nothing presses."))

    @property
    def pressing(self) -> str:
        """The list whose first task is the one to begin with."""
        own = ("overdue", "returned", "due") if self.may_fill else ()
        return next((name for name in (*own, "reopen", "review", "signing", "later") if getattr(self, name)), "")

    @property
    def empty(self) -> bool:
        """Whether nothing is asked."""
        own = self.overdue or self.returned or self.due or self.later or self.waiting
        return not (own or self.review or self.reopen or self.signing or self.asking)


def my_work(actor: Actor) -> MyWork:
    """What stands on the first page of ``actor`` today."""
    work, day = MyWork(may_fill=may(actor, "submission.fill")), today()
    if may(actor, "submission.see"):
        for submission in _of(actor).order_by("due", "pk")[: 6 * SHOWN]:
            _list_of(work, submission, day).append(submission)
        _give_reasons([one for one in (*work.overdue, *work.returned) if one.state == State.RETURNED])
    if actor.roles & {"approver", "consolidator"}:
        work.review = list(_to_review(actor).order_by("sent", "pk")[:SHOWN])
        work.reopen = list(_to_reopen(actor).order_by("due", "pk")[:SHOWN])
        work.asking = _asking(actor)
    if may(actor, "submission.sign"):
        work.signing = list(_to_sign(actor).order_by("sent", "pk")[:SHOWN])
        work.waiting = [one for one in work.waiting if one not in work.signing]
    return work


def _asking(actor: Actor) -> list[Asking]:
    """The open rounds of the actor's body that not all have answered, the one that is due first at the top."""
    rounds = list(Round.objects.filter(body=actor.body, state=Round.State.OPEN).order_by("due", "pk")[:SHOWN])
    counts = counts_of(rounds, actor) if rounds else {}
    told = (Asking(one, counts.get(one.pk, Counts())) for one in rounds)
    return [one for one in told if one.counts.sent < one.counts.total]


def _to_sign(actor: Actor):
    sent = Q(state__in=(State.SENT, State.APPROVED), signed_copy=False, round__state=Round.State.OPEN)
    rows = Submission.objects.filter(sent, body=actor.body).exclude(round__signed=Round.Signed.NONE)
    return rows.select_related("round__body", "reports_to")


def _give_reasons(returned: list[Submission]) -> None:
    """Put to each submission the first reasons for which it was returned, as the reviewer wrote them."""
    by_submission = {one.pk: one for one in returned}
    for one in returned:
        one.reasons = []
    rows = Return.objects.filter(submission__in=by_submission, answered=None) if returned else ()
    for row in rows:
        reasons = by_submission[row.submission_id].reasons
        if row.reason not in reasons and len(reasons) < REASONS:
            reasons.append(row.reason)


def count_of(actor: Actor) -> int:
    """How many things the actor has to do now: of their own body, and to review."""
    mine = _of(actor).filter(state__in=MINE).count() if may(actor, "submission.see") else 0
    return mine + (_to_review(actor).count() if actor.roles & {"approver", "consolidator"} else 0)


def _of(actor: Actor):
    kept = Q(state__in=(*MINE, State.SENT)) & Q(round__state=Round.State.OPEN)
    return Submission.objects.filter(kept, body=actor.body).select_related("round", "reports_to", "round__body")


def _to_reopen(actor: Actor):
    """What was sent and is asked to be reopened."""
    asked = Reopening.objects.filter(granted=None, submission__reports_to=actor.body).values("submission")
    rows = Submission.objects.filter(pk__in=asked).exclude(state__in=MINE)
    return rows.select_related("round__body", "body")


def _to_review(actor: Actor):
    return Submission.objects.filter(reports_to=actor.body, state=State.SENT).select_related("round__body", "body")


def _list_of(work: MyWork, submission: Submission, day: dt.date) -> list[Submission]:
    if submission.state == State.SENT:
        return work.waiting
    if submission.deadline < day:
        return work.overdue
    if submission.state == State.RETURNED:
        return work.returned
    return work.due if submission.deadline <= day + WEEK else work.later


@dataclass(frozen=True, slots=True)
class Day:
    """A day of this week's agenda: what is due on it."""

    date: dt.date
    due: tuple[Submission, ...]
    today: bool
    off: bool

    @property
    def name(self) -> str:
        """'T2', 'CN': as calendars print it."""
        return say(DAY_NAMES[self.date.weekday()])


def agenda(work: MyWork, calendar: WorkingCalendar) -> tuple[Day, ...]:
    """The seven days of this week, Monday first, with what the actor's own body has to send; at the end of a week those
    that come.
    """
    day = today()
    first = day - dt.timedelta(days=day.weekday() if day.weekday() < SATURDAY else 0)
    mine = [*work.overdue, *work.returned, *work.due]
    days = []
    for date in (first + dt.timedelta(days=n) for n in range(7)):
        due = tuple(one for one in mine if one.deadline == date)
        days.append(Day(date, due, date == day, not calendar.is_working_day(date.isoformat())))
    return tuple(days)
