"""The pages of consolidation: the rounds, the pivot of one, and what stands behind a number."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from tongket.messages import N_, say
from tongket.model.programmes import Programme
from tongket.site.interface.asked import whole
from tongket.site.interface.templatetags.words import amount
from tongket.site.jobs.models import Job
from tongket.site.people.guard import needs
from tongket.site.people.rights import may, seen
from tongket.site.rollups.answers import answers_of
from tongket.site.rollups.asking import VIEWS, map_query, seen_by
from tongket.site.rollups.behind import Part, behind, number_address
from tongket.site.rollups.card import card_of
from tongket.site.rollups.errors import RollupError
from tongket.site.rollups.exporting import KIND as EXPORT
from tongket.site.rollups.exporting import start_export, workbook_path
from tongket.site.rollups.figures import amount_text, coverage_text, figure, is_partial, refusal_text
from tongket.site.rollups.finding import round_of
from tongket.site.rollups.models import ReportDraft
from tongket.site.rollups.pivot import Asking, Pivot, Row, by_cells, by_periods, by_units, period_title
from tongket.site.rollups.privacy import is_sensitive, sees_exact
from tongket.site.rollups.sections import dimensions_of, on_page_of, sections_of
from tongket.site.rollups.workbook import map_words
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.queries import SENT

LISTED = 60
VIEW_NAMES = {
    "reported": N_("When reported"),
    "map": N_("By one map"),
    "apportioned": N_("Apportioned (estimate)"),
}
BY = {"periods": N_("Periods"), "units": N_("Units"), "cells": N_("Breakdown")}


@require_GET
@needs("rollup.see")
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds whose figures one may see, the latest first, and the reports written from them."""
    rows = Round.objects.filter(seen(request.actor, "rollup.see")).exclude(state=Round.State.DRAFT)
    counts = {
        "asked": Count("submissions"),
        "sent": Count("submissions", filter=Q(submissions__state__in=SENT)),
        "returned": Count("submissions", filter=Q(submissions__state=Submission.State.RETURNED)),
    }
    found = rows.select_related("body", "programme").annotate(**counts).order_by("-period_end", "-pk")[:LISTED]
    reports = ReportDraft.objects.filter(seen(request.actor, "rollup.see", body="snapshot__body"))
    context = {
        "rounds": [(one, period_title(one)) for one in found],
        "reports": reports.select_related("snapshot__round", "snapshot__body")[:LISTED],
    }
    return render(request, "rollups/list.html", context)


@require_GET
@needs("rollup.see", round_of)
def show(request: HttpRequest, asked: Round) -> HttpResponse:
    """The pivot of a round."""
    try:
        context = pivot_page(request, asked)
    except RollupError as error:
        return render(request, "rollups/refused.html", {"round": asked, "error": error}, status=422)
    return render(request, "rollups/pivot.html", context)


def asking_of(request: HttpRequest, asked: Round, programme: Programme) -> Asking:
    """What the address asks of the pivot.

    Raises:
        RollupError: the day of the map is none.
    """
    wanted = request.GET
    seen_map = seen_by(wanted.get("view", ""), wanted.get("as_of", ""), wanted.get("shared_by", ""))
    sections = on_page_of(sections_of(programme), whole(wanted.get("section")))
    exact = sees_exact(request.actor, asked)
    return Asking(asked, seen_map, sections, wanted.get("unit", "")[:120], exact)


def pivot_of(request: HttpRequest, asking: Asking, programme: Programme) -> tuple[str, Pivot]:
    """The table that the address asks for, and the name of its columns."""
    by = request.GET.get("by", "periods")
    dimensions = dimensions_of(asking.sections, programme)
    if by == "units":
        return by, by_units(asking)
    if by == "cells" and dimensions:
        named = request.GET.get("dimension", "")
        return by, by_cells(asking, next((one for one in dimensions if one.code == named), dimensions[0]))
    return "periods", by_periods(asking, request.GET.get("open", ""))


def pivot_page(request: HttpRequest, asked: Round) -> dict[str, Any]:
    """The context of the pivot."""
    programme = programme_of(asked.programme)
    asking = asking_of(request, asked, programme)
    by, pivot = pivot_of(request, asking, programme)
    kept = {name: value for name, value in request.GET.items() if name in KEPT}
    sections = sections_of(programme)
    first = next((row for row in pivot.rows() if row.total and row.total.amount is not None), None)
    return {
        "round": asked,
        "sent": pivot.rolled.answered - pivot.rolled.returned,
        "mark": format_html('<span class="part">{}/{}</span>', pivot.rolled.answered, pivot.rolled.asked),
        "period": period_title(asked),
        "asking": asking,
        "rolled": pivot.rolled,
        "by": by,
        "ways": [(name, say(word), _with(kept, by=name)) for name, word in BY.items()],
        "views": [
            (name, say(VIEW_NAMES[name]), _with(kept, view=name, as_of=asking.seen.as_of or _today_map(asked)))
            for name in VIEWS
        ],
        "seen": asking.seen,
        "columns": pivot.columns,
        "groups": [(group.title, [_shown(row, kept, programme) for row in group.rows]) for group in pivot.groups],
        "sections": sections,
        "section": asking.sections[0].number if asking.sections else 0,
        "dimensions": dimensions_of(asking.sections, programme) if by == "cells" else (),
        "dimension": request.GET.get("dimension", ""),
        "compared": by == "periods" and len(pivot.columns) > 1,
        "charts": _charts(asked, [request.GET.get("open", ""), first.code if first else ""], asking),
        "export": f"{reverse('rollups:export', args=[asked.pk])}{_with(kept)}",
        "reports": list(ReportDraft.objects.filter(snapshot__round=asked).only("pk")[:50]),
        "may_write": may(request.actor, "report.write", asked),
    }


def _charts(asked: Round, codes: list[str], asking: Asking) -> str:
    """The address of the charts of the first indicator that stands on the page; "" where nothing has a number."""
    code = next((one for one in codes if one in asking.codes), "")
    if not code:
        return ""
    query = urlencode({"indicator": code, **map_query(asking.seen)})
    return f"{reverse('rollups:charts', args=[asked.pk])}?{query}"


KEPT = ("by", "view", "as_of", "shared_by", "section", "unit", "dimension", "open")


def _with(kept: dict[str, str], **changed: str) -> str:
    return f"?{urlencode({name: value for name, value in {**kept, **changed}.items() if value})}"


def _today_map(asked: Round) -> str:
    return asked.period_end.isoformat()


def _shown(row: Row, kept: dict[str, str], programme: Programme) -> dict[str, Any]:
    """A row for the template, its cells as HTML."""
    opens = "" if row.opened else row.code
    indicator = programme.indicator(row.code)
    return {
        "row": row,
        "cells": [figure(one.rollup, one.address, one.missing, one.said, indicator) for one in row.cells],
        "toggle": _with({name: value for name, value in kept.items() if name != "open"}, open=opens),
        "coverage": coverage_text(row.total) if row.total and row.total.expected else "",
        "partial": is_partial(row.total),
    }


@require_POST
@needs("rollup.see", round_of)
def export(request: HttpRequest, asked: Round) -> HttpResponse:
    """Begin the workbook of all sections, columns as the page shows them."""
    wanted = request.GET
    try:
        seen_map = seen_by(wanted.get("view", ""), wanted.get("as_of", ""), wanted.get("shared_by", ""))
    except RollupError as error:
        return render(request, "rollups/refused.html", {"round": asked, "error": error}, status=422)
    by = wanted.get("by", "")
    more = {"dimension": wanted.get("dimension", "")[:60], "opened": wanted.get("open", "")[:60]}
    job = start_export(request.actor, asked, seen_map, by if by in BY else "periods", **more)
    return redirect("rollups:exported", asked.pk, job.pk)


@require_GET
@needs("rollup.see", round_of)
def exported(request: HttpRequest, asked: Round) -> HttpResponse:
    """How far the workbook is, then its file."""
    job = get_object_or_404(
        Job, pk=request.resolver_match.kwargs["job"], kind=EXPORT, body=request.actor.body, argument__round=asked.pk
    )
    path = workbook_path(job)
    if job.state == Job.State.DONE and path.exists() and request.GET.get("file"):
        name = f"tong-hop-{asked.programme.code}-{asked.period_end.year}.xlsx"
        return FileResponse(path.open("rb"), as_attachment=True, filename=name)
    return render(request, "rollups/exported.html", {"round": asked, "job": job, "gone": not path.exists()})


@require_GET
@needs("rollup.see", round_of)
def number(request: HttpRequest, asked: Round) -> HttpResponse:
    """What stands behind one number, and the card of its indicator."""
    programme = programme_of(asked.programme)
    indicator = programme.indicator(request.GET.get("indicator", "")[:60])
    if indicator is None or (is_sensitive(programme, indicator.code) and not sees_exact(request.actor, asked)):
        raise Http404
    cell = request.GET.get("cell", "")[:200]
    try:
        seen_map = seen_by(*(request.GET.get(name, "") for name in ("view", "as_of", "shared_by")))
    except RollupError as error:
        return render(request, "rollups/refused.html", {"round": asked, "error": error}, status=422)
    unit = request.GET.get("unit", "")[:120]
    found = behind(request.actor, asked, seen_map, indicator, cell, unit)
    names = {value.code: value.name for one in programme.dimensions for value in one.values}
    context = {
        "round": asked,
        "period": period_title(asked),
        "seen": seen_map,
        "map": map_words(seen_map) if seen_map.view != "reported" else "",
        "up": number_address(asked.pk, indicator.code, asked.body.unit, cell, seen_map)
        if unit not in ("", asked.body.unit)
        else "",
        "back": f"{reverse('rollups:show', args=[asked.pk])}{_with(map_query(seen_map))}",
        "behind": found,
        "indicator": indicator,
        "cell_name": ", ".join(names.get(one, one) for one in cell.split("+")) if cell else "",
        "text": amount_text(found.rollup, indicator) if found.rollup else "",
        "partial": coverage_text(found.rollup) if is_partial(found.rollup) and found.rollup else "",
        "estimated": bool(found.rollup and "estimated" in found.rollup.marks),
        "refusal": refusal_text(found.rollup) if found.rollup else "",
        "parts": [(one, _part_figure(one, programme)) for one in found.parts],
        "answers": answers_of(request.actor, asked, indicator, cell, unit),
        "card": card_of(programme, indicator),
    }
    return render(request, f"rollups/{'behind' if request.htmx else 'number'}.html", context)


def _part_figure(part: Part, programme: Programme) -> SafeString:
    if part.rollup is None:  # the map shows it at another unit: what was said there
        said = (one for one in part.statements if not one.left_out and one.amount is not None)
        return format_html("{}", " + ".join(f"{one.qualifier} {amount(one.amount, one.scale)}".strip() for one in said))
    return figure(part.rollup, part.address, indicator=programme.indicator(part.rollup.indicator))
