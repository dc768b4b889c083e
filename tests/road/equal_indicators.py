"""Whether a rebuilt programme asks for the same: indicator by indicator, with the list of what differs.

Codes are not printed in forms, so indicators are paired by where they stand: form, row and place in the row, or column;
those that only the outline asks for, by their printed name. Equal is a pair of which all of this agrees: unit word,
kind, scale, factor, addition over units and over time, levels, the terms of a ratio (through the pairs), the
dimensions by the names of their values, every row of every form that carries it (number, label, depth, level, cell by
name), and the name: one of the names by which the original goes (name, alias, the label of its row) counts the same
telling words as one of the rebuilt one's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tongket.model.programmes import Form, FormRow, Indicator, Programme
from tongket.programmes.drafting.naming import halves
from tongket.programmes.words import label_words, normal

TIME = frozenset(("over_time",))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Of ``count`` indicators, what differs of each: code -> (field, original, rebuilt)."""

    count: int
    differing: dict[str, list[tuple[str, object, object]]]
    exact_names: int

    def share(self, but: frozenset[str] = frozenset()) -> float:
        """The share that is equal, the fields ``but`` left out."""
        wrong = sum(any(field not in but for field, _, _ in fields) for fields in self.differing.values())
        return 1 - wrong / self.count

    def lines(self) -> Iterator[str]:
        """What differs, one line an indicator."""
        for code, fields in self.differing.items():
            yield f"{code}: " + "; ".join(f"{field} {mine!r} -> {theirs!r}" for field, mine, theirs in fields)


def compare(original: Programme, rebuilt: Programme) -> Comparison:
    """Every indicator of ``original`` beside its counterpart in ``rebuilt``."""
    pairs = paired(original, rebuilt)
    differing: dict[str, list[tuple[str, object, object]]] = {}
    exact = 0
    for one in original.indicators:
        other = rebuilt.indicator(pairs.get(one.code, ""))
        fields = list(_differences(original, rebuilt, one, other, pairs)) if other else [("indicator", one.name, None)]
        exact += other is not None and normal(other.name) == normal(one.name)
        if fields:
            differing[one.code] = fields
    return Comparison(len(original.indicators), differing, exact)


def paired(original: Programme, rebuilt: Programme) -> dict[str, str]:
    """Which indicator of ``rebuilt`` stands where one of ``original`` does: code -> code."""
    pairs: dict[str, str] = {}
    for code, other in _by_place(original, rebuilt):
        pairs.setdefault(code, other)
    names = {normal(one.name): one.code for one in rebuilt.indicators}
    for one in original.indicators:
        if one.code not in pairs and normal(one.name) in names:
            pairs[one.code] = names[normal(one.name)]
    return pairs


def _by_place(original: Programme, rebuilt: Programme) -> Iterator[tuple[str, str]]:
    for form, other in zip(original.forms, rebuilt.forms, strict=False):
        for row, other_row in zip(form.rows, other.rows, strict=False):
            yield from zip(row.indicators, other_row.indicators, strict=False)
        columns = [column.indicator for column in form.columns if column.indicator]
        others = [column.indicator for column in other.columns if column.indicator]
        yield from zip(columns, others, strict=False)


def _differences(
    original: Programme, rebuilt: Programme, one: Indicator, other: Indicator, pairs: dict[str, str]
) -> Iterator[tuple[str, object, object]]:
    for field in ("unit_word", "kind", "scale", "factor", "over_units", "over_time", "levels"):
        if getattr(one, field) != getattr(other, field):
            yield field, getattr(one, field), getattr(other, field)
    terms = tuple(pairs.get(code, code) for code in (one.numerator, one.denominator))
    if terms != (other.numerator, other.denominator):
        yield "terms", terms, (other.numerator, other.denominator)
    mine, theirs = _cells(original, one), _cells(rebuilt, other)
    if mine != theirs:
        yield "dimensions", mine, theirs
    rows, other_rows = list(_rows(original, one)), list(_rows(rebuilt, other))
    if rows != other_rows:
        yield "rows", rows, other_rows
    if not _names(original, one) & _names(rebuilt, other):
        yield "name", one.name, other.name


def _cells(programme: Programme, one: Indicator) -> set[str]:
    """The dimensions by the names of their values: levels by their code, for forms name them differently."""
    found = (programme.dimension(code) for code in one.dimensions)
    levels = ("province", "district", "commune")
    return {
        value.code if value.code in levels else normal(value.name)
        for dimension in found
        if dimension
        for value in dimension.values
    }


def _rows(programme: Programme, one: Indicator) -> Iterator[tuple[object, ...]]:
    for number, form in enumerate(programme.forms):
        for at, row in enumerate(form.rows):
            if one.code in row.indicators:
                yield number, at, row.number, normal(row.label), row.depth, row.level, row.indicators.index(one.code)
        for at, column in enumerate(_values(form)):
            if column == one.code:
                yield number, at, tuple((row.number, normal(row.label), bool(row.cell)) for row in form.rows)


def _values(form: Form) -> list[str]:
    return [column.indicator for column in form.columns if column.role == "value"]


def _names(programme: Programme, one: Indicator) -> set[frozenset[str]]:
    names = {one.name, one.name.rsplit(": ", 1)[-1], *one.aliases}
    for form in programme.forms:
        for row in form.rows:
            names |= set(_own_labels(row, one)) if one.code in row.indicators and not row.level else set()
        names |= {column.title for column in form.columns if column.indicator == one.code}
    return {frozenset(label_words(name)) - _UNITS for name in names}


_UNITS = frozenset(normal("người %").split())


def _own_labels(row: FormRow, one: Indicator) -> Iterator[str]:
    pair = halves(row.label) if len(row.indicators) == 2 else None
    yield pair[row.indicators.index(one.code)] if pair else row.label
