"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.kinds import Check
from tongket.checking.sizes import (
    bounded,
    chainages,
    commas,
    hours,
    in_words,
    magnitude,
    means_of_extremes,
    measured,
    plausible,
    prices,
    ranges_turned,
    roads,
    sessions,
    stages,
    subsets_told,
    telephones,
    vast,
)

CHECKS: tuple[Check, ...] = (
    magnitude.check_money,
    magnitude.check_shares,
    magnitude.check_means,
    magnitude.check_rows_against_rows,
    plausible.check_per_head,
    plausible.check_prices,
    plausible.check_sums_for_many,
    bounded.check_supported,
    bounded.check_members,
    measured.check_measures,
    plausible.check_counts,
    plausible.check_weights,
    plausible.check_parts,
    *subsets_told.CHECKS,
    *stages.CHECKS,
    *prices.CHECKS,
    *roads.CHECKS,
    *chainages.CHECKS,
    *commas.CHECKS,
    *in_words.CHECKS,
    *ranges_turned.CHECKS,
    *means_of_extremes.CHECKS,
    *sessions.CHECKS,
    plausible.check_leaps,
    *vast.CHECKS,
    *telephones.CHECKS,
    *hours.CHECKS,
)
