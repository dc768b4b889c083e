"""Units that the prose says to have missed their plan, or to have the most or the least, against their rows (đơn vị
được
nhận xét trái với dòng của nó trong bảng).

    'Chỉ còn thôn Nà Tảo không đạt chỉ tiêu', whose row has 66 of 60.

Cases of ``body-appendix-mismatch``, whose page stands with the text against the tables. Rows are those of tables with a
column of the plan and one of the result, and lines 'Xã A: 60/58' below '(kế hoạch/thực hiện)'.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from tongket.checking.evidence.cells import TOTAL, NumberCell, cells_of_tables
from tongket.checking.evidence.clauses import words_of
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import sentence_end
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import folded

_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|kh|giao|dự toán|đăng ký)(?!\w)")
_RESULT = re.compile(r"(?<!\w)(?:thực hiện|kết quả|đạt được|th|đã làm)(?!\w)")
_RATE = re.compile(r"%|tỷ lệ|tỉ lệ|so với|so sánh|ghi chú")
_KIND = r"(?:xã|phường|thị trấn|thôn|bản|ấp|chi bộ|chi hội|chi đoàn|khu dân cư|tổ dân phố|trường|huyện|đơn vị)"
_MISSED = re.compile(
    r"(?: là [^\W\d_]+(?: [^\W\d_]+){0,3})?(?: duy nhất)? (?:còn )?(?:chưa|không)(?: đạt| hoàn thành)(?: được)?"
    r"(?: [^\W\d_]+){0,3}? (?:chỉ tiêu|kế hoạch)"
)
_PASSED = re.compile(
    r"(?: đều| đã)* (?:vượt|đạt và vượt|hoàn thành vượt mức)(?: [^\W\d_]+){0,2}? (?:chỉ tiêu|kế hoạch)"
)
_MOST = re.compile(
    r"(?: là [^\W\d_]+)?(?P<said>(?: [^\W\d_]+){0,5}? (?P<end>nhiều|cao|đông|lớn|ít|thấp|nhỏ)(?: [^\W\d_]+){0,5}?)"
    r" nhất(?!\w)"
    r"(?! (?:là|trong (?:các|những)|so|từ|trước))"
)
_LESS = frozenset(("ít", "thấp", "nhỏ"))
_SLASHED = re.compile(
    r"\((?:kế hoạch|chỉ tiêu|KH)(?: giao)?\s?/\s?(?:thực hiện|kết quả|TH)[^)\n]{0,20}\)|(?:kế hoạch|chỉ tiêu)/(?:thực"
    r" hiện|kết quả)",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?m)^[-+•* ]{0,4}(?P<label>[^\W\d_][^:;/\n]{2,50}): ?(?P<plan>\d[\d.,]*) ?/ ?(?P<result>\d[\d.,]*)[^\n\d]{0,20}$"
)
_LINES_FAR = 2000
_MOST_ROWS = 400  # whose names are looked for in the text


@dataclass(frozen=True, slots=True)
class _Row:
    """What a unit was to do and did, and where the result stands."""

    plan: Decimal
    result: Decimal
    at: Span
    shown: str


def check_units_judged(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for a unit that missed its plan by the prose, and not by its row, or passed it
    so.

    Not flagged: tables with several plans or results; units of which two rows tell.
    """
    rows = dict(_rows_of_lines(report))
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        rows.update(_rows(table, cells))
    if not rows:
        return
    tables = in_tables(report)
    for label, row in islice(rows.items(), _MOST_ROWS):
        if row is None:
            continue
        for start, end in _mentions(report, label):
            missed, passed = _MISSED.match(report.text, end), _PASSED.match(report.text, end)
            told = missed or passed
            if told is None or tables.touch(Span(start, end)):
                continue
            if (missed and row.result >= row.plan) or (passed and row.result <= row.plan):
                facts = {"text": f"{label}{told[0]}", "table": row.shown, "label": label}
                place = Span(start, told.end())
                yield Finding("body-appendix-mismatch", "warning", place, "", facts, (row.at,))
                return


def _mentions(report: Report, label: str) -> Iterator[tuple[int, int]]:
    """Where the prose names a unit by the label of its row, with a capital or without."""
    text, at = report.text, 0
    while (at := text.find(label[1:], at + 1)) > 0:
        end = at + len(label) - 1
        whole = not text[at - 2 : at - 1].isalnum() and not text[end : end + 1].isalnum()
        if whole and text[at - 1].lower() == label[0].lower():
            yield at - 1, end


def _rows(table: Table, cells: Mapping[tuple[int, int], NumberCell]) -> Iterator[tuple[str, _Row | None]]:
    heads = [folded(title) for title in table.header]
    plans = [at for at, title in enumerate(heads) if _PLAN.search(title) and not _RATE.search(title)]
    results = [
        at for at, title in enumerate(heads) if _RESULT.search(title) and not _RATE.search(title) and at not in plans
    ]
    if len(plans) != 1 or len(results) != 1:
        return
    for number, row in enumerate(table.rows):
        plan, result = cells.get((number, plans[0])), cells.get((number, results[0]))
        if plan is not None and result is not None and _is_name(row.label):
            yield row.label.strip(), _Row(plan.amount, result.amount, result.at, result.shown())


def _rows_of_lines(report: Report) -> Iterator[tuple[str, _Row | None]]:
    for lead in _SLASHED.finditer(report.text):
        for found in _LINE.finditer(report.text, lead.end(), min(lead.end() + _LINES_FAR, len(report.text))):
            plan, result = parse_number(found["plan"].rstrip(".,")), parse_number(found["result"].rstrip(".,"))
            if plan is not None and result is not None and _is_name(found["label"]):
                name = found["label"].strip()
                name = name[0].lower() + name[1:] if re.match(_KIND, name, re.IGNORECASE) else name
                yield name, _Row(plan, result, Span(*found.span("plan")), f"{found['plan']}/{found['result']}")


def _is_name(label: str) -> bool:
    """Whether the label of a row is the name of a unit."""
    words = label.split()
    return len(words) > 1 and any(word[:1].isupper() for word in words[1:]) and not TOTAL.match(folded(label))


def check_units_at_ends(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for a unit called the one with the most or least of what its table counts, and
    whose row is the other end, in every column that the words may mean.

    Not flagged: units in between, which may share a place or be first of a kind.
    """
    tables = in_tables(report)
    asked = 0
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True) if " nhất" in report.text else ():
        labels = [row.label.strip() for row in table.rows]
        times = Counter(labels)
        for number, label in enumerate(labels):
            asked += 1
            if asked > _MOST_ROWS or not _is_name(label) or times[label] > 1:
                continue
            for start, end in _mentions(report, label):
                told = _MOST.match(report.text, end)
                if told is None or tables.touch(Span(start, end)):
                    continue
                if _NUMBERED.search(report.text, told.end(), sentence_end(report.text, told.end(), _FAR)):
                    continue  # what the number says is held against the table by itself
                cell = _other_end(table, cells, number, told)
                if cell is not None:
                    facts = {"text": f"{label}{told[0]}", "table": cell.shown(), "label": label}
                    place = Span(start, told.end())
                    yield Finding("body-appendix-mismatch", "warning", place, "", facts, (cell.at,))


_NUMBERED, _FAR = re.compile(r"\d"), 160


def _other_end(
    table: Table, cells: Mapping[tuple[int, int], NumberCell], number: int, told: re.Match[str]
) -> NumberCell | None:
    """The cell of a row that is not the end that the words say, in each column that they name."""
    said = words_of(told["said"])
    found = None
    for column, title in enumerate(table.header):
        words = words_of(title) - words_of("số tổng")
        cell = cells.get((number, column))
        rated = ("lệ" in folded(told["said"])) == ("lệ" in folded(title) or "%" in title)
        if not words or not words <= said or cell is None or not rated:
            continue
        amounts = [one.amount for (row, at), one in cells.items() if at == column and _is_name(table.rows[row].label)]
        end = min(amounts) if told["end"] in _LESS else max(amounts)
        if len(amounts) < _FEWEST or cell.amount == end:
            return None
        found = cell
    return found


_FEWEST = 3


def check_one_blank(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for the one cell of a table that is blank where all others of its column and row hold
    numbers.

    Not flagged: tables with another blank cell, totals, columns of words.
    """
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        rows = [at for at, row in enumerate(table.rows) if row.label and not TOTAL.match(folded(row.label))]
        columns = sorted({column for _, column in cells})
        if len(rows) < _FEWEST or len(columns) < _TWO:
            continue
        blank = [(row, column) for row in rows for column in columns if (row, column) not in cells]
        if len(blank) != 1 or len(cells) < _LEAST:
            continue
        row, column = blank[0]
        told = table.rows[row]
        here = [cell for cell in told.cells if cell.column == column]
        if not here or any(cell.text.strip() for cell in here) or column >= len(table.header):
            continue
        label = f"{told.label}, {table.header[column]}"
        yield Finding("incomplete", "warning", Span(told.start, told.end), "one-blank", {"label": label})


_TWO, _LEAST = 2, 5

CHECKS = (check_units_judged, check_units_at_ends, check_one_blank)
