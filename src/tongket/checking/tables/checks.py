"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.kinds import Check
from tongket.checking.tables import (
    blank_rows,
    cells_told,
    crossings,
    ends_told,
    grades_in_rows,
    lists_of_tables,
    named_cells,
    plan_rates_of_rows,
    pointed_rows,
    rates_between,
    rows_announced,
    shares_in_cells,
    slips_in_text,
    table_columns,
    tables_in_text,
    things_of_lists,
    totals,
    totals_opened,
    units_judged,
    units_of_tables,
)

CHECKS: tuple[Check, ...] = (
    crossings.check_sums_of_tables,
    *grades_in_rows.CHECKS,
    totals.check_flows,
    *rates_between.CHECKS,
    *shares_in_cells.CHECKS,
    blank_rows.check_blank_rows,
    tables_in_text.check_text_against_tables,
    tables_in_text.check_members_against_tables,
    plan_rates_of_rows.check_plan_rates_of_rows,
    lists_of_tables.check_lists_of_tables,
    slips_in_text.check_slips_against_tables,
    slips_in_text.check_beside_totals,
    slips_in_text.check_rows_of_titles,
    table_columns.check_made_columns,
    named_cells.check_named_cells,
    cells_told.check_cells_told,
    ends_told.check_ends_told,
    pointed_rows.check_pointed_rows,
    pointed_rows.check_pointed_totals,
    totals_opened.check_opened_totals,
    *rows_announced.CHECKS,
    *units_of_tables.CHECKS,
    *things_of_lists.CHECKS,
    *units_judged.CHECKS,
)
