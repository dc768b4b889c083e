"""Rows whose label the text says around its number (dòng của biểu được nhắc đúng lời trong báo cáo): 'giám sát chuyên
đề 52 tổ chức đảng' beside the row 'Giám sát chuyên đề tổ chức đảng' with 54; rows that are typed as lines, too: '3. Nhà
đại đoàn kết (căn): 10; 12; 14; 36'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, NumberCell, cells_of_tables
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_earlier, shown, single
from tongket.checking.evidence.stops import clause_start, sentence_start
from tongket.checking.evidence.told import is_measured
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded, key

_NUMBER = r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[+-]?\d+(?:,\d+)?"
_LINE = re.compile(
    r"(?m)^[ \t]*(?:\d{1,2}[.)]|[-+])[ \t]*(?P<label>[^\W\d_][^:;()\n\d]{8,90}?)(?:\s?\((?P<unit>[^()\n\d]{1,20})\))?:"
    rf"[ \t]*(?P<cells>(?:{_NUMBER})(?:[ \t]*[;/][ \t]*(?:{_NUMBER})){{1,9}})[ \t.;]*$"
)
_CELL = re.compile(_NUMBER)
_BRACKETS = re.compile(r"\s?\((?P<unit>[^()]*)\)")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"\s?(?:[.,;:(\n]|$)|\s(?:và|với|trị giá|cho|trong đó|gồm|để|do)(?!\w)")
_OTHERWISE = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|(?:năm|kỳ|quý|tháng) trước|quý|tháng \d|trong đó|riêng|kế hoạch|chỉ tiêu|bình quân|mỗi"
    r"|phấn đấu|thêm|còn|lũy kế|nhiệm kỳ|chưa|không|dự kiến|sẽ)(?!\w)",
    re.IGNORECASE,
)
_FEWEST, _SURE = 4, 5  # words of a label, and of what is said of one whose first words stand above
_BACK, _AHEAD, _ABOVE = 120, 90, 400  # letters
_NEAR = 3  # what is off by more than that part is of something else
_LINES = 2  # typed rows that make a table


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a label, the unit in its brackets, its numbers, what it is called, and its main cell."""

    words: tuple[str, ...]
    unit: str
    held: frozenset[Decimal]
    label: str
    amount: Decimal
    at: Span


def check_rows_in_their_words(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text says a row's label around another number than the row holds.

    Not flagged: labels of less than four words, or of two rows; what is narrowed or of another time; measures; numbers
    far from the row's, and rows whose number the text tells in these words elsewhere.
    """
    rows = [*_rows_of_tables(report), *_typed_rows(report)]
    counts = Counter(row.words for row in rows)
    by_word: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        if len(row.words) >= _FEWEST and counts[row.words] == 1:
            for word in set(row.words):
                by_word[word].append(row)
    told: dict[_Row, list[Figure]] = defaultdict(list)
    for one in prose_of(report) if by_word else ():
        for row in _rows_named(report, one, by_word):
            told[row].append(one)
    for row, figures in told.items():
        if not any(single(one.value) in row.held for one in figures):
            facts = {"text": figures[0].text, "table": shown(row.amount), "label": row.label}
            place = Span(figures[0].start, figures[0].end)
            yield Finding("body-appendix-mismatch", "warning", place, "", facts, (row.at,))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key(word) for word in _WORD.findall(text))


def _rows_of_tables(report: Report) -> Iterator[_Row]:
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        total = _column_of_total(table)
        by_row: dict[int, list[NumberCell]] = defaultdict(list)
        for (at, _), cell in cells.items():
            by_row[at].append(cell)
        for number, row in enumerate(table.rows):
            mine = by_row.get(number)
            if not mine or not row.label or TOTAL.match(folded(row.label)):
                continue
            bracket = _BRACKETS.search(row.label)
            main = next((cell for cell in mine if cell.column == total), mine[0])
            held = frozenset(cell.amount for cell in mine)
            words = _keys(_BRACKETS.sub("", row.label))
            yield _Row(words, key(bracket["unit"]) if bracket else "", held, row.label, main.amount, main.at)


def _column_of_total(table: Table) -> int:
    return next((at for at, name in enumerate(table.header) if TOTAL.match(folded(name))), -1)


def _typed_rows(report: Report) -> Iterator[_Row]:
    """The rows of lists with two numbers or more a line, of which two stand together."""
    lines = [] if report.tables else list(finds(_LINE, report.text))
    for found in lines if len(lines) >= _LINES else ():
        cells = [Decimal(cell.replace(".", "").replace(",", ".")) for cell in _CELL.findall(found["cells"])]
        main = cells[-1] if sum(cells[:-1], Decimal(0)) == cells[-1] else cells[0]
        at = Span(*found.span("cells"))
        label = found["label"].strip()
        yield _Row(_keys(label), key(found["unit"] or ""), frozenset(cells), label, main, at)


def _rows_named(report: Report, one: Figure, by_word: dict[str, list[_Row]]) -> Iterator[_Row]:
    """The rows whose label stands around a number, near enough to theirs to be meant for it."""
    value, text = single(one.value), report.text
    plain = not (one.qualifier or one.change or one.target or one.period or one.in_footnote)
    if value is None or not plain or one.unit == "%" or is_measured(one) or is_earlier(text, one):
        return
    start = clause_start(text, one.start, _BACK)
    words = [*_WORD.finditer(text, one.number_end, one.number_end + _AHEAD)]
    after = [key(word[0]) for word in words]
    if not after or _LINE.match(text, text.rfind("\n", 0, one.start) + 1):
        return
    lead = _keys(text[start : one.number_start])
    for row in (*by_word.get(after[0], ()), *by_word.get(after[1] if len(after) > 1 else "", ())):
        end = _said(report, one, row, lead, after)
        near = is_pen_slip(value, row.amount) or abs(value - row.amount) * _NEAR <= row.amount
        if not end or not (value in row.held or near) or not _ENDS.match(text, words[end - 1].end()):
            continue
        if not _OTHERWISE.search(text, sentence_start(text, one.start), words[end - 1].end()):
            yield row


def _said(report: Report, one: Figure, row: _Row, lead: Sequence[str], after: Sequence[str]) -> int:
    """How many words behind a number end what its row is called; 0 where the words around it do not call it so."""
    label = row.words
    skipped = len(_keys(row.unit)) if row.unit and " ".join(after).startswith(row.unit) else 0
    behind = after[skipped:]
    if tuple(behind[: len(label)]) == label:
        return skipped + len(label) if skipped or len(label) >= _SURE else 0
    for at in range(2, len(label)):
        tail = label[at:]
        if tuple(after[: len(tail)]) != tail:
            continue
        first = next((low for low in range(at - 1) if tuple(lead[low - at :]) == label[low:at]), None)
        if first is None or (first and len(label) - first < _SURE):
            return 0
        above = _keys(report.text[max(one.start - _ABOVE, 0) : one.start])
        return len(tail) if set(label[:first]) <= set(above) else 0
    return 0


CHECKS = (check_rows_in_their_words,)
