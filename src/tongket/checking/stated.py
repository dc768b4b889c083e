"""The checks of stated numbers against one another (đối chiếu số liệu), beyond the ties that the reader makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tongket.checking import changes_told, sums_told, table_columns
from tongket.model.findings import Finding
from tongket.model.reports import Report

CHECKS: tuple[Callable[[Report], Iterable[Finding]], ...] = (
    table_columns.check_made_columns,
    changes_told.check_changes_told,
    sums_told.check_totals_told,
    sums_told.check_rests_told,
    sums_told.check_lists_told,
    sums_told.check_men_and_women,
    sums_told.check_notes_of_totals,
)
