"""As which body the user acts: ``request.actor``; and a site without users leads to its first run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tongket.site.interface.clock import today
from tongket.site.people import seen
from tongket.site.people.models import Grant, User
from tongket.site.people.rights import Actor
from tongket.site.prepared import Prepared

ACTING_AS = "acting_as"  # session key: id of the body


class ActorMiddleware:
    """Sets ``request.actor``: None for those not signed in and for users without a live grant."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with ``request.actor`` known to the views."""
        request.actor, request.grants = None, []
        if request.user.is_authenticated:
            request.grants = request.user.take_grants()
            request.actor = chosen_actor(request.user, request.grants, request.session.get(ACTING_AS))
        return self.get_response(request)


class BeginMiddleware:
    """While there is no user, every page leads to the first run; once there is one, it asks no more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.begun = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or the way to the first run."""
        self.begun = self.begun or request.user.is_authenticated or User.objects.exists()
        if not self.begun and not request.path.startswith(
            (reverse("people:begin"), reverse("people:units"), "/language/")
        ):
            return HttpResponseRedirect(reverse("people:begin"))
        return self.get_response(request)


class SessionsMiddleware:
    """Keeps when each session was last seen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; after it the session counts as seen, one that began with it at once: others may end it."""
        key = request.session.session_key
        answer = self.get_response(request)
        seen.note(request, at_once=request.session.session_key != key)
        return answer


def live_grants(user: User) -> list[Grant]:
    """The grants of ``user`` that hold today, those lent included."""
    return _live_grants(user.pk, today())


def live_on(day: Any) -> Q:
    """The condition of the grants that hold on ``day``, those lent included as long as the lender has them."""
    dated = (Q(starts=None) | Q(starts__lte=day)) & (Q(ends=None) | Q(ends__gte=day))
    lender = (Q(lent_by__ends=None) | Q(lent_by__ends__gte=day)) & Q(
        lent_by__revoked=None, lent_by__user__is_active=True
    )
    return dated & (Q(lent_by=None) | lender) & Q(revoked=None)


def _granted(user: RawSQL, day: RawSQL) -> QuerySet[Grant]:
    held = Grant.objects.filter(live_on(day), user=user)
    return held.select_related("body").order_by("body__path", "pk")


_live_grants = Prepared(2, _granted)
_grants_with_user = Prepared(2, lambda user, day: _granted(user, day).select_related("user"))


def grants_with_user(key: int) -> list[Grant]:
    """The live grants of the user with that key, each with the user: what every page begins with, in one statement."""
    return _grants_with_user(key, today())


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
