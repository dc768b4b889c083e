"""The other ways in and out of a submission: Excel, attachments, narrative, signed copy, sealed file."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.site.interface.asked import whole
from tongket.site.interface.media import XLSX
from tongket.site.jobs.models import Job
from tongket.site.people.guard import needs
from tongket.site.people.rights import may
from tongket.site.rounds.models import Submission
from tongket.site.submissions.entry import find_submission
from tongket.site.submissions.models import Return, Upload
from tongket.site.submissions.returned import returned_places
from tongket.site.submissions.services import attachments, prefill, signing, workbook
from tongket.site.submissions.services import narrative as words
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import why_closed
from tongket.site.submissions.services.sealed import seal, seal_of, spoken
from tongket.site.submissions.services.uploading import path_of, receive
from tongket.site.submissions.services.workbook_reading import read_workbook

SHOWN = 500  # changes of a preview; all are carried out


def file_answer(content: bytes, name: str, media: str = XLSX) -> HttpResponse:
    """A file to keep, never shown in the page."""
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def chosen_file(request: HttpRequest) -> Any:
    """The file that was uploaded.

    Raises:
        SubmissionError: none was chosen.
    """
    file = request.FILES.get("file")
    if file is None:
        raise SubmissionError(N_("no file was chosen."), N_("Choose the file, then upload it."))
    return file


@require_GET
@needs("submission.see", find_submission)
def ways(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The page of all ways beside the form itself."""
    return ways_page(request, submission)


def ways_page(
    request: HttpRequest, submission: Submission, error: TongketError | None = None, at: str = ""
) -> HttpResponse:
    """That page, with what was refused, and ``at`` which field; "" where it is about none."""
    at = getattr(error, "field", at)
    context = {
        "submission": submission,
        "round": submission.round,
        "may_fill": may(request.actor, "submission.fill", submission),
        "closed": why_closed(submission),
        "may_sign": may(request.actor, "submission.sign", submission),
        "signing": _signing(submission),
        "typed": request.POST,
        **_attached(request, submission),
        "seal": spoken(seal_of(submission)),
        "error": error,
        "at": at,
        "wrong_date": at == "date",
    }
    return render(request, "submissions/ways.html", context, status=422 if error else 200)


def _attached(request: HttpRequest, submission: Submission) -> dict[str, Any]:
    files = list(attachments.attachments_of(submission))
    is_open = attachments.may_attach(submission) and may(request.actor, "submission.fill", submission)
    return {"attachments": files, "waiting": any(one.state == "waiting" for one in files), "may_attach": is_open}


def _at_attachments(submission: Submission) -> str:
    return "attachment" if attachments.may_attach(submission) else ""


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def attach(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Attach a file."""
    try:
        attachments.attach(request.actor, submission, chosen_file(request))
    except TongketError as error:
        return ways_page(request, submission, error, _at_attachments(submission))
    return HttpResponseRedirect(reverse("submissions:ways", args=[submission.pk]) + "#attached")


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def detach(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Take an attachment off."""
    try:
        attachments.detach(request.actor, submission, whole(request.POST.get("upload")))
    except TongketError as error:
        return ways_page(request, submission, error, _at_attachments(submission))
    return HttpResponseRedirect(reverse("submissions:ways", args=[submission.pk]) + "#attached")


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def vouch(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Say that an attachment which no program could look into carries no secrecy mark."""
    try:
        attachments.vouch(request.actor, submission, whole(request.POST.get("upload")))
    except TongketError as error:
        return ways_page(request, submission, error, _at_attachments(submission))
    return HttpResponseRedirect(reverse("submissions:ways", args=[submission.pk]) + "#attached")


@require_GET
@needs("submission.see", find_submission)
def attached(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The list of attachments, while they are looked at."""
    return render(
        request, "submissions/ways_attached.html", {"submission": submission, **_attached(request, submission)}
    )


def _signing(submission: Submission) -> Job | None:
    """The reading of the latest signed copy, while it runs or after it failed."""
    job = Job.objects.filter(kind=signing.TAKE_SIGNED, argument__submission=submission.pk).order_by("-pk").first()
    return job if job and job.state != Job.State.DONE else None


@require_POST
@needs("submission.sign", find_submission, see="submission.see")
def sign(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Add the signed copy: it is read, its signature checked, and compared with what was sent."""
    try:
        signing.begin(request.actor, submission, request.POST, request.FILES.get("file"))
    except TongketError as error:
        return ways_page(request, submission, error, "signed-file" if submission.revision else "")
    return HttpResponseRedirect(reverse("submissions:ways", args=[submission.pk]))


@require_GET
@needs("submission.see", find_submission)
def signing_state(request: HttpRequest, submission: Submission) -> HttpResponse:
    """How far the reading of the signed copy is; once it is done the page loads anew."""
    job = _signing(submission)
    if job is None or job.state == Job.State.FAILED:
        answer = HttpResponse()
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, "submissions/ways_signing.html", {"submission": submission, "job": job})


@require_GET
@needs("submission.see", find_submission)
def download_workbook(_request: HttpRequest, submission: Submission) -> HttpResponse:
    """The workbook with what stands in the form now."""
    return file_answer(workbook.workbook_of(submission), f"{workbook.name_of(submission)}.xlsx")


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def upload_workbook(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Take a filled workbook in; what it would change is shown before it does."""
    try:
        upload = receive(request.actor, chosen_file(request), Upload.Kind.WORKBOOK, submission)
        workbook.take_in(request.actor, upload)
    except TongketError as error:
        return ways_page(request, submission, error, "" if why_closed(submission) else "workbook-file")
    return HttpResponseRedirect(reverse("submissions:workbook-preview", args=[submission.pk, upload.pk]))


def find_workbook(request: HttpRequest, submission: int, upload: int) -> Upload:
    """A kept workbook of the submission; rights are asked for at the submission."""
    found = find_submission(request, submission)
    kept = get_object_or_404(Upload, pk=upload, submission=found, kind=Upload.Kind.WORKBOOK, state=Upload.State.KEPT)
    kept.submission = found
    return kept


class _OfSubmission:
    """An upload as rights see it: whose report it belongs to, and to whom that goes."""

    def __init__(self, upload: Upload) -> None:
        self.upload, self.body, self.over = upload, upload.submission.body, upload.submission.over


def _kept_file(request: HttpRequest, submission: int, upload: int) -> _OfSubmission:
    """A file that was kept with the submission."""
    found = find_submission(request, submission)
    kept = get_object_or_404(Upload, pk=upload, submission=found, state=Upload.State.KEPT)
    kept.submission = found
    return _OfSubmission(kept)


@require_GET
@needs("submission.see", _kept_file)
def file(_request: HttpRequest, found: _OfSubmission) -> HttpResponse:
    """A kept file, to be saved; never shown in the page, whatever it holds."""
    return FileResponse(path_of(found.upload).open("rb"), as_attachment=True, filename=found.upload.name)


def _workbook(request: HttpRequest, submission: int, upload: int) -> _OfSubmission:
    return _OfSubmission(find_workbook(request, submission, upload))


@require_GET
@needs("submission.fill", _workbook, see="submission.see")
def preview_workbook(request: HttpRequest, found: _OfSubmission) -> HttpResponse:
    """What the workbook would change: old and new of each cell, and what cannot be taken, with the reason."""
    return _preview(request, found.upload)


def _preview(request: HttpRequest, upload: Upload, saved: Any = (), error: TongketError | None = None) -> HttpResponse:
    submission = upload.submission
    read = read_workbook(path_of(upload), upload.name, submission)
    look = workbook.looked(read, submission)
    context = {
        "submission": submission,
        "round": submission.round,
        "upload": upload,
        "changes": look.changes[:SHOWN],
        "count": len(look.changes),
        "moved": sum(one.moved for one in look.changes),
        "refused": look.refused,
        "missing": read.missing,
        "closed": look.closed,
        "seen": json.dumps({str(one.place): one.version for one in look.changes}),
        "saved": saved,
        "error": error,
    }
    return render(request, "submissions/ways_workbook.html", context, status=422 if error else 200)


@require_POST
@needs("submission.fill", _workbook, see="submission.see")
def apply_workbook(request: HttpRequest, found: _OfSubmission) -> HttpResponse:
    """Carry out what the preview showed."""
    upload = found.upload
    try:
        seen = {str(place): whole(str(at)) for place, at in json.loads(request.POST.get("seen", "{}")).items()}
    except (ValueError, AttributeError, RecursionError):
        raise Http404 from None
    try:
        saved = workbook.apply(request.actor, upload, seen)
    except TongketError as error:
        return _preview(request, upload, error=error)
    taken = sum(one.state == "saved" for one in saved)
    left = len(saved) - taken
    messages.success(request, say(N_("{count} cells were taken from the workbook."), count=taken), extra_tags="sent")
    if left:
        said = say(N_("{count} cells were not taken: somebody changed them meanwhile, or they are locked."), count=left)
        messages.warning(request, said, extra_tags="back")
    read = read_workbook(path_of(upload), upload.name, upload.submission)
    if left or workbook.looked(read, upload.submission).refused:
        return HttpResponseRedirect(reverse("submissions:workbook-preview", args=[upload.submission_id, upload.pk]))
    return HttpResponseRedirect(reverse("submissions:form", args=[upload.submission_id]))


@require_GET
@needs("submission.fill", _workbook, see="submission.see")
def refused_workbook(_request: HttpRequest, found: _OfSubmission) -> HttpResponse:
    """The same workbook again, with a red column that says why rows were not taken."""
    upload = found.upload
    read = read_workbook(path_of(upload), upload.name, upload.submission)
    if not workbook.looked(read, upload.submission).refused:
        raise Http404
    content = workbook.workbook_of(upload.submission, read)
    return file_answer(content, f"{workbook.name_of(upload.submission)}-chua-nhan.xlsx")


@require_GET
@needs("submission.see", find_submission)
def narrative(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The words of the report, section by section."""
    return _narrative_page(request, submission)


def _narrative_page(request: HttpRequest, submission: Submission, error: TongketError | None = None) -> HttpResponse:
    sections = words.sections_of(submission)
    may_write = words.may_write(submission) and may(request.actor, "submission.fill", submission)
    empty = {one.item.code for one in sections if not one.html}
    waiting = [one for one in words.passages_of(submission) if one.section in empty] if may_write and empty else []
    returned = returned_places(submission, Return.objects.filter(submission=submission, answered=None))
    reasons = {one.section: one.reason for one in returned if one.section}
    context = {
        "submission": submission,
        "round": submission.round,
        "sections": [(one, reasons.get(one.item.code, "")) for one in sections],
        "may_write": may_write,
        "only_cells": submission.state == Submission.State.RETURNED and not may_write,
        "waiting": waiting,
        "words": sum(one.words for one in sections),
        "error": error,
    }
    return render(request, "submissions/ways_narrative.html", context, status=422 if error else 200)


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def write_narrative(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Save one section: ``{"section", "html", "version"}`` gives what stands there now."""
    try:
        sent = json.loads(request.body)
        section, text, version = str(sent["section"]), str(sent["html"]), whole(str(sent["version"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return JsonResponse({"error": say(N_("The page sent something unknown."))}, status=400)
    try:
        done = words.write(request.actor, submission, section, text, version)
    except SubmissionError as error:
        return JsonResponse({"error": error.message()}, status=422)
    told = {"html": done.html, "version": done.version, "words": done.words}
    return JsonResponse(told, status=409 if done.state == "conflict" else 200)


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def clean_narrative(request: HttpRequest, _submission: Submission) -> HttpResponse:
    """What was pasted from Word, clean."""
    return JsonResponse({"html": words.clean_html(request.body[: 4 * words.MOST].decode("utf-8", "replace"))})


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def fill_narrative(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Take the words of the uploaded report over into the empty sections."""
    try:
        count = words.fill_from_report(request.actor, submission)
    except SubmissionError as error:
        return _narrative_page(request, submission, error)
    messages.success(request, say(N_("{count} sections were taken from the report."), count=count), extra_tags="sent")
    return HttpResponseRedirect(reverse("submissions:narrative", args=[submission.pk]))


@require_GET
@needs("submission.see", find_submission)
def download_sealed(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The latest revision as a sealed file, for an office on another network."""
    try:
        content = seal(submission)
    except SubmissionError as error:
        return ways_page(request, submission, error)
    name = f"{submission.body.code}-{submission.round.programme.code}-{submission.revision}.tongket"
    return file_answer(content, name, "application/octet-stream")


@require_GET
@needs("submission.fill", find_submission, see="submission.see")
def offers(request: HttpRequest, submission: Submission) -> HttpResponse:
    """What was already reported elsewhere for the same indicators and period."""
    context = {"submission": submission, "round": submission.round, "offers": prefill.offers_of(submission)}
    return render(request, "submissions/ways_offers.html", context)


@require_GET
@needs("submission.fill", find_submission, see="submission.see")
def offered(request: HttpRequest, submission: Submission) -> HttpResponse:
    """How many empty cells that is: asked by the form once it stands, so that it opens no later."""
    count = len(prefill.offers_of(submission))
    return render(request, "submissions/ways_offered.html", {"submission": submission, "count": count})


@require_POST
@needs("submission.fill", find_submission, see="submission.see")
def take_offers(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Fill the ticked cells with it."""
    saved = prefill.take_offers(request.actor, submission, request.POST.getlist("place"))
    count = sum(one.state == "saved" for one in saved)
    messages.success(request, say(N_("{count} cells were filled in."), count=count), extra_tags="sent")
    return HttpResponseRedirect(reverse("submissions:form", args=[submission.pk]))
