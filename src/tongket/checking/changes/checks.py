"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.changes import (
    changes,
    changes_apart,
    changes_in_cells,
    changes_near,
    changes_told,
    differences_of_rates,
    directions,
    growth_in_series,
    lines_of_changes,
    lines_of_years,
    pairs_in_brackets,
    rates_of_changes,
    rows_of_two_times,
    shares_of_two_times,
    trends_of_years,
    ways_by_rates,
)
from tongket.checking.kinds import Check

CHECKS: tuple[Check, ...] = (
    changes.check_changes,
    directions.check_directions,
    directions.check_trends,
    directions.check_against_then,
    directions.check_years_in_brackets,
    directions.check_two_ways,
    *trends_of_years.CHECKS,
    *rows_of_two_times.CHECKS,
    *lines_of_changes.CHECKS,
    *lines_of_years.CHECKS,
    *changes_in_cells.CHECKS,
    *growth_in_series.CHECKS,
    *ways_by_rates.CHECKS,
    *shares_of_two_times.CHECKS,
    changes_told.check_changes_told,
    changes_told.check_times_told,
    changes_near.check_changes_near,
    *pairs_in_brackets.CHECKS,
    changes_near.check_totals_raised,
    changes_near.check_changes_a_year,
    changes_apart.check_changes_apart,
    rates_of_changes.check_rates_of_changes,
    rates_of_changes.check_changes_behind_rates,
    *differences_of_rates.CHECKS,
)
