"""The form of a programme as those asked will see it: tables as printed, sections of the outline."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.exchange.templates.form_sheets import other_form
from tongket.model.programmes import OutlineItem, Programme
from tongket.site.rounds.sheets import asked_cells
from tongket.writing.blank_tables import BlankTable, blank_table


@dataclass(frozen=True, slots=True)
class Preview:
    """The tables and the sections that a body of ``level`` fills in, and how many cells that are."""

    tables: tuple[BlankTable, ...]
    outline: tuple[OutlineItem, ...]
    cells: int


def preview_of(programme: Programme, level: str) -> Preview:
    """The form of ``programme`` at ``level``; what no form asks stands in a table of its own at the end."""
    rest = other_form(programme)
    forms = (*programme.forms, *((rest,) if rest else ()))
    tables = tuple(blank_table(programme, form) for form in forms)
    return Preview(tables, programme.outline, asked_cells(programme, level))
