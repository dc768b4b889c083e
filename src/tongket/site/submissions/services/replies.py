"""Replies by e-mail (trả lời qua thư điện tử): a folder of Excel forms and Word reports dropped on a round.

First each is looked at: whose it is, and whether it can be taken. Then, when the officer says so, it goes into the
submission of its body, filled in by the officer: 'received by e-mail'.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path, PurePath
from typing import Any, Literal

from django.db import transaction

from tongket.errors import TongketError
from tongket.files.open import open_source
from tongket.messages import N_
from tongket.road.readying import unpacked
from tongket.site.interface.kept_errors import as_json
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor, actor_of, may
from tongket.site.records.services import record
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Upload
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import open_places
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.replies_whose import Asked, by_cover, by_letterhead, choices_of
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.uploading import keep, path_of, refuse, waiting_path
from tongket.site.submissions.services.workbook import Looked, apply, looked
from tongket.site.submissions.services.workbook_reading import CellRefused, about_of, read_workbook

LOOK, TAKE = "look-at-replies", "take-replies"
NOTE = "Nhận qua thư điện tử"  # of the revision: a word of the record, in the language of the office
CANNOT_BE_TAKEN, NOTHING_NEW = N_("{count} values of it cannot be taken."), N_("nothing in it would change the form.")
_AT_ONCE = 100  # rows of one statement
_SHOWN_CELLS = 3  # of a workbook, on the page; the workbook with the reasons tells all
_TOLD = 10  # files after which the page is told how far the look is: each telling is a write
State = Literal["accepted", "look", "refused", "taken", "sent"]


@dataclass(slots=True)
class Reply:
    """One file of the folder: whose it is, what it would fill in, and whether it can be taken; errors as JSON.

    ``refused``: the first cells of a workbook that cannot be taken, each with its reason.
    """

    name: str
    state: State = "refused"
    body: str = ""
    submission: int = 0
    upload: int = 0
    count: int = 0
    why: dict[str, Any] | None = None
    choices: list[tuple[int, str]] = field(default_factory=list)  # (submission, name): of whom it may be, where several
    refused: list[dict[str, Any]] = field(default_factory=list)
    doubtful: int = 0  # values that cannot be taken


@work(LOOK)
def look(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Recognise every file; those whose body is known wait as uploads of its submission. Run again it begins anew."""
    round_ = Round.objects.select_related("programme", "body").get(pk=job.argument["round"])
    actor = _actor(job, round_)
    dropped = list(Upload.objects.filter(pk__in=job.argument["uploads"], state=Upload.State.WAITING))
    _forget_earlier(round_)
    asked = Asked(round_)
    rows = [Reply(one.name, why=one.error) for one in _not_taken_in(job)]
    with unpacked([(path_of(one), one.name) for one in dropped]) as (files, left_out):
        rows += [Reply(error.where or "", why=_why(error, error.where)) for error in left_out]
        for number, (path, name) in enumerate(files, 1):
            if number % _TOLD == 0:
                progress(number, len(files))
            rows.append(_look_at(job, actor, asked, path, name))
        progress(len(files), len(files))
    _mark_twice(rows)
    for one in dropped:  # what was recognised is kept apart, under its own name
        waiting_path(one).unlink(missing_ok=True)
        Upload.objects.filter(pk=one.pk).update(state=Upload.State.REFUSED, sha256="", error={})
    return {"rows": [asdict(one) for one in rows]}


def _actor(job: Job, round_: Round) -> Actor:
    actor = actor_of(job.user, job.body_id) if job.user else None
    if actor is None or not may(actor, "round.write", round_):
        raise SubmissionError(N_("the user who began this has no right here any more."), N_("Begin it again."))
    return actor


def _not_taken_in(job: Job) -> Iterable[Upload]:
    """What was dropped with the others and could not be taken in: each is told, and sinks no other."""
    return Upload.objects.filter(pk__in=job.argument["uploads"], state=Upload.State.REFUSED).exclude(error={})


def _forget_earlier(round_: Round) -> None:
    """What an interrupted run of the same job has laid apart, and what was dropped before and never taken."""
    if Job.objects.filter(kind=TAKE, argument__round=round_.pk, state__in=("waiting", "running")).exists():
        return
    looks = list(Job.objects.filter(kind=LOOK, argument__round=round_.pk).values_list("pk", flat=True))
    rows = Upload.objects.filter(kind=Upload.Kind.REPLIES, state=Upload.State.WAITING, submission__round=round_)
    found = list(rows.filter(error__job__in=looks))
    for begin in range(0, len(found), _AT_ONCE):
        some = found[begin : begin + _AT_ONCE]
        for one in some:
            waiting_path(one).unlink(missing_ok=True)
        Upload.objects.filter(pk__in=[one.pk for one in some]).delete()


def _why(error: TongketError, name: str) -> dict[str, Any]:
    """An error of a file, beside whose name it is shown."""
    told = as_json(error)
    return {**told, "where": ""} if told["where"] == name else told


def _cells(refused: Iterable[CellRefused]) -> list[dict[str, Any]]:
    """The first cells that cannot be taken, as JSON."""
    return [
        as_json(SubmissionError(one.why.what, one.why.mend, where=one.at, **dict(one.why.facts)))
        for one in islice(refused, _SHOWN_CELLS)
    ]


def _look_at(job: Job, actor: Actor, asked: Asked, path: Path, name: str) -> Reply:
    reply = Reply(name)
    try:
        open_source(path, name)  # refuses what carries a secrecy mark before anything of it is kept
        about = about_of(path) if PurePath(name).suffix.lower() == ".xlsx" else {}
        if about:
            several = by_cover(asked, about, name)
            found = looked(read_workbook(path, name, several[0]), several[0])
            reply.count, kind = len(found.changes), Upload.Kind.WORKBOOK
            _note_refused(reply, found)
        else:
            several, reply.count, reply.doubtful = by_letterhead(asked, path, name)
            kind = Upload.Kind.REPORT
        submission = several[0]
        reply.body = submission.body.name
        if len(several) > 1:
            reply.choices = choices_of(several)
        else:
            reply.submission = submission.pk
            _check_open(submission, name)
    except TongketError as error:
        reply.why = _why(error, name)
        return reply
    reply.upload = _laid_apart(job, actor, submission, path, name, kind).pk
    reply.state = "accepted"
    if reply.choices:
        reply.state = "look"
        what = N_(
            "{count} bodies that this round asks have this name, and the reply does not say which of them it is of."
        )
        reply.why = {"what": what, "mend": N_("Choose the body."), "where": "", "facts": {"count": len(several)}}
    elif reply.doubtful or not reply.count:
        reply.state = "look"
        what = CANNOT_BE_TAKEN if reply.doubtful else NOTHING_NEW
        reply.why = {"what": what, "mend": "", "where": "", "facts": {"count": reply.doubtful}}
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
        elif row.upload and not row.choices:
            first[kind] = row


def take(
    actor: Actor, round_: Round, looked: Job, chosen: Iterable[int], whose: Mapping[int, int], *, sending: bool
) -> Job:
    """Take the chosen replies into the submissions of their bodies, in the background; each once. ``whose``: of those
    that may be of several bodies, upload and submission.

    Raises:
        SubmissionError: none was chosen, or two for one body.
    """
    rows = {row["upload"]: row for row in looked.result.get("rows", []) if row["upload"]}
    named = {upload: pk for upload, pk in whose.items() if pk in _may_be_of(rows.get(upload))}
    uploads = sorted({one for one in chosen if one in rows and not rows[one].get("choices")} | named.keys())
    if not uploads:
        raise SubmissionError(N_("no reply was chosen."), N_("Tick those that are to be taken."))
    _check_once(rows, uploads, named)
    told = {"round": round_.pk, "look": looked.pk, "uploads": uploads, "sending": sending}
    return start(TAKE, {**told, "whose": {str(upload): pk for upload, pk in named.items()}}, actor)


def _may_be_of(row: Mapping[str, Any] | None) -> set[int]:
    return {pk for pk, _ in row.get("choices", ())} if row else set()


def _check_once(rows: Mapping[int, Mapping[str, Any]], uploads: Iterable[int], named: Mapping[int, int]) -> None:
    """Raises SubmissionError where the officer named a body for a reply, and another is taken for it too."""
    first: dict[tuple[int, str], str] = {}
    for upload in sorted(uploads, key=named.__contains__):
        name = rows[upload]["name"]
        kind = (named.get(upload, rows[upload]["submission"]), PurePath(name).suffix.lower())
        if upload in named and kind in first:
            raise SubmissionError(
                N_("“{one}” and “{other}” are chosen for one body."),
                N_("Choose another body for one of them, or leave one out."),
                one=first[kind],
                other=name,
            )
        first.setdefault(kind, name)


@work(TAKE)
def take_replies(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Fill the forms from the replies, one after another; one that fails leaves the others alone."""
    actor = _actor(job, Round.objects.select_related("body").get(pk=job.argument["round"]))
    ids = job.argument["uploads"]
    round_ = Round.objects.select_related("programme", "body").get(pk=job.argument["round"])
    rows = []
    for number, pk in enumerate(ids, 1):
        if submission := job.argument.get("whose", {}).get(str(pk)):
            Upload.objects.filter(pk=pk, submission__round=round_).update(submission=submission)
        upload = Upload.objects.select_related("submission__body").filter(pk=pk, submission__round=round_).first()
        if upload is not None and upload.submission is not None:
            upload.submission.round = round_
            rows.append(asdict(_take_one(actor, upload, sending=job.argument["sending"])))
        progress(number, len(ids))
    return {"rows": rows}


def _take_one(actor: Actor, upload: Upload, *, sending: bool) -> Reply:
    submission = upload.submission
    assert submission is not None
    reply = Reply(upload.name, "taken", submission.body.name, submission.pk, upload.pk)
    fresh = upload.state == Upload.State.WAITING
    try:
        if fresh:
            _fill(actor, upload, submission, reply)
        elif upload.kind == Upload.Kind.WORKBOOK:
            _note_refused(reply, looked(read_workbook(path_of(upload), upload.name, submission), submission))
        reply.why = _not_to_be_sent(reply, fresh=fresh) if sending else None
        if sending and not reply.why:
            submission.refresh_from_db(fields=["edition", "state"])
            send(actor, submission, submission.edition, NOTE)
            reply.state = "sent"
    except TongketError as error:
        reply.why = _why(error, upload.name)
        if upload.state == Upload.State.WAITING:
            refuse(actor, upload, error)
            reply.state = "refused"
    return reply


def _not_to_be_sent(reply: Reply, *, fresh: bool) -> dict[str, Any] | None:
    """Why a reply is filled in and not sent: a cell that its body answered would be missing, or it holds nothing, and
    what would be sent is what the body itself has not finished yet.
    """
    if reply.doubtful:
        what, mend = CANNOT_BE_TAKEN, N_("It is not sent: fill them in, or send the workbook with the reasons back.")
    elif fresh and not reply.count:
        what, mend = NOTHING_NEW, N_("It is not sent: what stands in the form is not from it.")
    else:
        return None
    return {"what": what, "mend": mend, "where": "", "facts": {"count": reply.doubtful}}


def _note_refused(reply: Reply, found: Looked) -> None:
    reply.doubtful, reply.refused = len(found.refused), _cells(found.refused)


def _fill(actor: Actor, upload: Upload, submission: Submission, reply: Reply) -> None:
    """Put what a reply says into the form, and note how many cells it filled, and which could not be taken."""
    _check_open(submission, upload.name)
    Upload.objects.filter(pk=upload.pk).update(kind=upload.media, error={})
    upload.kind, upload.error = upload.media, {}
    if upload.kind == Upload.Kind.WORKBOOK:
        keep(upload)
        found = looked(read_workbook(path_of(upload), upload.name, submission), submission)
        saved = apply(actor, upload, {str(one.place): one.version for one in found.changes})
        reply.count = sum(one.state == "saved" for one in saved)
        _note_refused(reply, found)
    else:
        reply.count = take_report(actor, upload)["filled"]
    with transaction.atomic():
        told = {"upload": upload.pk, "name": upload.name, "kind": upload.kind, "cells": reply.count}
        record(f"submission:{submission.pk}", "receive-mail", actor, told)


def rows_of(job: Job | None) -> Iterator[dict[str, Any]]:
    """The lines of a job, gravest first."""
    order = {"refused": 0, "look": 1, "accepted": 2, "taken": 3, "sent": 4}
    yield from sorted(job.result.get("rows", []) if job else [], key=lambda row: (order[row["state"]], row["name"]))
