"""Observations (số liệu) and what they add up to (số tổng hợp)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.places import ObservationKey

Status = Literal["reported", "none-occurred", "not-applicable", "pending", "estimated", "missing"]
Origin = Literal["form", "workbook", "read-confirmed", "read", "counted"]
LARGEST = 10**16
"""No amount is larger, at the scale of its indicator: ten million billion đồng, hundreds of which add up in 64 bits."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One answer. ``amount`` is an integer at the indicator's scale (None unless there is a number); a range keeps
    ``amount`` as its low and ``amount_high`` as its high end. ``unit`` and ``body`` are those that report.

    ``source`` is the file, ``start``/``end`` the figure's span, ``passage`` the sentence or row and cell it came from.
    """

    indicator: str
    cell: str
    unit: str
    extent: Literal["own", "area"]
    period: str  # "2021-09-07/2026-09-30": start and end, or "/end" for a stock
    body: str
    programme: str
    version: int
    revision: int
    amount: int | None
    amount_high: int | None
    scale: int
    unit_word: str
    qualifier: str
    status: Status
    origin: Origin
    confidence: float
    source: str
    source_sha256: str
    start: int
    end: int
    passage: str
    confirmed: str = ""  # "x" or who confirmed; "" when nobody has
    body_kind: str = "ubnd"  # code of the body kind: an indicator's owner is a kind
    text: str = ""  # the answer of a text, the code of a choice, '7/12' of a rank; docs/formulas.md says what travels

    @property
    def key(self) -> ObservationKey:
        """What this is the answer to."""
        return ObservationKey(self.indicator, self.cell, self.unit, self.extent, self.period, self.body)


@dataclass(frozen=True, slots=True)
class Rollup:
    """A consolidated value with its coverage. ``amount`` is None when nobody answered or adding is refused.

    ``reported`` of ``expected`` bodies are in it (``expected`` 0: nobody knows how many). ``marks``: "partial",
    "approximate", "estimated", "refused", "conflict", "break" (the series before and after cannot be compared).
    ``period`` is 'start/end' ("" = the round's, as a whole). ``approximate`` counts the parts that carry a qualifier.
    ``refusal`` is a message id saying why nothing was added. For a ratio, ``numerator``/``denominator`` are the sums.
    """

    indicator: str
    cell: str
    unit: str
    extent: Literal["own", "area"]
    amount: int | None
    amount_high: int | None
    scale: int
    unit_word: str
    qualifier: str
    reported: int
    expected: int
    approximate: int = 0
    marks: tuple[str, ...] = ()
    numerator: int | None = None
    denominator: int | None = None
    refusal: str = ""
    facts: tuple[tuple[str, str], ...] = ()  # for the refusal's message
    sources: tuple[int, ...] = ()  # indexes into the consolidation's observations
    period: str = ""
