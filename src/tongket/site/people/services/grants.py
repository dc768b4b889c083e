"""Giving, taking back and lending rights; closing accounts."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q

from tongket.messages import N_
from tongket.site.interface.clock import now, today
from tongket.site.people.errors import PeopleError
from tongket.site.people.models import Body, Grant, Role, User, live_grants, live_on
from tongket.site.people.rights import Actor
from tongket.site.people.services.tokens import end_tokens
from tongket.site.records.services import record

LONGEST_LOAN = dt.timedelta(days=90)


@transaction.atomic
def give(actor: Actor, username: str, body: Body, role: str, *, subtree: bool, post: str = "") -> Grant:
    """A role at ``body`` for a user who is there already.

    Raises:
        PeopleError: there is no such user or role, or the user holds it already.
    """
    user = User.objects.filter(username=username.strip().lower(), is_active=True).first()
    if user is None:
        raise PeopleError(
            N_("There is no user {name}."), N_("Make an invitation instead."), field="username", name=username[:80]
        )
    check_role(role)
    check_reach(actor, subtree=subtree)
    if user.grants.filter(body=body, role=role, revoked=None, lent_by=None).exists():
        raise PeopleError(
            N_("{name} holds this role already."), N_("Choose another role."), field="role", name=user.username
        )
    grant = Grant.objects.create(user=user, body=body, role=role, subtree=subtree, post=post.strip()[:120])
    record(f"body:{body.pk}", "right-given", actor, _said(grant))
    return grant


@transaction.atomic
def revoke(actor: Actor, grant: Grant) -> None:
    """Take a grant back, with what was lent of it.

    Raises:
        PeopleError: nobody would be left to administer the body.
    """
    if grant.role == Role.ADMINISTRATOR and grant.lent_by_id is None and not _administered_without(grant):
        raise PeopleError(
            N_("This is the last administrator of {body}."),
            N_("Make another one first."),
            body=grant.body.called,
        )
    if Grant.objects.filter(pk=grant.pk, revoked=None).update(revoked=now()):
        record(f"body:{grant.body_id}", "right-revoked", actor, _said(grant))
        lent = User.objects.filter(grants__lent_by=grant)
        for user in (grant.user, *lent.distinct()):
            _end_keys(actor, user, grant.body)


def _end_keys(actor: Actor, user: User, body: Body) -> None:
    """End the keys of a user who acts for ``body`` no more: a role that comes later does not wake them."""
    if all(one.body_id != body.pk for one in live_grants(user)):
        end_tokens(actor, user.tokens.filter(body=body), "right-revoked")


def _administered_without(grant: Grant) -> bool:
    above = [int(part) for part in grant.body.path.strip("/").split("/")]
    covers = Q(body=grant.body_id) | Q(body__in=above, subtree=True)
    others = Grant.objects.filter(covers, role=Role.ADMINISTRATOR, revoked=None, ends=None, user__is_active=True)
    return others.exclude(pk=grant.pk).filter(lent_by=None).exists()


@transaction.atomic
def lend(actor: Actor, grant: Grant, to: User, starts: dt.date, ends: dt.date) -> Grant:
    """Lend one's own grant to a colleague for the days of a leave; it ends by itself.

    Raises:
        PeopleError: it is not one's own, the colleague is not of the body, or the days are wrong.
    """
    if grant.user_id != actor.user.pk or grant.lent_by_id or grant.revoked:
        raise PeopleError(N_("Only a right of one's own can be lent."), N_("Choose one of the list."), field="grant")
    if to.pk == actor.user.pk or to not in colleagues(grant.body):
        raise PeopleError(
            N_("Nobody of {body} has this name."), N_("Choose one of the list."), field="to", body=grant.body.called
        )
    if not today() <= starts <= ends <= starts + LONGEST_LOAN:
        raise PeopleError(
            N_("The days are not in order: from today on, at most {days} days."),
            N_("Correct the first or the last day."),
            field="ends",
            days=LONGEST_LOAN.days,
        )
    loan = Grant.objects.create(
        user=to,
        body=grant.body,
        role=grant.role,
        subtree=grant.subtree,
        post=grant.post,
        starts=starts,
        ends=ends,
        lent_by=grant,
    )
    record(f"body:{grant.body_id}", "right-lent", actor, {**_said(loan), "starts": starts, "ends": ends})
    return loan


@transaction.atomic
def end_loan(actor: Actor, loan: Grant) -> None:
    """End a loan of one's own before its last day."""
    if Grant.objects.filter(pk=loan.pk, lent_by__user=actor.user, revoked=None).update(revoked=now()):
        record(f"body:{loan.body_id}", "loan-ended", actor, _said(loan))
        _end_keys(actor, loan.user, loan.body)


def colleagues(body: Body) -> list[User]:
    """The users with a live right at ``body``."""
    held = Grant.objects.filter(live_on(today()), body=body)
    return list(User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("username"))


@transaction.atomic
def close_account(actor: Actor, user: User, *, closed: bool) -> None:
    """Close an account, so that nobody signs in with it, or open it again; what it did stays. Its keys end for good.

    Raises:
        PeopleError: it is the actor's own.
    """
    if user.pk == actor.user.pk:
        raise PeopleError(N_("Nobody closes their own account."), N_("Ask another administrator."))
    if User.objects.filter(pk=user.pk, is_active=closed).update(is_active=not closed):
        action = "account-closed" if closed else "account-opened"
        record(f"body:{actor.body.pk}", action, actor, {"user": user.pk})
        if closed:
            end_tokens(actor, user.tokens.all(), action)


def within(actor: Actor, user: User) -> bool:
    """Whether every live right of ``user`` lies where ``actor`` administers: then their password is theirs to renew."""
    grants = live_grants(user)
    subtree = Role.ADMINISTRATOR in actor.subtree_roles
    mine = (
        grant.body_id == actor.body.pk or (subtree and grant.body.path.startswith(actor.body.path)) for grant in grants
    )
    return all(mine)


def check_reach(actor: Actor, *, subtree: bool) -> None:
    """Raises PeopleError where a right for the bodies below is given by one who does not administer these."""
    if subtree and Role.ADMINISTRATOR not in actor.subtree_roles:
        raise PeopleError(
            N_("You administer {body} alone, not the bodies below it."),
            N_("Give the role without the bodies below."),
            field="role",
            body=actor.body.called,
        )


def check_role(role: str) -> None:
    """Raises PeopleError where there is no such role."""
    if role not in Role.values:
        raise PeopleError(N_("There is no role “{role}”."), N_("Choose one of the list."), field="role", role=role[:40])


def _said(grant: Grant) -> dict[str, object]:
    return {"grant": grant.pk, "user": grant.user_id, "role": str(grant.role), "subtree": grant.subtree}
