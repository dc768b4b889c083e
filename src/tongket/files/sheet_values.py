"""What the sheets of a workbook hold, as its parser gives it; old .xls in a process of its own.

The parser takes a damaged .xls at its word: it asks for memory without end, or runs for ever. There the process that
parses dies alone, with its limits of time and memory.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from tongket.files.old_sheets import percents_of
from tongket.files.sheet_cells import MAX_SHEETS, Merged, SheetValues, damaged_workbook, shown_cells

T = TypeVar("T")

TIME = 15  # seconds for an .xls
MEMORY = 2 << 30  # bytes of its process
_PANIC = "PanicException"  # what the parser raises on a damaged file; it is no Exception and has no importable name


def values_of(data: bytes, *, file: str) -> tuple[list[SheetValues], bool]:
    """The shown sheets of a workbook, and whether others are hidden.

    Raises:
        ReadError: it is damaged or protected.
    """
    return parsed_safely(lambda: _parsed(data), file)


def parsed_safely(parse: Callable[[], T], file: str) -> T:
    """What ``parse`` gives; whatever the parser raises of a damaged workbook is one error.

    Raises:
        ReadError: the workbook is damaged or protected.
    """
    try:
        with _quiet():
            return parse()
    except (CalamineError, OSError, ValueError) as error:
        raise damaged_workbook(file) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise damaged_workbook(file) from error


def values_apart(data: bytes, *, file: str) -> tuple[list[SheetValues], bool]:
    """``values_of``, in a process of its own; every value is the text that its cell shows.

    Raises:
        ReadError: it is damaged or protected, or takes too much time or memory.
    """
    # -P: no module is taken from the folder of the reports, where anybody's file may be called as one of ours.
    command = [sys.executable, "-P", "-X", "utf8", "-m", __name__]
    try:
        made = subprocess.run(  # noqa: S603 - this program itself
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=TIME, check=True
        )
        found: list[Any] = json.loads(made.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise damaged_workbook(file) from error
    sheets = [
        SheetValues(name, rows, {(top, left): (bottom, right) for top, left, bottom, right in merged})
        for name, rows, merged in found[1]
    ]
    return sheets, bool(found[0])


def _parsed(data: bytes) -> tuple[list[SheetValues], bool]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    shown = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    found = []
    for name in shown[:MAX_SHEETS]:
        sheet = workbook.get_sheet_by_name(name)
        found.append(SheetValues(name, sheet.to_python(skip_empty_area=False), _merged(sheet.merged_cell_ranges)))
    return found, len(shown) < len(workbook.sheets_metadata)


def _merged(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]] | None) -> Merged:
    return {(first[0], first[1]): (last[0], last[1]) for first, last in ranges or ()}


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the parser writes to the terminal, when it stumbles over a damaged file, from those who sit there."""
    try:
        kept = os.dup(2)
    except OSError:  # there is no terminal
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _limit() -> None:
    """Bound this process's memory and time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (TIME, TIME))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read a workbook from standard input; write its sheets to standard output as JSON."""
    _limit()
    data = sys.stdin.buffer.read()
    sheets, hidden = _parsed(data)
    percents = percents_of(data)
    said = [
        [
            sheet.name,
            shown_cells(sheet, percents.get(sheet.name)),
            [(*first, *last) for first, last in sheet.merged.items()],
        ]
        for sheet in sheets
    ]
    sys.stdout.write(json.dumps([hidden, said]))


if __name__ == "__main__":
    main()
