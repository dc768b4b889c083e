"""Which table files of a folder are appendices of which report, by their names (phụ lục gửi kèm).

A table belongs to the report whose name its own begins with ('bao-cao-xa-a.docx', 'bao-cao-xa-a-phu-luc-1.xlsx'), or
else to the only report of its subfolder ('xa-a/bao-cao.docx', 'xa-a/so-lieu.xlsx'); in the folder given itself, and a
table of text (.csv), which may be an output of some program, only where its name says that it is an appendix.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tongket.vietnamese.unicode import plain

SHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".csv", ".tsv")
_LOOSE = (".csv", ".tsv")  # never a file of its own in a folder: outputs are of these kinds, too
_APPENDIX = ("phu-luc", "bieu", "kem-theo")
_REPORTS = (".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf", ".txt", ".html", ".htm", ".png", ".jpg", ".jpeg", ".tif")


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be read, the name by which it is spoken of, and the table files that are appendices of it."""

    path: Path
    name: str
    appendices: tuple[tuple[Path, str], ...] = ()


def with_tables(files: Sequence[tuple[Path, str]], apart: Iterable[Path] = (), *, loose: bool = False) -> list[Given]:
    """``files`` with each table file put to its report, where the names tell; ``apart`` are not appendices.

    ``loose``: tables of values (.csv) that are nobody's appendix are given, too.
    """
    own = set(apart)
    reports: dict[PurePosixPath, list[str]] = {}
    for path, name in files:
        if path.suffix.lower() in _REPORTS:
            reports.setdefault(PurePosixPath(name).parent, []).append(name)
    owned: dict[str, list[tuple[Path, str]]] = {}
    alone: list[tuple[Path, str]] = []
    for path, name in files:
        is_table = path.suffix.lower() in SHEETS and path not in own
        report = _report_of(name, reports.get(PurePosixPath(name).parent, [])) if is_table else None
        if report is not None:
            owned.setdefault(report, []).append((path, name))
        elif loose or path.suffix.lower() not in _LOOSE or path in own:
            alone.append((path, name))
    return [Given(path, name, tuple(owned.get(name, ()))) for path, name in alone]


def _report_of(table: str, reports: Sequence[str]) -> str | None:
    """The report among ``reports`` of the same folder whose appendix ``table`` is."""
    stem = _stem(table)
    named = [one for one in reports if stem.startswith(_stem(one))]
    if named:
        return max(named, key=lambda one: len(_stem(one)))
    beside = "/" in table and not table.lower().endswith(_LOOSE)
    return reports[0] if len(reports) == 1 and (beside or any(word in stem for word in _APPENDIX)) else None


def _stem(name: str) -> str:
    return plain(PurePosixPath(name).stem).replace("_", "-").replace(" ", "-")
