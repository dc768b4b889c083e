"""Which column of a report's table is which value column of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.model.reports import Table
from tongket.programmes.layouts import Layout, Slot, is_total
from tongket.programmes.levels import title_level
from tongket.programmes.words import alike, know, normal

_ORDINAL = re.compile(r"\s*(?:STT|TT|Stt|Tt|Số TT|Số thứ tự|SỐ TT|SỐ THỨ TỰ|Số tt)\.?\s*")
_NOTES = tuple(normal(words) for words in ("ghi chú", "đơn vị tính", "đvt", "đơn vị", "nội dung", "chỉ tiêu"))
_AMOUNTS = tuple(
    normal(words)
    for words in ("số lượng", "kết quả", "kết quả thực hiện", "tổng số", "tổng cộng", "thực hiện", "số liệu", "giá trị")
)
_YEAR = re.compile(r"(?:[Nn]ăm|NĂM|[Qq]uý|[Tt]háng)\s*(?:[IV]+\s*[/-]\s*)?\d|^\s*20\d\d\s*$")
_FOUR = re.compile(r"20\d\d")
_DATED = re.compile(
    r"(?:[Đđ]ến |[Tt]ính đến |[Tt]ừ |[Nn]ăm |[Tt]háng |[Nn]gày |[Cc]uối |[Đđ]ầu )*(?:\d{1,2}[/-])*20\d\d"
)
_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column of a table and the value column that it is; ``is_part`` where it holds one year only."""

    column: int
    slot: Slot
    score: float
    title: str
    is_part: bool = False


def match_columns(table: Table, layout: Layout) -> tuple[ColumnMatch, ...]:
    """The value columns of ``table`` that are columns of ``layout``, left to right."""
    titles = {column: title for column, title in enumerate(table.header) if column > _label_column(table)}
    if not titles:
        titles = dict.fromkeys(range(_label_column(table) + 1, _width(table)), "")
    titles = {
        column: title
        for column, title in titles.items()
        if not _ORDINAL.fullmatch(title) and normal(title) not in _NOTES
    }
    if any(slot.level for slot in layout.slots):
        return _by_level(titles, layout)
    if len(layout.slots) == 1 and not (layout.slots[0].indicator or layout.slots[0].cell):
        return _by_amount(titles, layout.slots[0])
    return _by_title(titles, layout)


def _label_column(table: Table) -> int:
    """The column in which most rows have their label."""
    counts: dict[int, int] = {}
    for row in table.rows:
        for cell in row.cells:
            if cell.start <= row.label_start < max(cell.end, cell.start + 1) and row.label:
                counts[cell.column] = counts.get(cell.column, 0) + 1
    return max(counts, key=lambda column: counts[column]) if counts else 0


def _width(table: Table) -> int:
    return max((cell.column + cell.columns for row in table.rows for cell in row.cells), default=0)


def _by_level(titles: dict[int, str], layout: Layout) -> tuple[ColumnMatch, ...]:
    slots = {slot.level: slot for slot in layout.slots}
    found = {column: title_level(title) for column, title in titles.items()}
    return tuple(
        ColumnMatch(column, slots[level], 1.0, titles[column]) for column, level in found.items() if level in slots
    )


def _by_amount(titles: dict[int, str], slot: Slot) -> tuple[ColumnMatch, ...]:
    """One amount a row: the column so titled, or the only one; level columns and years beside it stay what they are."""
    levels = {column: title_level(title) for column, title in titles.items()}
    if sum(bool(level) for level in levels.values()) > 1:
        return tuple(
            ColumnMatch(column, Slot(slot.titles, "", level, level), 1.0, titles[column])
            for column, level in levels.items()
            if level
        )
    amounts = [column for column, title in titles.items() if normal(title) in _AMOUNTS or is_total(title)]
    if not amounts and len(titles) == 1:
        amounts = list(titles)
    years = [column for column, title in titles.items() if _YEAR.search(title) and column not in amounts]
    whole = tuple(ColumnMatch(column, slot, 1.0, titles[column]) for column in amounts[:1])
    if whole:
        return whole
    return tuple(ColumnMatch(column, slot, 0.9, titles[column], is_part=True) for column in years)


def _by_title(titles: dict[int, str], layout: Layout) -> tuple[ColumnMatch, ...]:
    """Indicators or cells across: the best pairs of title and slot first; of two years, the later.

    A column whose slot went to a later year of the same title is the base of a comparison, and is left out.
    """
    bare = {column: _DATED.sub(" ", title) for column, title in titles.items()}
    pairs = sorted(
        (-score, -_year(title), column, index)
        for column, title in titles.items()
        for index, score in enumerate(_scores(bare[column], layout))
    )
    found: dict[int, ColumnMatch] = {}
    taken: dict[int, str] = {}
    left_out: set[int] = set()
    for negative, _, column, index in pairs:
        if -negative < _LEAST or column in found or column in left_out:
            continue
        if index not in taken:
            found[column] = ColumnMatch(column, layout.slots[index], -negative, titles[column])
            taken[index] = bare[column]
        elif normal(taken[index]) == normal(bare[column]):
            left_out.add(column)
    return tuple(found[column] for column in sorted(found))


def _year(title: str) -> int:
    """The last year in a title; without one, the title speaks of now."""
    years = _FOUR.findall(title)
    return int(years[-1]) if years else 9999


def _scores(title: str, layout: Layout) -> Iterator[float]:
    """How alike ``title`` is to each slot."""
    own, weights = know(title, layout.slot_weights), layout.slot_weights
    for slot, known in zip(layout.slots, layout.known_titles, strict=True):
        if not slot.indicator and not slot.cell:
            yield 1.0 if is_total(title) else 0.0
        else:
            yield max(alike(own, other, weights) for other in known)
