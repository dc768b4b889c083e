"""Values of a folder of facts that are at odds with other values (đối chiếu số liệu): typed rows out of the statements,
before they are said as findings.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tongket.model.places import ObservationKey
from tongket.model.programmes import Comparison
from tongket.model.units import Placed, Unit


@dataclass(frozen=True, slots=True)
class Limits:
    """When a value is out of line.

    ``z``: how many spreads from the median; a spread is 1.4826 times the median absolute deviation, and never less
    than the share ``floor`` of the median, its square root, or 1. ``points``: earlier periods that a series needs to be
    judged by its own history. ``peers``: units of one kind that are needed to judge by them. ``jump``: how many times
    the last period, ``jump_floor``: and by how much at least.
    """

    z: float = 6.0
    floor: float = 0.1
    points: int = 6
    peers: int = 20
    jump: float = 5.0
    jump_floor: float = 50.0
    most: int = 1000  # rows that one comparison gives


@dataclass(frozen=True, slots=True)
class Value:
    """One answer and its number."""

    key: ObservationKey
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Outlier:
    """A value far from the median of ``points`` values: of the unit's earlier periods, or of its peers."""

    value: Value
    against: Literal["history", "peers"]
    median: Decimal
    z: float
    points: int


@dataclass(frozen=True, slots=True)
class Jump:
    """A value many times that of the last period, or a small part of it."""

    value: Value
    before: Value


@dataclass(frozen=True, slots=True)
class Blank:
    """No value where the same body gave a number for the period before, while it answers other indicators."""

    key: ObservationKey
    before: Value


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two bodies give different values for one thing; ``owner``: the first is the body that answers for it."""

    value: Value
    other: Value
    owner: bool


@dataclass(frozen=True, slots=True)
class Miscounted:
    """A declared value that is not what the entries of the register add up to."""

    declared: Value
    counted: Value


@dataclass(frozen=True, slots=True)
class Parts:
    """The value of a whole unit against those of the ``reported`` of ``expected`` units below it on the map of its day.

    ``own`` is the unit's own work, None where it states none; it is in ``total``.
    """

    whole: Value
    total: Decimal
    own: Decimal | None
    reported: int
    expected: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule between indicators that does not hold. ``rule`` is its place in ``Programme.rules``, or of ``sums``."""

    rule: int
    of: Literal["rules", "sums"]
    left: Value
    comparison: Comparison
    right: Decimal
    related: tuple[ObservationKey, ...]
    complete: bool = True  # of a sum: every part is given


@dataclass(frozen=True, slots=True)
class Ceased:
    """A body that reports for a unit that had ceased before the period's last day.

    ``unit`` is its last state, ``on`` that last day, ``placed`` where its figures belong on that day's map.
    """

    unit: Unit
    body: str
    source: str
    on: str
    placed: Placed
    observations: int


Compared = Outlier | Jump | Blank | Rivals | Miscounted | Parts | Broken | Ceased


@dataclass(frozen=True, slots=True)
class Comparisons:
    """What all comparisons gave; ``compared`` counts the answers, ``left_off`` the rows beyond ``Limits.most``."""

    rows: tuple[Compared, ...]
    compared: int
    left_off: int = 0
