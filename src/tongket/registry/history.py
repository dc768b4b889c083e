"""Successions (sáp nhập, chia tách, đổi tên): what became of units and what they were made from, looked up by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tongket.model.units import Share, Succession, SuccessionKind, Unit

if TYPE_CHECKING:
    from tongket.registry.units import Registry

DATA = Path(__file__).parent / "data"
# Nghị quyết 203/2025/QH15: two levels below the nation; the district level acts to 30/6/2025.
DISTRICT_LAST_DAY, DISTRICT_ACT = "2025-06-30", "203/2025/QH15"

StepKind = Literal[SuccessionKind, "move", "end"]


@dataclass(frozen=True, slots=True)
class Step:
    """One change in the history of a unit: ``before`` became ``after`` on a day.

    ``kind`` is that of a succession; "move": the same unit under another one; "end": a level that ceased, ``after``
    being a unit that holds a part of it. ``beside`` are the other units that made ``after`` on that day.
    """

    on: str
    kind: StepKind
    before: Unit
    after: Unit
    act: str = ""
    whole: bool = True
    shares: tuple[Share, ...] = ()
    beside: tuple[Unit, ...] = ()


class History:
    """The successions of a registry, by predecessor and by successor, in order of the table."""

    __slots__ = ("_registry", "after", "before")

    def __init__(self, registry: Registry, own: Iterable[Succession]) -> None:
        self._registry = registry
        after, before = _built_in_index()
        self.after, self.before = dict(after), dict(before)
        for link in own:
            self.after[link.predecessor] = _with(self.after.get(link.predecessor, ()), link)
            self.before[link.successor] = _with(self.before.get(link.successor, ()), link)

    def named(self, links: Iterable[Succession]) -> tuple[Succession, ...]:
        """Links with their kinds, given or derived."""
        return tuple(link if link.kind else replace(link, kind=self._kind(link)) for link in links)

    def _kind(self, link: Succession) -> SuccessionKind:
        siblings = [one for one in self.after[link.predecessor] if one.on == link.on]
        sources = [one for one in self.before[link.successor] if one.on == link.on]
        return succession_kind(link, len(siblings), len(sources), self._registry)


def _with(links: tuple[Succession, ...], own: Succession) -> tuple[Succession, ...]:
    """Links with one of a units file, which stands in place of the built-in one between the same units."""
    kept = (link for link in links if _ends(link) != _ends(own))
    return (*kept, own)


def _ends(link: Succession) -> tuple[str, str, str]:
    return link.predecessor, link.successor, link.on


def succession_kind(link: Succession, siblings: int, sources: int, registry: Registry) -> SuccessionKind:
    """The kind of a succession that says none: ``siblings`` units came of the predecessor that day, ``sources`` made
    the successor.
    """
    old, new = registry.states(link.predecessor), registry.states(link.successor)
    joined = sources > 1 or _lived_before(new, link.on)
    if not link.whole or siblings > 1:
        return "part" if joined else "split"
    if joined or not old:
        return "merge"
    heir = next((state for state in new if state.valid_from >= link.on), new[-1])
    return "change" if heir.name == old[-1].name else "rename"


def _lived_before(states: tuple[Unit, ...], on: str) -> bool:
    return not states or not states[0].valid_from or states[0].valid_from < on


def chain(registry: Registry, unit_id: str) -> tuple[Step, ...]:
    """All changes that lead to a unit and from it, with its own states and theirs, in order of time."""
    reached = {unit_id: None}
    steps: dict[tuple[str, str, str], Step] = {}
    for ahead in (False, True):
        waiting = [unit_id]
        while waiting:
            unit = waiting.pop()
            links = registry.successors(unit) if ahead else registry.predecessors(unit)
            for link in links:
                step = _step(registry, link)
                if step and (link.predecessor, link.successor, link.on) not in steps:
                    steps[link.predecessor, link.successor, link.on] = step
                    waiting.append(link.successor if ahead else link.predecessor)
                    reached[waiting[-1]] = None
    own = [step for unit in reached for step in _own_steps(registry, unit)]
    found = [*own, *(step for step in steps.values() if step.before.id != step.after.id), *_end(registry, unit_id)]
    return tuple(sorted(found, key=lambda step: (step.on, step.after.id, step.before.id)))


def _step(registry: Registry, link: Succession) -> Step | None:
    olds, new = registry.states(link.predecessor), registry.unit(link.successor, link.on)
    before = [state for state in olds if state.valid_from < link.on]
    if not before or not new:
        return None
    others = [one for one in registry.predecessors(link.successor) if one.on == link.on and one != link]
    beside = tuple(unit for one in others if (unit := registry.unit(one.predecessor)))
    return Step(link.on, link.kind, before[-1], new, link.act, link.whole, link.shares, beside)


def _own_steps(registry: Registry, unit_id: str) -> Iterator[Step]:
    """The changes of a unit that stayed itself: name, kind, the unit above."""
    states = registry.states(unit_id)
    acts = {link.on: link.act for link in registry.successors(unit_id) if link.successor == unit_id}
    for before, after in pairwise(states):
        kind = _own_kind(before, after)
        if kind:
            yield Step(after.valid_from, kind, before, after, acts.get(after.valid_from, ""))


def _own_kind(before: Unit, after: Unit) -> StepKind:
    if before.name != after.name:
        return "rename"
    if before.prefix != after.prefix:
        return "change"
    return "move" if before.parent != after.parent else ""


def _end(registry: Registry, unit_id: str) -> Iterator[Step]:
    """What a unit that ended without a successor of its own came to lie in."""
    unit = registry.unit(unit_id)
    if unit is None or not unit.valid_to or registry.successors(unit_id):
        return
    on = next_day(unit.valid_to)
    placed = registry.place(unit_id, on)
    act = DISTRICT_ACT if unit.kind == "district" and unit.valid_to == DISTRICT_LAST_DAY else ""
    for piece in [piece.unit for piece in placed.pieces] or [placed.target]:
        after = registry.unit(piece, on)
        if after:
            yield Step(on, "end", unit, after, act, placed.whole)


def next_day(day: str) -> str:
    """The day after an ISO day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def day_before(day: str) -> str:
    """The day before an ISO day."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


_Index = dict[str, tuple[Succession, ...]]


@cache
def _built_in_index() -> tuple[_Index, _Index]:
    """The built-in successions by predecessor and by successor."""
    after: dict[str, list[Succession]] = {}
    before: dict[str, list[Succession]] = {}
    for link in built_in_links():
        after.setdefault(link.predecessor, []).append(link)
        before.setdefault(link.successor, []).append(link)
    return {unit: tuple(links) for unit, links in after.items()}, {u: tuple(links) for u, links in before.items()}


@cache
def built_in_links() -> tuple[Succession, ...]:
    """The successions of the table, in order of successor; read when first asked for, not with the units."""
    return tuple(_read_links())


def _read_links() -> Iterator[Succession]:
    for line in (DATA / "successions.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        successor, on, act, olds = line.split("\t")
        for old in olds.split(" "):
            yield Succession(old.removeprefix("~"), successor, on, act, not old.startswith("~"))
