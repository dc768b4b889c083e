"""The guard at each view: it finds the thing, and lets in who may; a stranger gets 404, as if it were not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.site.interface import views
from tongket.site.people.kept import keep
from tongket.site.people.rights import may

View = Callable[..., HttpResponse]
Find = Callable[..., Any]  # (request, **kwargs of the route) -> the thing, or raises Http404; with body and over


def needs(action: str, find: Find | None = None, *, see: str = "") -> Callable[[View], View]:
    """Let only those in who may do ``action`` with what ``find`` gives; the view gets the thing as its second argument.

    ``see``: the action of those who may know that the thing exists; they get 403 with a clear page, others 404.
    Without ``find`` the right is asked for at the actor's own body.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            actor = request.actor  # set by ActorMiddleware
            if actor is None and request.user.is_authenticated:
                return render(request, "people/no_right.html", status=403)
            if actor is None:
                return _sign_in(request)
            thing = find(request, **kwargs) if find else None
            if not may(actor, action, thing):
                if see and may(actor, see, thing):
                    raise PermissionDenied
                raise Http404
            return view(request, thing) if find else view(request, **kwargs)

        guarded.right = action
        return guarded

    return decorate


def _sign_in(request: HttpRequest) -> HttpResponse:
    """The way to the sign-in and back; what was typed into a form goes with it."""
    if request.method != "POST" or request.content_type == "application/json":  # the script of the page keeps its own
        return redirect_to_login(request.get_full_path())
    way = redirect_to_login(keep(request))
    if request.headers.get("HX-Request"):  # a part of the page asked: the whole page goes there
        return HttpResponse(status=204, headers={"HX-Redirect": way["Location"]})
    return way


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What came without the token of this sign-in; of who is signed out it is kept, if a page of this site sent it."""
    own = request.content_type != "application/json" and views.sent_from_here(request)
    if own and not request.user.is_authenticated:
        return _sign_in(request)
    return views.stale(request, reason)
