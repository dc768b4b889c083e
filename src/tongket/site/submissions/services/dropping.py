"""Dropping a folder of replies on a round: its files come in parts, each part whole or not at all and only once.

A file that cannot be taken in is told with the others, and sinks none of them. What was dropped is looked at in the
background once all parts are there (``replies.look``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.interface.kept_errors import as_json
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.people.rights import Actor
from tongket.site.rounds.models import Round
from tongket.site.submissions.models import Upload
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.replies import LOOK
from tongket.site.submissions.services.uploading import DiskFullError, receive, waiting_path

MOST_FILES = 5_000  # of one folder: as many as of an archive
MOST_PACKED = 1024 * 1024 * 1024  # bytes of an archive of replies
ABANDONED = dt.timedelta(days=1)  # a drop that nobody went on with


def drop(actor: Actor, round_: Round, files: Sequence[UploadedFile], before: Collection[int] = ()) -> Job:
    """Take a folder of replies in, with the uploads of the parts ``before``; they are looked at in the background.

    Raises:
        SubmissionError: the round is not open, nothing was chosen, too much was, or not one file can be taken in.
    """
    _check_open(round_)
    known = _own(actor).filter(pk__in=before).values_list("pk", flat=True)
    with transaction.atomic():
        uploads = [*known, *take_in(actor, round_, files)]
        if not uploads:
            raise SubmissionError(N_("no file was chosen."), N_("Choose the replies, or a .zip of them."))
        if len(uploads) > MOST_FILES:
            raise SubmissionError(
                N_("{count} files were dropped at once; {most} is the most."),
                N_("Drop them in parts, or as one .zip."),
                count=len(uploads),
                most=MOST_FILES,
            )
        _forget_abandoned(actor, uploads)
        return start(LOOK, {"round": round_.pk, "uploads": uploads}, actor)


@transaction.atomic
def take_in(actor: Actor, round_: Round, files: Sequence[UploadedFile], part: str = "") -> list[int]:
    """Take the files of one part in; the uploads of all, also those that could not be taken.

    ``part`` names the part: one that was taken in already, and whose answer was lost on the line, is not taken twice.

    Raises:
        SubmissionError: the round is not open, or the disk is full.
    """
    _check_open(round_)
    named = {"part": part[:80]} if part else {}
    if part:
        there = list(_own(actor).filter(error__part=part[:80]).order_by("pk").values_list("pk", flat=True))
        if there:
            return there
    return [_take_one(actor, file, named).pk for file in files]


def _take_one(actor: Actor, file: UploadedFile, named: dict[str, str]) -> Upload:
    try:
        with transaction.atomic():
            upload = receive(actor, file, Upload.Kind.REPLIES, most=MOST_PACKED if _is_packed(file) else None)
    except DiskFullError:
        raise
    except SubmissionError as error:
        return Upload.objects.create(
            kind=Upload.Kind.REPLIES, state=Upload.State.REFUSED, name=(file.name or "")[-260:], size=file.size or 0,
            body=actor.body, user=actor.user, error=as_json(error) | named,
        )  # fmt: skip
    if named:
        Upload.objects.filter(pk=upload.pk).update(error=named)
    return upload


def _is_packed(file: UploadedFile) -> bool:
    return (file.name or "").lower().endswith(".zip")


def _own(actor: Actor) -> QuerySet[Upload]:
    """What this user has dropped for this body and nobody has looked at yet."""
    states = (Upload.State.WAITING, Upload.State.REFUSED)
    kind = {"kind": Upload.Kind.REPLIES, "submission": None}
    return Upload.objects.filter(**kind, user=actor.user, body=actor.body, state__in=states).exclude(error={})


def _forget_abandoned(actor: Actor, uploads: Collection[int]) -> None:
    """Wipe what this user dropped in parts long ago and never went on with."""
    long_ago = _own(actor).filter(state=Upload.State.WAITING, moment__lt=now() - ABANDONED)
    for one in long_ago.exclude(pk__in=uploads):
        waiting_path(one).unlink(missing_ok=True)
        Upload.objects.filter(pk=one.pk).update(state=Upload.State.REFUSED, error={})


def _check_open(round_: Round) -> None:
    if round_.state != Round.State.OPEN:
        raise SubmissionError(N_("this round is not open."), N_("Open the round first."))
