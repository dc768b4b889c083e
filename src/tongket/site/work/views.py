"""The first page, and help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.messages import N_, say
from tongket.site.interface.clock import today
from tongket.site.people.guard import needs
from tongket.site.people.rights import Actor, may
from tongket.site.rounds.calendar import office_calendar
from tongket.site.work.finding import MOST_LETTERS, found
from tongket.site.work.services import notices_of, read_notices
from tongket.site.work.tasks import SATURDAY, agenda, my_work

SHOWN = 100  # notices of a page; older ones are in the record


@needs("work.see")
def home(request: HttpRequest) -> HttpResponse:
    """My work."""
    work = my_work(request.actor)
    context = {
        "work": work,
        "week": agenda(work, office_calendar()),
        "weekend": today().weekday() >= SATURDAY,
        "way_on": _way_on(request.actor) if work.empty else None,
    }
    return render(request, "work/home.html", context)


def _way_on(actor: Actor) -> tuple[str, str] | None:
    """Where those go whose work is not asked by a round: a route, and what it is called."""
    if may(actor, "people.manage"):
        return "people:bodies", say(N_("Bodies and users"))
    return ("rounds:coverage", say(N_("Coverage"))) if may(actor, "coverage.see") else None


@needs("work.see")
def search(request: HttpRequest) -> HttpResponse:
    """What is found by words: rounds, bodies, documents."""
    words = request.GET.get("q", "").strip()[:MOST_LETTERS]
    context = {"words": words, "found": found(request.actor, words), "may_manage": may(request.actor, "people.manage")}
    return render(request, "work/search.html", context)


@needs("work.see")
def notices(request: HttpRequest) -> HttpResponse:
    """What the actor was told; from now on it counts as read."""
    lines = list(notices_of(request.actor)[:SHOWN])
    if not may(request.actor, "submission.see"):  # an administrator is told of reports, and reads none
        for line in lines:
            line.url = "" if line.url.startswith("/submissions/") else line.url
    seen_until = read_notices(request.actor)
    return render(request, "work/notices.html", {"lines": lines, "seen_until": seen_until})


@needs("work.see")
def help_page(request: HttpRequest) -> HttpResponse:
    """The guide of one page, which prints."""
    return render(request, "work/help.html")
