"""Forms to indicators (biểu mẫu thành chỉ tiêu): what each row or column asks for, and the form that carries it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tongket.messages import N_
from tongket.programmes.drafting.by_columns import ColumnDrawing
from tongket.programmes.drafting.by_rows import RowDrawing
from tongket.programmes.drafting.cells import AMOUNT, YEAR, YEARS
from tongket.programmes.drafting.dimensions import is_body, is_place, level_of
from tongket.programmes.drafting.drawn import Drawn, FormDrawing
from tongket.programmes.drafting.form_rows import ReadColumn
from tongket.programmes.drafting.read_forms import ReadForm
from tongket.programmes.drafting.units import bracket_unit, counting
from tongket.programmes.words import normal
from tongket.vietnamese.unicode import folded

_LISTED = re.compile(
    r"(?:tên|họ (?:và )?tên|số, ký hiệu|số ký hiệu|trích yếu|danh sách|tên loại)(?!\w)|danh (?:sách|mục)|bảng kê"
)
LISTED = N_("it lists entries one by one; such a list is a register, which a module of the programme keeps.")
SCORES = N_("it is a scorecard; write its criteria under 'scorecards' of the programme.")
EMPTY = N_("no row or column of it asks for a figure that could be named.")


def draw_forms(forms: Sequence[ReadForm], answers: Mapping[str, str] | None = None) -> Drawn:
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
        _draw(drawn, whole, code, twins, answers or {})
    return drawn


def _draw(drawn: Drawn, form: ReadForm, code: str, twins: tuple[str, ...], answers: Mapping[str, str]) -> None:
    """Add what one form asks for, by its rows or by its columns; or say why it asks for nothing."""
    reason = LISTED if _is_list(form) else SCORES if _is_scorecard(form) else "" if _can_ask(form) else EMPTY
    if reason:
        FormDrawing(drawn, form, code, twins, answers).leave_out(reason)
        return
    form, dropped = _one_year(form)
    if dropped:
        FormDrawing(drawn, form, code, twins, answers).note("columns", "years", YEARS, dropped)
    drawing = ColumnDrawing if _columns_count(form) else RowDrawing
    drawing(drawn, form, code, twins, answers).draw()


def _is_scorecard(form: ReadForm) -> bool:
    """Whether it is a scorecard: points at most, points given by oneself, points after appraisal."""
    titles = [folded(column.title) for column in form.of_role("value")]
    return sum(title.startswith("điểm") or "điểm tối đa" in title or "chấm điểm" in title for title in titles) > 1


def _one_year(form: ReadForm) -> tuple[ReadForm, list[str]]:
    """The form with the last year's columns alone, where several columns stand under each of several years; and the
    titles of those left out.
    """
    values = form.of_role("value")
    dated = [column for column in values if len(column.titles) > 1 and YEAR.fullmatch(folded(column.titles[0]))]
    years = list(dict.fromkeys(column.titles[0] for column in dated))
    if len(years) < 2 or len(dated) != len(values):
        return form, []
    columns = tuple(
        replace(column, role="note")
        if column in dated and column.titles[0] != years[-1]
        else replace(column, titles=column.titles[1:])
        if column in dated
        else column
        for column in form.columns
    )
    return replace(form, columns=columns), years[:-1]


def _can_ask(form: ReadForm) -> bool:
    values = form.of_role("value")
    return bool(values) and (bool(form.rows) or any(counting("", column.title).sure for column in values))


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


def _is_list(form: ReadForm) -> bool:
    """Whether it is a list to be written on: a name or symbol a row, and no row printed."""
    label = next((column.title for column in form.columns if column.role == "label"), "")
    titled = any(_LISTED.match(folded(one)) for one in (label, form.title, form.heading))
    return titled and not any(row.label for row in form.rows if not row.is_total)


def _columns_count(form: ReadForm) -> bool:
    """Whether the columns carry the indicators and the rows are what they are broken down by."""
    if form.of_role("unit") or not form.rows:
        return not form.of_role("unit")
    counted = [column for column in form.of_role("value") if _counts(column)]
    if len(counted) < 1 or any(level_of(column.titles[-1]) for column in form.of_role("value") if column.titles):
        return False
    rows = [row for row in form.rows if not row.is_total]
    values = [row for row in rows if is_body(row.label) or is_place(row.label) or level_of(row.label)]
    if not rows or len(values) >= 0.6 * len(rows):
        return True
    if len(counted) < 2:
        return False
    if len({unit for column in counted if (unit := bracket_unit(column.title))} - {"%"}) > 1:
        return True  # the columns name their units, and those differ: no row counts in all of them
    own = sum(counting("", row.label).sure and not is_body(row.label) for row in rows)
    units = {counting("", column.title).word for column in counted}
    return len(units) > 1 and own < 0.4 * len(rows)


def _counts(column: ReadColumn) -> bool:
    title = folded(column.titles[-1] if column.titles else "")
    return not AMOUNT.fullmatch(title) and not YEAR.fullmatch(title) and counting("", column.title).sure
