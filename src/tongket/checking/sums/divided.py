"""A whole with the items of a list that may make it (số nêu trước và các phần của nó)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from tongket.checking.evidence.near_numbers import amount
from tongket.checking.evidence.numbers import single
from tongket.checking.sums.listed_items import Item
from tongket.model.figures import Figure
from tongket.vietnamese.divisions import are_closed


@dataclass(frozen=True)
class Divided:
    """Items of a list, with the whole that they may make."""

    whole: Figure
    items: tuple[Item, ...]

    @cached_property
    def of(self) -> Decimal:
        """The amount of the whole."""
        return amount(self.whole)

    @cached_property
    def parts(self) -> tuple[Figure, ...]:
        """The items as numbers in the whole's unit: bare ones are printed in it."""
        value, base = single(self.whole.value), single(self.whole.base_value)
        scale = base / value if value and base else Decimal(1)
        return tuple(
            replace(one.figure, base_value=(single(one.figure.value) or Decimal(0)) * scale)
            if one.is_bare
            else one.figure
            for one in self.items
        )

    @cached_property
    def labels(self) -> list[str]:
        """What the items are called."""
        return [one.label for one in self.items]

    @cached_property
    def is_closed(self) -> bool:
        """Whether nothing is left out, by the names of the items."""
        return are_closed([one.name for one in self.items])

    @cached_property
    def added(self) -> Decimal:
        """What the items make."""
        return sum((amount(one) for one in self.parts), Decimal(0))
