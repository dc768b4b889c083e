"""The appendices: the programme's own forms filled with totals, the figures by unit, and who has reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.model.consolidations import Consolidation
from tongket.model.drafts import DraftTable
from tongket.model.observations import Rollup
from tongket.model.programmes import Form, FormColumn, FormRow, Indicator
from tongket.programmes.values import is_unit_column, row_units
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key
from tongket.writing.answers import answered_in_words, answers_tables
from tongket.writing.coverage import expected_words
from tongket.writing.exact_texts import exact_text, mark_notes
from tongket.writing.issued import issued_documents
from tongket.writing.ledger import Ledger, totals
from tongket.writing.numerals import roman
from tongket.writing.sums import unequal_sums
from tongket.writing.unit_tables import table_of_reporting, tables_by_unit

NOT_ADDED = "xem từng đơn vị"
_DOCUMENTS_IN_NOTES = 12  # more are listed in an appendix too


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
        *tables_by_unit(consolidation, ledger),
        *table_of_reporting(consolidation),
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


def coverage_notes(consolidation: Consolidation, rollups: Sequence[Rollup]) -> Iterator[str]:
    """What a reader of the table must know of whose figures it holds."""
    yield from mark_notes(rollups)
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


def _widths(columns: Sequence[FormColumn]) -> tuple[float, ...]:
    """Shares of the width: a narrow ordinal, equal values, the rest for the label."""
    values = sum(column.role == "value" for column in columns)
    value = min(0.16, 0.74 / max(values, 1))
    fixed = {"ordinal": 0.07, "value": value, "note": 0.14}
    labels = sum(column.role == "label" for column in columns)
    left = 1 - sum(fixed.get(column.role, 0) for column in columns)
    return tuple(fixed.get(column.role, left / max(labels, 1)) for column in columns)
