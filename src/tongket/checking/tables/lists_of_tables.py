"""Lists of the text that tell the rows of a table again, with one number that is not its row's (liệt kê theo bảng).

    'đất đai 84 đơn; chính sách xã hội 22 đơn; môi trường 15 đơn' above a table of which the row 'Môi trường' says 14.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.cells import Cells, cells_of_tables
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.places import line_of
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table

_LEAST_ALIKE = 2  # rows that the list tells with the number of the table, beside the one that it does not
_LEAST_LABEL = 4  # letters of a row's name that is looked for
_BETWEEN = re.compile(r"\s?(?:\([^()\d\n]{1,40}\)\s?)?[:–-]?\s?(?:(?:có|là|với|gồm|được|đạt|tiếp nhận)\s){0,2}")
_TOTAL = re.compile(r"\W*(?:tổng|cộng|toàn|chung|trong đó)", re.IGNORECASE)
_MOST = 60  # rows of a table that a sentence may tell again
_MOST_ROWS = 2000  # of a table: each name is looked for in all others, and no report tells of longer tables
_WORD = re.compile(r"\w+")
_FAR_AWAY = 3  # times


def check_lists_of_tables(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a paragraph tells two rows of a column or more as the table does, and one
    otherwise.

    Not flagged: lists of which more members differ than agree, as those of another time; rounded and hedged numbers,
    those of another unit; rows told twice there; numbers that another column of the row has.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        rows = {row for row, _ in values}
        labels = _labels(table, rows) if len(rows) <= _MOST_ROWS else {}
        if _LEAST_ALIKE < len(labels) <= _MOST:
            for paragraph in _paragraphs(report):
                yield from _against(table, values, _told(report.text, paragraph, labels))


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of a row: its words, and how the text would print it."""

    words: frozenset[str]
    printed: str


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line of the prose with the numbers of a list, and its words in small letters."""

    place: Span
    words: frozenset[str]
    figures: tuple[Figure, ...]


@of_last_report
def _paragraphs(report: Report) -> list[_Paragraph]:
    """The lines of the prose that hold as many numbers as a list that is looked for."""
    by_line: dict[int, list[Figure]] = defaultdict(list)
    for one in prose_of(report):
        by_line[line_of(report, one.start)].append(one)
    found = []
    for figures in by_line.values():
        if len(figures) > _LEAST_ALIKE:
            first, last = figures[0].start, figures[-1].end
            place = Span(line_start(report.text, first), line_end(report.text, last))
            words = frozenset(_WORD.findall(report.text[place.start : place.end].lower()))
            found.append(_Paragraph(place, words, tuple(figures)))
    return found


def _labels(table: Table, rows: set[int]) -> dict[int, _Label]:
    """The rows that can be told apart by their names."""
    names = {row: " ".join(table.rows[row].label.split()).strip(" .:;-").lower() for row in rows}
    seen = Counter(names.values())
    longest_first = sorted(seen, key=len, reverse=True)
    found: dict[int, _Label] = {}
    for row, name in names.items():
        if len(name) < _LEAST_LABEL or seen[name] > 1 or name[0].isdigit() or _TOTAL.match(name):
            continue
        if not any(name in other and name != other for other in longest_first):
            found[row] = _Label(frozenset(_WORD.findall(name)), rf"(?<!\w){re.escape(name)}(?!\w)")
            if len(found) > _MOST:
                break  # to look at more of them would change nothing
    return found


def _told(text: str, paragraph: _Paragraph, labels: dict[int, _Label]) -> dict[int, Figure]:
    """The numbers that stand behind the names of rows in a paragraph, by row; none for a row that has two there."""
    named = {row: label for row, label in labels.items() if label.words <= paragraph.words}
    if len(named) <= _LEAST_ALIKE:
        return {}
    found: dict[int, list[Figure]] = defaultdict(list)
    for row, label in named.items():
        for printed in re.finditer(label.printed, text[paragraph.place.start : paragraph.place.end], re.IGNORECASE):
            end = paragraph.place.start + printed.end()
            one = next((it for it in paragraph.figures if it.number_start >= end), None)
            if one is not None and _BETWEEN.fullmatch(text, end, one.number_start):
                found[row].append(one)
    return {row: ones[0] for row, ones in found.items() if len(ones) == 1 and not is_hedged(ones[0])}


def _against(table: Table, values: Cells, told: dict[int, Figure]) -> Iterator[Finding]:
    """The one number of a list that is not in its row, where the others are those of one column."""
    if len(told) <= _LEAST_ALIKE:
        return
    for column in sorted({column for _, column in values}):
        cells = {row: values[row, column] for row in told if (row, column) in values}
        alike = [row for row in cells if single(told[row].base_value) == cells[row].amount]
        apart = [row for row in cells if row not in alike]
        if len(alike) < _LEAST_ALIKE or len(apart) != 1:
            continue
        one, cell = told[apart[0]], cells[apart[0]]
        stated, units = single(one.base_value), {told[row].base_unit for row in alike}
        others = {value.amount for (row, _), value in values.items() if row == apart[0]}
        if stated is None or one.base_unit not in units or stated in others or one.unit == "%" or one.change:
            continue
        if 0 < cell.amount < stated * _FAR_AWAY and stated < cell.amount * _FAR_AWAY:
            facts = {"text": one.text, "table": cell.shown(), "label": table.rows[apart[0]].label}
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (cell.at,))
            return
