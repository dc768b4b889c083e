"""Mistakes in the formulas of a programme: names that are not there, circles, truths and texts for numbers."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn

from tongket.errors import FormulaError, ProgrammeError
from tongket.messages import N_
from tongket.model.formulas import Call, Chain, Formula, Name, Node, Number, Unary
from tongket.model.programmes import Indicator, Programme
from tongket.programmes.formula_trees import names
from tongket.programmes.formulas import parse
from tongket.programmes.kinds import ValueType, value_type

Where = Callable[[str, int, str], str]
"""(file, line, key) -> 'file:line', where that key of the entry that begins at the line is written."""

# What stands where something else belongs: (found, wanted) -> what is wrong, how to mend it.
_MISTYPED: dict[tuple[ValueType, ValueType], tuple[str, str]] = {
    ("text", "number"): (
        N_("A text stands where a number belongs."),
        N_("Of texts and choices a formula can only count how many there are: count(...)."),
    ),
    ("truth", "number"): (
        N_("A yes or no stands where a number belongs."),
        N_("Turn it into a number: if(..., 1, 0)."),
    ),
    ("date", "number"): (
        N_("A date stands where a number belongs."),
        N_("Dates can only be compared with dates."),
    ),
    ("number", "truth"): (
        N_("A number stands where a yes or no belongs."),
        N_("Compare it with something: ... > 0."),
    ),
}
_MISTYPED_OTHERWISE = (
    N_("The two sides are not of one kind."),
    N_("Compare numbers with numbers, dates with dates, a yes or no with a yes or no."),
)
_GIVES = {
    "number": N_("The formula gives a yes or no or a date, and the indicator takes a number."),
    "truth": N_("The formula gives no yes or no, and the indicator takes one."),
    "date": N_("The formula gives no date, and the indicator takes one."),
    "text": N_("No formula gives a text or a choice."),
}


def file_and_line(file: str, line: int, _key: str = "") -> str:
    """'file:line' of an entry as a whole."""
    return f"{file}:{line}" if line else file


def check_formulas(programme: Programme, where: Where = file_and_line) -> tuple[ProgrammeError, ...]:
    """The mistakes in formulas, conversions and rules of ``programme``, in its order, then the circles."""
    check = _Check(programme, where)
    found: list[ProgrammeError] = []
    for indicator in programme.indicators:
        at = (indicator.file, indicator.line)
        if indicator.formula:
            found += check.mistakes(indicator.formula, where(*at, "formula"), value_type(indicator))
        if indicator.conversion:
            found += check.mistakes(
                indicator.conversion, where(*at, "conversion"), value_type(indicator), indicator.replaces
            )
    for rule in programme.rules:
        left = check.side(rule.left, where(rule.file, rule.line, "left"))
        right = check.side(rule.right, where(rule.file, rule.line, "right"))
        found += [*left.mistakes, *right.mistakes]
        if left.type and right.type and left.type != right.type:
            found.append(_mistyped(rule.right, where(rule.file, rule.line, "right"), 0, left.type, right.type))
    return (*found, *_circles(programme, where))


def computed(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The formula indicators in an order in which each comes after those that it is computed from.

    Otherwise the order is that given; what stands in a circle is left out.
    """
    codes = {one.code: one for one in indicators if one.formula}
    needs = {code: _needs(one, codes) for code, one in codes.items()}
    order: list[str] = []
    circles = {code for circle in find_circles(needs) for code in circle}
    waiting = [code for code in needs if code not in circles]
    done: set[str] = set()
    while waiting:
        ready = [code for code in waiting if needs[code] <= done]
        if not ready:
            break  # the rest needs what stands in a circle
        order += ready
        done.update(ready)
        waiting = [code for code in waiting if code not in done]
    return tuple(codes[code] for code in order)


def _needs(indicator: Indicator, codes: Mapping[str, object]) -> set[str]:
    """The formula indicators whose value of the same period ``indicator`` needs."""
    try:
        found = names(parse(indicator.formula))
    except FormulaError:
        return set()
    return {one.indicator for one in found if not one.back and one.indicator in codes}


def find_circles(needs: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The circles among ``needs``, one of each knot, as codes in their order: ('A', 'B') for A -> B -> A.

    Walked without recursion: a programme may hold thousands of formulas in a row.
    """
    circles: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in needs:
        path: list[str] = []
        places: dict[str, int] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            code, is_left = stack.pop()
            if is_left:
                path.pop()
                del places[code]
                seen.add(code)
            elif code in places:
                circle = tuple(path[places[code] :])
                circles.append(circle)
                seen.update(circle)
            elif code not in seen and code in needs:
                places[code] = len(path)
                path.append(code)
                stack.append((code, True))
                stack += [(one, False) for one in sorted(needs[code], reverse=True)]
    return tuple(circles)


def _circles(programme: Programme, where: Where) -> Iterator[ProgrammeError]:
    codes = {one.code: one for one in programme.indicators if one.formula}
    for circle in find_circles({code: _needs(one, codes) for code, one in codes.items()}):
        first = codes[circle[0]]
        yield ProgrammeError(
            N_("The formulas go round in a circle: {circle}."),
            N_("Change one of them so that it needs none of the others, or use previous({name})."),
            where=where(first.file, first.line, "formula"),
            circle=" -> ".join((*circle, circle[0])),
            name=f"{{{circle[0]}}}",
        )


@dataclass(frozen=True, slots=True)
class _Side:
    mistakes: tuple[ProgrammeError, ...]
    type: ValueType | None = None


class _Check:
    """The indicators of a programme, and what stands wrong in formulas over them."""

    def __init__(self, programme: Programme, where: Where) -> None:
        self.programme, self.where = programme, where
        self.indicators = {one.code: one for one in programme.indicators}

    def mistakes(self, text: str, where: str, wanted: ValueType | None, also: str = "") -> tuple[ProgrammeError, ...]:
        side = self.side(text, where, also)
        if side.mistakes or wanted is None or side.type in (None, wanted):
            return side.mistakes
        mend = N_("Change the formula, or the kind of the indicator.")
        return (FormulaError(_GIVES[wanted], mend, text=text, at=0, where=where),)

    def side(self, text: str, where: str, also: str = "") -> _Side:
        """The mistakes of one formula and, without any, its type; None for one of a name that is not known."""
        try:
            formula = parse(text, where)
        except FormulaError as error:
            return _Side((error,))
        unknown = tuple(self._unknown(formula, also))
        if unknown:
            return _Side(unknown)
        try:
            return _Side((), _Types(self.indicators, formula).of(formula.root))
        except FormulaError as error:
            return _Side((error,))

    def _unknown(self, formula: Formula, also: str) -> Iterator[FormulaError]:
        for name in names(formula):
            indicator = self.indicators.get(name.indicator)
            if indicator is None:
                if name.indicator != also or not also:
                    yield self._no_indicator(formula, name)
            elif name.cell and name.cell != "*" and not self._is_cell(indicator, name.cell):
                yield self._no_cell(formula, name, indicator)
            elif name.cell == "*" and not indicator.dimensions:
                yield _error(
                    formula,
                    name,
                    N_("The indicator '{code}' has no cells."),
                    N_("Leave out '/*', or give it dimensions."),
                    code=name.indicator,
                )

    def _is_cell(self, indicator: Indicator, cell: str) -> bool:
        """Whether ``cell`` holds values of the indicator's dimensions, one of each at most, in their order."""
        return self.programme.cell(indicator, (cell,)) == cell

    def _no_indicator(self, formula: Formula, name: Name) -> FormulaError:
        near = difflib.get_close_matches(name.indicator, self.indicators, 1, 0.6)
        return _error(
            formula,
            name,
            N_("There is no indicator '{code}'."),
            N_("Did you mean {near}?") if near else N_("Write the code of an indicator of this programme."),
            code=name.indicator,
            near=f"{{{near[0]}}}" if near else "",
        )

    def _no_cell(self, formula: Formula, name: Name, indicator: Indicator) -> FormulaError:
        known = [value.code for value in self.programme.cells(indicator)]
        return _error(
            formula,
            name,
            N_("The indicator '{code}' has no cell '{cell}'."),
            N_("Its cells are made of {known}, in this order, joined by '+'.")
            if known
            else N_("It has no dimensions: leave out the slash and what follows."),
            code=name.indicator,
            cell=name.cell,
            known=", ".join(known[:20]),
        )


@dataclass(frozen=True, slots=True)
class _Types:
    """What each part of ``formula`` gives."""

    indicators: Mapping[str, Indicator]
    formula: Formula

    def of(self, node: Node) -> ValueType | None:
        """The type of ``node``; None where it hangs on a name of another version.

        Raises:
            FormulaError: an operand is of a type that its operator or function does not take.
        """
        match node:
            case Number():
                return "number"
            case Name(indicator=code):
                return value_type(self.indicators[code]) if code in self.indicators else None
            case Unary(operator="not", operand=operand):
                return self._need(operand, "truth")
            case Unary(operand=operand):
                return self._need(operand, "number")
            case Chain():
                return self._chain(node)
            case Call():
                return self._call(node)

    def _chain(self, chain: Chain) -> ValueType | None:
        operands = (chain.first, *(operand for _, operand in chain.rest))
        match chain.rest[0][0]:
            case "and" | "or":
                for operand in operands:
                    self._need(operand, "truth")
                return "truth"
            case "+" | "-" | "*" | "/":
                for operand in operands:
                    self._need(operand, "number")
                return "number"
            case _:
                self._alike(operands)
                return "truth"

    def _call(self, call: Call) -> ValueType | None:
        match call.function:
            case "if":
                self._need(call.arguments[0], "truth")
                return self._alike(call.arguments[1:])
            case "coalesce" | "min" | "max":
                return self._alike(call.arguments)
            case "count":
                for argument in call.arguments:
                    self.of(argument)
                return "number"
            case "sum":
                for argument in call.arguments:
                    self._one_of(argument, ("number", "truth"))
                return "number"
            case _:
                for argument in call.arguments:
                    self._need(argument, "number")
                return "number"

    def _alike(self, operands: Iterable[Node]) -> ValueType | None:
        """The one type of all ``operands``."""
        first: ValueType | None = None
        for operand in operands:
            found = self.of(operand)
            if found == "text":
                self._refuse(operand, first or "number", found)
            if first and found and first != found:
                self._refuse(operand, first, found)
            first = first or found
        return first

    def _need(self, operand: Node, wanted: ValueType) -> ValueType:
        self._one_of(operand, (wanted,))
        return wanted

    def _one_of(self, operand: Node, wanted: tuple[ValueType, ...]) -> None:
        found = self.of(operand)
        if found is not None and found not in wanted:
            self._refuse(operand, wanted[0], found)

    def _refuse(self, node: Node, wanted: ValueType, found: ValueType) -> NoReturn:
        raise _mistyped(self.formula.text, self.formula.where, node.start, wanted, found)


def _error(formula: Formula, node: Node, what: str, mend: str, **facts: object) -> FormulaError:
    return FormulaError(what, mend, text=formula.text, at=node.start, where=formula.where, **facts)


def _mistyped(text: str, where: str, at: int, wanted: ValueType, found: ValueType) -> FormulaError:
    what, mend = _MISTYPED.get((found, wanted), _MISTYPED_OTHERWISE)
    return FormulaError(what, mend, text=text, at=at, where=where)
