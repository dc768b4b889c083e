"""Rows of the engine into rollups: refusals, ratios, marks and coverage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import partial

from tongket.consolidating.engines import Engine
from tongket.consolidating.inputs import Inputs, Slot, parts_of
from tongket.consolidating.shape import COUNT, MADE, SUM, WAYS
from tongket.consolidating.shares import show_pieces
from tongket.consolidating.sources import Answers
from tongket.consolidating.total_rows import READ_SAID, READ_UNLIKE, READ_VIEWED, READ_WHOLES, Row, Said, Viewed, Whole
from tongket.messages import N_
from tongket.model.figures import Extent
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import Indicator
from tongket.vietnamese.numbers import format_number

NOT_ADDED = {
    "rank": N_("Ranks are not added; see each unit."),
    "score": N_("Scores are not added; see each unit."),
    "text": N_("Texts are not added; see each unit."),
    "share": N_("Percentages are neither added nor averaged; see each unit."),
    "other": N_("The programme says that this indicator is not added; see each unit."),
}
CONFLICT = N_("{unit}: bodies report different values of '{indicator}' ({values}), and the programme names no owner.")
CLASH = N_("{unit}: values of '{indicator}' cover overlapping periods ({values}) and are not added.")
NO_PARTS = N_("A ratio is computed from sums; the reports give no '{numerator}' and '{denominator}' together.")
NO_WHOLE = N_("A ratio is computed from sums; the sum of '{denominator}' is zero.")


@dataclass(frozen=True, slots=True)
class Rolled:
    """``rollups`` of all units; ``compared``: where a unit states its whole area and units below it report, too, the
    sum from below (extent own) and the stated value (extent area), in pairs. ``cells``: where a unit states a total
    and all cells of a dimension, and they do not add up to it, the sum of the cells and the stated total, in pairs.
    """

    rollups: tuple[Rollup, ...]
    compared: tuple[Rollup, ...] = ()
    cells: tuple[Rollup, ...] = ()


def refusal_of(indicator: Indicator) -> str:
    """Why values of ``indicator`` are not added over units (a message id); "" when they are."""
    if indicator.over_units == "none":
        return NOT_ADDED.get(indicator.kind, NOT_ADDED["other"])
    if indicator.kind in ("rank", "score", "text") and indicator.over_units in ("sum", "ratio", "weighted"):
        return NOT_ADDED[indicator.kind]
    if indicator.kind == "share" and indicator.over_units == "sum":
        return NOT_ADDED["share"]
    return ""


def qualifier_of(approximate: int, above: int, below: int) -> str:
    """What a total with ``approximate`` qualified parts carries: 'khoảng', or 'trên', 'dưới' when all lean that way."""
    if not approximate:
        return ""
    return "trên" if above == approximate else "dưới" if below == approximate else "khoảng"


def ratio_amount(numerator: int, denominator: int, indicator: Indicator, scales: tuple[int, int]) -> int | None:
    """The ratio of two sums at the indicator's scale, half away from zero; None for a denominator of zero."""
    if not denominator:
        return None
    with localcontext() as context:
        context.prec = 60
        top = Decimal(numerator).scaleb(-scales[0]) * indicator.factor
        exact = (top / Decimal(denominator).scaleb(-scales[1])).scaleb(indicator.scale)
        return int(exact.to_integral_value(rounding=ROUND_HALF_UP))


def write_rollups(engine: Engine, inputs: Inputs, observations: Sequence[Observation]) -> Rolled:
    """The rollups of the tables of ``engine``, in the order of the programme and from the top down, and the pairs to
    compare. ``observations`` are those that the rows of ``obs`` number.
    """
    return _Writer(engine, inputs, observations).write()


_ANSWER_MARKS: dict[tuple[bool, bool], tuple[str, ...]] = {
    (near, guessed): (*(("approximate",) if near else ()), *(("estimated",) if guessed else ()))
    for near in (False, True)
    for guessed in (False, True)
}


class _Writer:
    """What every step of ``write_rollups`` needs, bound once."""

    def __init__(self, engine: Engine, inputs: Inputs, observations: Sequence[Observation]) -> None:
        self.engine, self.inputs, self.tree = engine, inputs, inputs.tree
        self.indicators = {one.code: one for one in inputs.question.programme.indicators}
        self.wholes: dict[int, list[Whole]] = defaultdict(list)
        self.said: dict[int, list[Said]] = defaultdict(list)
        for row in engine.rows(READ_WHOLES):
            self.wholes[row[0]].append(Whole(*row))
        for row in engine.rows(READ_SAID):
            self.said[row[0]].append(Said(*row))
        self.viewed: dict[int, list[Viewed]] = defaultdict(list)
        for row in engine.rows(READ_VIEWED) if inputs.shape.moved else ():
            self.viewed[row[0]].append(Viewed(*row))
        self.guests: dict[str, list[int]] = defaultdict(list)
        for node, targets in inputs.seats.moved.items():
            for target in targets:
                self.guests[target].append(node)
        self.depths = inputs.depths
        self.answers = Answers(engine, inputs, observations)

    def write(self) -> Rolled:
        """All rollups, and the pairs to compare, in order."""
        rollups: list[Rollup] = []
        compared: list[Rollup] = []
        for slot in self.inputs.slots:
            rollups += sorted(self._shown(slot), key=self._order)
            compared += self._pairs(slot)
        return Rolled(tuple(rollups), tuple(compared), tuple(self._unlike()))

    def _shown(self, slot: Slot) -> list[Rollup]:
        moved = self.inputs.seats.moved
        found = [self._total(slot, row) for row in self.wholes.get(slot.id, ()) if row.node not in moved]
        found += [self._answer(slot, row) for row in self.said.get(slot.id, ()) if row.node not in moved]
        found += [self._seated(slot, row) for row in self.viewed.get(slot.id, ())]
        seats, question = self.inputs.seats, self.inputs.question
        if not seats.splits:
            return found
        return show_pieces(
            found,
            {self.tree.nodes[split.node].unit: split for split in seats.splits},
            seats.lines,
            shared_by=question.shared_by if question.view == "apportioned" else None,
            adds=lambda _: WAYS[slot.indicator.over_units] in (SUM, MADE) and not refusal_of(slot.indicator),
            blank=lambda one, unit: replace(
                one, unit=unit, amount=None, amount_high=None, numerator=None, denominator=None, reported=0,
                expected=0, approximate=0, qualifier="", marks=(), refusal="", facts=(), sources=(),
            ),
            ratio=partial(self._again, slot),
            name=self._name,
        )  # fmt: skip

    def _order(self, one: Rollup) -> tuple[int, int, str, str]:
        depth = self.depths.get(one.unit, len(self.tree.nodes))
        return self.inputs.periods.index(one.period), depth, one.unit, one.extent

    def _name(self, unit: str) -> str:
        if unit in self.tree.units:
            return self.tree.units[unit].full_name
        known = self.inputs.question.registry.unit(unit)
        return known.full_name if known else unit

    def _seated(self, slot: Slot, row: Viewed) -> Rollup:
        """What is shown in a unit of figures that units under other names, or at other places, gave."""
        unit = self.inputs.units[row.target]
        guests = self.guests[unit]
        sources = {n for node in guests for n in self.answers.sources(slot.id, node, row.period)}
        extent: Extent = "area" if row.area else "own"
        total = replace(self._blank(slot, row, extent, row.reported, row.expected, tuple(sorted(sources))), unit=unit)
        refusal = refusal_of(slot.indicator)
        if refusal:
            return replace(total, refusal=refusal, marks=_marks(row, ("refused", "break")))
        if WAYS[slot.indicator.over_units] == MADE:
            return self._ratio(total, slot, row, _marks(row, ()))
        approximate = 0 if WAYS[slot.indicator.over_units] == COUNT else row.approximate
        return replace(
            total,
            amount=row.low,
            amount_high=row.high if row.high != row.low else None,
            qualifier=qualifier_of(approximate, row.above, row.below),
            approximate=approximate,
            marks=_marks(row, ("approximate",) if approximate else ()),
        )

    def _again(self, slot: Slot, one: Rollup) -> Rollup:
        """A ratio worked out anew from its sums."""
        if one.numerator is None or one.denominator is None:
            return one
        amount = ratio_amount(one.numerator, one.denominator, slot.indicator, self._scales(slot.indicator))
        return replace(one, amount=amount, amount_high=None, refusal="" if amount is not None else NO_WHOLE)

    def _total(self, slot: Slot, row: Whole) -> Rollup:
        """The whole of a unit that has units below it."""
        sources = self.answers.sources(slot.id, row.node, row.period)
        total = self._blank(slot, row, "area", row.reported, row.expected, sources)
        refusal = refusal_of(slot.indicator)
        if refusal:
            return replace(total, refusal=refusal, marks=_marks(row, ("refused",)))
        if row.stated and (row.conflict or row.clash):
            return self._refused(total, slot, row, 1)
        if WAYS[slot.indicator.over_units] == MADE:
            return self._ratio(total, slot, row, _marks(row, ()))
        approximate = 0 if WAYS[slot.indicator.over_units] == COUNT else row.approximate
        return replace(
            total,
            amount=row.low,
            amount_high=row.high if row.high != row.low else None,
            qualifier=qualifier_of(approximate, row.above, row.below),
            approximate=approximate,
            marks=_marks(row, ("approximate",) if approximate else ()),
        )

    def _ratio(self, total: Rollup, slot: Slot, row: Row, marks: tuple[str, ...]) -> Rollup:
        indicator = slot.indicator
        codes = parts_of(indicator)
        facts = tuple(
            (role, self.indicators[code].name if code in self.indicators else code)
            for role, code in zip(("numerator", "denominator"), codes, strict=True)
        )
        partial = tuple(mark for mark in marks if mark == "partial")
        rest = tuple(mark for mark in marks if mark != "partial")
        if row.low is None or row.den is None:
            told = self._told(slot.id, row)
            return replace(total, reported=told, refusal=NO_PARTS, facts=facts, marks=("refused",))
        amount = ratio_amount(row.low, row.den, indicator, self._scales(indicator))
        whole = replace(total, numerator=row.low, denominator=row.den)
        if amount is None:
            return replace(whole, refusal=NO_WHOLE, facts=facts, marks=(*partial, "refused", *rest))
        near = ("approximate",) if row.approximate else ()
        return replace(
            whole,
            amount=amount,
            qualifier="khoảng" if row.approximate else "",
            approximate=row.approximate,
            marks=(*partial, *near, *rest),
        )

    def _scales(self, indicator: Indicator) -> tuple[int, int]:
        """Scales of what is above and below the line; a value times its weight has both."""
        scales = [self.indicators[code].scale if code in self.indicators else 0 for code in parts_of(indicator)]
        return (sum(scales), scales[1]) if indicator.over_units == "weighted" else (scales[0], scales[1])

    def _told(self, slot: int, row: Row) -> int:
        """How many units below state the ratio itself."""
        if isinstance(row, Viewed):
            return 0
        return len({one.node for one in self.said.get(slot, ()) if row.node in self.answers.line(one.node)})

    def _answer(self, slot: Slot, row: Said) -> Rollup:
        """What a unit said itself: its own work, and where nobody below it answers its area."""
        if row.added:
            sources = self.answers.sources(slot.id, row.node, row.period)
            blank = self._blank(slot, row, "area", 1, 1 if self.inputs.shape.known else 0, sources)
            return self._ratio(replace(blank, expected=1), slot, row, ("estimated",) if row.estimated else ())
        said = self.answers.of(slot.id, row.node, row.period, row.area)
        refused = row.conflict or row.clash
        sources = tuple(sorted(one.n for one in said)) if len(said) > 1 else tuple(one.n for one in said)
        extent: Extent = "area" if row.area else "own"
        if refused:
            return self._refused(self._blank(slot, row, extent, 0, 1, sources), slot, row, row.area)
        printed = [self.answers.observations[one.n].qualifier for one in said] if row.approximate else []
        single = printed[0] if len(printed) == 1 else qualifier_of(row.approximate, row.above, row.below)
        indicator = slot.indicator
        return Rollup(
            indicator.code, slot.cell, self.tree.nodes[row.node].unit, extent, row.low,
            row.high if row.high != row.low else None, indicator.scale, indicator.unit_word, single, 1, 1,
            row.approximate, _ANSWER_MARKS[bool(row.approximate), bool(row.estimated)], sources=sources,
            period=self.inputs.periods[row.period],
        )  # fmt: skip

    def _refused(self, one: Rollup, slot: Slot, row: Whole | Said, area: int) -> Rollup:
        said = self.answers.of(slot.id, row.node, row.period, area)
        shown = [(self.answers.observations[answer.n], _shown(answer.low, answer.high, slot)) for answer in said]
        if row.conflict:
            values = "; ".join(f"{said_by.body}: {value}" for said_by, value in shown)
        else:
            values = "; ".join(f"{said_by.period.replace('/', ' - ')}: {value}" for said_by, value in shown)
        facts = (("unit", self.tree.name(one.unit)), ("indicator", slot.indicator.name), ("values", values))
        marks = ("conflict", "refused") if row.conflict else ("refused",)
        return replace(one, refusal=CONFLICT if row.conflict else CLASH, facts=facts, marks=marks)

    def _pairs(self, slot: Slot) -> Iterator[Rollup]:
        if slot.indicator.over_units != "sum" or refusal_of(slot.indicator):
            return
        rows = [row for row in self.wholes.get(slot.id, ()) if row.area_low is not None and row.sum_low is not None]
        nodes = self.tree.nodes
        for row in sorted(rows, key=lambda row: (row.period, nodes[row.node].depth, nodes[row.node].unit)):
            yield replace(
                self._blank(slot, row, "own", row.sum_reported, row.sum_expected, ()),
                amount=row.sum_low,
                amount_high=row.sum_high if row.sum_high != row.sum_low else None,
                qualifier="khoảng" if row.sum_approximate else "",
                approximate=row.sum_approximate,
            )
            said = self.answers.of(slot.id, row.node, row.period, 1)
            printed = [self.answers.observations[one.n].qualifier for one in said]
            yield replace(
                self._blank(slot, row, "area", 1, 1, tuple(sorted(one.n for one in said))),
                amount=row.area_low,
                amount_high=row.area_high if row.area_high != row.area_low else None,
                qualifier=next((qualifier for qualifier in printed if qualifier), ""),
            )

    def _unlike(self) -> Iterator[Rollup]:
        """Pairs of totals: of the cells, and as stated."""
        for step in self.inputs.shape.folds:
            for slot, node, period, area, *ends in sorted(self.engine.rows(READ_UNLIKE.format(step=step))):
                one = self.inputs.slots[slot].indicator
                extent: Extent = "area" if area else "own"
                for place, sources in (
                    (0, ()),
                    (2, tuple(said.n for said in self.answers.of(slot, node, period, area))),
                ):
                    low, high = ends[place : place + 2]
                    yield Rollup(
                        one.code, self.inputs.slots[slot].cell, self.tree.nodes[node].unit, extent, low,
                        high if high != low else None, one.scale, one.unit_word, "", 1, 1, sources=sources,
                        period=self.inputs.periods[period],
                    )  # fmt: skip

    def _blank(
        self, slot: Slot, row: Row, extent: Extent, reported: int, expected: int, sources: tuple[int, ...]
    ) -> Rollup:
        one = slot.indicator
        unit = "" if isinstance(row, Viewed) else self.tree.nodes[row.node].unit
        return Rollup(
            one.code, slot.cell, unit, extent, None, None, one.scale, one.unit_word, "",
            reported, expected, sources=sources, period=self.inputs.periods[row.period],
        )  # fmt: skip


def _shown(low: int | None, high: int | None, slot: Slot) -> str:
    ends = [end for end in dict.fromkeys((low, high)) if end is not None]
    return " - ".join(format_number(Decimal(end).scaleb(-slot.indicator.scale)) for end in ends) or "-"


def _marks(row: Whole | Viewed, more: Iterable[str]) -> tuple[str, ...]:
    partial = ("partial",) if row.reported < row.expected else ()
    estimated = ("estimated",) if row.estimated else ()
    conflict = ("conflict",) if row.conflict else ()
    return (*partial, *more, *estimated, *conflict)
