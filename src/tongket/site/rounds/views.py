"""The pages of rounds: list, one round, making and changing one, its form, its due dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.programmes.load import list_programmes
from tongket.site.interface.asked import whole
from tongket.site.interface.clock import today
from tongket.site.people.guard import needs
from tongket.site.people.rights import may
from tongket.site.rounds import opening, services
from tongket.site.rounds.automatic import automatic_of, read_automatic, set_automatic
from tongket.site.rounds.errors import RoundError, StaleRoundError
from tongket.site.rounds.files import keep_file, path_of, read_from, taken_along
from tongket.site.rounds.finding import SeenFile, SeenRound, file_of, own_submission, round_of, round_seen
from tongket.site.rounds.models import ProgrammeVersion, Round, RoundFile, Submission
from tongket.site.rounds.plan import asked_of, groups_below, plan_of
from tongket.site.rounds.preview import preview_of
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.queries import FILTERS, Counts, counts_of, listed, rounds_seen, waits_in
from tongket.site.rounds.reminding import remindable
from tongket.site.rounds.typed import day_of, read_day, typed_again, typed_of, typed_reminding, wanted_of
from tongket.site.rounds.words import REMIND_WAYS, SIGNED, level_name

PAGE = 50
USUAL_REMINDING = {"remind_before": "3", "remind_after": "1, 5", "remind_way": "site"}  # proposed for a new round
MOST_WORDS = 100
STATES = {
    "": N_("All"),
    "open": N_("Not sent"),
    "overdue": N_("Overdue"),
    "sent": N_("Sent"),
    "returned": N_("Returned"),
    "approved": N_("Approved"),
}


@needs("round.see")
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds of one's body and below, and those that ask it."""
    state = request.GET.get("state", "")
    rows = rounds_seen(request.actor).select_related("body", "programme").order_by("-period_end", "-pk")
    if state in Round.State.values:
        rows = rows.filter(state=state)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    counts = counts_of(page.object_list, request.actor)
    lines = [(one, counts.get(one.pk, Counts())) for one in page.object_list]
    return render(
        request,
        "rounds/list.html",
        {"lines": lines, "page": page, "state": state, "may_write": may(request.actor, "round.write")},
    )


@needs("round.see", round_seen)
def show(request: HttpRequest, seen: SeenRound) -> HttpResponse:
    """One round: how far it is, who waits for whom, and each body's submission."""
    asked = seen.round
    mine = may(request.actor, "round.write", asked)
    context: dict[str, Any] = {
        "round": asked,
        "mine": mine,
        "remind": remindable(request.actor, asked).exists(),
        "files": list(asked.files.all()),
        "signed": say(SIGNED[asked.signed]),
        "setting": automatic_of(asked.reminding),
        "remind_ways": [(code, say(word)) for code, word in REMIND_WAYS.items()],
        "typed": typed_reminding(asked),
    }
    if asked.opened and (asked.state == Round.State.DRAFT or mine):
        context["opening"] = opening.opening_of(asked)
    context |= _draft(asked, request) if asked.state == Round.State.DRAFT else _running(asked, request)
    return render(request, "rounds/show.html", context)


def _draft(asked: Round, request: HttpRequest) -> dict[str, Any]:
    bodies = asked_of(plan_of(asked.plan), asked.body)
    superiors = {one.body.pk: one.body for one in bodies} | {asked.body_id: asked.body}
    page = Paginator(bodies, PAGE).get_page(request.GET.get("page"))
    lines = [(one, superiors.get(one.reports_to)) for one in page.object_list]
    return {"planned": len(bodies), "lines": lines, "page": page}


def _running(asked: Round, request: HttpRequest) -> dict[str, Any]:
    only, words = request.GET.get("only", ""), request.GET.get("q", "").strip()[:MOST_WORDS]
    only = only if only in FILTERS else ""
    page = Paginator(listed(request.actor, asked, only, words), PAGE).get_page(request.GET.get("page"))
    children = list(rounds_seen(request.actor).filter(parent=asked).select_related("body").order_by("body__path"))
    own = Submission.objects.filter(round=asked, body=request.actor.body).select_related("reports_to").first()
    return {
        "counts": counts_of([asked], request.actor).get(asked.pk, Counts()),
        "waits": waits_in([asked.pk, *(one.pk for one in children)], request.actor),
        "children": children,
        "own": own,
        "may_add_up": may(request.actor, "rollup.see", asked),
        "may_cascade": own is not None and may(request.actor, "round.write") and asked.state == Round.State.OPEN,
        "page": page,
        "readable": {one.pk for one in page.object_list if may(request.actor, "submission.see", one)},
        "only": only,
        "words": words,
        "states": [(code, say(word)) for code, word in STATES.items()],
        "day": today(),
    }


@needs("round.write")
def new(request: HttpRequest) -> HttpResponse:
    """Make a round, or one below the round that asks one's own body (``?parent=``)."""
    parent = own_submission(request)
    if request.method == "POST":
        return _save(request, None, parent)
    typed = _usual(parent)
    if whole(request.GET.get("programme")):
        typed |= _of_programme(whole(request.GET["programme"]))
    return _form(request, typed, None, parent)


@needs("round.write", round_of, see="round.see")
def edit(request: HttpRequest, asked: Round) -> HttpResponse:
    """Change a draft."""
    parent = Submission.objects.filter(round=asked.parent, body=asked.body).first() if asked.parent_id else None
    if asked.state != Round.State.DRAFT or asked.opened:
        return redirect("rounds:show", asked.pk)
    if request.method == "POST":
        return _save(request, asked, parent)
    return _form(request, typed_of(asked), asked, parent)


def _save(request: HttpRequest, asked: Round | None, parent: Submission | None) -> HttpResponse:
    try:
        files = _files(request)
        wanted = wanted_of(request.POST, parent, files)
        if asked is None:
            made = services.create_round(request.actor, wanted)
        else:
            made = services.change_round(request.actor, asked, _edition(request), wanted)
    except TongketError as error:
        return _form(request, typed_again(request.POST), asked, parent, error)
    return redirect("rounds:show", made.pk)


def _files(request: HttpRequest) -> tuple[int, ...]:
    upload = request.FILES.get("request_file")
    if upload:
        return (keep_file(request.actor, upload, RoundFile.Kind.REQUEST, "request_file").pk,)
    return taken_along(request.actor, request.POST.get("letter"))


def _form(
    request: HttpRequest,
    typed: dict[str, Any],
    asked: Round | None,
    parent: Submission | None,
    error: TongketError | None = None,
) -> HttpResponse:
    levels: dict[str, list[Any]] = {}
    for group in groups_below(request.actor.body):
        levels.setdefault(group.level, []).append(group)
    context = {
        "typed": typed,
        "round": asked,
        "parent": parent,
        "levels": [
            (level, level_name(level), typed["dues"].get(level, ""), groups) for level, groups in levels.items()
        ],
        "other_due": typed["dues"].get("other", ""),
        "programmes": _programmes(),
        "letter": typed.get("programme", ""),
        "letter_files": read_from(request.actor.body, typed.get("programme", "")) if asked is None else [],
        "signed": [(code, say(word)) for code, word in SIGNED.items()],
        "remind_ways": [(code, say(word)) for code, word in REMIND_WAYS.items()],
        "error": error,
        "field": getattr(error, "field", "") or ("request_file" if error else ""),
    }
    return render(request, "rounds/edit.html", context, status=422 if error else 200)


def _programmes() -> list[tuple[str, str]]:
    """The versions that are kept, then those that come with the package and are not."""
    kept = list(ProgrammeVersion.objects.only("code", "version", "title", "hash"))
    found = [(f"version:{one.pk}", f"{one.title} ({one.code}, {one.version})") for one in kept]
    hashes = {one.hash for one in kept}
    packs = [one for one in list_programmes() if one.hash not in hashes]
    return found + [(f"pack:{one.code}", f"{one.title} ({one.code}, {one.version})") for one in packs]


def _of_programme(pk: int) -> dict[str, Any]:
    """What a programme says of its round: the period, where it names its last day."""
    chosen = {"programme": f"version:{pk}"}
    version = ProgrammeVersion.objects.filter(pk=pk).first()
    asked = programme_of(version) if version else None
    if asked and asked.period_start and asked.period_end:
        chosen |= {"period_start": asked.period_start, "period_end": asked.period_end}
    return chosen


def _usual(parent: Submission | None) -> dict[str, Any]:
    """A new form: what the round above says, else the quarter that ended last."""
    if parent:
        above = parent.round
        return {
            "name": above.name,
            "period_start": above.period_start.isoformat(),
            "period_end": above.period_end.isoformat(),
            "signed": above.signed,
            "groups": [],
            "dues": {},
            **USUAL_REMINDING,
        }
    end = today().replace(day=1) - dt.timedelta(days=1)
    return {
        "period_start": end.replace(day=1).isoformat(),
        "period_end": end.isoformat(),
        "signed": "optional",
        "groups": [],
        "dues": {},
        **USUAL_REMINDING,
    }


@require_POST
@needs("round.write", round_of, see="round.see")
def open_it(request: HttpRequest, asked: Round) -> HttpResponse:
    """Ask everybody of the plan; or go on with an opening that was given up."""
    if asked.opened:
        return _done(request, asked, lambda: opening.go_on_opening(request.actor, asked))
    return _done(request, asked, lambda: opening.ask(request.actor, asked, _edition(request)))


@require_POST
@needs("round.write", round_of, see="round.see")
def close(request: HttpRequest, asked: Round) -> HttpResponse:
    """End the round."""
    return _done(request, asked, lambda: services.close_round(request.actor, asked, _edition(request)))


@require_POST
@needs("round.write", round_of, see="round.see")
def reopen(request: HttpRequest, asked: Round) -> HttpResponse:
    """Let a closed round run again."""
    return _done(
        request, asked, lambda: services.reopen_round(request.actor, asked, _edition(request), _reason(request))
    )


@require_POST
@needs("round.write", round_of, see="round.see")
def reminding(request: HttpRequest, asked: Round) -> HttpResponse:
    """Change when the round reminds by itself."""
    return _done(
        request,
        asked,
        lambda: set_automatic(request.actor, asked, _edition(request), read_automatic(request.POST)),
    )


@require_POST
@needs("round.write", round_of, see="round.see")
def delete(request: HttpRequest, asked: Round) -> HttpResponse:
    """Take back a draft."""
    try:
        services.delete_draft(request.actor, asked, _edition(request))
    except StaleRoundError as error:
        messages.error(request, error.message(), extra_tags="wrong")
        return redirect("rounds:show", asked.pk)
    return redirect("rounds:list")


def _done(request: HttpRequest, asked: Round, change: Any) -> HttpResponse:
    try:
        change()
    except RoundError as error:
        messages.error(request, error.message(), extra_tags="wrong")
    return redirect("rounds:show", asked.pk)


def _edition(request: HttpRequest) -> int:
    return whole(request.POST.get("edition"))


@needs("round.write", round_of, see="round.see")
def dues(request: HttpRequest, asked: Round) -> HttpResponse:
    """Other due dates for a level, or for the bodies chosen."""
    chosen = [whole(pk) for pk in (*request.GET.getlist("one"), *request.POST.getlist("one"))][:PAGE]
    rows = list(asked.submissions.filter(pk__in=chosen).select_related("body"))
    error = None
    if request.method == "POST":
        try:
            services.move_dues(request.actor, asked, _edition(request), _moved(request, asked, rows), _reason(request))
            return redirect("rounds:show", asked.pk)
        except RoundError as refused:
            error = refused
    levels = asked.submissions.filter(first_sent=None).order_by().values_list("body__level", flat=True).distinct()
    context = {
        "round": asked,
        "rows": rows,
        "levels": [(level, level_name(level), request.POST.get(f"due-{level}", "")) for level in levels],
        "typed": request.POST,
        "error": error,
        "field": error.field if error else "",
    }
    return render(request, "rounds/dues.html", context, status=422 if error else 200)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "")[:1000]


def _moved(request: HttpRequest, asked: Round, rows: list[Submission]) -> dict[int, dt.date]:
    if rows:
        day = day_of(request.POST, "due")
        return {one.pk: day for one in rows}
    typed = {name[4:]: text for name, text in request.POST.items() if name.startswith("due-") and text.strip()}
    if not typed:
        raise RoundError(N_("No due date is given."), N_("Give each level its day."), field="dues")
    return services.dues_of_levels(asked, {level: read_day(text, f"due-{level}") for level, text in typed.items()})


@needs("round.see", round_seen)
def form(request: HttpRequest, seen: SeenRound) -> HttpResponse:
    """The form that the round asks to fill in."""
    level = request.GET.get("level", "") or next(iter(seen.round.plan.get("dues", {})), "")
    preview = preview_of(programme_of(seen.round.programme), level if level in _LEVELS else "")
    return render(request, "rounds/form.html", {"round": seen.round, "preview": preview, "level": level_name(level)})


_LEVELS = ("nation", "province", "district", "commune", "hamlet")


@needs("round.see", file_of)
def download(request: HttpRequest, seen: SeenFile) -> HttpResponse:
    """A file of the request, as it came."""
    return FileResponse(path_of(seen.file).open("rb"), as_attachment=True, filename=seen.file.name)
