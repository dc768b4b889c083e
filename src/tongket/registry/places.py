"""Units of any date placed on the map of one day: where figures of a unit that has gone, or not yet come, belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tongket.model.units import Piece, Placed, Portion, ShareKey, Succession

if TYPE_CHECKING:
    from tongket.registry.units import Registry

NATION = "vn"
_Portions = dict[ShareKey, Fraction]
_KEYS: tuple[ShareKey, ...] = ("people", "households", "area")


def last_day(on: date | str) -> str:
    """A day as text; of a year or month its last, for order only: '2024' -> '2024-12-31', '2024-02' -> '2024-02-31'."""
    if isinstance(on, date):
        return on.isoformat()
    return on + {4: "-12-31", 7: "-31"}.get(len(on), "")


class Map:
    """The units that live on one day, and every other unit placed among them; each placed once and remembered.

    Forward, a unit goes where it went whole; where it was divided, to the nearest unit that holds all pieces; a level
    that ceased (cấp huyện, 30/6/2025), to the nearest unit that holds the pieces of all units below. Backward, a unit
    made from several goes to the nearest unit of that day that holds all it was made from.
    """

    __slots__ = ("_history", "_parents", "_placed", "_registry", "day")

    def __init__(self, registry: Registry, day: str) -> None:
        self.day = day
        self._registry = registry
        self._history = registry.history()
        self._parents = registry.parents(day)
        self._placed: dict[str, Placed] = {}

    def __contains__(self, unit_id: str) -> bool:
        return unit_id in self._parents

    def place(self, unit_id: str) -> Placed:
        """Where the unit's figures belong on this map; the nation for an id that is not known."""
        found = self._placed.get(unit_id)
        if found is None:
            self._placed[unit_id] = Placed(NATION, False)  # what a unit that leads back to itself comes to
            found = self._placed[unit_id] = Placed(unit_id) if unit_id in self else self._find(unit_id)
        return found

    def line(self, unit_id: str) -> list[str]:
        """A living unit and those above it, the nearest first, up to the nation."""
        line = [unit_id]
        while (parent := self._parents.get(line[-1], "")) and parent not in line:
            line.append(parent)
        return line

    def lines(self) -> Iterator[tuple[str, str, int]]:
        """(unit, unit above, how far above) for every living unit; itself at 0."""
        for unit_id in self._parents:
            for depth, above in enumerate(self.line(unit_id)):
                yield unit_id, above, depth

    def _find(self, unit_id: str) -> Placed:
        states = self._registry.states(unit_id)
        if not states:
            return Placed(NATION, False)
        ended = bool(states[-1].valid_to) and states[-1].valid_to < self.day
        if not ended and states[0].valid_from <= self.day:  # it lives before and after, and not on this day
            return Placed(self.place(states[0].parent or NATION).target, False)
        edge, day = (states[-1], states[-1].valid_to) if ended else (states[0], states[0].valid_from)
        follow = self._became if ended else self._came_of
        links = follow(unit_id)
        others = [link.successor if ended else link.predecessor for link in links]
        if len(links) == 1:
            return self.place(others[0])
        parts = [(self.place(unit), portions) for unit, portions in zip(others, _portions(links), strict=True)]
        if not parts:  # a level that ceased: the units below know where they went
            below = [unit.id for unit in self._registry.children(unit_id, day) if unit.kind != "hamlet"]
            parts = [(self.place(unit), {}) for unit in below if unit in self or follow(unit)]
        if not parts:
            return Placed(self.place(edge.parent or NATION).target, False)
        return self._joined(parts)

    def _became(self, unit_id: str) -> list[Succession]:
        """What a unit became when it ended; earlier, it only gave parts of itself away."""
        links = [link for link in self._history.after.get(unit_id, ()) if link.successor != unit_id]
        last = max(link.on for link in links) if len(links) > 1 else ""
        return [link for link in links if link.on == last] if last else links

    def _came_of(self, unit_id: str) -> list[Succession]:
        """What a unit was made from when it began; later, it only took others in."""
        links = [link for link in self._history.before.get(unit_id, ()) if link.predecessor != unit_id]
        first = min(link.on for link in links) if len(links) > 1 else ""
        return [link for link in links if link.on == first] if first else links

    def _joined(self, parts: Sequence[tuple[Placed, _Portions]]) -> Placed:
        """One place for the parts of a unit."""
        targets = list(dict.fromkeys(placed.target for placed, _ in parts))
        if len(targets) == 1 and all(placed.whole for placed, _ in parts):
            return Placed(targets[0])
        return Placed(self._holder(targets), False, _pieces(parts))

    def _holder(self, units: Sequence[str]) -> str:
        """The nearest unit that is or holds all of these."""
        first, *others = [self.line(unit) for unit in units]
        held = set(first).intersection(*others)
        return next((unit for unit in first if unit in held), NATION)


def _portions(links: Sequence[Succession]) -> list[_Portions]:
    """Shares as portions of their sum, by the keys that all links state."""
    shares = [{share.key: share.amount for share in link.shares} for link in links]
    totals = {key: sum(one[key] for one in shares) for key in _KEYS if all(key in one for one in shares)}
    return [{key: Fraction(one[key], total) for key, total in totals.items() if total} for one in shares]


def _pieces(parts: Sequence[tuple[Placed, _Portions]]) -> tuple[Piece, ...]:
    """The pieces of all parts in order of id; a portion only by keys that every piece has."""
    found: dict[str, _Portions] = {}
    keys = set(_KEYS)
    for placed, portions in parts:
        inner = placed.pieces or (Piece(placed.target),)
        for piece in inner:
            own = {one.key: one.portion for one in piece.portions}
            known = own.keys() if placed.pieces else portions.keys()
            keys &= portions.keys() & known
            sums = found.setdefault(piece.unit, {})
            for key in portions.keys() & known:
                sums[key] = sums.get(key, Fraction(0)) + portions[key] * own.get(key, Fraction(1))
    return tuple(
        Piece(unit, tuple(Portion(key, sums[key]) for key in sorted(keys))) for unit, sums in sorted(found.items())
    )


def piece_rows(placed: Iterable[tuple[str, Placed]]) -> Iterator[tuple[str, str, str, int, int]]:
    """(unit, piece, key, numerator, denominator) of divided units; key "" and 0/1 where no share is known."""
    for unit, one in placed:
        for piece in one.pieces:
            if not piece.portions:
                yield unit, piece.unit, "", 0, 1
            for portion in piece.portions:
                yield unit, piece.unit, portion.key, portion.portion.numerator, portion.portion.denominator
