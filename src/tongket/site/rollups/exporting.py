"""The whole pivot as a workbook in the background: all sections of the programme, not only the page that is seen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from tongket.messages import language, use_language
from tongket.model.programmes import Programme
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor
from tongket.site.rollups.asking import Seen, seen_by
from tongket.site.rollups.pivot import Asking, Pivot, by_cells, by_periods, by_units, period_title
from tongket.site.rollups.privacy import sees_exact
from tongket.site.rollups.sections import Section, dimensions_of, sections_of
from tongket.site.rollups.workbook import pivot_workbook, scope_words
from tongket.site.rounds.models import Round
from tongket.site.rounds.programmes import programme_of

KIND = "write-pivot"


def start_export(actor: Actor, asked: Round, seen: Seen, by: str, dimension: str = "", opened: str = "") -> Job:
    """Begin to write the workbook of a round, as the page shows it."""
    argument = {
        "round": asked.pk, "by": by, "dimension": dimension, "open": opened, "language": language(),
        "exact": sees_exact(actor, asked),
        "view": seen.view, "as_of": seen.as_of, "shared_by": seen.shared_by,
    }  # fmt: skip
    return start(KIND, argument, actor)


def workbook_path(job: Job) -> Path:
    """Where the workbook of a job lies."""
    return settings.DATA.made / "pivots" / f"{job.pk}.xlsx"


@work(KIND)
def write_pivot(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Write all pages of the pivot into one workbook."""
    argument = job.argument
    use_language(argument["language"])
    asked = Round.objects.select_related("body", "programme").get(pk=argument["round"])
    programme = programme_of(asked.programme)
    seen = seen_by(argument["view"], argument["as_of"], argument["shared_by"])
    pages = pages_of(programme)
    pivots: list[Pivot] = []
    for done, page in enumerate(pages):
        progress(done, len(pages))
        pivots.append(_pivot(Asking(asked, seen, page, exact=argument["exact"]), argument, programme))
    rolled = pivots[0].rolled
    scope = scope_words(period_title(asked), seen, rolled.answered, rolled.asked, rolled.returned)
    path = workbook_path(job)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(pivot_workbook(pivots, asked.name, scope))
    unfinished.replace(path)
    progress(len(pages), len(pages))
    return {"file": path.name}


def pages_of(programme: Programme) -> list[tuple[Section, ...]]:
    """The sections of a programme by the page that shows them."""
    pages: dict[int, list[Section]] = {}
    for section in sections_of(programme):
        pages.setdefault(section.page, []).append(section)
    return [tuple(page) for page in pages.values()]


def _pivot(asking: Asking, argument: Mapping[str, Any], programme: Programme) -> Pivot:
    if argument["by"] == "units":
        return by_units(asking)
    dimensions = dimensions_of(tuple(sections_of(programme)), programme)
    if argument["by"] == "cells" and dimensions:
        named = [one for one in dimensions if one.code == argument["dimension"]]
        return by_cells(asking, (named or list(dimensions))[0])
    return by_periods(asking, argument["open"])
