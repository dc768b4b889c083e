"""Numbers of sentences that point to a table and name one of its rows (lời văn dẫn chiếu biểu, phụ lục).

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.numbers import is_earlier, is_hedged, single
from tongket.checking.evidence.told import is_near_miss
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table, TableRow
from tongket.vietnamese.unicode import folded, key

_POINTS = re.compile(
    r"(?<!\w)(?:[Pp]hụ lục|[Bb]iểu|[Bb]ảng|[Pp]hụ biểu)"
    r"(?! (?:tượng|hiện|dương|quyết|diễn|lộ|mẫu|bì|đen|tin|điện))(?!\w)"
)
_NEAR = 260  # letters to either side of a number, in which the sentence points to a table
_LEAD = 70  # letters before a number in which the row is named
_LEAST_LABEL = 5  # letters of a label that names one thing
_ENDS = re.compile(r"[.!?](?=\s)|\n")


def check_pointed_rows(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a sentence that points to a table gives a row another number by a slip:
    'Khu dân cư Tông Cọ đóng góp 14,0 triệu đồng (xem phụ lục)' of a row with 10,4.

    Not flagged: numbers that the row holds in any column, or far from it; labels of several rows; hedges and targets.
    """
    if not report.tables:
        return
    rows: dict[str, list[list[NumberCell]]] = defaultdict(list)
    names: dict[str, str] = {}
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        by_row: dict[int, list[NumberCell]] = defaultdict(list)
        for cell in cells.values():
            by_row[cell.row].append(cell)
        for number, held in by_row.items():
            label = table.rows[number].label
            if len(label) >= _LEAST_LABEL and not TOTAL.match(folded(label)):
                rows[key(label)].append(held)
                names[key(label)] = label
    for one in report.figures:
        amount = single(one.base_value)
        plain = not (one.in_table or one.qualifier or one.change or one.target or one.unit == "%")
        if plain and amount and rows and _points(report.text, one) and not is_earlier(report.text, one):
            yield from _check_row(report.text, one, amount, rows, names)


def _points(text: str, one: Figure) -> bool:
    """Whether the sentence of a number points to a table."""
    low, high = max(one.start - _NEAR, 0), one.end + _NEAR
    if all(text.find(word, low, high) < 0 for word in ("hụ lục", "iểu", "ảng")):
        return False
    starts = [found.end() for found in _ENDS.finditer(text, low, one.start)]
    end = _ENDS.search(text, one.end, high)
    return _POINTS.search(text, starts[-1] if starts else low, end.start() if end else high) is not None


def _check_row(
    text: str, one: Figure, amount: Decimal, rows: dict[str, list[list[NumberCell]]], names: dict[str, str]
) -> Iterator[Finding]:
    lead = key(re.split(r"[,;:.()\n]", text[max(one.start - _LEAD, 0) : one.start])[-1])
    words = lead.split()
    spans = ((low, high) for low in range(len(words)) for high in range(len(words), low, -1))
    label = max((name for low, high in spans if (name := " ".join(words[low:high])) in rows), key=len, default="")
    if not label:
        return
    held = rows[label]
    if len(held) != 1 or any(cell.amount == amount for cell in held[0]):
        return
    cells = [cell for cell in held[0] if _is_of_unit(cell, one) and _is_slip(one, amount, cell)]
    if len(cells) == 1:
        facts = {"text": one.text, "table": cells[0].shown(), "label": names[label]}
        yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (cells[0].at,))


def _is_slip(one: Figure, amount: Decimal, cell: NumberCell) -> bool:
    """Whether a number has the digits of a cell in another order, or is it but for one slip of the pen."""
    value = single(cell.figure.value)
    if not value or not cell.amount:
        return False
    scaled = amount * value / cell.amount
    decimals = max(one.decimals if one.unit == cell.figure.unit else 0, cell.figure.decimals)
    mine, its = f"{round(scaled, decimals):f}", f"{round(value, decimals):f}"
    return is_near_miss(scaled, value, decimals) or (len(mine) == len(its) and sorted(mine) == sorted(its))


def _is_of_unit(cell: NumberCell, one: Figure) -> bool:
    """Whether a cell counts in the unit of a number."""
    first, second = cell.figure.base_unit, one.base_unit
    per = "/" in cell.figure.unit
    return bool(first) and not per and (first == second or {first, second} <= _PUPILS)


_PUPILS = frozenset(("em", "học sinh", "trẻ", "trẻ em", "cháu"))


_NUMBER = r"(?P<number>\d{1,2}|[IVX]+)(?!\w)"
_HEADED = re.compile(r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu|BẢNG|Bảng)(?:\s+(?:SỐ|[Ss]ố))?\s*:?\s*" + _NUMBER)
_SENT_TO = re.compile(
    r"(?P<joint>[^.;\n]{0,110}?)\((?:[^()\n\d]{0,30}\s)?(?:[Pp]hụ lục|[Pp]hụ biểu|[Bb]iểu|[Bb]ảng)(?: số)? "
    + _NUMBER
    + r"(?: kèm theo| đính kèm)?\)"
)
_DIGIT = re.compile(r"\d")
_ABOVE = 260  # letters above a table in which it is numbered and named
_FIFTH = 5  # a total that is off by no more than that part is meant for the number


def check_pointed_totals(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a number that sends the reader to an appendix by its number is not the
    total there: 'cử 64 quần chúng đi học (phụ lục 1)' of a table 'Quần chúng học lớp ...' with a total of 62; 'trồng
    rừng mới được 487 ha (Biểu số 01)' of a column 'Trồng rừng mới (ha)' with a total of 478.

    Not flagged: numbers that the table holds anywhere; totals of another noun than the title names; far ones.
    """
    pointed: dict[str, _Pointed] = {}
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        above = report.text[max(table.start - _ABOVE, 0) : table.start]
        headed = list(_HEADED.finditer(above))
        if headed:
            pointed[headed[-1]["number"].lstrip("0")] = _pointed(table, cells, key(above[headed[-1].end() :]))
    for one in report.figures if pointed else ():
        amount = single(one.base_value)
        plain = not (one.in_table or is_hedged(one) or one.change or one.target) and one.base_unit
        sent = _SENT_TO.match(report.text, one.end) if plain and amount else None
        there = pointed.get(sent["number"].lstrip("0")) if sent else None
        if there is None or amount is None or sent is None or any(cell.amount == amount for cell in there.cells):
            continue
        if amount == len({cell.row for cell in there.cells}) - 1:
            continue  # so many rows: '12 trường (Phụ lục 02)'
        if _DIGIT.search(sent["joint"]) and f" {key(one.base_unit)} " not in f" {there.title} ":
            continue  # 'sửa 17 phòng học và mua 220 bộ bàn ghế (Phụ lục 02)': of which the title tells
        total = _total_for(report.text, one, there)
        if total is not None and abs(total.amount - amount) * _FIFTH <= total.amount:
            facts = {"text": one.text, "table": total.shown(), "label": _label_of(report, total)}
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (total.at,))


@dataclass(frozen=True, slots=True)
class _Pointed:
    """A table that has a number: the key of its title, its cells, its one total, its totals by keys of columns."""

    title: str
    cells: tuple[NumberCell, ...]
    total: NumberCell | None
    columns: tuple[tuple[str, NumberCell], ...]


def _pointed(table: Table, cells: Cells, title: str) -> _Pointed:
    held = tuple(cells.values())
    rows = {cell.row for cell in held if _is_total(table.rows[cell.row])}
    last = [cell for cell in held if cell.row in rows and cell.column < len(table.header)]
    if len(rows) != 1:
        return _Pointed(title, held, None, ())
    of_all = [cell for cell in last if TOTAL.match(folded(table.header[cell.column]))]
    total = of_all[0] if len(of_all) == 1 else last[0] if len(last) == 1 else None
    named = ((key(_ASIDE.sub("", table.header[cell.column]).strip()), cell) for cell in last)
    return _Pointed(title, held, total, tuple((name, cell) for name, cell in named if " " in name))


def _is_total(row: TableRow) -> bool:
    """Whether a row is one of totals, whichever of its cells says so: 'Cộng' may stand under 'STT'."""
    return any(TOTAL.match(folded(one)) for one in (row.label, *(cell.text for cell in row.cells)))


def _total_for(text: str, one: Figure, there: _Pointed) -> NumberCell | None:
    """The total that a number is said to be: of the column whose title stands before it, or of the whole table."""
    said = key(_SENTENCE.split(text[max(one.start - _ABOVE // 2, 0) : one.end])[-1])
    of_column = [cell for name, cell in there.columns if f" {name} " in f" {said} "]
    if len(of_column) == 1:
        return of_column[0]
    return there.total if there.total and key(one.base_unit) in there.title else None


_ASIDE = re.compile(r"\([^()]*\)")
_SENTENCE = re.compile(r"[.;:]\s|\n")


def _label_of(report: Report, cell: NumberCell) -> str:
    table = cell.figure.table
    row = report.tables[table].rows[cell.row] if table is not None else None
    return (row.label or next((one.text for one in row.cells if one.text), "")) if row else ""
