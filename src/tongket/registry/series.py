"""What a long series of a unit must add up: the units of earlier dates that make it up (chuỗi số liệu)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongket.model.units import Portion, Succession
from tongket.registry.history import day_before

if TYPE_CHECKING:
    from tongket.registry.units import Registry


@dataclass(frozen=True, slots=True)
class Part:
    """A unit whose figures of ``start`` to ``end`` belong to a series ("" open), whole or by portions where known.

    ``successor_from`` is the first day of what it became; on or before ``end`` it says that the day is not known, and
    that of the two only one has a figure for any one period.
    """

    unit: str
    start: str
    end: str
    whole: bool
    portions: tuple[Portion, ...] = ()
    successor_from: str = ""

    @property
    def is_end_unsure(self) -> bool:
        """Whether it and what it became both stand in the table for a time."""
        return bool(self.successor_from) and self.successor_from <= self.end


def series(registry: Registry, unit_id: str, on: str) -> tuple[Part, ...]:
    """The parts of the series of a unit of the map of a day, itself last, in order of time.

    A unit of earlier days belongs to it whole where the map places it whole there; otherwise with the portion that
    its shares give, where they are known.
    """
    states = registry.states(unit_id)
    parts = {unit_id: Part(unit_id, states[0].valid_from, states[-1].valid_to, True)}
    waiting = [unit_id]
    while waiting:
        unit = waiting.pop()
        for link in registry.predecessors(unit):
            if link.predecessor not in parts and link.on <= on:
                parts[link.predecessor] = _part(registry, link, unit_id, on)
                waiting.append(link.predecessor)
    return tuple(sorted(parts.values(), key=lambda part: (part.end or "9", part.start, part.unit)))


def _part(registry: Registry, link: Succession, unit_id: str, on: str) -> Part:
    states = registry.states(link.predecessor)
    start, end = states[0].valid_from, states[-1].valid_to
    if registry.alive(link.predecessor, on):  # it lives on, and gave a part of itself away
        return Part(link.predecessor, start, day_before(link.on), False, (), link.on)
    placed = registry.place(link.predecessor, on)
    portions = next((piece.portions for piece in placed.pieces if piece.unit == unit_id), ())
    return Part(link.predecessor, start, end, placed.whole and placed.target == unit_id, portions, link.on)
