"""The finding of a sentence that lacks a part, with its words as printed."""

from __future__ import annotations

from tongket.model.findings import Finding, Severity
from tongket.model.places import Span


def told_incomplete(place: Span, case: str, severity: Severity, said: str, letters: int = 60) -> Finding:
    """``incomplete`` at a place; of what is said there no more than so many letters, to the end of a word."""
    printed = " ".join(said.split())
    if len(printed) > letters:
        printed = f"{printed[:letters].rsplit(' ', 1)[0]} …"
    return Finding("incomplete", severity, place, case, {"printed": printed})
