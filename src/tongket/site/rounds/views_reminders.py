"""The page of reminders of a round, and what leaves it: mails, a text, a list, a letter."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tongket.messages import N_, say
from tongket.programmes.drafting.naming import slug
from tongket.site.interface.asked import whole
from tongket.site.interface.clock import today
from tongket.site.interface.media import DOCX
from tongket.site.people.guard import needs
from tongket.site.rounds.calendar import office_calendar
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.finding import SeenRound, round_seen
from tongket.site.rounds.models import Round
from tongket.site.rounds.queries import Counts, counts_of
from tongket.site.rounds.reminding import Late, chat_words, late_of, letter_of, remind, remindable
from tongket.site.rounds.typed import read_day

MOST_LATE = 4000


@needs("round.remind", round_seen, see="round.see")
def reminders(request: HttpRequest, seen: SeenRound) -> HttpResponse:
    """Whom to remind, and how; POST reminds."""
    asked = seen.round
    if request.method == "POST":
        return _remind(request, asked)
    late = late_of(remindable(request.actor, asked)[:MOST_LATE])
    is_late = any(one.days for one in late)
    everyone = request.GET.get("all", "" if is_late else "1") == "1"
    shown = late if everyone else [one for one in late if one.days]
    context: dict[str, Any] = {
        "round": asked,
        "late": shown,
        "everyone": everyone,
        "overdue": sum(1 for one in late if one.days),
        "open": len(late),
        "text": chat_words(asked, shown),
        "until": _in_a_week().isoformat(),
    }
    return render(request, "rounds/remind.html", context)


def _in_a_week() -> dt.date:
    """The first working day from a week on: nobody is waited for on a Sunday."""
    calendar, day = office_calendar(), today() + dt.timedelta(days=7)
    while not calendar.is_working_day(day.isoformat()):
        day += dt.timedelta(days=1)
    return day


def _remind(request: HttpRequest, asked: Round) -> HttpResponse:
    way = request.POST.get("way", "")
    chosen = [whole(pk) for pk in request.POST.getlist("one")][:MOST_LATE]
    if "overdue" in request.POST:
        rows = remindable(request.actor, asked).filter(due__lt=today())
        chosen = list(rows.values_list("pk", flat=True)[:MOST_LATE])
    try:
        until = read_day(request.POST["until"], "until") if request.POST.get("until", "").strip() else None
        late = late_of(remindable(request.actor, asked).filter(pk__in=chosen)) if way == "letter" else []
        count = remind(request.actor, asked, chosen, way, until)
    except RoundError as error:
        messages.error(request, error.message(), extra_tags="wrong")
        return redirect("rounds:remind", asked.pk)
    if way == "letter":
        return _letter(request, asked, late, until)
    messages.success(request, say(N_("{count} bodies were reminded."), count=count), extra_tags="sent")
    return redirect("rounds:remind", asked.pk)


def _letter(request: HttpRequest, asked: Round, late: list[Late], until: dt.date | None) -> HttpResponse:
    counts = counts_of([asked], request.actor).get(asked.pk, Counts())
    answer = HttpResponse(letter_of(asked, late, counts.total, counts.sent, until), content_type=DOCX)
    answer["Content-Disposition"] = f'attachment; filename="cong-van-don-doc-{slug(asked.name, 60)}.docx"'
    return answer
