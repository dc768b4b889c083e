"""The rules of indicators: how they are broken down, computed, bounded and replaced, and the sums between them."""

from __future__ import annotations

import difflib

from tongket.errors import FormulaError, ProgrammeError
from tongket.messages import N_
from tongket.model.programmes import Aggregation, Indicator, Programme, Sum
from tongket.programmes.entries import Mistakes
from tongket.programmes.formula_check import find_circles
from tongket.programmes.formula_trees import names
from tongket.programmes.formulas import parse
from tongket.programmes.kinds import ALLOWED
from tongket.registry.bodies import body_kinds


def check_indicators(programme: Programme, mistakes: Mistakes) -> None:
    """Note what is wrong with any indicator."""
    for indicator in programme.indicators:
        _check_cells(programme, indicator, mistakes)
        _check_source(programme, indicator, mistakes)
        _check_bounds(indicator, mistakes)
        _check_past(programme, indicator, mistakes)
        if indicator.owner:
            known_body(indicator.owner, mistakes.at(indicator.file, indicator.line, "owner"), mistakes)
    _check_circles(programme, mistakes)


def must_exist(programme: Programme, code: str, where: str, mistakes: Mistakes) -> Indicator | None:
    """The indicator of that code; None, and noted, where there is none."""
    found = programme.indicator(code)
    if found is None and code in programme.retired:
        mistakes.add(
            where,
            N_("The indicator '{code}' is retired."),
            N_("Write the code of the indicator that replaces it."),
            code=code,
        )
    elif found is None:
        mistakes.include((unknown_indicator(programme, code, where),))
    return found


def unknown_indicator(programme: Programme, code: str, where: str = "") -> ProgrammeError:
    """That there is no such indicator, and which was meant perhaps."""
    close = difflib.get_close_matches(code.upper(), [one.code for one in programme.indicators], n=3)
    return ProgrammeError(
        N_("The indicator '{code}' does not exist."),
        N_("Did you mean one of: {close}?") if close else N_("Write it under 'indicators', or correct the code."),
        where=where,
        code=code,
        close=", ".join(close),
    )


def known_body(code: str, where: str, mistakes: Mistakes) -> None:
    """Note a kind of body that nobody knows."""
    known = [kind.code for kind in body_kinds()]
    if code in known:
        return
    close = difflib.get_close_matches(code.lower(), known, n=3, cutoff=0.5)
    mistakes.add(
        where,
        N_("There is no kind of body '{code}'."),
        N_("Did you mean one of: {close}?")
        if close
        else N_("Write the code of a kind of body, such as ubnd, mttq, hnd."),
        code=code,
        close=", ".join(close),
    )


def _check_cells(programme: Programme, indicator: Indicator, mistakes: Mistakes) -> None:
    where = mistakes.at(indicator.file, indicator.line, "dimensions")
    first: dict[str, str] = {}
    for code in indicator.dimensions:
        dimension = programme.dimension(code)
        if dimension is None:
            mistakes.add(
                where,
                N_("The dimension '{code}' does not exist."),
                N_("Write it under 'dimensions', or correct the code."),
                code=code,
            )
            continue
        for value in dimension.values:
            if value.code in first:
                mistakes.add(
                    where,
                    N_("'{indicator}' cannot tell its cells apart: '{value}' is a value of '{one}' and of '{other}'."),
                    N_("Give the values of one of the two dimensions other codes."),
                    indicator=indicator.code,
                    value=value.code,
                    one=first[value.code],
                    other=code,
                )
            first.setdefault(value.code, code)


def _check_source(programme: Programme, indicator: Indicator, mistakes: Mistakes) -> None:
    """An indicator is asked, or counted, or computed by a formula or as a ratio, and has what that needs."""

    def note(key: str, what: str, mend: str) -> None:
        mistakes.add(mistakes.at(indicator.file, indicator.line, key), what, mend, code=indicator.code)

    is_ratio = "ratio" in (indicator.over_units, indicator.over_time)
    if is_ratio and not (indicator.numerator and indicator.denominator) and not indicator.formula:
        note(
            "numerator",
            N_("A ratio needs 'numerator' and 'denominator'."),
            N_("Name the two indicators whose sums are divided."),
        )
    if indicator.numerator and not is_ratio:
        note(
            "numerator",
            N_("'{code}' has a numerator but is not added as a ratio."),
            N_("Leave out 'over_units' and 'over_time', or write 'ratio'."),
        )
    ways = [bool(indicator.numerator), bool(indicator.formula), indicator.counted is not None]
    if sum(ways) > 1:
        note(
            "formula",
            N_("'{code}' is computed in two ways."),
            N_("Keep one of 'numerator' with 'denominator', 'formula' and 'counted'."),
        )
    if ("weighted" in (indicator.over_units, indicator.over_time)) != bool(indicator.weight):
        note(
            "weight",
            N_("'{code}' must have both: 'weighted' over units, and a 'weight'."),
            N_("Write under 'weight' the indicator whose values weigh it, or take another way of adding up."),
        )
    if (indicator.kind == "choice") != bool(indicator.choices):
        note(
            "choices",
            N_("'{code}' must have both: kind 'choice', and 'choices' to choose from."),
            N_("Write the choices with code and name, or take another kind."),
        )
    _check_aggregation(indicator, mistakes)
    for key in ("numerator", "denominator", "weight"):
        term: str = getattr(indicator, key)
        if term:
            must_exist(programme, term, mistakes.at(indicator.file, indicator.line, key), mistakes)


def _check_aggregation(indicator: Indicator, mistakes: Mistakes) -> None:
    """What a kind can do over units and over time (docs/formulas.md)."""
    allowed = ALLOWED[indicator.kind]
    for key, ways in (("over_units", allowed.over_units), ("over_time", allowed.over_time)):
        way: Aggregation = getattr(indicator, key)
        if way not in ways and not (way == "ratio" and indicator.numerator):
            mistakes.add(
                mistakes.at(indicator.file, indicator.line, key),
                N_("'{code}' cannot be added up so: '{way}' means nothing for the kind '{kind}'."),
                N_("Write one of: {choices}."),
                code=indicator.code,
                way=way,
                kind=indicator.kind,
                choices=", ".join(ways),
            )


def _check_bounds(indicator: Indicator, mistakes: Mistakes) -> None:
    if indicator.low is not None and indicator.high is not None and indicator.low > indicator.high:
        mistakes.add(
            mistakes.at(indicator.file, indicator.line, "low"),
            N_("The least value of '{code}' is greater than its greatest."),
            N_("Exchange 'low' and 'high'."),
            code=indicator.code,
        )


def _check_past(programme: Programme, indicator: Indicator, mistakes: Mistakes) -> None:
    """A code is never used again, and an indicator that replaces another has a code of its own."""

    def note(key: str, what: str, mend: str, **facts: object) -> None:
        mistakes.add(mistakes.at(indicator.file, indicator.line, key), what, mend, code=indicator.code, **facts)

    if indicator.code in programme.retired:
        note(
            "code",
            N_("The code '{code}' is retired and is used again."),
            N_("Give the new indicator a new code; write 'replaces: {code}' if it takes the place of the old one."),
        )
    if indicator.replaces and programme.indicator(indicator.replaces) is not None:
        note(
            "replaces",
            N_("'{code}' replaces '{old}', which is still asked."),
            N_("Delete '{old}' and write its code under 'retired', or leave out 'replaces'."),
            old=indicator.replaces,
        )
    elif indicator.replaces and indicator.replaces not in programme.retired:
        note(
            "replaces",
            N_("'{code}' replaces '{old}', which is not among the retired codes."),
            N_("Write '{old}' under 'retired' in the head of the programme."),
            old=indicator.replaces,
        )
    if indicator.conversion and not indicator.replaces:
        note(
            "conversion",
            N_("'{code}' has a conversion but replaces nothing."),
            N_("Write under 'replaces' the code whose values it converts."),
        )


def _check_circles(programme: Programme, mistakes: Mistakes) -> None:
    """Ratios that need themselves, also through formulas; circles of formulas alone are told with the formulas."""
    for circle in find_circles({one.code: _needs(one) for one in programme.indicators}):
        ratios = [one for one in map(programme.indicator, circle) if one and one.numerator]
        if ratios:
            code = ratios[0].code
            start = circle.index(code)
            mistakes.add(
                mistakes.at(ratios[0].file, ratios[0].line, "numerator"),
                N_("The ratio '{code}' is computed from itself: {circle}."),
                N_("Let numerator and denominator be counted indicators."),
                code=code,
                circle=" -> ".join((*circle[start:], *circle[: start + 1])),
            )


def _needs(indicator: Indicator) -> tuple[str, ...]:
    """The indicators whose values of the same period it is computed from."""
    try:
        terms = names(parse(indicator.formula)) if indicator.formula else ()
    except FormulaError:
        terms = ()
    own = (indicator.numerator, indicator.denominator, indicator.weight)
    return (*filter(None, own), *(one.indicator for one in terms if not one.back))


def check_sums(programme: Programme, mistakes: Mistakes) -> None:
    """Note sums of what does not exist or cannot be added, and totals that count a part twice."""
    parts_of = {one.total: one.parts for one in programme.sums if one.relation == "="}
    circles = [one for one in find_circles(parts_of) if len(one) > 1]
    for circle in circles:
        first = next(one for one in programme.sums if one.total == circle[0])
        mistakes.add(
            mistakes.at(first.file, first.line, "parts"),
            N_("The sum of '{total}' goes round in a circle: {circle}."),
            N_("Let a total be made of parts that are counted by themselves."),
            total=circle[0],
            circle=" -> ".join((*circle, circle[0])),
        )
    for rule in programme.sums:
        where = mistakes.at(rule.file, rule.line, "parts")
        total = must_exist(programme, rule.total, where, mistakes) if rule.total else None
        for code in rule.parts:
            part = must_exist(programme, code, where, mistakes)
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
        elif rule.relation == "=" and not circles:
            _check_overlap(rule, parts_of, where, mistakes)


def _check_overlap(rule: Sum, parts_of: dict[str, tuple[str, ...]], where: str, mistakes: Mistakes) -> None:
    """A part that is the total of another sum must not stand beside its own parts. ``parts_of`` holds no circle."""
    seen: dict[str, str] = {}
    waiting = [(part, part) for part in reversed(rule.parts)]
    while waiting:
        code, through = waiting.pop()
        if code in seen:
            mistakes.add(
                where,
                N_("The sum of '{total}' counts '{part}' twice: by '{one}' and by '{other}'."),
                N_("Leave one of the two out."),
                total=rule.total,
                part=code,
                one=seen[code],
                other=through,
            )
            return
        seen[code] = through
        waiting += [(part, through) for part in parts_of.get(code, ())]
