"""Rollups of formula indicators: out of the sums that they are made of, with their marks and coverage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from tongket.consolidating.formulas import Amounts, Computed, Plan, compute, plan_of
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator, Programme
from tongket.registry.cycles import period_before

MARKS = ("partial", "approximate", "estimated", "break")  # that a computed value takes over from what it is made of


def compute_rollups(programme: Programme, rollups: Iterable[Rollup]) -> tuple[Rollup, ...]:
    """The rollups of all formula indicators, out of those that they are made of, at each unit, extent and period.

    A computed value is as partial, approximate and estimated as what it was made of; it covers as many bodies as the
    least covered of them. Where one of them was refused, it is refused for the same reason. Earlier periods are found
    among ``rollups`` by ``Rollup.period``.
    """
    places: dict[tuple[str, str], dict[str, dict[tuple[str, str], Rollup]]] = defaultdict(lambda: defaultdict(dict))
    for one in rollups:
        places[one.unit, one.extent][one.period][one.indicator, one.cell] = one
    plan = plan_of(programme)
    return tuple(made for periods in places.values() for made in _Periods(plan, periods).rollups())


def with_formulas(programme: Programme, rollups: Sequence[Rollup], depth: Mapping[str, int]) -> tuple[Rollup, ...]:
    """``rollups`` with those of the formula indicators in their places: in the order of the programme, then from the
    top down (``depth`` of each unit). What was said of a formula indicator gives way to what it computes.
    """
    formulas = {one.code for one in programme.indicators if one.formula}
    if not formulas:
        return tuple(rollups)
    given = [one for one in rollups if one.indicator not in formulas]
    made: dict[str, list[Rollup]] = defaultdict(list)
    for one in [*given, *compute_rollups(programme, given)]:
        made[one.indicator].append(one)
    for code in formulas & made.keys():
        cells = list(dict.fromkeys(one.cell for one in made[code]))
        made[code].sort(
            key=lambda one: (cells.index(one.cell), one.period, depth.get(one.unit, 0), one.unit, one.extent)
        )
    return tuple(one for indicator in programme.indicators for one in made.get(indicator.code, ()))


class _Periods:
    """The rollups of one unit and extent through its periods, and what formulas make of them."""

    def __init__(self, plan: Plan, given: Mapping[str, Mapping[tuple[str, str], Rollup]]) -> None:
        self.plan, self.given = plan, given
        self._amounts = {
            period: {key: None if one.amount_high is not None else one.amount for key, one in found.items()}
            for period, found in given.items()
        }
        self._computed = {
            period: {(one.indicator, one.cell): one for one in compute(plan, amounts, partial(self._before, period))}
            for period, amounts in self._amounts.items()
        }
        self._made_of: dict[tuple[str, str, str], tuple[Rollup, ...]] = {}

    def _before(self, period: str, back: int) -> Amounts:
        earlier = period_before(period, back)
        return self._amounts.get(earlier, {}) if earlier else {}

    def rollups(self) -> Iterator[Rollup]:
        """Those of the formula indicators, period by period; without those of which nothing is known."""
        for period, made in self._computed.items():
            for (code, cell), one in made.items():
                used = self.made_of(period, code, cell)
                if used:
                    yield _rolled(
                        self.plan.indicators[one.indicator], one, next(iter(self.given[period].values())), used
                    )

    def made_of(self, period: str, code: str, cell: str) -> tuple[Rollup, ...]:
        """The given rollups that a value is made of, also through other formulas and earlier periods."""
        at = (period, code, cell)
        if at not in self._made_of:
            self._made_of[at] = ()  # while it is looked for: a value is not made of itself
            one = self._computed.get(period, {}).get((code, cell))
            if one is None:
                stated = self.given.get(period, {}).get((code, cell))
                self._made_of[at] = (stated,) if stated else ()
            else:
                found = (
                    rollup
                    for name, of, back in one.inputs
                    if (at_period := period_before(period, back) if back else period) or not back
                    for rollup in self.made_of(at_period, name, of)
                )
                self._made_of[at] = tuple({id(rollup): rollup for rollup in found}.values())
        return self._made_of[at]


def _rolled(indicator: Indicator, made: Computed, beside: Rollup, used: Sequence[Rollup]) -> Rollup:
    refused = next((one for one in used if one.refusal), None)
    refusal = made.refusal or (refused.refusal if refused and made.amount is None else "")
    marks = [mark for mark in MARKS if any(mark in one.marks for one in used)]
    approximate = sum(one.approximate for one in used)
    return replace(
        beside,
        indicator=indicator.code,
        cell=made.cell,
        amount=made.amount,
        amount_high=None,
        scale=indicator.scale,
        unit_word=indicator.unit_word,
        qualifier="khoảng" if approximate or any(one.qualifier for one in used) else "",
        reported=min(one.reported for one in used),
        expected=max(one.expected for one in used),
        approximate=approximate,
        marks=(*marks, "refused") if refusal else tuple(marks),
        numerator=None,
        denominator=None,
        refusal=refusal,
        facts=refused.facts if refused and refusal == refused.refusal else (),
        sources=tuple(sorted({source for one in used for source in one.sources})),
    )
