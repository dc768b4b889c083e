"""The checks of stated numbers against one another (đối chiếu số liệu), beyond the ties that the reader makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tongket.checking import (
    changes_near,
    changes_told,
    extremes,
    flows_told,
    lists_near,
    lost_zeros,
    means_near,
    plans_near,
    pointed_rows,
    products_told,
    rates_near,
    rates_told,
    sums_told,
    table_columns,
    wholes,
)
from tongket.model.findings import Finding
from tongket.model.reports import Report

CHECKS: tuple[Callable[[Report], Iterable[Finding]], ...] = (
    table_columns.check_made_columns,
    changes_told.check_changes_told,
    changes_told.check_times_told,
    changes_near.check_changes_near,
    changes_near.check_changes_of_pairs,
    changes_near.check_changes_a_year,
    products_told.check_products,
    products_told.check_means_of_years,
    products_told.check_means_of_lists,
    rates_told.check_rates_of_lists,
    rates_told.check_rates_in_turn,
    rates_told.check_rates_by_label,
    rates_told.check_rates_of_plans,
    rates_told.check_amounts_of_rates,
    rates_near.check_rates_near,
    rates_near.check_rates_of_named,
    sums_told.check_totals_told,
    sums_told.check_rests_told,
    sums_told.check_lists_told,
    sums_told.check_men_and_women,
    sums_told.check_notes_of_totals,
    lists_near.check_lists_near,
    flows_told.check_flows_told,
    wholes.check_kinds_of_a_whole,
    products_told.check_rates_of_people,
    means_near.check_means_near,
    means_near.check_costs_near,
    means_near.check_rates_per_people,
    plans_near.check_beyond_plans_near,
    plans_near.check_aims_added,
    pointed_rows.check_pointed_rows,
    pointed_rows.check_pointed_totals,
    lost_zeros.check_lost_zeros,
    extremes.check_highest_and_lowest,
    extremes.check_rates_above_all,
    extremes.check_what_one_can,
    extremes.check_parts_above_totals,
    extremes.check_money_above_all,
)
