"""Rows that an engine gives for the rollups: wholes, what units say themselves, what is shown in others."""

from __future__ import annotations

from typing import NamedTuple


class Whole(NamedTuple):
    """A row of ``READ_WHOLES``: the whole of a unit with units below it."""

    slot: int
    node: int
    period: int
    stated: int
    low: int | None
    high: int | None
    den: int | None
    reported: int
    expected: int
    conflict: int
    clash: int
    approximate: int
    above: int
    below: int
    estimated: int
    area_low: int | None
    area_high: int | None
    sum_low: int | None
    sum_high: int | None
    sum_reported: int
    sum_approximate: int
    sum_expected: int


class Said(NamedTuple):
    """A row of ``READ_SAID``: a unit's own answer, or its ratio where it gave both parts (``added`` 1)."""

    slot: int
    node: int
    period: int
    area: int
    added: int
    low: int | None
    high: int | None
    den: int | None
    conflict: int
    clash: int
    approximate: int
    above: int
    below: int
    estimated: int


READ_WHOLES = """
select slot, node, period, stated, low, high, den, reported, expected, conflict, clash, approximate, above, below,
    estimated, area_low, area_high, sum_low, sum_high, sum_reported, sum_approximate, sum_expected
from whole where has_below = 1
"""
READ_SAID = """
select slot, node, period, area, added, low, high, den, conflict, clash, approximate, above, below, estimated
from said_of_units
"""


class Viewed(NamedTuple):
    """A row of ``READ_VIEWED``: figures of units that are shown in ``target``."""

    slot: int
    target: int
    period: int
    area: int
    low: int | None
    high: int | None
    den: int | None
    reported: int
    expected: int
    conflict: int
    clash: int
    approximate: int
    above: int
    below: int
    estimated: int


READ_UNLIKE = "select slot, node, period, area, cells_low, cells_high, low, high from unlike_{step}"
READ_VIEWED = """
select slot, target, period, area, low, high, den, reported, expected, conflict, clash, approximate, above, below,
    estimated
from viewed
"""
Row = Whole | Said | Viewed
