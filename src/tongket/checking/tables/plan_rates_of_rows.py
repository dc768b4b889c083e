"""How much of its plan a row of a table reached, against the rate that the text gives it (tỷ lệ đạt kế hoạch).

Cases of ``body-appendix-mismatch``, whose page stands with the text against the tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.cells import TOTAL, NumberCell, cells_of_tables
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.stops import clause_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table, TableRow
from tongket.vietnamese.unicode import folded

_PLAN = r"(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|KH|DT)"
_PLAN_COLUMN = re.compile(rf"(?<!\w){_PLAN}(?!\w)", re.IGNORECASE)
_RATE_COLUMN = re.compile(r"%|tỷ lệ|tỉ lệ")
_OTHER_BASE = re.compile(r"cùng kỳ|năm trước|tăng|giảm|so với (?:năm|quý|tháng)|cơ cấu")
_BETWEEN = re.compile(
    r"(?:\s(?:hiện (?:có|nay)|của (?:toàn )?(?:xã|huyện|tỉnh|phường)|toàn (?:xã|huyện|tỉnh)|trên địa bàn|trong năm"
    r"|đến nay|cả năm|vẫn|đã|chỉ|mới|cũng|ước|thực hiện|tiếp tục)){0,4},?\s(?:đạt|có|thực hiện|được|là|bằng)"
    r"(?:\s\d[\d.,]*(?:\s[^\W\d_]+){1,2},?\s(?:đạt|bằng|tương ứng))?\s(?:được\s)?"
)
_OF_THE_PLAN = re.compile(
    rf"\s(?:so với )?{_PLAN}(?!\w)(?! (?:tỉnh|huyện|trung hạn|cả giai đoạn|nhiệm kỳ|vụ|quý|tháng|kỳ|đợt|\d))"
)
_NOT_NOW = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|[Dd]ự kiến|sẽ|[Cc]ùng kỳ|[Nn]ăm trước|[Qq]uý [IV]+|[Tt]háng \d+|[Rr]iêng|trong đó)(?!\w)"
)
_MEASURES = {"diện tích": "ha", "sản lượng": "tấn", "năng suất": "tạ/ha", "giá trị": "đồng", "doanh thu": "đồng"}
_LEAST_LABEL = 3  # letters of a label that is looked for
_BEFORE = 80  # letters of a sentence before the name of a row
_NAME_BEFORE = 200  # letters before a rate in which its row is named


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with the one rate of its plan, and the words of its table that say what is measured."""

    label: str
    rate: NumberCell
    held: frozenset[str]
    measures: str


def check_plan_rates_of_rows(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text says that a row reached another part of its plan than the table:
    'Đàn trâu đạt 104% kế hoạch' of a row 'Đàn trâu' with 95 under '% kế hoạch'.

    Not flagged: rates that the row holds in any column; rows of one name, tables of two plans or rates; another
    measure of the row ('sản lượng ngô' of a table of hectares), time or plan; what narrows the row.
    """
    rows = list(_rows(report))
    names = Counter(row.label for row in rows)
    alone = [row for row in rows if names[row.label] == 1]
    for one in prose_of(report) if alone else ():
        if one.unit != "%" or not _OF_THE_PLAN.match(report.text, one.end):
            continue
        low = max(one.start - _NAME_BEFORE, 0)
        said = report.text[low : one.start].lower()
        for row in alone:
            at = said.rfind(row.label)
            if at >= 0 and not said[at - 1 : at].isalnum() and _is_told_of(report, row, low + at, one):
                facts = {"text": one.text, "table": row.rate.shown(), "label": row.label.capitalize()}
                yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (row.rate.at,))
                break


def _is_told_of(report: Report, row: _Row, start: int, one: Figure) -> bool:
    """Whether a rate is told of the row that is named there, and is none that the row holds."""
    value = single(one.value)
    if value is None or is_hedged(one) or one.change or f"{value.normalize():f}" in row.held:
        return False
    if not _BETWEEN.fullmatch(report.text, start + len(row.label), one.start):
        return False
    lead = report.text[clause_start(report.text, start, _BEFORE) : start]
    clause = lead.rpartition(",")[2].lower()
    other = any(
        word in clause and word not in row.measures and unit not in row.measures for word, unit in _MEASURES.items()
    )
    return not other and not _NOT_NOW.search(lead)


def _rows(report: Report) -> Iterator[_Row]:
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        titles = [folded(title) for title in table.header]
        counted = {column for _, column in cells}
        named = [(at, title) for at, title in enumerate(titles) if at in counted]
        rates = [at for at, title in named if _RATE_COLUMN.search(title) and not _OTHER_BASE.search(title)]
        plans = [at for at, title in named if at not in rates and _PLAN_COLUMN.search(title)]
        if len(rates) != 1 or len(plans) != 1:
            continue
        for number, row in enumerate(table.rows):
            rate, label = cells.get((number, rates[0])), folded(row.label).strip(" -+*•")
            if rate is not None and len(label) >= _LEAST_LABEL and not TOTAL.match(label):
                held = (cells[number, at].figure.value for at in range(len(titles)) if (number, at) in cells)
                told = frozenset(f"{value.normalize():f}" for one in held if (value := single(one)) is not None)
                yield _Row(label, rate, told, _measures(table, row))


def _measures(table: Table, row: TableRow) -> str:
    """The words of a table and a row that may say what is measured: '... diện tích (ha) ...'."""
    said = [table.title or "", table.caption, table.unit, *table.header, *row.path, *(cell.text for cell in row.cells)]
    return " ".join(folded(one) for one in said)
