"""The calendar: the due days of a month, and the days on which offices are closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.registry.working_days import WorkingCalendar
from tongket.site.interface.clock import today
from tongket.site.people.guard import needs
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, may
from tongket.site.rounds.calendar import office_calendar
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.holidays import forget_day, set_day, top_of
from tongket.site.rounds.models import Holiday, Round
from tongket.site.rounds.queries import SENT, submissions_seen
from tongket.site.rounds.typed import day_of


@dataclass(slots=True)
class Day:
    """A day of the month: what is due, whether offices work, and what it is called."""

    day: dt.date
    works: bool
    name: str = ""
    dues: list[dict[str, object]] = field(default_factory=list)


def _top(request: HttpRequest, **_route: object) -> Body:
    """Whose days these are."""
    return top_of(request.actor)


@require_GET
@needs("round.see")
def calendar(request: HttpRequest) -> HttpResponse:
    """The month of ``?month=2026-11``."""
    return _page(request)


@require_POST
@needs("calendar.write", _top, see="round.see")
def enter(request: HttpRequest, _top: Body) -> HttpResponse:
    """Enter a day off, or a day worked."""
    try:
        day = day_of(request.POST, "day")
        set_day(request.actor, day, request.POST.get("reason", ""), works=request.POST.get("works") == "1")
    except RoundError as refused:
        return _page(request, refused)
    return redirect(f"{reverse('rounds:calendar')}?month={day:%Y-%m}")


def _page(request: HttpRequest, error: RoundError | None = None) -> HttpResponse:
    top = top_of(request.actor)
    first = _month(request.GET.get("month", ""))
    known = office_calendar()
    context = {
        "days": _days(request.actor, first, known),
        "first": first,
        "before": first - dt.timedelta(days=1),
        "after": (first + dt.timedelta(days=31)).replace(day=1),
        "own": list(Holiday.objects.filter(day__year=first.year).order_by("day")),
        "covered": known.covers(first.isoformat()),
        "top": top,
        "may_write": may(request.actor, "calendar.write", top),
        "error": error,
        "field": error.field if error else "",
        "typed": request.POST,
    }
    return render(request, "rounds/calendar.html", context, status=422 if error else 200)


def _month(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        return today().replace(day=1)


def _days(actor: Actor, first: dt.date, known: WorkingCalendar) -> list[Day]:
    after = (first + dt.timedelta(days=31)).replace(day=1)
    rows = submissions_seen(actor).filter(due__gte=first, due__lt=after).exclude(round__state=Round.State.DRAFT)
    counted = (
        rows.order_by("due", "round")
        .values("due", "round", "round__name", "round__state")
        .annotate(total=Count("pk"), sent=Count("pk", filter=Q(state__in=SENT)))
    )
    days = []
    while first < after:
        special = known.days.get(first.isoformat())
        days.append(Day(first, known.is_working_day(first.isoformat()), special.name if special else ""))
        first += dt.timedelta(days=1)
    for row in counted:
        days[row["due"].day - 1].dues.append(row)
    return days


@require_POST
@needs("calendar.write", _top, see="round.see")
def forget(request: HttpRequest, _top: Body) -> HttpResponse:
    """Take an own day away."""
    forget_day(request.actor, request.resolver_match.kwargs["pk"])
    return redirect("rounds:calendar")
