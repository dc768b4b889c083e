"""Reminders (nhắc việc): on the site, by mail, by a letter, by a text for a chat; each is kept and in the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Q, QuerySet

from tongket.messages import N_, say
from tongket.registry.bodies import body_kinds
from tongket.registry.working_days import WorkingCalendar
from tongket.site.interface.clock import now, today
from tongket.site.interface.days import long_day, short_day
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.models import Body, Grant, Notice, Role, live_on
from tongket.site.people.rights import Actor, may
from tongket.site.people.telling import tell_all
from tongket.site.records.services import record, record_many
from tongket.site.rounds.calendar import days_overdue, office_calendar
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.models import Reminder, Round, Submission
from tongket.site.rounds.services import BATCH, submission_url
from tongket.vietnamese.dates import printed_day
from tongket.writing.chasing_letter import Chasing, LateBody, chasing_letter

WAYS = ("site", "mail", "digest", "text", "letter")
State = Submission.State
REMINDED = N_("{asker} reminds you of “{round}”: due {day}.")


@dataclass(frozen=True, slots=True)
class Late:
    """A submission that may be reminded of, with its deadline and the working days since."""

    submission: Submission
    due: dt.date
    days: int

    @property
    def addresses(self) -> str:
        """How the body is reached."""
        body = self.submission.body
        return " · ".join(part for part in (body.phone, body.email) if part)


def remindable(actor: Actor, asked: Round) -> QuerySet[Submission]:
    """What ``actor`` may remind of in a round: what goes to their body, and all where their body asks."""
    if not may(actor, "round.remind"):
        return Submission.objects.none()
    mine = Q(round__body=actor.body) | Q(reports_to=actor.body)
    rows = asked.submissions.filter(mine, state__in=(State.OPEN, State.RETURNED), round__state=Round.State.OPEN)
    return rows.select_related("body", "round__body").order_by("due", "body__path")


def late_of(submissions: Iterable[Submission], calendar: WorkingCalendar | None = None) -> list[Late]:
    """Each with its deadline: that of the return where it was given back."""
    known = calendar or office_calendar()
    found = []
    for one in submissions:
        due = one.return_due if one.state == State.RETURNED and one.return_due else one.due
        found.append(Late(one, due, days_overdue(due, known)))
    return found


@transaction.atomic
def remind(actor: Actor, asked: Round, submissions: Sequence[int], way: str, until: dt.date | None = None) -> int:
    """Remind of the submissions (by id) in one way; how many. Mail goes out in the background.

    'mail' writes of this round alone, 'digest' of all that the body owes the actor's body. 'text' and 'letter' only
    keep that it was done: the words are copied or printed by a person.

    Raises:
        RoundError: nothing among them may be reminded of.
    """
    if way not in WAYS:
        raise PermissionDenied
    rows = list(remindable(actor, asked).filter(pk__in=submissions))
    if not rows:
        raise RoundError(
            N_("There is nobody to remind."), N_("Choose bodies that have not sent yet, in a round that is running.")
        )
    Reminder.objects.bulk_create((Reminder(submission=one, way=way, user=actor.user) for one in rows), batch_size=BATCH)
    ids = [one.pk for one in rows]
    for begin in range(0, len(ids), BATCH):
        Submission.objects.filter(pk__in=ids[begin : begin + BATCH]).update(reminded=now())
    record_many({f"submission:{pk}": {"way": way} for pk in ids}, "reminded", actor)
    record(f"round:{asked.pk}", "reminded", actor, {"way": way, "submissions": ids, "until": until})
    tell_all(reminder_notice(one) for one in late_of(rows))
    if way in ("mail", "digest"):
        start("reminder-mail", {"round": asked.pk, "submissions": ids, "digest": way == "digest"}, actor)
    return len(rows)


def reminder_notice(one: Late) -> Notice:
    """What a body reads on the site when it is reminded."""
    asked = one.submission.round
    facts = {"asker": asked.body.called, "round": asked.name, "day": short_day(one.due)}
    return Notice(body_id=one.submission.body_id, message=REMINDED, facts=facts, url=submission_url(one.submission))


@work("reminder-mail")
def send_mails(job: Job, progress: Progress) -> Mapping[str, Any]:
    """One mail to each body; those without an address are counted. A mail that went out is not sent again."""
    argument = job.argument
    chosen = (
        Submission.objects.filter(pk__in=argument["submissions"]).select_related("body", "round__body").order_by("pk")
    )
    by_body: dict[int, list[Submission]] = {}
    for one in chosen:
        by_body.setdefault(one.body_id, []).append(one)
    if argument["digest"]:
        by_body = _all_owed(Round.objects.get(pk=argument["round"]).body_id, by_body)
    addresses = addresses_of(by_body)
    calendar, sent = office_calendar(), 0
    with get_connection() as connection:
        for number, (body, owed) in enumerate(by_body.items(), 1):
            to = addresses.get(body, [])
            if to and number > job.done:  # a job that is run again goes on where it stopped
                subject, text = mail_words(late_of(owed, calendar))
                EmailMessage(subject, text, to=to, connection=connection).send()
                sent += 1
            progress(number, len(by_body))
    return {"sent": sent, "without": sorted(set(by_body) - set(addresses))}


def _all_owed(asker: int, by_body: Mapping[int, list[Submission]]) -> dict[int, list[Submission]]:
    rows = Submission.objects.filter(
        Q(round__body=asker) | Q(reports_to=asker),
        body__in=by_body,
        state__in=(State.OPEN, State.RETURNED),
        round__state=Round.State.OPEN,
    )
    found: dict[int, list[Submission]] = {body: [] for body in by_body}
    for one in rows.select_related("body", "round__body").order_by("due", "pk"):
        found[one.body_id].append(one)
    return found


def addresses_of(bodies: Iterable[int]) -> dict[int, list[str]]:
    """The office's address of each body; without one those of its clerks and consolidators who want mails at once.

    The others find it in their mail of the next morning (``rounds.digests``).
    """
    wanted = list(bodies)
    found = {pk: [mail] for pk, mail in Body.objects.filter(pk__in=wanted).exclude(email="").values_list("pk", "email")}
    missing = [pk for pk in wanted if pk not in found]
    grants = Grant.objects.filter(live_on(today()), body__in=missing, role__in=(Role.CLERK, Role.CONSOLIDATOR))
    live = grants.filter(user__is_active=True, user__mail_digest=False)
    for pk, mail in (
        live.exclude(user__email="").values_list("body", "user__email").distinct().order_by("body", "user__email")
    ):
        found.setdefault(pk, []).append(mail)
    return found


def mail_words(late: Sequence[Late]) -> tuple[str, str]:
    """Subject and text of a mail about what one body owes."""
    first = late[0].submission.round
    subject = first.name if len(late) == 1 else say(N_("{count} reports are waited for"), count=len(late))
    lines = [say(N_("{body} waits for these reports:"), body=first.body.called), ""]
    lines += [_line(one.submission.round.name, one) for one in late]
    lines += ["", say(N_("Sign in to fill in and send. Who has sent already need not do anything."))]
    return subject, "\n".join(lines)


def chat_words(asked: Round, late: Sequence[Late]) -> str:
    """The text to copy into a chat: who is waited for, since when."""
    head = say(
        N_("{round}: {count} bodies have not sent yet, as of {day}."),
        round=asked.name,
        count=len(late),
        day=long_day(today()),
    )
    return "\n".join([head, *(_line(_named(one), one) for one in late)])


def _named(one: Late) -> str:
    """The body, and that its report was given back where it was: it has sent once already."""
    name = one.submission.body.name
    return say(N_("{body} (returned)"), body=name) if one.submission.state == State.RETURNED else name


def _line(what: str, one: Late) -> str:
    if one.days:
        return "- " + say(
            N_("{what}: {days} working days late (due {day})"), what=what, days=one.days, day=short_day(one.due)
        )
    return "- " + say(N_("{what}: due {day}"), what=what, day=long_day(one.due))


def letter_of(asked: Round, late: Sequence[Late], asked_count: int, sent: int, until: dt.date | None) -> bytes:
    """The letter that chases (công văn đôn đốc) as .docx."""
    body = asked.body
    kinds = {one.code: one.regime for one in body_kinds()}
    superior = body.superior.name if body.superior else ""
    day = asked.request_date.isoformat() if asked.request_date else ""
    request = f"văn bản số {asked.request_symbol}" if asked.request_symbol else ""
    name = asked.name
    return chasing_letter(
        Chasing(
            sender=body.name,
            superior=superior,
            place=body.place or body.unit_name,
            regime=kinds.get(body.kind, "state"),
            round=name[:1].lower() + name[1:] if name[1:2].islower() else name,
            request=f"{request} ngày {printed_day(day)}" if request and day else request,
            on=today().isoformat(),
            until=until.isoformat() if until else "",
            asked=asked_count,
            sent=sent,
            late=tuple(_late_body(one) for one in late),
        )
    )


def _late_body(one: Late) -> LateBody:
    """Words of an official document: Vietnamese whatever the reader's language."""
    filled = say(N_("{filled}/{asked} cells"), "vi", filled=one.submission.filled, asked=one.submission.asked)
    returned = one.submission.state == State.RETURNED
    remark = say(N_("Returned"), "vi") if returned else filled
    return LateBody(one.submission.body.name, one.due.isoformat(), one.days, remark, returned)
