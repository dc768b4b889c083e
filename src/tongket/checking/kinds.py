"""What a kind of finding is made of, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tongket.model.findings import Finding, Severity
from tongket.model.reports import Report

Check = Callable[[Report], Iterable[Finding]]
"""Looks at a report for one fault and yields what it finds."""


@dataclass(frozen=True, slots=True)
class Case:
    """One wording of a kind: message ids whose placeholders are the finding's facts."""

    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding; the name is never changed and never used again.

    ``title``, ``meaning`` and ``not_flagged`` are message ids; ``example`` is a Vietnamese passage that earns the
    finding, made up for the page. ``cases`` holds the wordings by ``Finding.case``. ``severities`` lists those it uses.
    """

    name: str
    title: str
    meaning: str
    example: str
    not_flagged: str
    severities: tuple[Severity, ...]
    cases: Mapping[str, Case]
