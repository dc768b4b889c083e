"""The blank forms of a programme (biểu mẫu trống): header, unit words, row numbers, and cells to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.model.programmes import Form, FormRow, Indicator, Programme
from tongket.programmes.values import is_unit_column, row_units, unit_text
from tongket.vietnamese.unicode import folded

UNIT_TITLE = "Đơn vị tính"
_MARKS = ("", "- ", "+ ")
_INDENT = "\u2003"  # an em space: stays when the cell is copied into another table


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column: its title, what it is for, and its number below the header ('A', '1', '3=2/1x100')."""

    title: str
    role: str  # ordinal, label, unit, value, note
    number: str


@dataclass(frozen=True, slots=True)
class BlankRow:
    """A row: its cells as printed, its depth, and whether it is a heading or a total without a figure of its own."""

    cells: tuple[str, ...]
    depth: int
    bold: bool


@dataclass(frozen=True, slots=True)
class BlankTable:
    """A form ready to be printed."""

    form: Form
    columns: tuple[BlankColumn, ...]
    rows: tuple[BlankRow, ...]

    @property
    def numbered(self) -> bool:
        """Whether a row of column numbers stands below the header: where there are several, or one is computed."""
        values = [column for column in self.columns if column.role == "value"]
        return len(values) > 1 or any("=" in column.number for column in values)


def blank_table(programme: Programme, form: Form) -> BlankTable:
    """``form`` with nothing filled in; rows that carry indicators get a column with their unit words."""
    units = {index: row_units(programme, row) for index, row in enumerate(form.rows)}
    by_rows = any(row.indicators for row in form.rows)
    own_unit = next((at for at, column in enumerate(form.columns) if is_unit_column(column)), -1)
    with_units = by_rows and own_unit < 0 and any(units.values())
    columns = tuple(_columns(programme, form, with_units=with_units))
    rows = []
    marks = tuple(_marks(form.rows))
    for index, row in enumerate(form.rows):
        cells = []
        for at, column in enumerate(form.columns):
            if column.role == "ordinal":
                cells.append(row.number)
            elif column.role == "label":
                marked = row.label.startswith(_MARKS[1:])  # a table that is made of what no form asks
                cells.append(row.label if marked else f"{marks[index]}{row.label}")
                cells += [units[index]] if with_units else []
            else:
                cells.append(units[index] if at == own_unit else "")
        rows.append(BlankRow(tuple(cells), row.depth, _is_bold(form, row)))
    return BlankTable(form, columns, tuple(rows))


def _is_bold(form: Form, row: FormRow) -> bool:
    if any(column.indicator for column in form.columns):
        return not row.cell and not row.level
    return not row.indicators


def _marks(rows: Sequence[FormRow]) -> Iterator[str]:
    """The list mark before each label: none for numbered rows and the top, a dash below those, a plus below that."""
    base: list[tuple[int, int]] = []  # depth and how many marks deep, of the open rows
    for row in rows:
        while base and base[-1][0] >= row.depth:
            base.pop()
        level = 0 if row.number or not row.depth else min((base[-1][1] if base else 0) + 1, 2)
        base.append((row.depth, level))
        yield f"{_INDENT * (level - 1)}{_MARKS[level]}" if level else ""


def _columns(programme: Programme, form: Form, *, with_units: bool) -> Iterator[BlankColumn]:
    letters, number = iter("ABCDEGH"), 0
    numbers: dict[str, int] = {}
    for column in form.columns:
        if column.role != "value":
            yield BlankColumn(column.title, "unit" if is_unit_column(column) else column.role, next(letters, ""))
            if column.role == "label" and with_units:
                yield BlankColumn(UNIT_TITLE, "unit", next(letters, ""))
            continue
        number += 1
        indicator = programme.indicator(column.indicator)
        if indicator is None:
            yield BlankColumn(column.title, "value", str(number))
            continue
        numbers[indicator.code] = number
        yield BlankColumn(_with_unit(column.title, indicator), "value", _numbered(number, indicator, numbers))


def _numbered(number: int, indicator: Indicator, numbers: dict[str, int]) -> str:
    part, whole = numbers.get(indicator.numerator), numbers.get(indicator.denominator)
    if not part or not whole:
        return str(number)
    return f"{number}={part}/{whole}" + ("x100" if indicator.factor == 100 else "")


def _with_unit(title: str, indicator: Indicator) -> str:
    unit = unit_text(indicator, title)
    return title if f"({folded(unit)})" in folded(title) else f"{title} ({unit})"
