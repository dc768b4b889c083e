"""A report as the site keeps what was read of it: the JSON contract, and which lines are one paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from tongket.checking.catalogue import mend, message
from tongket.exchange.report_json import report_object
from tongket.model import unwrapping
from tongket.model.findings import Finding
from tongket.model.reports import Report


def as_kept(report: Report, findings: Iterable[Finding]) -> dict[str, Any]:
    """``report`` as ``tongket read --json`` says it; ``goes_on`` are the starts of lines that go on with the paragraph
    before, as in a text that was wrapped by hand.
    """
    kept = msgspec.to_builtins(report_object(report, tuple(findings), message, mend))
    return {**kept, "goes_on": unwrapping.going_on(report)}


def unwrapped(kept: Mapping[str, Any]) -> str:
    """The text of a kept report, a paragraph a line; all offsets hold."""
    return unwrapping.unwrapped(kept["text"], kept.get("goes_on", ()))
