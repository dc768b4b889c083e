"""Columns of a table that follow from others (cột tính toán): rates, means and differences, row by row.

What a column is made of is read off the table itself: most of its rows say it, and a row that does not stands apart.
Cases of ``ratio-mismatch`` and ``change-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from tongket.checking.evidence.cells import TOTAL, NumberCell, cells_of_tables
from tongket.checking.evidence.near_numbers import is_pen_slip
from tongket.checking.evidence.numbers import rounding, shown
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.vietnamese.unicode import folded

_RATE = re.compile(r"%|tỷ lệ|tỉ lệ|phần trăm")
_MEAN = re.compile(r"bình quân|trung bình|năng suất|\([^()]*/[^()]*\)")
_CHANGE = re.compile(r"tăng|giảm|chênh lệch|so sánh|so với|còn lại|còn thiếu|thừa|biến động")
_SIGNS = "+-–−"
_LEAST_RIGHT = 2  # rows that must bear a column out, and
_RIGHT_TO_WRONG = 2  # how many of them for each row that does not
_FEWEST_COLUMNS, _FEWEST_CELLS = 2, 6
_FEW_PAIRS = 12  # of columns, of which none makes a third by chance in one row, and in another but for a slip
_MOST_COLUMNS = 10  # number columns of a table that are tried as terms


@dataclass(frozen=True, slots=True)
class _Made:
    """How a cell follows from two others: what they make, and how far the printed cell may be from it."""

    true: Decimal
    room: Decimal


_Column = Mapping[int, NumberCell]  # the numbers of a column by their rows
_Maker = Callable[[NumberCell, NumberCell, NumberCell], _Made | None]


def check_made_columns(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` and ``change-mismatch`` for a cell of a rate, a mean or a difference that does not
    follow from the columns that make it in the other rows: 'Kế hoạch 140.000, Thực hiện 71.365, Tỷ lệ (%) 57,0'.

    Not flagged: columns that no two others make in at least two rows and in twice as many as do not; rounding.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        columns: dict[int, dict[int, NumberCell]] = {}
        for (row, column), cell in values.items():
            if column < len(table.header):
                columns.setdefault(column, {})[row] = cell
        if len(columns) < _FEWEST_COLUMNS or len(values) < _FEWEST_CELLS:
            continue
        totals = [row for row in {row for row, _ in values} if TOTAL.match(folded(table.rows[row].label))]
        for column, cells in columns.items():
            makers = _makers(report.text, folded(table.header[column]), cells)
            if makers and makers[0][0] == "mean":  # a total row may give the mean of means
                cells = {row: cell for row, cell in cells.items() if not TOTAL.match(folded(table.rows[row].label))}
            near = [other for other in columns if other != column][:_MOST_COLUMNS]
            if makers and len(cells) >= _LEAST_RIGHT:
                others = [columns[other] for other in near]
                shares = _of_their_total(others, totals[0]) if len(totals) == 1 else []
                yield from _check_column(cells, [*permutations(others, 2), *shares], makers)


def _makers(text: str, title: str, cells: _Column) -> list[tuple[str, _Maker]]:
    """How the numbers of a column of that title may be made, with the case that a wrong one is."""
    if _RATE.search(title) or (not title and all(cell.unit == "%" for cell in cells.values())):
        return [("rate", _rate), ("growth", _growth)] if _CHANGE.search(title) else [("rate", _rate)]
    if _MEAN.search(title):
        return [("mean", _mean)]
    if _CHANGE.search(title):
        signed = any(text[cell.at.start] in _SIGNS for cell in cells.values())
        return [("difference", _difference if signed else _distance)]
    return []


def _of_their_total(columns: Sequence[_Column], total: int) -> list[tuple[_Column, _Column]]:
    """Columns beside their number on the total row, of which each row may tell its share: 'Số lượng', 'Tỷ lệ (%)'."""
    return [(one, dict.fromkeys(one, one[total])) for one in columns if total in one]


def _check_column(
    cells: _Column, pairs: Sequence[tuple[_Column, _Column]], makers: Sequence[tuple[str, _Maker]]
) -> Iterator[Finding]:
    for case, maker in makers:
        for one, other in pairs:
            wrong = _wrong_rows(cells, one, other, maker, few=case == "rate" and len(pairs) <= _FEW_PAIRS)
            if wrong is not None:
                for row, made in wrong:
                    yield _finding(case, cells[row], one[row], other[row], made)
                return


def _wrong_rows(
    cells: _Column, one: _Column, other: _Column, maker: _Maker, *, few: bool
) -> list[tuple[int, _Made]] | None:
    """The rows that two columns do not make, and what they would; None where they do not make most of the rows, or
    of ``few`` pairs of columns one row, and the other but for a slip of the pen.
    """
    wrong: list[tuple[int, _Made]] = []
    right = 0
    most = max(len(cells) // (_RIGHT_TO_WRONG + 1), 1 if few else 0)
    for row, cell in cells.items():
        if row not in one or row not in other:
            continue
        made = maker(cell, one[row], other[row])
        if made is None:
            continue
        if abs(_stated(cell) - made.true) <= made.room:
            right += one[row].amount != other[row].amount  # two of one size make 100% of anything
        else:
            wrong.append((row, made))
            if len(wrong) > most:
                return None
    if right >= max(_LEAST_RIGHT, _RIGHT_TO_WRONG * len(wrong)):
        return wrong
    slips = few and right == len(wrong) == 1 and all(_is_slip(cells[row], one[row], other[row]) for row, _ in wrong)
    return wrong if slips else None


def _is_slip(rate: NumberCell, part: NumberCell, whole: NumberCell) -> bool:
    """Whether a rate, its part or its whole is what the other two make but for a slip of the pen."""
    stated = _stated(rate)
    if not stated or whole.amount <= 0:
        return False
    made = (
        (stated, 100 * part.amount / whole.amount, rate.figure.decimals),
        (part.amount, stated * whole.amount / 100, part.figure.decimals),
        (whole.amount, 100 * part.amount / stated, whole.figure.decimals),
    )
    return any(is_pen_slip(printed, true, decimals) for printed, true, decimals in made)


def _stated(cell: NumberCell) -> Decimal:
    """The number as printed: a rate may stand in a column whose head names another unit."""
    return cell.figure.value if isinstance(cell.figure.value, Decimal) else cell.amount


def _last_digit(cell: NumberCell) -> Decimal:
    return Decimal(1).scaleb(-cell.figure.decimals)


def _room_of(cell: NumberCell) -> Decimal:
    """How far a term may be from its exact value: half its last digit where it is kept in a multiple of its unit."""
    exact = rounding(cell.figure.value, cell.figure.base_value)
    scaled = isinstance(cell.figure.value, Decimal) and cell.figure.value and cell.figure.value != cell.amount
    return exact or (abs(cell.amount / cell.figure.value / 2) if scaled else Decimal(0))  # type: ignore[operator]


def _rate(cell: NumberCell, part: NumberCell, whole: NumberCell) -> _Made | None:
    if whole.amount <= 0 or part.amount < 0:
        return None
    room = 100 * (_room_of(part) / whole.amount + part.amount * _room_of(whole) / (whole.amount * whole.amount))
    return _Made(100 * part.amount / whole.amount, room + _last_digit(cell))


def _growth(cell: NumberCell, now: NumberCell, before: NumberCell) -> _Made | None:
    made = _rate(cell, now, before)
    return _Made(made.true - 100, made.room) if made else None


def _mean(cell: NumberCell, total: NumberCell, count: NumberCell) -> _Made | None:
    if count.amount <= 0 or not cell.amount or not _stated(cell):
        return None
    scale = cell.amount / _stated(cell)
    true = total.amount / count.amount / scale
    return _Made(true, _room_of(total) / count.amount / scale + _last_digit(cell) + true / 100)


def _difference(cell: NumberCell, now: NumberCell, before: NumberCell) -> _Made | None:
    scale = cell.amount / _stated(cell) if _stated(cell) else Decimal(1)
    room = (_room_of(now) + _room_of(before)) / abs(scale) if _has_decimals(now, before) else Decimal(0)
    return _Made((now.amount - before.amount) / scale, room)


def _distance(cell: NumberCell, now: NumberCell, before: NumberCell) -> _Made | None:
    made = _difference(cell, now, before)
    return _Made(abs(made.true), made.room) if made else None


def _has_decimals(*cells: NumberCell) -> bool:
    return any(cell.figure.decimals for cell in cells)


def _finding(case: str, cell: NumberCell, one: NumberCell, other: NumberCell, made: _Made) -> Finding:
    related = (one.at, other.at)
    decimals = cell.figure.decimals
    if case == "rate":
        digits = max(decimals, 2)
        facts = {"part": one.shown(), "whole": other.shown(), "pct": shown(_stated(cell))}
        facts["true_pct"] = shown(round(made.true, digits), digits)
        return Finding("ratio-mismatch", "error", cell.at, "", facts, related)
    true = shown(round(made.true, decimals), decimals)
    if case == "mean":
        facts = {"part": one.shown(), "whole": other.shown(), "true": true, "mean": shown(_stated(cell))}
        return Finding("ratio-mismatch", "error", cell.at, "mean", facts, related)
    facts = {"now": one.shown(), "before": other.shown(), "true": true, "change": shown(_stated(cell))}
    return Finding("change-mismatch", "error", cell.at, "", facts, related)
