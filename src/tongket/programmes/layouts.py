"""The forms of a programme as tables may show them: as printed, or with rows and columns exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tongket.model.programmes import Form, FormRow, Programme
from tongket.programmes.words import Known, Weights, know, normal, weigh


@dataclass(frozen=True, slots=True)
class Line:
    """What a row may be: its label with other ways of writing it, the labels above it, and what its cells carry."""

    index: int
    labels: tuple[str, ...]
    above: tuple[str, ...]
    indicators: tuple[str, ...]
    cell: str
    level: str
    parent: int  # index of the line above it, -1 at the top
    is_twin: bool  # another line has the same label
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """What a value column may be."""

    titles: tuple[str, ...]
    indicator: str
    cell: str
    level: str


@dataclass(frozen=True, slots=True)
class Layout:
    """One way in which a form is laid out in a table."""

    form: str
    lines: tuple[Line, ...]
    slots: tuple[Slot, ...]
    weights: Weights
    slot_weights: Weights
    known: tuple[tuple[Known, ...], ...]  # the labels of each line, ready for comparing
    known_above: tuple[tuple[Known, ...], ...]  # and those above it
    known_titles: tuple[tuple[Known, ...], ...]  # and the titles of each slot
    naming: Mapping[str, tuple[int, ...]]  # a word -> the lines that have it in a label


@lru_cache(maxsize=16)
def layouts(programme: Programme) -> tuple[Layout, ...]:
    """All layouts of the programme's forms."""
    found: list[Layout] = []
    for form in programme.forms:
        found.append(_layout(form.code, _lines(programme, form), _slots(programme, form)))
        if any(column.indicator for column in form.columns):
            found.append(_exchanged(programme, form))
    return tuple(found)


def _layout(code: str, lines: tuple[Line, ...], slots: tuple[Slot, ...]) -> Layout:
    weights = weigh([label for line in lines for label in line.labels[:1]])
    slot_weights = weigh([slot.titles[0] for slot in slots])
    known = tuple(_known(line.labels, weights) for line in lines)
    naming: dict[str, list[int]] = {}
    for line, labels in zip(lines, known, strict=True):
        for word in sorted({word for label in labels for word in label.words}):
            naming.setdefault(word, []).append(line.index)
    return Layout(
        form=code,
        lines=lines,
        slots=slots,
        weights=weights,
        slot_weights=slot_weights,
        known=known,
        known_above=tuple(_known(line.above, weights) for line in lines),
        known_titles=tuple(_known(slot.titles, slot_weights) for slot in slots),
        naming={word: tuple(found) for word, found in naming.items()},
    )


def _known(labels: Iterable[str], weights: Weights) -> tuple[Known, ...]:
    return tuple(know(label, weights) for label in labels)


def _lines(programme: Programme, form: Form) -> tuple[Line, ...]:
    counts: dict[str, int] = {}
    for row in form.rows:
        counts[normal(row.label)] = counts.get(normal(row.label), 0) + 1
    stack: list[tuple[int, int]] = []  # depth and index of the rows above
    lines: list[Line] = []
    for index, row in enumerate(form.rows):
        while stack and stack[-1][0] >= row.depth:
            stack.pop()
        parent = stack[-1][1] if stack else -1
        above = (*lines[parent].above, form.rows[parent].label) if parent >= 0 else ()
        labels = (row.label, *_others(programme, form, row))
        is_total = not row.indicators and not row.cell and normal(row.label).strip() in _TOTALS
        lines.append(
            Line(
                index,
                labels,
                above,
                row.indicators,
                row.cell,
                row.level,
                parent,
                counts[normal(row.label)] > 1,
                is_total,
            )
        )
        stack.append((row.depth, index))
    return tuple(lines)


_TOTALS = frozenset(normal(words).strip() for words in ("Tổng cộng", "Tổng số", "Cộng", "Tổng", "Toàn bộ", "Chung"))


def is_total(label: str) -> bool:
    """Whether a label says that the row or column is the total."""
    return normal(label).strip() in _TOTALS


def _others(programme: Programme, form: Form, row: FormRow) -> tuple[str, ...]:
    """Other labels under which the row may stand: names and aliases of its one indicator, or of its cell."""
    if len(row.indicators) == 1 and not row.level:
        indicator = programme.indicator(row.indicators[0])
        return (indicator.name, *indicator.aliases) if indicator else ()
    if row.cell and not row.indicators:
        return _cell_names(programme, form, row.cell)
    return ()


def _cell_names(programme: Programme, form: Form, cell: str) -> tuple[str, ...]:
    for column in form.columns:
        indicator = programme.indicator(column.indicator)
        for value in programme.cells(indicator) if indicator else ():
            if value.code == cell:
                return (value.name, *value.aliases)
    return ()


def _slots(programme: Programme, form: Form) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    for column in form.columns:
        if column.role == "value":
            indicator = programme.indicator(column.indicator)
            others = (indicator.name, *indicator.aliases) if indicator else ()
            slots.append(Slot((column.title, *others), column.indicator, column.cell, column.level))
    return tuple(slots)


def _exchanged(programme: Programme, form: Form) -> Layout:
    """The form with its indicators down and its cells across."""
    slots, lines = _slots(programme, form), _lines(programme, form)
    turned_lines = tuple(
        Line(index, slot.titles, (), (slot.indicator,), slot.cell, slot.level, -1, False)
        for index, slot in enumerate(slots)
    )
    turned_slots = tuple(Slot(line.labels, "", line.cell, line.level) for line in lines)
    return _layout(form.code, turned_lines, turned_slots)
