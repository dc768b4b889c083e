"""What is doubtful in a programme that can be used as it is: warnings of ``tongket programmes check``."""

from __future__ import annotations

from collections import Counter
from typing import cast

from tongket.messages import N_
from tongket.model.programmes import Form, Indicator, Programme, Target
from tongket.model.units import UnitKind
from tongket.programmes.choices import LEVELS, said
from tongket.programmes.entries import Mistakes
from tongket.registry.bodies import body_kinds, succession, successors

_DISTRICTS_UNTIL = "2025-06-30"  # Law 72/2025/QH15 on local government, resolution 203/2025/QH15
_NO_END = "9999-12-31"


def advise(programme: Programme, mistakes: Mistakes) -> None:
    """Note what is doubtful as warnings."""
    _ceased(programme, mistakes)
    _bodies(programme, mistakes)
    for indicator in programme.indicators:
        if not indicator.module:
            _targets(programme, indicator, mistakes)
    _unasked(programme, mistakes)
    _units_of_sums(programme, mistakes)
    _national_codes(programme, mistakes)
    for form in programme.forms:
        _rows(form, mistakes)


def last_day(programme: Programme) -> str:
    """The last day that the programme asks about, as far as it says: its due dates, closing date or period; "" open."""
    schedule = programme.schedule
    days = [programme.period_end]
    if schedule is not None:
        days += [schedule.closing, *(due.date for due in schedule.dues)]
    return max(days)


def _ceased(programme: Programme, mistakes: Mistakes) -> None:
    """A level that is asked though it had ceased by the day on which figures close."""
    schedule = programme.schedule
    last = last_day(programme) or _NO_END
    if last <= _DISTRICTS_UNTIL:
        return
    places = [mistakes.at(one.file, one.line) for one in programme.expected if one.level == "district"]
    places += [
        mistakes.at(programme.file, due.line) for due in (schedule.dues if schedule else ()) if due.level == "district"
    ]
    for where in places:
        mistakes.warn(
            where,
            N_("The level '{level}' is asked, but it ended on {date}."),
            N_("Ask province and commune; districts are still right for periods that ended by then."),
            level=said(LEVELS, ("district",)),
            date=_DISTRICTS_UNTIL,
        )


def _bodies(programme: Programme, mistakes: Mistakes) -> None:
    """A kind of body that is asked where it never was, or that another had taken the place of."""
    kinds = {kind.code: kind for kind in body_kinds()}
    last = last_day(programme)
    for one in programme.expected:
        kind = kinds.get(one.kind)
        where = mistakes.at(one.file or programme.file, one.line)
        if kind is None:
            continue
        if kind.levels and one.level not in kind.levels:
            mistakes.warn(
                where,
                N_("'{name}' is not known at the level '{level}'."),
                N_("Ask it at: {levels}."),
                name=kind.name,
                level=said(LEVELS, (one.level,)),
                levels=said(LEVELS, kind.levels),
            )
        level = cast("UnitKind", one.level)
        ended = [change.on for change in succession(one.kind, level) if not last or change.on <= last]
        if ended and one.level != "district":
            mistakes.warn(
                where,
                N_("'{name}' no longer acts at the level '{level}' since {date}."),
                N_("Ask the body in its place: {now}."),
                name=kind.name,
                level=said(LEVELS, (one.level,)),
                date=ended[0],
                now=", ".join(successors(one.kind, level, last or _NO_END)) or "-",
            )


def _targets(programme: Programme, indicator: Indicator, mistakes: Mistakes) -> None:
    def note(target: Target, what: str, mend: str, **facts: object) -> None:
        mistakes.warn(mistakes.at(indicator.file, target.line), what, mend, code=indicator.code, **facts)

    for target in indicator.targets:
        if target.by and (
            target.by < programme.period_start or (programme.period_end and target.by > programme.period_end)
        ):
            note(
                target,
                N_("The target of '{code}' is for {by}, outside the period of the programme."),
                N_("Correct the day, or the period in the head."),
                by=target.by,
            )
        if target.level and indicator.levels and target.level not in indicator.levels:
            note(
                target,
                N_("The target of '{code}' is set for the level '{level}', which is not asked."),
                N_("Correct the level, or write it under 'levels' of the indicator."),
                level=said(LEVELS, (target.level,)),
            )
        if (indicator.low is not None and target.amount < indicator.low) or (
            indicator.high is not None and target.amount > indicator.high
        ):
            note(
                target,
                N_("The target of '{code}' lies outside what its value may be."),
                N_("Correct the target, or 'low' and 'high'."),
            )


def _unasked(programme: Programme, mistakes: Mistakes) -> None:
    """An indicator that nobody is asked for and that is not computed."""
    asked = {code for form in programme.forms for row in form.rows for code in row.indicators}
    asked |= {column.indicator for form in programme.forms for column in form.columns}
    for one in programme.indicators:
        if not (one.phrases or one.numerator or one.formula or one.counted or one.code in asked or one.module):
            mistakes.warn(
                mistakes.at(one.file, one.line),
                N_("Nobody is asked for '{code}': no form holds it, no phrase finds it, and nothing computes it."),
                N_("Put it into a form, or write 'phrases'."),
                code=one.code,
            )


def _units_of_sums(programme: Programme, mistakes: Mistakes) -> None:
    """Parts that are counted in another unit than their total: 'lượt người' is not 'người'."""
    for rule in programme.sums:
        total = programme.indicator(rule.total)
        for code in rule.parts:
            part = programme.indicator(code)
            if rule.relation == "=" and total and part and total.unit_word != part.unit_word:
                mistakes.warn(
                    mistakes.at(rule.file, rule.line, "parts"),
                    N_("'{total}' is counted in '{one}', its part '{part}' in '{other}'."),
                    N_("Give both the same unit, or take the part out of the sum."),
                    total=rule.total,
                    one=total.unit_word,
                    part=code,
                    other=part.unit_word,
                )


def _national_codes(programme: Programme, mistakes: Mistakes) -> None:
    counts = Counter(one.national_code for one in programme.indicators if one.national_code)
    for one in programme.indicators:
        if counts[one.national_code] > 1:
            mistakes.warn(
                mistakes.at(one.file, one.line, "national_code"),
                N_("The national code '{code}' is given to several indicators."),
                N_("Give it to the one that the national system means."),
                code=one.national_code,
            )


def _rows(form: Form, mistakes: Mistakes) -> None:
    """A row in which nothing is to be filled in, though nothing stands below it."""
    if any(column.indicator for column in form.columns):
        return
    following = [*(row.depth for row in form.rows[1:]), -1]
    for row, depth in zip(form.rows, following, strict=True):
        if not row.indicators and depth <= row.depth:
            mistakes.warn(
                mistakes.at(form.file, row.line),
                N_("The row '{label}' asks for nothing, and no rows stand below it."),
                N_("Write under 'indicators' what is filled in there, or delete the row."),
                label=row.label,
            )
