"""A stated quantity (số liệu được nêu)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.quantities import Quantity

Extent = Literal["own", "area"]


@dataclass(frozen=True, slots=True)
class FigurePeriod:
    """When a figure holds, as far as printed: ISO dates cut where unknown, and the words."""

    text: str
    start: str | None = None
    end: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated quantity.

    ``value`` is in the printed unit, ``base_value`` in the base unit ('100 tỷ đồng' -> 100000000000 đồng).
    ``what`` is counted, ``of`` whom or where. ``clause_start``/``clause_end`` is the clause that carries it.
    ``target`` marks a goal ('phấn đấu đạt 95%'): a target is no result.
    """

    start: int
    end: int
    text: str
    value: Quantity
    unit: str
    base_value: Quantity
    base_unit: str = ""
    qualifier: str | None = None
    what: str | None = None
    of: str | None = None
    period: FigurePeriod | None = None
    extent: Extent | None = None
    in_table: bool = False
    in_footnote: bool = False
    number_start: int = 0  # the digits alone
    number_end: int = 0
    decimals: int = 0  # digits printed after the decimal mark
    clause_start: int = 0
    clause_end: int = 0
    target: bool = False
    change: Literal["up", "down"] | None = None  # 'tăng/giảm n so với'
    table: int | None = None  # index into Report.tables
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A tie between figures, by index into ``Report.figures``.

    ``parts``: ``of`` is the whole, ``by`` its parts; ``exhaustive`` only where the list claims to be complete.
    ``percentage``: ``of`` is the percentage, ``by`` is (part, whole).
    ``change``: ``of`` is the change, ``by`` is (now, before).
    """

    kind: Literal["parts", "percentage", "change"]
    of: int
    by: tuple[int, ...]
    exhaustive: bool = False
