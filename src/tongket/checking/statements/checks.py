"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.kinds import Check
from tongket.checking.statements import (
    all_aims,
    all_apart,
    all_but_some,
    causes_told,
    contradictions,
    denials,
    denied_apart,
    denied_in_other_words,
    done_and_not,
    events_left_over,
    exceptions_told,
    growth_from_none,
    hedges_told,
    judged_apart,
    kept_by_all,
    presupposed,
    said_of_all,
    stable_prices,
    verdicts,
    ways_apart,
)

CHECKS: tuple[Check, ...] = (
    denials.check_denials,
    denials.check_named_rows,
    said_of_all.check_said_of_all,
    said_of_all.check_exceptions_to_all,
    said_of_all.check_in_time,
    said_of_all.check_denied_of_all,
    *verdicts.CHECKS,
    *all_aims.CHECKS,
    *contradictions.CHECKS,
    *causes_told.CHECKS,
    *stable_prices.CHECKS,
    *exceptions_told.CHECKS,
    *hedges_told.CHECKS,
    *growth_from_none.CHECKS,
    *presupposed.CHECKS,
    *denied_apart.CHECKS,
    *denied_in_other_words.CHECKS,
    *all_apart.CHECKS,
    *all_but_some.CHECKS,
    *kept_by_all.CHECKS,
    *ways_apart.CHECKS,
    *judged_apart.CHECKS,
    *done_and_not.CHECKS,
    *events_left_over.CHECKS,
)
