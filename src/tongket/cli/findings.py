"""Findings as lines of a terminal: one a matter, and a line that counts them."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate

import click

from tongket.messages import N_, say
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report

SEVERITY_WORDS = {"error": N_("error"), "warning": N_("to check"), "info": N_("note")}
_GRAVEST: tuple[Severity, ...] = ("error", "warning", "info")
_MOST_LINES = 8  # of further places that are named; the rest is counted
_LONGEST = 80  # letters of a quotation


def print_findings(file: str, report: Report, findings: Sequence[Finding], least: Severity = "info") -> None:
    """Print those of severity ``least`` or graver on stdout, and on stderr how many of each there are.

    What is found again in the same words ('nhân dân' in small letters) is printed at its first place, with the
    lines of the others.
    """
    from tongket.checking.catalogue import mend, message
    from tongket.model.consolidations import ReportRead
    from tongket.writing.masking import mask_quote

    whose = ReportRead(file, report, None, "", tuple(findings))
    starts = list(accumulate((len(line) + 1 for line in report.text.split("\n")), initial=0))
    same: defaultdict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        if _GRAVEST.index(finding.severity) <= _GRAVEST.index(least):
            facts = tuple(sorted(finding.facts.items()))
            same[finding.kind, finding.severity, finding.case, facts, _words(report, finding)].append(finding)
    for (*_, words), places in same.items():
        first = places[0]
        quoted = mask_quote(str(words), whose)
        quote = f"«{quoted[: _LONGEST - 3]}...» " if len(quoted) > _LONGEST else f"«{quoted}» " if quoted else ""
        severity = say(SEVERITY_WORDS[first.severity])
        lines = [_line(starts, one) for one in places]
        told = f"{message(first)} {mend(first)}{_further(lines)}"
        click.echo(f"{file}:{lines[0]}: {severity} [{first.kind}] {quote}{told}")
    counts = Counter(finding.severity for finding in findings)
    template = N_("{file}: errors: {errors}, to check: {warnings}, notes: {notes}")
    numbers = {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["info"]}
    click.echo(say(template, file=file, **numbers), err=True)


def _words(report: Report, finding: Finding) -> str:
    place = finding.place
    return " ".join(report.text[place.start : place.end].split()) if isinstance(place, Span) else ""


def _line(starts: Sequence[int], finding: Finding) -> int:
    """The line of the report's text; 1 where the place is in no text."""
    return bisect.bisect_right(starts, finding.place.start) if isinstance(finding.place, Span) else 1


def _further(lines: Sequence[int]) -> str:
    others = [str(line) for line in lines[1:]]
    if not others:
        return ""
    named = ", ".join(others[:_MOST_LINES])
    more = len(others) - _MOST_LINES
    if more > 0:
        return " " + say(N_("(Again at line {lines}, and in {more} more places.)"), lines=named, more=more)
    return " " + say(N_("(Again at line {lines}.)"), lines=named)
