"""Numbers of the text that are those of a table but for the order of their digits, beside a total that agrees, or
said of a row in the words of the title.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise, takewhile
from operator import attrgetter
from typing import NamedTuple

from tongket.checking.evidence.cells import NumberCell, cells_of_tables
from tongket.checking.evidence.near_numbers import counts_alike, prose_of
from tongket.checking.evidence.numbers import is_earlier, single
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded, key

_LEAST_DIGITS = 3
_MOST_ALIKE = 50  # cells with the digits of a number in another order
_NEAR, _FAR = 250, 1000  # letters before a number and behind it that may name a row
_POINTS = re.compile(r"\((?:[^()\n]{0,40}\s)?(?:[Pp]hụ lục|[Bb]iểu|[Bb]ảng)|theo (?:[Pp]hụ lục|[Bb]iểu)")
_TOTAL = re.compile(r"^(?:tổng cộng|cộng|tổng số|tổng|toàn (?:tỉnh|huyện|xã))\b")
_BARE_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng|toàn \w+)\W*")
_SUM = frozenset((key("tổng"),))  # with which a row may begin that is no total: 'Tổng số đảng viên'
_PLAIN = frozenset(key(word) for word in ("các", "của", "và", "về", "cấp", "số", "lượng", "cộng"))


def check_slips_against_tables(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a number of the text has the digits of a cell in another order, and its
    clause names the row or column of that cell, or points to the appendix.

    Not flagged: numbers that a table holds as well; cells whose number the text states elsewhere; hedges, targets.
    """
    tables = cells_of_tables(report)
    if not any(tables):
        return
    held = {_digits(cell.amount) for cells in tables for cell in cells.values()}
    told = {_digits(amount) for one in report.figures if not one.in_table and (amount := single(one.base_value))}
    alike: dict[str, list[tuple[Table, NumberCell]]] = defaultdict(list)
    for table, cells in zip(report.tables, tables, strict=True):
        for cell in cells.values():
            if (digits := _digits(cell.amount)) not in told:
                alike["".join(sorted(digits))].append((table, cell))
    for one in _plain_figures(report):
        digits = _digits(single(one.base_value) or Decimal(0))
        if len(digits) < _LEAST_DIGITS or digits in held or is_earlier(report.text, one):
            continue
        turned = alike.get("".join(sorted(digits)), [])
        near = [
            (table, cell)
            for table, cell in (turned if len(turned) <= _MOST_ALIKE else ())  # of so many some have a word of any text
            if _differ_little(digits, _digits(cell.amount))
            and (
                (digits[0] == _digits(cell.amount)[0] and _is_named(report.text, one, table, cell))
                or _tells_row(report, one, cell)
            )
        ]
        if len(near) == 1:
            yield _finding(one, *near[0])


def check_beside_totals(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text gives a table's total right and, right after it, another number
    than the cell that is called the same: '412 mô hình, cấp tỉnh 38 mô hình' of a total row with 35 under 'Cấp tỉnh'.

    Not flagged: totals that stand in two tables; labels that are no column or row of the table.
    """
    tables = cells_of_tables(report)
    totals: dict[Decimal, list[tuple[Table, list[NumberCell], NumberCell]]] = defaultdict(list)
    for table, cells in zip(report.tables, tables, strict=True):
        rows: dict[int, list[NumberCell]] = defaultdict(list)
        for cell in cells.values():
            rows[cell.row].append(cell)
        for cell in cells.values():
            if cell.amount >= 100 and _TOTAL.match(folded(table.rows[cell.row].label)):
                totals[cell.amount].append((table, rows[cell.row], cell))
    if not totals:
        return
    figures = list(_plain_figures(report))
    for one, other in pairwise(figures):
        found = totals.get(single(one.base_value) or Decimal(0), [])
        joint = report.text[one.end : other.start]
        alike = one.unit == other.unit or (one.unit and other.unit and counts_alike(one, other))
        if len(found) != 1 or not alike or len(joint) > 60 or ";" in joint or "\n" in joint:
            continue
        table, beside, _ = found[0]
        label = key(_OF_WHICH.sub("", joint.rpartition(",")[2]))
        same = [cell for cell in beside if _title(table, cell.column) == label]
        if label and len(same) == 1 and single(other.base_value) != same[0].amount:
            yield _finding(other, table, same[0])


_OF_WHICH = re.compile(r"^\s*(?:trong đó|gồm|có)(?: có)?\s")
_SAYS = re.compile(r"\s+(?:(?:đã|hiện|hiện nay|cũng|chỉ|mới)\s)?(?:có|là|với)\s+$|\s*[:(]\s*(?:có\s+)?$")
_PHRASE = re.compile(r"[^.,;:()\d\n]{0,60}(?=[.,;()\n]|$)")
_SCOPE = re.compile(r"[(,;:]|(?<!\w)(?:của|tại|trên địa bàn|trong|năm|tháng|quý|giai đoạn|theo|đến|tính đến|từ)(?!\w)")
_FORMAL = frozenset(
    key(word)
    for words in (
        "kết quả tình hình danh sách tổng hợp số liệu lượng biểu bảng thống kê chi tiết",
        "thực hiện thi hành xử lý các đã được có phải",
    )
    for word in words.split()
)  # words of a title that do not tell what is counted
_LEAST_LABEL = 3  # words of a label that names one thing wherever it stands


def check_rows_of_titles(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text says of a row what the title of its table counts, and not the
    row's own total: 'Đảng bộ xã A có 08 đảng viên bị kỷ luật' of a table 'Đảng viên bị thi hành kỷ luật' with 5 there.

    Not flagged: numbers that the row holds in any column; what says more or less than the title; labels of fewer than
    three words or of several rows; tables without a column of totals.
    """
    told: dict[str, list[_RowTotal]] = defaultdict(list)
    for row in _totals_of_rows(report):
        told[row.label[-_LABEL_END:]].append(row)
    if not told:
        return
    for one in _plain_figures(report):
        before = report.text[max(one.start - _NEAR, 0) : one.start]
        says = _SAYS.search(before)
        if says is None or one.period or is_earlier(report.text, one):
            continue
        name = before[: says.start()]
        after = _PHRASE.match(report.text, one.end)
        counted = _words(f"{one.unit} {after[0]}") if after else frozenset()
        for row in told.get(name[-_LABEL_END:], ()):
            same = len(counted) > 1 and row.title <= counted <= row.title | _FORMAL
            if same and name.endswith(row.label) and single(one.base_value) not in row.held:
                yield _finding(one, row.table, row.total)


_LABEL_END = 12  # letters by which rows are looked up


class _RowTotal(NamedTuple):
    """A row that one label names: the words of its table's title, its numbers and its total."""

    label: str
    table: Table
    title: frozenset[str]
    held: frozenset[Decimal]
    total: NumberCell


def _totals_of_rows(report: Report) -> Iterator[_RowTotal]:
    titles = {one.label: one.title for one in report.appendices}
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        title = _words(_SCOPE.split(folded(table.title or titles.get(table.appendix or "") or ""))[0]) - _FORMAL
        columns = [index for index, name in enumerate(table.header) if _TOTAL.fullmatch(folded(name))]
        if len(columns) != 1 or not title:
            continue
        counts = Counter(row.label for row in table.rows)
        held: dict[int, set[Decimal]] = defaultdict(set)
        for cell in cells.values():
            held[cell.row].add(cell.amount)
        for number, label in enumerate(row.label for row in table.rows):
            if len(label.split()) >= _LEAST_LABEL and counts[label] == 1 and (number, columns[0]) in cells:
                yield _RowTotal(label, table, title, frozenset(held[number]), cells[number, columns[0]])


def _finding(one: Figure, table: Table, cell: NumberCell) -> Finding:
    label = table.rows[cell.row].label or _title(table, cell.column)
    facts = {"text": one.text, "table": cell.shown(), "label": label}
    return Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (cell.at,))


def _plain_figures(report: Report) -> Iterator[Figure]:
    for one in report.figures:
        if not (one.in_table or one.qualifier or one.change or one.target) and single(one.base_value) is not None:
            yield one


def _title(table: Table, column: int) -> str:
    return key(table.header[column]) if column < len(table.header) else ""


def _digits(amount: Decimal) -> str:
    """The digits that tell a number, whatever its unit is a multiple of: 486.200.000.000 and 486,2 are '4862'."""
    return "".join(str(digit) for digit in amount.as_tuple().digits).strip("0")


def _differ_little(one: str, other: str) -> bool:
    """Whether two or three digits that stand together have changed places."""
    if len(one) != len(other):
        return False
    apart = [index for index, (mine, yours) in enumerate(zip(one, other, strict=True)) if mine != yours]
    return 2 <= len(apart) <= 3 and apart[-1] - apart[0] == len(apart) - 1


def _is_named(text: str, one: Figure, table: Table, cell: NumberCell) -> bool:
    """Whether the sentence names the row or the column of a cell, or points to an appendix for a total."""
    low = max(one.start - _NEAR, 0)
    start = max(text.rfind("\n", low, one.start) + 1, text.rfind(". ", low, one.start) + 1, one.start - _NEAR + 1)
    said = _words(text[start : one.start]) | _words(text[one.start : max(min(one.clause_end, one.end + _FAR), one.end)])
    row, column = _words(table.rows[cell.row].label) - _SUM, _words(_title(table, cell.column))
    total = _BARE_TOTAL.fullmatch(folded(table.rows[cell.row].label)) is not None
    if row and row <= said and not total:
        return True
    points = _POINTS.search(text, one.end, one.end + 60) is not None
    return (len(column) >= 2 and column <= said and one.unit != "%") or (points and (total or bool(row & said)))


def _tells_row(report: Report, one: Figure, cell: NumberCell) -> bool:
    """Whether the sentence gives two other numbers of the cell's row: 'góp 186,4 tỷ đồng, 314.500 ngày công;
    hiến 142.600 m2' of a row with 168,4, 314.500 and 142.600.
    """
    if cell.figure.base_unit not in ("", one.base_unit) or cell.figure.table is None:
        return False
    cells = cells_of_tables(report)[cell.figure.table]
    beside = {each.amount for each in cells.values() if each.row == cell.row} - {cell.amount}
    low, high = line_start(report.text, one.start, _NEAR - 1), line_end(report.text, one.end, _NEAR)
    figures = prose_of(report)
    first = bisect_left(figures, low, key=attrgetter("start"))
    near = takewhile(lambda each: each.start < one.start + _NEAR and each.end <= high, islice(figures, first, None))
    told = (single(each.base_value) for each in near)
    return len({amount for amount in told if amount in beside and len(_digits(amount)) >= _LEAST_DIGITS}) > 1


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", key(text)) if not word.isdigit() and word not in _PLAIN)
