"""What the administrator of a body sees of it and of those below."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from tongket.site.interface.clock import now
from tongket.site.people.models import Body, Grant, Invitation, Role
from tongket.site.people.rights import Actor

PAGE = 50


def managed(actor: Actor) -> QuerySet[Body]:
    """The bodies that ``actor`` administers: their own, and with a right for the subtree those below."""
    if Role.ADMINISTRATOR in actor.subtree_roles:
        return Body.objects.filter(path__startswith=actor.body.path)
    return Body.objects.filter(pk=actor.body.pk) if Role.ADMINISTRATOR in actor.roles else Body.objects.none()


def holding(words: str) -> Q:
    """Every word stands in name, code or unit; SQLite takes only ASCII letters of both sizes for equal."""
    condition = Q()
    for word in words.split()[:8]:
        one = Q()
        for form in {word, word.lower(), word.upper(), word.capitalize()}:
            one |= Q(name__contains=form) | Q(unit_name__contains=form) | Q(code__contains=form)
        condition &= one
    return condition


def listed(actor: Actor, words: str, level: str) -> QuerySet[Body]:
    """The bodies of a list, top down, each with how many users and open invitations it has."""
    found = managed(actor).filter(holding(words))
    if level:
        found = found.filter(level=level)
    users = Count("grants__user", filter=Q(grants__revoked=None, grants__user__is_active=True), distinct=True)
    return found.annotate(users=users).order_by("path")


def grants_of(body: Body) -> QuerySet[Grant]:
    """The living grants of a body, lent ones with whose they are."""
    found = body.grants.filter(revoked=None).select_related("user", "lent_by__user", "body")
    return found.order_by("user__username", "pk")


def invitations_of(body: Body) -> QuerySet[Invitation]:
    """The links of a body that still hold."""
    return Invitation.objects.filter(body=body, used=None, expires__gt=now()).order_by("-created")


def without_users(actor: Actor, level: str) -> QuerySet[Body]:
    """The bodies below ``actor``'s with no user and no open invitation."""
    invited = Invitation.objects.filter(used=None, expires__gt=now()).values("body")
    settled = Grant.objects.filter(revoked=None, user__is_active=True).values("body")
    found = managed(actor).exclude(pk=actor.body.pk).exclude(pk__in=invited).exclude(pk__in=settled)
    return (found.filter(level=level) if level else found).order_by("path")
