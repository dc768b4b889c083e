"""When each session was last seen: noted in the process, and written for many of them at once. A transaction of its own
for every visitor would be felt by all who write.
"""

from __future__ import annotations

import logging
import threading
import time

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.http import HttpRequest

from tongket.site.interface.clock import now
from tongket.site.people.models import User

log = logging.getLogger(__name__)
TO = 300  # seconds: more exactly nobody needs to know it
WAIT = 20.0  # seconds that the first noted waits for more, if somebody comes then
MOST = 200  # that wait


class _Noted:
    """The sessions that this process has seen and not yet written."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: dict[str, UserSession] = {}
        self._since = 0.0

    def add(self, one: UserSession) -> None:
        with self._guard:
            if not self._waiting:
                self._since = time.monotonic()
            self._waiting[one.session_key] = one

    def due(self) -> bool:
        """Whether they have waited long enough."""
        waiting = len(self._waiting)
        return waiting >= MOST or (waiting > 0 and time.monotonic() - self._since >= WAIT)

    def take(self) -> list[UserSession]:
        """All, which are then the caller's."""
        with self._guard:
            taken, self._waiting = list(self._waiting.values()), {}
            return taken


_noted = _Noted()


def note(request: HttpRequest, *, at_once: bool = False) -> None:
    """The session of ``request`` is seen now. ``at_once``: it is written with all noted before, as it sometimes is."""
    key = request.session.session_key if request.user.is_authenticated else None
    if key and cache.add(f"seen:{key}", 1, TO):
        agent = request.META.get("HTTP_USER_AGENT", "")[: UserSession._meta.get_field("user_agent").max_length]
        where = get_adapter().get_client_ip(request)
        _noted.add(
            UserSession(session_key=key, user_id=request.user.pk, ip=where, user_agent=agent, last_seen_at=now())
        )
    if at_once or _noted.due():
        write()


def write() -> None:
    """Write what was noted, of the sessions that are still there; what fails is noted at the next occasion."""
    if noted := _noted.take():
        try:
            _write(noted)
        except DatabaseError as error:  # the page that was asked for does not depend on it
            log.warning("when sessions were last seen could not be written: %s", error)


@transaction.atomic
def _write(noted: list[UserSession]) -> None:
    there = set(Session.objects.filter(pk__in=[one.session_key for one in noted]).values_list("pk", flat=True))
    users = set(User.objects.filter(pk__in={one.user_id for one in noted}).values_list("pk", flat=True))
    UserSession.objects.bulk_create(
        [one for one in noted if one.session_key in there and one.user_id in users],
        update_conflicts=True,
        unique_fields=["session_key"],
        update_fields=["user", "ip", "user_agent", "last_seen_at"],
    )
