"""The first page, and help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.site.people.guard import needs
from tongket.site.people.rights import may
from tongket.site.rounds.calendar import office_calendar
from tongket.site.work.finding import MOST_LETTERS, found
from tongket.site.work.services import notices_of, read_notices
from tongket.site.work.tasks import agenda, my_work

SHOWN = 100  # notices of a page; older ones are in the record


@needs("work.see")
def home(request: HttpRequest) -> HttpResponse:
    """My work."""
    work = my_work(request.actor)
    return render(request, "work/home.html", {"work": work, "week": agenda(work, office_calendar())})


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
    seen_until = read_notices(request.actor)
    return render(request, "work/notices.html", {"lines": lines, "seen_until": seen_until})


@needs("work.see")
def help_page(request: HttpRequest) -> HttpResponse:
    """The guide of one page, which prints."""
    return render(request, "work/help.html")
