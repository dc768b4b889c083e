"""Programmes that come in from outside: a workbook, or a folder as .zip."""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from tongket.errors import ProgrammeError, ProgrammeErrors
from tongket.files.zip_errors import ZIP_ERRORS
from tongket.messages import N_
from tongket.site.people.rights import Actor
from tongket.site.records.services import record
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.models import ProgrammeVersion
from tongket.site.rounds.programmes import keep_programme

MOST_FILES = 60
MOST_BYTES = 10 * 1024 * 1024  # of all files of a programme; the largest there is has 200 kB


def keep_package(actor: Actor, upload: UploadedFile) -> ProgrammeVersion:
    """Keep an uploaded programme.

    Raises:
        RoundError: neither a workbook nor a .zip of YAML files, or too large.
        ProgrammeError: it holds a mistake.
    """
    suffix = Path(upload.name or "").suffix.lower()
    if suffix not in (".xlsx", ".zip") or (upload.size or 0) > MOST_BYTES:
        raise RoundError(
            N_("“{name}” is no programme: a workbook (.xlsx) or a folder as .zip of at most {limit} MB."),
            N_("Upload the workbook that “tongket programmes” wrote, or the folder with programme.yaml as .zip."),
            field="package",
            name=(upload.name or "")[:100],
            limit=MOST_BYTES >> 20,
        )
    with tempfile.TemporaryDirectory(dir=settings.DATA.waiting) as place:
        file = Path(place) / f"programme{suffix}"
        file.write_bytes(upload.read())
        out = Path(place) / "programme"
        try:
            kept = keep_programme(file if suffix == ".xlsx" else _unpacked(file, out))
        except ProgrammeError as error:
            raise _named(error, {str(file): upload.name or file.name, f"{out}{os.sep}": ""}) from error
    record(f"body:{actor.body.pk}", "programme-uploaded", actor, {"programme": kept.hash, "code": kept.code})
    return kept


def _named(error: ProgrammeError, names: dict[str, str]) -> ProgrammeError:
    """The error with places by the names that the user knows: where the site unpacked the file is nobody's business."""
    for one in {error, *(error.errors if isinstance(error, ProgrammeErrors) else ())}:
        for path, name in names.items():
            one.where = one.where.replace(path, name)
    return error


def _unpacked(file: Path, out: Path) -> Path:
    """The YAML files of the archive, by their names alone: no path of it leads out of the folder."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = [one for one in archive.infolist() if one.filename.lower().endswith(".yaml")]
            if len(members) > MOST_FILES or sum(one.file_size for one in members) > MOST_BYTES:
                raise _bad()
            for one in members:
                path = PurePosixPath(one.filename.replace("\\", "/"))
                target = out / "modules" / path.name if path.parent.name == "modules" else out / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(one))
    except ZIP_ERRORS as error:
        raise _bad() from error
    if not (out / "programme.yaml").is_file():
        raise _bad()
    return out


def _bad() -> RoundError:
    return RoundError(
        N_("The archive holds no folder of a programme."),
        N_("Pack the folder with programme.yaml itself, without a password."),
        field="package",
    )
