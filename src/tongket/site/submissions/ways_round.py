"""What comes to a round from outside: replies by e-mail, and sealed files of other installations."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.errors import TongketError
from tongket.messages import N_
from tongket.site.interface.asked import whole
from tongket.site.jobs.models import Job
from tongket.site.people.guard import needs
from tongket.site.rounds.finding import round_of
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.sealing import fingerprint
from tongket.site.submissions.models import Upload
from tongket.site.submissions.services import dropping, replies, sealed_taking, workbook
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import open_places
from tongket.site.submissions.services.sealed import open_sealed, spoken
from tongket.site.submissions.services.uploading import path_of, receive
from tongket.site.submissions.services.workbook_reading import read_workbook
from tongket.site.submissions.ways import chosen_file, file_answer

SHOWN = 500


def _page(request: HttpRequest, round_: Round, error: TongketError | None = None, at: str = "") -> HttpResponse:
    """The page, with what was refused and ``at`` which field, as far as that is there."""
    context = {**_state(round_), "error": error}
    context["at"] = "" if at == "take" and not context["rows"] else at
    return render(request, "submissions/ways_round.html", context, status=422 if error else 200)


def _state(round_: Round) -> dict[str, Any]:
    """The latest look at a folder, and the taking that followed it."""
    looked = Job.objects.filter(kind=replies.LOOK, argument__round=round_.pk).order_by("-pk").first()
    taken = Job.objects.filter(kind=replies.TAKE, argument__look=looked.pk).order_by("-pk").first() if looked else None
    running = next((one for one in (taken, looked) if one and one.state in ("waiting", "running")), None)
    failed = next((one for one in (taken, looked) if one and one.state == "failed"), None)
    return {
        "round": round_,
        "looked": looked,
        "taken": taken,
        "running": running,
        "failed": failed,
        "rows": list(replies.rows_of(looked)) if looked and not running and not taken else [],
        "done": list(replies.rows_of(taken)) if taken and not running else [],
    }


@require_GET
@needs("round.write", round_of, see="round.see")
def received(request: HttpRequest, round_: Round) -> HttpResponse:
    """The page of what comes by other ways than the site."""
    return _page(request, round_)


@require_GET
@needs("round.write", round_of, see="round.see")
def progress(request: HttpRequest, round_: Round) -> HttpResponse:
    """How far the replies are; once they are looked at the page loads anew."""
    state = _state(round_)
    if state["running"] is None:
        answer = HttpResponse()
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, "submissions/ways_progress.html", state)


@require_POST
@needs("round.write", round_of, see="round.see")
def drop_replies(request: HttpRequest, round_: Round) -> HttpResponse:
    """Take a folder of replies in: as it is, or (``part``) some of its files, which a last request says are all."""
    files, part = request.FILES.getlist("files"), request.POST.get("part", "")
    try:
        if part:
            return JsonResponse({"uploads": dropping.take_in(request.actor, round_, files, part)})
        before = [number for one in request.POST.get("before", "").split(",") if (number := whole(one))]
        dropping.drop(request.actor, round_, files, before[: dropping.MOST_FILES + 1])
    except TongketError as error:
        return JsonResponse({"error": error.message()}, status=422) if part else _page(request, round_, error, "files")
    return HttpResponseRedirect(reverse("submissions:received", args=[round_.pk]))


@require_POST
@needs("round.write", round_of, see="round.see")
def take_replies(request: HttpRequest, round_: Round) -> HttpResponse:
    """Take the ticked replies into the submissions of their bodies."""
    done = Job.objects.filter(kind=replies.LOOK, argument__round=round_.pk, state=Job.State.DONE)
    looked = get_object_or_404(done, pk=whole(request.POST.get("look")))
    chosen = [number for one in request.POST.getlist("upload") if (number := whole(one))]
    whose = {whole(name.removeprefix("of-")): whole(pk) for name, pk in request.POST.items() if name.startswith("of-")}
    try:
        replies.take(request.actor, round_, looked, chosen, whose, sending=request.POST.get("sending") == "1")
    except TongketError as error:
        return _page(request, round_, error, "take")
    return HttpResponseRedirect(reverse("submissions:received", args=[round_.pk]))


@require_POST
@needs("round.write", round_of, see="round.see")
def upload_sealed(request: HttpRequest, round_: Round) -> HttpResponse:
    """Take a sealed file in; what it holds is shown before it is stored."""
    try:
        file = chosen_file(request)
        if not (file.name or "").lower().endswith(".tongket"):
            raise _not_sealed(file.name or "")
        upload = receive(request.actor, file, Upload.Kind.SEALED)
        sealed_taking.take_in(request.actor, upload, round_)
    except TongketError as error:
        return _page(request, round_, error, "sealed-file")
    return HttpResponseRedirect(reverse("submissions:sealed-preview", args=[round_.pk, upload.pk]))


def _not_sealed(name: str) -> SubmissionError:
    return SubmissionError(
        N_("this is no sealed file (.tongket)."),
        N_("Choose the file that the body downloaded after sending."),
        where=name,
    )


class _OfRound:
    """A sealed file as rights see it: it belongs to the round that it was brought to."""

    def __init__(self, round_: Round, upload: Upload) -> None:
        self.round, self.upload, self.body, self.over = round_, upload, round_.body, None


def _reply(request: HttpRequest, pk: int, upload: int) -> _OfRound:
    """A workbook that was dropped on the round by the body that asks, taken or not yet."""
    round_ = round_of(request, pk)
    waits = Q(kind=Upload.Kind.REPLIES, media=Upload.Kind.WORKBOOK, state=Upload.State.WAITING)
    rows = Upload.objects.select_related("submission__body", "submission__reports_to").filter(
        waits | Q(kind=Upload.Kind.WORKBOOK, state=Upload.State.KEPT), body=round_.body
    )
    found = get_object_or_404(rows, pk=upload, submission__round=round_)
    found.submission.round = round_
    return _OfRound(round_, found)


@require_GET
@needs("round.write", _reply)
def refused_reply(_request: HttpRequest, found: _OfRound) -> HttpResponse:
    """A reply as a workbook with a red column that says why rows were not taken, to be sent back by e-mail."""
    upload, submission = found.upload, found.upload.submission
    if submission is None or not path_of(upload).exists():
        raise Http404
    read = read_workbook(path_of(upload), upload.name, submission)
    if not workbook.looked(read, submission).refused:
        raise Http404
    return file_answer(workbook.workbook_of(submission, read), f"{workbook.name_of(submission)}-chua-nhan.xlsx")


def _sealed(request: HttpRequest, pk: int, upload: int) -> _OfRound:
    round_ = round_of(request, pk)
    related = ("submission__round__programme", "submission__body", "submission__reports_to")
    states = (Upload.State.KEPT, Upload.State.HELD)
    rows = Upload.objects.select_related(*related).filter(kind=Upload.Kind.SEALED, state__in=states)
    return _OfRound(round_, get_object_or_404(rows, pk=upload, submission__round=round_))


@require_GET
@needs("round.write", _sealed)
def preview_sealed(request: HttpRequest, found: _OfRound) -> HttpResponse:
    """What the sealed file holds, beside what stands here."""
    return _sealed_page(request, found)


def _sealed_page(request: HttpRequest, found: _OfRound, error: TongketError | None = None) -> HttpResponse:
    upload, submission = found.upload, found.upload.submission
    if submission is None:
        raise Http404
    opened = open_sealed(path_of(upload), upload.name)
    lines = sealed_taking.lines_of(opened, submission)
    context = {
        "round": found.round,
        "submission": submission,
        "upload": upload,
        "unread": upload.error.get("unread", ()) if upload.state == Upload.State.HELD else (),
        "manifest": opened.manifest,
        "seal": spoken(opened.seal),
        "signer": sealed_taking.signer_of(opened, found.round),
        "key": opened.key,
        "fingerprint": fingerprint(opened.key) if opened.key else "",
        "files": [part for part in opened.manifest.parts.values() if part.kind],
        "count": len(lines),
        "lines": lines[:SHOWN],
        "sent": _moment(opened.manifest.sent),
        "values": len(opened.values),
        "open": open_places(submission) is not None,
        "error": error,
    }
    return render(request, "submissions/ways_sealed.html", context, status=422 if error else 200)


def _moment(text: str) -> dt.datetime | None:
    """A moment that another installation wrote; None where it wrote none."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


@require_POST
@needs("round.write", _sealed)
def take_sealed(request: HttpRequest, found: _OfRound) -> HttpResponse:
    """Make the sealed revision the latest one of its body."""
    try:
        edition, vouched = whole(request.POST.get("edition")), request.POST.get("vouched") == "1"
        sealed_taking.receive_revision(request.actor, found.upload, edition, vouched=vouched)
    except TongketError as error:
        return _sealed_page(request, found, error)
    submission: Submission = found.upload.submission  # type: ignore[assignment]  # it was found by its round
    return HttpResponseRedirect(reverse("submissions:review", args=[submission.pk]))
