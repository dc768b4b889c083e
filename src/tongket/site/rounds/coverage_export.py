"""The workbook of a large map of coverage, written in the background; it lies a day, then it is made anew."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from tongket.errors import TongketError
from tongket.messages import N_, language, use_language
from tongket.site.interface.days import short_day
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, actor_of, may
from tongket.site.rounds.coverage import Coverage, cells_below, coverage_of, programmes_covered
from tongket.site.rounds.coverage_workbook import coverage_workbook

KIND = "write-coverage"
AT_ONCE = 4000  # cells that are written while the page waits: well under a second
KEPT = 24 * 3600  # seconds


def is_large(actor: Actor, code: str, at: Body) -> bool:
    """Whether the map of all bodies below ``at`` is too large to be written while the page waits."""
    return cells_below(actor, code, at) > AT_ONCE


def start_export(actor: Actor, code: str, at: Body) -> Job:
    """Begin to write the workbook."""
    return start(KIND, {"programme": code, "at": at.pk, "language": language()}, actor)


def export_path(job: Job) -> Path:
    """Where the workbook of a job lies."""
    return settings.DATA.made / "coverage" / f"{job.pk}.xlsx"


def workbook_bytes(actor: Actor, code: str, at: Body) -> bytes:
    """The map of all bodies below ``at`` as a workbook, in the language in use."""
    found = coverage_of(actor, code, at, whole=True)
    return coverage_workbook(found, dict(programmes_covered(actor)).get(code, code), _scope(at, found))


@work(KIND)
def write_coverage(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Write the workbook that ``job.argument`` asks for, of what its user may see now."""
    argument = job.argument
    use_language(argument["language"])
    actor, at = actor_of(job.user, job.body_id) if job.user else None, Body.objects.get(pk=argument["at"])
    if actor is None or not may(actor, "coverage.see", at):
        raise TongketError(N_("You may no longer see this."), N_("Ask your administrator."))
    progress(0, 2)
    path = export_path(job)
    path.parent.mkdir(parents=True, exist_ok=True)
    _forget_old(path.parent)
    made = workbook_bytes(actor, argument["programme"], at)
    progress(1, 2)
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(made)
    unfinished.replace(path)
    progress(2, 2)
    return {"file": path.name}


def _scope(at: Body, found: Coverage) -> str:
    span = f"{short_day(found.columns[0].start)}-{short_day(found.columns[-1].end)}" if found.columns else ""
    return f"{at.name}, {span}"


def _forget_old(folder: Path) -> None:
    for path in folder.glob("*.xlsx"):
        if path.stat().st_mtime < time.time() - KEPT:
            path.unlink(missing_ok=True)
