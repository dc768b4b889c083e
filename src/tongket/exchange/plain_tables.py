"""Tables that spreadsheets open: written whole or not at all, and never run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tongket.errors import ReadError, why_not_written
from tongket.messages import N_

# What a cell of text begins with that a spreadsheet runs: list marks of real reports ('- Cấp xã') do, too.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: object) -> object:
    """``value`` as a cell of text that no spreadsheet runs as a formula; numbers as they are."""
    if isinstance(value, str) and value.startswith(FORMULA) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "").replace(",", "").isdigit()


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """The place beside ``path`` where its table is written; it takes its name when all is written.

    Raises:
        ReadError: the table cannot be written.
    """
    from xlsxwriter.exceptions import FileCreateError

    unfinished = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        unfinished.replace(path)
    except (OSError, FileCreateError) as error:
        raise ReadError(
            N_("the table cannot be written ({reason})."),
            N_("Close it if it is open in Excel, or choose another place."),
            where=str(path),
            reason=why_not_written(error),
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
