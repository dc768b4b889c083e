"""Old Word files (.doc, .rtf, .odt, Word as XML): turned into .docx by LibreOffice, many in one call, and read as such.

A start of LibreOffice takes two seconds, a file a fifth of one. Each call has a profile of its own in a folder that is
deleted afterwards: no macros, no links followed, nothing recovered, nothing kept.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tongket.errors import ReadError, failed_on
from tongket.files.compound import open_compound, summary_number
from tongket.files.docx.flat import is_flat, unfold
from tongket.files.docx.package import open_archive, open_package
from tongket.files.docx.pages import likely_pages
from tongket.files.docx.read import read_docx
from tongket.files.formats import Format, sniff, unreadable
from tongket.files.kept_fields import is_encrypted_doc, keep_fields
from tongket.files.parts import LIBREOFFICE, find, missing, run, version
from tongket.files.plain_word import read_plain
from tongket.messages import N_
from tongket.model.sources import Source

MOST_IN_A_CALL = 25  # files
_START_SECONDS, _FILE_SECONDS, _MEGABYTE_SECONDS = 30.0, 3.0, 4.0
_LEAST_ROOM = 16 << 20  # bytes free on the disk: a call that fails with less had no room
_PAGE_COUNT = 14  # among the properties of a .doc
_HEAD = 4000  # bytes in which an XML document names its format
_TO_DOCX = "docx:MS Word 2007 XML"
_OPTIONS = ("--headless", "--invisible", "--nologo", "--nodefault", "--norestore", "--nolockcheck")
_SUFFIXES: dict[Format, str] = {"doc": ".doc", "rtf": ".rtf", "odt": ".odt", "word-xml": ".xml"}
_SAVE_AS_DOCX = N_("Open it in Word, choose Save As, type 'Word Document (.docx)', and give that file.")
# The profile: no macros, no active content, no linked files; fields and charts stay as they were saved.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Writer/Content/Update", "Chart", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Setup/L10N", "ooLocale", "en-US"),
)


@dataclass(frozen=True, slots=True)
class _Task:
    """A file for LibreOffice: its place in the answer, its name for people, its format, its bytes."""

    index: int
    file: str
    kind: Format
    data: bytes

    @property
    def name(self) -> str:
        """Its name on the disk, where an office's own could climb out of the folder, or be too long."""
        return f"{self.index}{_SUFFIXES[self.kind]}"


def read_office(
    data: bytes,
    *,
    file: str,
    format: Format,
    converted: bytes | None = None,
) -> Source:
    """The source of a .doc, .rtf, .odt or Word file in XML; ``converted`` is its .docx where that was made before.

    Raises:
        ReadError: damaged, protected by a password, or LibreOffice is missing and nothing else reads it.
    """
    if converted is None and format == "doc" and find(LIBREOFFICE) is None and not is_encrypted_doc(data):
        plain = read_plain(data, file=file)
        if plain is not None:
            return plain
    made = to_docx([(file, data)])[0] if converted is None else converted
    if isinstance(made, ReadError):
        raise made
    source = replace(read_docx(made, file=file), sha256=hashlib.sha256(data).hexdigest())
    if is_flat(data):
        return source
    pages = likely_pages(_doc_pages(data), 0, len(source.text)) if format == "doc" else source.pages
    return replace(source, format=format, pages=pages, made_by=_maker())


def _maker() -> str:
    return f"LibreOffice {'.'.join(version(LIBREOFFICE).split('.')[:2])}".strip()


def _doc_pages(data: bytes) -> int | None:
    found = open_compound(data)
    return None if found is None else summary_number(found, _PAGE_COUNT)


def to_docx(files: Sequence[tuple[str, bytes]]) -> list[bytes | ReadError]:
    """The .docx of each of ``files`` (name for people, bytes), or the error that says why there is none.

    A file that LibreOffice cannot open, dies of or never ends does not take the others with it.
    """
    answer: dict[int, bytes | ReadError] = {}
    tasks: list[_Task] = []
    for index, (file, data) in enumerate(files):
        try:
            found = _examine(data, file)
        except ReadError as error:
            answer[index] = error
            continue
        if isinstance(found, bytes):
            answer[index] = found
        else:
            tasks.append(_Task(index, file, found, data))
    program = find(LIBREOFFICE)
    for start in range(0, len(tasks), MOST_IN_A_CALL):
        batch = tasks[start : start + MOST_IN_A_CALL]
        if program is None:
            answer |= {task.index: missing(LIBREOFFICE, task.file) for task in batch}
        else:
            answer |= _convert(program, batch)
    return [answer[index] for index in range(len(files))]


def _examine(data: bytes, file: str) -> Format | bytes:
    """The format that LibreOffice is to convert ``data`` from; or the .docx, where it is one in another wrapping.

    Raises:
        ReadError: of no such format, protected by a password, or a bomb.
    """
    kind = sniff(data)
    if kind == "word-xml" and is_flat(data):
        return unfold(data, file=file)
    if kind not in _SUFFIXES or (kind == "word-xml" and not _is_word_xml(data)):
        raise unreadable("binary", file)
    if kind == "odt":
        with open_archive(data, file=file) as archive:
            open_package(archive, file=file)
    if _is_protected(data, kind):
        raise unreadable("protected", file)
    return kind


def _is_word_xml(data: bytes) -> bool:
    """Whether an XML document is one of Word 2003 or a flat OpenDocument: LibreOffice opens any other as bare text.

    One that declares entities is none: neither program writes them.
    """
    return b"<!DOCTYPE" not in data[:_HEAD] and any(
        name in data[:_HEAD] for name in (b"office/word/2003/wordml", b"opendocument:xmlns:office")
    )


def _is_protected(data: bytes, kind: Format) -> bool:
    return (kind == "odt" and _has_encrypted_parts(data)) or (kind == "doc" and is_encrypted_doc(data))


def _has_encrypted_parts(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as stream:
            return b"encryption-data" in stream.read(1 << 20)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError, EOFError):
        return False


def _convert(program: Path, tasks: Sequence[_Task]) -> dict[int, bytes | ReadError]:
    """What becomes of ``tasks``, by their places: where the call dies or never ends, without the file it died at."""
    try:
        made, ended = _call(program, tasks)
    except OSError as error:
        return {task.index: failed_on(error, where=task.file) for task in tasks}
    answer: dict[int, bytes | ReadError] = dict(made)
    left = [task for task in tasks if task.index not in made]
    if ended or len(tasks) == 1:
        return answer | {task.index: _failed(task, ended=ended) for task in left}
    # They are converted in order: the call died at the first that is left, or that one is damaged.
    if left:
        answer |= _convert(program, left[:1])
    return answer | _convert(program, left[1:]) if left[1:] else answer


def _call(program: Path, tasks: Sequence[_Task]) -> tuple[dict[int, bytes], bool]:
    """The files that one call made, and whether it came to its end.

    Raises:
        OSError: there is no room for them, or no right to write.
    """
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as held:
        folder = Path(held)
        for task in tasks:
            (folder / task.name).write_bytes(keep_fields(task.data, task.kind))
        _write_profile(folder / "profile" / "user")
        command: list[str | Path] = [program, *_OPTIONS, f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", _TO_DOCX, "--outdir", folder / "made"]
        command += [folder / task.name for task in tasks]
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), held)
        try:
            done = run(command, timeout=_limit(tasks), cwd=folder, env={**temporary, "SAL_USE_VCLPLUGIN": "svp"})
            ended = done.returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            ended = False
        if not ended and shutil.disk_usage(folder).free < _LEAST_ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return {
            task.index: found for task in tasks if (found := _result(folder / "made" / f"{task.index}.docx"))
        }, ended


def _limit(tasks: Sequence[_Task]) -> float:
    """Seconds that a call may take."""
    size = sum(len(task.data) for task in tasks)
    return _START_SECONDS + _FILE_SECONDS * len(tasks) + _MEGABYTE_SECONDS * size / (1 << 20)


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (folder / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _result(path: Path) -> bytes | None:
    """The bytes of a whole .docx; None where LibreOffice made none, or died while it wrote it."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if sniff(data) == "docx" else None


def _failed(task: _Task, *, ended: bool) -> ReadError:
    if ended:
        return ReadError(
            N_(
                "LibreOffice could not open the file: it is cut off, damaged, protected by a password, or no Word file."
            ),
            _SAVE_AS_DOCX,
            where=task.file,
        )
    return ReadError(
        N_("LibreOffice failed on this file, or did not finish it in time."), _SAVE_AS_DOCX, where=task.file
    )
