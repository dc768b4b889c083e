"""Facts of an indicator that another has replaced, in the terms of the one that counts now (quy đổi chỉ tiêu).

Stored observations are never rewritten: what is converted here lives as long as one consolidation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.consolidating.formulas import evaluate, to_amount
from tongket.model.formulas import Formula, FormulaValue, Name
from tongket.model.observations import Observation
from tongket.model.places import ObservationKey
from tongket.model.programmes import Indicator, Programme
from tongket.programmes.formulas import parse


@dataclass(frozen=True, slots=True)
class _Conversion:
    into: Indicator
    formula: Formula


def convert_observations(programme: Programme, observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """``observations`` in their order, those of replaced indicators as values of the indicators that replace them.

    Left as they are: those of indicators that the programme knows or that none replaces with a conversion (their
    series breaks), those whose cell the new indicator has not, those that cannot be converted (a number too large),
    and those that the same body has answered in the new terms as well.
    """
    conversions = {
        one.replaces: _Conversion(one, parse(one.conversion))
        for one in programme.indicators
        if one.replaces and one.conversion and programme.indicator(one.replaces) is None
    }
    if not conversions:
        return tuple(observations)
    stated = {one.key for one in observations}
    return tuple(
        _converted(programme, conversions[one.indicator], one, stated)
        if one.programme == programme.code and one.indicator in conversions
        else one
        for one in observations
    )


def _converted(
    programme: Programme, conversion: _Conversion, one: Observation, stated: set[ObservationKey]
) -> Observation:
    into = conversion.into
    if programme.cell(into, (one.cell,)) != one.cell or replace(one, indicator=into.code).key in stated:
        return one
    try:
        ends = [_amount(conversion, end, one) for end in (one.amount, one.amount_high)]
    except OverflowError:
        return one
    if one.amount is not None and ends[0] is None:
        return one
    low, high = ends
    if low is not None and high is not None and low > high:
        low, high = high, low  # a conversion that falls while its value rises turns a range round
    return replace(
        one,
        indicator=into.code,
        amount=low,
        amount_high=None if high == low else high,
        scale=into.scale,
        unit_word=into.unit_word,
    )


def _amount(conversion: _Conversion, amount: int | None, one: Observation) -> int | None:
    if amount is None:
        return None
    value = Decimal(amount).scaleb(-one.scale)

    def lookup(name: Name) -> FormulaValue:
        is_own = name.indicator == one.indicator and name.cell in (None, one.cell) and not name.back
        return value if is_own else None

    return to_amount(evaluate(conversion.formula, lookup), conversion.into)
