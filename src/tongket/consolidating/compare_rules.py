"""The rules of a programme (quy tắc giữa các chỉ tiêu), evaluated exactly at each unit, body and period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tongket.consolidating.compare_statements import RULE_VALUES
from tongket.consolidating.formulas import evaluate, holds, whole_cells
from tongket.model.comparisons import Broken, Value
from tongket.model.formulas import Formula, FormulaValue, Name
from tongket.model.places import ObservationKey
from tongket.model.programmes import Indicator, Programme, Rule
from tongket.programmes.formula_trees import names
from tongket.programmes.formulas import parse

if TYPE_CHECKING:
    import duckdb

_BATCH = 20_000
Key = Callable[[int, int, int, bool, int, int], ObservationKey]
Given = Mapping[tuple[str, str], tuple[Decimal, bool]]  # (indicator, cell) -> value, and whether it is approximate


@dataclass(frozen=True, slots=True)
class _Parsed:
    place: int
    rule: Rule
    left: Formula
    right: Formula
    names: tuple[Name, ...]


def check_rules(
    engine: duckdb.DuckDBPyConnection,
    programme: Programme,
    key: Key,
    cells: Sequence[str],
    periods: Sequence[tuple[str, str]],
    chosen: set[int],
) -> Iterator[Broken]:
    """Yield the rules that do not hold, of the table ``declared``; at the periods ``chosen`` (by number), or at all.

    Not judged: where a side has no value, or rests on one with a qualifier.
    """
    rules = [_parsed(place, rule) for place, rule in enumerate(programme.rules)]
    if not rules:
        return
    needed = {name.indicator for rule in rules for name in rule.names}
    places = [n for n, one in enumerate(programme.indicators) if one.code in needed]
    engine.execute(RULE_VALUES.format(all=", ".join(map(str, places)) or "-1"))
    for (u, x, b, _span), rows in groupby(_fetched(engine), key=lambda row: row[:4]):
        book: dict[int, dict[tuple[str, str], tuple[Decimal, bool]]] = {}
        for *_, p, i, c, low, is_about in rows:
            indicator = programme.indicators[i]
            amount = Decimal(low).scaleb(-indicator.scale)
            book.setdefault(p, {})[indicator.code, cells[c - 1]] = (amount, is_about)
        for p in book:
            if not chosen or p in chosen:
                given = _Given(programme, book, periods, p)
                for rule in rules:
                    yield from _broken(rule, given, lambda i, c, p=p, u=u, x=x, b=b: key(i, c, u, x, b, p), cells)  # type: ignore[misc]  # bound now


def broken_rules(
    programme: Programme,
    book: Mapping[int, Given],
    periods: Sequence[tuple[str, str]],
    at: int,
    key: Callable[[str, str], ObservationKey],
) -> Iterator[Broken]:
    """Yield the rules that do not hold among the values of one unit, extent and body at period ``at`` of ``book``.

    Periods count from 1 as in ``periods``; ``key`` names the answer to an indicator and cell.
    """
    given = _Given(programme, book, periods, at)
    cells = sorted({cell for _, cell in book[at]} | {""})
    codes = [one.code for one in programme.indicators]
    for place, rule in enumerate(programme.rules):
        yield from _broken(_parsed(place, rule), given, lambda i, c: key(codes[i], cells[c - 1]), cells)


def _parsed(place: int, rule: Rule) -> _Parsed:
    where = f"{rule.file}:{rule.line}"
    left, right = parse(rule.left, where), parse(rule.right, where)
    return _Parsed(place, rule, left, right, (*names(left), *names(right)))


def _fetched(engine: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := engine.fetchmany(_BATCH):
        yield from rows


@dataclass(frozen=True, slots=True)
class _Given:
    """The values of one unit, extent and body at period ``at``, and at the periods before it."""

    programme: Programme
    book: Mapping[int, Given]
    periods: Sequence[tuple[str, str]]
    at: int

    def before(self, back: int) -> int | None:
        """The number of the period that ends the day before, ``back`` times; of stocks, the one before in time."""
        at = self.at
        for _ in range(back):
            start = self.periods[at - 1][0]
            earlier = [p for p in self.book if p < at]
            if start:
                last = (date.fromisoformat(start) - timedelta(days=1)).isoformat()
                earlier = [p for p in earlier if self.periods[p - 1][1] == last]
            if not earlier:
                return None
            at = max(earlier)
        return at

    def value(self, indicator: Indicator, cell: str, back: int) -> tuple[Decimal, bool] | None:
        """A stated value; of a total that nobody states, the sum of its cells."""
        at = self.before(back)
        if at is None:
            return None
        stated = self.book[at].get((indicator.code, cell))
        if stated or cell or not indicator.dimensions:
            return stated
        if not all(one.additive for code in indicator.dimensions if (one := self.programme.dimension(code))):
            return None
        found = [self.book[at].get((indicator.code, one)) for one in whole_cells(self.programme, indicator)]
        known = [one for one in found if one]
        return (sum((one[0] for one in known), Decimal(0)), any(one[1] for one in known)) if known else None


def _broken(
    parsed: _Parsed, given: _Given, key: Callable[[int, int], ObservationKey], cells: Sequence[str]
) -> Iterator[Broken]:
    programme = given.programme
    met = {cell for code, cell in given.book[given.at] if any(name.indicator == code for name in parsed.names)}
    if all(name.cell is not None for name in parsed.names):
        met = {""}
    for cell in sorted({*met, ""}):
        used: dict[tuple[str, str], bool] = {}

        def lookup(name: Name, cell: str = cell, used: dict[tuple[str, str], bool] = used) -> FormulaValue:
            indicator = programme.indicator(name.indicator)
            if indicator is None:
                return None
            at = programme.cell(indicator, (cell,)) if name.cell is None else name.cell
            found = given.value(indicator, at, name.back)
            if found is None:
                return None
            if not name.back:
                used[indicator.code, at] = used.get((indicator.code, at), False) or found[1]
            return found[0] != 0 if indicator.kind == "yes-no" else found[0]

        def whole(code: str) -> Sequence[str]:
            indicator = programme.indicator(code)
            return whole_cells(programme, indicator) if indicator else ()

        left, right = evaluate(parsed.left, lookup, whole), evaluate(parsed.right, lookup, whole)
        if holds(left, parsed.rule.operator, right) is not False or any(used.values()) or not used:
            continue
        assert left is not None
        assert right is not None
        places = {one.code: n for n, one in enumerate(programme.indicators)}
        numbers = {known: n for n, known in enumerate(cells, start=1)}
        keys = [key(places[code], numbers[at]) for code, at in used if at in numbers]
        if keys:
            value = Value(keys[0], Decimal(left))
            yield Broken(parsed.place, "rules", value, parsed.rule.operator, Decimal(right), tuple(keys[1:]))
