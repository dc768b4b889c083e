"""Who may do what (quyền): one table of actions, and the rules of where each holds. docs/rights.md is made from it.

A right is a role times a body: at the body itself, or below it too where the grant says ``subtree``. Three relations
tie a thing to a body: ``at`` (the body whose thing it is), ``over`` (the body that it goes to: the round's ladder, or
the body that asked) and ``above`` (any body higher up in the tree of bodies).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Protocol

from django.db.models import Q

from tongket.messages import N_, say
from tongket.site.people.models import Body, Grant, Role, User, live_grants
from tongket.site.people.words import role_name

Relation = Literal["at", "over", "above"]
CLERK, RECORDS, APPROVER = Role.CLERK, Role.RECORDS, Role.APPROVER
CONSOLIDATOR, INSPECTOR, ADMINISTRATOR = Role.CONSOLIDATOR, Role.INSPECTOR, Role.ADMINISTRATOR
EVERYONE = frozenset(Role)
# Who holds one of these below, too, does the work of the bodies there; the others oversee it and never act for them.
ACTS_FOR_THOSE_BELOW = frozenset({CLERK, RECORDS, ADMINISTRATOR})
_DESK = frozenset({CLERK, RECORDS, APPROVER, CONSOLIDATOR})
_OVERSEES = frozenset({APPROVER, CONSOLIDATOR, INSPECTOR, RECORDS})

# action: {relation of the thing to the body of the grant: roles}
RIGHTS: dict[str, dict[Relation, frozenset[Role]]] = {
    "work.see": {"at": EVERYONE},
    "round.see": {"at": EVERYONE, "over": EVERYONE, "above": _OVERSEES},
    "round.write": {"at": frozenset({CONSOLIDATOR})},
    "round.remind": {"at": frozenset({CONSOLIDATOR, RECORDS})},
    "submission.see": {"at": EVERYONE - {ADMINISTRATOR}, "over": _OVERSEES, "above": _OVERSEES},
    "submission.fill": {"at": frozenset({CLERK, CONSOLIDATOR})},
    "submission.send": {"at": frozenset({CLERK, CONSOLIDATOR, APPROVER})},
    "submission.sign": {"at": frozenset({RECORDS})},
    "submission.talk": {"at": _DESK, "over": frozenset({APPROVER, CONSOLIDATOR})},
    "submission.return": {"over": frozenset({APPROVER, CONSOLIDATOR})},
    "submission.approve": {"over": frozenset({APPROVER})},
    "submission.ask-reopen": {"at": frozenset({CLERK, CONSOLIDATOR, APPROVER})},
    "submission.reopen": {"over": frozenset({APPROVER, CONSOLIDATOR})},
    "coverage.see": {"at": _OVERSEES, "above": _OVERSEES},
    "rollup.see": {"at": _OVERSEES, "above": _OVERSEES},
    "report.write": {"at": frozenset({CONSOLIDATOR})},
    "document.see": {"at": EVERYONE - {ADMINISTRATOR}, "above": _OVERSEES},
    "document.confirm": {"at": frozenset({CLERK, RECORDS, CONSOLIDATOR})},
    "calendar.write": {"at": frozenset({ADMINISTRATOR})},  # at the body at the top: the days hold for all
    "people.manage": {"at": frozenset({ADMINISTRATOR}), "above": frozenset({ADMINISTRATOR})},
    "record.see": {"at": frozenset({INSPECTOR, ADMINISTRATOR}), "above": frozenset({INSPECTOR, ADMINISTRATOR})},
}


class Belongs(Protocol):
    """A thing that rights speak of: whose it is, and to whom it goes (None: to nobody)."""

    @property
    def body(self) -> Body:
        """Whose it is."""

    @property
    def over(self) -> Body | None:
        """To whom it goes."""


@dataclass(frozen=True)
class Actor:
    """A user acting as one body: the live grants held there."""

    user: User
    body: Body
    grants: tuple[Grant, ...]
    scope: Literal["read", "write"] = "write"  # of an API token

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles held at the body."""
        return frozenset(grant.role for grant in self.grants)

    @cached_property
    def subtree_roles(self) -> frozenset[str]:
        """The roles that hold below the body too."""
        return frozenset(grant.role for grant in self.grants if grant.subtree)

    @property
    def post_name(self) -> str:
        """The post: 'Cán bộ tổng hợp'; of a lent right with 'thay'."""
        first = self.grants[0]
        return say(N_("{post}, standing in"), post=first.name) if first.lent_by_id else first.name

    @property
    def post(self) -> str:
        """The post and body, as records name them in any language of work: 'Cán bộ tổng hợp, UBND xã Nậm Khuổi'."""
        first = self.grants[0]
        name = first.post or role_name(first.role, "vi")
        named = say(N_("{post}, standing in"), "vi", post=name) if first.lent_by_id else name
        return f"{named}, {self.body.called}"


def actor_of(user: User, body_id: int | None = None) -> Actor | None:
    """``user`` acting as the body ``body_id``, or where none is named as the first that they hold a grant at; None
    without one, or where the account is closed: what was begun for one body is never gone on with for another.
    """
    actor = chosen_actor(user, live_grants(user), body_id) if user.is_active else None
    return actor if actor and body_id in (None, actor.body.pk) else None


def chosen_actor(user: User, grants: list[Grant], body_id: int | None) -> Actor | None:
    """The actor whom the choice of a body among ``grants`` makes."""
    if not grants:
        return None
    chosen = next((grant.body for grant in grants if grant.body_id == body_id), grants[0].body)
    return Actor(user, chosen, tuple(grant for grant in grants if grant.body_id == chosen.pk))


def may(actor: Actor | None, action: str, thing: Belongs | Body | None = None) -> bool:
    """Whether ``actor`` may do ``action`` with ``thing`` (None: with things of their own body).

    ``thing`` is a body, or has ``body`` and ``over``.
    """
    if actor is None:
        return False
    rule = RIGHTS[action]
    if thing is None:
        return _holds(actor, rule, actor.body, None)
    if isinstance(thing, Body):
        return _holds(actor, rule, thing, None)
    return _holds(actor, rule, thing.body, thing.over)


def _holds(actor: Actor, rule: dict[Relation, frozenset[Role]], body: Body, over: Body | None) -> bool:
    mine = actor.body
    if body.pk == mine.pk and rule.get("at", frozenset()) & actor.roles:
        return True
    if over is not None and over.pk == mine.pk and rule.get("over", frozenset()) & actor.roles:
        return True
    below = body.path.startswith(mine.path) and body.pk != mine.pk
    if below and rule.get("above", frozenset()) & actor.subtree_roles:
        return True
    return below and bool(rule.get("at", frozenset()) & actor.subtree_roles & ACTS_FOR_THOSE_BELOW)


def seen(actor: Actor, action: str, body: str = "body", over: str = "") -> Q:
    """The condition that keeps the rows with which ``actor`` may do ``action``: every query starts from it.

    ``body`` and ``over`` are the lookups of the two bodies from the model queried: 'body', 'reports_to'.
    """
    rule, mine, found = RIGHTS[action], actor.body, Q(pk__in=())
    if rule.get("at", frozenset()) & actor.roles:
        found |= Q(**{body: mine})
    if over and rule.get("over", frozenset()) & actor.roles:
        found |= Q(**{over: mine})
    if (rule.get("above", frozenset()) | (rule.get("at", frozenset()) & ACTS_FOR_THOSE_BELOW)) & actor.subtree_roles:
        found |= Q(**{f"{body}__path__startswith": mine.path})
    return found


def permitted(actor: Actor | None, thing: Any, actions: tuple[str, ...]) -> dict[str, bool]:
    """What ``actor`` may do with ``thing``, for a row of the API or the buttons of a page."""
    return {action: may(actor, action, thing) for action in actions}
