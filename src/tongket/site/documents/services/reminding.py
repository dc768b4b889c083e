"""Reminding those who have issued no document under a directive (đôn đốc ban hành văn bản triển khai)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse

from tongket.messages import N_, say
from tongket.site.documents.cascade import cascade_of
from tongket.site.documents.errors import DocumentError
from tongket.site.documents.models import Document
from tongket.site.interface.days import long_day, short_day
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.models import Body, Notice
from tongket.site.people.rights import Actor
from tongket.site.people.telling import tell_all
from tongket.site.records.services import record
from tongket.site.rounds.reminding import addresses_of

REMINDED = N_("{asker} waits for your document that implements {document}.")
REMINDED_BY = N_("{asker} waits for your document that implements {document}, by {day}.")
KIND = "remind-implementing"


def missing_bodies(actor: Actor, directive: Document, level: str = "") -> list[Body]:
    """The bodies below the actor's, of a level, that have none."""
    rows = cascade_of(actor, directive, level).rows
    return [row.body for row in rows if row.document is None and row.body.pk != actor.body.pk]


@transaction.atomic
def remind(actor: Actor, directive: Document, level: str = "", due: dt.date | None = None) -> int:
    """Remind all that have none, on the site and by mail; how many.

    Raises:
        DocumentError: every body has one.
    """
    bodies = missing_bodies(actor, directive, level)
    if not bodies:
        raise DocumentError(N_("There is nobody to remind."), N_("Every body of this level has issued its document."))
    message = REMINDED_BY if due else REMINDED
    facts = {"asker": actor.body.called, "document": directive.named, **({"day": short_day(due)} if due else {})}
    url = reverse("documents:show", args=[directive.pk])
    tell_all(Notice(body=body, message=message, facts=facts, url=url) for body in bodies)
    ids = [body.pk for body in bodies]
    record(f"document:{directive.pk}", "reminded", actor, {"bodies": ids, "due": due})
    start(KIND, {"document": directive.pk, "bodies": ids, "due": due.isoformat() if due else ""}, actor)
    return len(ids)


@work(KIND)
def send_mails(job: Job, progress: Progress) -> Mapping[str, Any]:
    """One mail to each body; a mail that went out is not sent again when the job is."""
    argument = job.argument
    directive = Document.objects.get(pk=argument["document"])
    asker = job.body.called if job.body else ""
    due = dt.date.fromisoformat(argument["due"]) if argument["due"] else None
    subject, text = mail_words(asker, directive, due)
    bodies: Sequence[int] = argument["bodies"]
    addresses, sent = addresses_of(bodies), 0
    with get_connection() as connection:
        for number, body in enumerate(bodies, 1):
            if number > job.done and addresses.get(body):
                EmailMessage(subject, text, to=addresses[body], connection=connection).send()
                sent += 1
            progress(number, len(bodies))
    return {"sent": sent, "without": sorted(set(bodies) - set(addresses))}


def mail_words(asker: str, directive: Document, due: dt.date | None) -> tuple[str, str]:
    """Subject and text of the mail."""
    subject = say(N_("Document that implements {document}"), document=directive.named)
    lines = [
        say(
            N_("{asker} knows of no document of yours that implements {document}."),
            asker=asker,
            document=cited(directive),
        ),
        say(N_("It is to be issued by {day}."), day=long_day(due)) if due else "",
        say(N_("Register it under “Documents”, tied to the directive, also where it was issued long ago.")),
    ]
    return subject, "\n\n".join(line for line in lines if line)


def cited(directive: Document) -> str:
    """Type, symbol, day and issuer at first mention."""
    day = directive.date if len(directive.date) == 10 else ""
    printed = say(N_("{document} of {day}"), document=directive.named, day=short_day(dt.date.fromisoformat(day)))
    return ", ".join(filter(None, (printed if day else directive.named, directive.issuer)))
