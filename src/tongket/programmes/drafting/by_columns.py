"""Forms whose columns carry the indicators and whose rows break them down: organisations, levels, categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tongket.messages import N_
from tongket.model.programmes import FormColumn, FormRow
from tongket.programmes.drafting.cells import BLANK, YEAR, part_of_which
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.dimensions import is_body, is_place, level_of
from tongket.programmes.drafting.drawn import Drawn, FormDrawing
from tongket.programmes.drafting.form_rows import ReadColumn, ReadRow
from tongket.programmes.drafting.naming import clean_label, stands_alone, under
from tongket.programmes.drafting.read_forms import ReadForm
from tongket.programmes.drafting.units import Counting, bare_label, counting, unit_words_exact, without_bracket_unit
from tongket.vietnamese.unicode import folded

CROSSED = N_("rows and columns both count something; each column became an indicator, and the rows its cells.")
UNITS = N_("its rows are units; each unit answers for itself, so only the columns are asked.")


def _names_itself(word: str) -> bool:
    """Whether a bare count of ``word`` says what is counted: villages and households do, people and classes do not."""
    unit = unit_words_exact(word)
    return unit is not None and unit.kind in ("place", "household")


class ColumnDrawing(FormDrawing):
    """A form by its columns."""

    def __init__(
        self, drawn: Drawn, form: ReadForm, code: str, twins: tuple[str, ...], answers: Mapping[str, str]
    ) -> None:
        super().__init__(drawn, form, code, twins, answers)
        self.of_columns: list[str] = []  # indicators so far that are no parts

    def draw(self) -> None:
        """Add the indicators of the columns, and the form."""
        rows = list(self.form.rows)
        places = [row for row in rows if is_place(row.label) and not is_body(row.label) and not level_of(row.label)]
        if rows and len(places) > len([row for row in rows if not row.is_total]) / 2:
            self.note("columns", "units", UNITS, [rows[0].label])
            rows = []
        form_rows, dimensions = self._cell_rows(rows)
        columns: list[FormColumn] = []
        for column in self.form.columns:
            title = column.title or BLANK.get(column.role, "Số liệu")
            if column.role in ("ordinal", "label"):
                columns.append(FormColumn(title, column.role))
            elif column.role != "value" or not column.titles or YEAR.fullmatch(folded(title)):
                columns.append(FormColumn(title, "note"))
            else:
                columns.append(FormColumn(title, "value", indicator=self._of_column(column, dimensions)))
        self.add_form(tuple(columns), form_rows)

    def _cell_rows(self, rows: Sequence[ReadRow]) -> tuple[tuple[FormRow, ...], tuple[str, ...]]:
        """The rows with their cells, and the dimension that they are values of."""
        if not rows:
            return (FormRow("", "Tổng cộng", 0),), ()
        cells = [row for row in rows if not row.is_total]
        levels = [level_of(row.label) for row in cells]
        label = next(column.title for column in self.form.columns if column.role == "label")
        if cells and all(levels):
            code = self.drawn.dimensions.levels([(level, row.label) for level, row in zip(levels, cells, strict=True)])
            return tuple(
                FormRow(row.number, row.label, row.depth, (), level_of(row.label), level_of(row.label)) for row in rows
            ), (code,)
        labels = list(dict.fromkeys(row.label for row in cells))
        if not labels:
            return tuple(FormRow(row.number, row.label, row.depth) for row in rows), ()
        nested = any(row.depth for row in cells)
        key = f"{self.code}.dimension"
        answer = self.answers.get(key, "no")
        code, codes = self.drawn.dimensions.values(label, labels, additive=not nested or answer == "yes")
        if nested:
            self.drawn.decisions.append(
                Decision(
                    key,
                    "dimension",
                    ("form", self.code),
                    answer,
                    ("no", "yes"),
                    "beside",
                    "",
                    facts={"form": self.code, "name": label},
                )
            )
        if not all(is_body(one) for one in labels):
            self.note("columns", "crossed", CROSSED, [column.title for column in self.values])
        return tuple(
            FormRow(row.number, row.label, row.depth, (), "" if row.is_total else codes[row.label]) for row in rows
        ), (code,)

    def _of_column(self, column: ReadColumn, dimensions: tuple[str, ...]) -> str:
        part = part_of_which(column)
        if part and self.of_columns:
            return self._of_part(column, part, dimensions)
        counted = counting("", column.title)
        if not counted.sure and self.form.unit:
            counted = counting(self.form.unit, column.title)
        group = clean_label(self.form.title) or clean_label(self.form.heading) or self.code
        code = self.drawn.codes.next(group)
        titles = [without_bracket_unit(title) for title in column.titles]
        name = clean_label(titles[-1])
        if len(titles) > 1 and not stands_alone(titles[-1], counted.word, self.twins):
            name = under(titles[-2], titles[-1])
        elif bare_label(titles[-1]) == counted.word and group != self.code and not _names_itself(counted.word):
            name = under(group, titles[-1])
        self.drawn.labels[code] = (*column.titles,)
        self.drawn.groups[code] = group
        self.drawn.parents[code] = ("", "")
        self.drawn.formulas[code] = column.formula
        self.drawn.numbers[code] = (self.code, column.number)
        self.add(code, name, titles[-1], counted, dimensions, " ".join(titles[:-1]))
        self.of_columns.append(code)
        return code

    def _of_part(self, column: ReadColumn, part: str, dimensions: tuple[str, ...]) -> str:
        """A column 'Trong đó: nữ': a part of what the column before it counts."""
        whole = next(one for one in self.drawn.indicators if one.code == self.of_columns[-1])
        group = self.drawn.groups[whole.code]
        code = self.drawn.codes.next(group)
        self.drawn.labels[code] = (whole.name, part)
        self.drawn.groups[code] = group
        self.drawn.parents[code] = (whole.code, "of-which")
        self.drawn.formulas[code] = column.formula
        self.drawn.numbers[code] = (self.code, column.number)
        own = counting("", part)
        counted = own if own.sure and own.kind == "share" else Counting(whole.unit_word, whole.kind, whole.scale)
        self.add(code, under(whole.name, part), part, counted, dimensions, whole.name)
        return code
