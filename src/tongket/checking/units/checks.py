"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.kinds import Check
from tongket.checking.units import (
    ended_bodies,
    ended_levels,
    ended_terms,
    levels_told,
    merged_units,
)

CHECKS: tuple[Check, ...] = (
    merged_units.check_merged_units,
    *ended_bodies.CHECKS,
    *ended_levels.CHECKS,
    *ended_terms.CHECKS,
    *levels_told.CHECKS,
)
