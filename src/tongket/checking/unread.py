"""What of a report was not read, or not held against the rest: too much of it, or letters lost (phần chưa đọc).

No report of an office is as long; where one is, what was passed over is said, so that nobody takes it for checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tongket.checking.evidence import clauses
from tongket.checking.kinds import Case, Kind
from tongket.files.limits import cut_at
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.lost_letters import lost_letters
from tongket.vietnamese.numbers import format_number

UNREAD = Kind(
    name="unread",
    title=N_("Not read"),
    meaning=N_(
        "The file is longer than any report, or a sentence in it is longer than any sentence, so that a part was not "
        "read, or not held against the rest; or letters of the text are lost. Nothing is said of that part, which does "
        "not mean that it is right."
    ),
    example="Kết quả rà soát của 2.000 hộ, mỗi hộ một dòng, nối nhau bằng dấu phẩy trong một câu dài hơn một trang ...",
    not_flagged=N_("Reports of up to a thousand pages with the sentences of an office: they are read whole."),
    severities=("warning", "info"),
    cases={
        "letters": Case(
            N_("Letters of this text are lost throughout ('{printed}'): what is read from it cannot be trusted."),
            N_("Give the Word file or the PDF itself; what is copied out of such a PDF loses its marked letters."),
        ),
        "file": Case(
            N_("The file is longer than any report: what follows this place was not read."),
            N_("Give the report and its appendices in files of their own, and check each."),
        ),
        "sentences": Case(
            N_(
                "What follows this place was checked by itself, but not held against the {most} sentences before it: "
                "no report has more."
            ),
            N_("Give the report and its appendices in files of their own, and check each."),
        ),
        "sentence": Case(
            N_("A sentence of more than {most} letters was not held against the others ({count} in all)."),
            N_("Divide it with full stops or semicolons, or put what it lists into a table."),
        ),
    },
)
KINDS = (UNREAD,)
_SHOWN = 40  # letters of the place that a finding marks


def as_far_as_read(report: Report) -> Report:
    """``report`` without the text that was not read, which checks of the words alone would go through."""
    at = cut_at(report.source)
    return report if at is None else replace(report, source=replace(report.source, text=report.text[:at]))


def check_unread(report: Report) -> Iterator[Finding]:
    """Yield ``unread`` where the reading of a file that is too long stopped, where sentences are no more held against
    each other, for the first sentence that is too long for it, and for a text that lost letters throughout.

    Not flagged: what is read whole, however long.
    """
    lost = lost_letters(report.text)
    if lost is not None:
        low = max(report.text.rfind("\n", 0, lost) + 1, lost - _SHOWN)
        place = Span(low, min(lost + _SHOWN, len(report.text)))
        facts = {"printed": " ".join(report.text[place.start : place.end].split())}
        yield Finding("unread", "warning", place, "letters", facts)
    at = cut_at(report.source)
    if at is not None:
        yield Finding("unread", "info", Span(max(at - _SHOWN, 0), at), "file")
    held = clauses.sentences_held(report)
    if held.rest is not None:
        facts = {"most": format_number(clauses.MOST_SENTENCES)}
        yield Finding("unread", "info", Span(held.rest, min(held.rest + _SHOWN, len(report.text))), "sentences", facts)
    if held.long:
        facts = {"most": format_number(clauses.LONGEST_SENTENCE), "count": str(len(held.long))}
        first = held.long[0].start
        yield Finding("unread", "info", Span(first, first + _SHOWN), "sentence", facts)
