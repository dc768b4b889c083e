"""Replies by e-mail (trả lời qua thư điện tử): a folder of Excel forms and Word reports dropped on a round.

First each is looked at: whose it is, and whether it can be taken. Then, when the officer says so, it goes into the
submission of its body, filled in by the officer: 'received by e-mail'.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Any, Literal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tongket.errors import TongketError
from tongket.files.open import open_source
from tongket.messages import N_
from tongket.model.consolidations import LeftOut
from tongket.road.folder import read_one
from tongket.road.reading import read
from tongket.road.readying import unpacked
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import as_json
from tongket.site.jobs.services import Progress, start, work
from tongket.site.people.middleware import actor_of
from tongket.site.people.rights import Actor, may
from tongket.site.people.units import registry
from tongket.site.records.services import record
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Upload
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import open_places
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.uploading import keep, path_of, receive, refuse, waiting_path
from tongket.site.submissions.services.workbook import apply, changes_of
from tongket.site.submissions.services.workbook_reading import about_of, read_workbook
from tongket.vietnamese.unicode import key

LOOK, TAKE = "look-at-replies", "take-replies"
MOST_FILES = 400  # dropped at once
NOTE = "Nhận qua thư điện tử"  # of the revision: a word of the record, in the language of the office
State = Literal["accepted", "look", "refused", "taken", "sent"]


@dataclass(slots=True)
class Reply:
    """One file of the folder: whose it is, what it would fill in, and whether it can be taken; errors as JSON."""

    name: str
    state: State = "refused"
    body: str = ""
    submission: int = 0
    upload: int = 0
    count: int = 0
    why: dict[str, Any] | None = None


def drop(actor: Actor, round_: Round, files: Sequence[UploadedFile]) -> Job:
    """Take a folder of replies in; they are looked at in the background.

    Raises:
        SubmissionError: the round is not open, nothing was chosen, or a file cannot be taken in.
    """
    if round_.state != Round.State.OPEN:
        raise SubmissionError(N_("this round is not open."), N_("Open the round first."))
    if not files:
        raise SubmissionError(N_("no file was chosen."), N_("Choose the replies, or a .zip of them."))
    if len(files) > MOST_FILES:
        raise SubmissionError(
            N_("{count} files were dropped at once; {most} is the most."),
            N_("Drop them in parts, or as one .zip."),
            count=len(files),
            most=MOST_FILES,
        )
    with transaction.atomic():
        uploads = [receive(actor, file, Upload.Kind.REPLIES) for file in files]
        return start(LOOK, {"round": round_.pk, "uploads": [one.pk for one in uploads]}, actor)


@work(LOOK)
def look(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Recognise every file; those whose body is known wait as uploads of its submission. Run again it begins anew."""
    round_ = Round.objects.select_related("programme", "body").get(pk=job.argument["round"])
    actor = _actor(job, round_)
    dropped = list(Upload.objects.filter(pk__in=job.argument["uploads"], state=Upload.State.WAITING))
    _forget_earlier(round_)
    rows: list[Reply] = []
    with unpacked([(path_of(one), one.name) for one in dropped]) as (files, left_out):
        rows += [Reply(error.where or "", why=as_json(error)) for error in left_out]
        for number, (path, name) in enumerate(files, 1):
            rows.append(_look_at(job, actor, round_, path, name))
            progress(number, len(files))
    _mark_twice(rows)
    for one in dropped:  # what was recognised is kept apart, under its own name
        waiting_path(one).unlink(missing_ok=True)
        Upload.objects.filter(pk=one.pk).update(state=Upload.State.REFUSED, sha256="")
    return {"rows": [asdict(one) for one in rows]}


def _actor(job: Job, round_: Round) -> Actor:
    actor = actor_of(job.user, job.body_id) if job.user else None
    if actor is None or not may(actor, "round.write", round_):
        raise SubmissionError(N_("the user who began this has no right here any more."), N_("Begin it again."))
    return actor


def _forget_earlier(round_: Round) -> None:
    """What an interrupted run of the same job has laid apart, and what was dropped before and never taken."""
    if Job.objects.filter(kind=TAKE, argument__round=round_.pk, state__in=("waiting", "running")).exists():
        return
    looks = list(Job.objects.filter(kind=LOOK, argument__round=round_.pk).values_list("pk", flat=True))
    rows = Upload.objects.filter(kind=Upload.Kind.REPLIES, state=Upload.State.WAITING, submission__round=round_)
    for one in rows.filter(error__job__in=looks):
        waiting_path(one).unlink(missing_ok=True)
        one.delete()


def _look_at(job: Job, actor: Actor, round_: Round, path: Path, name: str) -> Reply:
    reply = Reply(name)
    try:
        open_source(path, name)  # refuses what carries a secrecy mark before anything of it is kept
        about = about_of(path) if PurePath(name).suffix.lower() == ".xlsx" else {}
        if about:
            submission = _by_cover(round_, about, name)
            read_ = read_workbook(path, name, submission)
            reply.count = len(list(changes_of(read_, submission)))
            doubtful, kind = len(read_.refused), Upload.Kind.WORKBOOK
        else:
            submission, reply.count, doubtful = _by_letterhead(round_, path, name)
            kind = Upload.Kind.REPORT
        reply.body, reply.submission = submission.body.name, submission.pk
        _check_open(submission, name)
    except TongketError as error:
        reply.why = as_json(error)
        return reply
    reply.upload = _laid_apart(job, actor, submission, path, name, kind).pk
    reply.state = "accepted"
    if doubtful or not reply.count:
        reply.state = "look"
        what = N_("{count} values of it cannot be taken.") if doubtful else N_("nothing in it would change the form.")
        reply.why = {"what": what, "mend": "", "where": "", "facts": {"count": doubtful}}
    return reply


def _check_open(submission: Submission, name: str) -> None:
    places = open_places(submission)
    if places is None:
        raise SubmissionError(
            N_("the report of {body} was sent already, and is not open."),
            N_("Return it or reopen it first, then drop the reply again."),
            where=name,
            body=submission.body.name,
        )


def _asked(round_: Round) -> Iterable[Submission]:
    return Submission.objects.filter(round=round_).select_related("round__programme", "round__body", "body")


def _by_cover(round_: Round, about: Mapping[str, str], name: str) -> Submission:
    """The submission of the body that the cover of an Excel form names."""
    unit, body = about.get("unit", ""), about.get("body", "")
    here = [one for one in _asked(round_) if one.body.unit == unit] if unit else []
    named = [one for one in here or _asked(round_) if key(one.body.name) == key(body)]
    if not named and len(here) == 1:
        named = here
    if len(named) != 1:
        raise _nobody(body or unit, name)
    return named[0]


def _nobody(body: str, name: str) -> SubmissionError:
    return SubmissionError(
        N_("this round does not ask “{body}”."),
        N_("Look at the name of the body on the cover or in the head of the report, mend it, and drop it again."),
        where=name,
        body=body,
    )


def _by_letterhead(round_: Round, path: Path, name: str) -> tuple[Submission, int, int]:
    """The submission of the body that the head of a report names, how many values it fills in, how many are unsure."""
    programme = programme_of(round_.programme)
    report = read(path, name=name)
    taken = read_one(name, lambda: report, programme, registry(), None)
    if isinstance(taken, LeftOut):
        raise SubmissionError(
            N_("it does not answer this round: {reason}"),
            N_("Ask the body for the report of this round."),
            where=name,
            reason=taken.reason.removeprefix(f"{name}: "),
        )
    here = [one for one in _asked(round_) if taken.unit and one.body.unit == taken.unit.id]
    fit = [one for one in here if one.body.kind == taken.kind] or here
    if len(fit) != 1:
        raise _nobody(taken.body, name)
    sure = {(one.indicator, one.cell) for one in taken.matches if one.confidence >= programme.threshold}
    unsure = {(one.indicator, one.cell) for one in taken.matches if one.confidence < programme.threshold} - sure
    return fit[0], len(sure), len(unsure)


def _laid_apart(job: Job, actor: Actor, submission: Submission, path: Path, name: str, kind: str) -> Upload:
    """The file as an upload of its own, waiting until the officer takes it; ``error.job`` ties it to the look."""
    upload = Upload.objects.create(
        kind=Upload.Kind.REPLIES, name=PurePath(name).name[-260:], size=path.stat().st_size, media=kind,
        submission=submission, body=actor.body, user=actor.user, error={"job": job.pk},
    )  # fmt: skip
    shutil.copyfile(path, waiting_path(upload))
    return upload


def _mark_twice(rows: Sequence[Reply]) -> None:
    """A second reply of one body is looked at before it is taken over the first."""
    first: dict[tuple[int, str], Reply] = {}
    for row in rows:
        kind = (row.submission, PurePath(row.name).suffix.lower())
        if row.state == "accepted" and kind in first:
            row.state = "look"
            row.why = {
                "what": N_("another reply of this body is among them: {name}."),
                "mend": N_("Take the later one."),
                "where": "",
                "facts": {"name": first[kind].name},
            }
        elif row.upload:
            first[kind] = row


def take(actor: Actor, round_: Round, looked: Job, chosen: Iterable[int], *, sending: bool) -> Job:
    """Take the chosen replies into the submissions of their bodies, in the background; each once.

    Raises:
        SubmissionError: none was chosen.
    """
    known = {row["upload"] for row in looked.result.get("rows", []) if row["upload"]}
    uploads = sorted(known & set(chosen))
    if not uploads:
        raise SubmissionError(N_("no reply was chosen."), N_("Tick those that are to be taken."))
    return start(TAKE, {"round": round_.pk, "look": looked.pk, "uploads": uploads, "sending": sending}, actor)


@work(TAKE)
def take_replies(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Fill the forms from the replies, one after another; one that fails leaves the others alone."""
    actor = _actor(job, Round.objects.select_related("body").get(pk=job.argument["round"]))
    ids = job.argument["uploads"]
    related = ("submission__round__programme", "submission__body")
    uploads = {one.pk: one for one in Upload.objects.select_related(*related).filter(pk__in=ids)}
    rows = []
    for number, pk in enumerate(ids, 1):
        if pk in uploads:
            rows.append(asdict(_take_one(actor, uploads[pk], sending=job.argument["sending"])))
        progress(number, len(ids))
    return {"rows": rows}


def _take_one(actor: Actor, upload: Upload, *, sending: bool) -> Reply:
    submission = upload.submission
    assert submission is not None
    reply = Reply(upload.name, "taken", submission.body.name, submission.pk, upload.pk)
    try:
        if upload.state == Upload.State.WAITING:
            reply.count = _fill(actor, upload, submission)
        if sending:
            submission.refresh_from_db(fields=["edition", "state"])
            send(actor, submission, submission.edition, NOTE)
            reply.state = "sent"
    except TongketError as error:
        reply.why = as_json(error)
        if upload.state == Upload.State.WAITING:
            refuse(actor, upload, error)
            reply.state = "refused"
    return reply


def _fill(actor: Actor, upload: Upload, submission: Submission) -> int:
    """Put what a reply says into the form; how many cells it filled."""
    _check_open(submission, upload.name)
    Upload.objects.filter(pk=upload.pk).update(kind=upload.media, error={})
    upload.kind, upload.error = upload.media, {}
    if upload.kind == Upload.Kind.WORKBOOK:
        keep(upload)
        changes = changes_of(read_workbook(path_of(upload), upload.name, submission), submission)
        saved = apply(actor, upload, {str(one.place): one.version for one in changes})
        count = sum(one.state == "saved" for one in saved)
    else:
        count = take_report(actor, upload)["filled"]
    with transaction.atomic():
        told = {"upload": upload.pk, "name": upload.name, "kind": upload.kind, "cells": count}
        record(f"submission:{submission.pk}", "receive-mail", actor, told)
    return count


def rows_of(job: Job | None) -> Iterator[dict[str, Any]]:
    """The lines of a job, gravest first."""
    order = {"refused": 0, "look": 1, "accepted": 2, "taken": 3, "sent": 4}
    yield from sorted(job.result.get("rows", []) if job else [], key=lambda row: (order[row["state"]], row["name"]))
