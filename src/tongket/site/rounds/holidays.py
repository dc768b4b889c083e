"""The office's own days off and days worked instead: changed by those who make rounds, each change in the record."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from tongket.messages import N_
from tongket.site.people.rights import Actor, may
from tongket.site.records.services import record
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.models import Holiday

MOST_NAME = 120


@transaction.atomic
def set_day(actor: Actor, day: dt.date, name: str, *, works: bool) -> Holiday:
    """Make ``day`` a day off, or a day that is worked; a second time it changes what was said.

    Raises:
        RoundError: it has no name.
    """
    if not may(actor, "round.write"):
        raise PermissionDenied
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
    if not may(actor, "round.write"):
        raise PermissionDenied
    for one in Holiday.objects.filter(pk=pk):
        record("calendar", "day-forgotten", actor, {"day": one.day, "name": one.name})
        one.delete()
