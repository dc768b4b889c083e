"""Numbers of a table against those of other rows that say the same of more or of less (dòng này trong dòng kia).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.levels import level_of_label, level_of_report
from tongket.checking.evidence.numbers import shown_as, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table, TableRow
from tongket.vietnamese.unicode import folded


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a row states at the report's own level: in its own cell, or in the row of that level below it."""

    row: TableRow
    amount: Decimal
    at: Span
    label: str  # folded, for comparing
    shown: str  # the number as it is printed
    column: int


def check_rows_against_rows(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for rows of one table that cannot both be right.

    A row whose label narrows another's ('... được tập huấn') may not exceed it; admitted may not exceed introduced;
    opinions are at least as many as meetings; a commune is one unit of its level.
    """
    figures: list[list[Figure]] = [[] for _ in report.tables]
    for figure in report.figures:
        if figure.table is not None:
            figures[figure.table].append(figure)
    for table, held in zip(report.tables, figures, strict=True):
        answers = list(_answers(report, table, held))
        beside: dict[tuple[str, ...], _Beside] = defaultdict(_Beside)
        for one in answers:
            beside[one.row.path[:-1]].add(one)
        for one in answers:
            yield from _against_others(one, beside[one.row.path[:-1]].of(one.label))
            yield from _unit_count(report, one)


_MOST_ALIKE = 40  # rows of one label beside one another, beyond which a table says nothing of the kind


class _Beside:
    """Answers under one row, looked up by what another label may say of them."""

    def __init__(self) -> None:
        self._order: dict[int, int] = {}
        self._by_label: dict[str, list[_Answer]] = defaultdict(list)
        self._introduced: list[_Answer] = []
        self._meetings: list[_Answer] = []

    def add(self, one: _Answer) -> None:
        """Take the next answer in the order of the table."""
        self._order[id(one)] = len(self._order)
        self._by_label[one.label].append(one)
        bare = _bare(one.label)
        if bare != one.label:
            self._by_label[bare].append(one)
        if "giới thiệu" in one.label:
            self._introduced.append(one)
        if _counts_meetings(one.label):
            self._meetings.append(one)

    def of(self, label: str) -> list[_Answer]:
        """The answers that a row of that label may be held against, in the order of the table."""
        words = _bare(label).split(" ")
        found = [
            one for end in range(1, len(words)) for one in self._by_label.get(" ".join(words[:end]), ())[:_MOST_ALIKE]
        ]
        if "được kết nạp" in label:
            found += self._introduced[:_MOST_ALIKE]
        if "ý kiến" in label:
            found += self._meetings[:_MOST_ALIKE]
        return sorted(found, key=lambda one: self._order[id(one)])


def _answers(report: Report, table: Table, figures: Iterable[Figure]) -> Iterator[_Answer]:
    own = level_of_report(report)
    paths: dict[tuple[str, ...], TableRow] = {}
    for row in table.rows:
        paths.setdefault(row.path, row)
    for one in figures:
        amount = single(one.base_value)
        if one.row is None or amount is None or one.column is None:
            continue
        row = table.rows[one.row]
        level = level_of_label(row.label)
        titled = level_of_label(table.header[one.column]) if one.column < len(table.header) else None
        if level not in (None, own) or titled not in (None, own):
            continue
        if level and len(row.path) > 1:  # '- Cấp xã và tương đương' answers for the row above it
            row = paths.get(row.path[:-1], row)
        yield _Answer(row, amount, Span(one.start, one.end), folded(row.label), shown_as(amount, one), one.column)


_GRADE = re.compile(r"(?:xuất sắc|tốt|khá|giỏi|trung bình|yếu|tiên tiến|chưa|không|một phần|trở (?:lên|xuống))(?!\w)")


def _against_others(one: _Answer, answers: list[_Answer]) -> Iterator[Finding]:
    label = one.label
    for other in answers:
        whole = other.label
        if other is one or other.row is one.row or other.column != one.column:
            continue
        case = ""
        narrowed = _bare(label).startswith(f"{_bare(whole)} ") or label.startswith(f"{whole} ")
        if narrowed and one.amount > other.amount and not _GRADE.match(_bare(label), len(_bare(whole)) + 1):
            case = "subset"
        elif (
            "được kết nạp" in label
            and "giới thiệu" in whole
            and "giới thiệu" not in label
            and one.amount > other.amount
        ):
            case = "admitted"
        elif "ý kiến" in label and _counts_meetings(whole) and _share_words(label, whole) and one.amount < other.amount:
            case = "opinions"
        if case:
            facts = {"label": one.row.label, "amount": one.shown}
            facts.update(whole=other.row.label, of=other.shown)
            yield Finding("implausible-magnitude", "warning", one.at, case, facts, (other.at,))
            return


_OF_NUMBER = re.compile(r"(?:tổng )?số (?:lượng )?")


def _bare(label: str) -> str:
    """A label without the words that say that it is a number: 'tổng số cán bộ chuyên trách'."""
    return _OF_NUMBER.sub("", label, count=1) if label.startswith(("tổng", "số")) else label


def _counts_meetings(label: str) -> bool:
    return bool(re.match(r"(?:tổng )?số (?:cuộc|hội nghị|buổi)\b", label))


def _share_words(label: str, whole: str) -> bool:
    told = set(whole.split()) - {"tổng", "số", "cuộc", "hội", "nghị", "buổi", "các"}
    return len(told & set(label.split())) >= max(2, len(told) - 1)


_UNITS_OF_LEVEL = re.compile(r"(?:tổng )?số đơn vị cấp (?:xã|huyện|tỉnh)")


def _unit_count(report: Report, one: _Answer) -> Iterator[Finding]:
    if one.amount <= 1:
        return
    own = level_of_report(report)
    named = [label for label in (one.row.label, *one.row.path) if _UNITS_OF_LEVEL.match(folded(label))]
    if named and own and level_of_label(named[0]) == own:
        facts = {"label": named[0], "amount": one.shown}
        yield Finding("implausible-magnitude", "warning", one.at, "units", facts)
