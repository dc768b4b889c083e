"""Units that the prose says to have missed or passed their plan, or to have the most or the least, against their rows
(đơn vị được nhận xét trái với dòng của nó trong bảng): 'Chỉ còn thôn Nà Tảo không đạt chỉ tiêu', whose row has 66 of
60.

Cases of ``body-appendix-mismatch``, whose page stands with the text against the tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.clauses import words_of
from tongket.checking.evidence.spans import Spans, in_tables
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|kh|giao|dự toán|đăng ký)(?!\w)")
_RESULT = re.compile(r"(?<!\w)(?:thực hiện|kết quả|đạt được|th|đã làm)(?!\w)")
_RATE = re.compile(r"%|tỷ lệ|tỉ lệ|so với|so sánh|ghi chú")
_OF_WHAT = r"(?P<of>(?: [^\W\d_]+){0,5}?)(?=\s?(?:[.,;()\n]|$))"  # which is to be what the table is of
_MISSED = re.compile(
    r"(?: là [^\W\d_]+(?: [^\W\d_]+){0,3})?(?: duy nhất)? (?:còn )?(?:chưa|không)(?: đạt| hoàn thành)(?: được)?"
    rf" (?:chỉ tiêu|kế hoạch){_OF_WHAT}"
)
_PASSED = re.compile(rf"(?: đều| đã)* (?:vượt|đạt và vượt|hoàn thành vượt mức) (?:chỉ tiêu|kế hoạch){_OF_WHAT}")
_MOST = re.compile(
    r"(?: là [^\W\d_]+)?(?P<said>(?: [^\W\d_]+){0,5}? (?P<end>nhiều|cao|đông|lớn|ít|thấp|nhỏ)(?: [^\W\d_]+){0,5}?)"
    r" nhất(?!\w)(?! (?:là|trong (?:các|những)|so|từ|trước))"
)
_LESS = frozenset(("ít", "thấp", "nhỏ"))
_SAID = words_of(
    "đơn vị địa phương thôn bản ấp xã phường chi bộ có là với số tổng tỷ lệ nhiều cao đông lớn ít thấp nhỏ giao đề ra"
    " được huyện tỉnh năm"
)  # what says nothing of the matter
_NUMBERED = re.compile(r"\d")  # what a number says is held against the table by itself; a year may be another
_MOST_ROWS = 400  # whose names are looked for in the text
_NEAR = 3000  # letters to either side of a table in which the text speaks of it
_FAR = 160
_FEWEST = 3  # units of a table with a first and a last


def check_units_judged(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for a unit that the prose near a table says to have missed its plan, or to have
    passed it, and whose row tells otherwise; and for one called the one with the most or the least of what a column
    counts, and whose row is not.

    Not flagged: plans and numbers of what the table does not name; sentences with a number; labels of two rows; tables
    with several plans or results.
    """
    tables = in_tables(report)
    asked = 0
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        times = Counter(row.label.strip() for row in table.rows)
        named = [at for at, row in enumerate(table.rows) if _is_name(row.label) and times[row.label.strip()] == 1]
        for number in islice(named, max(_MOST_ROWS - asked, 0)):
            for place in _mentions(report, table, number, tables):
                told = _judged(report.text, place, table, cells, number)
                if told is not None:
                    said, cell = told
                    facts = {"text": f"{report.text[place.start : place.end]}{said}", "table": cell.shown()}
                    facts["label"] = table.rows[number].label
                    where = Span(place.start, place.end + len(said))
                    yield Finding("body-appendix-mismatch", "warning", where, "", facts, (cell.at,))
        asked += len(named)


def _is_name(label: str) -> bool:
    """Whether the label of a row is the name of a unit."""
    words = label.split()
    return len(words) > 1 and any(word[:1].isupper() for word in words[1:]) and not TOTAL.match(folded(label))


def _mentions(report: Report, table: Table, number: int, tables: Spans) -> Iterator[Span]:
    """Where the prose near a table names a unit by the label of its row, with a capital or without, in a sentence
    without a number.
    """
    text, label = report.text, table.rows[number].label.strip()
    at, last = max(table.start - _NEAR, 0), table.end + _NEAR
    while (at := text.find(label[1:], at + 1, last)) > 0:
        place = Span(at - 1, at + len(label) - 1)
        whole = not text[at - 2 : at - 1].isalnum() and not text[place.end : place.end + 1].isalnum()
        if not whole or text[at - 1].lower() != label[0].lower() or tables.touch(place):
            continue
        start, end = sentence_start(text, place.start), sentence_end(text, place.end, _FAR)
        if not _NUMBERED.search(text, start, end):
            yield place


def _judged(text: str, place: Span, table: Table, cells: Cells, number: int) -> tuple[str, NumberCell] | None:
    """What is said of a unit that its row denies, and the cell that does."""
    missed, passed = _MISSED.match(text, place.end), _PASSED.match(text, place.end)
    said = missed or passed
    if said is not None:
        pair = _plan_and_result(table, cells, number)
        if pair is None or not _is_of(said["of"], table):
            return None
        plan, result = pair
        denied = result.amount >= plan.amount if missed else result.amount <= plan.amount
        return (said[0], result) if denied else None
    most = _MOST.match(text, place.end)
    cell = _other_end(table, cells, number, most) if most else None
    return (most[0], cell) if most and cell else None


def _is_of(words: str, table: Table) -> bool:
    """Whether words name nothing that the title and the columns of a table do not."""
    return words_of(words) <= words_of(" ".join((table.title or "", *table.header))) | _SAID


def _plan_and_result(table: Table, cells: Cells, number: int) -> tuple[NumberCell, NumberCell] | None:
    heads = [folded(title) for title in table.header]
    plans = [at for at, title in enumerate(heads) if _PLAN.search(title) and not _RATE.search(title)]
    results = [
        at for at, title in enumerate(heads) if _RESULT.search(title) and not _RATE.search(title) and at not in plans
    ]
    if len(plans) != 1 or len(results) != 1:
        return None
    plan, result = cells.get((number, plans[0])), cells.get((number, results[0]))
    return (plan, result) if plan is not None and result is not None else None


def _other_end(table: Table, cells: Cells, number: int, told: re.Match[str]) -> NumberCell | None:
    """The cell of a row that is not the end that the words say, in each column that they name, and nothing else."""
    said = words_of(told["said"])
    found = None
    for column, title in enumerate(table.header):
        words = words_of(title) - words_of("số tổng")
        cell = cells.get((number, column))
        rated = ("lệ" in folded(told["said"])) == ("lệ" in folded(title) or "%" in title)
        if not words or not words <= said <= words | _SAID or cell is None or not rated:
            continue
        amounts = [one.amount for (row, at), one in cells.items() if at == column and _is_name(table.rows[row].label)]
        end = min(amounts) if told["end"] in _LESS else max(amounts)
        if len(amounts) < _FEWEST or cell.amount == end:
            return None
        found = cell
    return found


CHECKS = (check_units_judged,)
