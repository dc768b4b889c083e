"""What a programme must obey beyond its grammar: codes once, references that exist, values that end, dates in order."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.messages import N_
from tongket.model.programmes import Programme
from tongket.programmes.check_counted import check_counted
from tongket.programmes.check_forms import check_forms, check_outline
from tongket.programmes.check_indicators import check_indicators, check_sums
from tongket.programmes.check_registers import check_registers
from tongket.programmes.check_schedule import check_schedule
from tongket.programmes.entries import Mistakes
from tongket.programmes.formula_check import check_formulas


def check_programme(programme: Programme, mistakes: Mistakes) -> None:
    """Note every breach of the rules in ``mistakes``; what the grammar noted already is not said twice."""
    _check_period(programme, mistakes)
    _check_codes(programme, mistakes)
    check_indicators(programme, mistakes)
    check_sums(programme, mistakes)
    mistakes.include(check_formulas(programme, mistakes.at))
    check_registers(programme, mistakes)
    check_counted(programme, mistakes)
    check_forms(programme, mistakes)
    check_outline(programme, mistakes)
    check_schedule(programme, mistakes)


def _check_period(programme: Programme, mistakes: Mistakes) -> None:
    start, end, issued = programme.period_start, programme.period_end, programme.directive.date
    if start and end and start > end:
        mistakes.add(
            mistakes.at(programme.file, 0, "period_end"),
            N_("The period ends ({end}) before it begins ({start})."),
            N_("Put the earlier date under 'period_start'."),
            start=start,
            end=end,
        )
    if start and issued and start < issued:
        mistakes.add(
            mistakes.at(programme.file, 0, "period_start"),
            N_("The period begins ({start}) before the directive was issued ({issued})."),
            N_("Let 'period_start' be the directive's date or later."),
            start=start,
            issued=issued,
        )


def _check_codes(programme: Programme, mistakes: Mistakes) -> None:
    lists = (
        programme.dimensions,
        programme.indicators,
        programme.forms,
        programme.rules,
        programme.outline,
        programme.registers,
        programme.scorecards,
    )
    for entries in lists:
        _once(((one.code, mistakes.at(one.file, one.line, "code")) for one in entries), mistakes)
    for dimension in programme.dimensions:
        where = mistakes.at(dimension.file, dimension.line, "values")
        _once(((value.code, where) for value in dimension.values), mistakes)
        for value in dimension.values:
            _plain_code(value.code, where, mistakes)


def _plain_code(code: str, where: str, mistakes: Mistakes) -> None:
    """The code of a dimension value stands in cells ('commune+dtn') and formulas ('{QT-01/dtn}')."""
    if set(code) & set("+/{}?*"):
        mistakes.add(
            where,
            N_("The code '{code}' holds a sign that cells and formulas use."),
            N_("Write it with letters, digits and dashes."),
            code=code,
        )


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
