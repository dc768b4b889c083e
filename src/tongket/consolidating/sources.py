"""Which observations stand behind a number: looked up for one number at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tongket.consolidating.engines import Engine
from tongket.consolidating.inputs import Inputs
from tongket.model.observations import Observation


class Answer(NamedTuple):
    """What one body said: ``n`` is the place among the observations."""

    n: int
    low: int | None
    high: int | None


_Key = tuple[int, int, int]  # slot, node, period


class Answers:
    """The answers that count, and how units and cells are made of them."""

    def __init__(self, engine: Engine, inputs: Inputs, observations: Sequence[Observation]) -> None:
        self.inputs, self.observations = inputs, observations
        self._answers: dict[tuple[int, int, int, int], list[Answer]] = defaultdict(list)
        for slot, node, period, area, n, low, high in engine.rows(
            "select slot, node, period, area, n, low, high from answer"
        ):
            self._answers[slot, node, period, area].append(Answer(n, low, high))
        self._stated = {
            (slot, node, period): stated
            for slot, node, period, stated in engine.rows("select slot, node, period, stated from whole")
        }
        self._parts: dict[int, list[int]] = defaultdict(list)  # of a ratio
        for part, slot, _, _ in inputs.rows["role"]:
            self._parts[slot].append(part)
        self._cells: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))  # of a total, by choice
        for part, slot, _, choice, _ in inputs.rows["fold"]:
            self._cells[slot][choice].append(part)
        self._sources: dict[_Key, tuple[int, ...]] = {}

    def of(self, slot: int, node: int, period: int, area: int) -> list[Answer]:
        """What was said at a node, by name of body and day; of a total that nobody stated, the cells it is made of."""
        said = self._answers.get((slot, node, period, area))
        if said is not None:
            if len(said) == 1:
                return said
            observations = self.observations
            return sorted(said, key=lambda one: (observations[one.n].body, observations[one.n].period[-10:], one.n))
        for choice in sorted(self._cells.get(slot, ())):
            cells = [one for part in self._cells[slot][choice] for one in self.of(part, node, period, area)]
            if cells:
                return cells
        return []

    def sources(self, slot: int, node: int, period: int) -> tuple[int, ...]:
        """The observations that a unit's whole is made of, by number."""
        key = (slot, node, period)
        found = self._sources.get(key)
        if found is None:
            found = self._sources[key] = tuple(sorted(self._found(key)))
        return found

    def line(self, node: int) -> list[int]:
        """A node and those above it."""
        line = [node]
        while (parent := self.inputs.tree.nodes[line[-1]].parent) >= 0:
            line.append(parent)
        return line

    def _found(self, key: _Key) -> set[int]:
        slot, node, period = key
        if node not in self.inputs.tree.children and slot not in self._parts and key not in self._stated:
            return {one.n for area in (0, 1) for one in self.of(slot, node, period, area)}
        parts = self._parts.get(slot, [slot])
        children = self.inputs.tree.children.get(node, ())
        stated = self._stated.get(key)
        extents = (0, 1) if stated is None else (1,) if stated else (0,)
        found: set[int] = set()
        for area in extents:
            said = [self.of(part, node, period, area) for part in parts]
            if all(said):  # a ratio takes units that gave both
                found.update(one.n for answers in said for one in answers)
        if not stated:
            for child in children:
                found.update(self.sources(slot, child, period))
        return found
