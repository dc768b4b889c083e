"""Administrative units and their changes (đơn vị hành chính; sáp nhập, chia tách, đổi tên)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
