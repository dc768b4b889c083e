"""All checks of one report, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

Check = Callable[[Report], Iterable[Finding]]
CHECKS: tuple[Check, ...] = ()


def check_report(report: Report) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text."""
    return sorted(_all(report), key=_order)


def _all(report: Report) -> Iterator[Finding]:
    for check in CHECKS:
        yield from check(report)


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.start, place.end, finding.kind) if isinstance(place, Span) else (1 << 60, 0, finding.kind)
