"""A programme in words for people: what it asks, of whom and by when; and the card of one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tongket.messages import N_, say
from tongket.model.programmes import Due, FormRow, Indicator, Phrase, Programme, Schedule, Target
from tongket.programmes.choices import (
    CYCLES,
    EXTENTS,
    KINDS,
    LEVELS,
    PERIOD_REGIMES,
    REGISTER_KINDS,
    words_of,
)
from tongket.programmes.placeholders import read_placeholders
from tongket.registry.bodies import body_kinds
from tongket.vietnamese.dates import printed_day
from tongket.writing.numerals import number_text

_OVER_UNITS = {
    "sum": N_("units are added up"),
    "latest": N_("the latest of the units counts"),
    "max": N_("the largest of the units counts"),
    "min": N_("the smallest of the units counts"),
    "count-units": N_("units that have it are counted"),
    "count-yes": N_("units that say yes are counted"),
    "ratio": N_("over units computed again from the sums"),
    "weighted": N_("units are averaged, weighted by {weight}"),
    "none": N_("units are not added up"),
}
_OVER_TIME = {
    "sum": N_("periods are added up"),
    "latest": N_("the figure at the end of the period counts"),
    "max": N_("the largest of the periods counts"),
    "min": N_("the smallest of the periods counts"),
    "count-units": N_("periods that have it are counted"),
    "count-yes": N_("periods that say yes are counted"),
    "ratio": N_("over time computed again from the sums"),
    "weighted": N_("periods are averaged, weighted by {weight}"),
    "none": N_("periods are not added up"),
}
_FUNCTIONS = {
    "if": N_("if"),
    "coalesce": N_("the first given of"),
    "sum": N_("the sum of"),
    "min": N_("the smallest of"),
    "max": N_("the largest of"),
    "abs": N_("the size of"),
    "round": N_("rounded"),
    "count": N_("the number of"),
    "previous": N_("in the period before:"),
}
_JOINING = {"and": N_("and"), "or": N_("or"), "not": N_("not")}
_JOIN = re.compile(r"(?<![\w{/])(and|or|not)(?![\w}])")
_NAME = re.compile(r"\{([^{}/]+)(?:/([^{}]+))?\}")
_CALL = re.compile(r"(?<!\w)([a-z]+)\(")


def programme_card(programme: Programme) -> Iterator[str]:
    """What a programme asks, line by line."""
    directive = programme.directive
    yield programme.title
    yield say(
        N_("{code}, version {version}: {type} {symbol} of {date}, {issuer}"),
        code=programme.code,
        version=programme.version,
        type=directive.type,
        symbol=directive.symbol,
        date=printed_day(directive.date),
        issuer=directive.issuer,
    )
    end = printed_day(programme.period_end) if programme.period_end else say(N_("today"))
    yield say(N_("Period: from {start} to {end}"), start=printed_day(programme.period_start), end=end)
    yield from _asked(programme)
    if programme.schedule is not None:
        yield from _schedule(programme.schedule)
    for module in programme.modules:
        yield say(
            N_("Module: {code}, {name} (version {version})"), code=module.code, name=module.name, version=module.version
        )
    for title, indicators in indicator_groups(programme):
        yield ""
        yield f"{title} ({len(indicators)})"
        for indicator in indicators:
            yield from _indicator_lines(programme, indicator)
    yield from _books(programme)
    yield ""
    yield say(N_("Outline"))
    for item in programme.outline:
        yield f"  {'  ' * item.depth}{item.code}. {item.title}"


def _asked(programme: Programme) -> Iterator[str]:
    levels: dict[str, list[str]] = {}
    for one in programme.expected:
        levels.setdefault(one.kind, []).append(words_of(LEVELS, one.level))
    names = [f"{body_name(kind)} ({', '.join(found)})" for kind, found in levels.items()]
    if names:
        yield say(N_("Asked: {bodies}"), bodies="; ".join(names))


def _schedule(schedule: Schedule) -> Iterator[str]:
    if schedule.cycle != "once":
        regime = words_of(PERIOD_REGIMES, schedule.regime)
        yield say(N_("Reports: {cycle}, {regime}"), cycle=words_of(CYCLES, schedule.cycle), regime=regime)
    elif schedule.closing:
        yield say(N_("Figures close on {date}"), date=printed_day(schedule.closing))
    dues = "; ".join(f"{words_of(LEVELS, due.level)} {_due(due)}" for due in schedule.dues)
    if dues:
        yield say(N_("Due: {dues}"), dues=dues)


def _due(due: Due) -> str:
    if due.date:
        return printed_day(due.date)
    return say(N_("{days} working days after closing"), days=due.days)


def indicator_groups(programme: Programme) -> tuple[tuple[str, tuple[Indicator, ...]], ...]:
    """The indicators under the headings of the forms that ask for them, then those of modules and of the text alone."""
    headings: dict[str, str] = {}
    for form in programme.forms:
        above = form.title
        for row in form.rows:
            if row.depth == 0 and not row.indicators and not row.cell:
                above = f"{row.number}. {row.label}" if row.number else row.label
            for code in row.indicators:
                headings.setdefault(code, above)
        for column in form.columns:
            if column.indicator:
                headings.setdefault(column.indicator, form.title)
    modules = {one.code: one.name for one in programme.modules}
    groups: dict[str, list[Indicator]] = {}
    for indicator in programme.indicators:
        heading = headings.get(indicator.code) or headings.get(indicator.numerator) or modules.get(indicator.module)
        groups.setdefault(heading or "", []).append(indicator)
    alone = groups.pop("", [])
    last = [(say(N_("Asked in no form")), tuple(alone))] if alone else []
    return (*((title, tuple(found)) for title, found in groups.items()), *last)


def _indicator_lines(programme: Programme, indicator: Indicator) -> Iterator[str]:
    parts = [f"{indicator.name} ({indicator.unit_word}): {aggregation_words(indicator)}"]
    made = made_words(programme, indicator)
    if made:
        parts.append(made)
    if indicator.owner:
        parts.append(say(N_("answered for by {body}"), body=body_name(indicator.owner)))
    yield f"  {indicator.code:<7} {'; '.join(parts)}"
    for target in indicator.targets:
        yield f"          {target_words(indicator, target)}"


def aggregation_words(indicator: Indicator) -> str:
    """How it adds up: 'cộng các đơn vị; lấy số cuối kỳ'."""
    if indicator.over_units == indicator.over_time == "ratio":
        return say(N_("always computed again from the sums"))
    units = say(_OVER_UNITS[indicator.over_units], weight=indicator.weight)
    return f"{units}; {say(_OVER_TIME[indicator.over_time], weight=indicator.weight)}"


def made_words(programme: Programme, indicator: Indicator) -> str:
    """Of what it is computed or counted; "" for what is asked."""
    if indicator.numerator:
        terms = (f"«{_named(programme, code)}»" for code in (indicator.numerator, indicator.denominator))
        ratio = " : ".join(terms)
        return f"= {ratio} × {indicator.factor}" if indicator.factor != 1 else f"= {ratio}"
    if indicator.formula:
        return f"= {formula_words(programme, indicator.formula)}"
    if indicator.counted is not None:
        register = programme.register(indicator.counted.register)
        name = register.name if register else indicator.counted.register
        return say(N_("counted from '{register}'"), register=name)
    return ""


def formula_words(programme: Programme, formula: str) -> str:
    """A formula with the names of its indicators instead of codes."""

    def name(found: re.Match[str]) -> str:
        indicator = programme.indicator(found[1].strip())
        cell = found[2] or ""
        words = indicator.name if indicator else found[1]
        if not cell:
            return f"«{words}»"
        values = {value.code: value.name for value in programme.cells(indicator)} if indicator else {}
        cells = say(N_("each cell")) if cell == "*" else ", ".join(values.get(one, one) for one in cell.split("+"))
        return f"«{words} ({cells})»"

    spoken = _JOIN.sub(lambda found: say(_JOINING[found[1]]), formula)
    spoken = _CALL.sub(lambda found: f"{say(_FUNCTIONS.get(found[1], found[1]))} (", spoken)
    return _NAME.sub(name, spoken)


def target_words(indicator: Indicator, target: Target) -> str:
    """'mục tiêu: từ 95% trở lên, đến 31/12/2025'."""
    space = "" if indicator.unit_word == "%" else " "
    amount = f"{number_text(target.amount, indicator.scale)}{space}{indicator.unit_word}"
    template = N_("target: at least {amount}") if target.direction == "up" else N_("target: at most {amount}")
    parts = [say(template, amount=amount)]
    if target.level:
        parts.append(say(N_("at each unit of the level {level}"), level=words_of(LEVELS, target.level)))
    if target.by:
        parts.append(say(N_("by {date}"), date=printed_day(target.by)))
    return ", ".join(parts)


def body_name(code: str) -> str:
    """The name of a kind of body: 'ubnd' is 'Ủy ban nhân dân'."""
    return next((kind.name for kind in body_kinds() if kind.code == code), code)


def _named(programme: Programme, code: str) -> str:
    found = programme.indicator(code)
    return found.name if found else code


def _books(programme: Programme) -> Iterator[str]:
    for title, lines in (
        (N_("Forms"), [f"{form.code}: {form.title}" for form in programme.forms]),
        (
            N_("Registers"),
            [f"{one.code}: {one.name} ({words_of(REGISTER_KINDS, one.kind)})" for one in programme.registers],
        ),
        (N_("Scorecards"), [f"{one.code}: {one.name} ({one.version})" for one in programme.scorecards]),
        (N_("Rules"), [rule_words(programme, one.left, one.operator, one.right, one.name) for one in programme.rules]),
    ):
        if lines:
            yield ""
            yield say(title)
            yield from (f"  {line}" for line in lines)


def rule_words(programme: Programme, left: str, operator: str, right: str, name: str = "") -> str:
    """A rule with the names of its indicators."""
    words = f"{formula_words(programme, left)} {operator} {formula_words(programme, right)}"
    return f"{name}: {words}" if name else words


def indicator_card(programme: Programme, indicator: Indicator) -> Iterator[str]:
    """All that a programme says of one indicator, line by line."""
    yield f"{indicator.code}  {indicator.name}"
    for heading, words in _facts(programme, indicator).items():
        yield f"  {say(heading)}: {words}"
    for target in indicator.targets:
        yield f"  {target_words(indicator, target)}"
    for heading, lines in (
        (N_("Asked in"), list(_asked_in(programme, indicator.code))),
        (N_("Found in the text"), [_phrase(phrase) for phrase in indicator.phrases]),
        (N_("Printed in"), list(_printed_in(programme, indicator.code))),
        (N_("Must agree"), list(_rules(programme, indicator.code))),
        (N_("Changes"), list(_changes(programme, indicator))),
    ):
        if lines:
            yield f"  {say(heading)}:"
            yield from (f"    {line}" for line in lines)


def _facts(programme: Programme, indicator: Indicator) -> Mapping[str, str]:
    kind = words_of(KINDS, indicator.kind)
    low, high = (None if one is None else number_text(one, indicator.scale) for one in (indicator.low, indicator.high))
    dimensions = [one for one in map(programme.dimension, indicator.dimensions) if one]
    cells = "; ".join(f"{one.name} ({', '.join(value.name for value in one.values)})" for one in dimensions)
    facts = {
        N_("Definition"): indicator.definition,
        N_("Unit of measure"): f"{indicator.unit_word} ({kind})",
        N_("Adds up"): aggregation_words(indicator),
        N_("Computed"): made_words(programme, indicator),
        N_("Broken down by"): cells,
        N_("Choices"): ", ".join(one.name for one in indicator.choices),
        N_("Owner"): body_name(indicator.owner) if indicator.owner else say(N_("any body")),
        N_("Levels asked"): ", ".join(words_of(LEVELS, level) for level in indicator.levels),
        N_("Extent"): words_of(EXTENTS, indicator.extent) if indicator.extent else "",
        N_("Sensitivity"): say(N_("counts of 1 to 4 are hidden from others"))
        if indicator.sensitivity == "sensitive"
        else "",
        N_("At least"): low or "",
        N_("At most"): high or "",
        N_("Legal basis"): indicator.basis,
        N_("National code"): indicator.national_code,
        N_("Module"): indicator.module,
        N_("Also written"): "; ".join(indicator.aliases),
    }
    return {heading: words for heading, words in facts.items() if words}


def _asked_in(programme: Programme, code: str) -> Iterator[str]:
    for form in programme.forms:
        title = form.appendix or form.title
        for row in form.rows:
            if code in row.indicators:
                yield say(N_("{form}, row {row}"), form=title, row=_row_words(row))
        for column in form.columns:
            if column.indicator == code:
                yield say(N_("{form}, column '{column}'"), form=title, column=column.title)


def _row_words(row: FormRow) -> str:
    return f"{row.number} «{row.label}»" if row.number else f"«{row.label}»"


def _phrase(phrase: Phrase) -> str:
    parts = [", ".join(f"«{word}»" for word in phrase.units)]
    for template, words in (
        (N_("with all of: {words}"), phrase.words),
        (N_("with one of: {words}"), phrase.any),
        (N_("right beside one of: {words}"), phrase.near),
        (N_("not beside: {words}"), phrase.without),
    ):
        if words:
            parts.append(say(template, words=", ".join(words)))
    return "; ".join(parts)


def _printed_in(programme: Programme, code: str) -> Iterator[str]:
    for item in programme.outline:
        if any(mark.indicator == code for one in item.sentences for mark in read_placeholders(one.text)):
            yield f"{item.code}. {item.title}"


def _rules(programme: Programme, code: str) -> Iterator[str]:
    for rule in programme.sums:
        if code == rule.total or code in rule.parts:
            parts = " + ".join(f"«{_named(programme, part)}»" for part in rule.parts)
            yield f"«{_named(programme, rule.total)}» {rule.relation} {parts}"
    for other in programme.rules:
        if any(found[1].strip() == code for found in _NAME.finditer(f"{other.left} {other.right}")):
            yield rule_words(programme, other.left, other.operator, other.right, other.name)


def _changes(programme: Programme, indicator: Indicator) -> Iterator[str]:
    if indicator.replaces and indicator.conversion:
        words = formula_words(programme, indicator.conversion)
        yield say(N_("takes the place of {old}; earlier values count as {words}"), old=indicator.replaces, words=words)
    elif indicator.replaces:
        yield say(N_("takes the place of {old}; the series breaks there"), old=indicator.replaces)
