"""What a programme must obey beyond its grammar: codes once, references that exist, ratios that end, dates in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tongket.messages import N_
from tongket.model.programmes import Form, Indicator, OutlineItem, Programme
from tongket.programmes.entries import Mistakes

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_INNER = re.compile(r"(?P<code>[^/?]+)(?:/(?P<cell>[^/?]+))?(?P<needed>\?)?")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a sentence: ``{HN-01/dtn?}``."""

    indicator: str
    cell: str
    is_needed: bool
    start: int
    end: int


def read_placeholders(text: str) -> Iterator[Placeholder]:
    """The placeholders of a sentence, in order; what is between braces and no placeholder has indicator ""."""
    for found in _PLACEHOLDER.finditer(text):
        inner = _INNER.fullmatch(found[1].strip())
        if inner is None:
            yield Placeholder("", "", False, found.start(), found.end())
        else:
            yield Placeholder(inner["code"], inner["cell"] or "", bool(inner["needed"]), found.start(), found.end())


def check_programme(programme: Programme, mistakes: Mistakes) -> None:
    """Note every breach of the rules in ``mistakes``; what the grammar noted already is not said twice."""
    _check_period(programme, mistakes)
    _check_codes(programme, mistakes)
    for indicator in programme.indicators:
        _check_indicator(programme, indicator, mistakes)
    _check_circles(programme, mistakes)
    _check_sums(programme, mistakes)
    for form in programme.forms:
        _check_form(programme, form, mistakes)
    for item in programme.outline:
        _check_outline_item(programme, item, mistakes)
    _check_depths(programme, mistakes)


def _check_period(programme: Programme, mistakes: Mistakes) -> None:
    start, end, issued = programme.period_start, programme.period_end, programme.directive.date
    if start and end and start > end:
        mistakes.add(
            programme.file,
            N_("The period ends ({end}) before it begins ({start})."),
            N_("Put the earlier date under 'period_start'."),
            start=start,
            end=end,
        )
    if start and issued and start < issued:
        mistakes.add(
            programme.file,
            N_("The period begins ({start}) before the directive was issued ({issued})."),
            N_("Let 'period_start' be the directive's date or later."),
            start=start,
            issued=issued,
        )


def _check_codes(programme: Programme, mistakes: Mistakes) -> None:
    _once(((one.code, f"{one.file}:{one.line}") for one in programme.dimensions), mistakes)
    _once(((one.code, f"{one.file}:{one.line}") for one in programme.indicators), mistakes)
    _once(((one.code, f"{one.file}:{one.line}") for one in programme.forms), mistakes)
    _once(((one.code, f"{one.file}:{one.line}") for one in programme.outline), mistakes)
    for dimension in programme.dimensions:
        _once(((value.code, f"{dimension.file}:{dimension.line}") for value in dimension.values), mistakes)


def _once(codes: Iterable[tuple[str, str]], mistakes: Mistakes) -> None:
    first: dict[str, str] = {}
    for code, where in codes:
        if code and code in first:
            mistakes.add(
                where,
                N_("The code '{code}' is given twice; the first stands in {first}."),
                N_("Give each its own code; a code is never used again."),
                code=code,
                first=first[code],
            )
        first.setdefault(code, where)


def _check_indicator(programme: Programme, indicator: Indicator, mistakes: Mistakes) -> None:
    where = f"{indicator.file}:{indicator.line}"
    for code in indicator.dimensions:
        if programme.dimension(code) is None:
            mistakes.add(
                where,
                N_("The dimension '{code}' does not exist."),
                N_("Write it under 'dimensions', or correct the code."),
                code=code,
            )
    if "ratio" in (indicator.over_units, indicator.over_time) and not (indicator.numerator and indicator.denominator):
        mistakes.add(
            where,
            N_("A ratio needs 'numerator' and 'denominator'."),
            N_("Name the two indicators whose sums are divided."),
        )
    if indicator.numerator and "ratio" not in (indicator.over_units, indicator.over_time):
        mistakes.add(
            where,
            N_("'{code}' has a numerator but is not added as a ratio."),
            N_("Leave out 'over_units' and 'over_time', or write 'ratio'."),
            code=indicator.code,
        )
    for term in filter(None, (indicator.numerator, indicator.denominator)):
        _must_exist(programme, term, where, mistakes)


def _must_exist(programme: Programme, code: str, where: str, mistakes: Mistakes) -> Indicator | None:
    found = programme.indicator(code)
    if found is None:
        mistakes.add(
            where,
            N_("The indicator '{code}' does not exist."),
            N_("Write it under 'indicators', or correct the code."),
            code=code,
        )
    return found


def _check_circles(programme: Programme, mistakes: Mistakes) -> None:
    terms = {one.code: (one.numerator, one.denominator) for one in programme.indicators if one.numerator}
    for code in terms:
        circle = _circle(code, terms.get)
        # Each circle is told once, at the indicator of it that comes first.
        if circle and code == min(circle, key=list(terms).index):
            indicator = programme.indicator(code)
            assert indicator is not None
            mistakes.add(
                f"{indicator.file}:{indicator.line}",
                N_("The ratio '{code}' is computed from itself: {circle}."),
                N_("Let numerator and denominator be counted indicators."),
                code=code,
                circle=" -> ".join((*circle, code)),
            )


def _circle(code: str, terms: Callable[[str], tuple[str, str] | None]) -> tuple[str, ...]:
    """The way from ``code`` back to itself, or ()."""
    waiting: list[tuple[str, ...]] = [(code,)]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop()
        for term in terms(way[-1]) or ():
            if term == code:
                return way
            if term not in seen:
                seen.add(term)
                waiting.append((*way, term))
    return ()


def _check_sums(programme: Programme, mistakes: Mistakes) -> None:
    for rule in programme.sums:
        where = f"{rule.file}:{rule.line}"
        total = _must_exist(programme, rule.total, where, mistakes) if rule.total else None
        for code in rule.parts:
            part = _must_exist(programme, code, where, mistakes)
            if total and part and (total.scale != part.scale or "ratio" in (total.over_units, part.over_units)):
                mistakes.add(
                    where,
                    N_("'{part}' cannot be added up to '{total}': their scales differ, or one is a ratio."),
                    N_("Add up only counts or amounts of one scale."),
                    part=code,
                    total=rule.total,
                )
        if not rule.parts or rule.total in rule.parts:
            mistakes.add(
                where,
                N_("A sum needs parts, and its total is not one of them."),
                N_("Write 'total: CODE' and 'parts: [CODE, CODE]'."),
            )


def _check_form(programme: Programme, form: Form, mistakes: Mistakes) -> None:
    where = f"{form.file}:{form.line}"
    roles = [column.role for column in form.columns]
    if roles.count("label") != 1 or "value" not in roles:
        mistakes.add(
            where,
            N_("The form '{code}' needs one column of role 'label' and at least one of role 'value'."),
            N_("Give each column its role: ordinal, label, value or note."),
            code=form.code,
        )
    by_column = tuple(column.indicator for column in form.columns if column.indicator)
    for code in by_column:
        _must_exist(programme, code, where, mistakes)
    for row in form.rows:
        line = f"{form.file}:{row.line}"
        found = [_must_exist(programme, code, line, mistakes) for code in row.indicators]
        if by_column and row.indicators:
            mistakes.add(
                line,
                N_("Both the row '{label}' and the columns name indicators."),
                N_("Let either the rows or the columns carry them."),
                label=row.label,
            )
        carried = [one for one in (found or [programme.indicator(code) for code in by_column]) if one]
        _check_cell(programme, carried, row.cell, line, mistakes)
        for column in form.columns:
            _check_cell(programme, carried, column.cell, line, mistakes)


def _check_cell(
    programme: Programme, indicators: Iterable[Indicator], cell: str, where: str, mistakes: Mistakes
) -> None:
    for indicator in indicators:
        if cell and cell not in {value.code for value in programme.cells(indicator)}:
            mistakes.add(
                where,
                N_("The indicator '{code}' has no cell '{cell}'."),
                N_("Give it a dimension that holds this value, or correct the cell."),
                code=indicator.code,
                cell=cell,
            )


def _check_outline_item(programme: Programme, item: OutlineItem, mistakes: Mistakes) -> None:
    where = f"{item.file}:{item.line}"
    for code in item.forms:
        if code not in {form.code for form in programme.forms}:
            mistakes.add(
                where,
                N_("The form '{code}' does not exist."),
                N_("Write it under 'forms', or correct the code."),
                code=code,
            )
    for sentence in item.sentences:
        line = f"{item.file}:{sentence.line}"
        if set(_PLACEHOLDER.sub("", sentence.text)) & {"{", "}"}:
            mistakes.add(
                line,
                N_("A brace of the sentence is not closed."),
                N_("Write a placeholder as an indicator's code between two braces."),
            )
        for mark in read_placeholders(sentence.text):
            indicator = programme.indicator(mark.indicator)
            if indicator is None:
                mistakes.add(
                    line,
                    N_("The sentence asks for '{code}', which is no indicator."),
                    N_("Write an indicator's code between braces, and its cell after a slash."),
                    code=sentence.text[mark.start : mark.end],
                )
            else:
                _check_cell(programme, (indicator,), mark.cell, line, mistakes)


def _check_depths(programme: Programme, mistakes: Mistakes) -> None:
    above = -1
    for item in programme.outline:
        if item.depth > above + 1:
            mistakes.add(
                f"{item.file}:{item.line}",
                N_("The section '{code}' lies deeper than one step below the section before it."),
                N_("Lower its 'depth' to {depth}."),
                code=item.code,
                depth=above + 1,
            )
        above = item.depth
