"""Attachments (tài liệu kèm theo): added and taken off until the report is sent; kept only without a secrecy mark.

What cannot be looked into (a locked PDF, a photograph where no text recognition is installed) is held in the private
folder, until somebody of the body says in their post that it carries no mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet

from tongket.errors import ReadError, SecretError
from tongket.files.open import open_source
from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.interface.kept_errors import as_json
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor, actor_of
from tongket.site.records.services import record
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Revision, Upload
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import locked_row, open_places
from tongket.site.submissions.services.uploading import (
    is_needed,
    keep,
    kept_path,
    path_of,
    receive,
    refuse,
    waiting_path,
)

TAKE_ATTACHMENT = "take-attachment"
MOST = 20  # of one submission
PACKED = (".zip", ".tongket")
CLOSED = N_("the report was sent; its attachments stay as they were sent.")


def attachments_of(submission: Submission) -> QuerySet[Upload]:
    """What is attached now, with those that are still looked at or were refused."""
    return Upload.objects.filter(submission=submission, kind=Upload.Kind.ATTACHMENT, removed=None).order_by("pk")


def attach(actor: Actor, submission: Submission, file: UploadedFile) -> Upload:
    """Take a file in; it is looked at for secrecy marks in the background, then kept.

    Raises:
        SubmissionError: the report was sent, there are too many, or it is of a kind that cannot be looked into.
    """
    if PurePath(file.name or "").suffix.lower() in PACKED:
        raise SubmissionError(
            N_("an archive cannot be looked into for secrecy marks."),
            N_("Attach the files in it one by one."),
            where=PurePath(file.name or "").name,
        )
    with transaction.atomic():
        _check_open(locked_row(submission))
        _check_room(submission)
        upload = receive(actor, file, Upload.Kind.ATTACHMENT, submission)
        start(TAKE_ATTACHMENT, {"upload": upload.pk}, actor)
    return upload


@work(TAKE_ATTACHMENT)
def take_attachment(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Look for a secrecy mark, then keep the file; what cannot be read is held until a person has looked at it."""
    upload = Upload.objects.get(pk=job.argument["upload"])
    if upload.state != Upload.State.WAITING:
        return {"upload": upload.pk}
    try:
        open_source(path_of(upload), upload.name)
    except SecretError as error:
        refuse(actor_of(job.user, job.body_id) if job.user else None, upload, error)
        return {"upload": upload.pk}
    except ReadError as error:
        upload.state, upload.error = Upload.State.HELD, as_json(error)
        upload.save(update_fields=["state", "error"])
    else:
        keep(upload)
    progress(1, 1)
    return {"upload": upload.pk}


def vouch(actor: Actor, submission: Submission, upload_id: int) -> None:
    """Keep an attachment that no program could look into: ``actor`` has looked, and says that it carries no mark.

    Raises:
        SubmissionError: the report was sent, or the attachment is not held any more.
    """
    with transaction.atomic():
        _check_open(locked_row(submission))
        held = attachments_of(submission).select_for_update().filter(pk=upload_id, state=Upload.State.HELD).first()
        if held is None:
            raise SubmissionError(N_("this file does not wait for a look any more."), N_("Load the page again."))
        upload = keep(held)
        told = {"upload": upload.pk, "name": upload.name, "sha256": upload.sha256}
        record(f"submission:{submission.pk}", "vouch", actor, told)


def detach(actor: Actor, submission: Submission, upload_id: int) -> None:
    """Take an attachment off. What was sent with a revision stays with that; of others nothing is kept.

    Raises:
        SubmissionError: the report was sent, or the attachment is not there any more.
    """
    with transaction.atomic():
        _check_open(locked_row(submission))
        upload = attachments_of(submission).select_for_update().filter(pk=upload_id).first()
        if upload is None:
            raise SubmissionError(N_("this file is not attached any more."), N_("Load the page again."))
        told = {"upload": upload.pk, "name": upload.name, "sha256": upload.sha256}
        _take_off(upload)
        record(f"submission:{submission.pk}", "detach", actor, told)


def _take_off(upload: Upload) -> None:
    if _was_sent(upload):
        Upload.objects.filter(pk=upload.pk).update(removed=now())
        return
    path = kept_path(upload) if upload.state == Upload.State.KEPT else waiting_path(upload)
    digest = upload.sha256
    upload.delete()
    if not digest or not is_needed(digest):
        transaction.on_commit(lambda: path.unlink(missing_ok=True))


def attach_as_sent(submission: Submission, revision: Revision) -> None:
    """Let exactly those files be attached that were sent with ``revision``, its latest; called with its row locked."""
    sent = {one["sha256"] for one in revision.attachments}
    there = list(attachments_of(submission).select_for_update())
    for one in there:
        if one.sha256 not in sent:
            _take_off(one)
    left = sent - {one.sha256 for one in there}
    lost = Upload.objects.filter(submission=submission, kind=Upload.Kind.ATTACHMENT, sha256__in=left)
    for upload in {one.sha256: one for one in lost.order_by("pk")}.values():
        Upload.objects.filter(pk=upload.pk).update(removed=None)


def _was_sent(upload: Upload) -> bool:
    revisions = Revision.objects.filter(submission=upload.submission_id).values_list("attachments", flat=True)
    return bool(upload.sha256) and any(one["sha256"] == upload.sha256 for files in revisions for one in files)


def may_attach(submission: Submission) -> bool:
    """Whether files are attached and taken off: not after sending, and not where single cells alone were reopened."""
    places = open_places(submission)
    return places is not None and not (places and submission.reopened_until)


def _check_open(submission: Submission) -> None:
    if not may_attach(submission):
        raise SubmissionError(CLOSED, N_("Ask the body that you report to to return it or to reopen it."))


def _check_room(submission: Submission) -> None:
    if attachments_of(submission).exclude(state=Upload.State.REFUSED).count() >= MOST:
        raise SubmissionError(
            N_("{most} files are attached already; that is the most."),
            N_("Take one off, or put several documents into one."),
            most=MOST,
        )
