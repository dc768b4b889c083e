"""The value columns of a form whose rows carry the indicators (cột số liệu): levels, parts, years, plans and rates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from tongket.messages import N_
from tongket.model.programmes import FormColumn
from tongket.programmes.drafting.dimensions import Dimensions, level_of
from tongket.programmes.drafting.form_rows import ReadColumn
from tongket.programmes.drafting.read_forms import ReadForm
from tongket.programmes.drafting.units import without_bracket_unit
from tongket.programmes.layouts import is_total
from tongket.programmes.words import normal
from tongket.vietnamese.unicode import folded

YEAR = re.compile(r"(?:năm|quý|tháng|kỳ)?\s*(?:[iv]+\s*[/-]\s*)?(?:(?:19|20)\d\d|20[.…x]{1,2}|\d{1,2}/20\d\d).*")
AMOUNT = re.compile(
    r"(?:số lượng|số liệu|kết quả(?: thực hiện)?(?: tổng số| tổng cộng)?|thực hiện(?: trong kỳ)?"
    r"|giá trị|tổng số|tổng cộng|số|trong kỳ|cộng"
    r"|số tiền|)(?:\s*\(.*\))?"
)
_PLAN = re.compile(r"(?:kế hoạch|chỉ tiêu(?: giao| kế hoạch)?|mục tiêu|dự toán)(?!\w).*")
_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|đạt tỷ lệ|so với|% ).*|.*\(?%\)?")
_OF_WHICH = re.compile(r"(?:(?:kết quả|số lượng|số liệu|thực hiện|tổng số)\s+)?trong (?:đó|số đó|tổng số)\s*[:,]?\s*")
YEARS = N_("their columns are years; a programme asks for one period at a time, so one column was kept.")
RATES = N_("a rate beside the figures it is computed from is not asked for again.")
TWO_WAYS = N_("the columns break every row down; they became cells.")
BLANK = {"ordinal": "STT", "label": "Nội dung"}

Note = Callable[[str, str, Sequence[str]], None]


def cell_columns(form: ReadForm, dimensions: Dimensions, note: Note) -> tuple[tuple[FormColumn, ...], tuple[str, ...]]:
    """The columns with their levels and cells, and the codes of the dimensions that they make.

    ``note`` is told what was done with columns beside the plain ones: which, why, and their titles.
    """
    values = form.of_role("value")
    titles = {column.at: column.title for column in values}
    leaf = {column.at: folded(column.titles[-1]) if column.titles else "" for column in values}
    totals = {at for at in titles if is_total(leaf[at]) or is_total(titles[at])}
    levels = {at: level for at in titles if at not in totals and (level := level_of(leaf[at]))}
    if len(levels) > 1:
        return _by_levels(form, dimensions, levels, set(titles) - totals - set(levels))
    years = [at for at in titles if YEAR.fullmatch(leaf[at])]
    rates = {at for at in titles if _RATE.fullmatch(leaf[at]) and at not in totals} if len(titles) > 1 else set()
    if len(years) > 1:
        note("years", YEARS, [titles[at] for at in years])
        keep = next((at for at in titles if at in totals), years[-1])
        return _printed(form, {}, {}, set(titles) - {keep}, {keep: "Số liệu"}), ()
    if len(rates) == len(titles):
        rates = set()  # rates alone are what is asked for
    if rates:
        note("rates", RATES, [titles[at] for at in sorted(rates)])
    cells = [at for at in titles if at not in rates and at not in totals and not AMOUNT.fullmatch(leaf[at])]
    if len(set(titles) - rates) < 2 or not cells:
        amounts = [at for at in titles if at not in rates]
        return _printed(form, {}, {}, rates | set(amounts[1:])), ()
    twice = {at for at in cells if titles[at] in [titles[other] for other in cells if other < at]}
    cells = [at for at in cells if at not in twice]
    rates |= twice
    note("cells", TWO_WAYS, [titles[at] for at in cells])
    return _by_parts(form, dimensions, cells, rates, bool(totals))


def _by_levels(
    form: ReadForm, dimensions: Dimensions, levels: Mapping[int, str], notes: set[int]
) -> tuple[tuple[FormColumn, ...], tuple[str, ...]]:
    """Columns of levels; where a level stands under several titles, those are a second dimension."""
    columns = {column.at: column for column in form.columns}
    codes = [dimensions.levels([(level, columns[at].titles[-1]) for at, level in levels.items()])]
    tops = {at: " ".join(columns[at].titles[:-1]) for at in levels}
    if len(set(levels.values())) == len(levels) or len(set(tops.values())) < 2:
        return _printed(form, dict(levels), {}, notes), tuple(codes)
    labels = list(dict.fromkeys(tops[at] for at in levels))
    code, values = dimensions.values("Phân tổ", labels)
    cells = {at: f"{level}+{values[tops[at]]}" for at, level in levels.items()}
    return _printed(form, dict(levels), cells, notes), (*codes, code)


def _by_parts(
    form: ReadForm, dimensions: Dimensions, cells: Sequence[int], notes: set[int], has_total: bool
) -> tuple[tuple[FormColumn, ...], tuple[str, ...]]:
    """Columns of parts: those under one title are a dimension; those that stand alone make one together."""
    columns = {column.at: column for column in form.columns}
    groups: dict[str, list[int]] = {}
    for at in cells:
        groups.setdefault(_group(columns[at]), []).append(at)
    codes: list[str] = []
    found: dict[int, str] = {}
    for name, members in groups.items():
        labels = [_part(columns[at].titles[-1]) for at in members]
        labels = labels if len(set(map(normal, labels))) == len(labels) else [columns[at].title for at in members]
        additive = name not in ("Trong đó", "Kế hoạch") and (has_total or len(members) > 1)
        code, values = dimensions.values(name, labels, additive=additive)
        codes.append(code)
        found |= {at: values[label] for at, label in zip(members, labels, strict=True)}
    return _printed(form, {}, found, notes), tuple(dict.fromkeys(codes))


def _group(column: ReadColumn) -> str:
    title = folded(column.titles[-1])
    if _PLAN.fullmatch(title):
        return "Kế hoạch"
    if _OF_WHICH.match(title) or _OF_WHICH.fullmatch(folded(column.titles[0])):
        return "Trong đó"
    return column.titles[0] if len(column.titles) > 1 else "Phân tổ"


def part_of_which(column: ReadColumn) -> str:
    """What stands behind 'Trong đó' in a column's title, or under it; "" for a column without."""
    if len(column.titles) > 1 and _OF_WHICH.fullmatch(folded(column.titles[-2])):
        return column.titles[-1]
    last = column.titles[-1] if column.titles else ""
    return _part(last) if _OF_WHICH.match(folded(last)) and not _OF_WHICH.fullmatch(folded(last)) else ""


def _part(title: str) -> str:
    bare = without_bracket_unit(title)
    found = _OF_WHICH.match(folded(bare))
    return bare[found.end() :].strip() or bare if found and len(folded(bare)) == len(bare) else bare


def _printed(
    form: ReadForm,
    levels: Mapping[int, str],
    cells: Mapping[int, str],
    notes: set[int],
    rename: Mapping[int, str] | None = None,
) -> tuple[FormColumn, ...]:
    found: list[FormColumn] = []
    for column in form.columns:
        title = (rename or {}).get(column.at, column.title) or BLANK.get(column.role, "Số liệu")
        if column.role in ("ordinal", "label"):
            found.append(FormColumn(title, column.role))
        elif column.role in ("unit", "note", "code") or column.at in notes:
            found.append(FormColumn(title, "note"))
        else:
            level = levels.get(column.at, "")
            found.append(FormColumn(title, "value", level, cells.get(column.at, level)))
    return tuple(found)
