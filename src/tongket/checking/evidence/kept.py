"""What several checks ask of one report, found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from tongket.model.reports import Report

Found = TypeVar("Found")


def of_last_report(work: Callable[[Report], Found]) -> Callable[[Report], Found]:
    """``work`` with what it last found: checks ask it one after the other of the same report, and leave it unchanged.

    A report is known by being the same value, for comparing two would cost more than the work.
    """
    last: tuple[Report, Found] | None = None

    @wraps(work)
    def found(report: Report) -> Found:
        nonlocal last
        held = last
        if held is None or held[0] is not report:
            held = last = (report, work(report))
        return held[1]

    return found
