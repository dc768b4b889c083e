"""Sending: what stands in the form becomes a revision, once and for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from tongket.messages import N_
from tongket.site.again import again
from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.people.rights import Actor
from tongket.site.prepared import Prepared, insert, update
from tongket.site.records.services import canonical, record_deeds, sha256
from tongket.site.rounds.calendar import days_late
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Narrative, Return, Revision, Upload
from tongket.site.submissions.services.checking import Checked, checked_form, keep_findings
from tongket.site.submissions.services.errors import StaleError, SubmissionError
from tongket.site.submissions.services.filling import Filling, check_open, locked_row
from tongket.site.submissions.services.rows import (
    ALL,
    Row,
    Statement,
    There,
    canonical_of,
    keep_values,
    standing_of,
    there_of,
    values_of,
    write_and_keep,
)

State = Submission.State


@again
def send(actor: Actor, submission: Submission, edition: int, note: str = "") -> Revision:
    """Send the form as it stands.

    Raises:
        StaleError: its state was changed since the page was loaded.
        SubmissionError: an error is neither mended nor explained, nothing is filled in, or it is not to be sent now.
    """
    # On the embedded database all who write wait for the lock; on a server only who fills in the same form.
    checked = None if connection.vendor == "postgresql" else checked_form(submission)
    answers = checked and answers_in(checked.values)
    with transaction.atomic():
        locked = locked_at(submission, edition)
        if checked is None or answers is None or standing_of(locked) != checked.standing:  # somebody typed on meanwhile
            checked = checked_form(locked, locked=True)
            answers = answers_in(checked.values)
        there = there_of(locked)
        errors = keep_findings(locked, checked, first=not there.findings)
        refused = refusal(locked, errors, checked, there)
        if refused is None:
            revision = keep_sent(actor, locked, note, answers, there)
    if refused:  # what was found is kept: the page shows it
        raise refused
    return revision


def keep_sent(
    actor: Actor, locked: Submission, note: str, answers: Answers, there: There, filling: Filling | None = None
) -> Revision:
    """Make what stands in the form the next revision, and the submission sent; called with its row locked.

    ``filling`` was laid out in the same transaction: its link goes before that of the sending, and where nothing stood
    in the form before (``there.values``) its values are written here.
    """
    first_values = filling.statements[0] if filling and not there.values else None
    revision = write_revision(actor, locked, note, answers=answers, there=there, first_values=first_values)
    moment = revision.moment
    first = locked.first_sent or moment
    late = days_late(locked.due, timezone.localtime(first))
    changes: dict[str, Any] = {"sent": moment, "first_sent": first, "days_late": late, "revision": revision.number}
    changes |= {"return_due": None, "reopened_until": None, "approved": None, "frozen": None, "frozen_by": None}
    changes["signed_copy"] = False  # that was of the revision before
    set_state(locked, State.SENT, filled=answers.count, **changes)
    if revision.number > 1:
        Return.objects.filter(submission=locked, answered=None).update(answered=revision.number)
    facts = {"revision": revision.number, "values": revision.values, "sha256": revision.sha256, "note": note}
    filled = [("fill", filling.said)] if filling and filling.said else []
    record_deeds(f"submission:{locked.pk}", actor, [*filled, ("send", facts)])
    return revision


def locked_at(submission: Submission, edition: int) -> Submission:
    """The row, locked until the end of the transaction, if it still is the edition that the page showed.

    Raises:
        StaleError: it is not.
    """
    locked = locked_row(submission)
    if locked.edition != edition:
        raise StaleError(
            N_("somebody changed the state of this report while the page was open; nothing was changed now."),
            N_("Load the page again and look at what stands there."),
        )
    return locked


def set_state(submission: Submission, state: str, **more: Any) -> None:
    """Write a state with what goes with it, and raise the edition."""
    values = {"state": state, "edition": submission.edition + 1, "changed": now(), **more}
    for name, value in values.items():
        setattr(submission, name, value)
    update(submission, *values)


def refusal(submission: Submission, errors: int, checked: Checked, there: There) -> SubmissionError | None:
    """Why it is not to be sent as it stands."""
    try:
        check_open(submission)
        if there.uploads:
            _check_files(submission)
    except SubmissionError as closed:
        return closed
    if errors:
        return SubmissionError(
            N_("{count} errors are neither mended nor explained."),
            N_("Mend each in its cell, or explain it in words beside the finding; then send."),
            count=errors,
        )
    if all(one.status == "missing" for one in checked.values):
        return SubmissionError(
            N_("nothing is filled in."), N_("Upload the report or fill in the form; where nothing occurred, write 0.")
        )
    return None


def _check_files(submission: Submission) -> None:
    """Nothing that was added may be left out unsaid because it is still looked at."""
    reports = []
    for one in _looked_at(submission.pk):
        if one.state == Upload.State.HELD:
            raise SubmissionError(
                N_("the attachment “{name}” could not be looked into for secrecy marks."),
                N_("Look at it yourself and say so under “Excel, files and signed copy”, or take it off; then send."),
                name=one.name,
            )
        if one.kind == Upload.Kind.ATTACHMENT:
            raise _still_read(one)
        reports.append(one)
    unfinished = Job.objects.filter(state__in=(Job.State.WAITING, Job.State.RUNNING), kind="read-report")
    if reports and unfinished.filter(argument__upload__in=[one.pk for one in reports]).exists():
        raise _still_read(reports[-1])


def _still_read(upload: Upload) -> SubmissionError:
    return SubmissionError(
        N_("“{name}” is still being read, and would not go with the report."),
        N_("Wait until it is read, or take it off; then send."),
        name=upload.name,
    )


def revision_hash(
    values: Sequence[Mapping[str, Any]],
    explained: Sequence[Sequence[str]],
    narrative: Mapping[str, str],
    report: str,
    attachments: Sequence[Mapping[str, Any]],
) -> str:
    """The hash of a revision: over its values, their explanations, its words, and the hashes of its files."""
    return _hash(canonical(values), explained, narrative, report, attachments)


def _hash(
    values: str,
    explained: Sequence[Sequence[str]],
    narrative: Mapping[str, str],
    report: str,
    attachments: Sequence[Mapping[str, Any]],
) -> str:
    told: dict[str, Any] = {"narrative": narrative, "report": report, "attachments": attachments}
    others = canonical(told | ({"explained": explained} if explained else {}))
    return sha256(f'{others[:-1]},"values":{values}}}')  # the last of the names


class Answers(NamedTuple):
    """The values of a form that say something, laid out for a revision before a lock is taken that others wait for."""

    count: int
    explained: Sequence[Sequence[str]]
    told: str


def answers_in(values: Sequence[Row]) -> Answers:
    """Those of ``values``."""
    kept = [one for one in values if one.status != "missing"]
    explained = [(one.indicator, one.cell, one.extent, one.explanation) for one in kept if one.explanation]
    return Answers(len(kept), explained, canonical_of(kept))


def write_revision(
    actor: Actor,
    submission: Submission,
    note: str,
    *,
    answers: Answers | None = None,
    report: Upload | None = None,
    latest: bool = True,
    there: There = ALL,
    first_values: Statement | None = None,
) -> Revision:
    """Keep what stands in the form (``answers``, where the caller has read them) as the next revision, with
    ``report``, or where ``latest`` the last one uploaded. What ``there`` denies is not asked for; ``first_values``
    still have to be written.
    """
    answers = answers or answers_in(values_of(submission))
    narrative = {one.section: one.html for one in _narratives(submission.pk)} if there.narratives else {}
    uploads = _uploads(submission.pk) if there.uploads else []
    if latest:
        report = next((one for one in reversed(uploads) if one.kind == Upload.Kind.REPORT), None)
    attached = [one for one in uploads if one.kind == Upload.Kind.ATTACHMENT and one.removed is None]
    attachments = [{"name": one.name, "sha256": one.sha256, "size": one.size} for one in attached]
    number = submission.revision + 1
    hash_ = _hash(answers.told, answers.explained, narrative, report.sha256 if report else "", attachments)
    if first_values:
        write_and_keep(first_values, submission, number)
    else:
        keep_values(submission, number)
    revision = Revision(
        submission=submission,
        number=number,
        moment=now(),
        user=actor.user,
        post=actor.post,
        values=answers.count,
        sha256=hash_,
        upload=report,
        narrative=narrative,
        attachments=attachments,
        note=note[:2000],
    )
    insert(revision)
    return revision


def _kept(submission: RawSQL) -> QuerySet[Upload]:
    going = Q(kind=Upload.Kind.ATTACHMENT) | Q(kind=Upload.Kind.REPORT, report__isnull=False, removed=None)
    kept = Upload.objects.filter(going, submission=submission, state=Upload.State.KEPT)
    return kept.defer("report", "error").order_by("pk")


def _unread(submission: RawSQL) -> QuerySet[Upload]:
    unread = (Upload.State.WAITING, Upload.State.HELD)
    kinds = (Upload.Kind.REPORT, Upload.Kind.ATTACHMENT)
    rows = Upload.objects.filter(submission=submission, state__in=unread, removed=None, kind__in=kinds)
    return rows.defer("report", "error")


_looked_at = Prepared(1, _unread)
_uploads = Prepared(1, _kept)
_narratives = Prepared(1, lambda submission: Narrative.objects.filter(submission=submission))
