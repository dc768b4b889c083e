"""Django's sessions in the database, read by a statement that is written once: every page begins with it."""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from tongket.site.prepared import Prepared

_live = Prepared(2, lambda key, moment: Session.objects.filter(session_key=key, expire_date__gt=moment))


class SessionStore(db.SessionStore):
    """The sessions."""

    def _get_session_from_db(self) -> Session | None:
        session = _live.first(self.session_key, timezone.now())
        if session is None:
            self._session_key = None
        return session
