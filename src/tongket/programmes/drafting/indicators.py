"""Forms to indicators (biểu mẫu thành chỉ tiêu): what each row or column asks for, and the form that carries it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tongket.messages import N_
from tongket.model.programmes import Aggregation, Form, FormColumn, FormRow, Indicator
from tongket.programmes.drafting.cells import AMOUNT, BLANK, YEAR, cell_columns
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.dimensions import Dimensions, is_body, is_place, level_of
from tongket.programmes.drafting.naming import Codes, clean_label, halves, stands_alone, under
from tongket.programmes.drafting.read_forms import ReadColumn, ReadForm, ReadRow
from tongket.programmes.drafting.stocks import over_time
from tongket.programmes.drafting.units import (
    Counting,
    counting,
    unit_words_exact,
    without_bracket_unit,
)
from tongket.programmes.words import normal
from tongket.vietnamese.unicode import folded

_OWN_CODE = re.compile(r"[A-ZĐ]{1,5}[-.]?\d{1,4}(?:[-.]\d{1,3})?")
_PREFIXED = re.compile(r"(?:tổng số|tổng|số|số lượng)\s")
_LISTED = re.compile(
    r"(?:tên|họ (?:và )?tên|số, ký hiệu|số ký hiệu|trích yếu|danh sách|tên loại)(?!\w)|danh (?:sách|mục)|bảng kê"
)
LISTED = N_("it lists entries one by one; such a list is a register, which a module of the programme keeps.")
EMPTY = N_("no row or column of it asks for a figure that could be named.")
CROSSED = N_("rows and columns both count something; each column became an indicator, and the rows its cells.")
UNITS = N_("its rows are units; each unit answers for itself, so only the columns are asked.")


@dataclass(slots=True)
class Drawn:
    """What was drawn out of the forms: indicators in order, forms, dimensions, and what is open.

    ``labels`` are the labels above and of each indicator, outermost first; ``parents`` the indicator of the row above,
    with how it is tied to it; ``formulas`` are printed next to it.
    """

    indicators: list[Indicator] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    dimensions: Dimensions = field(default_factory=Dimensions)
    codes: Codes = field(default_factory=Codes)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parents: dict[str, tuple[str, str]] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)  # code -> form and printed number
    groups: dict[str, str] = field(default_factory=dict)
    of_form: dict[str, str] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)


def draw_forms(forms: Sequence[ReadForm], answers: dict[str, str] | None = None) -> Drawn:
    """The indicators, forms and dimensions that ``forms`` ask for; ``answers`` are decisions that a person took."""
    drawn, appendix = Drawn(), ""
    twins = _twins(forms)
    headings: dict[str, str] = {}
    for number, form in enumerate(forms, 1):
        appendix = form.appendix or appendix
        whole = replace(form, appendix=appendix)
        code = _form_code(whole, number, [one.code for one in drawn.forms])
        if whole.heading:
            headings.setdefault(appendix, whole.heading)
        _Drawing(drawn, whole, code, twins, answers or {}).draw()
    return drawn


def _form_code(form: ReadForm, number: int, taken: Sequence[str]) -> str:
    """'PL1', 'PL2.1': from the appendix's label and the table's own number; else 'B1'."""
    found = re.search(r"(?<!\w)(\d{1,3}[A-Za-z]?(?:\.\d+)*|[IVX]+)(?!\w)", form.appendix)
    base = f"PL{found[1]}" if found and "hụ lục" in form.appendix.lower() else f"B{found[1]}" if found else f"B{number}"
    own = re.match(r"(\d{1,2}|[IVX]+)[.)]", form.title)
    code = f"{base}.{own[1]}" if own and found else base
    parts = 2
    while code in taken:
        code, parts = f"{base}.{parts}", parts + 1
    return code


def _twins(forms: Sequence[ReadForm]) -> tuple[str, ...]:
    """Labels that more than one row has, below different rows."""
    seen: dict[str, set[tuple[int, str]]] = {}
    for number, form in enumerate(forms):
        for row in form.rows:
            above = form.rows[row.parent].label if row.parent >= 0 else ""
            seen.setdefault(normal(row.label), set()).add((number, normal(above)))
    return tuple(label for label, places in seen.items() if len(places) > 1)


class _Drawing:
    """One form on its way to indicators."""

    def __init__(
        self, drawn: Drawn, form: ReadForm, code: str, twins: tuple[str, ...], answers: dict[str, str]
    ) -> None:
        self.drawn, self.form, self.code, self.twins, self.answers = drawn, form, code, twins, answers
        self.values = form.of_role("value")
        self.has_units = bool(form.of_role("unit"))
        self.by_path: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.seen: set[tuple[tuple[str, ...], str]] = set()
        self.of_row: dict[int, tuple[str, ...]] = {}

    def draw(self) -> None:
        """Add what the form asks for."""
        if self._is_list():
            self._leave_out(LISTED)
            return
        if not self.values or (not self.form.rows and not self._titled_columns()):
            self._leave_out(EMPTY)
            return
        if self._columns_count():
            self._by_columns()
        else:
            self._by_rows()

    def _is_list(self) -> bool:
        """Whether it is a list to be written on: a name or symbol a row, and no row printed."""
        label = next((column.title for column in self.form.columns if column.role == "label"), "")
        titled = any(_LISTED.match(folded(one)) for one in (label, self.form.title, self.form.heading))
        return titled and not any(row.label for row in self.form.rows if not row.is_total)

    def _leave_out(self, why: str) -> None:
        title = self.form.title or self.form.heading or self.form.appendix or self.form.where
        self.drawn.decisions.append(
            Decision(f"{self.code}.table", "table", ("programme", "code"), "", facts={"title": title, "why": why})
        )

    # --- which way it lies

    def _titled_columns(self) -> bool:
        return sum(counting("", column.title).sure for column in self.values) > 0

    def _columns_count(self) -> bool:
        """Whether the columns carry the indicators and the rows are what they are broken down by."""
        if self.has_units or not self.form.rows:
            return not self.has_units
        counted = [column for column in self.values if self._counts(column)]
        if len(counted) < 1 or any(level_of(column.titles[-1]) for column in self.values if column.titles):
            return False
        rows = [row for row in self.form.rows if not row.is_total]
        values = [row for row in rows if is_body(row.label) or is_place(row.label) or level_of(row.label)]
        if not rows or len(values) >= 0.6 * len(rows):
            return True
        if len(counted) < 2:
            return False
        own = sum(counting("", row.label).sure and not is_body(row.label) for row in rows)
        units = {counting("", column.title).word for column in counted}
        return len(units) > 1 and own < 0.4 * len(rows)

    def _counts(self, column: ReadColumn) -> bool:
        title = folded(column.titles[-1] if column.titles else "")
        return not AMOUNT.fullmatch(title) and not YEAR.fullmatch(title) and counting("", column.title).sure

    # --- rows carry the indicators

    def _by_rows(self) -> None:
        columns, dimensions = cell_columns(
            self.form, self.drawn.dimensions, lambda which, why, titles: self._note("columns", which, why, titles)
        )
        rows = [self._row(index, row, dimensions) for index, row in enumerate(self.form.rows)]
        if any(row.indicators for row in rows):
            self._add_form(columns, tuple(rows))

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

    # --- indicators

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
        self._add(code, name, label, counted, dimensions, context)
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

    def _add(
        self, code: str, name: str, label: str, counted: Counting, dimensions: tuple[str, ...], words: str
    ) -> None:
        time = over_time(label, counted, words, self.form.caption)
        word = counted.word
        if not counted.sure:
            word = self.answers.get(f"{code}.unit", word or "trường hợp")
            self.drawn.unclear.add(code)
            self.drawn.decisions.append(
                Decision(
                    f"{code}.unit",
                    "unit",
                    ("indicator", code),
                    word,
                    (),
                    "beside" if counted.word else "nothing",
                    facts={"name": name},
                )
            )
        adds = counted.kind in ("integer", "decimal", "money")
        chosen = self.answers.get(f"{code}.over_time", time.over_time)
        if adds:
            self.drawn.decisions.append(
                Decision(
                    f"{code}.over_time",
                    "over_time",
                    ("indicator", code),
                    chosen,
                    ("sum", "latest"),
                    time.why,
                    time.words,
                    time.sure,
                    {"name": name},
                )
            )
        aliases = tuple(
            one for one in dict.fromkeys((clean_label(label), label.strip(" :;."))) if normal(one) != normal(name)
        )
        self.drawn.of_form[code] = self.code
        self.drawn.indicators.append(
            Indicator(
                code=code,
                name=name,
                unit_word=word,
                kind=counted.kind,
                scale=counted.scale,
                over_units=_over_units(counted),
                over_time="latest" if not adds else "latest" if chosen == "latest" else "sum",
                dimensions=dimensions,
                aliases=aliases[:1],
            )
        )

    # --- columns carry the indicators

    def _by_columns(self) -> None:
        rows = list(self.form.rows)
        places = [row for row in rows if is_place(row.label) and not is_body(row.label) and not level_of(row.label)]
        if rows and len(places) > len([row for row in rows if not row.is_total]) / 2:
            self._note("columns", "units", UNITS, [rows[0].label])
            rows = []
        form_rows, dimensions = self._cell_rows(rows)
        columns: list[FormColumn] = []
        for column in self.form.columns:
            title = column.title or BLANK.get(column.role, "Số liệu")
            if column.role in ("ordinal", "label"):
                columns.append(FormColumn(title, column.role))
            elif column.role != "value" or YEAR.fullmatch(folded(title)):
                columns.append(FormColumn(title, "note"))
            else:
                columns.append(FormColumn(title, "value", indicator=self._of_column(column, dimensions)))
        self._add_form(tuple(columns), form_rows)

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
        code, codes = self.drawn.dimensions.values(label, labels, additive=not nested)
        if nested:
            key = f"{self.code}.dimension"
            self.drawn.decisions.append(
                Decision(
                    key,
                    "dimension",
                    ("form", self.code),
                    "no",
                    ("no", "yes"),
                    "beside",
                    "",
                    facts={"form": self.code, "name": label},
                )
            )
        if not all(is_body(one) for one in labels):
            self._note("columns", "crossed", CROSSED, [column.title for column in self.values])
        return tuple(
            FormRow(row.number, row.label, row.depth, (), "" if row.is_total else codes[row.label]) for row in rows
        ), (code,)

    def _of_column(self, column: ReadColumn, dimensions: tuple[str, ...]) -> str:
        counted = counting("", column.title)
        if not counted.sure and self.form.unit:
            counted = counting(self.form.unit, column.title)
        group = clean_label(self.form.title) or clean_label(self.form.heading) or self.code
        code = self.drawn.codes.next(group)
        titles = [without_bracket_unit(title) for title in column.titles]
        name = clean_label(titles[-1])
        if len(titles) > 1 and not stands_alone(titles[-1], counted.word, self.twins):
            name = under(titles[-2], titles[-1])
        self.drawn.labels[code] = (*column.titles,)
        self.drawn.groups[code] = group
        self.drawn.parents[code] = ("", "")
        self.drawn.formulas[code] = column.formula
        self.drawn.numbers[code] = (self.code, column.number)
        self._add(code, name, titles[-1], counted, dimensions, " ".join(titles[:-1]))
        return code

    # --- the form

    def _note(self, question: str, which: str, why: str, titles: Sequence[str]) -> None:
        self.drawn.decisions.append(
            Decision(
                f"{self.code}.{which}",
                question,
                ("form", self.code),
                "",
                (),
                "beside",
                "",
                sure=True,
                facts={"form": self.code, "columns": "; ".join(f"'{one}'" for one in titles[:6]), "why": why},
            )
        )

    def _add_form(self, columns: tuple[FormColumn, ...], rows: tuple[FormRow, ...]) -> None:
        first = not any(one.appendix == self.form.appendix and one.appendix for one in self.drawn.forms)
        title = self.form.title or self.form.heading or self.form.appendix or "Biểu mẫu"
        self.drawn.forms.append(
            Form(
                self.code,
                self.form.appendix,
                title,
                self.form.caption,
                columns,
                rows,
                heading=self.form.heading if first and self.form.heading != title else "",
            )
        )


_ROMAN = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "A", "B", "C", "D"])


_NOT_SUMMED: dict[str, Aggregation] = {
    "score": "none",
    "rank": "none",
    "text": "none",
    "share": "none",
    "yes-no": "count-yes",
}


def _over_units(counted: Counting) -> Aggregation:
    return _NOT_SUMMED.get(counted.kind, "sum")


def _with_step(row: ReadRow, form: ReadForm) -> str:
    """The label with the step of money that stands in the unit column, where a report's cell is read by it."""
    unit = row.unit or form.unit
    step = counting(unit, row.label).step if unit else ""
    return f"{row.label} ({step})" if step and step not in folded(row.label) else row.label
