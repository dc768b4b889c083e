"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.kinds import Check
from tongket.checking.rates import (
    bounds_of_examples,
    fractions_told,
    plans_apart,
    plans_near,
    rates_beside,
    rates_near,
    rates_of_all,
    rates_of_forms,
    rates_of_no_whole,
    rates_of_wholes,
    rates_told,
    shares_apart,
    standing_apart,
)

CHECKS: tuple[Check, ...] = (
    standing_apart.check_rates_together,
    standing_apart.check_rates_of_shares,
    standing_apart.check_ranks,
    standing_apart.check_growth_since,
    standing_apart.check_compared,
    rates_beside.check_rates_in_brackets,
    rates_beside.check_rates_inside_brackets,
    rates_beside.check_rates_of_classes,
    rates_told.check_rates_of_lists,
    rates_told.check_rates_in_turn,
    rates_told.check_rates_by_label,
    rates_told.check_rates_of_plans,
    rates_told.check_amounts_of_rates,
    rates_near.check_rates_near,
    rates_near.check_terms_of_rates,
    rates_near.check_rates_of_named,
    rates_of_wholes.check_rates_of_said_wholes,
    rates_of_wholes.check_wholes_of_rates,
    rates_of_wholes.check_rates_told_twice,
    shares_apart.check_shares_apart,
    plans_near.check_beyond_plans_near,
    plans_near.check_plans_reached,
    plans_near.check_plans_told_later,
    plans_near.check_aims_added,
    plans_apart.check_rates_of_plans_apart,
    plans_apart.check_gaps_to_plans,
    fractions_told.check_fractions_told,
    *rates_of_all.CHECKS,
    *rates_of_forms.CHECKS,
    *bounds_of_examples.CHECKS,
    *rates_of_no_whole.CHECKS,
)
