"""The rows of tables as what the text may say again (dòng của bảng, đối chiếu với lời văn): their numbers, each with
the words that tell its row from the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.checking.evidence.cells import cells_of_tables
from tongket.checking.evidence.levels import level_of_label, level_of_report
from tongket.checking.evidence.own_years import own_years
from tongket.checking.evidence.same_matter import A_YEAR
from tongket.checking.tables.rows import ASKS_TWO, is_own_row, without_brackets
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.numbers import SCALES
from tongket.vietnamese.unicode import folded, key

_OF_WHICH = re.compile(r"\W*(?:trong đó|trong số đó|riêng)\b")  # a part: its words do not say of what
STOP = frozenset(
    key(word)
    for words in (
        "các của và về việc trong được cho với theo số cuộc",
        "tại bằng là có đã do từ đến một những",
        "tham dự gia tổ chức thực hiện triển khai",
    )
    for word in words.split()
)


@dataclass(frozen=True, slots=True)
class RowTold:
    """A leaf row with a number: its telling words, those of the row above, and the cell."""

    label: str
    words: frozenset[str]
    above: frozenset[str]
    amount: Decimal
    at: Span
    unit: frozenset[str]  # words of the counted noun, where the table gives it
    row: tuple[int, int]  # table and row
    shown: str  # the number as it is printed
    kind: str  # of its unit, where it is measured
    alone: bool  # whether the row holds no other number


def told_rows(report: Report) -> Iterator[RowTold]:
    """The numbers of the tables in rows and columns of the report's own level, but for those of parts."""
    own = level_of_report(report)
    for index, (table, values) in enumerate(zip(report.tables, cells_of_tables(report), strict=True)):
        held = Counter(value.row for value in values.values())
        for value in values.values():
            row = table.rows[value.row]
            level = level_of_label(table.header[value.column]) if value.column < len(table.header) else None
            if not is_own_row(row, own) or level not in (None, own):
                continue
            if ASKS_TWO.search(without_brackets(row.label)) or _OF_WHICH.match(folded(row.label)):
                continue
            if set(A_YEAR.findall(row.label)) - own_years(report):
                continue
            above = row.path[-2] if len(row.path) > 1 else ""
            yield RowTold(
                row.label,
                telling_words(row.label),
                telling_words(above),
                value.amount,
                value.at,
                telling_words(value.unit),
                (index, value.row),
                value.shown(),
                kind_of(value.unit),
                held[value.row] == 1,
            )


@lru_cache(maxsize=1024)
def kind_of(unit: str) -> str:
    """'money', 'rate', 'area' ... of a unit that measures; "" of one that counts, or is not known."""
    words = unit.split("/")[0].split()
    while words and words[0].lower() in SCALES:
        words = words[1:]
    matched = match_unit(words) if words else None
    if unit.strip() and not words:
        return "money"  # 'triệu'
    return "rate" if unit.startswith("%") else matched[0].kind if matched and matched[0].is_measure else ""


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """The words of a label or clause by their keys, but for those that any of them may have."""
    return frozenset(word for word in re.findall(r"\w+", key(text)) if word not in STOP and not word.isdigit())
