"""Bodies and users from one Excel sheet: upload, look, carry out; refused rows come back with their reasons."""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tongket.errors import TongketError
from tongket.files.naming import shown_name
from tongket.messages import N_, say
from tongket.site.interface.media import XLSX
from tongket.site.jobs.models import Job
from tongket.site.people.errors import PeopleError
from tongket.site.people.guard import needs
from tongket.site.people.rights import Actor
from tongket.site.people.services import importing, importing_later, previewing
from tongket.site.people.services.bodies import living_kinds
from tongket.site.people.sheet import SheetRow, empty_sheet, read_sheet, refused_sheet
from tongket.site.people.words import role_name

KEPT = "import_of_bodies"  # session key: name of the waiting file
NAMED = "import_of_bodies_named"  # session key: what the file was called
MOST_BYTES = 5 * 1024 * 1024


@needs("people.manage")
def import_bodies(request: HttpRequest) -> HttpResponse:
    """Take a sheet, and show what it would do."""
    error = None
    if request.method == "POST":
        try:
            _keep(request)
        except PeopleError as refused:
            error = refused
    job = importing_later.import_of(request.user)
    running = job is not None and job.state in (Job.State.WAITING, Job.State.RUNNING)
    page: dict[str, Any] = {"error": error, "links_wait": _links_wait(request)}
    if job and job.argument["file"] == request.session.get(KEPT):
        page |= {"job": job, "running": running}
    if error is None and not running:
        page |= _preview(request)
    return render(request, "people/import.html", page, status=422 if page["error"] else 200)


def _preview(request: HttpRequest) -> dict[str, Any]:
    """What the kept sheet would do, or the job that looks at it; a sheet that cannot be read is forgotten."""
    kept = _kept(request)
    if kept is None:
        return {}
    try:
        found = previewing.preview_of(request.actor, kept)
    except TongketError as refused:
        refused.where = request.session.get(NAMED, "")
        _forget(request)
        return {"error": refused}
    return {"look": found} if isinstance(found, Job) else {"plan": found, "error": None}


@require_POST
@needs("people.manage")
def carry_out(request: HttpRequest) -> HttpResponse:
    """Do what the preview showed; the links of new users wait as a workbook for one download."""
    kept = _kept(request)
    if kept is None:
        return HttpResponseRedirect(reverse("people:import"))
    rows = read_sheet(kept)
    if len(rows) > importing_later.AT_ONCE:
        _begin_later(request, kept)
        return HttpResponseRedirect(reverse("people:import"))
    carried = _carried_out(request.actor, kept, rows)
    if carried is None:
        return HttpResponseRedirect(reverse("people:import"))
    plan, done = carried
    if done.links:
        links = [
            (
                one.invitation.body,
                one.invitation.post or role_name(one.invitation.role),
                request.build_absolute_uri(reverse("people:join", args=[one.secret])),
            )
            for one in done.links
        ]
        importing_later.keep_links(request.user.pk, secrets.token_hex(8), links)
    if plan.refused:
        _rewrite(kept, plan)
    else:
        _forget(request)
    said = say(
        N_("{new} bodies made, {changed} changed, {links} links."),
        new=done.new,
        changed=done.changed,
        links=len(done.links),
    )
    messages.success(request, said, extra_tags="sent")
    return HttpResponseRedirect(reverse("people:import"))


def _carried_out(actor: Actor, kept: Path, rows: list[SheetRow]) -> tuple[importing.Plan, importing.Imported] | None:
    """Carry the sheet out once, however often the button is pressed; None where another press has it."""
    taken = kept.with_name(f"{kept.name}-taken")
    try:
        kept.rename(taken)
    except FileNotFoundError:
        return None
    try:
        plan = importing.plan(actor, rows)
        done = importing.carry_out(actor, plan)
    except BaseException:
        taken.rename(kept)
        raise
    taken.unlink()
    return plan, done


def _begin_later(request: HttpRequest, kept: Path) -> None:
    """Begin it once, however often the button is pressed."""
    last = importing_later.import_of(request.user)
    if last and last.state in (Job.State.WAITING, Job.State.RUNNING):
        return
    importing_later.start_import(request.actor, kept, request.build_absolute_uri("/").rstrip("/"))


@needs("people.manage")
def import_template(request: HttpRequest) -> HttpResponse:
    """The empty sheet."""
    return _file(empty_sheet(kind.name for kind in living_kinds()), "co-quan.xlsx")


@needs("people.manage")
def import_refused(request: HttpRequest) -> HttpResponse:
    """The refused rows of the kept sheet, each with its reason."""
    kept = _kept(request)
    if kept is None:
        raise Http404
    return _file(previewing.refused_of(request.actor, kept), "co-quan-chua-nhan.xlsx")


@require_POST
@needs("people.manage")
def import_links(request: HttpRequest) -> HttpResponse:
    """The links that an import made (``list``, else the oldest), once: the file is gone afterwards."""
    waiting = importing_later.links_waiting(request.user.pk)
    path = next((one for one in waiting if request.POST.get("list", one.name) == one.name), None)
    if path is None:
        raise Http404
    answer = _file(path.read_bytes(), "duong-dan-moi.xlsx")
    path.unlink()
    return answer


def _keep(request: HttpRequest) -> None:
    file = request.FILES.get("file")
    if file is None or not file.size:
        raise PeopleError(N_("No file was chosen."), N_("Choose the filled-in sheet."), field="file")
    if file.size > MOST_BYTES:
        raise PeopleError(
            N_("The file is larger than {most} MB."), N_("Divide it."), field="file", most=MOST_BYTES >> 20
        )
    _forget(request)
    name = f"bodies-{secrets.token_hex(16)}"
    path = settings.DATA.waiting / name
    path.touch(mode=0o600)
    path.write_bytes(file.read())
    request.session[KEPT], request.session[NAMED] = name, shown_name(file.name or "")


def _kept(request: HttpRequest) -> Path | None:
    name = request.session.get(KEPT, "")
    path = settings.DATA.waiting / name
    return path if name and path.exists() else None


def _forget(request: HttpRequest) -> None:
    kept = _kept(request)
    if kept:
        kept.unlink(missing_ok=True)
        previewing.refused_path(kept).unlink(missing_ok=True)
    request.session.pop(KEPT, None)


def _rewrite(kept: Path, plan: importing.Plan) -> None:
    """Keep only what was refused, so that it is not carried out twice."""
    kept.write_bytes(refused_sheet((row, error.message()) for row, error in plan.refused))


def _links_wait(request: HttpRequest) -> list[dict[str, Any]]:
    """The lists of links that wait: the name of each, and when it was made."""
    return [
        {"name": path.name, "made": dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)}
        for path in importing_later.links_waiting(request.user.pk)
    ]


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
