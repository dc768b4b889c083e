"""Rows of a table that the text names beside their number (số liệu của một dòng, nêu lại trong lời văn): as the
highest or the lowest of a column that they are not, or with the number of another column.

Cases of ``body-appendix-mismatch``, whose page stands with the text against the tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter

from tongket.checking.evidence.cells import Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.near_numbers import amount, counts_alike, prose_of, swapped
from tongket.checking.evidence.numbers import is_hedged, shown
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import key

_HIGHEST = re.compile(r"(?<!\w)(?:(?:nhiều|cao|lớn|đông|dài|rộng)(?:\s[^\W\d_]+){0,6} nhất|dẫn đầu)(?!\w)")
_LOWEST = re.compile(r"(?<!\w)(?:ít|thấp|nhỏ|ngắn)(?:\s[^\W\d_]+){0,6} nhất(?!\w)")
_PLACE = re.compile(
    r"(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị (?:xã|trấn)|[Tt]hành phố|[Tt]hôn|[Bb]ản|[Kk]hối|[Tt]rường)\s(?=[A-ZĐ])"
)
_TOTAL = re.compile(r"(?:[Tt]ổng|TỔNG|[Cc]ộng|CỘNG|[Tt]oàn )")
_BARE_TOTAL = re.compile(r"(?:[Tt]ổng(?: cộng| số)?|TỔNG(?: CỘNG| SỐ)?|[Cc]ộng|CỘNG|[Tt]oàn \w+)\W*")
_SENTENCE = re.compile(r"[.;!?]\s|\n")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LABEL = 5  # letters of a label that is looked for
_LEAST_ROWS = 3
_FAR = 90  # letters from the name of a row to its number
_VERB = re.compile(r"\s(?:(?:giảm |chỉ |xuống )?còn|có|là|với|đạt|hiện có|lên)$")
_TELLING = 100  # a number of three digits has those of a cell in another order by more than chance
_MOST_ROWS = 60
_MOST_NAMES, _MOST_TABLES, _MOST_TOLD = 3000, 20, 100  # rows looked for, tables of one name, numbers told of it


def check_named_cells(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text calls a row the highest or lowest of a column that it is not
    ('ít nhất là Khe Lanh với 19.306 hội viên'), or gives it the number of another column than the one it names.

    Not flagged: rows that stand twice, of which the text has another number, or of tables with fewer than three rows.
    """
    figures = prose_of(report)
    told: dict[str, list[tuple[Figure, str]]] = {}  # by the name of a row
    times: Counter[str] = Counter()
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        rows = [at for at, row in enumerate(table.rows) if row.label and not _TOTAL.match(row.label.strip())]
        named = [at for at, row in enumerate(table.rows) if row.label and not _BARE_TOTAL.fullmatch(row.label.strip())]
        if not _LEAST_ROWS <= len(named) <= _MOST_ROWS:
            continue
        for at in named:
            label = _PLACE.sub("", table.rows[at].label.strip(), count=1)
            if len(label) < _LEAST_LABEL or not any((at, column) in cells for column in range(len(table.header))):
                continue
            if label not in told and len(told) < _MOST_NAMES:
                told[label] = list(islice(_said_beside(report, figures, label), _MOST_TOLD))
            times[label] += 1
            for one, clause in told.get(label, ()) if times[label] <= _MOST_TABLES else ():
                yield from _check(table, cells, rows, at, one, clause)


def _said_beside(report: Report, figures: Sequence[Figure], label: str) -> Iterator[tuple[Figure, str]]:
    """The numbers of the prose right behind the name of a row, with the words of their sentence."""
    for name in {label, label[0].lower() + label[1:]}:
        for start in places_of(report.text, name):
            at = bisect_left(figures, start, key=attrgetter("start"))
            if at < len(figures) and figures[at].start - start - len(name) <= _FAR and _is_told(figures[at]):
                one = figures[at]
                if not _SENTENCE.search(report.text, start, one.start):
                    behind = _SENTENCE.search(report.text, one.end, one.end + _FAR)
                    low = _SENTENCE.split(report.text[max(start - _FAR, 0) : start])[-1]
                    end = behind.start() if behind else one.end + _FAR
                    yield one, f"{low}{report.text[start:end]}"


def _check(table: Table, cells: Cells, rows: Sequence[int], at: int, one: Figure, clause: str) -> Iterator[Finding]:
    mine = [cells[at, column] for column in range(len(table.header)) if (at, column) in cells]
    held = [cell for cell in mine if cell.amount == amount(one)]
    rate = one.unit == "%"
    places = _MOST_PLACES if rate else 0
    meant = [cell for cell in mine if (cell.unit == "%") == rate and swapped(amount(one), cell.amount, places)]
    head = _VERB.sub("", clause[: clause.find(one.text)].lower().rstrip(" :"))
    label = table.rows[at].label.strip().lower()
    beside = head.endswith(label) or (len(meant) == 1 and _says_column(head.rpartition(label), table, meant[0]))
    telling = rate or (amount(one) >= _TELLING and counts_alike(one, meant[0].figure)) if meant else False
    if beside and not held and len(meant) == 1 and telling:
        facts = {"text": one.text, "table": meant[0].shown(), "label": table.rows[at].label.strip()}
        yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (meant[0].at,))
    if len(held) != 1 or rate or at not in rows:
        return
    cell = held[0]
    column = [cells[row, cell.column] for row in rows if (row, cell.column) in cells]
    best = _other_end(clause, cell, [one for one in column if not _is_parted(table, at, one.row)])
    if best is not None:
        label = table.rows[best.row].label
        facts = {"text": one.text, "table": best.shown(), "label": label}
        yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (cell.at, best.at))
        return
    if cell.column >= len(table.header) or _shares_a_word(clause, table.header[cell.column]):
        return
    before, _, behind = clause.partition(one.text)
    near = f"{before} {_DIGIT.split(behind)[0]}"  # not 'đạt 113,8% kế hoạch' behind it
    named = [other for other in mine if other is not cell and _names(near, table.header[other.column])]
    if len(named) == 1:
        facts = {"text": one.text, "table": shown(named[0].amount), "label": table.header[named[0].column].strip()}
        yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (named[0].at,))


_DIGIT = re.compile(r"\d")
_MOST_PLACES = 2  # decimals of a rate


def _is_told(one: Figure) -> bool:
    """Whether a number is told as it is, be it a rate."""
    return is_plain(one) or (one.unit == "%" and not is_hedged(one) and not one.change and not one.target)


def _is_parted(table: Table, one: int, other: int) -> bool:
    """Whether a total stands between two rows: receipts and expenses are not compared."""
    low, high = sorted((one, other))
    return any(_TOTAL.match(row.label.strip()) for row in table.rows[low + 1 : high])


def _says_column(head: tuple[str, str, str], table: Table, cell: NumberCell) -> bool:
    """Whether all that stands between a row's name and a number is the name of the column: 'Lao động tự do: đã chi trả
    35.809 người'.
    """
    _, label, said = head
    return (
        bool(label)
        and cell.column < len(table.header)
        and _NAMES_IT.fullmatch(said) is not None
        and (_begins(table.header[cell.column], said))
    )


_NAMES_IT = re.compile(r":? [^\W\d_]+(?: [^\W\d_]+){1,5}")


def _begins(title: str, said: str) -> bool:
    """Whether a column's title begins with what is said, in whole words."""
    words = [key(word) for word in _WORD.findall(said)]
    return [key(word) for word in _WORD.findall(title)][: len(words)] == words


def _other_end(clause: str, cell: NumberCell, column: Sequence[NumberCell]) -> NumberCell | None:
    """The cell that is what the text calls this one: the highest or the lowest of its column."""
    if len(column) < _LEAST_ROWS:
        return None
    high, low = _HIGHEST.search(clause.lower()), _LOWEST.search(clause.lower())
    if high and not low:
        best = max(column, key=attrgetter("amount"))
        return best if best.amount > cell.amount else None
    if low and not high:
        best = min(column, key=attrgetter("amount"))
        return best if best.amount < cell.amount else None
    return None


def _shares_a_word(clause: str, title: str) -> bool:
    return bool({key(word) for word in _WORD.findall(title)} & {key(word) for word in _WORD.findall(clause)})


def _names(clause: str, title: str) -> bool:
    """Whether the words of a column's title all stand in a clause, one after the other."""
    words = " ".join(key(word) for word in _WORD.findall(title))
    return len(words) >= _LEAST_LABEL and f" {words} " in f" {' '.join(key(word) for word in _WORD.findall(clause))} "
