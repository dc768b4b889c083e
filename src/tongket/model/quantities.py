"""The value of a figure, as printed: exact, never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: '93/93 thôn'."""

    part: Decimal
    whole: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """Two counts under one label: '169/1.169' under 'đoàn viên/hội viên'."""

    first: Decimal
    second: Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """From low to high: 'từ 15-20 người'. It adds as a range."""

    low: Decimal
    high: Decimal


Quantity = Decimal | Share | Pair | Range
