"""Texts that end before their document does (trích văn bản): copied from a page, or cut on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OPENS_AS_DOCUMENT = re.compile(r"\s*(?:Căn cứ|Thực hiện|Triển khai|Nhằm|Để|Kính gửi)(?!\w)")


def is_copied(report: Report) -> bool:
    """Whether a text without a head is the body alone of a page or an article: nobody signs it, nobody is sent it, and
    it names no type of its own and does not open as a document does.
    """
    signed = report.signature is not None or bool(report.recipients) or report.letterhead.type_at is not None
    return not signed and _OPENS_AS_DOCUMENT.match(report.text) is None


def cut_off_at(report: Report) -> int:
    """Where the last line begins of a text that nothing closes, signs or sends to anybody; its end for any other.

    What that line lacks may stand in the document.
    """
    end = len(report.text.rstrip())
    if report.signature is not None or report.recipients or report.closing is not None:
        return end
    return report.text.rfind("\n", 0, end) + 1


def breaks_off(report: Report) -> bool:
    """Whether a text ends inside a sentence, and nobody signs it or is sent it: what its document has below that is not
    seen.
    """
    end = len(report.text.rstrip())
    last = report.text[cut_off_at(report) : end]
    return len(last) > _LINE and (last[-1].isalnum() or last[-1] in _GO_ON)


_LINE = 40  # letters of a line that is no name, place or closing word
_GO_ON = "-–/,"


def unsure_at_the_cut(report: Report, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those about the last words of a text that breaks off made hints: the rest of them is not seen."""
    end = len(report.text.rstrip()) - 1
    cut = breaks_off(report)
    for one in findings:
        told = cut and isinstance(one.place, Span) and one.place.end >= end and one.severity != "info"
        yield replace(one, severity="info") if told else one
