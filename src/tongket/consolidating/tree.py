"""Who stands below whom in one round (bậc báo cáo): the round's unit on top, units below it by the registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tongket.model.programmes import Indicator
from tongket.model.rounds import Round
from tongket.model.units import Unit
from tongket.registry.units import Registry


@dataclass(frozen=True, slots=True)
class Tree:
    """The units of a round. ``depth`` is 0 at the top; ``children`` are in order of id."""

    top: str
    parent: dict[str, str]
    depth: dict[str, int]
    children: dict[str, tuple[str, ...]]
    units: dict[str, Unit]
    asked: dict[str, tuple[str, ...]]  # unit -> kinds of the bodies asked there

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
        owners_asked = any(indicator.owner in asked for place, asked in self.asked.items() if place != self.top)
        return not indicator.owner or not owners_asked or indicator.owner in kinds


def grow_tree(round_: Round, reporting: Iterable[str], registry: Registry, on: str) -> Tree:
    """The tree of all units that were asked or that report.

    Parents are those of the day ``on``. A unit that the registry does not place below the top stands directly below
    it: who reports to whom is said by the round, not by the unit.
    """
    asked: dict[str, tuple[str, ...]] = {}
    for one in round_.asked:
        asked[one.unit] = (*asked.get(one.unit, ()), one.kind)
    parent: dict[str, str] = {}
    for unit in sorted({*asked, *reporting} - {round_.unit, ""}):
        _place(unit, parent, round_.unit, registry, on)
    depth = {round_.unit: 0}
    for unit in parent:
        _measure(unit, parent, depth)
    below: dict[str, list[str]] = {}
    for unit in sorted(parent):
        below.setdefault(parent[unit], []).append(unit)
    known = {unit: registry.unit(unit, on) or registry.unit(unit) for unit in depth}
    return Tree(
        round_.unit,
        parent,
        depth,
        {unit: tuple(children) for unit, children in below.items()},
        {unit: state for unit, state in known.items() if state},
        asked,
    )


def _place(unit: str, parent: dict[str, str], top: str, registry: Registry, on: str) -> None:
    line = [unit, *(one.id for one in registry.above(unit, on or None))]
    if top not in line:
        parent.setdefault(unit, top)
        return
    for lower, upper in pairwise(line):
        if lower == top:
            return
        parent[lower] = upper


def _measure(unit: str, parent: dict[str, str], depth: dict[str, int]) -> int:
    if unit not in depth:
        depth[unit] = _measure(parent[unit], parent, depth) + 1
    return depth[unit]
