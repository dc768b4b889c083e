"""Administrative units and their changes (đơn vị hành chính; sáp nhập, chia tách, đổi tên)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fractions import Fraction

ShareKey = Literal["people", "households", "area"]
SuccessionKind = Literal["", "merge", "split", "rename", "change", "part"]
UnitKind = Literal["nation", "province", "district", "commune", "hamlet"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit over the time in which name, kind and parent did not change.

    ``code`` is the statistical code, unique only together with a date; ``id`` is unique for ever.
    ``prefix`` is the kind as written before the name: 'tỉnh', 'thành phố', 'xã', 'phường', 'đặc khu', 'huyện' ...
    Dates are ISO; ``valid_from`` "" is 'before our table begins'; ``valid_to`` is the last day, "" is 'still'.
    """

    id: str
    code: str
    kind: UnitKind
    prefix: str
    name: str
    parent: str  # id, "" for the nation
    valid_from: str = ""
    valid_to: str = ""

    @property
    def full_name(self) -> str:
        """'xã Trung Sơn'."""
        return f"{self.prefix} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the predecessor went to the successor: persons, households, or hectares times 100."""

    key: ShareKey
    amount: int


@dataclass(frozen=True, slots=True)
class Succession:
    """``predecessor`` became ``successor`` (ids) on a date, under an act, whole or in part.

    ``kind`` is "" where the sources do not tell. ``shares`` are known for few: without them nothing is apportioned.
    """

    predecessor: str
    successor: str
    on: str
    act: str
    whole: bool = True
    kind: SuccessionKind = ""
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Portion:
    """How much of a unit lies in one of its pieces, by one key; the portions of all pieces by that key add up to 1."""

    key: ShareKey
    portion: Fraction


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit of a day's map that holds a part of another unit; ``portions`` only by keys known for every piece."""

    unit: str
    portions: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """The unit of a day's map in which a unit's figures belong.

    ``whole``: all of it is in ``target``, and its figures count there as the target's own. Otherwise it was divided
    (or stands for several units of that map), ``target`` is the nearest unit that holds all pieces, and its figures
    count there and above, not in any one piece. ``pieces`` is () when whole, and when it is not known which they are.
    """

    target: str
    whole: bool = True
    pieces: tuple[Piece, ...] = ()
