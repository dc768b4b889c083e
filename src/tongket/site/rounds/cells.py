"""How much a programme asks of a body: the cells of its form that stand open at the body's level."""

from __future__ import annotations

from collections.abc import Iterator

from tongket.exchange.templates.form_sheets import closed_because, column_mark, other_form, row_mark, target_of
from tongket.model.programmes import Form, Programme
from tongket.site.rounds.models import ProgrammeVersion
from tongket.site.rounds.programmes import programme_of

Cell = tuple[str, str, str]  # indicator, cell, extent


def asked_cells(version: ProgrammeVersion, level: str) -> int:
    """How many cells a body at a unit of ``level`` is asked to fill in."""
    key = (version.hash, level)
    if key not in _COUNTS:
        _COUNTS[key] = len(open_cells(programme_of(version), level))
    return _COUNTS[key]


_COUNTS: dict[tuple[str, str], int] = {}  # a version never changes, so neither does its count


def open_cells(programme: Programme, level: str) -> frozenset[Cell]:
    """The cells of all forms that are open at ``level``; one that stands in several tables counts once."""
    rest = other_form(programme)
    forms = (*programme.forms, *((rest,) if rest else ()))
    return frozenset(cell for form in forms for cell in _of_form(programme, form, level))


def _of_form(programme: Programme, form: Form, level: str) -> Iterator[Cell]:
    columns = [column_mark(column) for column in form.columns if column.role == "value"]
    for row in form.rows:
        for column in columns:
            target = target_of(programme, row_mark(row), column)
            if target is None or closed_because(target, level):
                continue
            for one in target.indicators:
                if one.levels and level and level not in one.levels:
                    continue
                extent = one.extent or "area"
                if target.level and level:
                    extent = "own" if target.level == level else "area"
                yield one.code, target.cell, extent
