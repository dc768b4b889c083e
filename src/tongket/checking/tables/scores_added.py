"""Points of criteria and their total in tables (bảng chấm điểm: điểm tối đa, điểm tự chấm, tổng điểm).

Points do not always add up, so they are added only where those that can be had at most do: 30 + 40 + 20 + 10 of 100.
Cases of ``table-total-mismatch`` and ``body-appendix-mismatch``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.totals_of_points import TotalOfPoints, totals_of_points
from tongket.checking.tables.totals import ColumnSum, total_row
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_AT_MOST = re.compile(r"tối đa|điểm chuẩn|thang điểm|khung điểm|điểm quy định")
_GIVEN = re.compile(r"chấm|đánh giá|thẩm định|đạt|điểm|kết quả")
_NO_POINTS = re.compile(r"%|tỷ lệ|tỉ lệ|xếp|hạng|bình quân|loại|cộng|thưởng|trừ|ghi chú|nội dung|chênh")
_FEWEST = 2  # criteria


def check_scores_of_tables(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` where the points of a table are not the total below them,
    ``body-appendix-mismatch`` where they are not the total that the text tells.

    Not flagged: tables of which the greatest points do not add up themselves, as where criteria have parts; blank
    cells; points added for merit or taken off.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        titles = [folded(title) for title in table.header]
        most = [at for at, title in enumerate(titles) if _AT_MOST.search(title)]
        given = [at for at, title in enumerate(titles) if at not in most and _is_given(title)]
        if len(most) == 1 and given:
            yield from _check(report, table, values, most[0], given)


def _is_given(title: str) -> bool:
    return _GIVEN.search(title) is not None and not _NO_POINTS.search(title)


def _check(report: Report, table: Table, values: Cells, most: int, given: Sequence[int]) -> Iterator[Finding]:
    rows = [number for number in range(len(table.rows)) if (number, most) in values]
    totals = [number for number in rows if TOTAL.match(folded(table.rows[number].label))]
    level = min((table.rows[number].level for number in rows if number not in totals), default=0)
    parts = [number for number in rows if number not in totals and table.rows[number].level == level]
    if len(parts) < _FEWEST or len(totals) > 1:
        return
    greatest = sum((values[row, most].amount for row in parts), Decimal(0))
    if not totals:
        yield from _against_text(report, table, values, parts, greatest, given)
    elif values[totals[0], most].amount == greatest:
        for column in given:
            one = _column(values, parts, values.get((totals[0], column)), column)
            if one is not None and one.off:
                yield total_row(table, one)


def _column(values: Cells, parts: Sequence[int], stated: NumberCell | None, column: int) -> ColumnSum | None:
    """The points of a column below one another; None where one is blank."""
    cells = tuple(cell for row in parts if (cell := values.get((row, column))))
    return ColumnSum(stated, cells) if stated is not None and len(cells) == len(parts) else None


def _against_text(
    report: Report, table: Table, values: Cells, parts: Sequence[int], greatest: Decimal, given: Sequence[int]
) -> Iterator[Finding]:
    """A table without its total against the one total of as many points that the text tells."""
    told = [one for one in totals_of_points(report) if one.most == greatest]
    cells = [[values.get((row, column)) for row in parts] for column in given]
    filled = [[cell for cell in column if cell is not None] for column in cells]
    if len(told) != 1 or any(len(column) < len(parts) for column in filled):
        return
    sums = [sum((cell.amount for cell in column), Decimal(0)) for column in filled]
    if told[0].points not in sums and len(sums) == 1:
        yield _wrong_total(report, table, told[0], filled[0])


def _wrong_total(report: Report, table: Table, total: TotalOfPoints, parts: Sequence[NumberCell]) -> Finding:
    """That the points of a column do not make the total that the text tells."""
    added = sum((one.amount for one in parts), Decimal(0))
    facts = {"text": report.text[total.place.start : total.place.end], "table": shown(added)}
    facts["label"] = table.header[parts[0].column]
    related = (Span(parts[0].at.start, parts[-1].at.end),)
    return Finding("body-appendix-mismatch", "error", total.place, "", facts, related)


CHECKS = (check_scores_of_tables,)
