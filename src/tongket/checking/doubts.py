"""What recognition is unsure of (chữ đọc từ bản quét chưa chắc): numbers of a scan that a person must look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.sources import Doubt

DOUBTFUL_READING = Kind(
    name="doubtful-reading",
    title=N_("Doubtful reading of a scan"),
    meaning=N_(
        "The text was recognised from pictures of pages, and a number, a document number or a date stands where the "
        "letters were not clear. What is read there is a guess, not a fact, until a person has compared it with the "
        "paper."
    ),
    example="Toàn xã có 2.387 hộ, trong đó 35l hộ nghèo.",
    not_flagged=N_(
        "Words without a digit, however unclear; files that hold their text; numbers that recognition is sure of."
    ),
    severities=("warning", "info"),
    cases={
        "figure": Case(
            N_("'{text}' was read from a scan and is not sure ({pct}%)."),
            N_("Compare the number with the paper; it is not used until somebody has."),
        ),
        "citation": Case(
            N_("The document number '{text}' was read from a scan and is not sure ({pct}%)."),
            N_("Compare number, symbol and date with the paper."),
        ),
        "symbol": Case(
            N_("The document number '{text}' was read from a scan; no such mark is known; it is taken for {symbol}."),
            N_("Compare number, symbol and date with the paper."),
        ),
        "head": Case(
            N_("Number and date of the report, '{text}', were read from a scan and are not sure ({pct}%)."),
            N_("Compare number, symbol and date with the paper."),
        ),
        "heading": Case(
            N_("The heading number '{text}' was read from a scan; by the headings beside it, it is {number}."),
            N_("Compare the number with the paper."),
        ),
        "scan": Case(
            N_("The file is a scan; its text was recognised with {pct}% confidence, {count} words are doubtful."),
            N_("Where there is one, give the Word file: it is read without doubt."),
        ),
    },
)
KINDS = (DOUBTFUL_READING,)


def check_scan(report: Report) -> Iterator[Finding]:
    """Yield ``doubtful-reading`` once for a file that is a scan, with its mean confidence.

    Not flagged: a file that holds its text.
    """
    source = report.source
    if source.scanned:
        first = source.blocks[0] if source.blocks else None
        place = Span(first.start, first.end) if first else Span(0, 0)
        facts = {"pct": _pct(source.confidence or 0.0), "count": str(len(source.doubts))}
        yield Finding("doubtful-reading", "info", place, "scan", facts)


def check_doubtful_numbers(report: Report) -> Iterator[Finding]:
    """Yield ``doubtful-reading`` for each figure, citation and number or date of the head that a doubt touches.

    A citation whose symbol is not the printed one, but what that can only be, is told with both.
    Not flagged: doubts without a digit, which belong to words; a citation's title and issuer.
    """
    yield from _misread(report.citations)
    telling = [doubt for doubt in report.source.doubts if _has_digit(report.text[doubt.start : doubt.end])]
    if not telling:
        return
    head = report.letterhead
    heads = [place for place in (head.number_at, head.date_at) if place]
    cited = [Span(one.start, one.end) for one in report.citations if not one.misread]
    counted = [Span(one.start, one.end) for one in report.figures]
    for case, places in (("head", heads), ("citation", cited), ("figure", counted)):
        yield from _touched(report.text, case, places, telling)


def check_garbled_headings(report: Report) -> Iterator[Finding]:
    """Yield ``doubtful-reading`` for each heading whose number was garbled and that its neighbours restored.

    Not flagged: numbers that stand as they are read.
    """
    for section in report.walk_sections():
        if section.printed:
            place = Span(section.start, section.start + len(section.printed))
            facts = {"text": section.printed, "number": section.number or ""}
            yield Finding("doubtful-reading", "info", place, "heading", facts)


def _misread(citations: Iterable[Citation]) -> Iterator[Finding]:
    for one in citations:
        if one.misread:
            facts = {"text": one.number or "", "symbol": one.symbol or ""}
            yield Finding("doubtful-reading", "warning", Span(one.start, one.end), "symbol", facts)


def _touched(text: str, case: str, places: Iterable[Span], doubts: list[Doubt]) -> Iterator[Finding]:
    """A finding for each place that holds a digit in doubt. Both lie in the order of the text, more or less."""
    for place in places:
        touching = [one for one in doubts if one.start < place.end and place.start < one.end]
        unsure = [one for one in touching if _has_digit(text[max(one.start, place.start) : min(one.end, place.end)])]
        if unsure:
            sure = min(one.confidence for one in unsure)
            facts = {"text": text[place.start : place.end].replace("\n", " "), "pct": _pct(sure)}
            yield Finding("doubtful-reading", "warning", place, case, facts)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _pct(share: float) -> str:
    return str(round(100 * share))
