"""The pages of the one who fills in: form, autosave, findings, upload, sending, paper."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.errors import TongketError
from tongket.messages import N_
from tongket.model.mistakes import Mistake
from tongket.site.interface.asked import whole
from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.people.guard import needs
from tongket.site.people.rights import Actor, may, seen
from tongket.site.prepared import Prepared
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace, place_of
from tongket.site.rounds.queries import told
from tongket.site.rounds.sheets import cells_of
from tongket.site.submissions.boxes import sheets_with_boxes
from tongket.site.submissions.models import Comment, Observation, Return, StoredFinding, Upload, Value
from tongket.site.submissions.returned import returned_places
from tongket.site.submissions.services import reading as reading_service
from tongket.site.submissions.services.answering import answer
from tongket.site.submissions.services.checking import check_values, explain, said, seen_by
from tongket.site.submissions.services.errors import StaleError, SubmissionError
from tongket.site.submissions.services.filling import (
    Saved,
    Typed,
    programme_of_submission,
    save_values,
    shown_value,
    why_closed,
)
from tongket.site.submissions.services.reviewing import comment
from tongket.site.submissions.services.sending import send

MOST_BYTES = 1024 * 1024  # of one saving
State = Submission.State
LOOKS = {"error": "error", "warning": "warn", "info": "info"}  # classes of the stylesheet
SEVERITIES = {"error": 0, "warning": 1, "info": 2}


def find_submission(request: HttpRequest, submission: int, **_: Any) -> Submission:
    """The submission of the route, with what every page of it shows."""
    found = _submission(submission)
    if not found:
        raise Http404
    return found[0]


RELATED = ("round__programme", "round__body", "body", "reports_to")
LONG = ("round__programme__files", "round__plan", "round__note")  # that no page of a submission shows
_submission = Prepared(1, lambda key: told().select_related(*RELATED).defer(*LONG).filter(pk=key))


@require_GET
@needs("submission.see", find_submission)
def form(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The form, with its findings and what was read from Word."""
    editable = may(request.actor, "submission.fill", submission)
    return render(request, "submissions/form.html", _form_page(request.actor, submission, editable=editable))


def _form_page(
    actor: Actor, submission: Submission, *, editable: bool, error: TongketError | None = None
) -> dict[str, Any]:
    closed = why_closed(submission)
    editable = editable and closed is None
    sheets = sheets_with_boxes(submission, seen_by(actor), editable=editable)
    report = Upload.objects.filter(submission=submission, kind="report", removed=None).order_by("-pk").first()
    boxes = [box for sheet in sheets for box in sheet.boxes]
    return {
        "submission": submission,
        "round": submission.round,
        "sheets": sheets,
        "editable": editable,
        "report": report,
        "job": _job_of(report),
        "to_confirm": sum(1 for box in boxes if box.meter and not box.read_only),
        "filled": sum(sheet.filled for sheet in sheets),
        "asked": len(boxes),
        "returns": returned_places(submission, Return.objects.filter(submission=submission, answered=None)),
        "error": error,
        "closed": closed if submission.state in (State.OPEN, State.RETURNED) else None,
        **_findings_of(submission),
    }


def _job_of(upload: Upload | None) -> Job | None:
    """The reading of that file, while it runs or after it failed."""
    if upload is None:
        return None
    job = Job.objects.filter(kind="read-report", argument__upload=upload.pk).order_by("-pk").first()
    return job if job and job.state != Job.State.DONE else None


def _findings_of(submission: Submission) -> dict[str, Any]:
    rows = sorted(
        StoredFinding.objects.filter(submission=submission), key=lambda one: (SEVERITIES[one.severity], one.order)
    )
    findings = []
    for row in rows:
        what, mend = said(row)
        findings.append({"row": row, "what": what, "mend": mend, "look": LOOKS[row.severity]})
    open_errors = sum(1 for row in rows if row.severity == "error" and not row.explanation)
    return {"findings": findings, "open_errors": open_errors}


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def values(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Save cells: ``{"cells": [{place, text, version, confirm}]}`` gives what became of each."""

    def save(told: dict[str, Any]) -> HttpResponse:
        saved = save_values(request.actor, submission, [_typed(cell) for cell in told["cells"]])
        return JsonResponse({"cells": [_as_json(one) for one in saved], "at": now().isoformat()})

    return _of_script(request, save)


def _of_script(request: HttpRequest, work: Callable[[dict[str, Any]], HttpResponse]) -> HttpResponse:
    """What ``work`` answers to what the script of a page sends; 400 with the reason where it cannot be taken."""
    if whole(request.META.get("CONTENT_LENGTH")) > MOST_BYTES:
        large = Mistake(N_("Too much was saved at once; nothing of it was taken."), N_("Paste it in parts."))
        return JsonResponse({"error": large.message()}, status=400)
    try:
        return work(json.loads(request.body))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        unknown = Mistake(N_("The page sent something unknown."), N_("Load it again."))
        return JsonResponse({"error": unknown.message()}, status=400)
    except SubmissionError as error:
        return JsonResponse({"error": error.message()}, status=409 if isinstance(error, StaleError) else 400)


def _typed(cell: dict[str, Any]) -> Typed:
    place = place_of(str(cell["place"]))
    if not isinstance(place, ValuePlace):
        raise ValueError(cell["place"])
    return Typed(place, str(cell["text"]), int(cell["version"]), None, bool(cell.get("confirm")))


def _as_json(saved: Saved) -> dict[str, Any]:
    note = saved.mistake.message() if saved.mistake else ""
    return {
        "place": str(saved.place),
        "state": saved.state,
        "version": saved.version,
        "shown": saved.shown,
        "note": note,
    }


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def check(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Run the checks again while the form is open; the list of findings."""
    editable = why_closed(submission) is None
    if editable:
        check_values(submission)
    context = {"submission": submission, "editable": editable, **_findings_of(submission)}
    return render(request, "submissions/findings.html", context)


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def explain_finding(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Answer a finding in words; the list of findings."""
    error = None
    try:
        explain(request.actor, submission, request.POST.get("mark", ""), request.POST.get("text", ""))
    except SubmissionError as refused:
        error = refused
    editable = why_closed(submission) is None
    context = {"submission": submission, "editable": editable, "refused": error, **_findings_of(submission)}
    return render(request, "submissions/findings.html", context, status=422 if error else 200)


@require_GET
@needs("submission.see", find_submission)
def cell(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The details of one cell: source sentence, earlier periods, exchange."""
    place = _place(request.GET.get("place", ""))
    found = cells_of(programme_of_submission(submission), submission.body.level).get(place)
    if found is None:
        raise Http404
    value = Value.objects.filter(
        submission=submission, indicator=place.indicator, cell=place.cell, extent=place.extent
    ).first()
    context = {
        "submission": submission,
        "cell": found,
        "place": str(place),
        "value": value,
        "shown": shown_value(value, found) if value else "",
        "earlier": _earlier(request.actor, submission, place),
        "comments": Comment.objects.filter(submission=submission, place=str(place)).order_by("pk"),
        "may_talk": may(request.actor, "submission.talk", submission),
    }
    return render(request, "submissions/cell.html", context)


def _place(text: str) -> ValuePlace:
    try:
        place = place_of(text)
    except ValueError:
        place = None
    if not isinstance(place, ValuePlace):
        raise Http404
    return place


def _earlier(actor: Actor, submission: Submission, place: ValuePlace) -> list[Observation]:
    """The last twelve values of the cell, oldest first, of the reports that the reader may see."""
    readable = seen(actor, "submission.see", body="submission__body", over="submission__reports_to")
    rows = Observation.objects.filter(
        readable,
        submission__body=submission.body_id,
        revision=F("submission__revision"),
        unit=submission.body.unit,
        programme=submission.round.programme.code,
        indicator=place.indicator,
        cell=place.cell,
        extent=place.extent,
        amount__isnull=False,
    ).exclude(submission=submission)
    latest: dict[str, Observation] = {}
    for row in rows.order_by("period_end", "revision"):
        latest[row.period_end] = row
    return list(latest.values())[-12:]


@require_POST
@needs("submission.talk", find_submission, see="submission.see")
def talk(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Say a word about a place."""
    place = request.POST.get("place", "")
    try:
        comment(request.actor, submission, place, request.POST.get("text", ""))
    except ValueError:
        raise Http404 from None
    except SubmissionError as error:
        return HttpResponse(error.message(), status=422)
    comments = Comment.objects.filter(submission=submission, place=place).order_by("pk")
    return render(request, "submissions/comments.html", {"comments": comments})


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def upload_report(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Take the Word report in; it is read in the background, and the form fills itself."""
    file = request.FILES.get("file")
    try:
        if file is None:
            raise SubmissionError(N_("no file was chosen."), N_("Choose the report, then upload it."))
        reading_service.upload_report(request.actor, submission, file)
    except SubmissionError as error:
        return render(
            request,
            "submissions/form.html",
            _form_page(request.actor, submission, editable=True, error=error),
            status=422,
        )
    return HttpResponseRedirect(reverse("submissions:form", args=[submission.pk]))


@require_GET
@needs("submission.see", find_submission)
def reading(request: HttpRequest, submission: Submission) -> HttpResponse:
    """How far the reading of the uploaded report is; once it is done the page loads anew."""
    report = Upload.objects.filter(submission=submission, kind="report").order_by("-pk").first()
    job = _job_of(report)
    if job is None or job.state == Job.State.FAILED:
        answer = HttpResponse(status=200)
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, "submissions/reading.html", {"submission": submission, "job": job, "report": report})


@require_POST
@needs("submission.send", find_submission, see="submission.see")
def send_report(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Send what stands in the form; a script may send cells along that are not saved yet."""
    if request.content_type == "application/json":
        return _of_script(request, lambda told: _answer(request.actor, submission, told))
    try:
        send(request.actor, submission, whole(request.POST.get("edition")), request.POST.get("note", ""))
    except SubmissionError as error:
        editable = may(request.actor, "submission.fill", submission)
        page = _form_page(request.actor, submission, editable=editable, error=error)
        return render(request, "submissions/form.html", page, status=422)
    return HttpResponseRedirect(reverse("submissions:sent", args=[submission.pk]))


def _answer(actor: Actor, submission: Submission, told: dict[str, Any]) -> HttpResponse:
    """Save and send: ``{edition, note, cells}`` gives where it was sent, or why not and what became of each cell."""
    typed = [_typed(cell) for cell in told.get("cells", [])]
    if typed and not may(actor, "submission.fill", submission):
        raise PermissionDenied
    answered = answer(actor, submission, int(told["edition"]), typed, str(told.get("note", "")).replace("\0", ""))
    if answered.refused:
        cells = [_as_json(one) for one in answered.saved]
        return JsonResponse({"error": answered.refused.message(), "cells": cells, "at": now().isoformat()}, status=422)
    return JsonResponse({"sent": reverse("submissions:sent", args=[submission.pk])})


@require_GET
@needs("submission.see", find_submission)
def sent(request: HttpRequest, submission: Submission) -> HttpResponse:
    """That it was sent: to whom, when, which revision, and what happens next."""
    revision = submission.revisions.first()
    return render(request, "submissions/sent.html", {"submission": submission, "revision": revision})


@require_GET
@needs("submission.see", find_submission)
def paper(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The form for paper, A4: filled, or blank where ``?blank=1``; with a place to sign."""
    context = {
        "submission": submission,
        "sheets": sheets_with_boxes(submission, seen_by(request.actor), editable=False),
        "blank": request.GET.get("blank") == "1",
    }
    return render(request, "submissions/paper.html", context)
