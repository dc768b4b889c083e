"""Ways in which figures are broken down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DimensionValue:
    """One value of a dimension: readable code, name, and other ways in which forms and prose write it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way in which an indicator is broken down: by organisation, by level."""

    code: str
    name: str
    values: tuple[DimensionValue, ...]
    additive: bool = True  # the total is the sum of the cells, where a report gives no total
    line: int = 0
    file: str = ""

    def value(self, code: str) -> DimensionValue | None:
        """The value of that code, or None."""
        return next((one for one in self.values if one.code == code), None)
