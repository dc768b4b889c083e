"""Series across mergers (chuỗi số liệu qua sáp nhập): where figures are shown, by the view that is asked for.

``reported``: every unit as it stood when it reported. ``map``: the units of one day; a unit that went whole into
another is added there, one that was divided stands beside its pieces and counts where they meet again.
``apportioned``: as ``map``, and what was divided is shared out by a stated key; see ``shares.py``.

A figure is seated at every unit of the map that it is wholly inside and that the figure above it is not: so whatever
the view, all that was reported is counted once below the top, and the top's own total is the same in every view.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tongket.consolidating.tree import Tree, lines_of
from tongket.model.rounds import MapView
from tongket.model.units import Piece, Placed
from tongket.registry.places import Map
from tongket.registry.units import Registry


@dataclass(frozen=True, slots=True)
class Split:
    """A node whose unit was divided, or stands for several: its pieces on the map, and the unit ``above`` whose figure
    holds it ("" = none).
    """

    node: int
    above: str
    pieces: tuple[Piece, ...]
    has_below: bool  # units below it are placed each by itself


@dataclass(frozen=True, slots=True)
class Seats:
    """Where nodes are shown that are not simply shown as their own unit. ``moved``: node -> units (() = at none).

    ``own``: nodes whose own work is that of the first of these units. ``lines``: a unit of the map and those above it.
    """

    moved: Mapping[int, tuple[str, ...]]
    own: frozenset[int] = frozenset()
    splits: tuple[Split, ...] = ()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    depths: Mapping[str, int] = field(default_factory=dict)  # of units that are shown, below the top


def heirs_of(tree: Tree, registry: Registry, day: str) -> set[tuple[str, str, int]]:
    """(unit that is gone by ``day``, unit that reports and has its place then, 1 where that one only holds it)."""
    reporting = {unit for unit, _ in tree.places}
    gone = [unit for unit in reporting if day and registry.unit(unit) and not registry.alive(unit, day)]
    found: set[tuple[str, str, int]] = set()
    for unit in gone:
        at = registry.place(unit, day)
        once = {tree.nodes[node].unit for node in lines_of(tree, unit)}
        for heir in [piece.unit for piece in at.pieces] or [at.target]:
            line = registry.map(day).line(heir)
            found.update((unit, one, int(one != heir)) for one in line if one in reporting and one not in once)
    return found


def seats_of(tree: Tree, registry: Registry, view: MapView, day: str) -> Seats:
    """The seats of all nodes of ``tree`` by ``view``; the map is that of ``day``."""
    if view == "reported" or not day:
        return _as_reported(tree)
    return _on_map(tree, registry, registry.map(day))


def _as_reported(tree: Tree) -> Seats:
    """Units that stood under different units at different times: their nodes are one unit again."""
    nodes: dict[str, list[int]] = defaultdict(list)
    for node in tree.nodes:
        nodes[node.unit].append(node.id)
    moved = {one: (unit,) for unit, found in nodes.items() if len(found) > 1 for one in found}
    return Seats(moved, frozenset(moved))


def _on_map(tree: Tree, registry: Registry, day: Map) -> Seats:
    known = {node.unit for node in tree.nodes if registry.unit(node.unit)}
    placed = {node.id: day.place(node.unit) if node.unit in known else Placed(node.unit) for node in tree.nodes}
    shown: dict[int, tuple[str, ...]] = {}
    splits: list[Split] = []
    for node in tree.nodes:
        at = placed[node.id]
        above = placed[node.parent].target if node.parent >= 0 else ""
        targets = tuple(_path(at, above, day))
        if not at.whole:
            splits.append(Split(node.id, above, at.pieces, node.id in tree.children))
            targets = (*targets, node.unit) if node.unit not in targets else targets
        shown[node.id] = targets
    guests: dict[str, list[int]] = defaultdict(list)
    for node_id, targets in shown.items():
        for target in targets:
            guests[target].append(node_id)
    beside = {split.node for split in splits if split.has_below}
    moved = {
        node.id: shown[node.id]
        for node in tree.nodes
        if shown[node.id] != (node.unit,) or len(guests[node.unit]) > 1 or node.id in beside
    }
    own = frozenset(one for one in moved if placed[one].whole and shown[one][:1] == (placed[one].target,))
    pieces = {piece.unit for split in splits for piece in split.pieces}
    lines = {unit: tuple(day.line(unit)) for unit in pieces if unit in day}
    top = len(day.line(placed[0].target)) if placed[0].target in day else 1
    depths = {unit: len(day.line(unit)) - top for unit in {*guests, *pieces} if unit in day}
    return Seats(moved, own, tuple(splits), lines, depths)


def _path(at: Placed, above: str, day: Map) -> Iterator[str]:
    """The units of the map that a figure is inside, from the lowest up to below what the figure above it is inside.

    Where a unit went elsewhere than the unit above it, only the unit that it became whole shows its figure: further up
    it stays in the figure of the unit above, which was made with it.
    """
    line = day.line(at.target) if at.target in day else [at.target]
    if above in line:
        yield from line[: line.index(above)]
    elif at.whole:
        yield at.target
