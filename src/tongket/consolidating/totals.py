"""Rows of the engine into rollups: refusals, ratios, marks and coverage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any, NamedTuple

from tongket.consolidating.tree import Tree
from tongket.messages import N_
from tongket.model.figures import Extent
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import Indicator, Programme
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


class Climbed(NamedTuple):
    """A row of the statement ``READ_CLIMBED``."""

    indicator: str
    cell: str
    unit: str
    depth: int
    stated: int
    low: int | None
    high: int | None
    den: int | None
    reported: int
    conflict: int
    clash: int
    approximate: int
    above: int
    below: int
    estimated: int
    area_low: int | None
    area_high: int | None
    area_den: int | None
    sum_low: int | None
    sum_high: int | None
    sum_den: int | None
    sum_reported: int | None
    sum_approximate: int | None


class Chosen(NamedTuple):
    """A row of the statement ``READ_CHOSEN``: a unit's own answer."""

    indicator: str
    cell: str
    unit: str
    extent: str
    low: int | None
    high: int | None
    conflict: int
    clash: int
    approximate: int
    above: int
    below: int
    estimated: int


class Answer(NamedTuple):
    """A row of the statement ``READ_ANSWERS``: what one body said."""

    indicator: str
    cell: str
    unit: str
    extent: str
    n: int
    body: str
    low: int | None
    high: int | None
    period_start: str
    period_end: str


@dataclass(frozen=True, slots=True)
class Rolled:
    """``rollups`` of all units; ``compared``: where a unit states its whole area and units below it report, too, the
    sum from below (extent own) and the stated value (extent area), in pairs.
    """

    rollups: tuple[Rollup, ...]
    compared: tuple[Rollup, ...] = ()


def refusal_of(indicator: Indicator) -> str:
    """Why values of ``indicator`` are not added over units (a message id); "" when they are."""
    if indicator.over_units == "none":
        return NOT_ADDED.get(indicator.kind, NOT_ADDED["other"])
    if indicator.kind in ("rank", "score", "text") and indicator.over_units in ("sum", "ratio"):
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


def write_rollups(
    programme: Programme,
    tree: Tree,
    observations: Sequence[Observation],
    climbed: Iterable[Climbed],
    chosen: Iterable[Chosen],
    answers: Iterable[Answer],
) -> Rolled:
    """The rollups, in the order of the programme and from the top down, and the pairs to compare."""
    return _Writer(programme, tree, observations, climbed, chosen, answers).write()


class _Writer:
    """What every step of ``write_rollups`` needs, bound once."""

    def __init__(
        self,
        programme: Programme,
        tree: Tree,
        observations: Sequence[Observation],
        climbed: Iterable[Climbed],
        chosen: Iterable[Chosen],
        answers: Iterable[Answer],
    ) -> None:
        self.programme, self.tree, self.observations = programme, tree, observations
        self.indicators = {one.code: one for one in programme.indicators}
        self.climbed: dict[tuple[str, str], list[Climbed]] = defaultdict(list)
        self.chosen: dict[tuple[str, str], list[Chosen]] = defaultdict(list)
        self.answers: dict[tuple[str, str, str, str], list[Answer]] = defaultdict(list)
        for row in climbed:
            self.climbed[row.indicator, row.cell].append(row)
        for one in chosen:
            self.chosen[one.indicator, one.cell].append(one)
        for answer in answers:
            self.answers[answer[:4]].append(answer)

    def write(self) -> Rolled:
        """All rollups, and the pairs to compare, in order."""
        rollups: list[Rollup] = []
        compared: list[Rollup] = []
        for indicator in self.programme.indicators:
            for cell in self._cells(indicator):
                rows = {row.unit: row for row in self.climbed.get((indicator.code, cell), ())}
                counts = _Counts(self.tree, indicator, rows, {one.unit for one in self.chosen[indicator.code, cell]})
                found = [*self._totals(indicator, cell, rows, counts), *self._answers(indicator, cell, rows)]
                rollups += sorted(found, key=lambda one: (self.tree.depth[one.unit], one.unit, one.extent))
                compared += self._pairs(indicator, rows.values(), counts)
        return Rolled(tuple(rollups), tuple(compared))

    def _cells(self, indicator: Indicator) -> list[str]:
        met = {cell for code, cell in [*self.climbed, *self.chosen] if code == indicator.code}
        order = {value.code: place for place, value in enumerate(self.programme.cells(indicator))}
        return sorted(met, key=lambda cell: (cell != "", order.get(cell, len(order)), cell))

    def _totals(
        self, indicator: Indicator, cell: str, rows: Mapping[str, Climbed], counts: _Counts
    ) -> Iterator[Rollup]:
        """The whole of each unit that has units below it."""
        chosen = self.chosen[indicator.code, cell]
        for unit in counts.with_below:
            row = rows.get(unit)
            sources = self._sources(indicator, cell, unit, rows)
            if row is None:
                yield self._refused(indicator, cell, unit, NO_PARTS, counts, [one.unit for one in chosen])
                continue
            total = replace(
                self._blank(indicator, cell, unit, "area"),
                reported=row.reported,
                expected=counts.expected(unit),
                sources=sources,
            )
            yield self._filled(total, indicator, row, refusal_of(indicator))

    def _filled(self, total: Rollup, indicator: Indicator, row: Climbed, refusal: str) -> Rollup:
        if refusal:
            return replace(total, refusal=refusal, marks=_marks(total, row, ("refused",)))
        if row.stated and (row.conflict or row.clash):
            return replace(total, **self._why(indicator, total.cell, total.unit, "area", bool(row.conflict)))
        if indicator.over_units == "ratio":
            return self._ratio(total, indicator, row)
        approximate = 0 if indicator.over_units.startswith("count") else row.approximate
        return replace(
            total,
            amount=row.low,
            amount_high=row.high if row.high != row.low else None,
            qualifier=qualifier_of(approximate, row.above, row.below),
            approximate=approximate,
            marks=_marks(total, row, ("approximate",) if approximate else ()),
        )

    def _ratio(self, total: Rollup, indicator: Indicator, row: Climbed) -> Rollup:
        parts = (self.indicators.get(indicator.numerator), self.indicators.get(indicator.denominator))
        facts = self._part_names(indicator)
        if row.low is None or row.den is None:
            return replace(total, refusal=NO_PARTS, facts=facts, marks=_marks(total, row, ("refused",)))
        scales = (parts[0].scale if parts[0] else 0, parts[1].scale if parts[1] else 0)
        amount = ratio_amount(row.low, row.den, indicator, scales)
        whole = replace(total, numerator=row.low, denominator=row.den)
        if amount is None:
            return replace(whole, refusal=NO_WHOLE, facts=facts, marks=_marks(total, row, ("refused",)))
        approximate = row.approximate
        return replace(
            whole,
            amount=amount,
            qualifier="khoảng" if approximate else "",
            approximate=approximate,
            marks=_marks(total, row, ("approximate",) if approximate else ()),
        )

    def _answers(self, indicator: Indicator, cell: str, rows: Mapping[str, Climbed]) -> Iterator[Rollup]:
        """What each unit said itself: its own work, and at the lowest level its area."""
        ratios = indicator.over_units == "ratio"
        said: set[str] = set()
        for one in self.chosen[indicator.code, cell]:
            if one.extent == "area" and self.tree.children.get(one.unit) and self._has_below(one.unit, rows):
                continue
            said.add(one.unit)
            yield self._answer(indicator, one)
        if ratios:
            for row in rows.values():
                if row.unit not in said and not self._has_below(row.unit, rows):
                    total = replace(self._blank(indicator, cell, row.unit, "area"), reported=row.reported, expected=1)
                    sources = self._sources(indicator, cell, row.unit, rows)
                    yield self._ratio(replace(total, sources=sources), indicator, row)

    def _answer(self, indicator: Indicator, one: Chosen) -> Rollup:
        said = self.answers[one[:4]]
        answer = replace(
            self._blank(indicator, one.cell, one.unit, one.extent),
            sources=tuple(sorted(row.n for row in said)),
            reported=0 if one.conflict or one.clash else 1,
            expected=1,
        )
        if one.conflict or one.clash:
            return replace(answer, **self._why(indicator, one.cell, one.unit, one.extent, bool(one.conflict)))
        printed = [self.observations[row.n].qualifier for row in said]
        single = printed[0] if len(printed) == 1 else qualifier_of(one.approximate, one.above, one.below)
        marks = [*(["approximate"] if one.approximate else []), *(["estimated"] if one.estimated else [])]
        return replace(
            answer,
            amount=one.low,
            amount_high=one.high if one.high != one.low else None,
            qualifier=single if one.approximate else "",
            approximate=one.approximate,
            marks=tuple(marks),
        )

    def _why(self, indicator: Indicator, cell: str, unit: str, extent: str, conflict: bool) -> dict[str, Any]:
        said = self.answers[indicator.code, cell, unit, extent]
        if conflict:
            values = "; ".join(f"{row.body}: {self._shown(row, indicator)}" for row in said)
        else:
            values = "; ".join(f"{row.period_start} - {row.period_end}: {self._shown(row, indicator)}" for row in said)
        facts = (("unit", self.tree.name(unit)), ("indicator", indicator.name), ("values", values))
        marks = ("conflict", "refused") if conflict else ("refused",)
        return {"refusal": CONFLICT if conflict else CLASH, "facts": facts, "marks": marks}

    def _shown(self, row: Answer, indicator: Indicator) -> str:
        ends = [end for end in dict.fromkeys((row.low, row.high)) if end is not None]
        return " - ".join(format_number(Decimal(end).scaleb(-indicator.scale)) for end in ends) or "-"

    def _refused(
        self, indicator: Indicator, cell: str, unit: str, why: str, counts: _Counts, said: Sequence[str]
    ) -> Rollup:
        """A total that cannot be computed from what ``said`` gave."""
        return replace(
            self._blank(indicator, cell, unit, "area"),
            reported=len(set(said)),
            expected=counts.expected(unit),
            refusal=why,
            facts=self._part_names(indicator),
            marks=("refused",),
        )

    def _part_names(self, indicator: Indicator) -> tuple[tuple[str, str], ...]:
        pairs = (("numerator", indicator.numerator), ("denominator", indicator.denominator))
        return tuple((role, self.indicators[code].name if code in self.indicators else code) for role, code in pairs)

    def _pairs(self, indicator: Indicator, rows: Iterable[Climbed], counts: _Counts) -> Iterator[Rollup]:
        for row in rows:
            if indicator.over_units != "sum" or refusal_of(indicator) or None in (row.area_low, row.sum_low):
                continue
            if row.sum_reported is None:
                continue
            blank = self._blank(indicator, row.cell, row.unit, "own")
            yield replace(
                blank,
                amount=row.sum_low,
                amount_high=row.sum_high if row.sum_high != row.sum_low else None,
                qualifier="khoảng" if row.sum_approximate else "",
                approximate=row.sum_approximate or 0,
                reported=row.sum_reported,
                expected=counts.expected_below(row.unit),
            )
            said = self.answers[indicator.code, row.cell, row.unit, "area"]
            yield replace(
                blank,
                extent="area",
                amount=row.area_low,
                amount_high=row.area_high if row.area_high != row.area_low else None,
                qualifier=next((q for q in (self.observations[one.n].qualifier for one in said) if q), ""),
                reported=1,
                expected=1,
                sources=tuple(sorted(one.n for one in said)),
            )

    def _has_below(self, unit: str, rows: Mapping[str, Climbed]) -> bool:
        return any(child in rows for child in self.tree.children.get(unit, ())) or (
            unit in rows and rows[unit].sum_reported is not None
        )

    def _sources(self, indicator: Indicator, cell: str, unit: str, rows: Mapping[str, Climbed]) -> tuple[int, ...]:
        """The observations that a unit's whole is made of, by number."""
        row = rows.get(unit)
        if row is None:
            return ()
        ratio = indicator.over_units == "ratio"
        codes = (indicator.numerator, indicator.denominator) if ratio else (indicator.code,)
        extent = "area" if row.stated else "own"
        found = {one.n for code in codes for one in self.answers.get((code, cell, unit, extent), ())}
        if not row.stated:
            for child in self.tree.children.get(unit, ()):
                found.update(self._sources(indicator, cell, child, rows))
        return tuple(sorted(found))

    def _blank(self, indicator: Indicator, cell: str, unit: str, extent: str) -> Rollup:
        kept: Extent = "own" if extent == "own" else "area"
        return Rollup(indicator.code, cell, unit, kept, None, None, indicator.scale, indicator.unit_word, "", 0, 0)


class _Counts:
    """How many answers a total of one indicator and cell could have (``expected``)."""

    def __init__(self, tree: Tree, indicator: Indicator, rows: Mapping[str, Climbed], answered: set[str]) -> None:
        self.tree, self.indicator, self.rows = tree, indicator, rows
        self.answered = answered | set(rows)
        self.known = bool(tree.asked)
        self.with_below = sorted(
            {tree.parent[unit] for unit in self.answered if unit in tree.parent}
            | {up for unit in self.answered for up in self._above(unit)},
            key=lambda unit: (tree.depth[unit], unit),
        )

    def _above(self, unit: str) -> Iterator[str]:
        while unit in self.tree.parent:
            unit = self.tree.parent[unit]
            yield unit

    def expected(self, unit: str) -> int:
        """Of ``unit``'s whole: 1 where it states it itself; 0 when nobody knows who was asked."""
        row = self.rows.get(unit)
        if not self.known:
            return 0
        return 1 if row is not None and row.stated else self.expected_below(unit)

    def expected_below(self, unit: str) -> int:
        """Of the sum from below: who was asked or answers there; a unit that states its whole counts as one."""
        if not self.known:
            return 0
        below = sum(self.expected(child) for child in self.tree.children.get(unit, ()))
        return below or int(unit in self.answered or self.tree.is_asked(unit, self.indicator))


def _marks(total: Rollup, row: Climbed, more: tuple[str, ...]) -> tuple[str, ...]:
    partial = ("partial",) if total.reported < total.expected else ()
    estimated = ("estimated",) if row.estimated else ()
    conflict = ("conflict",) if row.conflict else ()
    return (*partial, *more, *estimated, *conflict)
