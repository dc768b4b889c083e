"""Forms whose rows carry the indicators: which rows take a figure, what each counts, what its columns break down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tongket.model.programmes import FormRow
from tongket.programmes.drafting.cells import cell_columns
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.dimensions import level_of
from tongket.programmes.drafting.drawn import Drawn, FormDrawing
from tongket.programmes.drafting.form_rows import ReadRow
from tongket.programmes.drafting.naming import clean_label, halves, stands_alone, under
from tongket.programmes.drafting.read_forms import ReadForm
from tongket.programmes.drafting.units import Counting, counting, unit_words_exact
from tongket.vietnamese.unicode import folded

_OWN_CODE = re.compile(r"[A-ZĐ]{1,5}[-.]?\d{1,4}(?:[-.]\d{1,3})?")
_PREFIXED = re.compile(r"(?:tổng số|tổng|số|số lượng)\s")
_ROMAN = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "A", "B", "C", "D"])


class RowDrawing(FormDrawing):
    """A form by its rows."""

    def __init__(
        self, drawn: Drawn, form: ReadForm, code: str, twins: tuple[str, ...], answers: Mapping[str, str]
    ) -> None:
        super().__init__(drawn, form, code, twins, answers)
        self.by_path: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.of_row: dict[int, tuple[str, ...]] = {}

    def draw(self) -> None:
        """Add the indicators of the rows, and the form."""
        columns, dimensions = cell_columns(
            self.form, self.drawn.dimensions, lambda which, why, titles: self.note("columns", which, why, titles)
        )
        rows = [self._row(index, row, dimensions) for index, row in enumerate(self.form.rows)]
        if any(row.indicators for row in rows):
            self.add_form(columns, tuple(rows))

    def _row(self, index: int, row: ReadRow, dimensions: tuple[str, ...]) -> FormRow:
        level = level_of(row.label)
        own = self._non_level(index)
        if own is None or not self._is_asked(index, row, level):
            return FormRow(row.number, row.label, row.depth)
        source = self.form.rows[own]
        at = self._level_row(index)
        if at is not None:
            level = level_of(self.form.rows[at].label)
            dimensions = (*dimensions, self.drawn.dimensions.levels([(level, self.form.rows[at].label)]))
        codes = self._indicators(own, source, dimensions)
        self.of_row[index] = codes
        return FormRow(row.number, _with_step(row, self.form), row.depth, codes, level, level)

    def _non_level(self, index: int) -> int | None:
        """The row itself, or the nearest above it that is more than the name of a level."""
        at = index
        while at >= 0 and level_of(self.form.rows[at].label):
            at = self.form.rows[at].parent
        return at if at >= 0 else None

    def _level_row(self, index: int) -> int | None:
        """The row itself, or the nearest above it, that names a level."""
        at = index
        while at >= 0 and not level_of(self.form.rows[at].label):
            at = self.form.rows[at].parent
        return at if at >= 0 else None

    def _children(self, index: int) -> list[int]:
        return [at for at, row in enumerate(self.form.rows) if row.parent == index]

    def _is_asked(self, index: int, row: ReadRow, level: str) -> bool:
        """Whether a figure is wanted in the row: by its unit, by being the last of its branch, by its own words."""
        asked = self._by_words(index, row, level)
        if asked is None or level:
            return bool(asked)
        key = f"{self.code}/{index + 1}.heading"
        default = "indicator" if asked else "heading"
        answer = self.answers.get(key, default)
        if self._children(index) and not self.has_units:
            self.drawn.decisions.append(
                Decision(
                    key,
                    "heading",
                    ("row", f"{self.code}/{index}"),
                    answer,
                    ("indicator", "heading"),
                    "words" if asked else "beside",
                    row.label,
                    sure=not asked or row.number in _ROMAN,
                    facts={"name": row.label},
                )
            )
        return answer == "indicator"

    def _by_words(self, index: int, row: ReadRow, level: str) -> bool | None:
        """True or False where the row tells; None for a row that never takes a figure."""
        if row.code and not row.heading:
            return True
        if row.heading or (self.values and not row.open_cells and row.unit in ("", "-")):
            return None
        if self.has_units and (row.unit or any(one.unit for one in self.form.rows)):
            return bool(row.unit) or (None if self._children(index) else not level)
        children = self._children(index)
        if not children:
            return True
        if level:
            above = self._non_level(index)
            return above is not None and bool(_PREFIXED.match(folded(self.form.rows[above].label)))
        if all(level_of(self.form.rows[at].label) and not self._children(at) for at in children):
            return True
        if _PREFIXED.match(folded(row.label)) or any(self.form.rows[at].tie == "of-which" for at in children):
            return True
        own = counting(self.form.unit, row.label)
        below = {counting(self.form.unit, self.form.rows[at].label).word for at in children}
        return own.sure and below <= {own.word, ""} and row.number not in _ROMAN

    def _indicators(self, index: int, row: ReadRow, dimensions: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of the row's indicators (two for 'a/b'), made where they are not there yet."""
        path = self._path(index)
        if path in self.by_path and dimensions and self._extends(path, dimensions):
            return self.by_path[path]
        unit = row.unit or self.form.unit
        labels: tuple[str, ...] = (row.label,)
        units: tuple[str, ...] = (unit,)
        pair = self._pair(index, row)
        if pair is not None:
            labels = pair
            parts = tuple(part.strip() for part in unit.split("/"))
            units = (parts[0], parts[1]) if len(parts) == 2 else (unit, unit)
        codes = tuple(
            self._indicator(index, row, label, own, dimensions) for label, own in zip(labels, units, strict=True)
        )
        self.by_path[path] = codes
        return codes

    def _extends(self, path: tuple[str, ...], dimensions: tuple[str, ...]) -> bool:
        """Let the known indicators of ``path`` have ``dimensions`` too; True, for convenience."""
        for code in self.by_path[path]:
            at = next(at for at, one in enumerate(self.drawn.indicators) if one.code == code)
            known = self.drawn.indicators[at]
            merged = tuple(dict.fromkeys((*known.dimensions, *dimensions)))
            self.drawn.indicators[at] = replace(known, dimensions=merged)
        return True

    def _path(self, index: int) -> tuple[str, ...]:
        """The labels above a row and its own, those of levels left out."""
        labels: list[str] = []
        at = index
        while at >= 0:
            row = self.form.rows[at]
            if not level_of(row.label):
                labels.append(row.label)
            at = row.parent
        return tuple(reversed(labels))

    def _pair(self, index: int, row: ReadRow) -> tuple[str, str] | None:
        found = halves(row.label)
        if found is None:
            return None
        if self.has_units and "/" not in row.unit:
            return None
        kinds = [unit_words_exact(counting("", half).word) for half in found]
        likely = self.has_units or not (kinds[0] and kinds[1] and kinds[0].kind == kinds[1].kind == "place")
        key = f"{self.code}/{index + 1}.pair"
        answer = self.answers.get(key, "two" if likely else "one")
        self.drawn.decisions.append(
            Decision(
                key,
                "pair",
                ("row", f"{self.code}/{index}"),
                answer,
                ("two", "one"),
                "words",
                row.label,
                sure=self.has_units,
                facts={"name": row.label},
            )
        )
        return found if answer == "two" else None

    def _indicator(self, index: int, row: ReadRow, label: str, unit: str, dimensions: tuple[str, ...]) -> str:
        above = self._path(index)[:-1]
        counted = counting(unit, label)
        inherited = self._inherited(row) if not counted.word else None
        counted = inherited or counted
        group = self._group(index)
        code = (
            row.code if _OWN_CODE.fullmatch(row.code) and not self._is_taken(row.code) else self.drawn.codes.next(group)
        )
        name = clean_label(label)
        under_heading = not self._asked_above(index)
        if above and not stands_alone(label, counted.word, self.twins, under_heading=under_heading):
            name = under(self._telling_above(index), label)
        parent = self._asked_above(index)
        self.drawn.labels[code] = (*above, label)
        self.drawn.groups[code] = group
        self.drawn.parents[code] = (parent, row.tie) if parent else ("", "")
        self.drawn.formulas[code] = row.formula
        self.drawn.numbers[code] = (self.code, row.number)
        told = row.parent >= 0 and self.form.rows[row.parent].number not in _ROMAN
        context = above[-1] if above and told and name != clean_label(label) else ""
        self.add(code, name, label, counted, dimensions, context)
        return code

    def _telling_above(self, index: int) -> str:
        """The label above that names what is counted."""
        path = self._path(index)[:-1]
        return path[-1]

    def _is_taken(self, code: str) -> bool:
        return any(one.code == code for one in self.drawn.indicators)

    def _inherited(self, row: ReadRow) -> Counting | None:
        """The counting of the row above, for a part that names no unit: 'Trong đó: nữ', 'Được hưởng theo định mức'."""
        at = row.parent
        while at >= 0:
            codes = self.of_row.get(at, ())
            if codes:
                above = next(one for one in self.drawn.indicators if one.code == codes[0])
                return Counting(above.unit_word, above.kind, above.scale, sure=bool(row.tie))
            found = counting(self.form.rows[at].unit, self.form.rows[at].label)
            if found.sure and found.kind == "integer":
                return replace(found, sure=False)
            at = self.form.rows[at].parent
        return None

    def _asked_above(self, index: int) -> str:
        """The first indicator of the nearest row above that takes figures of its own."""
        at = self.form.rows[index].parent
        while at >= 0:
            if self.of_row.get(at) and not level_of(self.form.rows[at].label):
                return self.of_row[at][0]
            at = self.form.rows[at].parent
        return ""

    def _group(self, index: int) -> str:
        """What indicators of one group have in common: the nearest heading above, else the form's title."""
        at = self.form.rows[index].parent
        while at >= 0:
            row = self.form.rows[at]
            if not self.of_row.get(at) and not level_of(row.label):
                return clean_label(row.label)
            at = row.parent
        return clean_label(self.form.title) or clean_label(self.form.heading) or self.code


def _with_step(row: ReadRow, form: ReadForm) -> str:
    """The label with the step of money that stands in the unit column, where a report's cell is read by it."""
    unit = row.unit or form.unit
    step = counting(unit, row.label).step if unit else ""
    return f"{row.label} ({step})" if step and step not in folded(row.label) else row.label
