"""Bodies: the list, one of them, a new one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tongket.messages import N_, say
from tongket.site.people import listing
from tongket.site.people.errors import PeopleError
from tongket.site.people.guard import needs
from tongket.site.people.models import Body, Role
from tongket.site.people.services import bodies as services
from tongket.site.people.services.accounts import proposed_username
from tongket.site.people.views.forms import typed
from tongket.site.people.words import role_name

LEVELS = {
    "province": N_("Province"),
    "district": N_("District"),
    "commune": N_("Commune"),
    "hamlet": N_("Hamlet"),
    "nation": N_("Nation"),
}
FIELDS = ("kind", "unit", "name", "short_name", "email", "phone")


def find_body(request: HttpRequest, pk: int) -> Body:
    """The body of a route."""
    found = Body.objects.select_related("superior").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def roles() -> list[tuple[str, str]]:
    """The roles with their names."""
    return [(str(role), role_name(role)) for role in Role]


def levels() -> list[tuple[str, str]]:
    """The levels with their names."""
    return [(level, say(name)) for level, name in LEVELS.items()]


@needs("people.manage")
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies that the actor administers, as a tree that is searched and paged."""
    asked = typed(request, "q", "level", "page")
    found = listing.listed(request.actor, asked.get("q", ""), asked.get("level", ""))
    page = Paginator(found, listing.PAGE).get_page(asked.get("page"))
    top = request.actor.body.path.count("/")
    for body in page:
        body.depth = min(body.path.count("/") - top, 4)
    return render(request, "people/bodies.html", {"page": page, "asked": asked, "levels": levels()})


@needs("people.manage", find_body)
def body(request: HttpRequest, body: Body) -> HttpResponse:
    """One body: its users, invitations, and what may be changed of it."""
    return body_page(request, body)


def body_page(request: HttpRequest, body: Body, *, error: PeopleError | None = None, **more: Any) -> HttpResponse:
    """The page of a body; with ``error`` the form that it belongs to says it."""
    page = {
        "body": body,
        "grants": listing.grants_of(body),
        "invitations": listing.invitations_of(body),
        "keys": listing.keys_of(body),
        "below": Body.objects.filter(superior=body).count(),
        "roles": roles(),
        "proposed": proposed_username(Role.CLERK, body),
        "error": error,
        "typed": {field: getattr(body, field) for field in ("name", "short_name", "email", "phone")},
        **more,
    }
    return render(request, "people/body.html", page, status=422 if error else 200)


@needs("people.manage", find_body)
def add_body(request: HttpRequest, body: Body) -> HttpResponse:
    """A new body below ``body``."""
    fields, error = {"kind": "ubnd", **typed(request, *FIELDS)}, None
    if request.method == "POST":
        try:
            new = services.add_body(request.actor, services.BodyFields(**fields), body)
        except PeopleError as refused:
            error = refused
        else:
            messages.success(request, say(N_("{name} is added."), name=new.name), extra_tags="sent")
            return HttpResponseRedirect(reverse("people:body", args=[new.pk]))
    page = {"body": body, "typed": fields, "error": error, "kinds": services.living_kinds()}
    return render(request, "people/add_body.html", page, status=422 if error else 200)


@require_POST
@needs("people.manage", find_body)
def change_body(request: HttpRequest, body: Body) -> HttpResponse:
    """Change name and contacts."""
    fields = typed(request, "name", "short_name", "email", "phone")
    try:
        services.change_body(request.actor, body, services.BodyFields(kind=body.kind, unit=body.unit, **fields))
    except PeopleError as refused:
        return body_page(request, body, error=refused, typed=fields)
    messages.success(request, say(N_("Saved.")), extra_tags="sent")
    return HttpResponseRedirect(reverse("people:body", args=[body.pk]))
