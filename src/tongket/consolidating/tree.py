"""Who stands below whom in one round (bậc báo cáo): the round's unit on top, units below it by the registry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongket.model.programmes import Indicator
from tongket.model.rounds import Round
from tongket.model.units import Unit
from tongket.registry.units import Registry


@dataclass(frozen=True, slots=True)
class Node:
    """A unit at its place: the same unit under another line of units above it is another node."""

    id: int
    unit: str
    parent: int  # -1 at the top
    depth: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The units of a round, each at the places where it stood on the days ``eras``.

    Node 0 is the top. ``places`` gives the node of a unit in an era; eras are numbered in order of days, and days on
    which every unit stands at the same place are of one era.
    """

    nodes: tuple[Node, ...]
    places: Mapping[tuple[str, int], int]
    eras: Mapping[str, int]  # day -> era
    units: Mapping[str, Unit]
    asked: Mapping[str, tuple[str, ...]]  # unit -> kinds of the bodies asked there
    asked_at: Mapping[str, int]  # unit -> its node on the round's own day
    kinds_asked: frozenset[str]  # of the bodies asked below the top
    children: Mapping[int, tuple[int, ...]]

    @property
    def top(self) -> str:
        """The unit whose report is written."""
        return self.nodes[0].unit

    def name(self, unit: str) -> str:
        """The unit's full name, or its id where the registry does not know it."""
        return self.units[unit].full_name if unit in self.units else unit

    def is_asked(self, unit: str, indicator: Indicator) -> bool:
        """Whether a body at ``unit`` was asked for ``indicator``.

        Where the indicator has an owner and bodies of that kind were asked below the top, only they count.
        """
        kinds = self.asked.get(unit, ())
        known = self.units.get(unit)
        if not kinds or (indicator.levels and known and known.kind not in indicator.levels):
            return False
        return not indicator.owner or indicator.owner not in self.kinds_asked or indicator.owner in kinds


def grow_tree(round_: Round, reporting: Iterable[tuple[str, str]], registry: Registry, on: str) -> Tree:
    """The tree of all units that were asked or that report: ``reporting`` gives units with the days they report of.

    Parents are those of that day; of the units that were asked, those of the day ``on``. A unit that the registry does
    not place below the top stands directly below it: who reports to whom is said by the round, not by the unit.
    """
    asked: dict[str, tuple[str, ...]] = {}
    for one in round_.asked:
        asked[one.unit] = (*asked.get(one.unit, ()), one.kind)
    lines = _Lines(round_.unit, registry)
    reporting = sorted({(unit, day) for unit, day in reporting if unit})
    above = {(unit, day): lines.of(unit, day) for unit, day in reporting}
    asked_above = {unit: lines.of(unit, on) for unit in sorted(asked) if unit}
    numbers = _numbered([*above.values(), *asked_above.values()], round_.unit)
    eras = _eras(reporting, {key: numbers[line] for key, line in above.items()})
    below: dict[int, list[int]] = {}
    nodes = [Node(0, round_.unit, -1, 0)]
    for line, number in list(numbers.items())[1:]:
        parent = numbers[line[1:]]
        nodes.append(Node(number, line[0], parent, len(line) - 1))
        below.setdefault(parent, []).append(number)
    known = {unit: registry.unit(unit, on or None) or registry.unit(unit) for unit in {node.unit for node in nodes}}
    return Tree(
        tuple(nodes),
        {(unit, eras[day]): numbers[line] for (unit, day), line in above.items()},
        eras,
        {unit: state for unit, state in known.items() if state},
        asked,
        {unit: numbers[line] for unit, line in asked_above.items()},
        frozenset(one.kind for one in round_.asked if one.unit != round_.unit),
        {node: tuple(sorted(found, key=lambda one: nodes[one].unit)) for node, found in below.items()},
    )


Line = tuple[str, ...]


class _Lines:
    """The line from a unit up to the top, by day; each looked up once."""

    def __init__(self, top: str, registry: Registry) -> None:
        self.top, self.registry = top, registry
        self.found: dict[tuple[str, str], Line] = {}

    def of(self, unit: str, day: str) -> Line:
        if unit == self.top:
            return (unit,)
        line = self._up(unit, day)
        return line[: line.index(self.top) + 1] if self.top in line else (unit, self.top)

    def _up(self, unit: str, day: str) -> Line:
        known = self.found.get((unit, day))
        if known is None:
            state = self.registry.unit(unit, day or None) or self.registry.unit(unit)
            self.found[unit, day] = (unit,)  # where a unit leads back to itself
            known = (unit, *(self._up(state.parent, day) if state and state.parent else ()))
            self.found[unit, day] = known
        return known


def _numbered(lines: Iterable[Line], top: str) -> dict[Line, int]:
    """Every line and all lines within it, from the top down."""
    met: set[Line] = {(top,)}
    for line in lines:
        met.update(line[start:] for start in range(len(line)))
    return {line: number for number, line in enumerate(sorted(met, key=lambda line: (len(line), line[::-1])))}


def _eras(reporting: Sequence[tuple[str, str]], places: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Days numbered by era: two days are of one where no unit that reports of both stands elsewhere."""
    at: dict[str, dict[str, int]] = {}
    for unit, day in reporting:
        at.setdefault(day, {})[unit] = places[unit, day]
    eras: dict[str, int] = {}
    met: dict[str, int] = {}
    era = 0
    for day in sorted(at):
        if any(met.get(unit, place) != place for unit, place in at[day].items()):
            era, met = era + 1, {}
        met.update(at[day])
        eras[day] = era
    return eras


def lines_of(tree: Tree, unit: str) -> set[int]:
    """The nodes of a unit and all above them."""
    found = {node for (one, _), node in tree.places.items() if one == unit}
    for node in list(found):
        while (node := tree.nodes[node].parent) >= 0:
            found.add(node)
    return found
