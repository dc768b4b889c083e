"""A report against what its programme asks: sums of the forms, text against forms, outline (đề cương, biểu mẫu)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.numbers import half_last_digit, is_earlier, shown, shown_as, single
from tongket.model.findings import Finding, Severity
from tongket.model.matches import Match
from tongket.model.places import Span
from tongket.model.programmes import OutlineItem, Programme, Sum
from tongket.model.reports import Report
from tongket.vietnamese.unicode import folded

# Without these a review says nothing; the others may rightly be short of matter.
_WEIGHTY = ("strengths", "limitations", "tasks")


def check_against_programme(report: Report, programme: Programme, matches: Sequence[Match]) -> Iterator[Finding]:
    """Yield what ``matches`` (those of ``programme`` in ``report``) and the outline show to be at odds.

    Kinds: ``body-appendix-mismatch``, ``sum-mismatch``, ``outline-missing``. Not flagged: matches below the
    programme's threshold, figures with a qualifier, answers of another extent or level.
    """
    sure = [one for one in matches if one.confidence >= programme.threshold and not one.qualifier and not one.reason]
    yield from _text_against_forms(report, sure)
    yield from _sums(report, programme, sure)
    yield from _outline(report, programme)


def _text_against_forms(report: Report, matches: Iterable[Match]) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for one in matches:
        if single_of(one) is not None:
            groups[one.indicator, one.cell].append(one)
    for group in groups.values():
        cells = [one for one in group if one.where == "table"]
        said = [one for one in group if one.where != "table" and not _is_earlier(report, one)]
        said = [one for one in said if not _is_torn(report.text, one.start)]
        if len(cells) != 1 or not said or any(_agree(report, one, cells[0]) for one in said):
            continue
        (cell,) = cells
        for one in said:
            if one.extent and cell.extent and one.extent != cell.extent:
                continue
            facts = {"text": _shown(report, one), "table": _shown(report, cell), "label": cell.passage.strip()[:120]}
            place = Span(one.start, one.end)
            yield Finding("body-appendix-mismatch", "error", place, "", facts, (Span(cell.start, cell.end),))


def _is_earlier(report: Report, one: Match) -> bool:
    return one.figure is not None and is_earlier(report.text, report.figures[one.figure])


def _is_torn(text: str, at: int) -> bool:
    """Whether the line begins in the middle of a sentence: what it is about may stand before the page's end."""
    return text[text.rfind("\n", 0, at) + 1 : at + 1].lstrip()[:1].islower()


def _agree(report: Report, one: Match, other: Match) -> bool:
    """Whether two numbers are one, as far as each is printed: 62,5% and 62,51%."""
    printed = [report.figures[match.figure].decimals for match in (one, other) if match.figure is not None]
    tolerance = half_last_digit(min(printed)) if any(printed) else Decimal(0)
    return abs(_value(one) - _value(other)) <= tolerance


def single_of(match: Match) -> Decimal | None:
    """The match's value as one number, or None."""
    return single(match.value) if match.value is not None else None


def _value(match: Match) -> Decimal:
    value = single_of(match)
    assert value is not None
    return value


def _shown(report: Report, match: Match, amount: Decimal | None = None) -> str:
    """``amount`` (None: the match's own) as the figure of ``match`` is printed."""
    value = _value(match) if amount is None else amount
    return shown(value) if match.figure is None else shown_as(value, report.figures[match.figure])


def _sums(report: Report, programme: Programme, matches: Sequence[Match]) -> Iterator[Finding]:
    best: dict[tuple[str, str], Match] = {}
    for one in matches:
        if single_of(one) is not None:
            best.setdefault((one.indicator, one.cell), one)
    for rule in programme.sums:
        for cell in sorted({cell for indicator, cell in best if indicator == rule.total}):
            total = best[rule.total, cell]
            parts = [best[part, cell] for part in rule.parts if (part, cell) in best]
            if parts:
                yield from _sum(report, programme, rule, total, parts)


def _sum(report: Report, programme: Programme, rule: Sum, total: Match, parts: Sequence[Match]) -> Iterator[Finding]:
    added = sum((_value(one) for one in parts), Decimal(0))
    stated = _value(total)
    complete = len(parts) == len(rule.parts)
    facts = {
        "parts": " + ".join(_shown(report, one) for one in parts),
        "sum": _shown(report, total, added),
        "total": _shown(report, total),
    }
    related = tuple(Span(one.start, one.end) for one in parts)
    indicator = programme.indicator(rule.total)
    facts["label"] = indicator.name if indicator else rule.total
    too_little = complete and added < stated and rule.relation != ">="
    if too_little or (added > stated and rule.relation != "<="):
        yield Finding("sum-mismatch", "error", Span(total.start, total.end), "rows", facts, related)
    elif rule.relation == "=" and not complete and added < stated and len(rule.parts) > 1:
        yield Finding("sum-mismatch", "warning", related[0], "short", facts, (Span(total.start, total.end),))


def _outline(report: Report, programme: Programme) -> Iterator[Finding]:
    titles = [folded(one.title) for one in report.walk_sections() if one.title]
    if not titles:
        return
    held = {one.kind for one in report.passages} | set(report.declared_none)
    at = report.letterhead.title_at or report.letterhead.type_at or Span(0, 1)
    for item in programme.outline:
        if not item.required or not item.passages or held & set(item.passages) or _is_titled(item, titles):
            continue
        severity: Severity = "warning" if set(item.passages) & set(_WEIGHTY) else "info"
        yield Finding("outline-missing", severity, at, "", {"section": item.title})


def _is_titled(item: OutlineItem, titles: Iterable[str]) -> bool:
    names = [folded(name) for name in (item.title, *item.titles)]
    return any(name in title for title in titles for name in names)
