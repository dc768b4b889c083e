"""What each kind of indicator can do: how it adds up over units and over time, and what it is in a formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.programmes import Aggregation, Indicator, IndicatorKind

ValueType = Literal["number", "truth", "date", "text"]


@dataclass(frozen=True, slots=True)
class Allowed:
    """The aggregations that make sense for a kind, the most usual first."""

    over_units: tuple[Aggregation, ...]
    over_time: tuple[Aggregation, ...]


_COUNTED = Allowed(("sum", "max", "min", "count-units", "weighted", "none"), ("sum", "latest", "max", "min", "none"))
# A rate, a score and a rank are never added; over units a rate is a ratio of sums or weighted by what it is a rate of.
ALLOWED: dict[IndicatorKind, Allowed] = {
    "integer": _COUNTED,
    "decimal": _COUNTED,
    "money": _COUNTED,
    "share": Allowed(
        ("ratio", "weighted", "max", "min", "count-units", "none"), ("ratio", "latest", "max", "min", "none")
    ),
    "score": Allowed(("none", "weighted", "max", "min", "count-units"), ("latest", "max", "min", "none")),
    "rank": Allowed(("none", "max", "min"), ("latest", "max", "min", "none")),
    "yes-no": Allowed(("count-yes", "count-units", "max", "min", "none"), ("latest", "max", "min", "none")),
    "date": Allowed(("none", "max", "min", "count-units"), ("latest", "max", "min", "none")),
    "text": Allowed(("none",), ("latest", "none")),
    "choice": Allowed(("none", "count-units", "max", "min"), ("latest", "max", "min", "none")),
}

_TYPES: dict[IndicatorKind, ValueType] = {"yes-no": "truth", "date": "date", "text": "text", "choice": "text"}


def value_type(indicator: Indicator) -> ValueType:
    """What the values of ``indicator`` are in a formula."""
    return _TYPES.get(indicator.kind, "number")
