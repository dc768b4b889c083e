"""What is read and not sure (chỗ đọc chưa chắc): numbers of a scan that a person must look at, and counts that are
called round and are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tongket.checking.evidence.numbers import single
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.sources import Doubt
from tongket.registry.unit_words import match_unit

DOUBTFUL_READING = Kind(
    name="doubtful-reading",
    title=N_("Doubtful reading"),
    meaning=N_(
        "The text was recognised from pictures of pages, and a number, a document number or a date stands where the "
        "letters were not clear. What is read there is a guess, not a fact, until a person has compared it with the "
        "paper. The same goes for a count that a word calls round and whose digits are exact: one of the two is not "
        "meant."
    ),
    example="Toàn xã có 2.387 hộ, trong đó 35l hộ nghèo.",
    not_flagged=N_(
        "Words without a digit, however unclear; files that hold their text; numbers that recognition is sure of; "
        "round words before money, rates and measures, and before counts that end in 0 or 5."
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
        "exact": Case(
            N_("'{word}' calls {number} round, whose digits are exact."),
            N_("Strike '{word}', or give the round number."),
        ),
        "bound": Case(
            N_("'{said}' is told, and the number beside it is {exact}: '{word}' does not hold."),
            N_("Correct '{word}', or check both numbers."),
        ),
        "share": Case(
            N_("'{said}' is told of {share}, which makes {true}%: '{word}' does not hold."),
            N_("Strike '{word}', or correct the numbers."),
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


_ROUND = frozenset(("hơn", "trên", "gần", "khoảng"))
_LEAST_EXACT, _MOST_EXACT = 100, 10_000


def check_exact_counts(report: Report) -> Iterator[Finding]:
    """Yield ``doubtful-reading`` (a note) for a count that is called round and is not: 'hơn 256 cuộc'.

    Not flagged: what has fractions (money, rates, areas, lengths, time); counts that end in 0 or 5; changes, aims,
    tables.
    """
    for one in report.figures:
        value = single(one.value)
        if one.qualifier not in _ROUND or value is None or one.decimals or one.in_table or one.change or one.target:
            continue
        exact = _LEAST_EXACT < value < _MOST_EXACT and value % 5 != 0
        if exact and one.base_unit == one.unit and _is_counted(one.unit):
            number = f"{report.text[one.number_start : one.number_end]} {one.unit}"
            facts = {"word": one.qualifier, "number": number}
            yield Finding("doubtful-reading", "info", Span(one.start, one.end), "exact", facts)


_NEVER_WHOLE = frozenset(("duration", "age", "work"))


def _is_counted(unit: str) -> bool:
    """Whether a unit is of whole things: 'cuộc', 'hộ'; neither a measure nor a time."""
    matched = match_unit(unit.split()) if unit and "/" not in unit else None
    return matched is not None and not matched[0].is_measure and matched[0].kind not in _NEVER_WHOLE


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
