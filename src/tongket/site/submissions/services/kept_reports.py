"""A report as the site keeps what was read of it: the JSON contract, and which lines are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from tongket.checking.catalogue import mend, message
from tongket.exchange.report_json import report_object
from tongket.model.findings import Finding
from tongket.model.reports import Report

_LINE = re.compile(r"\n[ \t\u00a0]*(?=[^\s])")


def as_kept(report: Report, findings: Iterable[Finding]) -> dict[str, Any]:
    """``report`` as ``tongket read --json`` says it; ``goes_on`` are the starts of lines that go on with the paragraph
    before, as in a text that was wrapped by hand.
    """
    kept = msgspec.to_builtins(report_object(report, tuple(findings), message, mend))
    return {**kept, "goes_on": sorted(set(_going_on(report)))}


def unwrapped(kept: Mapping[str, Any]) -> str:
    """The text of a kept report, a paragraph a line: the ends of lines that go on are blanks, and all offsets hold."""
    text = list(kept["text"])
    for start in kept.get("goes_on", ()):
        at = start - 1
        while at >= 0 and text[at].isspace():
            text[at], at = " ", at - 1
    return "".join(text)


def _going_on(report: Report) -> Iterator[int]:
    text = report.text
    for one in report.paragraphs:
        if one.kind not in ("body", "head", "note"):
            continue
        for number, span in enumerate(one.spans):
            for found in _LINE.finditer(text, span.start, span.end):
                yield found.start() + 1
            if number and not text[one.spans[number - 1].end : span.start].strip():
                yield text.rfind("\n", 0, span.start) + 1
