"""Totals that the sentence above a table gives (lời dẫn biểu): 'kết nạp 57 đảng viên, chi tiết tại biểu sau:'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.near_numbers import digits_of, is_pen_slip
from tongket.checking.evidence.numbers import is_earlier, is_hedged, single
from tongket.checking.evidence.stops import line_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded, key

_OPENS = re.compile(
    r":\s*$|(?<!\w)(?:như sau|sau đây|dưới đây"
    r"|(?:[Bb]iểu|[Bb]ảng)(?: tổng hợp| thống kê| số liệu)? (?:sau|dưới|kèm theo))(?!\w)"
)
_SENTENCE = re.compile(r"[.;!?]\s")
_ABOVE, _TITLES = 700, 3  # letters above a table in which its opening stands; lines of its title and unit between
_LEAST_DIGITS = 4  # of a number that a slip of the pen tells
_FIFTH = 5  # a total that is off by no more than that part is meant for the number
_PART = re.compile(r"(?<!\w)(?:trong đó|riêng|gồm có|bao gồm|so với|cùng kỳ|năm trước)(?!\w)")


def check_opened_totals(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the sentence that opens a table counts what one of its columns counts, and
    not the column's total: '57 đảng viên' above a column 'Số đảng viên kết nạp' with a total of 54. In the sentences
    before it, for a slip of the pen alone.

    Not flagged: numbers that the table holds anywhere; hedges, changes, aims, parts; totals that are far off; nouns of
    two columns or of two numbers of the sentence.
    """
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        totals = _totals(table, cells)
        opening = _opening(report.text, table) if totals else None
        if opening is None:
            continue
        held = {cell.amount for cell in cells.values()}
        opens, last = opening
        figures = [one for one in _figures_in(report, opens) if _is_plain(report, one)]
        for total in totals:
            title = key(f"{table.header[total.column]} {(table.title or '') if len(totals) == 1 else ''}")
            told = [one for one in figures if _counts(report.text, one, title)]
            amounts = {single(one.base_value) for one in told}
            if len(told) != 1 or amounts & held:
                continue
            amount = single(told[0].base_value) or Decimal(0)
            beside = told[0].start >= last and abs(total.amount - amount) * _FIFTH <= total.amount
            if beside or (digits_of(amount) >= _LEAST_DIGITS and is_pen_slip(amount, total.amount)):
                facts = {"text": told[0].text, "table": total.shown(), "label": table.rows[total.row].label}
                place = Span(told[0].start, told[0].end)
                yield Finding("body-appendix-mismatch", "error", place, "", facts, (total.at,))


def _totals(table: Table, cells: Cells) -> list[NumberCell]:
    """The cells of the one total row, in columns that have titles."""
    rows = {cell.row for cell in cells.values() if TOTAL.match(folded(table.rows[cell.row].label))}
    if len(rows) != 1:
        return []
    return [cell for cell in cells.values() if cell.row in rows and cell.column < len(table.header)]


def _figures_in(report: Report, place: Span) -> Sequence[Figure]:
    first = bisect_left(report.figures, place.start, key=attrgetter("start"))
    return report.figures[first : bisect_left(report.figures, place.end, lo=first, key=attrgetter("start"))]


def _opening(text: str, table: Table) -> tuple[Span, int] | None:
    """The paragraph above a table that sends the reader to it, and where its last sentence begins; the table's title
    may stand between.
    """
    end = table.start
    for _ in range(_TITLES + 1):
        while end > 0 and text[end - 1] in "\n\r \t":
            end -= 1
        start = line_start(text, end, _ABOVE)
        opens = _OPENS.search(text, start, end)
        if opens is not None:
            begins = [found.end() for found in _SENTENCE.finditer(text, start, opens.start())]
            return Span(start, end), begins[-1] if begins else start
        end = start
    return None


def _counts(text: str, one: Figure, title: str) -> bool:
    """Whether a number is of what a column's title names: by its noun, or by the words before what is measured."""
    if f" {key(one.base_unit)} " in f" {title} ":
        return True
    name = _ASIDE.sub("", title).strip()
    return " " in name and f" {name} " in f" {key(text[max(one.start - _NEAR, 0) : one.start])} "


_ASIDE = re.compile(r"\s*\([^()]*\)")
_NEAR = 60  # letters before a number that name what it measures


def _is_plain(report: Report, one: Figure) -> bool:
    """Whether a number is told as it is, and as a whole."""
    if one.in_table or is_hedged(one) or one.change or one.target or not one.base_unit or one.unit == "%":
        return False
    if single(one.base_value) is None or is_earlier(report.text, one):
        return False
    return _PART.search(report.text, one.clause_start, one.start) is None
