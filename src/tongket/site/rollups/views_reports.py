"""The pages of the consolidated report: freezing, its progress, the sheet, editing, downloading, what changed since."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.programmes.drafting.naming import slug
from tongket.site.interface.asked import whole
from tongket.site.jobs.models import Job
from tongket.site.people.guard import needs
from tongket.site.people.rights import may, seen
from tongket.site.rollups.asking import seen_by
from tongket.site.rollups.behind import number_address, review_address
from tongket.site.rollups.charts.drawing import shown
from tongket.site.rollups.errors import RollupError
from tongket.site.rollups.finding import report_of, round_of
from tongket.site.rollups.models import ReportDraft
from tongket.site.rollups.reports.changes import changes_since, now_of
from tongket.site.rollups.reports.changes_told import changes_told
from tongket.site.rollups.reports.charts import with_charts
from tongket.site.rollups.reports.keeping import from_json
from tongket.site.rollups.reports.services import add_chart, drop_chart, edit_paragraph, freeze
from tongket.site.rollups.reports.sheet import findings_of, lines, sheet_of
from tongket.site.rollups.reports.snapshots import frozen_observations, map_of
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.writing.docx import charts_label

LONGEST = 60  # letters of a round in the name of a file
NAMES = {"docx": "tong-hop", "xlsx": "so-lieu", "pdf": "tong-hop"}  # of the files, before the round's own
CHARTS = {
    "bars": N_("Bars by unit"),
    "trend": N_("Trend over the periods"),
    "share": N_("Shares"),
    "heat": N_("Heat map by unit"),
}
SOURCES = 200  # sentences behind one number that are shown


@require_POST
@needs("report.write", round_of, see="rollup.see")
def begin(request: HttpRequest, asked: Round) -> HttpResponse:
    """Freeze the figures of a round, and begin the report."""
    wanted = request.POST
    try:
        report = freeze(
            request.actor, asked, seen_by(*(wanted.get(name, "") for name in ("view", "as_of", "shared_by")))
        )
    except RollupError as error:
        return render(request, "rollups/refused.html", {"round": asked, "error": error}, status=422)
    return redirect("rollups:report", report.pk)


@require_GET
@needs("rollup.see", report_of)
def report(request: HttpRequest, made: ReportDraft) -> HttpResponse:
    """How far the writing is; then the report on its sheet."""
    return render(request, "rollups/report.html", _page(request, made))


def _page(request: HttpRequest, made: ReportDraft, **more: Any) -> dict[str, Any]:
    snapshot = made.snapshot
    context: dict[str, Any] = {
        "report": made,
        "snapshot": snapshot,
        "round": snapshot.round,
        "job": made.job,
        "failed": made.job is not None and made.job.state == Job.State.FAILED,
        "may_write": may(request.actor, "report.write", made),
        "number": _number(made),
    }
    if not made.draft:
        return context | more
    draft = with_charts(from_json(made.draft), made.charts, made.edits)
    changes = changes_since(snapshot, draft, made.files.get("words"))
    unsaid = frozenset(one.paragraph for one in changes.words)
    sheet = sheet_of(draft, made.edits, frozenset(one.figure.key for one in changes.figures), unsaid)
    fresh = made.files.get("edition") == made.edition
    place = request.GET.get("edit", "")
    context |= {
        "draft": draft,
        "charts": [(one, shown(one["key"], one["sentence"]) if "key" in one else None) for one in made.charts],
        "charts_label": charts_label(draft),
        "body_lines": lines(draft.issuing_body),
        "sheet": sheet,
        "changes": changes,
        "changed": changes_told(changes, sheet, programme_of(snapshot.round.programme)),
        "findings": findings_of(sheet, made.files.get("findings", [])),
        "files": [kind for kind in NAMES if fresh and kind in made.files],
        "fresh": fresh,
        "editing": _place(place) if context["may_write"] else -1,
        "errors": 0,
    }
    context["errors"] = sum(1 for one in context["findings"] if one.severity == "error")
    return context | more


def _place(text: str) -> int:
    """The paragraph that an address or a form names; -1 where it names none."""
    return whole(text) if whole(text) or text == "0" else -1


def _number(made: ReportDraft) -> int:
    """Which draft of the round it is."""
    return ReportDraft.objects.filter(snapshot__round=made.snapshot.round_id, pk__lte=made.pk).count()


@require_POST
@needs("report.write", report_of, see="rollup.see")
def edit(request: HttpRequest, made: ReportDraft) -> HttpResponse:
    """Store one paragraph as a person wrote it, or as it was composed."""
    place, edition = _place(request.POST.get("place", "")), whole(request.POST.get("edition"))
    if place < 0 or not edition:
        raise Http404
    composed = request.POST.get("composed") == "1"
    text = None if composed else request.POST.get("text", "")
    try:
        edit_paragraph(request.actor, made, edition, place, text)
    except TongketError as error:
        page = _page(request, report_of(request, made.pk), error=error, editing=place, typed=text)
        return render(request, "rollups/report.html", page, status=409 if "changed" in error.what else 422)
    return redirect(f"{reverse('rollups:report', args=[made.pk])}#p{place}")


@require_POST
@needs("report.write", report_of, see="rollup.see")
def charts(request: HttpRequest, made: ReportDraft) -> HttpResponse:
    """Put a chart into the report, or take one out."""
    edition, wanted = whole(request.POST.get("edition")), request.POST
    try:
        if wanted.get("drop"):
            drop_chart(request.actor, made, edition, _place(wanted["drop"]))
        else:
            add_chart(request.actor, made, edition, wanted.get("indicator", "")[:60], wanted.get("kind", "")[:10])
    except TongketError as error:
        page = _page(request, report_of(request, made.pk), error=error)
        return render(request, "rollups/report.html", page, status=409 if "changed" in error.what else 422)
    return redirect(f"{reverse('rollups:report', args=[made.pk])}#charts")


@require_GET
@needs("rollup.see", report_of)
def figure(request: HttpRequest, made: ReportDraft) -> HttpResponse:
    """What stands behind a number of the report: as it was frozen, sentence by sentence; or behind its words."""
    if not made.draft:
        raise Http404
    if request.GET.get("place"):
        return _words(request, made, _place(request.GET["place"]))
    key = request.GET.get("key", "")
    found = next((one for one in made.draft["figures"] if one["key"] == key), None)
    if found is None:
        raise Http404
    programme = programme_of(made.snapshot.round.programme)
    indicator = programme.indicator(found["indicator"])
    observations = frozen_observations(made.snapshot)
    sources = [observations[place] for place in found["sources"][:SOURCES]]
    context = {
        "report": made,
        "figure": found,
        "now": now_of(made.snapshot, next(one for one in from_json(made.draft).figures if one.key == key)),
        "indicator": indicator,
        "kinds": _kinds(made, found["indicator"]) if may(request.actor, "report.write", made) else (),
        "partial": 0 < found["reported"] < found["expected"],
        "sources": sources,
        "count": len(found["sources"]),
        "live": number_address(
            made.snapshot.round_id, found["indicator"], found["unit"], found["cell"], map_of(made.snapshot)
        ),
    }
    return render(request, "rollups/figure.html", context)


def _kinds(made: ReportDraft, indicator: str) -> list[tuple[str, str]]:
    """The kinds of chart of an indicator that are not in the report."""
    there = {one["kind"] for one in made.charts if one["indicator"] == indicator}
    return [(kind, say(words)) for kind, words in CHARTS.items() if kind not in there]


def _words(request: HttpRequest, made: ReportDraft, place: int) -> HttpResponse:
    """Which bodies say what a paragraph gathers, each in its own words, with the way to where it stands."""
    paragraphs = made.draft["paragraphs"]
    quotes = paragraphs[place].get("quotes", []) if 0 <= place < len(paragraphs) else []
    if not quotes:
        raise Http404
    files = made.files.get("words", {})
    may_see = set(
        Submission.objects.filter(
            seen(request.actor, "submission.see", over="reports_to"), pk__in={files.get(one["file"]) for one in quotes}
        ).values_list("pk", flat=True)
    )
    told = []
    for one in quotes[:SOURCES]:
        body, _, file = one["file"].rpartition("/")
        known = files.get(one["file"], 0)
        told.append((body, file, one["text"], review_address(known, one["text"]) if known in may_see else ""))
    context = {"report": made, "quotes": told, "count": len(quotes)}
    return render(request, "rollups/figure.html", context)


@require_GET
@needs("rollup.see", report_of)
def download(request: HttpRequest, made: ReportDraft) -> HttpResponse:
    """A file of the report, as its last edition has it."""
    kind = request.resolver_match.kwargs["kind"]
    name = made.files.get(kind, "") if kind in NAMES else ""
    path = settings.DATA.made / name if name else None
    if path is None or made.files.get("edition") != made.edition or not path.exists():
        raise Http404
    named = f"{NAMES[kind]}-{slug(made.snapshot.round.name, LONGEST)}.{kind}"
    return FileResponse(path.open("rb"), as_attachment=True, filename=named)
