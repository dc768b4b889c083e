"""Programmes of the site: kept as files in the database, loaded once a process."""

from __future__ import annotations

import base64
import tempfile
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from tongket.model.programmes import Programme
from tongket.programmes.load import load_programme, programme_files
from tongket.programmes.modules import module_file
from tongket.site.rounds.models import ProgrammeVersion


def keep_programme(name: str | Path) -> ProgrammeVersion:
    """The programme of that code, folder or workbook as a version of the site; the same content is kept once.

    Raises:
        ProgrammeError: it holds a mistake.
    """
    programme = load_programme(name)
    own = programme_files(name)
    files = {file.name: _text(file) for file in own}
    for module in programme.modules:  # a later version of the package may bring other ones
        file = module_file(module.code, own[0].parent)
        if file:
            files[f"modules/{file.name}"] = _text(file)
    kept, _ = ProgrammeVersion.objects.get_or_create(
        hash=programme.hash,
        defaults={"code": programme.code, "version": programme.version, "title": programme.title, "files": files},
    )
    return kept


def programme_of(version: ProgrammeVersion) -> Programme:
    """The programme that a round pins."""
    return _loaded(version.hash)


def programme_place(version: ProgrammeVersion) -> Path:
    """Where its files lie: a folder, or one workbook."""
    programme_of(version)
    return _place(settings.DATA.programmes / version.hash)


@lru_cache(maxsize=32)
def _loaded(hash_: str) -> Programme:
    folder = settings.DATA.programmes / hash_
    if not folder.is_dir():
        _unpack(ProgrammeVersion.objects.get(hash=hash_).files, folder)
    return load_programme(_place(folder))


def _unpack(files: dict[str, str], folder: Path) -> None:
    """Let ``folder`` hold ``files``: it appears with all of them, so that nobody beside this reads half of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".", dir=folder.parent, ignore_cleanup_errors=True) as beside:
        whole = Path(beside) / folder.name
        whole.mkdir()
        for name, text in files.items():
            _write(whole / name, text)
        try:
            whole.rename(folder)
        except OSError:  # another one was faster
            if not folder.is_dir():
                raise


def _place(folder: Path) -> Path:
    return next(folder.glob("*.xlsx"), folder)


def _text(file: Path) -> str:
    if file.suffix.lower() == ".xlsx":
        return base64.b64encode(file.read_bytes()).decode("ascii")
    return file.read_text("utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    if path.suffix.lower() == ".xlsx":
        path.write_bytes(base64.b64decode(text))
    else:
        path.write_text(text, encoding="utf-8", newline="")
