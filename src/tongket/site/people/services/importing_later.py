"""A large sheet of bodies and users is carried out in the background, in short steps; each step is done once.

Beside the sheet lies a journal: what each step did, with the links that nobody can make again, for only the hashes of
their secrets are kept. Work that is begun anew goes on behind the journal's last line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from tongket.errors import TongketError
from tongket.messages import N_, language, use_language
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.links import links_workbook
from tongket.site.people.models import Body, User
from tongket.site.people.rights import Actor, actor_of, may
from tongket.site.people.services import importing
from tongket.site.people.services.importing import Planned
from tongket.site.people.sheet import read_sheet, refused_sheet
from tongket.site.people.words import role_name
from tongket.site.records.models import Head, Link

KIND = "import-bodies"
AT_ONCE = 200  # rows that are carried out while the page waits
CHUNK = 50  # rows of one step


def start_import(actor: Actor, kept: Path, address: str) -> Job:
    """Begin to carry out the sheet ``kept``; ``address`` is that of the site, for the links."""
    return start(KIND, {"file": kept.name, "address": address, "language": language()}, actor)


def import_of(user: User) -> Job | None:
    """The latest import that the user began."""
    return Job.objects.filter(kind=KIND, user=user).order_by("-pk").first()


def keep_links(user_id: int, name: str, links: Iterable[tuple[Body, str, str]]) -> None:
    """Lay the links that one import made ready for one download, under a name of its own: of two imports none is lost
    because the other came before it was fetched.
    """
    path = settings.DATA.waiting / f"links-{user_id}-{name}.xlsx"
    path.touch(mode=0o600)
    path.write_bytes(links_workbook(links))


def links_waiting(user_id: int) -> list[Path]:
    """The lists of links that the user has not fetched yet, the oldest first; before lists had names there was one."""
    waiting = settings.DATA.waiting
    found = [*waiting.glob(f"links-{user_id}-*.xlsx"), *waiting.glob(f"links-{user_id}.xlsx")]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))


@work(KIND)
def import_bodies(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Carry out the sheet of ``job.argument``; run again it goes on where it stopped."""
    use_language(job.argument["language"])
    actor = actor_of(job.user, job.body_id) if job.user else None
    kept = settings.DATA.waiting / Path(job.argument["file"]).name
    if actor is None or not may(actor, "people.manage"):
        raise TongketError(N_("You may no longer do this."), N_("Ask your administrator."))
    journal = kept.with_name(f"{kept.name}.journal")
    if not kept.exists() and not journal.exists():
        return job.result
    plan = importing.plan(actor, read_sheet(kept))
    done = {row for line in _committed(journal) for row in line["rows"]}
    for one in plan.planned:
        if one.row.number in done:
            one.roles = []  # its links were made
    bodies: dict[int, Body | None] = {id(one): one.body for one in plan.planned}
    left = [[one for one in group if one.row.number not in done] for group in importing.in_order(plan)]
    count = len(plan.planned)
    for before, some in _parts(left):
        progress(count - sum(map(len, left)) + before, count)
        with transaction.atomic():
            made = importing.carry_out_some(actor, some, bodies)
            _note(journal, some, made, job.argument["address"], _step(actor))
    return _end(kept, journal, plan, job)


def _parts(groups: list[list[Planned]]) -> Iterator[tuple[int, list[Planned]]]:
    """The groups in parts of ``CHUNK``, each with how many came before it."""
    before = 0
    for group in groups:
        for begin in range(0, len(group), CHUNK):
            yield before + begin, group[begin : begin + CHUNK]
        before += len(group)


def _step(actor: Actor) -> str:
    """The hash of the link that the step has written: it is there as long as the step is."""
    return Head.objects.filter(chain=f"body:{actor.body.pk}").values_list("hash", flat=True).first() or ""


def _note(journal: Path, some: list[Planned], made: list[Any], address: str, step: str) -> None:
    """Add a line to the journal: last in the transaction, so that no link of a committed step is lost."""
    links = [
        [
            one.invitation.body_id,
            one.invitation.post or role_name(one.invitation.role),
            address + reverse("people:join", args=[one.secret]),
        ]
        for one in made
    ]
    line = {
        "rows": [one.row.number for one in some],
        "new": sum(1 for one in some if one.body is None),
        "changed": sum(1 for one in some if one.changes),
        "links": links,
        "step": step,
    }
    journal.touch(mode=0o600)
    with journal.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _lines(journal: Path) -> list[dict[str, Any]]:
    """The whole lines of the journal; one that was cut off is that of a step which was not committed."""
    found = []
    for line in journal.read_text("utf-8").splitlines() if journal.exists() else ():
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def _committed(journal: Path) -> list[dict[str, Any]]:
    """The lines of steps that were committed: the program may have died between a line and the end of its step."""
    lines = {line.get("step") or number: line for number, line in enumerate(_lines(journal))}  # of a step the last
    there = set(
        Link.objects.filter(hash__in=[step for step in lines if isinstance(step, str)]).values_list("hash", flat=True)
    )
    return [line for step, line in lines.items() if isinstance(step, int) or step in there]


def _end(kept: Path, journal: Path, plan: importing.Plan, job: Job) -> dict[str, Any]:
    """Lay the links ready, keep only the refused rows of the sheet, and say what was done."""
    lines = _committed(journal)
    links = [link for line in lines for link in line["links"]]
    if links:
        bodies = Body.objects.in_bulk([body for body, _, _ in links])
        keep_links(job.user_id or 0, str(job.pk), ((bodies[body], role, link) for body, role, link in links))
    if plan.refused:
        kept.write_bytes(refused_sheet((row, error.message()) for row, error in plan.refused))
    else:
        kept.unlink(missing_ok=True)
    journal.unlink(missing_ok=True)
    counts = {name: sum(line[name] for line in lines) for name in ("new", "changed")}
    return {**counts, "links": len(links), "refused": len(plan.refused)}
