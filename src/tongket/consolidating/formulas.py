"""Values of formulas: evaluated exactly on Decimals, at one unit, cell and period; of sums, never summed themselves.

What is missing stays missing: an operator with a missing operand, a comparison with one, a division by zero give no
value. ``and`` and ``or`` are settled by one side alone where it suffices; sum, min, max and count pass over what is
missing; coalesce takes the first that is there. Rounding happens where a formula says ``round``, and where a value is
taken to its indicator's scale: half away from zero, as offices round.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from itertools import product

from tongket.messages import N_
from tongket.model.formulas import Call, Chain, Formula, FormulaValue, Name, Node, Number, Unary
from tongket.model.programmes import Comparison, Indicator, Programme
from tongket.programmes.formula_check import computed
from tongket.programmes.formulas import names, parse

TOO_LARGE = N_("The formula gives a number too large to be exact.")
LARGEST = 10**16  # as of every observation, at its scale
MOST_PERIODS = 60  # that computed values of earlier periods are followed back

Lookup = Callable[[Name], FormulaValue]
Cells = Callable[[str], Sequence[str]]
Amounts = Mapping[tuple[str, str], int | None]
"""(indicator, cell) -> amount at the indicator's scale, at one unit, extent and period."""

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def no_cells(_indicator: str) -> Sequence[str]:
    """The cells of an indicator where none are known."""
    return ()


def evaluate(formula: Formula, lookup: Lookup, cells: Cells = no_cells) -> FormulaValue:
    """What ``formula`` gives when ``lookup`` says what its names are worth; None: something that it needs is missing.

    ``lookup`` takes the name as written: its ``cell`` None means the cell that is computed, its ``back`` counts
    periods. ``cells`` lists the cells that '{X/*}' stands for. A truth counts as 1 or 0 where a number is needed.
    """
    with localcontext(_CONTEXT):
        return _Evaluation(lookup, cells).value(formula.root)


def holds(left: FormulaValue, comparison: Comparison, right: FormulaValue) -> bool | None:
    """Whether ``left`` compares so with ``right``; None where one of them is missing."""
    if left is None or right is None:
        return None
    return _COMPARE[comparison](Decimal(left), Decimal(right))


def round_half_up(value: Decimal, digits: int = 0) -> Decimal:
    """``value`` at ``digits`` decimals, half away from zero; below zero to tens, hundreds ..."""
    with localcontext(_CONTEXT):
        return value.scaleb(digits).to_integral_value(ROUND_HALF_UP).scaleb(-digits)


def to_amount(value: FormulaValue, indicator: Indicator) -> int | None:
    """``value`` as an amount at the indicator's scale; a truth is 1 or 0.

    Raises:
        OverflowError: it is too large to be exact in every engine.
    """
    if value is None or isinstance(value, bool):
        return None if value is None else int(value)
    with localcontext(_CONTEXT):
        amount = value.scaleb(indicator.scale).to_integral_value(ROUND_HALF_UP)
    if abs(amount) > LARGEST:
        raise OverflowError(TOO_LARGE)
    return int(amount)


def of_amount(amount: int | None, indicator: Indicator) -> FormulaValue:
    """What an amount is worth in a formula: a truth of a yes-no, else the number without its scale."""
    if amount is None:
        return None
    return amount != 0 if indicator.kind == "yes-no" else Decimal(amount).scaleb(-indicator.scale)


@dataclass(frozen=True, slots=True)
class _Evaluation:
    lookup: Lookup
    cells: Cells

    def value(self, node: Node) -> FormulaValue:
        match node:
            case Name():
                return self.lookup(node)
            case Number(value=value):
                return value
            case Chain():
                return self._chain(node)
            case Unary(operator="not", operand=operand):
                truth = self._truth(operand)
                return None if truth is None else not truth
            case Unary(operand=operand):
                number = self._number(operand)
                return None if number is None else -number
            case Call():
                return self._call(node)

    def _number(self, node: Node) -> Decimal | None:
        value = self.value(node)
        return Decimal(value) if isinstance(value, bool) else value

    def _truth(self, node: Node) -> bool | None:
        value = self.value(node)
        return value if value is None or isinstance(value, bool) else value != 0

    def _chain(self, chain: Chain) -> FormulaValue:
        sign = chain.rest[0][0]
        if sign in ("and", "or"):
            return self._settled(chain, sign == "or")
        total = self._number(chain.first)
        for sign, operand in chain.rest:
            right = self._number(operand)
            if total is None or right is None:
                return None
            match sign:
                case "+":
                    total += right
                case "-":
                    total -= right
                case "*":
                    total *= right
                case "/":
                    if not right:
                        return None
                    total /= right
                case _:
                    return _COMPARE[sign](total, right)
        return total

    def _settled(self, chain: Chain, by: bool) -> bool | None:
        """``and``/``or``: one operand that is ``by`` settles it, whatever is missing elsewhere."""
        is_missing = False
        for operand in (chain.first, *(one for _, one in chain.rest)):
            truth = self._truth(operand)
            if truth is by:
                return by
            is_missing = is_missing or truth is None
        return None if is_missing else not by

    def _call(self, call: Call) -> FormulaValue:
        match call.function, call.arguments:
            case "if", (condition, yes, no):
                truth = self._truth(condition)
                return None if truth is None else self.value(yes if truth else no)
            case "coalesce", arguments:
                return next((value for value in map(self.value, arguments) if value is not None), None)
            case "abs", (argument,):
                number = self._number(argument)
                return None if number is None else abs(number)
            case "round", (argument, *digits):
                number = self._number(argument)
                places = self._number(digits[0]) if digits else Decimal(0)
                return None if number is None or places is None else round_half_up(number, int(places))
        given = [number for argument in call.arguments for number in self._numbers(argument) if number is not None]
        match call.function:
            case "count":
                return Decimal(len(given))
            case "sum":
                return sum(given[1:], given[0]) if given else None
            case "min":
                return min(given, default=None)
            case _:
                return max(given, default=None)

    def _numbers(self, argument: Node) -> Iterator[Decimal | None]:
        if isinstance(argument, Name) and argument.cell == "*":
            for cell in self.cells(argument.indicator):
                yield self._number(replace(argument, cell=cell))
        else:
            yield self._number(argument)


@dataclass(frozen=True, slots=True)
class Computed:
    """The value of a formula indicator in one cell. ``inputs`` are what it was made of: indicator, cell, periods back.

    ``amount`` is None where something is missing, or where ``refusal`` (a message id) says why there is none.
    """

    indicator: str
    cell: str
    amount: int | None
    inputs: tuple[tuple[str, str, int], ...] = ()
    refusal: str = ""


def compute(
    programme: Programme, given: Amounts, previous: Callable[[int], Amounts] | None = None
) -> tuple[Computed, ...]:
    """The values of all formula indicators of ``programme`` at one unit, extent and period, in order of computing.

    ``given`` are the amounts there, of a report or of rollups; ``previous(n)`` those of the n-th period before (empty:
    nothing is known). A formula indicator is worth what it computes, whatever ``given`` says of it. Cells are those in
    which something that the formula names has a value, and the total.
    """
    return _Computation(programme, given, previous or (lambda _back: {})).run()


class _Computation:
    """One unit through its periods: amounts given, and what formulas made of them, by periods back."""

    def __init__(self, programme: Programme, given: Amounts, previous: Callable[[int], Amounts]) -> None:
        self.programme, self._previous = programme, previous
        self.indicators = {one.code: one for one in programme.indicators}
        self.order = computed(programme.indicators)
        self.formulas = {one.code: parse(one.formula) for one in self.order}
        self.names = {code: names(formula) for code, formula in self.formulas.items()}
        self._given: dict[int, Amounts] = {0: given}
        self._made: dict[int, dict[tuple[str, str], Computed]] = {}
        self._met: dict[int, dict[str, list[str]]] = {}
        self._whole: dict[str, Sequence[str]] = {}

    def run(self) -> tuple[Computed, ...]:
        """The formula indicators of the period itself, after those of the periods that they look back on."""
        for back in range(self._oldest(), -1, -1):
            made = self._made.setdefault(back, {})
            for indicator in self.order if back == 0 or self._at(back) else ():
                for cell in self._cells_of(indicator, back):
                    made[indicator.code, cell] = self._compute(indicator, cell, back)
        return tuple(self._made[0].values())

    def _oldest(self) -> int:
        """The first period whose formulas are needed: the last one before a gap as long as any look back."""
        step = max(
            (one.back for found in self.names.values() for one in found if one.indicator in self.formulas), default=0
        )
        oldest = 0
        for back in range(1, MOST_PERIODS + 1):
            if back - oldest > step:
                break
            if self._at(back):
                oldest = back
        return oldest

    def _at(self, back: int) -> Amounts:
        if back not in self._given:
            self._given[back] = self._previous(back)
        return self._given[back]

    def _cells_met(self, code: str, back: int) -> Sequence[str]:
        """The cells of an indicator, other than its total, that have a value."""
        if code in self.formulas:
            return [cell for made, cell in self._made.get(back, {}) if made == code and cell]
        if back not in self._met:
            met = self._met[back] = defaultdict(list)
            for indicator, cell in self._at(back):
                if cell:
                    met[indicator].append(cell)
        return self._met[back].get(code, ())

    def _cells_of(self, indicator: Indicator, back: int) -> list[str]:
        found = {""}
        if indicator.dimensions:
            for name in self.names[indicator.code]:
                if name.cell is None:
                    met = self._cells_met(name.indicator, back + name.back)
                    found.update(self.programme.cell(indicator, (cell,)) for cell in met)
        order = {value.code: place for place, value in enumerate(self.programme.cells(indicator))}
        return sorted(found, key=lambda cell: [order.get(code, -1) for code in cell.split("+")])

    def _compute(self, indicator: Indicator, cell: str, back: int) -> Computed:
        inputs: dict[tuple[str, str, int], None] = {}

        def lookup(name: Name) -> FormulaValue:
            of = self.indicators.get(name.indicator)
            if of is None:
                return None
            at = self.programme.cell(of, (cell,)) if name.cell is None else name.cell
            inputs[of.code, at, name.back] = None
            return of_amount(self._amount(of.code, at, back + name.back), of)

        value = evaluate(self.formulas[indicator.code], lookup, self._whole_cells)
        try:
            return Computed(indicator.code, cell, to_amount(value, indicator), tuple(inputs))
        except OverflowError:
            return Computed(indicator.code, cell, None, tuple(inputs), TOO_LARGE)

    def _whole_cells(self, code: str) -> Sequence[str]:
        if code not in self._whole:
            self._whole[code] = whole_cells(self.programme, self.indicators[code]) if code in self.indicators else ()
        return self._whole[code]

    def _amount(self, code: str, cell: str, back: int) -> int | None:
        if code not in self.formulas:
            return self._at(back).get((code, cell))
        made = self._made.get(back, {}).get((code, cell))
        return made.amount if made else None


def whole_cells(programme: Programme, indicator: Indicator) -> tuple[str, ...]:
    """The cells of an indicator in which every dimension has a value: they share nothing, so they may be added."""
    found = [programme.dimension(one) for one in indicator.dimensions]
    values = [[value.code for value in one.values] for one in found if one]
    return tuple("+".join(codes) for codes in product(*values)) if values else ("",)
