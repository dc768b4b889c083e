"""Taking a sealed file in: looked at, shown, then it becomes a revision of the body that it is from."""

from __future__ import annotations

import dataclasses
import json
from pathlib import PurePath

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tongket.errors import SecretError, TongketError
from tongket.files.open import source_of
from tongket.messages import N_
from tongket.road.reading import read
from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor
from tongket.site.records.models import Link
from tongket.site.records.services import record
from tongket.site.rounds.calendar import days_late
from tongket.site.rounds.models import Round, Submission, TrustedKey
from tongket.site.rounds.sealing import trusted_by
from tongket.site.rounds.sheets import cells_of
from tongket.site.submissions.boxes import shown_answer
from tongket.site.submissions.models import Narrative, Return, Revision, SignedCopy, StoredFinding, Upload, Value
from tongket.site.submissions.services.checking import check_values
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import open_places, place_of_value, programme_of_submission
from tongket.site.submissions.services.kept_reports import as_kept
from tongket.site.submissions.services.narrative import clean_html
from tongket.site.submissions.services.sealed import Part, Sealed, SealedValue, open_sealed, submission_for
from tongket.site.submissions.services.sending import locked_at, set_state, write_revision
from tongket.site.submissions.services.signing import check_signature
from tongket.site.submissions.services.uploading import keep, kept_path, path_of, refuse
from tongket.site.submissions.services.workbook import names_of

READ_SEALED = "read-sealed-report"
KINDS = {
    "report": Upload.Kind.REPORT,
    "attachment": Upload.Kind.ATTACHMENT,
    "signed": Upload.Kind.SIGNED,
}


def take_in(actor: Actor, upload: Upload, round_: Round) -> Submission:
    """Prove a sealed file, find whose it is, look for secrecy marks in its parts, and keep it; nothing changes yet.

    Raises:
        TongketError: something of that fails; it is wiped.
    """
    try:
        found = open_sealed(path_of(upload), upload.name)
        submission = submission_for(found, round_, upload.name)
        kept = [(name, part) for name, part in found.manifest.parts.items() if part.kind in KINDS]
        unread = [part.name[-260:] for name, part in kept if not _was_looked_into(found.part(name), part.name)]
    except TongketError as error:
        refuse(actor, upload, error)
        raise
    upload.submission, upload.error = submission, {"unread": unread} if unread else {}
    upload.state = Upload.State.HELD if unread else upload.state
    upload.save(update_fields=["submission", "error", "state"])
    if not unread:
        keep(upload)
    return submission


def _was_looked_into(data: bytes, name: str) -> bool:
    """Whether the part could be read. Raises SecretError: it carries a secrecy mark."""
    try:
        source_of(data, name)
    except SecretError:
        raise
    except TongketError:
        return False
    return True


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A value of the sealed file beside what stands here."""

    name: str
    before: str
    after: str


def lines_of(found: Sealed, submission: Submission) -> list[Line]:
    """What would stand in the form, cell by cell, where it is not there already."""
    programme, level = programme_of_submission(submission), submission.body.level
    cells, names = cells_of(programme, level), names_of(programme, level)
    rows = Value.objects.filter(submission=submission).exclude(status="missing")
    here = {place: shown_answer(one, cells[place]) for one in rows if (place := place_of_value(one)) in cells}
    lines = []
    for one in found.values:
        before, after = here.pop(one.place, ""), shown_answer(_value(one, submission), cells[one.place])
        if before != after:
            lines.append(Line(names[one.place], before, after))
    return lines + [Line(names[place], before, "") for place, before in here.items()]


def _value(one: SealedValue, submission: Submission) -> Value:
    return Value(submission=submission, **msgspec.structs.asdict(one))


def receive_revision(actor: Actor, upload: Upload, edition: int, *, vouched: bool = False) -> Revision:
    """Make the sealed revision the latest one of its body: values with their origin, text, files, signed copy.

    ``vouched``: ``actor`` has looked at the files that no program here could read, and none carries a secrecy mark.

    Raises:
        StaleError: the state was changed since the page was loaded.
        SubmissionError: the report is not open, the same revision was taken before, or nobody looked at its files.
    """
    assert upload.submission is not None
    if upload.state == Upload.State.HELD and not vouched:
        raise SubmissionError(
            N_("nobody has looked into these files for secrecy marks: {names}."),
            N_("Open them yourself, then tick that you looked; where one is marked, do not take the file."),
            names="; ".join(upload.error["unread"]),
        )
    found = open_sealed(path_of(upload), upload.name)
    with transaction.atomic():
        locked = locked_at(upload.submission, edition)
        _check_open(locked, found)
        _put_values(locked, found)
        report = _put_files(actor, locked, found)
        revision = write_revision(actor, locked, found.manifest.note, report=report, latest=False)
        _put_signed(actor, locked, found, revision)
        _mark_sent(actor, locked, upload, found, revision)
        if report:
            start(READ_SEALED, {"upload": report.pk}, actor)
        if upload.state == Upload.State.HELD:
            keep(upload)  # last: until here the parts were read where it waits
    check_values(locked)
    return revision


@work(READ_SEALED)
def read_sealed(job: Job, progress: Progress) -> dict[str, int]:
    """Read the report that came in a sealed file, for the review; the values are those that were sealed."""
    upload = Upload.objects.get(pk=job.argument["upload"])
    upload.report = as_kept(read(path_of(upload), name=upload.name), ())
    upload.save(update_fields=["report"])
    progress(1, 1)
    return {"upload": upload.pk}


def _check_open(submission: Submission, found: Sealed) -> None:
    if submission.revisions.filter(sha256=found.manifest.sha256).exists():
        raise SubmissionError(
            N_("this revision was taken before; nothing was changed."), N_("Look at it in the review of this body.")
        )
    before = _taken_before(submission)
    if before and before not in found.manifest.history:
        raise SubmissionError(
            N_("it does not follow the revision that was taken before: it is older, or was made elsewhere."),
            N_("Ask the body for the file of its latest revision, and compare the seal by telephone."),
        )
    if open_places(submission) is None:
        raise SubmissionError(
            N_("a report of this body was sent already, and is not open."),
            N_("Return it or reopen it first; then take the sealed file."),
        )


def _taken_before(submission: Submission) -> str:
    """The hash of the last revision that came in a sealed file; "" where none did, or its content was erased."""
    links = Link.objects.filter(chain=f"submission:{submission.pk}", action="receive-sealed").select_related("content")
    last = links.order_by("-number").first()
    return str(json.loads(last.content.data).get("sha256", "")) if last and last.content.data else ""


def signer_of(found: Sealed, round_: Round) -> TrustedKey | None:
    """The installation that signed the file, where the body of the round trusts its key."""
    return trusted_by(round_.body).filter(key=found.key).first() if found.key else None


def _put_values(submission: Submission, found: Sealed) -> None:
    """What stood in the form gives way to what was sealed; every version goes on from the one before."""
    versions = {
        (one.indicator, one.cell, one.extent): one.version for one in Value.objects.filter(submission=submission)
    }
    Value.objects.filter(submission=submission).delete()
    StoredFinding.objects.filter(submission=submission).delete()
    made = [_value(one, submission) for one in found.values]
    for one in made:
        one.version = versions.get((one.indicator, one.cell, one.extent), 0) + 1
    Value.objects.bulk_create(made)
    sections = {item.code for item in programme_of_submission(submission).outline}
    Narrative.objects.filter(submission=submission).delete()
    Narrative.objects.bulk_create(
        Narrative(submission=submission, section=section, html=clean_html(text))
        for section, text in found.narrative.items()
        if section in sections
    )
    Submission.objects.filter(pk=submission.pk).update(filled=len(made))


def _put_files(actor: Actor, submission: Submission, found: Sealed) -> Upload | None:
    Upload.objects.filter(submission=submission, kind=Upload.Kind.ATTACHMENT, removed=None).update(removed=now())
    for name, part in found.files("attachment"):
        _kept(actor, submission, part, found.part(name))
    return next((_kept(actor, submission, part, found.part(name)) for name, part in found.files("report")), None)


def _kept(actor: Actor, submission: Submission, part: Part, data: bytes) -> Upload:
    name = PurePath(part.name).name[-260:] or "-"
    upload = Upload.objects.create(
        kind=KINDS[part.kind], name=name, size=len(data), sha256=part.sha256, state=Upload.State.KEPT,
        submission=submission, body=actor.body, user=actor.user,
    )  # fmt: skip
    target = kept_path(upload)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        made = target.with_suffix(".part")
        made.write_bytes(data)
        made.replace(target)
    return upload


def _put_signed(actor: Actor, submission: Submission, found: Sealed, revision: Revision) -> None:
    signed, files = found.manifest.signed, dict(found.files("signed"))
    if signed is None or signed.part not in files:
        return
    upload = _kept(actor, submission, files[signed.part], found.part(signed.part))
    signature, signer = check_signature(kept_path(upload), settings.DATA.home / "trust")
    SignedCopy.objects.create(
        submission=submission, revision=revision.number, number=signed.number[:20], symbol=signed.symbol[:60],
        date=signed.date, upload=upload, signature=signature, signer=signer[:200], user=actor.user, post=actor.post,
    )  # fmt: skip
    Submission.objects.filter(pk=submission.pk).update(signed_copy=True)


def _mark_sent(actor: Actor, locked: Submission, upload: Upload, found: Sealed, revision: Revision) -> None:
    first = locked.first_sent or revision.moment
    set_state(
        locked,
        Submission.State.SENT,
        sent=revision.moment,
        first_sent=first,
        days_late=days_late(locked.due, timezone.localtime(first)),
        revision=revision.number,
        return_due=None,
        reopened_until=None,
        frozen=None,
        frozen_by=None,
    )
    Return.objects.filter(submission=locked, answered=None).update(answered=revision.number)
    told = {"upload": upload.pk, "seal": found.seal, "revision": revision.number, "sha256": revision.sha256}
    told |= {"sent": found.manifest.sent, "by": found.manifest.post, "values": revision.values}
    signer = signer_of(found, locked.round)
    told |= {"key": found.key, "signer": signer.name if signer else ""}
    told |= {"vouched": upload.error["unread"]} if upload.error else {}
    record(f"submission:{locked.pk}", "receive-sealed", actor, told)
