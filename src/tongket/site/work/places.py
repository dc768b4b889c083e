"""The places of the top bar: at most five, those that the actor's posts have to do with; others stand in the menu."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from tongket.messages import N_, say
from tongket.site.people.rights import may
from tongket.site.work.helps import help_of
from tongket.site.work.tasks import count_of

# (route, what it is called, the right that opens it)
PLACES = (
    ("work:home", N_("My work"), "work.see"),
    ("rounds:list", N_("Rounds"), "round.see"),
    ("rounds:coverage", N_("Coverage"), "coverage.see"),
    ("rollups:list", N_("Consolidation"), "rollup.see"),
    ("people:bodies", N_("Bodies and users"), "people.manage"),
    ("work:record", N_("Record"), "record.see"),  # only who looks into it or keeps the site has it at all
    ("documents:list", N_("Documents"), "document.see"),
    ("work:help", N_("Help"), "work.see"),
)
MOST = 5


def _lies_in(path: str, place: str) -> bool:
    """Whether a page is that of a place, or below it: all pages lie below the first one, which stands for itself."""
    return path == place or (place != "/" and path.startswith(place))


def places(request: HttpRequest) -> dict[str, Any]:
    """For every template: the places, and the other bodies that the user may act as."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"places": (), "other_bodies": ()}
    found = [
        {"url": reverse(route), "name": say(name), "current": ""} for route, name, right in PLACES if may(actor, right)
    ]
    here = max(
        (one for one in found if _lies_in(request.path, one["url"])), key=lambda one: len(one["url"]), default={}
    )
    here["current"] = "page" if request.path == here.get("url") else "true"
    found[0]["count"] = count_of(actor)
    others = {grant.body_id: grant.body for grant in request.grants if grant.body_id != actor.body.pk}
    more = [one for one in found[MOST:] if one["url"] != reverse("work:help")]  # that stands there for everybody
    told = {"places": found[:MOST], "more_places": more, "page_help": help_of(request)}
    return told | {"other_bodies": tuple(others.values())}
