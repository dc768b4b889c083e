"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.kinds import Check
from tongket.checking.means import (
    between_parts,
    lost_zeros,
    means_apart,
    means_beside,
    means_near,
    means_of_spans,
    means_of_years,
    products_told,
    rates_of_grades,
    rates_of_parts,
    yields_told,
)

CHECKS: tuple[Check, ...] = (
    means_beside.check_means,
    products_told.check_products,
    yields_told.check_yields,
    means_of_years.check_means_of_years,
    means_of_years.check_means_of_lists,
    means_of_years.check_rates_of_people,
    means_near.check_means_near,
    means_near.check_costs_near,
    means_apart.check_means_apart,
    means_apart.check_products_apart,
    means_near.check_rates_per_people,
    *means_of_spans.CHECKS,
    lost_zeros.check_lost_zeros,
    *between_parts.CHECKS,
    *rates_of_parts.CHECKS,
    *rates_of_grades.CHECKS,
)
