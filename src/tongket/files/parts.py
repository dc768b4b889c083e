"""System parts: programs of the computer that read what this package does not read itself.

They are optional. A part is looked for, never installed; all of them are run the same way (``run``): with limits of
time and memory, without network, in a fixed language, with nothing to type into.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from tongket.errors import ReadError
from tongket.messages import N_, Said

MEMORY = 4 << 30  # bytes of address space that a part may ask for; LibreOffice maps 1.5 GB before it does anything
MOST_OUTPUT = 64 << 20  # bytes of what a part prints
_VERSION = re.compile(rb"\d+\.\d+(?:\.\d+)?")
_DIGITS = re.compile(r"\d{1,9}")
_VERSION_TIMEOUT = 30.0
_NO_PROXY = "http://127.0.0.1:9"  # the discard port, where nobody listens: whatever is asked for is refused at once
# What a program needs of the surroundings, and no more: no keys, no addresses of databases.
_KEPT = frozenset(
    name
    for names in (
        ("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
        ("TESSDATA_PREFIX", "FONTCONFIG_PATH", "FONTCONFIG_FILE"),
        ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "USERNAME"),
        ("APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"),
        ("COMMONPROGRAMFILES", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
    )
    for name in names
)
_FIXED = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "OMP_THREAD_LIMIT": "1",  # one page a core: Tesseract's own threads only wait for each other
    "http_proxy": _NO_PROXY,
    "https_proxy": _NO_PROXY,
    "ftp_proxy": _NO_PROXY,
    "all_proxy": _NO_PROXY,
    "HTTP_PROXY": _NO_PROXY,
    "HTTPS_PROXY": _NO_PROXY,
    "ALL_PROXY": _NO_PROXY,
}


@dataclass(frozen=True, slots=True)
class SystemPart:
    """A program of the computer.

    ``programs`` are its names on the path; ``places`` the files where installers of Windows and macOS put it, with
    ``{VARIABLES}`` of the system and ``*``. ``variable`` may name the program itself, and comes first.
    ``purpose`` and ``instead`` are message ids: what it is for, and what else helps. The rest are the commands that
    install it.
    """

    name: str
    variable: str
    programs: tuple[str, ...]
    places: tuple[str, ...]
    purpose: str
    instead: str
    debian: str
    windows: str
    macos: str
    version_option: str = "--version"

    @property
    def command(self) -> str:
        """The command that installs it on this computer."""
        return {"win32": self.windows, "darwin": self.macos}.get(sys.platform, self.debian)


_SAVE_AS_DOCX = N_(
    "Without it: open the file in Word, choose Save As, type 'Word Document (.docx)', and give that file."
)
_SEND_WORD = N_("Without it: give the Word file that it was printed from.")

LIBREOFFICE = SystemPart(
    name="LibreOffice",
    variable="TONGKET_SOFFICE",
    programs=("soffice", "libreoffice", "soffice.com"),
    places=(
        "{PROGRAMFILES}/LibreOffice*/program/soffice.com",
        "{PROGRAMFILES(X86)}/LibreOffice*/program/soffice.com",
        "{LOCALAPPDATA}/Programs/LibreOffice*/program/soffice.com",
        "{USERPROFILE}/LibreOfficePortable/App/libreoffice/program/soffice.com",
        "{USERPROFILE}/Downloads/LibreOfficePortable/App/libreoffice/program/soffice.com",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "/opt/libreoffice*/program/soffice",
        "/snap/bin/libreoffice",
    ),
    purpose=N_("to read old Word files (.doc), .rtf and .odt"),
    instead=_SAVE_AS_DOCX,
    debian="sudo apt install libreoffice-writer",
    windows="winget install TheDocumentFoundation.LibreOffice",
    macos="brew install --cask libreoffice",
)
TESSERACT = SystemPart(
    name="Tesseract",
    variable="TONGKET_TESSERACT",
    programs=("tesseract",),
    places=(
        "{PROGRAMFILES}/Tesseract-OCR/tesseract.exe",
        "{PROGRAMFILES(X86)}/Tesseract-OCR/tesseract.exe",
        "{LOCALAPPDATA}/Programs/Tesseract-OCR/tesseract.exe",
        "/opt/homebrew/bin/tesseract",
        "/usr/local/bin/tesseract",
    ),
    purpose=N_("to read scans and pictures of pages"),
    instead=_SEND_WORD,
    debian="sudo apt install tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd",
    windows="winget install UB-Mannheim.TesseractOCR",
    macos="brew install tesseract tesseract-lang",
)
VIETNAMESE_DATA = SystemPart(
    name="tesseract-ocr-vie",
    variable="TESSDATA_PREFIX",
    programs=(),
    places=(),
    purpose=N_("to read Vietnamese scans and pictures of pages"),
    instead=N_(
        "In the Windows installer, choose 'Vietnamese' under 'Additional language data'. Without it: give the Word "
        "file that it was printed from."
    ),
    debian="sudo apt install tesseract-ocr-vie tesseract-ocr-osd",
    windows="winget install --interactive UB-Mannheim.TesseractOCR",
    macos="brew install tesseract-lang",
)
ANTIWORD = SystemPart(
    name="antiword",
    variable="TONGKET_ANTIWORD",
    programs=("antiword",),
    places=("/opt/homebrew/bin/antiword", "/usr/local/bin/antiword"),
    purpose=N_("to read old Word files (.doc), .rtf and .odt"),
    instead=_SAVE_AS_DOCX,
    debian="sudo apt install antiword",
    windows=LIBREOFFICE.windows,
    macos="brew install antiword",
    version_option="-h",
)
CATDOC = SystemPart(
    name="catdoc",
    variable="TONGKET_CATDOC",
    programs=("catdoc",),
    places=("/opt/homebrew/bin/catdoc", "/usr/local/bin/catdoc"),
    purpose=N_("to read old Word files (.doc), .rtf and .odt"),
    instead=_SAVE_AS_DOCX,
    debian="sudo apt install catdoc",
    windows=LIBREOFFICE.windows,
    macos="brew install catdoc",
    version_option="-V",
)


def find(part: SystemPart) -> Path | None:
    """Where the program of ``part`` lies: as its variable says, else on the path, else in its usual places."""
    found = _find(part, os.environ.get(part.variable, ""), os.environ.get("PATH", ""))
    if found is None:
        _find.cache_clear()  # it may be installed while this program runs
    return found


@cache
def _find(part: SystemPart, named: str, path: str) -> Path | None:
    if named:
        return Path(named) if Path(named).is_file() else None
    for program in part.programs:
        found = shutil.which(program, path=path)
        if found:
            return Path(found)
    return next((place for pattern in part.places for place in _files(pattern)), None)


def _files(pattern: str) -> list[Path]:
    """The files that a place names, the newest version first; none where a variable of the system is not set."""
    try:
        whole = Path(pattern.format_map(os.environ))
    except KeyError:
        return []
    steps = whole.relative_to(whole.anchor)
    try:
        found = [place for place in Path(whole.anchor).glob(str(steps)) if place.is_file()]
    except OSError:
        return []
    return sorted(found, key=lambda place: [int(digits) for digits in _DIGITS.findall(str(place))], reverse=True)


def version(part: SystemPart) -> str:
    """The version that ``part`` says it has ('7.4.7', '5.3.0'); "" where it is missing or says none."""
    program = find(part)
    return "" if program is None else _version(program, part.version_option)


@cache
def _version(program: Path, option: str) -> str:
    try:
        done = run([program, option], timeout=_VERSION_TIMEOUT)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = _VERSION.search(done.stdout) or _VERSION.search(done.stderr)
    return found.group().decode() if found else ""


def languages() -> frozenset[str]:
    """The languages that Tesseract has data for ('vie', 'eng', 'osd'); none where it is missing."""
    program = find(TESSERACT)
    return frozenset() if program is None else _languages(program, os.environ.get("TESSDATA_PREFIX", ""))


@cache
def _languages(program: Path, _data: str) -> frozenset[str]:
    """``_data`` is a key of the cache alone: where Tesseract looks, as its variable in the surroundings says."""
    try:
        done = run([program, "--list-langs"], timeout=_VERSION_TIMEOUT)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split("\n", 1)[-1].split())


def missing(part: SystemPart, file: str) -> ReadError:
    """The error for ``file``, which needs ``part``: what is missing, what for, and how to install it."""
    return ReadError(
        N_("{part} is needed {purpose}, and this computer does not have it."),
        N_("Install it: {command} (if it is installed, let {variable} name it). {instead}"),
        where=file,
        part=part.name,
        purpose=Said((part.purpose,)),
        command=part.command,
        variable=part.variable,
        instead=Said((part.instead,)),
    )


def run(
    command: Sequence[str | Path],
    *,
    timeout: float,
    memory: int = MEMORY,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    most_output: int = MOST_OUTPUT,
) -> subprocess.CompletedProcess[bytes]:
    """Run a part to its end and give what it printed, cut to ``most_output`` bytes.

    ``timeout`` is in seconds; ``memory`` in bytes of address space, held where the system can (Linux). The process and
    all that it started are ended when its time is up, and when it has ended itself. ``env`` adds to the little of the
    surroundings that a part is given.

    Raises:
        subprocess.TimeoutExpired: it took longer.
        OSError: it could not be started.
    """
    words = [str(word) for word in command]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = _start(words, out, err, cwd, {**_surroundings(), **(env or {})})
        try:
            _limit(process.pid, memory)
            code = process.wait(timeout)
        finally:
            _end(process)
        return subprocess.CompletedProcess(words, code, _beginning(out, most_output), _beginning(err, most_output))


def _surroundings() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if name.upper() in _KEPT} | _FIXED


def _beginning(file: BinaryIO, most: int) -> bytes:
    file.seek(0)
    return file.read(most)


if sys.platform == "win32":

    def _start(
        words: list[str], out: BinaryIO, err: BinaryIO, cwd: Path | None, env: dict[str, str]
    ) -> subprocess.Popen[bytes]:
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(  # noqa: S603 - a part that was found, with words of this program
            words, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=cwd, env=env, creationflags=flags
        )

    def _limit(pid: int, memory: int) -> None:
        """Windows limits memory through job objects alone, which the standard library does not know."""

    def _end(process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
            with contextlib.suppress(OSError):
                subprocess.run(  # noqa: S603 - the system's own program, by its whole name
                    [system, "/T", "/F", "/PID", str(process.pid)],
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    check=False,
                )
            process.kill()
            process.wait()

else:
    import resource

    def _start(
        words: list[str], out: BinaryIO, err: BinaryIO, cwd: Path | None, env: dict[str, str]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - a part that was found, with words of this program
            words, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=cwd, env=env, start_new_session=True
        )

    def _limit(pid: int, memory: int) -> None:
        if sys.platform == "linux":  # from outside, so that nothing runs between fork and exec
            with contextlib.suppress(OSError):  # it has ended already
                resource.prlimit(pid, resource.RLIMIT_AS, (memory, memory))
                resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))

    def _end(process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
