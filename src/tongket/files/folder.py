"""Folders of reports: which files in them could be one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath

from tongket.errors import ReadError
from tongket.messages import N_
from tongket.vietnamese.unicode import plain

# Data of rounds and outputs, and files that systems leave: never reports. All else is tried, so that nothing is
# passed over in silence.
_NOT_REPORTS = frozenset(
    f".{name}"
    for names in (
        ("parquet", "csv", "tsv", "yaml", "yml", "json", "jsonl", "toml", "ini", "cfg", "log", "sha256"),
        ("db", "sqlite", "duckdb", "lnk", "url", "tmp", "bak", "part", "crdownload", "py", "sh", "bat", "exe", "dll"),
    )
    for name in names
)
_TABLES = (".csv", ".tsv")
_REPORTS = frozenset(
    f".{name}"
    for names in (
        ("doc", "docx", "docm", "rtf", "odt", "pdf", "txt", "htm", "html", "mht", "mhtml"),
        ("xls", "xlsx", "xlsm", "ods", "png", "jpg", "jpeg", "tif", "tiff", "zip"),
    )
    for name in names
)
_MOST_FILES = 20_000  # the communes of the whole country send some three thousand reports
_DIGITS = re.compile(r"\d+")


def walk_reports(folder: Path, skip: Collection[Path] = (), *, tables: bool = False) -> Iterator[Path]:
    """The files of ``folder`` and its subfolders that could be reports, in the order of their names.

    ``tables``: tables of text (.csv, .tsv), too, which may be appendices of reports.

    Names are compared without accents or case, numbers by their size ('xã 2' before 'xã 10'). Hidden files, lock files
    of Word ('~$...') and ``skip`` (files or whole folders) are left out; so are data files. A subfolder that cannot be
    listed is given itself, so that opening it says why. Files with the same content are all given.

    Raises:
        ReadError: ``folder`` is missing, is no folder, or holds far more files than reports of one round.
    """
    if not folder.is_dir():
        raise ReadError(
            N_("there is no such folder."), N_("Check the name, or name the folder above."), where=str(folder)
        )
    for count, path in enumerate(_walk(folder, frozenset(path.resolve() for path in skip), tables)):
        if count == _MOST_FILES:
            raise ReadError(
                N_("the folder holds more than {limit} files, far more than the reports of one round."),
                N_("Name the folder that holds the reports alone."),
                where=str(folder),
                limit=_MOST_FILES,
            )
        yield path


def _walk(folder: Path, skip: frozenset[Path], tables: bool) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=_order)
    except OSError:
        yield folder
        return
    for entry in entries:
        if _is_hidden(entry.name) or entry.resolve() in skip:
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry, skip, tables)
        elif _may_be_report(entry) or (tables and entry.suffix.lower() in _TABLES):
            yield entry


def reports_among(names: Iterable[str]) -> list[str]:
    """Of ``names`` of files relative to a folder ('xa-a/bao-cao.docx'), those that ``walk_reports`` would give there,
    in its order.
    """
    paths = [PurePosixPath(name) for name in names]
    kept = [path for path in paths if _may_be_report(path) and not any(map(_is_hidden, path.parts))]
    return [str(path) for path in sorted(kept, key=lambda path: [_order_of(part) for part in path.parts])]


def hidden_among(names: Iterable[str]) -> list[str]:
    """Of ``names`` as for ``reports_among``, those that look like reports and are left out for a hidden name alone,
    or one that climbs out of the folder. What systems and office programs leave beside files is not among them.
    """
    paths = [PurePosixPath(name) for name in names]
    return sorted(
        str(path)
        for path in paths
        if path.suffix.lower() in _REPORTS and any(map(_is_hidden, path.parts)) and not any(map(_is_left, path.parts))
    )


def _is_left(name: str) -> bool:
    """Whether a file or folder of that name is one that a system (macOS) or a program with an open file leaves."""
    return name == "__MACOSX" or name.startswith(("._", ".~", "~")) or name.endswith("~")


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~")) or name.endswith("~")


def _may_be_report(path: PurePath) -> bool:
    return path.suffix.lower() not in _NOT_REPORTS and path.name.lower() not in ("thumbs.db", "desktop.ini")


def _order(path: Path) -> tuple[str, str]:
    return _order_of(path.name)


def _order_of(name: str) -> tuple[str, str]:
    return _DIGITS.sub(lambda found: found.group().zfill(12), plain(name)), name
