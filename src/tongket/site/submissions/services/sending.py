"""Sending: what stands in the form becomes a revision, once and for ever."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.people.rights import Actor
from tongket.site.records.services import canonical, record, sha256
from tongket.site.rounds.calendar import days_late
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Narrative, Return, Revision, Upload, Value
from tongket.site.submissions.services.checking import check_values
from tongket.site.submissions.services.errors import StaleError, SubmissionError
from tongket.site.submissions.services.filling import check_open, programme_of_submission
from tongket.site.submissions.services.rows import ANSWER_FIELDS, keep_values

State = Submission.State


def send(actor: Actor, submission: Submission, edition: int, note: str = "") -> Revision:
    """Send the form as it stands.

    Raises:
        StaleError: its state was changed since the page was loaded.
        SubmissionError: an error is neither mended nor explained, nothing is filled in, or it is not to be sent now.
    """
    checked = _standing(submission)
    errors = check_values(submission)
    with transaction.atomic():
        locked = locked_at(submission, edition)
        if _standing(locked) != checked:  # somebody typed on meanwhile
            errors = check_values(locked)
        _check_sendable(locked, errors)
        revision = write_revision(actor, locked, note)
        moment = revision.moment
        first = locked.first_sent or moment
        late = days_late(locked.due, timezone.localtime(first))
        changes: dict[str, Any] = {"sent": moment, "first_sent": first, "days_late": late, "revision": revision.number}
        changes |= {"return_due": None, "reopened_until": None, "approved": None, "frozen": None, "frozen_by": None}
        set_state(locked, State.SENT, **changes)
        Return.objects.filter(submission=locked, answered=None).update(answered=revision.number)
        facts = {"revision": revision.number, "values": revision.values, "sha256": revision.sha256, "note": note}
        record(f"submission:{locked.pk}", "send", actor, facts)
    return revision


def locked_at(submission: Submission, edition: int) -> Submission:
    """The row, locked until the end of the transaction, if it still is the edition that the page showed.

    Raises:
        StaleError: it is not.
    """
    locked = (
        Submission.objects.select_for_update(of=("self",))
        .select_related("round__programme", "body")
        .get(pk=submission.pk)
    )
    if locked.edition != edition:
        raise StaleError(
            N_("somebody changed the state of this report while the page was open; nothing was changed now."),
            N_("Load the page again and look at what stands there."),
        )
    return locked


def set_state(submission: Submission, state: str, **more: Any) -> None:
    """Write a state with what goes with it, and raise the edition."""
    values = {"state": state, "edition": submission.edition + 1, "changed": now(), **more}
    Submission.objects.filter(pk=submission.pk).update(**values)
    for name, value in values.items():
        setattr(submission, name, value)


def _standing(submission: Submission) -> dict[str, int | None]:
    """What tells one state of the values from another: each change raises a version."""
    return Value.objects.filter(submission=submission).aggregate(Count("pk"), Sum("version"))


def _check_sendable(submission: Submission, errors: int) -> None:
    check_open(submission)
    if errors:
        raise SubmissionError(
            N_("{count} errors are neither mended nor explained."),
            N_("Mend each in its cell, or explain it in words beside the finding; then send."),
            count=errors,
        )
    if not Value.objects.filter(submission=submission).exclude(status="missing").exists():
        raise SubmissionError(
            N_("nothing is filled in."), N_("Upload the report or fill in the form; where nothing occurred, write 0.")
        )


def write_revision(
    actor: Actor, submission: Submission, note: str, *, report: Upload | None = None, latest: bool = True
) -> Revision:
    """Keep what stands in the form as the next revision, with ``report``, or where ``latest`` the last one uploaded."""
    kept = Value.objects.filter(submission=submission).exclude(status="missing").order_by("pk")
    values = list(kept.values(*ANSWER_FIELDS))
    narrative = dict(Narrative.objects.filter(submission=submission).values_list("section", "html"))
    uploads = Upload.objects.filter(submission=submission, state=Upload.State.KEPT)
    if latest:
        report = uploads.filter(kind=Upload.Kind.REPORT).order_by("-pk").first()
    attached = uploads.filter(kind=Upload.Kind.ATTACHMENT, removed=None).order_by("pk")
    attachments = [{"name": one.name, "sha256": one.sha256, "size": one.size} for one in attached]
    number = submission.revision + 1
    told = {
        "values": values,
        "narrative": narrative,
        "report": report.sha256 if report else "",
        "attachments": attachments,
    }
    words = {one.code: one.unit_word for one in programme_of_submission(submission).indicators}
    keep_values(submission, number, words)
    return Revision.objects.create(
        submission=submission,
        number=number,
        moment=now(),
        user=actor.user,
        post=actor.post,
        values=len(values),
        sha256=sha256(canonical(told)),
        upload=report,
        narrative=narrative,
        attachments=attachments,
        note=note[:2000],
    )
