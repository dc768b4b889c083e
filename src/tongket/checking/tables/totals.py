"""Tables against themselves and against the text (bảng số liệu, phụ lục)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables, is_open
from tongket.checking.evidence.levels import level_of_label, level_of_report
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table, TableRow
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import folded, key

TABLETOTAL_MISMATCH = Kind(
    name="table-total-mismatch",
    title=N_("Total row does not follow"),
    meaning=N_("The total row or column of a table is not the sum of the rows or columns that it closes."),
    example=(
        "STT\tTên tổ chức\tSố hội viên\n1\tHội Nông dân\t412\n2\tHội Cựu chiến binh\t593\n"
        "3\tHội Liên hiệp Phụ nữ\t900\n\tTổng cộng\t1.950"
    ),
    not_flagged=N_(
        "Columns of percentages, ranks and averages; tables with blank rows of the same level; totals of selected rows."
    ),
    severities=("error",),
    cases={
        "": Case(
            N_("Column '{column}': the rows add up to {sum}, the total row states {total}."),
            N_("Correct the total or the row that is wrong."),
        ),
        "column": Case(
            N_("Row '{label}': the columns add up to {sum}, column '{column}' states {total}."),
            N_("Correct the total or the cell that is wrong."),
        ),
    },
)
KINDS = (TABLETOTAL_MISMATCH,)

_NO_SUM = re.compile(
    r"%|tỷ lệ|tỉ lệ|bình quân|xếp hạng|xếp loại|(?<!\w)hạng(?! mục)|stt|số tt|^tt$|ghi chú"
    r"|(?<!\w)(?<!thời )(?<!địa )(?<!số )điểm(?! (?:trường|dân cư|sạt|du lịch|cầu|bưu điện|lẻ|nóng))"
    r"|^năm$|năm (?:sinh|thành lập|ban hành|công nhận|xây dựng|hoàn thành|đạt|ký|bắt đầu|vào|tốt nghiệp|tuyển)"
)
# What a day or a year brings adds up: 'Thu gom (tấn/ngày)'.
_QUOTIENT = re.compile(
    r"mật độ|năng suất|đơn giá|\([^()]*[^\W\d_]\s?/\s?(?!(?:ngày|tuần|tháng|quý|năm|giờ)(?!\w))[^\W\d_][^()]*\)"
)
_RATE = re.compile(r"tỷ lệ|tỉ lệ|bình quân|xếp hạng|xếp loại|điểm|chỉ số")
ASKS_TWO = re.compile(r"[^\W\d_]\s?/\s?[^\W\d_]")


def check_total_rows(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` where a total row is not the sum of the other rows.

    Not flagged: columns that cannot be added, columns with blank cells, a total row that opens a group of its own.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        totals = [number for number, row in enumerate(table.rows) if TOTAL.match(folded(row.label)) and not row.number]
        last = len(table.rows) - 1
        totals = [number for number in totals if number == last or (number == 0 and not _opens_parts(table, values))]
        wrong = [*_wrong_totals_of_rows(table, values), *_wrong_flows(table, values)]
        slips = {cell.column: true - cell.amount for cell, true in wrong}
        for total in totals:
            others = _addends(table, total)
            for column in sorted({column for row, column in values if row == total}):
                title = table.header[column] if column < len(table.header) else ""
                parts = [values.get((row, column)) for row in others]
                stated = values[total, column]
                if not _can_be_added(title) or len(parts) < 2 or any(part is None for part in parts):
                    continue
                amounts = [part.amount for part in parts if part]
                if stated.unit == "%" or _is_mean(stated.amount, amounts) or _are_years([stated.amount, *amounts]):
                    continue
                added = sum(amounts, Decimal(0))
                if added != stated.amount and stated.amount - added != slips.get(column):
                    facts = {"column": title, "sum": stated.shown(added), "total": stated.shown()}
                    yield Finding("table-total-mismatch", "error", stated.at, "", facts)


def _opens_parts(table: Table, values: Cells) -> bool:
    """Whether the rows below a first row of totals tell some parts of it alone ('Tổng số hộ', 'Hộ nghèo', 'Hộ cận
    nghèo'): in no column do they add up to it or come near.
    """
    rows = _addends(table, 0)
    for column in {column for row, column in values if row == 0}:
        parts = [cell.amount for row in rows if (cell := values.get((row, column)))]
        if abs(sum(parts, Decimal(0)) - values[0, column].amount) * 2 <= values[0, column].amount:
            return False
    return True


def _are_years(amounts: Sequence[Decimal]) -> bool:
    return all(_FIRST_YEAR <= one <= _LAST_YEAR for one in amounts)


_FIRST_YEAR, _LAST_YEAR = 1930, 2100


def _can_be_added(title: str) -> bool:
    """Whether the numbers of a column add up: no rates, ranks, means, quotients ('Mật độ (người/km²)')."""
    said = folded(title)
    return not _NO_SUM.search(said) and not _QUOTIENT.search(said)


def check_total_columns(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` where a row's total column is not the sum of its other columns.

    Not flagged: tables in which no other row adds up so (the column may total something else), rows with blank cells.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        yield from (_total_column(table, stated, added) for stated, added in _wrong_totals_of_rows(table, values))


def _wrong_totals_of_rows(table: Table, values: Cells) -> list[tuple[NumberCell, Decimal]]:
    """The cells of the total column that are not the sum of their row, with that sum: of all other columns, or of those
    that stand before it or behind it, or some of these beside it, whichever most rows add up to. A total row whose own
    cells are wrong is left out.
    """
    columns = sorted({column for _, column in values if column < len(table.header)})
    totals = [column for column in columns if TOTAL.match(folded(table.header[column]))]
    others = [column for column in columns if column not in totals and _can_be_added(table.header[column])]
    if len(totals) != 1:
        return []
    before = [column for column in others if column < totals[0]]
    behind = [column for column in others if column > totals[0]]
    beside = (before[-count:] for count in range(len(before) - 1, 1, -1))
    for parts in (others, before, behind, *(behind[:count] for count in range(2, len(behind))), *beside):
        wrong, right = _sums_of_rows(table, values, totals[0], parts)
        if right > len(wrong):
            return wrong
    return []


def _sums_of_rows(
    table: Table, values: Cells, total: int, others: Sequence[int]
) -> tuple[list[tuple[NumberCell, Decimal]], int]:
    """The wrong totals over the columns ``others``, and how many rows add up."""
    wrong: list[tuple[NumberCell, Decimal]] = []
    right = 0
    for row in range(len(table.rows)) if len(others) > 1 else ():
        stated, parts = values.get((row, total)), [values.get((row, column)) for column in others]
        filled = [part.amount for part in parts if part]
        rated = "%" in table.rows[row].label or _RATE.search(folded(table.rows[row].label))
        if stated is None or rated or len(filled) < 2 or len({part.unit for part in parts if part}) != 1:
            continue
        added = sum(filled, Decimal(0))
        right += added == stated.amount
        if added != stated.amount and len(filled) == len(others) and not _has_wrong_parts(table, values, row, others):
            wrong.append((stated, added))
    return wrong, right


def _has_wrong_parts(table: Table, values: Cells, row: int, others: Sequence[int]) -> bool:
    """Whether a cell of the total row is itself not the sum of its column: the slip is there."""
    if not TOTAL.match(folded(table.rows[row].label)):
        return False
    rows = _addends(table, row)
    sums = [sum((cell.amount for one in rows if (cell := values.get((one, column)))), Decimal(0)) for column in others]
    return any(added != values[row, column].amount for added, column in zip(sums, others, strict=True))


_AT_FIRST = re.compile(r"đầu (?:năm|kỳ|nhiệm kỳ|tháng|quý)|năm trước chuyển sang|kỳ trước chuyển")
_AT_LAST = re.compile(r"cuối (?:năm|kỳ|nhiệm kỳ|tháng|quý)|hiện còn|còn lại|chuyển (?:kỳ|năm) sau")
_LEAVES = re.compile(r"thoát|giảm|ra khỏi|giải quyết|chết|xuất|chuyển đi|đã trả|giải thể")
_ENTERS = re.compile(r"phát sinh|tăng|mới|tái|nhập|kết nạp|chuyển đến|tiếp nhận|thành lập")


def check_flows(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` where what there was, what came and what left do not make what there is at the end
    ('Đầu năm', 'Thoát nghèo', 'Phát sinh', 'Cuối năm').

    Not flagged: tables of which not most rows follow, or with columns between that neither come nor leave.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        yield from (_total_column(table, stated, left) for stated, left in _wrong_flows(table, values))


def _wrong_flows(table: Table, values: Cells) -> list[tuple[NumberCell, Decimal]]:
    """The last cells of the rows that do not follow from the others, with what follows."""
    columns = sorted({column for _, column in values if column < len(table.header)})
    titles = [folded(table.header[column]) for column in columns]
    if len(columns) < 3 or not _AT_FIRST.search(titles[0]) or not _AT_LAST.search(titles[-1]):
        return []
    signs = [-1 if _LEAVES.search(title) else 1 if _ENTERS.search(title) else 0 for title in titles[1:-1]]
    wrong: list[tuple[NumberCell, Decimal]] = []
    right = 0
    for row in range(len(table.rows)) if all(signs) else ():
        cells = [values.get((row, column)) for column in columns]
        held = [cell for cell in cells if cell]
        if len(held) == len(columns):
            moved = [sign * cell.amount for sign, cell in zip(signs, held[1:-1], strict=True)]
            left = held[0].amount + sum(moved, Decimal(0))
            right += left == held[-1].amount
            if left != held[-1].amount:
                wrong.append((held[-1], left))
    return wrong if right > len(wrong) else []


def _total_column(table: Table, stated: NumberCell, added: Decimal) -> Finding:
    facts = {"label": table.rows[stated.row].label, "column": table.header[stated.column]}
    facts.update(sum=stated.shown(added), total=stated.shown())
    return Finding("table-total-mismatch", "error", stated.at, "column", facts)


def _is_mean(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether a total with decimals lies among its parts, as a rate or a mean of them does."""
    return total != total.to_integral_value() and min(parts) <= total <= max(parts)


def _addends(table: Table, total: int) -> list[int]:
    """The rows that the total row adds: those of the highest level, without other totals and headings."""
    rows = [number for number in range(len(table.rows)) if number != total and table.rows[number].label]
    rows = [number for number in rows if not TOTAL.match(folded(table.rows[number].label))]
    if not rows:
        return []
    top = min(table.rows[number].level for number in rows)
    return [number for number in rows if table.rows[number].level == top]


def check_rows_below(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the rows below a row add up to more than it states, or a 'tổng số' to less.

    Where the rows below another row of that level, or of that row in another column, add up to what it states, less is
    wrong as well. Not flagged: rows below that begin with 'trong đó'; groups with blank cells of the report's own
    level, unless a total of people is left unexplained; pairs of numbers under one label; percentages, ranks and means.
    """
    own = level_of_report(report)
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        columns = defaultdict(list)
        for row, column in sorted(values):
            columns[row].append(column)
        groups = [
            group
            for number in columns
            for children in [_own_children(table, number, own)]
            for column in columns[number]
            if (group := _group(table, values, number, children, column)) is not None
        ]
        exact = {(table.rows[one.number].level, one.column) for one in groups if one.complete and not one.off}
        whole = {one.number for one in groups if one.complete and not one.off and len(one.parts) > 1}
        for one in groups:
            usual = (table.rows[one.number].level, one.column) in exact or one.number in whole
            yield from _check_group(table, values[one.number, one.column], one, usual=usual)


@dataclass(frozen=True, slots=True)
class _Group:
    """A row, the filled cells of the rows below it in one column, and by how much they pass what it states."""

    number: int
    column: int
    parts: tuple[NumberCell, ...]
    off: Decimal
    complete: bool  # no cell below is blank


def _own_children(table: Table, number: int, own: UnitKind | None) -> list[int]:
    """The rows below that a row may add: of the report's level, each of one number; none below 'trong đó'."""
    mine = [
        row
        for row in _children(table, number)
        if is_own_row(table.rows[row], own) and not ASKS_TWO.search(without_brackets(table.rows[row].label))
    ]
    if len(mine) < 2 or any(folded(table.rows[row].label).startswith("trong đó") for row in mine):
        return []
    return mine


def _group(table: Table, values: Cells, number: int, children: Sequence[int], column: int) -> _Group | None:
    stated = values[number, column]
    title = table.header[column] if column < len(table.header) else ""
    parts = tuple(part for row in children if (part := values.get((row, column))))
    if not parts or stated.unit == "%" or "%" in title or _RATE.search(folded(title)):
        return None
    added = sum((part.amount for part in parts), Decimal(0))
    return _Group(number, column, parts, added - stated.amount, len(parts) == len(children))


def _check_group(table: Table, stated: NumberCell, group: _Group, *, usual: bool) -> Iterator[Finding]:
    label = table.rows[group.number].label
    more = group.off > 0 and len(group.parts) > 1
    less = group.complete and group.off != 0 and (folded(label).startswith("tổng") or usual)
    if not more and not less:
        return
    facts = {
        "sum": stated.shown(stated.amount + group.off),
        "parts": " + ".join(part.shown() for part in group.parts),
        "label": label,
        "total": stated.shown(),
    }
    related = tuple(part.at for part in group.parts)
    yield Finding("sum-mismatch", "error", stated.at, "rows", facts, related)


def _children(table: Table, number: int) -> list[int]:
    """Rows directly below ``number``: the next level down, until a row of its own level or higher."""
    level = table.rows[number].level
    below = []
    for other in range(number + 1, len(table.rows)):
        if table.rows[other].level <= level:
            break
        below.append(other)
    if not below:
        return []
    first = min(table.rows[other].level for other in below)
    return [other for other in below if table.rows[other].level == first]


def is_own_row(row: TableRow, own: UnitKind | None) -> bool:
    """Whether a row is of the report's level, or of none."""
    levels = _levels(row)
    return not levels or own is None or levels[-1] == own


def check_blank_rows(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for blank cells of the report's own level, numbers in the row of another level, and rows
    that ask for two numbers and have one.

    Not flagged: rows and columns of other levels; headings; totals that add some columns only; tables that are mostly
    blank (a form not yet filled in).
    """
    own = level_of_report(report)
    filled: list[set[tuple[int, int]]] = [set() for _ in report.tables]
    for one in report.figures:
        if one.table is not None and one.row is not None and one.column is not None:
            filled[one.table].add((one.row, one.column))
    for table, values, here in zip(report.tables, cells_of_tables(report), filled, strict=True):
        columns = _value_columns(table, here, own)
        if not columns:
            continue
        answers = _Answers(table, here, values, own)
        for number in range(len(table.rows)):
            children = _children(table, number)
            if TOTAL.match(folded(table.rows[number].label)) and any((number, column) in here for column in columns):
                continue  # it adds what can be added
            for column in columns:
                if not any(cell.column == column and is_open(cell.text) for cell in table.rows[number].cells):
                    yield from _check_blank(answers, number, children, column)


class _Answers:
    """What a table's rows answer, looked up by label and by the rows above."""

    def __init__(self, table: Table, filled: set[tuple[int, int]], values: Cells, own: UnitKind | None) -> None:
        self.table, self.filled, self.values, self.own = table, filled, values, own
        self.has_zero = any(value.amount == 0 for value in values.values())
        self._answered = {(table.rows[row].path[:-1], column) for row, column in filled}
        self._own_rows: dict[tuple[str, tuple[str, ...]], int] = {}
        for number, row in enumerate(table.rows):
            if own and _levels(row)[-1:] == [own]:
                self._own_rows.setdefault((key(row.label), row.path[:1]), number)

    def own_twin(self, number: int) -> int | None:
        """The row of the report's own level that asks the same as row ``number`` asks of another level."""
        row = self.table.rows[number]
        return self._own_rows.get((key(row.label), row.path[:1]))

    def is_answered_beside(self, number: int, column: int) -> bool:
        """Whether a row under the same one is filled in."""
        return (self.table.rows[number].path[:-1], column) in self._answered


def _levels(row: TableRow) -> list[UnitKind]:
    return [level for label in (*row.path, row.label) if (level := level_of_label(label))]


def _value_columns(table: Table, filled: set[tuple[int, int]], own: UnitKind | None) -> list[int]:
    columns = sorted({column for _, column in filled})
    levels = {column: level_of_label(table.header[column]) for column in columns if column < len(table.header)}
    return [column for column in columns if levels.get(column) in (None, own)]


def _check_blank(answers: _Answers, number: int, children: Sequence[int], column: int) -> Iterator[Finding]:
    row, own, filled = answers.table.rows[number], answers.own, answers.filled
    label = row.label.strip()
    at = Span(row.label_start, row.label_end) if row.label_end > row.label_start else Span(row.start, row.end)
    if (number, column) in filled:
        value = answers.values.get((number, column))
        if value is None:
            return
        if not is_own_row(row, own) and own:
            twin = answers.own_twin(number)
            if twin is not None and (twin, column) not in filled:
                facts = {
                    "value": value.shown(),
                    "label": _of_path(row),
                    "own": _of_path(answers.table.rows[twin]),
                }
                yield Finding("incomplete", "warning", value.at, "level", facts)
        elif ASKS_TWO.search(without_brackets(label)):
            yield Finding("incomplete", "info", value.at, "pair", {"label": label, "value": value.shown()})
        return
    if len(filled) < 3 or not label or not _is_blank(row, column) or not is_own_row(row, own):
        return
    if _LEADS_ON.fullmatch(folded(label)):
        return
    header = answers.table.header
    if TOTAL.match(folded(label)) and column < len(header) and not _can_be_added(header[column]):
        return  # the total of ranks or rates
    if children:
        below = [child for child in children if (child, column) in filled]
        if not below or not folded(label).startswith("tổng số"):
            return
    elif not answers.has_zero and not answers.is_answered_beside(number, column):
        return
    yield Finding("incomplete", "warning", at, "blank", {"label": label})


_LEADS_ON = re.compile(r"(?:trong đó|(?:bao )?gồm(?: có)?|chia ra|cụ thể|chi tiết)\s?:?")  # to the rows below


def _of_path(row: TableRow) -> str:
    named = [label for label in (*row.path, row.label) if level_of_label(label)]
    return named[-1] if named else row.label


def _is_blank(row: TableRow, column: int) -> bool:
    cell = next((cell for cell in row.cells if cell.column <= column < cell.column + cell.columns), None)
    return cell is None or not cell.text.strip(" \t.…_")  # a dash says that there was none


def without_brackets(label: str) -> str:
    """A label without what it adds in brackets."""
    return re.sub(r"\([^()]*\)", "", label)
