"""Files of a request: taken in through the door that refuses secret documents, kept by their content."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from tongket.files.naming import shown_name
from tongket.files.open import open_source
from tongket.messages import N_
from tongket.site.interface.asked import whole
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.models import ProgrammeDraft, RoundFile

READ = (".docx", ".doc", ".pdf", ".xlsx", ".xls", ".txt", ".rtf", ".odt")


def read_from(body: Body, programme: str | None) -> list[RoundFile]:
    """The letter and the forms out of which ``body`` drafted the programme ('version:12')."""
    number = whole((programme or "").removeprefix("version:"))
    drafts = ProgrammeDraft.objects.filter(kept=number) if number else ProgrammeDraft.objects.none()
    ids = {pk for pair in drafts.values_list("letter", "forms") for pk in pair if pk}
    return list(RoundFile.objects.filter(pk__in=ids, body=body).order_by("pk"))


def taken_along(actor: Actor, programme: str | None) -> tuple[int, ...]:
    """What ``read_from`` gives, once more for a round that is made: the draft keeps its own."""
    rows = [
        RoundFile(kind=one.kind, name=one.name, size=one.size, sha256=one.sha256, body=one.body, user=actor.user)
        for one in read_from(actor.body, programme)
    ]
    return tuple(row.pk for row in RoundFile.objects.bulk_create(rows))


def keep_file(actor: Actor, upload: UploadedFile, kind: str, field: str) -> RoundFile:
    """Keep an uploaded file once it is known to carry no secrecy mark; else it is wiped.

    Raises:
        RoundError: of a format that is not read here, or too large.
        ReadError: it cannot be read; SecretError: it carries a secrecy mark.
    """
    name = shown_name(Path(upload.name or "-").name)[:200]
    if Path(name).suffix.lower() not in READ:
        raise RoundError(
            N_("“{name}” is not of a format that is read here."),
            N_("Upload one of: {formats}."),
            field=field,
            name=name,
            formats=", ".join(READ),
        )
    if (upload.size or 0) > settings.MOST_UPLOAD:
        raise RoundError(
            N_("“{name}” is larger than {limit} MB."),
            N_("Take pictures out of it, or compress them, and upload it again."),
            field=field,
            name=name,
            limit=settings.MOST_UPLOAD >> 20,
        )
    with tempfile.NamedTemporaryFile(dir=settings.DATA.waiting, suffix=Path(name).suffix) as waiting:
        digest, size = hashlib.sha256(), 0
        for chunk in upload.chunks():
            digest.update(chunk)
            size += len(chunk)
            waiting.write(chunk)
        waiting.flush()
        open_source(Path(waiting.name), name)
        _keep(Path(waiting.name), _kept(digest.hexdigest(), name))
    return RoundFile.objects.create(
        kind=kind, name=name, size=size, sha256=digest.hexdigest(), body=actor.body, user=actor.user
    )


def path_of(file: RoundFile) -> Path:
    """Where its bytes lie."""
    return _kept(file.sha256, file.name)


def _kept(sha256: str, name: str) -> Path:
    return settings.DATA.files / sha256[:2] / f"{sha256}{Path(name).suffix.lower()}"


def _keep(waiting: Path, kept: Path) -> None:
    if kept.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    made = kept.with_suffix(".part")
    made.write_bytes(waiting.read_bytes())
    made.replace(kept)
