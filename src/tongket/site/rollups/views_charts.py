"""The charts of an indicator, a fragment of the pivot's page: drawn by the worker, shown when they are there."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tongket.site.jobs.models import Job
from tongket.site.people.guard import needs
from tongket.site.rollups.asking import seen_by
from tongket.site.rollups.charts.build import charts_of
from tongket.site.rollups.charts.drawing import drawn, order_drawings
from tongket.site.rollups.errors import RollupError
from tongket.site.rollups.finding import round_of
from tongket.site.rollups.privacy import is_sensitive, sees_exact
from tongket.site.rounds.models import Round
from tongket.site.rounds.programmes import programme_of


@require_GET
@needs("rollup.see", round_of)
def charts(request: HttpRequest, asked: Round) -> HttpResponse:
    """The charts of one indicator with their data; those that are not drawn yet are ordered."""
    programme = programme_of(asked.programme)
    indicator = programme.indicator(request.GET.get("indicator", "")[:60])
    if indicator is None or (is_sensitive(programme, indicator.code) and not sees_exact(request.actor, asked)):
        raise Http404
    try:
        seen_map = seen_by(*(request.GET.get(name, "") for name in ("view", "as_of", "shared_by")))
    except RollupError as error:
        return render(request, "rollups/refused.html", {"round": asked, "error": error}, status=422)
    found = charts_of(asked, programme, indicator, seen_map)
    drawings = [(one, drawn(one)) for one in found]
    jobs = order_drawings(request.actor, found) if not all(drawing for _, drawing in drawings) else []
    failed = next((job for job in jobs if job.state == Job.State.FAILED), None)
    context = {
        "drawings": drawings,
        "waiting": bool(jobs) and failed is None,
        "failed": failed,
        "address": request.get_full_path(),
    }
    return render(request, "rollups/charts.html", context)
