"""Formulas as chains of plain functions: made once of a formula's tree, called for every unit, cell and period.

Nothing is run as text: each node of the tree becomes a function that calls those of the nodes below it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Protocol

from tongket.model.formulas import Call, Chain, FormulaValue, Name, Node, Number, Unary
from tongket.programmes.formula_trees import names
from tongket.programmes.formulas import parse

CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_ARITHMETIC: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class Values(Protocol):
    """What the names of a formula are worth, by their place in ``Compiled.names``."""

    def value(self, place: int) -> FormulaValue:
        """The value of a name; None: it is missing."""

    def cells(self, place: int) -> Iterable[FormulaValue]:
        """The values of all cells of a name ('{X/*}')."""


Step = Callable[[Values], FormulaValue]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A formula ready to be evaluated: its names, and ``run`` to be called under ``CONTEXT``."""

    names: tuple[Name, ...]
    run: Step


@lru_cache(maxsize=4096)
def compiled(text: str) -> Compiled:
    """The formula ``text``, ready to be evaluated.

    Raises:
        FormulaError: it is none.
    """
    formula = parse(text)
    found = names(formula)
    return Compiled(found, _step(formula.root, {name: place for place, name in enumerate(found)}))


def _step(node: Node, places: Mapping[Name, int]) -> Step:
    match node:
        case Name():
            place = places[node]
            return lambda values: values.value(place)
        case Number(value=value):
            return lambda _values: value
        case Unary(operator="not", operand=operand):
            return _not(_step(operand, places))
        case Unary(operand=operand):
            return _minus(_step(operand, places))
        case Chain(first=first, rest=rest):
            steps = [_step(operand, places) for operand in (first, *(one for _, one in rest))]
            signs = [sign for sign, _ in rest]
            if signs[0] in ("and", "or"):
                return _settled(steps, by=signs[0] == "or")
            return _compared(steps, COMPARE[signs[0]]) if signs[0] in COMPARE else _reckoned(steps, signs)
        case Call():
            return _call(node, places)


def number(value: FormulaValue) -> Decimal | None:
    """``value`` as a number: a truth counts as 1 or 0."""
    return Decimal(value) if isinstance(value, bool) else value


def truth(value: FormulaValue) -> bool | None:
    """``value`` as a truth: a number that is not zero."""
    return value if value is None or isinstance(value, bool) else value != 0


def _not(step: Step) -> Step:
    def run(values: Values) -> FormulaValue:
        found = truth(step(values))
        return None if found is None else not found

    return run


def _minus(step: Step) -> Step:
    def run(values: Values) -> FormulaValue:
        found = number(step(values))
        return None if found is None else -found

    return run


def _settled(steps: Sequence[Step], *, by: bool) -> Step:
    """``and``/``or``: one operand that is ``by`` settles it, whatever is missing elsewhere."""

    def run(values: Values) -> FormulaValue:
        is_missing = False
        for step in steps:
            found = truth(step(values))
            if found is by:
                return by
            is_missing = is_missing or found is None
        return None if is_missing else not by

    return run


def _compared(steps: Sequence[Step], holds: Callable[[Decimal, Decimal], bool]) -> Step:
    left, right = steps

    def run(values: Values) -> FormulaValue:
        one, other = number(left(values)), number(right(values))
        return None if one is None or other is None else holds(one, other)

    return run


def _reckoned(steps: Sequence[Step], signs: Sequence[str]) -> Step:
    first = steps[0]
    rest = [(_ARITHMETIC[sign], sign == "/", step) for sign, step in zip(signs, steps[1:], strict=True)]

    def run(values: Values) -> FormulaValue:
        total = number(first(values))
        if total is None:
            return None
        for reckon, divides, step in rest:
            right = number(step(values))
            if right is None or (divides and not right):
                return None
            total = reckon(total, right)
        return total

    return run


def _call(call: Call, places: Mapping[Name, int]) -> Step:
    match call.function:
        case "if":
            return _if(*(_step(argument, places) for argument in call.arguments))
        case "coalesce":
            return _first([_step(argument, places) for argument in call.arguments])
        case "abs":
            return _absolute(_step(call.arguments[0], places))
        case "round":
            return _rounded(*(_step(argument, places) for argument in call.arguments))
    many = [_many(argument, places) for argument in call.arguments]

    def run(values: Values) -> FormulaValue:
        given = [found for each in many for found in each(values) if found is not None]
        if call.function == "count":
            return Decimal(len(given))
        if not given:
            return None
        return sum(given[1:], given[0]) if call.function == "sum" else _EXTREME[call.function](given)

    return run


_EXTREME: dict[str, Callable[[list[Decimal]], Decimal]] = {"min": min, "max": max}


def _many(argument: Node, places: Mapping[Name, int]) -> Callable[[Values], Iterator[Decimal | None]]:
    """The numbers that an argument of sum, min, max or count stands for."""
    if isinstance(argument, Name) and argument.cell == "*":
        place = places[argument]
        return lambda values: map(number, values.cells(place))
    step = _step(argument, places)
    return lambda values: iter((number(step(values)),))


def _if(condition: Step, yes: Step, no: Step) -> Step:
    def run(values: Values) -> FormulaValue:
        found = truth(condition(values))
        return None if found is None else (yes if found else no)(values)

    return run


def _first(steps: Sequence[Step]) -> Step:
    def run(values: Values) -> FormulaValue:
        for step in steps:
            found = step(values)
            if found is not None:
                return found
        return None

    return run


def _absolute(step: Step) -> Step:
    def run(values: Values) -> FormulaValue:
        found = number(step(values))
        return None if found is None else abs(found)

    return run


def _rounded(step: Step, digits: Step | None = None) -> Step:
    def run(values: Values) -> FormulaValue:
        found = number(step(values))
        places = number(digits(values)) if digits else Decimal(0)
        return None if found is None or places is None else round_half_up(found, int(places))

    return run


def round_half_up(value: Decimal, digits: int = 0) -> Decimal:
    """``value`` at ``digits`` decimals, half away from zero; below zero to tens, hundreds ..."""
    return value.scaleb(digits, CONTEXT).to_integral_value(ROUND_HALF_UP).scaleb(-digits, CONTEXT)
