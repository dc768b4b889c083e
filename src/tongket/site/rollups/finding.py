"""What the addresses of consolidation lead to; 404 for what is not there."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from tongket.site.rollups.models import ReportDraft
from tongket.site.rounds.models import Round


def round_of(request: HttpRequest, pk: int, **_: Any) -> Round:
    """A round that was opened: its figures belong to the body that asks."""
    found = Round.objects.select_related("body", "programme", "parent").filter(pk=pk).first()
    if found is None or found.state == Round.State.DRAFT:
        raise Http404
    return found


def report_of(request: HttpRequest, pk: int, **_: Any) -> ReportDraft:
    """A consolidated report with its snapshot and round."""
    rows = ReportDraft.objects.select_related("snapshot__round__programme", "snapshot__round__body", "snapshot__body")
    return get_object_or_404(rows.select_related("job"), pk=pk)
