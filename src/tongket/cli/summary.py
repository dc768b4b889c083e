"""What a consolidation came to, in a few lines for the person who ran it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tongket.messages import N_, say
from tongket.model.consolidations import Consolidation
from tongket.road.names import CSV_FILE, FACTS_FOLDER, FINDINGS_FILE, REPORT_FILE, WORKBOOK_FILE
from tongket.writing.compose import PARTY_LAYOUT
from tongket.writing.frame import signing_for, writer

OUTPUTS = (
    (REPORT_FILE, N_("the report of the level above, to be edited")),
    (WORKBOOK_FILE, N_("totals, values by unit with their sources, coverage, findings; confirm here")),
    (FINDINGS_FILE, N_("what should be looked at in each report")),
    (CSV_FILE, N_("all values as a table")),
    (FACTS_FOLDER, N_("all values as facts (Parquet), for later rounds")),
)


def summary_lines(whole: Consolidation, out: Path) -> Iterator[str]:
    """Reports, citations, figures, findings, coverage, what was taken by machine, what was left out, the outputs."""
    yield f"{whole.programme.title}: {whole.unit.full_name}"
    yield _line(
        N_("{reports} reports read, {left} left out; {citations} citations, {figures} figures"),
        reports=len(whole.reports),
        left=len(whole.left_out),
        citations=sum(len(one.report.citations) for one in whole.reports),
        figures=sum(len(one.report.figures) for one in whole.reports),
    )
    found = Counter(finding.severity for one in whole.reports for finding in one.findings)
    found.update(finding.severity for finding in whole.findings)
    yield _line(
        N_("Findings: {errors} errors, {warnings} to check, {notes} notes"),
        errors=found["error"],
        warnings=found["warning"],
        notes=found["info"],
    )
    yield _coverage(whole)
    yield from _origins(whole)
    if signing_for(writer(whole)).regime == "party":
        yield _line(PARTY_LAYOUT)
    if whole.left_out:
        yield _line(N_("Left out:"))
        yield from (f"    {one.line}" for one in whole.left_out)
    yield _line(N_("Outputs in {out}:"), out=out)
    yield from (f"    {name:<16} {say(words)}" for name, words in OUTPUTS)


def _line(message: str, **facts: object) -> str:
    return f"  {say(message, **facts)}"


def _coverage(whole: Consolidation) -> str:
    asked = [line for line in whole.coverage if line.asked]
    if not asked:
        return _line(N_("Coverage: not known, no round says who was asked (dot-bao-cao.yaml)"))
    answered = sum(bool(line.file) for line in asked)
    missing = ", ".join(line.body for line in asked if not line.file)
    text = _line(N_("Coverage: {answered} of {asked} bodies"), answered=answered, asked=len(asked))
    return f"{text} ({say(N_('missing: {bodies}'), bodies=missing)})" if missing else text


def _origins(whole: Consolidation) -> Iterator[str]:
    machine = sum(one.origin == "read" for one in whole.observations)
    confirmed = sum(one.origin == "read-confirmed" for one in whole.observations)
    yield _line(
        N_("Values: {all}, of which {machine} taken by machine, {confirmed} confirmed; {doubtful} left for a person"),
        all=len(whole.observations),
        machine=machine,
        confirmed=confirmed,
        doubtful=len(whole.doubtful),
    )
    partial = sum("partial" in one.marks for one in whole.rollups if one.unit == whole.unit.id)
    refused = sum(bool(one.refusal) for one in whole.rollups if one.unit == whole.unit.id)
    if partial or refused:
        yield _line(
            N_("Totals: {partial} partial, {refused} not added (the workbook says why)"),
            partial=partial,
            refused=refused,
        )
