"""The pages of the one who reviews: the report beside its values, returning, approving, locking, the timeline."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tongket.errors import TongketError
from tongket.messages import N_
from tongket.site.interface.asked import whole
from tongket.site.interface.clock import today
from tongket.site.interface.days import typed_day
from tongket.site.people.guard import needs
from tongket.site.people.rights import may, seen
from tongket.site.records.models import Link
from tongket.site.rounds.models import Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.comparing import compared_sheets
from tongket.site.submissions.entry import LOOKS, SEVERITIES, find_submission
from tongket.site.submissions.marked import paragraphs
from tongket.site.submissions.models import Reopening, Return, Revision, StoredFinding, Upload
from tongket.site.submissions.returned import chapters_of, returned_places
from tongket.site.submissions.said_links import lines_of
from tongket.site.submissions.services import reviewing
from tongket.site.submissions.services.checking import said, seen_by
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.reviewing import Returned
from tongket.site.submissions.timeline import events_of

State = Submission.State
DAYS = 3  # to mend what is returned, where the reviewer does not say


@require_GET
@needs("submission.see", find_submission)
def review(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The report as read beside its values, those of an earlier revision, and those of the last period."""
    return render(request, "submissions/review.html", _review_page(request, submission))


def _review_page(request: HttpRequest, submission: Submission, *, error: TongketError | None = None) -> dict[str, Any]:
    revisions = list(Revision.objects.filter(submission=submission))
    against = _against(request, revisions)
    rows = sorted(
        StoredFinding.objects.filter(submission=submission), key=lambda one: (SEVERITIES[one.severity], one.order)
    )
    findings = [
        {"row": row, "number": number, "what": said(row)[0], "mend": said(row)[1], "look": LOOKS[row.severity]}
        for number, row in enumerate(rows, 1)
    ]
    upload = revisions[0].upload if revisions else None
    upload = upload or Upload.objects.filter(submission=submission, kind="report", state="kept").order_by("-pk").first()
    sheets = compared_sheets(submission, against, seen_by(request.actor))
    returns = list(Return.objects.filter(submission=submission, answered=None))
    values = [row for sheet in sheets for row in sheet.rows]
    marked = {tuple(row.place["value"]) for row in rows if "value" in row.place and row.severity != "info"}
    return {
        "submission": submission,
        "round": submission.round,
        "revisions": revisions,
        "against": against,
        "sheets": sheets,
        "marked": marked,
        "changed": sum(1 for row in values if row.changed),
        "count": len(values),
        "findings": findings,
        "open_errors": sum(1 for row in rows if row.severity == "error" and not row.explanation),
        "report": upload,
        "text": paragraphs(upload.report, rows) if upload and upload.report else [],
        "events": events_of(submission),
        "reopenings": Reopening.objects.filter(submission=submission, granted=None),
        "returns": [one for one in returned_places(submission, returns) if submission.state == State.RETURNED],
        "chapters": chapters_of(
            submission,
            revisions[0] if revisions else None,
            next((one for one in revisions if one.number == against), None),
            {one.place: one.reason for one in returns},
        ),
        "default_due": request.POST.get("due") or today() + dt.timedelta(days=DAYS),
        "may_return": may(request.actor, "submission.return", submission) and submission.state == State.SENT,
        "may_approve": may(request.actor, "submission.approve", submission) and submission.state == State.SENT,
        "may_lock": may(request.actor, "submission.approve", submission) and submission.state == State.APPROVED,
        "may_reopen": may(request.actor, "submission.reopen", submission),
        "may_ask": may(request.actor, "submission.ask-reopen", submission)
        and submission.state in (State.SENT, State.APPROVED, State.LOCKED),
        "next": _next_to_review(request, submission),
        "error": error,
    }


def _against(request: HttpRequest, revisions: list[Revision]) -> int:
    """The revision that the values are compared with: the one asked for, else the one before the last."""
    asked, numbers = whole(request.GET.get("against")), [one.number for one in revisions]
    if asked in numbers:
        return asked
    return numbers[1] if len(numbers) > 1 else 0


def _next_to_review(request: HttpRequest, submission: Submission) -> Submission | None:
    mine = seen(request.actor, "submission.return", over="reports_to")
    waiting = Submission.objects.filter(mine, round=submission.round, state=State.SENT).exclude(pk=submission.pk)
    return waiting.select_related("body").order_by("sent", "pk").first()


def _do(request: HttpRequest, submission: Submission, action: Any) -> HttpResponse:
    """Do what changes the state, then show it; what is refused is said on the page, and what was typed stays."""
    try:
        action(whole(request.POST.get("edition")))
    except ValueError:  # a place that the form does not have
        raise Http404 from None
    except SubmissionError as error:
        page = _review_page(request, submission, error=error)
        return render(request, "submissions/review.html", {**page, "typed": request.POST}, status=422)
    return HttpResponseRedirect(reverse("submissions:review", args=[submission.pk]))


@require_POST
@needs("submission.return", find_submission, see="submission.see")
def return_report(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Return the chosen cells, or the whole, each with its reason."""

    def action(edition: int) -> None:
        whole = request.POST.get("whole") == "1"
        places = [""] if whole else request.POST.getlist("place")
        returned = [Returned(place, request.POST.get(f"reason:{place}", "")) for place in places]
        reviewing.return_places(request.actor, submission, edition, returned, _day(request.POST.get("due", "")))

    return _do(request, submission, action)


def _day(text: str) -> dt.date:
    day = typed_day(text)
    if day is None:
        raise SubmissionError(N_("the day by which it is to be mended is missing."), N_("Choose today or a later day."))
    return day


@require_POST
@needs("submission.approve", find_submission, see="submission.see")
def approve(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Approve what was sent."""
    return _do(request, submission, lambda edition: reviewing.approve(request.actor, submission, edition))


@require_POST
@needs("submission.approve", find_submission, see="submission.see")
def lock(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Lock what is approved."""
    return _do(request, submission, lambda edition: reviewing.lock(request.actor, submission, edition))


@require_POST
@needs("submission.return", find_submission, see="submission.see")
def freeze(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Hold the report still while it is reviewed, or let go of it."""
    change = reviewing.unfreeze if submission.frozen else reviewing.freeze
    return _do(request, submission, lambda edition: change(request.actor, submission, edition))


@require_POST
@needs("submission.ask-reopen", find_submission, see="submission.see")
def ask_reopen(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Ask to mend what was sent: the chosen cells, or all."""
    places = request.POST.getlist("place")
    reason = request.POST.get("reason", "")
    return _do(request, submission, lambda _: reviewing.ask_reopen(request.actor, submission, reason, places))


@require_POST
@needs("submission.reopen", find_submission, see="submission.see")
def decide_reopen(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Grant a reopening until a day, or refuse it."""
    asked = get_object_or_404(Reopening, pk=whole(request.POST.get("reopening")), submission=submission)
    granted = request.POST.get("granted") == "1"

    def action(edition: int) -> None:
        until = None
        if granted:
            day = _day(request.POST.get("until", ""))
            until = timezone.make_aware(dt.datetime.combine(day, dt.time.max))
        answer = request.POST.get("answer", "")
        reviewing.decide_reopen(request.actor, asked, edition, granted=granted, until=until, answer=answer)

    return _do(request, submission, action)


@require_GET
@needs("submission.see", find_submission)
def event(request: HttpRequest, submission: Submission) -> HttpResponse:
    """What one link of the timeline says, folded until it is asked for."""
    links = Link.objects.select_related("content")
    link = get_object_or_404(links, chain=f"submission:{submission.pk}", number=whole(request.GET.get("number")))
    data = json.loads(link.content.data or "{}")
    lines = lines_of(data, programme_of(submission.round.programme))
    return render(request, "submissions/event.html", {"lines": lines, "erased": link.content.erased})
