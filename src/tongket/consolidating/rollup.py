"""Consolidated values (số tổng hợp): observations added up along the levels of a round, with what they cover."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tongket.consolidating.conversions import convert_observations
from tongket.consolidating.engines import Engine, SumOverflowError
from tongket.consolidating.facts import read_observations
from tongket.consolidating.formula_rollups import with_formulas
from tongket.consolidating.inputs import Inputs, Question
from tongket.consolidating.pipeline import consolidate_table, too_exact
from tongket.consolidating.tables import OBS
from tongket.consolidating.totals import Rolled, write_rollups
from tongket.errors import ConsolidateError
from tongket.messages import N_
from tongket.model.observations import Observation, Rollup
from tongket.model.periods import Period
from tongket.model.programmes import Programme
from tongket.model.rounds import MapView, Round
from tongket.model.units import ShareKey
from tongket.registry.units import Registry

_FEW = 20_000  # observations; from here on DuckDB is the faster


def rollup(
    facts: Path | Sequence[Observation], programme: Programme, round_: Round, registry: Registry
) -> tuple[Rollup, ...]:
    """The consolidated values of ``programme`` in ``round_``: ``roll_up`` without the comparison."""
    return roll_up(facts, programme, round_, registry).rollups


def roll_up(
    facts: Path | Sequence[Observation],
    programme: Programme,
    round_: Round,
    registry: Registry,
    *,
    view: MapView = "reported",
    as_of: str = "",
    shared_by: ShareKey = "people",
    periods: tuple[Period, ...] = (),
    by_period: bool = False,
) -> Rolled:
    """Add up observations (or those of a facts folder) for the round's unit and every unit below it.

    A rollup of extent ``area`` is a unit's whole: what it states itself, or else its own work and the units below it
    added up; at the top, units below count first, and a stated value only where the indicator's owner states it or
    nobody below answers. Extent ``own`` is a unit's own work alone. ``sources`` index ``facts`` (of a folder: the
    observations as ``read_observations`` gives them). The order is that of the programme, then from the top down.

    ``view`` and ``as_of`` say by which map units are shown (see ``views``); 'apportioned' shares divided units out by
    ``shared_by``. Values of several periods add up over time into the round's, as one; into each of ``periods`` that
    holds them whole; or, ``by_period``, stay apart.

    Observations of an indicator that another replaces count for that one where a conversion is stated. Those of other
    programmes, of indicators that the programme does not know otherwise, and of periods that are not within the
    round's are passed over.

    Raises:
        ConsolidateError: a sum is too large to be exact, or a value would lose digits at the programme's scale.
    """
    given = convert_observations(programme, read_observations(facts) if isinstance(facts, Path) else facts)
    observations = observations_of(given, programme)
    rows = input_rows(observations, programme.code)
    question = Question(programme, round_, registry, periods, by_period, view=view, as_of=as_of, shared_by=shared_by)
    try:
        with engine_for(len(rows)) as engine:
            engine.fill(OBS, rows)
            return rolled_in(engine, observations, question)
    except SumOverflowError as error:
        raise ConsolidateError(
            N_("A sum is larger than 9,223,372,036,854,775,807 and would not be exact."),
            N_("Look for a value with too many zeros among the observations."),
        ) from error


def observations_of(given: Sequence[Observation], programme: Programme) -> list[Observation]:
    """``given`` with those of ``programme`` at its scales, in the same places.

    Raises:
        ConsolidateError: digits would be lost.
    """
    scales = {one.code: one.scale for one in programme.indicators}
    return [
        _at_scale(one, programme)
        if one.programme == programme.code and scales.get(one.indicator, one.scale) != one.scale
        else one
        for one in given
    ]


def rolled_in(engine: Engine, observations: Sequence[Observation], question: Question) -> Rolled:
    """``roll_up`` in an engine whose table ``obs`` holds the observations, numbered by their place in ``observations``.

    Raises:
        SumOverflowError: a sum does not fit 64 bits.
    """
    return written(engine, consolidate_table(engine, question), observations)


def written(engine: Engine, inputs: Inputs, observations: Sequence[Observation]) -> Rolled:
    """The rollups of an engine that has consolidated, those of formulas among them."""
    question, rolled = inputs.question, write_rollups(engine, inputs, observations)
    return replace(rolled, rollups=with_formulas(question.programme, rolled.rollups, inputs.depths))


def engine_for(rows: int) -> AbstractContextManager[Engine]:
    """SQLite plans thirty statements over few rows in less time than DuckDB takes to be loaded; see ``test_portable``
    for that both give the same.
    """
    if rows <= _FEW:
        from tongket.consolidating.engines.sqlite import engine as sqlite_engine

        return sqlite_engine()
    from tongket.consolidating.engines.duckdb import engine

    return engine()


def _at_scale(one: Observation, programme: Programme) -> Observation:
    """``one`` at the scale of the programme's indicator: facts of another version may have been kept at another.

    Raises:
        ConsolidateError: digits would be lost.
    """
    indicator = programme.indicator(one.indicator)
    if indicator is None or one.scale == indicator.scale:
        return one
    digits = indicator.scale - one.scale
    amounts = [_rescaled(amount, digits) for amount in (one.amount, one.amount_high)]
    if (one.amount is not None and amounts[0] is None) or (one.amount_high is not None and amounts[1] is None):
        raise too_exact(one.indicator, one.source)
    return replace(one, amount=amounts[0], amount_high=amounts[1], scale=indicator.scale)


def _rescaled(amount: int | None, digits: int) -> int | None:
    """``amount`` with ``digits`` more (or fewer) decimals; None where that is not exact."""
    if amount is None or digits >= 0:
        return None if amount is None else amount * 10**digits
    whole, rest = divmod(amount, 10**-digits)
    return None if rest else whole


def input_rows(observations: Sequence[Observation], programme: str = "") -> list[tuple[Any, ...]]:
    """Rows of the table ``obs`` for the observations of a programme ("" = all), numbered by their place."""
    return [_input_row(n, one) for n, one in enumerate(observations) if not programme or one.programme == programme]


def _input_row(n: int, one: Observation) -> tuple[Any, ...]:
    start, _, end = one.period.rpartition("/")
    return (
        n, one.indicator, one.cell, one.unit, one.extent, start, end, one.body, one.body_kind, one.revision,
        one.amount, one.amount_high, one.qualifier, one.status,
    )  # fmt: skip
