"""What a consolidation is asked, as the small tables that its statements start from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from tongket.consolidating.engines import Engine
from tongket.consolidating.shape import LATEST, MADE, MAX, MIN, SUM, WAYS, Shape
from tongket.consolidating.tables import INPUTS
from tongket.consolidating.tree import Tree, grow_tree
from tongket.consolidating.views import Seats, heirs_of, seats_of
from tongket.model.periods import Period
from tongket.model.programmes import Indicator, Programme
from tongket.model.rounds import MapView, Round
from tongket.model.units import ShareKey
from tongket.registry.units import Registry

TIMINGS = {"sum": SUM, "max": MAX, "min": MIN}  # all others: the latest


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the observations. ``periods`` () is the round's own, as one; ``by_period`` each that occurs."""

    programme: Programme
    round: Round
    registry: Registry
    periods: tuple[Period, ...] = ()
    by_period: bool = False
    unique: bool = False  # the source keeps each revision of an answer once
    view: MapView = "reported"
    as_of: str = ""  # the day of the map; "" = the end of the round's period
    shared_by: ShareKey = "people"  # of the view 'apportioned'

    @property
    def start(self) -> str:
        """First day of the round's period, "" when open."""
        return self.round.period_start or self.programme.period_start

    @property
    def end(self) -> str:
        """Last day of the round's period, "" when open."""
        return self.round.period_end or self.programme.period_end


@dataclass(frozen=True, slots=True)
class Slot:
    """An indicator and cell."""

    id: int
    indicator: Indicator
    cell: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """The numbers that stand for codes in the tables, and ``shape`` for the statements."""

    question: Question
    tree: Tree
    slots: tuple[Slot, ...]
    periods: tuple[str, ...]  # 'start/end' by number; "" is the round's, as a whole
    units: tuple[str, ...]
    shape: Shape
    seats: Seats
    rows: Mapping[str, Sequence[tuple[Any, ...]]] = field(repr=False, default_factory=dict)

    @property
    def depths(self) -> dict[str, int]:
        """How far below the top each unit stands that is shown; of several places the highest."""
        return {node.unit: node.depth for node in reversed(self.tree.nodes)} | dict(self.seats.depths)


def prepare(engine: Engine, question: Question) -> Inputs:
    """Look through the table ``obs`` of ``engine`` for what occurs, number it, and fill the tables of ``tables.py``."""
    answered = engine.rows("select distinct indicator, cell from obs")
    spans = _within(engine.rows("select distinct period_start, period_end from obs"), question)
    tellers = sorted(engine.rows("select distinct unit, body, body_kind, extent from obs"))
    days = sorted({end for _, end in spans})
    tree = grow_tree(
        question.round,
        ((unit, day) for unit in dict.fromkeys(row[0] for row in tellers) for day in days),
        question.registry,
        question.end,
    )
    made = _make(question, tree, answered, spans, tellers)
    for table in INPUTS:
        engine.fill(table, made.rows[table.name])
    return made


def _make(
    question: Question,
    tree: Tree,
    answered: Sequence[tuple[Any, ...]],
    spans: Sequence[tuple[str, str]],
    tellers: Sequence[tuple[Any, ...]],
) -> Inputs:
    slots = tuple(_slots(question.programme, answered))
    numbers = {(one.indicator.code, one.cell): one.id for one in slots}
    codes = {one.code: place for place, one in enumerate(question.programme.indicators)}
    kinds = {kind: number for number, kind in enumerate(sorted({row[2] for row in tellers}))}
    askings = _askings(slots)
    last = max((end for _, end in spans), default="")
    seats = seats_of(tree, question.registry, question.view, question.as_of or question.end or last)
    beside = {split.node for split in seats.splits if split.has_below}
    lasting = any(slot.indicator.over_time not in TIMINGS for slot in slots) and len(spans) > 1
    heirs = sorted(heirs_of(tree, question.registry, question.end or last)) if lasting else []
    shown = (unit for targets in seats.moved.values() for unit in targets)
    number = {unit: place for place, unit in enumerate(sorted({*(node.unit for node in tree.nodes), *shown}))}
    periods, span_rows = _spans(spans, question, tree)
    expected, unasked = _expected(tree, askings)
    rows: dict[str, list[tuple[Any, ...]]] = {
        "slot": [_slot_row(one, codes, kinds, askings) for one in slots],
        "teller": list(_teller_rows(tellers, tree, number, kinds, unasked)),
        "span": span_rows,
        "node": [(one.id, number[one.unit], one.parent, one.depth) for one in tree.nodes],
        "ask": expected,
        "fold": list(_folds(slots, numbers, question.programme)),
        "role": list(_roles(slots, numbers)),
        "overlap": _overlaps(span_rows),
        "heir": [(number[unit], number[heir], above) for unit, heir, above in heirs],
        "seat": [
            (
                node,
                number.get(target, -1),
                int(node in seats.own and place == 0),
                int(node in beside and target == tree.nodes[node].unit),
            )
            for node, targets in seats.moved.items()
            for place, target in enumerate(targets or ("",))
        ],
    }
    return Inputs(question, tree, slots, periods, tuple(number), _shape(question, tree, rows), seats, rows)


def _shape(question: Question, tree: Tree, rows: Mapping[str, Sequence[tuple[Any, ...]]]) -> Shape:
    spans = [row[4] for row in rows["span"]]
    return Shape(
        deepest=max(node.depth for node in tree.nodes),
        ways=frozenset(row[4] for row in rows["slot"]),
        unique=question.unique,
        several_spans=len(spans) > len(set(spans)),
        overlaps=bool(rows["overlap"]),
        crowded=any(row[10] for row in rows["teller"]),
        plain=all(row[9] and not row[10] for row in rows["teller"]),
        folds=tuple(sorted({row[2] for row in rows["fold"]}, reverse=True)),
        made=any(row[4] == MADE for row in rows["slot"]),
        known=bool(tree.asked),
        unasked=any(row[12] for row in rows["teller"]),
        heirs=bool(rows["heir"]),
        moved=bool(rows["seat"]),
    )


def _within(spans: Iterable[tuple[Any, ...]], question: Question) -> list[tuple[str, str]]:
    start, end = question.start, question.end
    return sorted(
        (first, last)
        for first, last in spans
        if (not first or not start or first >= start) and (not end or last <= end)
    )


def _spans(
    spans: Sequence[tuple[str, str]], question: Question, tree: Tree
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """The periods asked for, and the rows of the spans in them, in order of last day, then first."""
    ordered = sorted(spans, key=lambda span: (span[1], span[0]))
    if question.periods:
        periods = tuple(period.key for period in question.periods)
        held = [
            (span, number)
            for span in ordered
            for number, period in enumerate(question.periods)
            if (not span[0] or period.start <= span[0]) and period.start <= span[1] <= period.end
        ]
    elif question.by_period:
        periods = tuple("/".join(span) for span in ordered)
        held = [(span, number) for number, span in enumerate(ordered)]
    else:
        periods, held = ("",), [(span, 0) for span in ordered]
    late = {span: number for number, span in enumerate(ordered)}
    return periods, [(late[span], *span, tree.eras.get(span[1], 0), period, late[span]) for span, period in held]


def _overlaps(spans: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [
        (period, span, other)
        for (span, start, end, _, period, _), (other, first, last, _, same, _) in combinations(spans, 2)
        if period == same and start <= last and first <= end
    ]


def _slots(programme: Programme, answered: Iterable[tuple[Any, ...]]) -> Iterator[Slot]:
    """Every indicator of the programme with the cells that are answered, and those that can be made of them."""
    cells: dict[str, set[str]] = defaultdict(set)
    for indicator, cell in answered:
        cells[indicator].add(cell)
    for indicator in programme.indicators:
        for _ in indicator.dimensions:
            found = cells[indicator.code]
            found.update(total for cell in list(found) for total, *_ in _totals(cell, indicator, programme))
    for indicator in programme.indicators:
        if WAYS[indicator.over_units] == MADE:
            top, bottom = parts_of(indicator)
            cells[indicator.code] |= cells[top] & cells[bottom]
    number = 0
    for indicator in programme.indicators:
        order = {value.code: place for place, value in enumerate(programme.cells(indicator))}
        met = cells[indicator.code]
        for cell in sorted(met, key=lambda one: (one != "", [order.get(v, len(order)) for v in one.split("+")], one)):
            yield Slot(number, indicator, cell)
            number += 1


def parts_of(indicator: Indicator) -> tuple[str, str]:
    """Codes of the indicators above and below the line."""
    if indicator.over_units == "weighted":
        return indicator.code, indicator.weight
    return indicator.numerator, indicator.denominator


def _totals(cell: str, indicator: Indicator, programme: Programme) -> Iterator[tuple[str, int, int]]:
    """(cell without one additive dimension of it, place of that dimension, number of its values)."""
    if not cell or indicator.over_units != "sum":
        return
    values = cell.split("+")
    for place, code in enumerate(indicator.dimensions):
        dimension = programme.dimension(code)
        if dimension and dimension.additive:
            own = {value.code for value in dimension.values}
            left = [value for value in values if value not in own]
            if len(left) == len(values) - 1:
                yield "+".join(left), place, len(own)


def _folds(
    slots: Iterable[Slot], numbers: Mapping[tuple[str, str], int], programme: Programme
) -> Iterator[tuple[int, int, int, int, int]]:
    for one in slots:
        for total, place, members in _totals(one.cell, one.indicator, programme):
            step = len(total.split("+")) if total else 0
            yield one.id, numbers[one.indicator.code, total], step, place, members


def _roles(slots: Iterable[Slot], numbers: Mapping[tuple[str, str], int]) -> Iterator[tuple[int, int, int, int]]:
    for one in slots:
        if WAYS[one.indicator.over_units] != MADE:
            continue
        pair = [numbers.get((code, one.cell)) for code in parts_of(one.indicator)]
        weighted = int(one.indicator.over_units == "weighted")
        yield from ((part, one.id, side, weighted) for side, part in enumerate(pair) if part is not None)


def _askings(slots: Iterable[Slot]) -> dict[tuple[str, tuple[str, ...]], tuple[int, Indicator]]:
    """The different ways in which bodies are asked: by owner and levels, numbered, with an indicator of each."""
    found: dict[tuple[str, tuple[str, ...]], tuple[int, Indicator]] = {}
    for one in slots:
        found.setdefault((one.indicator.owner, one.indicator.levels), (len(found), one.indicator))
    return found


def _expected(
    tree: Tree, askings: Mapping[tuple[str, tuple[str, ...]], tuple[int, Indicator]]
) -> tuple[list[tuple[Any, ...]], set[int]]:
    """Rows (asking, node, expected, of these beneath), and the nodes that are not asked for something."""
    rows: list[tuple[Any, ...]] = []
    unasked: set[int] = set()
    for number, indicator in askings.values():
        expected = [0] * len(tree.nodes)
        asked = {tree.asked_at[unit] for unit in tree.asked_at if tree.is_asked(unit, indicator)}
        for node in reversed(tree.nodes):  # from the lowest up: a node's number is above that of its parent
            beneath = sum(expected[child] for child in tree.children.get(node.id, ()))
            expected[node.id] = beneath or int(node.id in asked)
            if expected[node.id]:
                rows.append((number, node.id, expected[node.id], beneath))
            else:
                unasked.add(node.id)
    return rows, unasked


def _slot_row(
    one: Slot,
    codes: Mapping[str, int],
    kinds: Mapping[str, int],
    askings: Mapping[tuple[str, tuple[str, ...]], tuple[int, Indicator]],
) -> tuple[Any, ...]:
    indicator = one.indicator
    owner, cell_owner = kinds.get(indicator.owner, -1), -1
    if not indicator.owner:
        cell_owner = next((kinds[value] for value in one.cell.split("+") if value in kinds), -1)
    return (
        one.id, indicator.code, one.cell, codes[indicator.code], WAYS[indicator.over_units],
        TIMINGS.get(indicator.over_time, LATEST), owner, cell_owner, askings[indicator.owner, indicator.levels][0],
    )  # fmt: skip


def _teller_rows(
    tellers: Sequence[tuple[Any, ...]],
    tree: Tree,
    number: Mapping[str, int],
    kinds: Mapping[str, int],
    unasked: set[int],
) -> Iterator[tuple[Any, ...]]:
    said: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for unit, *rest in tellers:
        said[unit].add(tuple(rest))
    eras = sorted(set(tree.eras.values()))
    bodies = {who: place for place, who in enumerate(dict.fromkeys(row[:2] for row in tellers))}
    for unit, body, kind in dict.fromkeys(row[:3] for row in tellers):
        for era in eras:
            at = tree.places.get((unit, era))
            if at is None:
                continue
            node = tree.nodes[at]
            yield (
                bodies[unit, body], unit, body, kind, era, number[unit], at, node.parent, node.depth,
                int(at not in tree.children), int(len(said[unit]) > 1), kinds[kind], int(at in unasked),
            )  # fmt: skip
