"""The appendices: the programme's own forms filled with totals, the figures by unit, and who has reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.consolidating.shown_values import words_of
from tongket.model.consolidations import Consolidation
from tongket.model.drafts import DraftTable
from tongket.model.observations import Rollup
from tongket.model.programmes import Form, FormColumn, FormRow, Indicator
from tongket.programmes.values import is_unit_column, row_units, step_of
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key
from tongket.writing.answers import answered_in_words, answers_tables
from tongket.writing.coverage import expected_words
from tongket.writing.issued import issued_documents
from tongket.writing.ledger import Ledger, by_unit, totals
from tongket.writing.naming import short_body
from tongket.writing.numerals import lead_words, number_text, roman
from tongket.writing.sums import unequal_sums

NOT_ADDED = "xem từng đơn vị"
_BLANK_NOTE = ("Ô để trống: đơn vị chưa gửi báo cáo, hoặc báo cáo không nêu số liệu.",)
_COLUMNS_ACROSS = 7  # figures side by side on a landscape page
_TABLES_BY_UNIT = 3
_DOCUMENTS_IN_NOTES = 12  # more are listed in an appendix too
_KEPT_TOGETHER = {"count-units", "count-yes", "sum", "max", "min", "latest", "ratio"}


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell, and the keys of the figures in it."""

    text: str
    rollups: tuple[Rollup, ...] = ()
    keys: tuple[str, ...] = ()


def appendices(consolidation: Consolidation, ledger: Ledger) -> tuple[DraftTable, ...]:
    """All tables after the report, numbered with Roman numerals when there is more than one appendix."""
    groups = [
        *_forms(consolidation, ledger),
        *_documents(consolidation),
        *answers_tables(consolidation),
        *_by_unit(consolidation, ledger),
        *_reporting(consolidation),
    ]
    several = len(groups) > 1
    tables: list[DraftTable] = []
    for number, group in enumerate(groups, 1):
        label = f"Phụ lục {roman(number)}" if several else "Phụ lục"
        tables += [replace(group[0], label=label), *group[1:]]
    return tuple(tables)


def form_labels(consolidation: Consolidation) -> Mapping[str, str]:
    """Under which appendix each form of the programme will stand: form code -> 'Phụ lục I'."""
    filled = [forms for forms in _grouped(consolidation.programme.forms) if _has_value(consolidation, forms)]
    return {form.code: f"Phụ lục {roman(number)}" for number, forms in enumerate(filled, 1) for form in forms}


def documents_label(consolidation: Consolidation) -> str:
    """Under which appendix all documents are listed; "" when they are few enough for the footnotes."""
    filled = [forms for forms in _grouped(consolidation.programme.forms) if _has_value(consolidation, forms)]
    return f"Phụ lục {roman(len(filled) + 1)}" if list(_documents(consolidation)) else ""


def answers_label(consolidation: Consolidation) -> str:
    """Under which appendix the answers in words stand; "" where there are none."""
    if not answered_in_words(consolidation):
        return ""
    filled = [forms for forms in _grouped(consolidation.programme.forms) if _has_value(consolidation, forms)]
    return f"Phụ lục {roman(len(filled) + len(list(_documents(consolidation))) + 1)}"


def _documents(consolidation: Consolidation) -> Iterator[list[DraftTable]]:
    """All documents that the lower bodies issued under the directive, by issuer."""
    found = issued_documents(consolidation)
    if len(found) <= _DOCUMENTS_IN_NOTES:
        return
    directive = consolidation.programme.directive.symbol
    issuers = list(dict.fromkeys(key(one.issuer_words()) for one in found))
    found.sort(key=lambda one: (issuers.index(key(one.issuer_words())), one.date))
    rows = [
        (str(number), one.issuer_words(), one.type, one.symbol, one.date_words(), one.about(directive=directive))
        for number, one in enumerate(found, 1)
    ]
    widths = (0.06, 0.30, 0.12, 0.19, 0.13, 0.20)
    shown = 6 if sum(bool(row[5]) for row in rows) * 4 >= len(rows) else 5  # nearly empty: subjects are in the notes
    yield [
        DraftTable(
            label="",
            title="Danh mục văn bản triển khai thực hiện đã ban hành",
            caption="",
            header=("TT", "Cơ quan ban hành", "Loại", "Số, ký hiệu", "Ngày", "Trích yếu")[:shown],
            widths=widths if shown == 6 else (0.06, 0.48, 0.14, 0.18, 0.14),
            rows=tuple(row[:shown] for row in rows),
            centred_columns=(0, 3, 4),
            notes=("Theo văn bản được viện dẫn trong báo cáo của các đơn vị.",),
        )
    ]


def _grouped(forms: Iterable[Form]) -> list[list[Form]]:
    """Forms that the programme puts into one appendix, together."""
    groups: dict[str, list[Form]] = {}
    for form in forms:
        groups.setdefault(form.appendix or form.code, []).append(form)
    return list(groups.values())


def _has_value(consolidation: Consolidation, forms: Iterable[Form]) -> bool:
    found = totals(consolidation)
    asked = {code for form in forms for code in asked_in(form)}
    return any(code in asked and one.amount is not None for (code, _), one in found.items())


def asked_in(form: Form) -> Iterator[str]:
    """The indicators that a form asks for, a row or column each."""
    for row in form.rows:
        yield from row.indicators
    yield from (column.indicator for column in form.columns if column.indicator)


def _forms(consolidation: Consolidation, ledger: Ledger) -> Iterator[list[DraftTable]]:
    for group in _grouped(consolidation.programme.forms):
        if _has_value(consolidation, group):
            yield [form_table(consolidation, form, ledger) for form in group]


def form_table(consolidation: Consolidation, form: Form, ledger: Ledger) -> DraftTable:
    """``form`` in the programme's own words and order, filled with the totals."""
    found = totals(consolidation)
    cells = [[_cell(consolidation, found, row, column, ledger) for column in form.columns] for row in form.rows]
    used = [rollup for line in cells for cell in line for rollup in cell.rollups]
    return DraftTable(
        label="",
        title="\n".join(filter(None, (form.heading, form.title))),
        caption=_caption(consolidation, form.caption),
        header=tuple(column.title for column in form.columns),
        widths=_widths(form.columns),
        rows=tuple(tuple(cell.text for cell in line) for line in cells),
        bold_rows=tuple(index for index in range(len(form.rows)) if _is_bold(form, index)),
        number_columns=tuple(index for index, column in enumerate(form.columns) if column.role == "value"),
        centred_columns=tuple(index for index, column in enumerate(form.columns) if column.role == "ordinal"),
        figures=tuple(
            (row, column, one)
            for row, line in enumerate(cells)
            for column, cell in enumerate(line)
            for one in cell.keys
        ),
        landscape=sum(column.role == "value" for column in form.columns) > 5,
        notes=(*coverage_notes(consolidation, used), *_sum_notes(consolidation, form)),
    )


def _sum_notes(consolidation: Consolidation, form: Form) -> Iterator[str]:
    """What a reader who adds up or divides the columns would stumble over."""
    found, programme = totals(consolidation), consolidation.programme
    asked = {column.indicator for column in form.columns if column.indicator}
    if any(one.total in asked for one in unequal_sums(programme, found)):
        yield (
            "Dòng tổng cộng lấy theo số tổng do đơn vị báo cáo, có thể khác tổng các dòng trên vì có đơn vị chỉ báo "
            "cáo số chung hoặc chỉ báo cáo theo từng tổ chức."
        )
    if any(
        _differs_from_its_parts(one, programme.indicator(one.indicator), found)
        for one in found.values()
        if one.indicator in asked
    ):
        yield "Tỷ lệ chỉ tính trên các đơn vị có đủ hai số liệu."


def _differs_from_its_parts(
    ratio: Rollup, indicator: Indicator | None, found: Mapping[tuple[str, str], Rollup]
) -> bool:
    if indicator is None or ratio.numerator is None:
        return False
    parts = [found.get((code, ratio.cell)) for code in (indicator.numerator, indicator.denominator)]
    pairs = zip(parts, (ratio.numerator, ratio.denominator), strict=True)
    return any(part is not None and part.amount != base for part, base in pairs)


def _caption(consolidation: Consolidation, words: str) -> str:
    """The form's period line with the round's dates; "" where a date that it names is not known."""
    start = consolidation.round.period_start or consolidation.programme.period_start
    end = consolidation.round.period_end or consolidation.programme.period_end
    if ("{from}" in words and not start) or ("{to}" in words and not end):
        return ""
    return words.replace("{from}", f"ngày {printed_day(start)}").replace("{to}", f"ngày {printed_day(end)}")


def _is_bold(form: Form, index: int) -> bool:
    """Whether the row is a heading without figures, or the total of a table whose columns are the indicators."""
    row = form.rows[index]
    if any(column.indicator for column in form.columns):
        return row.label.lower().startswith("tổng")
    return not row.indicators


def _cell(
    consolidation: Consolidation,
    found: Mapping[tuple[str, str], Rollup],
    row: FormRow,
    column: FormColumn,
    ledger: Ledger,
) -> CellText:
    if column.role == "ordinal":
        return CellText(row.number)
    if column.role == "label":
        return CellText(row.label)
    if column.role == "note":
        return CellText(row_units(consolidation.programme, row) if is_unit_column(column) else "")
    codes = (column.indicator,) if column.indicator else row.indicators
    asked = [one for one in map(consolidation.programme.indicator, codes) if one]
    cells = [consolidation.programme.cell(one, (column.cell, row.cell)) for one in asked]
    rollups = [one for code, cell in zip(codes, cells, strict=False) if (one := found.get((code, cell))) is not None]
    if len(rollups) < len(codes) or not rollups:
        return CellText("")
    return _value_cell(rollups, asked, ledger, f"{row.label} {column.title}")


def _value_cell(rollups: Sequence[Rollup], indicators: Sequence[Indicator], ledger: Ledger, heading: str) -> CellText:
    if any(one.amount is None for one in rollups):
        refused = any(one.refusal for one in rollups)
        return CellText(NOT_ADDED if refused else "")
    texts = [exact_text(one, of, heading) for one, of in zip(rollups, indicators, strict=True)]
    keys = tuple(ledger.add(one, text) for one, text in zip(rollups, texts, strict=True))
    return CellText("/".join(texts), tuple(rollups), keys)


def exact_text(rollup: Rollup, indicator: Indicator | None = None, heading: str = "") -> str:
    """The whole value with its qualifier: 'trên 1.250', '15 - 20'; of ``indicator`` a date, a choice, 'có' in words.

    Money stands in the step that the label or title of its cell prints: 12.500.000 under '(triệu đồng)' is '12,5'.
    """
    ends = [rollup.amount or 0]
    if rollup.amount_high is not None and rollup.amount_high != rollup.amount:
        ends.append(rollup.amount_high)
    in_dong = indicator is not None and indicator.kind == "money" and indicator.unit_word == "đồng"
    scale = rollup.scale + (step_of(heading).adjusted() if in_dong else 0)
    texts = [(words_of(end, indicator) if indicator else None) or number_text(end, scale) for end in ends]
    return f"{lead_words(rollup)} {' - '.join(texts)}".strip()


def coverage_notes(consolidation: Consolidation, rollups: Sequence[Rollup]) -> Iterator[str]:
    """What a reader of the table must know of whose figures it holds."""
    yield from _mark_notes(rollups)
    known = {(one.reported, one.expected) for one in rollups if one.amount is not None and one.expected}
    if not any(reported < expected for reported, expected in known):
        return
    low, high = (pick(known, key=lambda pair: pair[0] / pair[1]) for pick in (min, max))
    words = expected_words(consolidation, low[1])
    if len(known) == 1:
        yield f"Số liệu tổng hợp từ {low[0]}/{low[1]} {words} đã báo cáo."
    else:
        yield (
            f"Số liệu tổng hợp từ {low[0]}/{low[1]} đến {high[0]}/{high[1]} {words}, tùy chỉ tiêu; "
            f"ô để trống là chưa có đơn vị nào báo cáo."
        )


def _mark_notes(rollups: Iterable[Rollup]) -> Iterator[str]:
    marks = {mark for one in rollups for mark in one.marks}
    if "estimated" in marks:
        yield "Số có chữ “ước” gồm cả phần ước tính, chưa phải số chính thức."
    if "break" in marks:
        yield "Số liệu trước và sau khi sắp xếp đơn vị hành chính không so sánh trực tiếp với nhau được."


def _widths(columns: Sequence[FormColumn]) -> tuple[float, ...]:
    """Shares of the width: a narrow ordinal, equal values, the rest for the label."""
    values = sum(column.role == "value" for column in columns)
    value = min(0.16, 0.74 / max(values, 1))
    fixed = {"ordinal": 0.07, "value": value, "note": 0.14}
    labels = sum(column.role == "label" for column in columns)
    left = 1 - sum(fixed.get(column.role, 0) for column in columns)
    return tuple(fixed.get(column.role, left / max(labels, 1)) for column in columns)


def _by_unit(consolidation: Consolidation, ledger: Ledger) -> Iterator[list[DraftTable]]:
    """The main figures of each unit, as many indicators a table as a landscape page holds."""
    found = by_unit(consolidation)
    units = _units_in_order(consolidation)
    shown = [one for one in consolidation.programme.indicators if _worth_showing(one, found, units)]
    shown = shown[: _COLUMNS_ACROSS * _TABLES_BY_UNIT]
    if not shown or len(units) < 2:
        return
    tables = -(-len(shown) // _COLUMNS_ACROSS)
    across = -(-len(shown) // tables)  # as many in each, so that no table is left with one column
    yield [
        _unit_table(consolidation, units, shown[at : at + across], ledger, at == 0, at + across >= len(shown))
        for at in range(0, len(shown), across)
    ]


def _units_in_order(consolidation: Consolidation) -> list[str]:
    """The units asked, in the order of the round, then others that reported; none that only lies between levels.

    On the map of another day, the lowest units that have figures there.
    """
    if consolidation.round.view != "reported":
        shown = {one.unit for one in consolidation.rollups if one.amount is not None}
        above = {unit.parent for unit in consolidation.units if unit.id in shown}
        return [
            unit.id for unit in consolidation.units if unit.id in shown - above and unit.id != consolidation.unit.id
        ]
    listed = [line.unit for line in consolidation.coverage]
    reporting = sorted({one.unit for one in consolidation.observations})
    return [unit for unit in dict.fromkeys([*listed, *reporting]) if unit not in ("", consolidation.unit.id)]


def _worth_showing(indicator: Indicator, found: Mapping[tuple[str, str, str], Rollup], units: Sequence[str]) -> bool:
    """Whether two of ``units`` or more have a value: a column of one says nothing that the form does not."""
    if indicator.kind == "text" or indicator.over_units not in _KEPT_TOGETHER:
        return False
    cells = [found.get((unit, indicator.code, "")) for unit in units]
    return sum(one is not None and one.amount is not None for one in cells) >= 2


def _unit_table(
    consolidation: Consolidation,
    units: Sequence[str],
    shown: Sequence[Indicator],
    ledger: Ledger,
    first: bool,
    last: bool,
) -> DraftTable:
    values, sums = by_unit(consolidation), totals(consolidation)
    names = {unit.id: unit.full_name for unit in consolidation.units}
    rows: list[tuple[str, ...]] = []
    figures: list[tuple[int, int, str]] = []
    for number, unit in enumerate(units):
        cells = [values.get((unit, one.code, "")) for one in shown]
        name = names.get(unit, unit)
        rows.append(
            (
                str(number + 1),
                name[:1].upper() + name[1:],
                *(_plain(cell, of) for cell, of in zip(cells, shown, strict=True)),
            )
        )
    whole = [sums.get((one.code, "")) for one in shown]
    codes = {one.code for one in shown}
    every = [*filter(None, whole), *(one for (_, code, _), one in values.items() if code in codes)]
    rows.append(("", "Tổng hợp", *(_total(cell, of) for cell, of in zip(whole, shown, strict=True))))
    for column, cell in enumerate(whole):
        if cell is not None and cell.amount is not None:
            figures.append((len(rows) - 1, column + 2, ledger.add(cell, exact_text(cell, shown[column]))))
    rows.append(("", "Số đơn vị có số liệu", *(_coverage(cell) for cell in whole)))
    return DraftTable(
        label="",
        title="Số liệu chủ yếu theo đơn vị" if first else "",
        caption="",
        header=("TT", "Đơn vị", *(f"{one.name} ({one.unit_word})" if one.unit_word else one.name for one in shown)),
        widths=(0.04, 0.18, *(0.78 / len(shown) for _ in shown)),
        rows=tuple(rows),
        bold_rows=(len(rows) - 2,),
        number_columns=tuple(range(2, 2 + len(shown))),
        centred_columns=(0,),
        figures=tuple(figures),
        landscape=True,
        notes=(*_mark_notes(every), *(_BLANK_NOTE if last else ())),
    )


def _plain(rollup: Rollup | None, indicator: Indicator) -> str:
    return exact_text(rollup, indicator) if rollup is not None and rollup.amount is not None else ""


def _total(rollup: Rollup | None, indicator: Indicator) -> str:
    if rollup is None or rollup.amount is None:
        return "không cộng" if rollup is not None and rollup.refusal else ""
    return exact_text(rollup, indicator)


def _coverage(rollup: Rollup | None) -> str:
    if rollup is None:
        return ""
    return f"{rollup.reported}/{rollup.expected}" if rollup.expected else str(rollup.reported)


def _reporting(consolidation: Consolidation) -> Iterator[list[DraftTable]]:
    """Who was asked, who has reported, and with how many of the indicators."""
    if not consolidation.coverage:
        return
    symbols = {read.file: read.report.letterhead for read in consolidation.reports}
    asked = sum(line.asked for line in consolidation.coverage)
    rows = []
    for number, line in enumerate(consolidation.coverage, 1):
        head = symbols.get(line.file)
        symbol = head.canonical or "" if head else ""
        date = printed_day(line.date) if line.date else ""
        state = "Đã báo cáo" if line.file else "Chưa báo cáo"
        given = f"{line.answered}/{line.indicators}" if line.file and line.indicators else ""
        name = short_body(line.body)
        state = state if line.asked or not asked else "Ngoài danh sách"
        rows.append((str(number), name, state, symbol, date, given))
    reported = sum(bool(line.file) for line in consolidation.coverage if line.asked)
    note = f"Đã báo cáo {reported}/{asked} cơ quan, đơn vị." if asked else ""
    yield [
        DraftTable(
            label="",
            title="Tình hình gửi báo cáo của các cơ quan, đơn vị",
            caption="",
            header=(
                "TT",
                "Cơ quan, đơn vị",
                "Tình hình",
                "Số, ký hiệu",
                "Ngày báo cáo",
                "Chỉ tiêu có số liệu",
            ),
            widths=(0.05, 0.40, 0.15, 0.16, 0.13, 0.11),
            rows=tuple(rows),
            centred_columns=(0, 2, 3, 4, 5),
            notes=(note,) if note else (),
        )
    ]
