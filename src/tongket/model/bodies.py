"""Bodies (cơ quan, tổ chức): who acts and who answers; never a private person."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.model.documents import Regime
from tongket.model.units import UnitKind


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body, the same at every unit of its levels: 'Ủy ban nhân dân', UBND.

    ``code`` is stable and readable ('ubnd', 'mttq', 'hlhpn'); ``names`` are the ways in which it is written.
    """

    code: str
    name: str
    abbreviations: tuple[str, ...]
    regime: Regime
    levels: tuple[UnitKind, ...]
    names: tuple[str, ...] = ()
    valid_from: str = ""  # first day, "" is 'before our table begins'
    valid_to: str = ""  # last day at every level, "" is 'still'


@dataclass(frozen=True, slots=True)
class BodySuccession:
    """A kind of body at a level became another on a date, under an act; ``successor`` "" when none took its place."""

    predecessor: str
    level: UnitKind
    successor: str
    on: str
    act: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body at a unit: kind code and unit id, with its full written name.

    A body of a units file has an ``id``, other names and abbreviations, and dates like those of a unit; where its kind
    is none of the table's, ``kind`` is its id.
    """

    kind: str
    unit: str
    name: str
    id: str = ""
    regime: Regime = "state"
    names: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
