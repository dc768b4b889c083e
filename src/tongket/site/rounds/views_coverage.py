"""The heat map of coverage, and its workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tongket.messages import N_, say
from tongket.site.interface.asked import whole
from tongket.site.interface.media import XLSX
from tongket.site.jobs.models import Job
from tongket.site.people.guard import needs
from tongket.site.people.models import Body
from tongket.site.rounds.coverage import (
    BACK,
    LATE,
    MARKS,
    MISS,
    ON,
    WAIT,
    Column,
    Coverage,
    Row,
    coverage_of,
    missing_in,
    programmes_covered,
    share,
    tally,
)  # fmt: skip
from tongket.site.rounds.coverage_export import KIND, export_path, is_large, start_export, workbook_bytes
from tongket.site.rounds.words import kind_name, level_name
from tongket.vietnamese.unicode import sort_key

SAID = {
    ON: N_("on time"),
    LATE: N_("{days} working days late"),
    BACK: N_("returned"),
    MISS: N_("overdue by {days} working days"),
    WAIT: N_("not sent, not yet due"),
}
NAMES = {ON: N_("On time"), LATE: N_("Late"), BACK: N_("Returned"), MISS: N_("Overdue"), WAIT: N_("Not yet due")}
WIDTH = 300  # of the bar, in its own units


@dataclass(slots=True)
class Group:
    """Rows of one kind at one level, under its name."""

    name: str
    rows: list[dict[str, Any]] = field(default_factory=list)


def body_at(request: HttpRequest, **_: Any) -> Body:
    """The body whose map it is: ``?at=``, else one's own."""
    at = request.GET.get("at", "")
    if not at:
        return request.actor.body
    found = Body.objects.select_related("superior").filter(pk=whole(at)).first()
    if found is None:
        raise Http404
    return found


@needs("coverage.see", body_at)
def coverage(request: HttpRequest, at: Body) -> HttpResponse:
    """Bodies by the last rounds of a programme."""
    programmes = programmes_covered(request.actor)
    code = _code(request, programmes)
    found = coverage_of(request.actor, code, at) if code else Coverage([], [])
    chosen = _chosen(request, found)
    context: dict[str, Any] = {
        "at": at,
        "up": at.superior if at.pk != request.actor.body.pk else None,
        "programmes": programmes,
        "code": code,
        "title": dict(programmes).get(code, ""),
        "columns": found.columns,
        "chosen": chosen,
        "order": request.GET.get("order", ""),
        "needs": request.GET.get("needs") == "1",
        "legend": [(mark, say(NAMES[mark])) for mark in MARKS],
    }
    if chosen:
        rows = _ordered(found.rows, context["order"], chosen if context["needs"] else None)
        context |= {"groups": _groups(rows, found.columns, at), "total": len(found.rows), "rates": _rates(found)}
        context |= _summary(request, found, chosen)
    return render(request, "rounds/coverage.html", context)


def _code(request: HttpRequest, programmes: list[tuple[str, str]]) -> str:
    wanted = request.GET.get("programme", "")
    return wanted if wanted in dict(programmes) else next((code for code, _ in programmes), "")


def _chosen(request: HttpRequest, found: Coverage) -> Column | None:
    """The period looked at: that of ``?period=`` (its days), else the newest in which anybody is late or returned."""
    wanted = request.GET.get("period", "")
    named = [one for one in found.columns if one.code == wanted]
    pressing = [one for one in found.columns if any(tally(found.rows, one)[mark] for mark in (LATE, BACK, MISS))]
    return (named or pressing or found.columns or [None])[-1]


def _ordered(rows: list[Row], order: str, needs_in: Column | None) -> list[Row]:
    if needs_in:
        marks = (MISS, BACK)
        rows = [row for row in rows if (cell := row.cells.get(needs_in.period)) and cell.mark in marks]
    return sorted(rows, key=lambda row: (-row.worst, sort_key(row.name))) if order == "late" else rows


def _groups(rows: list[Row], columns: list[Column], at: Body) -> list[Group]:
    """Rows under the name of their kind and level, in the order in which they come."""
    groups: dict[tuple[str, str, bool], Group] = {}
    words = {mark: say(SAID[mark], days="{days}") for mark in MARKS}
    for row in rows:
        key = (row.level, row.kind, row.body == at.pk)
        name = at.called if row.body == at.pk else f"{kind_name(row.kind)}, {level_name(row.level).lower()}"
        group = groups.setdefault(key, Group(name))
        cells = [_cell(row, column, words) for column in columns]
        group.rows.append({"row": row, "cells": cells, "rate": row.rate})
    return list(groups.values())


def _cell(row: Row, column: Column, words: dict[str, str]) -> dict[str, Any] | None:
    cell = row.cells.get(column.period)
    if cell is None:
        return None
    said = _below(cell.below) if cell.below else words[cell.mark].replace("{days}", str(cell.days))
    lower = say(N_("below it: {counts}"), counts=_below(cell.lower)) if cell.lower else ""
    url = f"/submissions/{cell.submission}/" if cell.submission else f"?at={row.body}"
    label = f"{row.name}, {column.label}: {said}" + (f"; {lower}" if lower else "")
    return {"cell": cell, "url": url, "label": label, "lower": lower}


def _below(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{say(NAMES[mark]).lower()} {count}" for mark, count in counts.items() if count)


def _rates(found: Coverage) -> list[int | None]:
    return [share(row.cells[one.period] for row in found.rows if one.period in row.cells) for one in found.columns]


def _summary(request: HttpRequest, found: Coverage, chosen: Column) -> dict[str, Any]:
    """The counts of the chosen period with their bar, and whom the button reminds."""
    counts = tally(found.rows, chosen)
    total, at, bars = sum(counts.values()), 0.0, []
    lines = []
    for mark in MARKS:
        count = counts[mark]
        part = round(100 * count / total, 1) if total else 0
        lines.append((say(NAMES[mark]), count, part))
        if count:
            width = WIDTH * count / total
            bars.append((mark, f"{at:.1f}", f"{max(width - 1.2, 0.5):.1f}"))
            at += width
    mine = request.actor.body.pk
    remind = [one for one in missing_in(found.rows, chosen) if one.mark == MISS and one.reports_to == mine]
    asked = {one.round for one in remind}
    first = min(asked) if asked else 0
    return {
        "lines": lines,
        "bars": bars,
        "asked_total": total,
        "counts": counts,
        "bar_words": ", ".join(f"{count} {name.lower()}" for name, count, _ in lines),
        "remind_round": first,
        "remind": [one.submission for one in remind if one.round == first],
    }


@needs("coverage.see", body_at)
def workbook(request: HttpRequest, at: Body) -> HttpResponse:
    """The map of all bodies below, as a workbook."""
    programmes = programmes_covered(request.actor)
    code = _code(request, programmes)
    if not code:
        raise Http404
    if is_large(request.actor, code, at):
        return redirect("rounds:coverage-file", start_export(request.actor, code, at).pk)
    return _as_file(workbook_bytes(request.actor, code, at), code)


def export_of(request: HttpRequest, job: int) -> Job:
    """The writing of a workbook that the user themselves began."""
    return get_object_or_404(Job.objects.select_related("body"), pk=job, kind=KIND, user=request.user)


@needs("coverage.see", export_of)
def coverage_file(request: HttpRequest, job: Job) -> HttpResponse:
    """How far the writing of a large workbook is; then the workbook."""
    ready = job.state == Job.State.DONE and export_path(job).exists()
    if ready and "get" in request.GET:
        return _as_file(export_path(job).read_bytes(), job.argument["programme"])
    return render(request, "rounds/coverage_file.html", {"job": job, "ready": ready})


def _as_file(held: bytes, code: str) -> HttpResponse:
    answer = HttpResponse(held, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="do-phu-{code}.xlsx"'
    return answer
