"""What a user was told, and until when it was read."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from tongket.site.interface.clock import now
from tongket.site.people.models import Notice, Seen
from tongket.site.people.rights import Actor


def notices_of(actor: Actor) -> QuerySet[Notice]:
    """The notices that ``actor`` may read, newest first."""
    return Notice.objects.filter(Q(user=None) | Q(user=actor.user), body=actor.body).order_by("-moment", "-pk")


def read_notices(actor: Actor) -> dt.datetime | None:
    """Count all notices as read from now on; the moment until which they had been read before, None at the first."""
    seen, new = Seen.objects.get_or_create(user=actor.user, body=actor.body, defaults={"until": now()})
    before = None if new else seen.until
    Seen.objects.filter(pk=seen.pk).update(until=now())
    return before
