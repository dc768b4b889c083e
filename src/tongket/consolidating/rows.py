"""Observations as rows of their table, and back: the one place that knows both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS

RENAMED = {"span_start": "start", "span_end": "end"}


def observation_row(observation: Observation) -> tuple[Any, ...]:
    """The values of one observation in the order of the columns."""
    start, _, end = observation.period.rpartition("/")
    return tuple(
        start
        if name == "period_start"
        else end
        if name == "period_end"
        else getattr(observation, RENAMED.get(name, name))
        for name in OBSERVATIONS.names
    )


def observation_of(row: Sequence[Any]) -> Observation:
    """The observation of one row in the order of the columns."""
    cells = dict(zip(OBSERVATIONS.names, row, strict=True))
    period = f"{cells.pop('period_start')}/{cells.pop('period_end')}"
    return Observation(period=period, **{RENAMED.get(name, name): value for name, value in cells.items()})
