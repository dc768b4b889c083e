"""As which body the user acts: ``request.actor``; and a site without users leads to its first run."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tongket.site.people import seen
from tongket.site.people.models import User
from tongket.site.people.rights import chosen_actor

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
