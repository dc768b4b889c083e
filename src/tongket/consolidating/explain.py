"""What stands behind one number (giải trình số liệu): its parts unit by unit, down to the sentences they came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tongket.consolidating.engines import Engine, Rows
from tongket.consolidating.inputs import Inputs, Question, Slot, parts_of
from tongket.consolidating.pipeline import consolidate_table
from tongket.consolidating.rollup import engine_for, input_rows, observations_of, written
from tongket.consolidating.shape import MADE, WAYS
from tongket.consolidating.tables import OBS
from tongket.model.observations import Observation, Rollup

Reason = Literal["", "revised", "owner", "area", "own", "cells", "unusable", "outlived"]
"""Why an answer is not in the number; "" = it is:

revised    a later revision of the same answer stands for it
owner      another body answers for the indicator there
area       the unit states its whole area, and this is a part of it
own        it is the unit's statement of its whole, and what units below it report counts instead
cells      the unit states the total itself, and this is a cell of it
unusable   it holds no number yet: pending, missing, not applicable
outlived   a stock of a unit that is gone, whose successor has reported since
"""


@dataclass(frozen=True, slots=True)
class Said:
    """One observation behind a number, and ``left_out``: why it is not in it ("" = it is)."""

    observation: Observation
    left_out: Reason = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A number of one unit, what was said there, and the numbers that it is made of.

    ``name`` is the unit's name; ``rollup`` None where nothing is known of the unit, or the map shows its number at
    others. ``parts`` are the units below it or placed in it, and of a ratio at a lowest unit the indicators that it is
    made of.
    """

    unit: str
    name: str
    indicator: str
    cell: str
    rollup: Rollup | None
    said: tuple[Said, ...] = ()
    parts: tuple[Explanation, ...] = ()


def explain(
    observations: Sequence[Observation], question: Question, indicator: str, unit: str, cell: str = "", period: str = ""
) -> Explanation:
    """The tree of observations behind the number of ``indicator`` and ``cell`` at ``unit`` (an id).

    ``period`` is one of the question's ("" = its first). The numbers are those that ``roll_up`` gives for the question.

    Raises:
        ConsolidateError: a value would lose digits at the programme's scale.
        SumOverflowError: a sum does not fit 64 bits.
    """
    kept = observations_of(observations, question.programme)
    rows = input_rows(kept, question.programme.code)
    with engine_for(len(rows)) as engine:
        engine.fill(OBS, rows)
        inputs = consolidate_table(engine, question)
        rollups = written(engine, inputs, kept).rollups
        return _Explainer(engine, inputs, kept, rollups).explain(indicator, unit, cell, period)


class _Explainer:
    """What every step of ``explain`` needs, bound once."""

    def __init__(
        self, engine: Engine, inputs: Inputs, observations: Sequence[Observation], rollups: Sequence[Rollup]
    ) -> None:
        self.engine, self.inputs, self.observations = engine, inputs, observations
        self.tree = inputs.tree
        self.rollups = {(one.indicator, one.cell, one.unit, one.extent, one.period): one for one in rollups}
        self.slots = {(one.indicator.code, one.cell): one for one in inputs.slots}
        self.is_map = inputs.question.view != "reported"
        self.targets = {node: self._target(node) for node in inputs.seats.moved}
        if inputs.question.view == "apportioned":
            self.targets |= {one.node: tuple(piece.unit for piece in one.pieces) for one in inputs.seats.splits}

    def _target(self, node: int) -> tuple[str, ...]:
        """The units of the map at which a node is shown: where it is at none, it is in what stands above it."""
        while node >= 0 and not (targets := self.inputs.seats.moved.get(node, (self.tree.nodes[node].unit,))):
            node = self.tree.nodes[node].parent
        return () if node < 0 else targets[-1:] if self.is_map else targets

    def explain(self, indicator: str, unit: str, cell: str, period: str) -> Explanation:
        """The tree from ``unit`` down."""
        number = self.inputs.periods.index(period) if period in self.inputs.periods else 0
        slot = self.slots.get((indicator, cell))
        nodes = [node.id for node in self.tree.nodes if node.unit == unit]
        if slot is None:
            return Explanation(unit, self._name(unit), indicator, cell, None)
        guests = [node for node, targets in self.targets.items() if unit in targets]
        parts = tuple(part for node in (guests or nodes) if (part := self._node(slot, node, number, used=True)))
        if len(parts) == 1 and parts[0].unit == unit:
            return replace(parts[0], parts=tuple(self._on_map(slot, unit, parts[0].parts, number)))
        parts = tuple(self._guests(slot, unit, guests, number)) if guests and self.is_map else parts
        return Explanation(unit, self._name(unit), indicator, cell, self._rollup(slot, unit, number), (), parts)

    def _guests(self, slot: Slot, unit: str, nodes: Sequence[int], period: int) -> Iterator[Explanation]:
        """What was said where units of before are shown as ``unit``; of a ratio, what it is made of there."""
        if WAYS[slot.indicator.over_units] == MADE:
            for code in parts_of(slot.indicator):
                other = self.slots.get((code, slot.cell))
                if other and other is not slot and (rollup := self._rollup(other, unit, period)):
                    yield Explanation(unit, self._name(unit), code, slot.cell, rollup)
            return
        inner = [one for one in nodes if self.tree.nodes[one].parent not in nodes]
        found = [part for node in inner if (part := self._node(slot, node, period, used=True))]
        yield from (part for part in self._lowest(found) if unit in self._shown_at(part))

    def _on_map(self, slot: Slot, unit: str, parts: Sequence[Explanation], period: int) -> Iterator[Explanation]:
        """The parts of ``unit`` as the map has them: what it shows at other units stands below these."""
        if not self.is_map:
            yield from parts
            return
        shown: dict[str, list[Explanation]] = {}
        for part in self._lowest(parts):
            for target in [one for one in self._shown_at(part) if one != unit] or [part.unit]:
                shown.setdefault(target, []).append(part)
        for target, found in shown.items():
            if [one.unit for one in found] == [target]:
                yield found[0]
            else:
                rollup = self._rollup(slot, target, period)
                yield Explanation(target, self._name(target), slot.indicator.code, slot.cell, rollup, (), tuple(found))

    def _lowest(self, parts: Sequence[Explanation]) -> Iterator[Explanation]:
        """``parts``, each that the map does not know and that said nothing itself replaced by what lies below it."""
        for part in parts:
            if part.rollup is None and not part.said and all(one.indicator == part.indicator for one in part.parts):
                yield from self._lowest(part.parts)
            else:
                yield part

    def _shown_at(self, part: Explanation) -> tuple[str, ...]:
        """The units at which the map shows what was said at a unit."""
        if part.rollup is not None:
            return (part.unit,)
        at = [targets for node, targets in self.targets.items() if self.tree.nodes[node].unit == part.unit]
        return at[0] if at else (part.unit,)

    def _node(self, slot: Slot, node: int, period: int, *, used: bool) -> Explanation | None:
        """A unit at its place; None where nobody there or below said anything."""
        unit = self.tree.nodes[node].unit
        stated = self._stated(slot, node, period)
        below = [
            part
            for child in self.tree.children.get(node, ())
            if (part := self._node(slot, child, period, used=used and not stated))
        ]
        said = tuple(self._said(slot, node, period, stated=stated, used=used))
        parts = below if below or WAYS[slot.indicator.over_units] != MADE else list(self._made_of(slot, node, period))
        if not said and not parts:
            return None
        rollup = self._rollup(slot, unit, period)
        return Explanation(unit, self._name(unit), slot.indicator.code, slot.cell, rollup, said, tuple(parts))

    def _made_of(self, slot: Slot, node: int, period: int) -> Iterator[Explanation]:
        for code in parts_of(slot.indicator):
            part = self.slots.get((code, slot.cell))
            if part and part is not slot and (found := self._node(part, node, period, used=True)):
                yield found

    def _said(self, slot: Slot, node: int, period: int, *, stated: bool | None, used: bool) -> Iterator[Said]:
        """Every observation of the unit itself, of the cell and of the cells that make it up."""
        cells = [slot.id, *self._cells(slot.id)]
        in_slot = ", ".join(map(str, cells))
        rows = self._rows(f"where said.slot in ({in_slot}) and said.node = {node} and said.period = {period}")
        total = any(row[1] == slot.id and row[5] for row in rows)
        preferred = {(row[1], row[2]) for row in rows if row[5] and row[3]}
        for n, at, area, is_preferred, usable, counts, alive in rows:
            reason: Reason = ""
            if not counts:
                reason = "revised" if usable else "unusable"
            elif not alive:
                reason = "outlived"
            elif (at, area) in preferred and not is_preferred:
                reason = "owner"
            elif at != slot.id and total:
                reason = "cells"
            elif area and (stated is False or (stated is None and not used)):
                reason = "own" if stated is False else "area"
            elif not used or (not area and (stated or (stated is None and self._both(rows, at)))):
                reason = "area"
            yield Said(self.observations[n], reason)

    def _both(self, rows: Rows, slot: int) -> bool:
        """Whether the lowest unit states its area beside its own work, which lies within it."""
        return any(row[1] == slot and row[2] and row[5] for row in rows)

    def _rows(self, where: str) -> Rows:
        """(n, slot, area, preferred, usable, counts, alive) of answers, also of those that do not count."""
        statement = f"""
            select said.n, said.slot, said.area, said.preferred, said.usable,
                case when answer.n is null then 0 else 1 end, case when timed.slot is null then 0 else 1 end
            from said
            left join answer on answer.n = said.n and answer.period = said.period
            left join timed on timed.slot = said.slot and timed.node = said.node and timed.teller = said.teller
                and timed.area = said.area and timed.period = said.period
            {where} order by said.area desc, said.slot, said.n"""  # noqa: S608 - numbers
        return self.engine.rows(statement)

    def _cells(self, slot: int) -> list[int]:
        """The slots of the cells that a total may be made of, and of theirs."""
        found: list[int] = []
        for part, total, *_ in self.inputs.rows["fold"]:
            if total == slot and part not in found:
                found += [part, *(one for one in self._cells(part) if one not in found)]
        return found

    def _stated(self, slot: Slot, node: int, period: int) -> bool | None:
        """Whether the unit's whole is what it states; None where there is nothing to choose between."""
        found = self.engine.rows(
            f"select stated from whole where slot = {slot.id} and node = {node} and period = {period}"  # noqa: S608 - numbers
        )
        return bool(found[0][0]) if found else None

    def _rollup(self, slot: Slot, unit: str, period: int) -> Rollup | None:
        key = (slot.indicator.code, slot.cell, unit)
        at = self.inputs.periods[period]
        return self.rollups.get((*key, "area", at)) or self.rollups.get((*key, "own", at))

    def _name(self, unit: str) -> str:
        known = self.inputs.question.registry.unit(unit)
        return known.full_name if known else unit
