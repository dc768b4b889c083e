"""The whole road: read, check, consolidate, write. The only module that knows all of it."""

from __future__ import annotations

from pathlib import Path

from tongket.checking.check import check_report
from tongket.files.open import open_source
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.reading.read import read_source


def read(path: str | Path) -> Report:
    """Read one report.

    Raises:
        ReadError: the file cannot be read, or is refused for its secrecy mark.
    """
    return read_source(open_source(Path(path)))


def check(report: Report) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text."""
    return check_report(report)
