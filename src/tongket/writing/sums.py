"""Totals that are not the sum of their parts, among consolidated values (số tổng không bằng tổng các thành phần)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tongket.model.observations import Rollup
from tongket.model.programmes import Programme
from tongket.writing.numerals import number_text

Totals = Mapping[tuple[str, str], Rollup]


@dataclass(frozen=True, slots=True)
class UnequalSum:
    """A ``total`` (indicator code) of ``amount``, and what its parts add up to, at one scale."""

    total: str
    name: str
    amount: int
    parts: tuple[int, ...]
    scale: int
    at_most: bool  # the parts need not be all, but may not be more

    def words(self) -> str:
        """'Tổng số hội nghị: 1.690, các thành phần cộng lại 410 + 1.287 = 1.697'."""
        added = " + ".join(number_text(part, self.scale) for part in self.parts)
        result = f" = {number_text(sum(self.parts), self.scale)}" if len(self.parts) > 1 else ""
        said = "phần trong đó lại là" if self.at_most else "các thành phần cộng lại"
        return f"{self.name}: {number_text(self.amount, self.scale)}, {said} {added}{result}"


def unequal_sums(programme: Programme, totals: Totals) -> Iterator[UnequalSum]:
    """Sums of the programme, and breakdowns, whose total is another number than its parts.

    Not named: what has a part without a value (an open list), and approximate values.
    """
    for rule in programme.sums:
        keys = [(part, "") for part in rule.parts]
        yield from _unequal(programme, totals, rule.total, keys, at_most=rule.relation == ">=")
    for indicator in programme.indicators:
        keys = [(indicator.code, value.code) for value in programme.cells(indicator)]
        if keys and indicator.over_units == "sum":
            yield from _unequal(programme, totals, indicator.code, keys, at_most=False)


def _unequal(
    programme: Programme, totals: Totals, code: str, keys: Sequence[tuple[str, str]], *, at_most: bool
) -> Iterator[UnequalSum]:
    whole, indicator = totals.get((code, "")), programme.indicator(code)
    parts = [totals.get(key) for key in keys]
    found = [one for one in parts if one is not None and one.amount is not None and not one.qualifier]
    if whole is None or indicator is None or whole.amount is None or whole.qualifier or len(found) < len(parts):
        return
    if any(one.scale != whole.scale for one in found):
        return
    amounts = tuple(one.amount for one in found if one.amount is not None)
    added = sum(amounts)
    if added > whole.amount if at_most else added != whole.amount:
        yield UnequalSum(code, indicator.name, whole.amount, amounts, whole.scale, at_most)
