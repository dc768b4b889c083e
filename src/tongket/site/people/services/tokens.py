"""Keys for the API: shown once, of which only the hash is kept."""

from __future__ import annotations

import datetime as dt
import secrets

from django.db import transaction
from django.db.models import QuerySet

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.people.errors import PeopleError
from tongket.site.people.models import Token
from tongket.site.people.rights import Actor
from tongket.site.records.services import record, sha256

SCOPES = ("read", "write")
LONGEST = 366  # days
MOST = 20  # living ones of a user
PREFIX = "tk_"  # so that a key that got into a file is known for what it is


@transaction.atomic
def make_token(actor: Actor, name: str, scope: str, days: int) -> tuple[Token, str]:
    """A key that acts as ``actor`` at their body, and its secret, which is not kept.

    Raises:
        PeopleError: a field is wrong, or there are too many.
    """
    name = " ".join(name.split())[:80]
    if not name:
        raise PeopleError(N_("The key has no name."), N_("Write what program uses it."), field="name")
    if scope not in SCOPES:
        raise PeopleError(N_("There is no such scope."), N_("Choose one of the list."), field="scope")
    if not 1 <= days <= LONGEST:
        raise PeopleError(N_("A key holds 1 to {most} days."), N_("Write fewer days."), field="days", most=LONGEST)
    if living(actor.user.tokens).count() >= MOST:
        raise PeopleError(N_("You have {most} keys already."), N_("End those that nothing uses."), most=MOST)
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        user=actor.user,
        body=actor.body,
        name=name,
        token_hash=sha256(secret),
        scope=scope,
        expires=now() + dt.timedelta(days=days),
    )
    record(f"body:{actor.body.pk}", "key-made", actor, {"token": token.pk, "scope": scope, "days": days})
    return token, secret


def living(tokens: QuerySet[Token]) -> QuerySet[Token]:
    """Those of ``tokens`` that are neither ended nor over."""
    return tokens.filter(revoked=None, expires__gt=now())


@transaction.atomic
def end_tokens(actor: Actor | None, tokens: QuerySet[Token], why: str = "") -> int:
    """End those of ``tokens`` that are not ended yet, for good, and say so in the records of their bodies; how many.

    ``why``: what ended them with it, '' where somebody ended one for itself.
    """
    count = 0
    for token in tokens.filter(revoked=None):
        if Token.objects.filter(pk=token.pk, revoked=None).update(revoked=now()):
            told = {"token": token.pk, **({"why": why} if why else {})}
            record(f"body:{token.body_id}", "key-ended", actor, told)
            count += 1
    return count
