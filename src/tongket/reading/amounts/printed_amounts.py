"""An amount as it is printed: its number, its unit, and the words that hedge it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.reading.amounts.printed_units import Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed in the flow, hedge and unit included in ``start``..``end``."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Quantity
    decimals: int
    unit: Unit
    qualifier: str | None = None
    change: Literal["up", "down"] | None = None


def base_value(value: Quantity, scale: Decimal) -> Quantity:
    """``value`` in the base unit: 4,5 of a milliard is 4.500.000.000."""
    if scale == 1:
        return value
    if isinstance(value, Decimal):
        return plain_value(value * scale)
    if isinstance(value, Share):
        return Share(plain_value(value.part * scale), plain_value(value.whole * scale))
    if isinstance(value, Pair):
        return Pair(plain_value(value.first * scale), plain_value(value.second * scale))
    return Range(plain_value(value.low * scale), plain_value(value.high * scale))


def plain_value(value: Decimal) -> Decimal:
    """Without an exponent or needless zeros: Decimal('4500000000'), not 4.5E+9."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
