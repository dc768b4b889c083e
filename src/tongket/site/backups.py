"""Backing up a data folder into one archive and putting it back, while the site runs; each file by its hash."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.db import connection

from tongket import __version__
from tongket.errors import TongketError
from tongket.files.zip_errors import ZIP_ERRORS
from tongket.messages import N_
from tongket.site.data_folder import LAYOUT
from tongket.site.interface.clock import now
from tongket.site.upgrade import copy_database, upgrade

MANIFEST = "manifest.json"
DATABASE = "tongket.sqlite3"
FOLDERS = ("files", "programmes", "made")
LEFT_OUT = "made/static/"  # collected anew from the program
SINGLE = ("units.tsv",)
CHUNK = 1024 * 1024


class BackupError(TongketError):
    """A backup cannot be made or put back."""


def back_up(to: Path | None = None) -> Path:
    """One archive with the database, the files, the programmes and what the site wrote; where it lies.

    The database is copied first: every file that it names is there by then. Files that wait for the check for secrecy
    marks and the key of the sessions are left out. With PostgreSQL the database is left to ``pg_dump``.

    Raises:
        BackupError: there is a file of that name already.
    """
    home = settings.DATA.home
    target = to or settings.DATA.backups / f"tongket-{now():%Y%m%d-%H%M%S}.zip"
    if target.is_dir():
        target = target / f"tongket-{now():%Y%m%d-%H%M%S}.zip"
    if target.exists():
        raise BackupError(N_("There is a file of this name already."), N_("Choose another name."), where=str(target))
    unfinished, hashes = target.with_name(target.name + ".part"), {}
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            if connection.vendor == "sqlite":
                with tempfile.TemporaryDirectory(dir=settings.DATA.backups) as folder:
                    copy = _copy(Path(folder))
                    hashes[DATABASE] = _add(archive, copy, DATABASE)
            for path in _kept(home):
                name = path.relative_to(home).as_posix()
                hashes[name] = _add(archive, path, name)
            archive.writestr(MANIFEST, _manifest(hashes))
        unfinished.chmod(0o600)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def _manifest(hashes: dict[str, str]) -> str:
    told = {"program": __version__, "layout": LAYOUT, "made": now().isoformat(), "files": hashes}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)


def _copy(folder: Path) -> Path:
    copy = folder / DATABASE
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"], uri=True)) as one,
        closing(sqlite3.connect(copy)) as two,
    ):
        one.backup(two)
    return copy


def _kept(home: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((home / folder).rglob("*")):
            if path.is_file() and not path.relative_to(home).as_posix().startswith(LEFT_OUT):
                yield path
    yield from (home / name for name in SINGLE if (home / name).is_file())


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> str:
    digest = hashlib.sha256()
    with (
        path.open("rb") as source,
        archive.open(zipfile.ZipInfo.from_file(path, name), "w", force_zip64=True) as target,
    ):
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def restore(archive: Path) -> Path | None:
    """Put a backup back into the data folder; the copy of the database that was there before.

    All of it is unpacked aside and its hashes are looked at first; then the database is written over in one piece,
    also while the site runs, and brought to this version. Files that came since stay.

    Raises:
        BackupError: it is no backup, is damaged, or was made by a newer version.
    """
    home = settings.DATA.home
    with tempfile.TemporaryDirectory(dir=settings.DATA.backups) as folder:
        names = _unpack(archive, Path(folder))
        database = Path(folder) / DATABASE
        before = None
        if database.exists():
            _check_vendor(archive)
            before = copy_database(settings.DATA.backups)
        for name in names:
            if name != DATABASE:
                (home / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.move(Path(folder) / name, home / name)
        if before:
            _write_over(database)
            upgrade()
    return before


def _check_vendor(archive: Path) -> None:
    if connection.vendor != "sqlite":
        raise BackupError(
            N_("This backup holds an embedded database, and the site uses PostgreSQL."),
            N_("Restore it without DATABASE_URL."),
            where=str(archive),
        )


def _write_over(database: Path) -> None:
    connection.close()
    live = sqlite3.connect(settings.DATA.database, timeout=30)
    with closing(sqlite3.connect(database)) as one, closing(live):
        one.backup(live)


def _unpack(archive: Path, folder: Path) -> list[str]:
    try:
        with zipfile.ZipFile(archive) as opened:
            told = json.loads(opened.read(MANIFEST))
            _check_layout(told, archive)
            hashes: dict[str, str] = told["files"]
            for name, hash_ in hashes.items():
                _check_name(name, archive)
                if _take(opened, name, folder / name) != hash_:
                    raise _damaged(archive, name)
    except (*ZIP_ERRORS, TypeError, AttributeError) as error:
        raise BackupError(
            N_("This is no backup of the site, or it cannot be read."),
            N_("Name a file that `tongket backup` wrote."),
            where=str(archive),
        ) from error
    return list(hashes)


def _check_layout(told: dict[str, object], archive: Path) -> None:
    if int(str(told["layout"])) > LAYOUT:
        raise BackupError(
            N_("The backup was made by a newer version of the program ({program})."),
            N_("Install that version, then restore."),
            where=str(archive),
            program=told.get("program", ""),
        )


def _check_name(name: str, archive: Path) -> None:
    """Only what a backup holds, and nothing outside of the data folder."""
    path = PurePosixPath(name)
    known = name == DATABASE or name in SINGLE or path.parts[0] in FOLDERS
    if not known or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise _damaged(archive, name)


def _damaged(archive: Path, name: str) -> BackupError:
    return BackupError(
        N_("The backup is damaged: {name} is not what was put into it. Nothing was changed."),
        N_("Use another backup."),
        where=str(archive),
        name=name,
    )


def _take(opened: zipfile.ZipFile, name: str, path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with opened.open(name) as source, path.open("wb") as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()
