"""What the cells of an imported table stand for (tra cứu ô): values of the dimensions of its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.consolidating.imports.reasons import Reasons, quoted
from tongket.consolidating.imports.texts import most_like
from tongket.messages import N_
from tongket.model.dimensions import Dimension
from tongket.model.programmes import Indicator, Programme
from tongket.vietnamese.unicode import folded, key

_TOTALS = frozenset(("", "tổng", "tổng số", "tổng cộng", "chung", "total", "tất cả"))


@dataclass(frozen=True, slots=True)
class Cells:
    """What the texts of cells, and of the columns of dimensions, are looked up in."""

    programme: Programme
    reasons: Reasons

    def of_rows(
        self, rows: Iterable[tuple[str, str, str]], dimensions: tuple[str, ...]
    ) -> Iterator[tuple[str, str, str, str | None, int]]:
        """(indicator, cell, values, code of the cell, reason); ``values`` are those of ``dimensions``, tabs between."""
        for code, written, packed in rows:
            indicator = self.programme.indicator(code)
            assert indicator is not None
            found = self._cell(indicator, written, dict(zip(dimensions, packed.split("\t"), strict=False)))
            if isinstance(found, int):
                yield code, written, packed, None, found
            else:
                yield code, written, packed, found, 0

    def _cell(self, indicator: Indicator, written: str, values: dict[str, str]) -> str | int:
        own = [one for code in indicator.dimensions if (one := self.programme.dimension(code))]
        chosen: dict[str, str] = {}
        for code, text in values.items():
            if folded(text) in _TOTALS:
                continue
            dimension = next((one for one in own if one.code == code), None)
            if dimension is None:
                return self._no_dimension(indicator, code, text)
            value = _value_code(dimension, text)
            if not value:
                return self._unknown_value(dimension, text)
            chosen[code] = value
        for text in written.split("+") if folded(written) not in _TOTALS else ():
            placed = [(one.code, value) for one in own if (value := _value_code(one, text))]
            if len(placed) != 1 or chosen.get(placed[0][0], placed[0][1]) != placed[0][1]:
                return self._no_cell(indicator, own, written)
            chosen[placed[0][0]] = placed[0][1]
        return "+".join(chosen[one.code] for one in own if one.code in chosen)

    def _no_dimension(self, indicator: Indicator, code: str, text: str) -> int:
        return self.reasons.number(
            N_("{indicator} is not broken down by '{dimension}', and the row says '{text}' there."),
            N_("Leave the cell empty, or correct the indicator."),
            indicator=indicator.code,
            dimension=code,
            text=quoted(text),
        )

    def _unknown_value(self, dimension: Dimension, text: str) -> int:
        like = most_like(text, [value.name for value in dimension.values])
        like = like or most_like(text, [value.code for value in dimension.values])
        known = next((value for value in dimension.values if like in (value.name, value.code)), None)
        mend = N_("Did you mean {code} ({name})?") if known else N_("Write one of: {codes}.")
        return self.reasons.number(
            N_("'{text}' is no value of '{dimension}'."),
            mend,
            text=quoted(text),
            dimension=dimension.name,
            code=known.code if known else "",
            name=known.name if known else "",
            codes=", ".join(value.code for value in dimension.values),
        )

    def _no_cell(self, indicator: Indicator, own: list[Dimension], written: str) -> int:
        return self.reasons.number(
            N_("{indicator} has no cell '{text}'."),
            N_("Write codes of its values with '+' between: {codes}."),
            indicator=indicator.code,
            text=quoted(written),
            codes=", ".join(value.code for one in own for value in one.values) or "-",
        )


def _value_code(dimension: Dimension, text: str) -> str:
    """The code of the dimension's value that ``text`` names, or ""."""
    wanted = key(text)
    for value in dimension.values:
        if text.strip() == value.code or wanted in (key(value.code), key(value.name), *map(key, value.aliases)):
            return value.code
    return ""
