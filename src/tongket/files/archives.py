"""Archives (.zip): a folder in one file. What stands in it is unpacked under plain names, within limits.

Names inside an archive are never used as names on the disk: they may climb out of the folder, be too long for Windows,
or be written in the letters of another system.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from tongket.errors import NoRoomError, ReadError, is_disk_full
from tongket.files.folder import hidden_among, reports_among
from tongket.files.formats import unreadable
from tongket.files.naming import shown_name
from tongket.files.zip_errors import ZIP_ERRORS
from tongket.messages import N_

MAX_FILES = 5_000  # in one archive and those inside it: the reports of a province
MAX_UNPACKED = 2 << 30  # bytes of all of them together
MAX_ONE = 100 << 20  # bytes of one file, as for files that are not packed
MAX_DEPTH = 2  # an archive in an archive, and no deeper
_TABLES = (".csv", ".tsv")  # in a folder they may be our own outputs; packed up they are appendices
_UTF_8 = 0x800
_ENCRYPTED = 0x1
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Packed:
    """A file out of an archive: where it lies now, and its name in the archive ('xã A/bao-cao.docx')."""

    path: Path
    name: str


def is_archive(path: Path) -> bool:
    """Whether ``path`` is a .zip of files, and not a Word file or workbook, which are .zip files inside, too.

    A cut-off file that is named .zip is one: the end of a Word file packed in it is not taken for its own.
    """
    try:
        with path.open("rb") as opened:
            if opened.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return False
        with zipfile.ZipFile(path) as archive:
            names, cut = set(archive.namelist()), _is_cut(archive)
    except OSError:
        return False
    except ZIP_ERRORS:
        return path.suffix.lower() == ".zip"
    if cut and path.suffix.lower() == ".zip":
        return True
    return "[Content_Types].xml" not in names and "mimetype" not in names


@dataclass(slots=True)
class _Room:
    """What an archive may still give, the archives inside it counted in: files, and bytes."""

    files: int
    size: int


def _is_cut(archive: zipfile.ZipFile) -> bool:
    """Whether its list of contents is one of a file within: the whole begins with a member that is not listed."""
    return all(info.header_offset > 0 for info in archive.infolist()) and bool(archive.infolist())


def unpack(path: Path, into: Path, *, file: str = "") -> Iterator[Packed | ReadError]:
    """The files of the archive ``path`` that could be reports or appendices, written into the folder ``into``.

    A file that cannot be unpacked gives its error, and the others go on. ``file`` is the archive's name for people.
    Archives inside are unpacked, too, down to ``MAX_DEPTH``; the limits hold for all of them together.
    """
    yield from _unpack(path, into, file or shown_name(path.name), 1, _Room(MAX_FILES, MAX_UNPACKED))


def _unpack(path: Path, into: Path, file: str, depth: int, room: _Room) -> Iterator[Packed | ReadError]:
    try:
        with zipfile.ZipFile(path) as archive:
            if _is_cut(archive):
                yield _damaged(file)
                return
            members = _members(archive)
            chosen = reports_among([name for name in members if not name.lower().endswith(_TABLES)])
            chosen += sorted(name for name in members if name.lower().endswith(_TABLES) and not _is_litter(name))
            hidden = hidden_among(members)
            yield from (_hidden(f"{file}/{name}") for name in hidden)
            if not chosen:
                if not hidden:
                    yield _empty(file)
                return
            if len(chosen) > room.files:
                yield _too_much(file)
                return
            room.files -= len(chosen)
            for index, name in enumerate(chosen):
                place = into / _plain(index, depth, name)
                found = _unpack_one(archive, members[name], place, f"{file}/{name}", room)
                if isinstance(found, ReadError):
                    yield found
                else:
                    yield from _go_on(found, into, depth, room)
    except ZIP_ERRORS as error:
        yield NoRoomError(where=file) if is_disk_full(error) else _damaged(file)


def _go_on(found: Packed, into: Path, depth: int, room: _Room) -> Iterator[Packed | ReadError]:
    if not is_archive(found.path):
        yield found
    elif depth < MAX_DEPTH:
        deeper = into / found.path.stem
        deeper.mkdir()
        yield from _unpack(found.path, deeper, found.name, depth + 1, room)
    else:
        yield ReadError(
            N_("archives are packed into one another more than {limit} deep."),
            N_("Unpack it, and give the reports themselves."),
            where=found.name,
            limit=MAX_DEPTH,
        )


def _unpack_one(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, name: str, room: _Room
) -> Packed | ReadError:
    if info.flag_bits & _ENCRYPTED:
        return ReadError(
            N_("the file in the archive is protected by a password."),
            N_("Unpack it with the password, and give the files themselves."),
            where=name,
        )
    try:
        with archive.open(info) as packed, path.open("wb") as out:
            shutil.copyfileobj(_Limited(packed, min(MAX_ONE, room.size)), out)
    except _TooLarge:
        path.unlink(missing_ok=True)
        return _too_much(name)
    except ZIP_ERRORS as error:
        path.unlink(missing_ok=True)
        return NoRoomError(where=name) if is_disk_full(error) else _damaged(name)
    room.size -= path.stat().st_size
    return Packed(path, name)


class _TooLarge(Exception):  # noqa: N818 - never leaves this module
    pass


class _Limited(io.RawIOBase):
    """A stream that ends in ``_TooLarge`` beyond ``limit`` bytes, whatever the archive says of its size."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        self._stream, self._left = stream, limit

    def read(self, size: int = -1) -> bytes:
        """Read at most ``size`` bytes."""
        data = self._stream.read(min(size, 1 << 20) if size > 0 else 1 << 20)
        self._left -= len(data)
        if self._left < 0:
            raise _TooLarge
        return data


def _plain(index: int, depth: int, name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return f"{depth}-{index:05d}{suffix if _SUFFIX.fullmatch(suffix) else ''}"


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.filename.endswith(("/", "\\"))


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files by name; a second one of the same name is told apart by its order: 'bao-cao (2).docx'."""
    found: dict[str, zipfile.ZipInfo] = {}
    counted: dict[str, int] = {}
    for info in archive.infolist():
        if _is_folder(info):
            continue
        name = own = _name(info)
        while name in found:
            counted[own] = counted.get(own, 1) + 1
            path = PurePosixPath(own)
            name = f"{own.removesuffix(path.suffix)} ({counted[own]}){path.suffix}"
        found[name] = info
    return found


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name: archives made on Windows hold names in UTF-8 or the system's letters without saying so.

    It is written as names of files relative to a folder are ('./a.txt' -> 'a.txt'); one without a name is '�'.
    """
    name = info.filename
    if not info.flag_bits & _UTF_8:
        try:
            raw = name.encode("cp437")
            name = raw.decode("utf-8")
        except UnicodeError:
            pass
    path = PurePosixPath(name.replace("\\", "/").lstrip("/"))
    return shown_name(str(path)) if path.name else "\ufffd"


def _is_litter(name: str) -> bool:
    return name.startswith("__MACOSX/") or any(part.startswith(".") for part in name.split("/"))


def _too_much(name: str) -> ReadError:
    return ReadError(
        N_("it unpacks to more than an archive of reports may hold ({files} files, {size} MB each)."),
        N_("Unpack it, check what is in it, and give the reports themselves."),
        where=name,
        files=MAX_FILES,
        size=MAX_ONE >> 20,
    )


def _empty(name: str) -> ReadError:
    return ReadError(
        N_("the archive holds no file that could be a report."),
        N_("Open it and see what is in it; ask the sender to send it again if the report is missing."),
        where=name,
    )


def _hidden(name: str) -> ReadError:
    if ".." in PurePosixPath(name).parts:
        return ReadError(
            N_("the name of this file leads out of the archive, so it was not unpacked."),
            N_("Ask the sender what it is; if it is a report, have it sent by itself."),
            where=name,
        )
    return ReadError(
        N_("this file of the archive has a hidden name (it begins with a dot), so it was not unpacked."),
        N_("If it is a report, unpack the archive, give the file a name without that dot, and give it by itself."),
        where=name,
    )


def _damaged(name: str) -> ReadError:
    return unreadable("damaged-zip", name)
