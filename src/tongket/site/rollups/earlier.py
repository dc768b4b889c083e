"""Formulas that look back (kỳ trước): a round's computed values out of its own sums and those of the rounds before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tongket.consolidating.formula_rollups import with_formulas
from tongket.consolidating.formulas import MOST_PERIODS
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator, Programme
from tongket.programmes.formula_trees import names
from tongket.programmes.formulas import parse
from tongket.registry.cycles import period_before
from tongket.site.rounds.models import Round


def looks_back(indicators: Iterable[Indicator]) -> bool:
    """Whether a formula of ``indicators`` needs values of earlier periods."""
    return any(name.back for one in indicators if one.formula for name in names(parse(one.formula)))


def period_key(asked: Round) -> str:
    """'start/end' of the round's period."""
    return f"{asked.period_start.isoformat()}/{asked.period_end.isoformat()}"


def rounds_before(asked: Round) -> list[Round]:
    """The rounds of the same body and programme before this one that formulas may reach, the latest first; the last
    that was opened of each period.
    """
    rows = Round.objects.filter(
        body=asked.body, programme__code=asked.programme.code, period_end__lt=asked.period_end
    ).exclude(state=Round.State.DRAFT)
    by_period: dict[str, Round] = {}
    for one in rows.select_related("body", "programme").order_by("-period_end", "-pk")[: 4 * MOST_PERIODS]:
        by_period.setdefault(period_key(one), one)
    reached = {period_before(period_key(asked), back) for back in range(1, MOST_PERIODS + 1)}
    return [one for period, one in by_period.items() if period in reached]


def over_periods(
    programme: Programme, asked: Round, own: Sequence[Rollup], before: Mapping[str, Sequence[Rollup]]
) -> tuple[Rollup, ...]:
    """``own`` rollups of the round with its formulas computed over the rollups of the periods ``before``, too."""
    mine = period_key(asked)
    dated = [replace(one, period=mine) for one in own]
    dated += [replace(one, period=period) for period, rollups in before.items() for one in rollups]
    made = with_formulas(programme, dated, {})
    return tuple(replace(one, period="") for one in made if one.period == mine)
