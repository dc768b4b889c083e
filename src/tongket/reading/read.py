"""The order of reading, on one page."""

from __future__ import annotations

from tongket.model.reports import Letterhead, Report, Subject
from tongket.model.sources import Source
from tongket.reading.flow import build_flow


def read_source(source: Source) -> Report:
    """Everything that ``source`` says."""
    flow = build_flow(source)
    del flow
    return Report(source=source, letterhead=Letterhead(), subject=Subject())
