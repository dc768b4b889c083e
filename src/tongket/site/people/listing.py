"""What the administrator of a body sees of it and of those below."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from tongket.site.interface.clock import now
from tongket.site.interface.searching import held
from tongket.site.people.models import Body, Grant, Invitation, Role, Token
from tongket.site.people.rights import Actor
from tongket.site.people.services.tokens import living

PAGE = 50


def managed(actor: Actor) -> QuerySet[Body]:
    """The bodies that ``actor`` administers: their own, and with a right for the subtree those below."""
    if Role.ADMINISTRATOR in actor.subtree_roles:
        return Body.objects.filter(path__startswith=actor.body.path)
    return Body.objects.filter(pk=actor.body.pk) if Role.ADMINISTRATOR in actor.roles else Body.objects.none()


def listed(actor: Actor, words: str, level: str) -> QuerySet[Body]:
    """The bodies of a list, top down, each with how many users and open invitations it has."""
    found = held(managed(actor), words, "name", "short_name", "unit_name", "code")
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


def keys_of(body: Body) -> QuerySet[Token]:
    """The living keys for programs that act for a body, whoever's they are."""
    return living(Token.objects.filter(body=body)).select_related("user").order_by("user__username", "pk")


def without_users(actor: Actor, level: str) -> QuerySet[Body]:
    """The bodies below ``actor``'s with no user and no open invitation."""
    invited = Invitation.objects.filter(used=None, expires__gt=now()).values("body")
    settled = Grant.objects.filter(revoked=None, user__is_active=True).values("body")
    found = managed(actor).exclude(pk=actor.body.pk).exclude(pk__in=invited).exclude(pk__in=settled)
    return (found.filter(level=level) if level else found).order_by("path")
