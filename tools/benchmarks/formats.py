"""One report in every format that offices send: milliseconds, megabytes a second, memory, beside peers.

Each job runs in a process of its own; its result is held against the words of the Word file, and where too few of
them were read its time is void.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Clock, Measured, answer, in_own_process

OURS = "tongket: .docx"
_ROUNDS = 5
_WORD = re.compile(r"\w+")
_BATCH = 12  # old Word files in one call
_ENDINGS = ("doc", "rtf", "odt", "pdf", "html")


def make(report: Path, folder: Path) -> Path:
    """A folder with ``report`` (.docx) in every format, and its words."""
    import shutil

    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(report, folder / "report.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for ending in _ENDINGS:
        kind = {"html": "html:XHTML Writer File"}.get(ending, ending)
        command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, str(folder / "report.docx")], check=True, capture_output=True, timeout=120)
    from tongket.files.open import open_source

    text = open_source(folder / "report.docx").text
    (folder / "report.txt").write_text(text, encoding="utf-8", newline="")
    (folder / "vni.txt").write_bytes(_in_vni(text))
    return folder


def measure(report: Path, folder: Path) -> list[Measured]:
    """A row for each format and peer."""
    made = make(report, folder)
    return [in_own_process("formats", job, [str(made)]) for job in JOBS]


def _in_vni(text: str) -> bytes:
    """``text`` as it was typed in VNI fonts: what the letters of Latin-1 hold."""
    from tongket.vietnamese.legacy_tables import VNI_LETTERS, VNI_PAIRS

    backwards: dict[str, str] = {}
    for typed, letter in (VNI_LETTERS | VNI_PAIRS).items():
        backwards.setdefault(letter, typed)
        backwards.setdefault(letter.upper(), typed.upper())
    return "".join(backwards.get(char, char) for char in text).encode("cp1252", errors="replace")


def _timed(folder: str, read: Callable[[Path], str], name: str, *, least: float = 0.95, files: int = 1) -> Clock:
    """The median time of ``read`` over a few rounds, a file."""
    path = Path(folder) / name
    wanted = _WORD.findall((Path(folder) / "report.txt").read_text("utf-8"))
    clock = Clock()
    got = read(path)
    times = []
    for _ in range(_ROUNDS):
        with clock.running():
            start = time.perf_counter()
            read(path)
            times.append(time.perf_counter() - start)
    words = set(_WORD.findall(got))
    share = sum(word in words for word in wanted) / len(wanted)
    if share < least:
        raise RuntimeError(f"ReadingError: only {share:.0%} of the words were read")
    taken = sorted(times)[len(times) // 2] / files
    clock.seconds, clock.cpu = taken, clock.cpu / _ROUNDS / files
    size = path.stat().st_size / 1e6
    clock.note = f"{taken * 1000:.1f} ms a file, {size / taken:.1f} MB/s, {share:.1%} of the words"
    return clock


def _ours(name: str) -> Callable[[str], Clock]:
    def job(folder: str) -> Clock:
        from tongket.files.open import open_source

        return _timed(folder, lambda path: open_source(path).text, name)

    return job


def _batch(folder: str) -> Clock:
    from tongket.files.office import to_docx

    data = (Path(folder) / "report.doc").read_bytes()

    def read(path: Path) -> str:
        from tongket.files.open import open_source

        made = to_docx([(f"{number}.doc", data) for number in range(_BATCH)])
        if not all(isinstance(one, bytes) for one in made):
            raise RuntimeError("ReadingError: a file of the batch was not converted")
        return open_source(path.with_suffix(".docx")).text

    return _timed(folder, read, "report.doc", files=_BATCH)


def _docx2python(folder: str) -> Clock:
    from docx2python import docx2python

    return _timed(folder, lambda path: docx2python(path).text, "report.docx", least=0.5)


def _markitdown(folder: str) -> Clock:
    from markitdown import MarkItDown

    converter = MarkItDown()
    return _timed(folder, lambda path: converter.convert(str(path)).text_content, "report.docx", least=0.5)


def _pdfplumber(folder: str) -> Clock:
    import pdfplumber

    def read(path: Path) -> str:
        with pdfplumber.open(path) as document:
            return "\n".join(page.extract_text() or "" for page in document.pages)

    return _timed(folder, read, "report.pdf", least=0.5)


def _viparse(folder: str) -> Clock:
    import viparse

    return _timed(folder, lambda path: viparse.fix(path.read_text("cp1252")), "vni.txt", least=0.5)


JOBS: dict[str, Callable[..., Clock]] = {
    OURS: _ours("report.docx"),
    "docx2python: .docx": _docx2python,
    "markitdown: .docx": _markitdown,
    "tongket: .txt": _ours("report.txt"),
    "tongket: .pdf": _ours("report.pdf"),
    "pdfplumber: .pdf": _pdfplumber,
    f"tongket: {_BATCH} .doc in one call": _batch,
    "tongket: one .doc": _ours("report.doc"),
    "tongket: .html": _ours("report.html"),
    "tongket: VNI text": _ours("vni.txt"),
    "viparse: VNI text": _viparse,
}

if __name__ == "__main__":
    answer(JOBS, sys.argv[1:])
