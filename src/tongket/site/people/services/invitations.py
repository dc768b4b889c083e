"""Invitations: a link, also as a QR code, that makes an account; of its secret only the hash is kept."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.people.errors import PeopleError
from tongket.site.people.models import Body, Grant, Invitation, Role, Token, User, live_grants
from tongket.site.people.rights import Actor
from tongket.site.people.services.accounts import check_password, make_user
from tongket.site.people.services.grants import check_reach, check_role, within
from tongket.site.people.services.tokens import end_tokens, living
from tongket.site.records.services import record, sha256

HOLDS = dt.timedelta(days=30)
MOST = 5000  # of one list


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with the secret of its link, known only now."""

    invitation: Invitation
    secret: str


@transaction.atomic
def invite(
    actor: Actor,
    bodies: Sequence[Body],
    role: str,
    *,
    subtree: bool = False,
    post: str = "",
) -> list[Invited]:
    """An invitation for each body.

    Raises:
        PeopleError: there is no such role, or there are too many bodies.
    """
    check_role(role)
    check_reach(actor, subtree=subtree)
    if len(bodies) > MOST:
        raise PeopleError(N_("More than {most} bodies."), N_("Choose fewer."), most=MOST)
    made = [_made(actor, body, role=role, subtree=subtree, post=post.strip()[:120]) for body in bodies]
    Invitation.objects.bulk_create([one.invitation for one in made], batch_size=500)
    if made:
        what = {"role": role, "subtree": subtree, "bodies": [body.pk for body in bodies]}
        record(f"body:{actor.body.pk}", "invited", actor, what)
    return made


@transaction.atomic
def invite_back(actor: Actor, user: User, body: Body) -> Invited:
    """A link by which a user who forgot the password sets a new one.

    Raises:
        PeopleError: the user also has rights where ``actor`` administers nothing.
    """
    if not within(actor, user):
        raise PeopleError(
            N_("{name} also has rights elsewhere."), N_("Ask the administrator of the body above."), name=user.username
        )
    one = _made(actor, body, role="", username=user.username)
    one.invitation.save()
    record(f"body:{body.pk}", "password-link-made", actor, {"user": user.pk})
    return one


def _made(actor: Actor, body: Body, **fields: object) -> Invited:
    secret = secrets.token_urlsafe(24)
    moment = now()
    return Invited(
        Invitation(token_hash=sha256(secret), body=body, invited_by=actor.user, expires=moment + HOLDS, **fields),
        secret,
    )


def open_invitation(secret: str) -> Invitation | None:
    """The invitation of that link while it holds, is not used, and who made it may still give that right."""
    rows = Invitation.objects.filter(token_hash=sha256(secret), used=None, expires__gt=now())
    found = rows.select_related("body", "invited_by").first()
    return found if found and _may_still(found) else None


def _may_still(invitation: Invitation) -> bool:
    """Whether who made the link administers its body today: a link gives nothing that its maker no longer has. One for
    a new password opens all that its user may do, so it holds while all of that lies where its maker administers.
    """
    maker, user = invitation.invited_by, None
    if invitation.role == "":
        user = User.objects.filter(username=invitation.username).first()
    if not maker.is_active or (invitation.role == "" and user is None):
        return False
    held = [one for one in live_grants(maker) if one.role == Role.ADMINISTRATOR]
    bodies = [invitation.body, *(one.body for one in (live_grants(user) if user else ()))]
    return all(_administers(held, body, below=invitation.subtree) for body in bodies)


def _administers(held: Sequence[Grant], body: Body, *, below: bool) -> bool:
    """Whether grants ``held`` as an administrator reach ``body``, and the bodies ``below`` it too."""
    if any(one.subtree and body.path.startswith(one.body.path) for one in held):
        return True
    return not below and any(one.body_id == body.pk for one in held)


@transaction.atomic
def accept(
    invitation: Invitation, username: str, password: str, user: User | None = None, *, end_keys: bool = False
) -> User:
    """Make the account (or, for ``user`` who is signed in, add the right); for a forgotten password set the new one,
    and ``end_keys`` for programs with the old one.

    Raises:
        PeopleError: a field is wrong, the link was used meanwhile, or who made it may not give the right any more.
    """
    if not _may_still(invitation):
        raise PeopleError(
            N_("Who made this link may not give this right any more."), N_("Ask your administrator for a new one.")
        )
    if invitation.role == "":
        found = User.objects.get(username=invitation.username)
        check_password(password, found)
        found.set_password(password)
        found.save(update_fields=["password"])
    else:
        found = user or make_user(username, password, invited_by=invitation.invited_by)
    used = Invitation.objects.filter(pk=invitation.pk, used=None, expires__gt=now())
    if not used.update(used=now(), used_by=found):
        raise PeopleError(N_("This link was used meanwhile."), N_("Sign in, or ask for a new one."))
    actor = Actor(found, invitation.body, _granted(invitation, found))
    action = "invitation-accepted" if invitation.role else "password-renewed"
    record(f"body:{invitation.body_id}", action, actor, {"user": found.pk, "invitation": invitation.pk})
    if end_keys and not invitation.role:
        end_tokens(actor, found.tokens.all(), action)
    return found


def has_keys(invitation: Invitation) -> bool:
    """Whether the link renews the password of one whose keys for programs still open the site."""
    return not invitation.role and living(Token.objects.filter(user__username=invitation.username)).exists()


def _granted(invitation: Invitation, user: User) -> tuple[Grant, ...]:
    if invitation.role == "":
        return tuple(user.grants.filter(body=invitation.body)) or (
            Grant(user=user, body=invitation.body, role="clerk"),
        )
    fields = {"user": user, "body": invitation.body, "role": invitation.role}
    held = Grant.objects.filter(**fields, revoked=None, lent_by=None).first()
    return (held or Grant.objects.create(**fields, subtree=invitation.subtree, post=invitation.post),)


@transaction.atomic
def cancel(actor: Actor, invitation: Invitation) -> None:
    """Make the link of an unused invitation worthless."""
    if Invitation.objects.filter(pk=invitation.pk, used=None, expires__gt=now()).update(expires=now()):
        record(f"body:{invitation.body_id}", "invitation-cancelled", actor, {"invitation": invitation.pk})
