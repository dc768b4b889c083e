"""Files that come in (tệp tải lên): they wait in a private folder until the check for secrecy marks, then are kept or
wiped.
"""

from __future__ import annotations

import hashlib
import shutil
import time
from pathlib import Path, PurePath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tongket.errors import SecretError, TongketError, is_disk_full
from tongket.files.formats import sniff, unreadable
from tongket.messages import N_
from tongket.site.interface.kept_errors import as_json
from tongket.site.people.rights import Actor
from tongket.site.records.services import record
from tongket.site.rounds.models import RoundFile, Submission
from tongket.site.submissions.models import Upload
from tongket.site.submissions.services.errors import SubmissionError

WAITS, WAITS_LONG = 24 * 3600, 31 * 24 * 3600  # seconds
LONG = ("bodies-", "links-")  # of people: an invitation holds 30 days
READABLE = (
    ".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif",
    ".webp", ".txt", ".htm", ".html", ".mht", ".mhtml", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".zip",
    ".tongket",
)  # fmt: skip


_HEAD_OF_A_FILE = 1 << 16  # bytes that tell a mail or a picture of a phone
_TELLING = frozenset(("mail", "phone-picture", "shortcut", "archive", "slides"))


class DiskFullError(SubmissionError):
    """There is no room left on the disk of the site."""


def receive(
    actor: Actor, file: UploadedFile, kind: str, submission: Submission | None = None, *, most: int | None = None
) -> Upload:
    """Take a file in: into the waiting folder, read by nobody yet; ``most`` bytes where it may be larger than others.

    Raises:
        SubmissionError: it is too large, empty, or of a kind that no report has; or the disk is full.
    """
    name = PurePath(file.name or "").name[-260:]
    most = most or settings.MOST_UPLOAD
    if file.size is None or file.size > most:
        raise SubmissionError(
            N_("the file has {size} MB; {most} MB is the most."),
            N_("Save pictures in it smaller, or send the appendices in files of their own."),
            where=name,
            size=-(-(file.size or 0) // 2**20),
            most=most // 2**20,
        )
    if not file.size:
        raise SubmissionError(N_("the file is empty."), N_("Save it again, then upload it."), where=name)
    if PurePath(name).suffix.lower() not in READABLE:
        raise _not_taken(file, name)
    with transaction.atomic():
        upload = Upload.objects.create(
            kind=kind, name=name, size=file.size, submission=submission, body=actor.body, user=actor.user
        )
        _write(file, waiting_path(upload), name)
        _say(actor, upload, "upload")
    return upload


def _not_taken(file: UploadedFile, name: str) -> SubmissionError:
    """What is said of a file of a kind that no report has: what it is, where that tells how to mend it."""
    kind = sniff(file.read(_HEAD_OF_A_FILE))
    if kind in _TELLING:
        said = unreadable(kind, name)
        return SubmissionError(said.what, said.mend, where=name)
    return SubmissionError(
        N_("files of this kind are not taken."),
        N_("Upload a Word file, a PDF, a scan, or the Excel workbook of this round."),
        where=name,
    )


def _write(file: UploadedFile, path: Path, name: str) -> None:
    """Over what a restored database has forgotten; half a file is not left behind."""
    try:
        with path.open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
    except OSError as error:
        path.unlink(missing_ok=True)
        if not is_disk_full(error):
            raise
        raise DiskFullError(
            N_("the disk of the site is full, and the file was not taken in."),
            N_("Tell your administrator; what is in the form is kept."),
            where=name,
        ) from None


def waiting_path(upload: Upload) -> Path:
    """Where it lies before the check."""
    return settings.DATA.waiting / f"{upload.pk}{PurePath(upload.name).suffix.lower()}"


def kept_path(upload: Upload) -> Path:
    """Where it lies once kept: under the hash of its bytes, so that one file is kept once."""
    return settings.DATA.files / upload.sha256[:2] / f"{upload.sha256}{PurePath(upload.name).suffix.lower()}"


def path_of(upload: Upload) -> Path:
    """Where its bytes are."""
    return kept_path(upload) if upload.state == Upload.State.KEPT else waiting_path(upload)


def keep(upload: Upload) -> Upload:
    """The check has found no mark: move the file among those that are kept.

    Raises:
        SubmissionError: it was taken off, or erased by law, while it was looked into.
    """
    source = waiting_path(upload)
    upload.sha256 = _digest(source)
    target = kept_path(upload)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        shutil.copyfile(source, target.with_suffix(".part"))
        target.with_suffix(".part").replace(target)
    upload.state = Upload.State.KEPT
    with transaction.atomic():
        if not _waits(upload):
            if not is_needed(upload.sha256):
                target.unlink(missing_ok=True)
            raise gone(upload)
        upload.save(update_fields=["sha256", "state"])
    # last, and once the row says so: whatever dies before, the job that is run again finds the file
    transaction.on_commit(lambda: source.unlink(missing_ok=True))
    return upload


def _waits(upload: Upload) -> bool:
    """Whether its row still waits; the row is locked until the end of the transaction."""
    rows = Upload.objects.select_for_update().filter(pk=upload.pk)
    return rows.filter(state__in=(Upload.State.WAITING, Upload.State.HELD)).exists()


def is_needed(sha256: str, without: Submission | None = None) -> bool:
    """Whether a kept file of that hash belongs to an upload (but those of ``without``) or to a request."""
    rows = Upload.objects.filter(sha256=sha256)
    rows = rows.exclude(submission=without) if without else rows
    return rows.exists() or RoundFile.objects.filter(sha256=sha256).exists()


def gone(upload: Upload) -> SubmissionError:
    """What is said where a file was taken off, or erased, while it was looked into."""
    return SubmissionError(
        N_("this file was taken off while it was read; nothing was taken from it."),
        N_("Upload it again if what it says is to stand in the form."),
        where=upload.name,
    )


def refuse(actor: Actor | None, upload: Upload, error: TongketError) -> Upload:
    """Wipe the file; its name, the reason and the moment stay. Of a secret one not even its hash is kept."""
    waiting_path(upload).unlink(missing_ok=True)
    upload.state, upload.error = Upload.State.REFUSED, as_json(error)
    with transaction.atomic():
        upload.save(update_fields=["state", "error"])
        _say(actor, upload, "refuse-secret" if isinstance(error, SecretError) else "refuse")
    return upload


def _say(actor: Actor | None, upload: Upload, action: str) -> None:
    chain = f"submission:{upload.submission_id}" if upload.submission_id else f"body:{upload.body_id}"
    record(chain, action, actor, {"upload": upload.pk, "name": upload.name, "kind": upload.kind, "size": upload.size})


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sweep_waiting() -> int:
    """Wipe what nobody waits for any more: halves of uploads whose process was killed, folders of looks that were cut
    off, after a day; sheets of bodies and the links made from them, once these hold no more; how many.
    """
    moment, count = time.time(), 0
    for path in settings.DATA.waiting.iterdir():
        try:
            age = moment - path.stat().st_mtime
        except FileNotFoundError:
            continue
        if age < (WAITS_LONG if path.name.startswith(LONG) else WAITS) or _is_waited_for(path):
            continue
        count += 1
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return count


def _is_waited_for(path: Path) -> bool:
    states = (Upload.State.WAITING, Upload.State.HELD)
    return path.stem.isdecimal() and Upload.objects.filter(pk=int(path.stem), state__in=states).exists()
