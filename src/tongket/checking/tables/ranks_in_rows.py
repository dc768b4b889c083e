"""Ranks of rows against the column by which they are ranked (bảng xếp hạng): 92,5 points and rank 2 below
88,1 points and rank 2.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.cells import Cells, cells_of_tables
from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.ranked import out_of_rank
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_RANK = re.compile(
    r"(?:xếp |thứ tự xếp )?(?:thứ hạng|hạng|thứ|vị thứ|vị trí)(?: (?:năm|theo|toàn|trong|chung)(?: \w+){0,4})?"
)
_BY = re.compile(r"điểm|tỷ lệ|tỉ lệ|chỉ số|kết quả|%|số lượng|tổng")
_NOT_BY = re.compile(r"tối đa|thưởng|trừ|tăng|giảm|chênh|cùng kỳ|năm trước|kế hoạch")
_MOST = 100  # a rank


def check_ranks_in_rows(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a row has a better rank than another, or the same, and a worse number in
    the one column by which they can be ranked.

    Not flagged: tables of several such columns without a total, of more than one column of ranks, or whose ranks follow
    no column.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        titles = [folded(title).strip(" .:") for title in table.header]
        ranks = [at for at, title in enumerate(titles) if _RANK.fullmatch(title)]
        by = [
            at for at, title in enumerate(titles) if at not in ranks and _BY.search(title) and not _NOT_BY.search(title)
        ]
        totals = [at for at in by if titles[at].startswith("tổng")]
        by = totals if len(totals) == 1 else by
        if len(ranks) == 1 and len(by) == 1:
            yield from _check(report, table, values, ranks[0], by[0])


def _check(report: Report, table: Table, values: Cells, rank: int, by: int) -> Iterator[Finding]:
    held: list[tuple[Decimal, int, Span]] = []
    for number, row in enumerate(table.rows):
        told = next((cell.text.strip() for cell in row.cells if cell.column == rank), "")
        value = values.get((number, by))
        if told.isdigit() and int(told) <= _MOST and value is not None and row.level == 0:
            held.append((value.amount, int(told), Span(row.label_start, row.end)))
    pair = out_of_rank([value for value, _, _ in held], [place for _, place, _ in held])
    if pair is not None:
        yield told_otherwise(report.text, held[pair[1]][2], held[pair[0]][2])


CHECKS = (check_ranks_in_rows,)
