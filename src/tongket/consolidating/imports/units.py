"""What the units of an imported table stand for (tra cứu đơn vị), as they lived in the period of its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.consolidating.imports.reasons import Reasons, quoted
from tongket.consolidating.imports.texts import day_of
from tongket.messages import N_
from tongket.model.units import Unit
from tongket.registry.units import Registry

_CANDIDATES = 8
_CODE_DIGITS = (2, 3, 5)  # of provinces, districts, communes


@dataclass(frozen=True, slots=True)
class Units:
    """What the texts of a column of units are looked up in."""

    registry: Registry
    reasons: Reasons

    def of_rows(
        self, rows: Iterable[tuple[str, str, str, str]]
    ) -> Iterator[tuple[str, str, str, str, str | None, int, bool]]:
        """(unit, date, first, last, id, reason, ended) of each (unit, date, first, last).

        The unit must have lived on a day of the period; ``ended`` says that it did not live to its last.
        """
        for text, written, first, last in rows:
            found = self._unit(text, written, first or last, last)
            if isinstance(found, int):
                yield text, written, first, last, None, found, False
            else:
                yield text, written, first, last, found, 0, not self.registry.alive(found, last)

    def _unit(self, text: str, written: str, first: str, last: str) -> str | int:
        states = self.registry.states(text)
        if states:
            if any(_lived(one, first, last) for one in states):
                return text
            return self._outside(states[-1], states[0].valid_from, first, last)
        if not text:
            return self.reasons.number(N_("the row names no unit."), N_("Write its id, or its code or name."))
        day = day_of(written) if written else ""
        if day is None:
            return self.reasons.number(
                N_("'{text}' is not a day."), N_("Write it like 2025-12-31 or 31/12/2025."), text=quoted(written)
            )
        found = self.registry.find(text, day or last, strict=True)
        found = found or (() if day else self.registry.find(text, first, strict=True))
        found = found or self._without_zeros(text, day or last)
        found = (
            tuple(one for one in found if any(_lived(s, first, last) for s in self.registry.states(one.id))) or found
        )
        if len(found) == 1:
            (unit,) = found
            states = self.registry.states(unit.id)
            if any(_lived(one, first, last) for one in states):
                return unit.id
            return self._outside(unit, states[0].valid_from, first, last)
        if found:
            return self._several(text, found, last)
        ever = self.registry.find(text, strict=True)
        if ever:
            return self._outside(ever[-1], self.registry.states(ever[-1].id)[0].valid_from, first, last)
        like = self.registry.find(text.partition(".")[0], last) if text[:1].isdigit() else ()
        if like:
            return self.reasons.number(
                N_("there is no unit '{text}'."),
                N_("Did you mean {code} ({name})?"),
                text=quoted(text),
                code=like[0].id,
                name=self._named(like[0], last),
            )
        return self.reasons.number(
            N_("there is no unit '{text}'."),
            N_("Write it as 'xã Lũng Ẳng, tỉnh Mẫu Sơn', or its id; 'tongket units find' finds units of any date."),
            text=quoted(text),
        )

    def _without_zeros(self, code: str, on: str) -> tuple[Unit, ...]:
        """The units of a code from which a spreadsheet took the zeros at its front: '4' for '00004'."""
        if not (code.isascii() and code.isdigit()) or len(code) >= _CODE_DIGITS[-1]:
            return ()
        lengths = (length for length in _CODE_DIGITS if length > len(code))
        return tuple(unit for length in lengths for unit in self.registry.find(code.zfill(length), on))

    def _several(self, text: str, found: tuple[Unit, ...], on: str) -> int:
        names = [f"{self._named(one, on)} ({one.id})" for one in found[:_CANDIDATES]]
        return self.reasons.number(
            N_("several units are called '{text}': {units}."),
            N_("Write the id, or the unit above after a comma."),
            text=quoted(text),
            units="; ".join(names) + ("; ..." if len(found) > _CANDIDATES else ""),
        )

    def _named(self, unit: Unit, on: str) -> str:
        above = [one.full_name for one in self.registry.above(unit.id, on) if one.kind != "nation"]
        return ", ".join((unit.full_name, *above))

    def _outside(self, unit: Unit, since: str, first: str, last: str) -> int:
        """The reason against a unit that did not live in the period, with what it became or was made from."""
        if unit.valid_to and unit.valid_to < first:
            became = [self.registry.unit(one.successor) for one in self.registry.successors(unit.id)]
            acts = dict.fromkeys(one.act for one in self.registry.successors(unit.id) if one.act)
            return self.reasons.number(
                N_("{unit} ({id}) ended on {day}, before the period {first} - {last}; it became: {became} ({acts})."),
                N_("Write the unit of that time, or correct the period."),
                unit=unit.full_name,
                id=unit.id,
                day=unit.valid_to,
                first=first,
                last=last,
                became="; ".join(f"{one.full_name} ({one.id})" for one in became if one) or "-",
                acts=", ".join(acts) or "-",
            )
        made = [self.registry.unit(one.predecessor) for one in self.registry.predecessors(unit.id)]
        return self.reasons.number(
            N_("{unit} ({id}) began on {day}, after the period {first} - {last}; it was made from: {made}."),
            N_("Write the unit of that time, or correct the period."),
            unit=unit.full_name,
            id=unit.id,
            day=since,
            first=first,
            last=last,
            made="; ".join(f"{one.full_name} ({one.id})" for one in made if one) or "-",
        )


def _lived(state: Unit, first: str, last: str) -> bool:
    return (not state.valid_from or state.valid_from <= last) and (not state.valid_to or first <= state.valid_to)
