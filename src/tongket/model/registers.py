"""The books that offices keep (sổ): registers with their fields, scorecards, and the modules that bring them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.dimensions import DimensionValue

RegisterKind = Literal["event", "item", "agreement", "obligation", "score-sheet"]
FieldKind = Literal["text", "integer", "decimal", "money", "date", "yes-no", "choice", "unit", "body", "document"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a register. ``choices`` are codes with names; of a field that stands for a dimension, its values."""

    code: str
    name: str
    kind: FieldKind = "text"
    unit_word: str = ""
    choices: tuple[DimensionValue, ...] = ()
    dimension: str = ""
    required: bool = False
    scale: int = 0
    line: int = 0
    note: str = ""  # how to fill it in, for the template


@dataclass(frozen=True, slots=True)
class Register:
    """A book that offices keep (sổ): what its entries are, and what is written about each beside what all have."""

    code: str
    name: str
    kind: RegisterKind
    fields: tuple[Field, ...] = ()
    owner: str = ""  # code of the kind of body that keeps it
    module: str = ""
    scorecard: str = ""  # of kind 'score-sheet'
    yearly: bool = False  # entries are confirmed each year, and lapse unless they are
    definition: str = ""
    line: int = 0
    file: str = ""

    def field(self, code: str) -> Field | None:
        """The field of that code, or None."""
        return next((one for one in self.fields if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a scorecard (tiêu chí): ``most`` points at the scorecard's scale; a heading sums the lines below it."""

    code: str
    name: str
    most: int
    depth: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A class (xếp loại): from ``at_least`` points on, at the scorecard's scale."""

    code: str
    name: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A set of criteria of one version (bộ tiêu chí chấm điểm); bands from the best down."""

    code: str
    version: str
    name: str
    scale: int
    criteria: tuple[Criterion, ...]
    bands: tuple[Band, ...]
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Module:
    """A business system as data (mô-đun nghiệp vụ), of one version, that a programme uses: 'S03', Quán triệt."""

    code: str
    version: int
    name: str
    hash: str = ""
