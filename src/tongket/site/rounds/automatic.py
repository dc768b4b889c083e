"""Reminders that go out by themselves (nhắc tự động): so many working days before a deadline, and after it.

The round says when and in which way. Once a day, on the morning of a working day, the worker takes for each submission
the last step that its deadline has reached: one that fell on a day when the site stood still is taken on the next, and
none twice, which the database itself keeps.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from tongket.messages import N_
from tongket.registry.working_days import WorkingCalendar, add_working_days
from tongket.site.interface.clock import now, today
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor, may
from tongket.site.people.telling import tell_all
from tongket.site.records.services import record, record_many
from tongket.site.rounds.calendar import office_calendar
from tongket.site.rounds.errors import RoundError, StaleRoundError
from tongket.site.rounds.models import Reminder, Round, Submission
from tongket.site.rounds.reminding import late_of, reminder_notice

KIND = "remind-by-itself"
FROM_HOUR = 6  # before the mail of the day, which carries the notices of these reminders
CHUNK = 200  # submissions of one transaction
MOST_STEPS, MOST_DAYS = 5, 60
WAYS = ("site", "mail", "digest")
_NUMBERS = re.compile(r"[\s,;]+")
State = Submission.State


@dataclass(frozen=True, slots=True)
class Automatic:
    """The setting of a round: working days ``before`` and ``after`` each deadline, and the way; empty: none go out."""

    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    way: str = "site"

    def as_json(self) -> dict[str, Any]:
        """As it is kept in ``Round.reminding``; {} where none go out."""
        steps = {"before": list(self.before), "after": list(self.after)}
        return {**steps, "way": self.way} if self.before or self.after else {}

    @property
    def steps(self) -> list[int]:
        """Working days from the deadline, in the order in which they come: -3, 1, 5."""
        return sorted([*(-days for days in self.before), *self.after])


def automatic_of(kept: Mapping[str, Any]) -> Automatic:
    """The setting that ``as_json`` gave."""
    return Automatic(tuple(kept.get("before", ())), tuple(kept.get("after", ())), kept.get("way", "site"))


def read_automatic(typed: Mapping[str, str]) -> Automatic:
    """The setting that a form describes: 'remind_before' and 'remind_after' as '3, 1', and 'remind_way'.

    Raises:
        RoundError: a field holds something else than a few numbers of days.
    """
    way = typed.get("remind_way", "")
    return Automatic(
        _days(typed.get("remind_before", ""), "remind_before"),
        _days(typed.get("remind_after", ""), "remind_after"),
        way if way in WAYS else "site",
    )


def _days(text: str, field: str) -> tuple[int, ...]:
    words = [word for word in _NUMBERS.split(text.strip()[:100]) if word]
    found = sorted({int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 4})
    good = all(word.isascii() and word.isdigit() and 0 < int(word[:4]) <= MOST_DAYS for word in words)
    if not good or len(found) > MOST_STEPS:
        raise RoundError(
            N_("“{text}” is not a list of at most {most} numbers of days, each from 1 to {days}."),
            N_("Write it like 5, 2; leave it empty where nothing is to go out."),
            field=field,
            text=text.strip()[:40],
            most=MOST_STEPS,
            days=MOST_DAYS,
        )
    return tuple(found)


@transaction.atomic
def set_automatic(actor: Actor, asked: Round, edition: int, wanted: Automatic) -> None:
    """Change when a round that is not closed reminds by itself.

    Raises:
        StaleRoundError: the round is closed, or was changed since ``edition``.
    """
    if not may(actor, "round.write", asked):
        raise PermissionDenied
    rows = Round.objects.filter(pk=asked.pk, edition=edition).exclude(state=Round.State.CLOSED)
    if not rows.update(edition=F("edition") + 1, reminding=wanted.as_json()):
        raise StaleRoundError(
            N_("The round “{name}” was changed by somebody else in the meantime."),
            N_("Load the page again; nothing of theirs was overwritten."),
            name=asked.name,
        )
    record(f"round:{asked.pk}", "reminding-set", actor, {"before": asked.reminding, "after": wanted.as_json()})


def queue_reminders() -> Job | None:
    """Queue the reminders of today once, from six in the morning of a working day; None where there are none."""
    day = today().isoformat()
    if timezone.localtime(now()).hour < FROM_HOUR or Job.objects.filter(kind=KIND, argument__day=day).exists():
        return None
    if not _reminding().exists() or not office_calendar().is_working_day(day):
        return None
    return start(KIND, {"day": day})


def are_going_out() -> bool:
    """Whether today's reminders are being written: the mail of the day waits for them."""
    unfinished = (Job.State.WAITING, Job.State.RUNNING)
    return Job.objects.filter(kind=KIND, argument__day=today().isoformat(), state__in=unfinished).exists()


@work(KIND)
def remind_by_itself(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Take the steps that are due today, round by round; a job that is run again finds what is left."""
    calendar, count = office_calendar(), 0
    rounds = list(_reminding().values_list("pk", flat=True))
    for number, pk in enumerate(rounds, 1):
        while taken := _remind_some(pk, calendar):
            count += taken
            progress(number - 1, len(rounds))
        progress(number, len(rounds))
    return {"reminded": count}


def _reminding() -> QuerySet[Round]:
    return Round.objects.filter(state=Round.State.OPEN).exclude(reminding={}).order_by("pk")


@transaction.atomic
def _remind_some(pk: int, calendar: WorkingCalendar) -> int:
    """Remind at most ``CHUNK`` bodies of one round; how many. The round's row keeps two workers apart."""
    asked = Round.objects.select_for_update().filter(pk=pk, state=Round.State.OPEN).first()
    setting = automatic_of(asked.reminding if asked else {})
    if asked is None or not setting.steps:
        return 0
    due = _due_now(asked, setting, calendar)
    if not due:
        return 0
    Reminder.objects.bulk_create(
        Reminder(submission=one, way=setting.way, step=step, due=deadline) for one, deadline, step in due
    )
    ids = [one.pk for one, _, _ in due]
    Submission.objects.filter(pk__in=ids).update(reminded=now())
    record_many({f"submission:{one.pk}": {"way": setting.way, "step": step} for one, _, step in due}, "reminded", None)
    record(f"round:{pk}", "reminded", None, {"way": setting.way, "submissions": ids})
    tell_all(reminder_notice(late) for late in late_of((one for one, _, _ in due), calendar))
    if setting.way != "site":
        start("reminder-mail", {"round": pk, "submissions": ids, "digest": setting.way == "digest"})
    return len(due)


def _due_now(asked: Round, setting: Automatic, calendar: WorkingCalendar) -> list[tuple[Submission, dt.date, int]]:
    """At most ``CHUNK`` submissions whose last step reached was not taken yet, with deadline and step.

    Nobody is reminded who was asked, given the report back, or reminded by hand on the day of the step or later.
    """
    found: list[tuple[Submission, dt.date, int]] = []
    rows = asked.submissions.filter(state__in=(State.OPEN, State.RETURNED)).select_related("body", "round__body")
    returned = Q(state=State.RETURNED, return_due__isnull=False)
    deadlines = set(rows.filter(returned).values_list("return_due", flat=True).distinct()) | set(
        rows.exclude(returned).values_list("due", flat=True).distinct()
    )
    for deadline in sorted(deadlines):
        step, day = _reached(deadline, setting, calendar)
        if step is None:
            continue
        begins = timezone.make_aware(dt.datetime.combine(day, dt.time()))
        taken = Reminder.objects.filter(submission=OuterRef("pk"), due=deadline, step=step)
        mine = (returned & Q(return_due=deadline, changed__lt=begins)) | (~returned & Q(due=deadline))
        if asked.opened and asked.opened >= begins:
            mine &= returned
        known = Q(reminded=None) | Q(reminded__lt=begins)
        waiting = rows.filter(mine, known).exclude(Exists(taken)).order_by("pk")[: CHUNK - len(found)]
        found += [(one, deadline, step) for one in waiting]
        if len(found) == CHUNK:
            break
    return found


def _reached(deadline: dt.date, setting: Automatic, calendar: WorkingCalendar) -> tuple[int | None, dt.date]:
    """The last step that has come by today, and its day; a step before the deadline is over with it."""
    day = today()
    for step in reversed(setting.steps):
        on = dt.date.fromisoformat(add_working_days(deadline.isoformat(), step, calendar))
        if on <= day and (step > 0 or day <= deadline):
            return step, on
    return None, day
