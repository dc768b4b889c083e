"""Reports whose truth their writer set beside the words (``tests/handwritten``, ``tests/gold``).

The truth knows no offsets, so that it holds for every kind of file of the same report: what is read is laid beside it
in the order of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from accuracy.kinds import family
from accuracy.tally import Tallies, put, share
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Pair, Range, Share
from tongket.model.reports import Report

Truth = dict[str, Any]
_MARKUP = re.compile(r"[*\u200b]")
_ON_PURPOSE = ("missing-part", "unit-unknown")  # signers are left blank, and the units are made up
_DIGITS = re.compile(r"\d[\d.,/]*")


def score_marked(truth: Truth, report: Report, findings: Sequence[Finding]) -> Tallies:
    """The tallies of one report."""
    tallies: Tallies = {}
    _citations(tallies, truth, report)
    _figures(tallies, truth, report)
    _sections(tallies, truth, report)
    _parts(tallies, truth, report)
    _cells(tallies, truth, report)
    _findings(tallies, truth, report, findings)
    return tallies


def compare(one: Report, other: Report) -> Tallies:
    """How far two files of one report say the same; the first is taken as the truth."""
    tallies: Tallies = {}
    for measure, said in (
        ("citations: symbol", lambda report: [cite.symbol or core(report, cite) for cite in in_order(report)]),
        ("figures: value", lambda report: [f"{value(figure.value)}" for figure in report.figures]),
        ("sections", lambda report: [f"{part.number} {fold(part.title)}" for part in report.walk_sections()]),
    ):
        wanted, got = Counter(said(one)), Counter(said(other))
        missed, wrong = (wanted - got).elements(), (got - wanted).elements()
        put(tallies, measure, (wanted & got).total(), _keys(missed), _keys(wrong))
    return tallies


def _citations(tallies: Tallies, truth: Truth, report: Report) -> None:
    wanted = truth["citations"]

    def same(one: Truth, other: Citation) -> bool:
        return one["symbol"] in {other.symbol, "?"} and squeeze(one["core"]) == core(report, other)

    pairs, missed, wrong = align(wanted, in_order(report), same)
    put(
        tallies, "citations: symbol", len(pairs), _keys(one["core"] for one in missed), _keys(one.text for one in wrong)
    )
    for part in ("type", "date", "issuer"):
        asked = [pair for pair in pairs if pair[0][part]]
        bad = [one for one, other in asked if not _same_part(part, one[part], getattr(other, part))]
        share(tallies, f"citations: {part}", len(asked) - len(bad), _keys(one["core"] for one in bad))


def _same_part(part: str, one: str, other: str | None) -> bool:
    return same_words(one, other) if part == "issuer" else (one or "").lower() == (other or "").lower()


def _figures(tallies: Tallies, truth: Truth, report: Report) -> None:
    wanted, got = figures(truth, report)
    pairs, missed, wrong = align(
        wanted, got, lambda one, other: one["value"] == other["value"], skip=lambda one: not one["judged"]
    )
    put(
        tallies,
        "figures: value",
        len(pairs),
        _keys(one["printed"] for one in missed),
        _keys(one["printed"] for one in wrong),
    )
    bad = [one for one, other in pairs if not same_words(one["unit"], other["unit"])]
    share(tallies, "figures: unit", len(pairs) - len(bad), _keys(one["printed"] for one in bad))


def _sections(tallies: Tallies, truth: Truth, report: Report) -> None:
    wanted = [f"{one['number']} {fold(one['title'])}" for one in truth["headings"] if one["number"]]
    got = [f"{one.number} {fold(one.title)}" for one in report.walk_sections() if one.number]
    pairs, missed, wrong = align(wanted, got, lambda one, other: one == other)
    put(tallies, "sections", len(pairs), _keys(missed), _keys(wrong))


def _parts(tallies: Tallies, truth: Truth, report: Report) -> None:
    for part, got in (
        ("letterhead", report.letterhead),
        ("subject", report.subject),
        ("signature", report.signature),
    ):
        fields = {key: one for key, one in (truth.get(part) or {}).items() if one is not None}
        bad = {key: str(one) for key, one in fields.items() if not _same_field(one, getattr(got, key, None))}
        share(tallies, part, len(fields) - len(bad), bad)
    wanted = truth["footnotes"]
    put(tallies, "notes", min(wanted, len(report.footnotes)), _surplus(wanted - len(report.footnotes)), {})
    tallies["notes"].wrong = _surplus(len(report.footnotes) - wanted)


def _surplus(count: int) -> dict[str, str]:
    return {str(number): "" for number in range(1, count + 1)}


def _same_field(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return (squeeze(one) or "").lower() == (squeeze(other) or "").lower()
    return one == other


def _cells(tallies: Tallies, truth: Truth, report: Report) -> None:
    wanted = [cell for table in truth["tables"] for row in table for cell in map(squeeze, row)]
    got = [
        squeeze(text)
        for table in report.tables
        for text in [*table.header, *(cell.text for row in table.rows for cell in row.cells)]
    ]
    if wanted:
        numbers = [cell for cell in wanted if cell and _DIGITS.fullmatch(cell)]
        found = [cell for cell in got if cell and _DIGITS.fullmatch(cell)]
        pairs, missed, wrong = align(numbers, found, lambda one, other: one == other)
        put(tallies, "tables: cells", len(pairs), _keys(missed), _keys(wrong))


def _findings(tallies: Tallies, truth: Truth, report: Report, findings: Sequence[Finding]) -> None:
    """What was planted and found; what was flagged though nobody planted it there, info apart."""
    planted = [(one, places(report, one["passage"])) for one in truth["errors"]]
    spans = [span for _, found in planted for span in found]
    wrong = [
        one
        for one in findings
        if one.severity != "info"
        and isinstance(one.place, Span)
        and not any(span.touches(other) for span in spans for other in [one.place, *related(one)])
        and one.kind not in _ON_PURPOSE
    ]
    for name in dict.fromkeys([family(one["kind"]) for one in truth["errors"]] + [family(one.kind) for one in wrong]):
        mine = [one for one, _ in planted if family(one["kind"]) == name]
        missed = [one for one in mine if not is_found(report, findings, one)]
        put(
            tallies,
            name,
            len(mine) - len(missed),
            _keys(f"{one['kind']}: {squeeze(one['passage'])}" for one in missed),
            _keys(f"{one.kind}: {_passage(report, one)}" for one in wrong if family(one.kind) == name),
        )


def _passage(report: Report, finding: Finding) -> str:
    place = finding.place
    return (squeeze(report.text[place.start : place.end]) or "")[:80] if isinstance(place, Span) else ""


def _keys(words: Iterable[str | None]) -> dict[str, str]:
    """Each passage under its words; the second of the same words is numbered."""
    seen: dict[str, str] = {}
    for one in words:
        key = (squeeze(one) or "")[:100]
        count = 1
        while (name := key if count == 1 else f"{key} #{count}") in seen:
            count += 1
        seen[name] = key
    return seen


def in_order(report: Report) -> list[Citation]:
    """The citations as their text stands, notes at the foot of a page among them."""
    return sorted(report.citations, key=lambda one: one.core_start)


def core(report: Report, one: Citation) -> str | None:
    """Type word and number as printed, on one line."""
    return squeeze(report.text[one.core_start : one.core_end])


def is_found(report: Report, findings: Iterable[Finding], planted: Truth) -> bool:
    """Whether a finding of the planted kind touches the passage; of an info plant an info will do."""
    spans = places(report, planted["passage"])
    kinds = {planted["kind"]} | ({"sum-mismatch"} if planted["kind"] == "table-total-mismatch" else set())
    return any(
        finding.kind in kinds
        and (finding.severity != "info" or planted.get("severity") == "info")
        and any(a.touches(b) for a in spans for b in [finding.place, *related(finding)] if isinstance(b, Span))
        for finding in findings
    )


def related(finding: Finding) -> list[Span]:
    """The spans that a finding rests on."""
    return [place for place in finding.related if isinstance(place, Span)]


def places(report: Report, passage: str) -> list[Span]:
    """Where the passage stands, whatever the white space and the note marks in it."""
    pattern = r"\s*".join(re.escape(word) for word in passage.replace("*", "").split())
    return [Span(one.start(), one.end()) for one in re.finditer(pattern, report.text.replace("*", " "))]


def figures(truth: Truth, report: Report) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The figures of the prose: those printed, and those read, in the order of the text."""
    wanted = [{"judged": True} | one | {"value": number(one["value"])} for one in truth["figures"]]
    prose = [one for one in report.figures if not one.in_table]
    got = [
        {"printed": one.text, "value": value(one.value), "unit": one.unit}
        for one in sorted(prose, key=lambda one: one.start)
    ]
    return wanted, got


def number(printed: str) -> tuple[Decimal, ...]:
    """The value of a label: '12', '3/4', '5..7'."""
    try:
        return tuple(Decimal(part) for part in re.split(r"/|\.\.", printed))
    except InvalidOperation as error:
        raise ValueError(printed) from error


def value(quantity: Decimal | Share | Range | Pair) -> tuple[Decimal, ...]:
    """The numbers of a figure's value."""
    match quantity:
        case Share(part, whole):
            return (part, whole)
        case Range(low, high):
            return (low, high)
        case Pair(first, second):
            return (first, second)
    return (quantity,)


def squeeze(text: str | None) -> str | None:
    """The text on one line, without emphasis marks."""
    return text if text is None else " ".join(_MARKUP.sub("", text).split())


def fold(title: str | None) -> str:
    """A title as it is compared."""
    return (squeeze(title) or "").rstrip(" :.")


def same_words(truth: str | None, got: str | None) -> bool:
    """Whether one opens with the other's words: 'hộ' and 'hộ dân'."""
    one, other = (truth or "").lower().split(), (got or "").lower().split()
    short = min(len(one), len(other))
    return one[:short] == other[:short] and (short > 0 or one == other)


def align(
    wanted: Sequence[Any],
    got: Sequence[Any],
    same: Callable[[Any, Any], bool],
    skip: Callable[[Any], bool] = lambda _one: False,
) -> tuple[list[Any], list[Any], list[Any]]:
    """The longest common order: pairs, what was missed, what was read too much. What is skipped counts nowhere."""
    longest = [[0] * (len(got) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(got))):
            step = longest[i + 1][j + 1] + 1 if same(wanted[i], got[j]) else 0
            longest[i][j] = max(step, longest[i + 1][j], longest[i][j + 1])
    pairs, missed, extra, i, j = [], [], [], 0, 0
    while i < len(wanted) and j < len(got):
        if same(wanted[i], got[j]) and longest[i][j] == longest[i + 1][j + 1] + 1:
            pairs.append((wanted[i], got[j]))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            missed.append(wanted[i])
            i += 1
        else:
            extra.append(got[j])
            j += 1
    missed, extra = [*missed, *wanted[i:]], [*extra, *got[j:]]
    return [pair for pair in pairs if not skip(pair[0])], [one for one in missed if not skip(one)], extra
