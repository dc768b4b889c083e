"""What a sheet of bodies and users would do, as the page shows it; a large sheet is looked at in the background.

A look belongs to the sheet as it lies there (its name and the moment of its last change) and to the body that acts:
a sheet that is written anew is looked at anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from tongket.errors import TongketError
from tongket.messages import N_, language, use_language
from tongket.site.interface.kept_errors import as_json
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor, actor_of, may
from tongket.site.people.services import importing, importing_later
from tongket.site.people.sheet import SheetRow, read_sheet, refused_sheet

KIND = "look-at-bodies"
SHOWN = 300  # rows of each kind that the page shows


def preview_of(actor: Actor, kept: Path) -> Mapping[str, Any] | Job:
    """What the sheet ``kept`` would do for ``actor``: at once for a small one, else the job that looks at it.

    Raises:
        ReadError, PeopleError: the sheet cannot be read.
    """
    argument = {"file": kept.name, "changed": kept.stat().st_mtime_ns}
    jobs = Job.objects.filter(kind=KIND, user=actor.user, body=actor.body, argument__changed=argument["changed"])
    job = jobs.filter(argument__file=kept.name).order_by("-pk").first()
    if job is not None:
        return job.result if job.state == Job.State.DONE else job
    rows = read_sheet(kept)
    if len(rows) > importing_later.AT_ONCE:
        return start(KIND, {**argument, "language": language()}, actor)
    return shown(importing.plan(actor, rows))


def refused_of(actor: Actor, kept: Path) -> bytes:
    """The refused rows of the sheet as a workbook: laid ready where it was looked at in the background."""
    ready = refused_path(kept)
    if ready.exists() and ready.stat().st_mtime_ns >= kept.stat().st_mtime_ns:
        return ready.read_bytes()
    return _refused(importing.plan(actor, read_sheet(kept)))


def refused_path(kept: Path) -> Path:
    """Where the refused rows of a large sheet lie, beside it."""
    return kept.with_name(f"{kept.name}.refused.xlsx")


@work(KIND)
def look(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Look at the sheet of ``job.argument``; its refused rows are laid ready as a workbook."""
    use_language(job.argument["language"])
    actor = actor_of(job.user, job.body_id) if job.user else None
    if actor is None or not may(actor, "people.manage"):
        raise TongketError(N_("You may no longer do this."), N_("Ask your administrator."))
    kept = settings.DATA.waiting / Path(job.argument["file"]).name
    if not kept.exists():
        return {}  # another sheet was chosen meanwhile
    plan = importing.plan(actor, read_sheet(kept), progress)
    path = refused_path(kept)
    path.touch(mode=0o600)
    path.write_bytes(_refused(plan))
    return shown(plan)


def _refused(plan: importing.Plan) -> bytes:
    return refused_sheet((row, error.message()) for row, error in plan.refused)


def shown(plan: importing.Plan) -> dict[str, Any]:
    """The counts of a plan, and its first rows: plain values, errors as they are kept."""
    changing = [one for one in plan.planned if not one.body or one.changes or one.roles]
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "links": plan.links,
        "refused": len(plan.refused),
        "refused_rows": [_refused_row(row, error) for row, error in plan.refused[:SHOWN]],
        "rows": [_row(one) for one in changing[:SHOWN]],
    }


def _refused_row(row: SheetRow, error: TongketError) -> dict[str, Any]:
    return {"number": row.number, "name": row.cells["name"] or row.cells["unit"], "why": as_json(error)}


def _row(one: importing.Planned) -> dict[str, Any]:
    state = "new" if one.body is None else "changed" if one.changes else ""
    told = {"number": one.row.number, "name": one.name, "above": one.above.name}
    return {**told, "state": state, "links": len(one.roles)}
