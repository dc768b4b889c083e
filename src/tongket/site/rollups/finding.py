"""What the addresses of consolidation lead to; 404 for what is not there."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from tongket.site.rollups.models import ReportDraft
from tongket.site.rollups.privacy import has_sensitive, sees_exact
from tongket.site.rounds.models import Round
from tongket.site.rounds.programmes import programme_of


def round_of(request: HttpRequest, pk: int, **_: Any) -> Round:
    """A round that was opened: its figures belong to the body that asks."""
    found = Round.objects.select_related("body", "programme", "parent").filter(pk=pk).first()
    if found is None or found.state == Round.State.DRAFT:
        raise Http404
    return found


def report_of(request: HttpRequest, pk: int, **_: Any) -> ReportDraft:
    """A consolidated report with its snapshot and round."""
    rows = ReportDraft.objects.select_related("snapshot__round__programme", "snapshot__round__body", "snapshot__body")
    found = get_object_or_404(rows.select_related("job", "snapshot__round__parent"), pk=pk)
    asked = found.snapshot.round
    if not sees_exact(request.actor, asked) and has_sensitive(programme_of(asked.programme)):
        raise Http404  # its sentences hold exact counts
    return found
