"""The daily mail (thư tổng hợp): what a user was told since yesterday, in one mail on the morning of a working day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Max
from django.utils import timezone

from tongket.messages import N_, say
from tongket.site.interface.clock import now, today
from tongket.site.interface.days import long_day
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.models import Grant, Notice, User, live_on
from tongket.site.rounds.automatic import are_going_out
from tongket.site.rounds.calendar import office_calendar

KIND = "mail-digest"
FROM_HOUR = 7
OLDEST = dt.timedelta(days=7)  # older notices are not mailed any more: the site has them
MOST_LINES = 50


def queue_digest() -> Job | None:
    """Queue the mails of today once, from seven in the morning of a working day; None where there is nothing to do."""
    day = today().isoformat()
    if timezone.localtime(now()).hour < FROM_HOUR or Job.objects.filter(kind=KIND, argument__day=day).exists():
        return None
    last = _waiting().aggregate(most=Max("pk"))["most"]
    if last is None or are_going_out() or not office_calendar().is_working_day(day):
        return None
    return start(KIND, {"day": day, "last": last})


@work(KIND)
def send_digest(job: Job, progress: Progress) -> Mapping[str, Any]:
    """One mail to each user who wants them gathered; a job that is run again goes on behind the last user served."""
    notices = list(_waiting().filter(pk__lte=job.argument["last"]).order_by("pk"))
    users = list(User.objects.filter(is_active=True, mail_digest=True).exclude(email="").order_by("pk"))
    bodies = _bodies_of(users)
    sent = 0
    with get_connection() as connection:
        for number, user in enumerate(users, 1):
            own = [one for one in notices if one.user_id in (None, user.pk) and one.body_id in bodies.get(user.pk, ())]
            if own and number > job.done:
                subject, text = digest_words(own, user.language)
                EmailMessage(subject, text, to=[user.email], connection=connection).send()
                sent += 1
            progress(number, len(users))
    Notice.objects.filter(pk__in=[one.pk for one in notices]).update(mailed=now())
    return {"sent": sent}


def digest_words(notices: list[Notice], language: str) -> tuple[str, str]:
    """Subject and text of the mail, in the user's language."""
    subject = say(N_("{count} notices, {day}"), language, count=len(notices), day=long_day(today()))
    lines = [f"- {say(one.message, language, **one.facts)}{_address(one)}" for one in notices[:MOST_LINES]]
    if len(notices) > MOST_LINES:
        lines.append(say(N_("and {count} more"), language, count=len(notices) - MOST_LINES))
    return subject, "\n".join([*lines, "", say(N_("To have each mail at once, change it in your account."), language)])


def _address(one: Notice) -> str:
    """Where it leads: a whole address where the site knows its own (``TONGKET_ORIGINS``)."""
    return f" {settings.CSRF_TRUSTED_ORIGINS[0]}{one.url}" if one.url and settings.CSRF_TRUSTED_ORIGINS else ""


def _waiting() -> Any:
    return Notice.objects.filter(mailed=None, moment__gte=now() - OLDEST)


def _bodies_of(users: list[User]) -> dict[int, set[int]]:
    """The bodies at which each holds a grant today."""
    rows = Grant.objects.filter(live_on(today()), user__in=users).values_list("user", "body")
    found: dict[int, set[int]] = {}
    for user, body in rows:
        found.setdefault(user, set()).add(body)
    return found
