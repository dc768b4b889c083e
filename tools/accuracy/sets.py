"""The labelled sets, each with the kind of file that it is read from.

A set whose reports or system parts (LibreOffice, Tesseract) are not here is not measured, and says so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import tongket
from accuracy.marked import compare, score_marked
from accuracy.offsets import score_offsets
from accuracy.tally import Tallies, Tally, merged
from tongket.checking.catalogue import mend, message
from tongket.errors import ReadError
from tongket.exchange.report_json import report_object

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TONGKET_SHARED", ROOT.parent / "shared"))
_SAMPLES = 2026


@dataclass(frozen=True, slots=True)
class Measured:
    """A set: what it is, the kind of file, how many files were read, what could not be, and the tallies."""

    name: str
    kind: str
    about: str
    files: int
    tallies: Tallies
    unread: tuple[str, ...] = ()


def measure_all() -> Iterator[Measured]:
    """Every set that is here, one after another."""
    yield from _real_reports()
    yield from _corpus()
    about = "written and labelled by someone who had not seen the grammars; since then partly used to mend them"
    yield from marked_reports(ROOT / "tests" / "gold", "gold", about)
    about = "written by hand; since then partly used to tune the reader"
    yield from marked_reports(ROOT / "tests" / "handwritten", "handwritten", about)
    yield from _agreement(ROOT / "tests" / "gold")
    yield _samples()


def _real_reports() -> Iterator[Measured]:
    labels = SHARED / "gold"
    stems = sorted(path.stem.removeprefix("structure-") for path in labels.glob("structure-*.json"))
    if stems:
        files = [(stem, SHARED / "reports" / f"{stem}.txt") for stem in stems]
        about = "real reports, labelled by hand; they guided the work"
        yield _by_offsets("real reports", "text", about, files, labels)


def _corpus() -> Iterator[Measured]:
    labels = SHARED / "corpus" / "labels"
    texts = {path.stem: path for path in (SHARED / "corpus" / "text").glob("*.txt")}
    stems = sorted(path.stem.removeprefix("citations-") for path in labels.glob("citations-*.jsonl"))
    files = [(stem, texts[stem]) for stem in stems if stem in texts]
    if files:
        about = "real documents of other kinds (PDF text, OCR text), citations labelled"
        yield _by_offsets("corpus", "text of PDF and OCR", about, files, labels)


def _by_offsets(name: str, kind: str, about: str, files: list[tuple[str, Path]], labels: Path) -> Measured:
    parts = []
    for stem, path in files:
        report = tongket.read(path)
        read = json.loads(json.dumps(report_object(report, tongket.check(report), message, mend), default=float))
        parts.append((stem, score_offsets(report.text, read, labels, stem)))
    return Measured(name, kind, about, len(files), merged(parts))


def marked_reports(
    folder: Path, name: str, about: str, kinds: Collection[str] = (), *, is_checked: bool = True
) -> Iterator[Measured]:
    """The reports of ``folder``, apart by kind of file (``kinds``: those alone); each truth holds for all its files.

    Without ``is_checked`` only the reading is measured: the tally of findings then says nothing.
    """
    by_kind: dict[str, list[tuple[str, Path, Path]]] = {}
    for truth in sorted(folder.glob("*.json")):
        for path in sorted(folder.glob(f"{truth.stem}.*")):
            if path != truth and (not kinds or path.name.removeprefix(f"{truth.stem}.") in kinds):
                kind = path.name.removeprefix(f"{truth.stem}.")
                by_kind.setdefault(kind, []).append((truth.stem, truth, path))
    for kind, files in by_kind.items():
        parts, unread = [], []
        for stem, truth, path in files:
            try:
                report = tongket.read(path)
            except ReadError as error:
                unread.append(error.message("en"))
                continue
            found = tuple(tongket.check(report)) if is_checked else ()
            parts.append((stem, score_marked(json.loads(truth.read_text("utf-8")), report, found)))
        yield Measured(name, kind, about, len(parts), merged(parts), tuple(unread))


def _agreement(folder: Path) -> Iterator[Measured]:
    """Each report in other kinds of file held against its own Word file: do they say the same?"""
    by_kind: dict[str, list[tuple[str, Path, Path]]] = {}
    for word in sorted(folder.glob("*.docx")):
        for path in sorted(folder.glob(f"{word.stem}.*")):
            if path != word and path.suffix != ".json":
                by_kind.setdefault(path.name.removeprefix(f"{word.stem}."), []).append((word.stem, word, path))
    for kind, files in by_kind.items():
        parts, unread = [], []
        for stem, word, path in files:
            try:
                parts.append((stem, compare(tongket.read(word), tongket.read(path))))
            except ReadError as error:
                unread.append(error.message("en"))
        about = "the same report as a Word file says the same"
        yield Measured("agreement with the .docx", kind, about, len(parts), merged(parts), tuple(unread))


def _samples() -> Measured:
    from samples.scoring import score

    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(ROOT / "tools" / "make_samples.py"), folder, "--year", str(_SAMPLES)]
        subprocess.run(command, check=True, capture_output=True)
        files = sum(path.suffix in (".docx", ".txt") for path in Path(folder, "reports").rglob("*.*"))
        found = score(Path(folder), None)
    tallies: Tallies = {}
    for measure, one in (
        ("citations: symbol", found.citations),
        ("figures: value", found.figures),
        ("figures: unit", found.units),
        ("sections", found.sections),
    ):
        tallies[measure] = Tally(one.found, dict.fromkeys(one.missed, ""), dict.fromkeys(one.invented, ""))
    about = f"a made-up province of {_SAMPLES}, written by tools/make_samples.py; used to tune the reader"
    return Measured("samples", "docx and text", about, files, tallies)
