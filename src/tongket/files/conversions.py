"""What LibreOffice made of many files in one call, kept for those who open them one by one.

A start of LibreOffice takes seconds, a file a fraction of one: so the old Word files of a folder are converted
together (:mod:`tongket.files.office`), and each is opened by whichever process reads it.

    8c1f...docx      what became of the file with that hash
    8c1f...json      why it could not be converted: the words of a ``ReadError``
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from tongket.errors import NoRoomError, ReadError
from tongket.files.formats import OFFICE, sniff
from tongket.files.parts import LIBREOFFICE, find

_MAX_BYTES = 100 << 20
_HEADS = (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"PK\x03\x04", b"<?xml", b"\xef\xbb\xbf<?xml")
_OTHERS = (".docx", ".xlsx", ".xls", ".pptx", ".zip")
_store: Path | None = None  # of this process


def use_conversions(folder: Path | None) -> None:
    """Look into ``folder`` for what was converted beforehand; None: nowhere."""
    global _store
    _store = folder


def conversions() -> Path | None:
    """The folder in use."""
    return _store


def conversion(data: bytes, file: str) -> bytes | None:
    """What the file of bytes ``data`` was converted to beforehand; None where it was not.

    Raises:
        ReadError: it could not be converted; ``file`` is named.
    """
    if _store is None:
        return None
    place = _store / hashlib.sha256(data).hexdigest()
    try:
        return place.with_suffix(".docx").read_bytes()
    except OSError:
        pass
    try:
        said = json.loads(place.with_suffix(".json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    raise ReadError(said["what"], said["mend"], where=file, **said["facts"])


def convert_ahead(paths: Sequence[Path], into: Path) -> None:
    """Convert those of ``paths`` that need it, in one call, into the folder ``into``; what fails is said on opening."""
    if find(LIBREOFFICE) is None:
        return  # what else can be done for a file is found out on opening it
    found = {}
    for path in filter(_may_need_it, paths):
        try:
            data = path.read_bytes()
        except OSError:
            continue  # opening it says why
        place = into / hashlib.sha256(data).hexdigest()
        if sniff(data) in OFFICE and not place.with_suffix(".docx").exists():
            found[place] = (path.name, data)
    if not found:
        return
    from tongket.files.office import to_docx

    for place, made in zip(found, to_docx(list(found.values())), strict=True):
        try:
            _keep(place, made)
        except OSError:  # no room: opening the file converts it again, or says why not
            for suffix in (".docx", ".json"):
                place.with_suffix(suffix).unlink(missing_ok=True)


def _keep(place: Path, made: bytes | ReadError) -> None:
    if isinstance(made, bytes):
        place.with_suffix(".docx").write_bytes(made)
    elif not isinstance(made, NoRoomError):
        said = {"what": made.what, "mend": made.mend, "facts": made.facts}
        place.with_suffix(".json").write_text(json.dumps(said, default=str), encoding="utf-8")


def _may_need_it(path: Path) -> bool:
    """Whether name and first bytes leave it open that LibreOffice is needed."""
    try:
        if path.suffix.lower() in _OTHERS or path.stat().st_size > _MAX_BYTES:
            return False
        with path.open("rb") as opened:
            return opened.read(8).startswith(_HEADS)
    except OSError:
        return False
