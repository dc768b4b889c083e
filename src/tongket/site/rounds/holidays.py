"""The office's own days off and days worked instead: they hold for all bodies, so the administrator of the body at the
top enters them; each change is in the record.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from tongket.messages import N_
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, may
from tongket.site.records.services import record
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.models import Holiday

MOST_NAME = 120


def top_of(actor: Actor) -> Body:
    """The body at the top, whose days these are."""
    body = actor.body
    return body if body.superior_id is None else Body.objects.get(pk=int(body.path.split("/")[1]))


@transaction.atomic
def set_day(actor: Actor, day: dt.date, name: str, *, works: bool) -> Holiday:
    """Make ``day`` a day off, or a day that is worked; a second time it changes what was said.

    Raises:
        RoundError: it has no name.
    """
    _check(actor)
    if not name.strip() or len(name) > MOST_NAME:
        raise RoundError(
            N_("The day has no reason, or one of more than {most} letters."),
            N_("Write the holiday or the decision, such as “Đổi ngày làm việc, Quyết định 86/QĐ-BNV”."),
            field="reason",
            most=MOST_NAME,
        )
    kept, _ = Holiday.objects.update_or_create(day=day, defaults={"name": name.strip(), "works": works})
    record("calendar", "day-set", actor, {"day": day, "works": works, "name": name.strip()})
    return kept


@transaction.atomic
def forget_day(actor: Actor, pk: int) -> None:
    """Take an own day away again: the built-in calendar decides."""
    _check(actor)
    for one in Holiday.objects.filter(pk=pk):
        record("calendar", "day-forgotten", actor, {"day": one.day, "name": one.name})
        one.delete()


def _check(actor: Actor) -> None:
    if not may(actor, "calendar.write", top_of(actor)):
        raise PermissionDenied
