"""Total rows and total columns of tables (dòng tổng, cột tổng)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables
from tongket.checking.kinds import Case, Kind
from tongket.checking.tables.columns_added import wrong_added_columns
from tongket.checking.tables.rows import can_be_added, is_of_rates
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.reports import Report, Table, TableRow
from tongket.vietnamese.numbers import without_share
from tongket.vietnamese.unicode import folded

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
        "cell": Case(
            N_("Row '{label}', column '{column}' states {amount}; the sums of its row and of its column ask {right}."),
            N_("Correct the cell."),
        ),
    },
)
KINDS = (TABLETOTAL_MISMATCH,)


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """A cell, and the cells of its column that it is to be the sum of."""

    stated: NumberCell
    parts: tuple[NumberCell, ...]

    @property
    def added(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.amount for part in self.parts), Decimal(0))

    @property
    def off(self) -> Decimal:
        """By how much the parts pass what is stated."""
        return self.added - self.stated.amount


def wrong_total_rows(table: Table, values: Cells) -> Iterator[ColumnSum]:
    """The cells of a total row that are not the sum of the other rows.

    Left out: columns that cannot be added, columns with blank cells, a total row that opens a group of its own, a
    column that is off by what the total column of another row is.
    """
    wrong = [*wrong_total_columns(table, values), *_wrong_flows(table, values)]
    slips = {cell.column: true - cell.amount for cell, true in wrong}
    for total, rows in _totals(table, values):
        others = _addends(table, total, rows)
        for column in sorted({column for row, column in values if row == total}):
            title = _title(table, rows, column)
            parts = tuple(part for row in others if (part := values.get((row, column))))
            one = ColumnSum(values[total, column], parts)
            if not can_be_added(title) or len(others) < 2 or len(parts) < len(others) or _is_no_sum(one):
                continue
            if one.off and -one.off != slips.get(column):
                yield one


def _is_total(row: TableRow) -> bool:
    return TOTAL.match(folded(row.label)) is not None and not row.number


def _totals(table: Table, values: Cells) -> Iterator[tuple[int, range]]:
    """The rows of totals, each with the rows that it stands below, or above; lines of words behind it, as a source or
    the title and head of another table, end these.
    """
    numbered = {row for row, _ in values}
    first, count = 0, len(table.rows)
    for number, row in enumerate(table.rows):
        if number == first == 0 and _is_total(row) and not _opens_parts(table, values):
            yield number, range(count)
        if not _is_total(row) or number not in numbered or (number + 1 < count and number + 1 in numbered):
            continue
        rows = range(first, number + 1)
        if number and (not first or not any(_is_total(table.rows[one]) for one in rows[:-1])):
            yield number, rows
        first = next((one for one in range(number + 1, count) if one in numbered), count)


def _title(table: Table, rows: range, column: int) -> str:
    """The head of a column: of rows with a head of their own, the line before the first."""
    if rows.start:
        own = next((cell.text for cell in table.rows[rows.start - 1].cells if cell.column == column), "")
        if own:
            return own
    return table.header[column] if column < len(table.header) else ""


def _is_no_sum(one: ColumnSum) -> bool:
    amounts = [part.amount for part in one.parts]
    return one.stated.unit == "%" or _is_mean(one.stated.amount, amounts) or _are_years([one.stated.amount, *amounts])


def total_row(table: Table, one: ColumnSum) -> Finding:
    """What is told of a cell of a total row."""
    column = one.stated.column
    title = table.header[column] if column < len(table.header) else ""
    facts = {"column": title or str(column + 1), "sum": one.stated.shown(one.added), "total": one.stated.shown()}
    return Finding("table-total-mismatch", "error", one.stated.at, "", facts)


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


def wrong_total_columns(table: Table, values: Cells) -> list[tuple[NumberCell, Decimal]]:
    """The cells of the total column that are not the sum of their row, with that sum: of all other columns, or of those
    that stand before it or behind it, or some of these beside it, whichever most rows add up to. A total row whose own
    cells are wrong is left out.

    None where no columns are summed so by most rows (the column may total something else); rows with blank cells.
    """
    columns = sorted({column for _, column in values if column < len(table.header)})
    totals = [column for column in columns if TOTAL.match(folded(table.header[column]))]
    others = [column for column in columns if column not in totals and can_be_added(table.header[column])]
    if len(totals) != 1:
        return _of_added_columns(table, values)
    before = [column for column in others if column < totals[0]]
    behind = [column for column in others if column > totals[0]]
    beside = (before[-count:] for count in range(len(before) - 1, 1, -1))
    for parts in (others, before, behind, *(behind[:count] for count in range(2, len(behind))), *beside):
        wrong, right = _sums_of_rows(table, values, totals[0], parts)
        wrong = _without_what_follows(table, wrong)
        if right > len(wrong):
            return wrong
    return _of_added_columns(table, values)


def _of_added_columns(table: Table, values: Cells) -> list[tuple[NumberCell, Decimal]]:
    """The wrong sums of columns that only the rows show, but for a total row of which another cell is wrong itself."""
    wrong = [
        (cell, true)
        for cell, true in wrong_added_columns(table, values)
        if not _has_wrong_parts(table, values, cell.row, _others_of(values, cell))
    ]
    return _without_what_follows(table, wrong)


def _others_of(values: Cells, cell: NumberCell) -> list[int]:
    return [column for row, column in values if row == cell.row and column != cell.column]


def _without_what_follows(table: Table, wrong: list[tuple[NumberCell, Decimal]]) -> list[tuple[NumberCell, Decimal]]:
    """Without the total row that is off by what the other rows are off together: it adds them up as they stand."""
    others = [(cell, true) for cell, true in wrong if not _is_total(table.rows[cell.row])]
    closing = [(cell, true) for cell, true in wrong if _is_total(table.rows[cell.row])]
    off = sum((true - cell.amount for cell, true in others), Decimal(0))
    return others if others and len(closing) == 1 and closing[0][1] - closing[0][0].amount == off else wrong


def _sums_of_rows(
    table: Table, values: Cells, total: int, others: Sequence[int]
) -> tuple[list[tuple[NumberCell, Decimal]], int]:
    """The wrong totals over the columns ``others``, and how many rows add up."""
    wrong: list[tuple[NumberCell, Decimal]] = []
    right = 0
    for row in range(len(table.rows)) if len(others) > 1 else ():
        stated, parts = values.get((row, total)), [values.get((row, column)) for column in others]
        filled = [part.amount for part in parts if part]
        label = without_share(table.rows[row].label)
        rated = "%" in label or is_of_rates(label)
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
        yield from (total_column(table, stated, left) for stated, left in _wrong_flows(table, values))


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


def total_column(table: Table, stated: NumberCell, added: Decimal) -> Finding:
    """What is told of a cell of the total column, or of the last of a flow."""
    facts = {"label": table.rows[stated.row].label, "column": table.header[stated.column] or str(stated.column + 1)}
    facts.update(sum=stated.shown(added), total=stated.shown())
    return Finding("table-total-mismatch", "error", stated.at, "column", facts)


def _is_mean(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether a total with decimals lies among its parts, as a rate or a mean of them does."""
    return total != total.to_integral_value() and min(parts) <= total <= max(parts)


def _addends(table: Table, total: int, within: range | None = None) -> list[int]:
    """The rows that the total row adds: those of the highest level, without other totals and headings."""
    within = within or range(len(table.rows))
    rows = [number for number in within if number != total and table.rows[number].label]
    rows = [number for number in rows if not TOTAL.match(folded(table.rows[number].label))]
    if not rows:
        return []
    top = min(table.rows[number].level for number in rows)
    return [number for number in rows if table.rows[number].level == top]
