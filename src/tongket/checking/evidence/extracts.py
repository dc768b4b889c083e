"""Texts that end before their document does (trích văn bản): copied from a page, or cut on the way."""

from __future__ import annotations

from tongket.model.reports import Report


def cut_off_at(report: Report) -> int:
    """Where the last line begins of a text that nothing closes, signs or sends to anybody; its end for any other.

    What that line lacks may stand in the document.
    """
    end = len(report.text.rstrip())
    if report.signature is not None or report.recipients or report.closing is not None:
        return end
    return report.text.rfind("\n", 0, end) + 1
