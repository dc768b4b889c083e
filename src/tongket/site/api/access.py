"""Who calls (khóa truy cập): a key in the Authorization header, or the session of the browser, then with CSRF."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from tongket.messages import N_
from tongket.site.api.refusals import RefusedError
from tongket.site.interface.clock import now
from tongket.site.people.models import Token
from tongket.site.people.rights import Actor, actor_of, may
from tongket.site.records.services import sha256

NOTED = dt.timedelta(minutes=5)  # how exactly the last use of a key is known: reading writes nothing in between


class Key(HttpBearer):
    """A key of the API: acts as its user at one body, within its scope, until it ends."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor of a living key."""
        moment = now()
        living = Token.objects.filter(revoked=None, expires__gt=moment, user__is_active=True)
        kept = living.select_related("user").filter(token_hash=sha256(token)).first()
        if kept is None:
            return None
        actor = actor_of(kept.user, kept.body_id)
        if actor is None or actor.body.pk != kept.body_id:
            return None
        if kept.last_used is None or moment - kept.last_used > NOTED:
            Token.objects.filter(pk=kept.pk).update(last_used=moment)
        return replace(actor, scope="write" if kept.scope == "write" else "read")


class Session(APIKeyCookie):
    """The session of a browser; what changes something needs the CSRF token too."""

    param_name = "sessionid"

    def __init__(self) -> None:
        super().__init__(csrf=True)

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor of the session."""
        actor: Actor | None = getattr(request, "actor", None)
        return actor if key else None


def require(request: Any, action: str, thing: Any = None, *, see: str = "", writes: bool = False) -> Actor:
    """The actor, who may do ``action`` with ``thing``; as ``people.guard.needs``: 404 for a stranger, 403 for who may
    see the thing but not do this, and for a key that only reads.
    """
    actor: Actor = request.auth
    if not may(actor, action, thing):
        if see and may(actor, see, thing):
            raise RefusedError("not-allowed", N_("Your post may see this, but not do it."))
        raise Http404
    if writes and actor.scope != "write":
        raise RefusedError("key-only-reads", N_("This key only reads."))
    return actor
