"""The form as a page lays it out (biểu nhập): tables of rows and cells, each cell with the place that it fills.

The same tables as the Excel template has (``exchange.templates.form_sheets``), so that page, workbook and paper agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tongket.exchange.templates.form_sheets import Target, closed_because, column_mark, other_form, row_mark, target_of
from tongket.messages import N_
from tongket.model.programmes import Form, FormRow, Indicator, Programme
from tongket.programmes.values import step_of
from tongket.site.rounds.places import ValuePlace

OTHER_LEVEL = N_("of a level above")
NOT_OF_LEVEL = N_("not asked of your level")


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of the form. ``closed`` is a message id saying why nobody writes here, "" where it is open."""

    indicator: Indicator
    place: ValuePlace
    heading: str  # label and title, which may hold a step of money ('triệu đồng')
    closed: str
    step: int  # zeros that the heading leaves out of an amount of money ('triệu đồng': 6)
    boxed: Indicator  # the indicator at the scale that its box shows: in that step


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: number, label and depth as printed; for each value column its cells: none, one, or two ('a/b')."""

    number: str
    label: str
    depth: int
    cells: tuple[tuple[SheetCell, ...], ...]
    note: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether the row only heads those below it."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the form: its code and title, the titles of its value columns, its rows."""

    code: str
    title: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]

    def cells(self) -> Iterator[SheetCell]:
        """All cells, row by row."""
        for row in self.rows:
            for group in row.cells:
                yield from group


def sheets_of(programme: Programme, level: str) -> tuple[Sheet, ...]:
    """The tables that a body at a unit of ``level`` fills in, in the programme's order; then what no form asks."""
    return _sheets(Held(programme), level)


@dataclass(frozen=True, slots=True)
class Held:
    """A programme, known by its hash alone: comparing two whole ones takes longer than laying one out."""

    programme: Programme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.programme.hash == self.programme.hash

    def __hash__(self) -> int:
        return hash(self.programme.hash)


@lru_cache(maxsize=128)
def _sheets(held: Held, level: str) -> tuple[Sheet, ...]:
    programme = held.programme
    rest = other_form(programme)
    return tuple(_sheet(programme, form, level) for form in (*programme.forms, *((rest,) if rest else ())))


def cells_of(programme: Programme, level: str) -> dict[ValuePlace, SheetCell]:
    """Every cell of the form by its place; one that stands in several tables, once."""
    return dict(_by_place(Held(programme), level))


@lru_cache(maxsize=128)
def _by_place(held: Held, level: str) -> dict[ValuePlace, SheetCell]:
    found: dict[ValuePlace, SheetCell] = {}
    for sheet in _sheets(held, level):
        for cell in sheet.cells():
            known = found.get(cell.place)
            if known is None or (known.closed and not cell.closed):
                found[cell.place] = cell
    return found


def asked_cells(programme: Programme, level: str) -> int:
    """How many cells are open to a body at a unit of ``level``."""
    return sum(1 for cell in cells_of(programme, level).values() if not cell.closed)


def _sheet(programme: Programme, form: Form, level: str) -> Sheet:
    columns = tuple(column for column in form.columns if column.role == "value")
    rows = []
    for row in form.rows:
        groups = tuple(
            tuple(
                _cells(target_of(programme, row_mark(row), column_mark(column)), f"{row.label} {column.title}", level)
            )
            for column in columns
        )
        rows.append(SheetRow(row.number, row.label, row.depth, groups, _unit_words(programme, row)))
    title = " - ".join(filter(None, (form.appendix, form.title)))
    return Sheet(form.code, title, form.caption, tuple(column.title for column in columns), tuple(rows))


def _cells(target: Target | None, heading: str, level: str) -> Iterator[SheetCell]:
    if target is None:
        return
    closed = closed_because(target, level)
    for indicator in target.indicators:
        extent = indicator.extent or "area"
        if target.level and level:
            extent = "own" if target.level == level else "area"
        why = OTHER_LEVEL if closed == "x" else closed
        if indicator.levels and level and level not in indicator.levels:
            why = why or NOT_OF_LEVEL
        step = step_of(heading).adjusted() if indicator.kind == "money" else 0
        boxed = replace(indicator, scale=indicator.scale + step) if step else indicator
        yield SheetCell(indicator, ValuePlace(indicator.code, target.cell, extent), heading, why, step, boxed)


def _unit_words(programme: Programme, row: FormRow) -> str:
    """The unit of the row's indicators, where its label does not say it already."""
    words = dict.fromkeys(one.unit_word for code in row.indicators if (one := programme.indicator(code)))
    return " / ".join(word for word in words if word and word not in row.label)
