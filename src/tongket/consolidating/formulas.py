"""Values of formulas: evaluated exactly on Decimals, at one unit, cell and period; of sums, never summed themselves.

What is missing stays missing: an operator with a missing operand, a comparison with one, a division by zero give no
value. ``and`` and ``or`` are settled by one side alone where it suffices; sum, min, max and count pass over what is
missing; coalesce takes the first that is there. Rounding happens where a formula says ``round``, and where a value is
taken to its indicator's scale: half away from zero, as offices round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import product

from tongket.consolidating.evaluation import COMPARE, CONTEXT, compiled
from tongket.messages import N_
from tongket.model.formulas import Formula, FormulaValue, Name
from tongket.model.observations import LARGEST
from tongket.model.programmes import Comparison, Indicator, Programme
from tongket.programmes.formula_check import computed

TOO_LARGE = N_("The formula gives a number too large to be exact.")
MOST_PERIODS = 60  # that computed values of earlier periods are followed back

Lookup = Callable[[Name], FormulaValue]
Cells = Callable[[str], Sequence[str]]
Amounts = Mapping[tuple[str, str], int | None]
"""(indicator, cell) -> amount at the indicator's scale, at one unit, extent and period."""


def no_cells(_indicator: str) -> Sequence[str]:
    """The cells of an indicator where none are known."""
    return ()


def evaluate(formula: Formula, lookup: Lookup, cells: Cells = no_cells) -> FormulaValue:
    """What ``formula`` gives when ``lookup`` says what its names are worth; None: something that it needs is missing.

    ``lookup`` takes the name as written: its ``cell`` None means the cell that is computed, its ``back`` counts
    periods. ``cells`` lists the cells that '{X/*}' stands for. A truth counts as 1 or 0 where a number is needed.
    """
    ready = compiled(formula.text)
    with localcontext(CONTEXT):
        return ready.run(_Looked(ready.names, lookup, cells))


@dataclass(frozen=True, slots=True)
class _Looked:
    names: tuple[Name, ...]
    lookup: Lookup
    of: Cells

    def value(self, place: int) -> FormulaValue:
        return self.lookup(self.names[place])

    def cells(self, place: int) -> Iterator[FormulaValue]:
        name = self.names[place]
        return (self.lookup(replace(name, cell=cell)) for cell in self.of(name.indicator))


def holds(left: FormulaValue, comparison: Comparison, right: FormulaValue) -> bool | None:
    """Whether ``left`` compares so with ``right``; None where one of them is missing."""
    if left is None or right is None:
        return None
    return COMPARE[comparison](Decimal(left), Decimal(right))


def to_amount(value: FormulaValue, indicator: Indicator) -> int | None:
    """``value`` as an amount at the indicator's scale; a truth is 1 or 0.

    Raises:
        OverflowError: it is too large to be exact in every engine.
    """
    if value is None or isinstance(value, bool):
        return None if value is None else int(value)
    amount = value.scaleb(indicator.scale, CONTEXT).to_integral_value(ROUND_HALF_UP)
    if abs(amount) > LARGEST:
        raise OverflowError(TOO_LARGE)
    return int(amount)


def of_amount(amount: int | None, indicator: Indicator) -> FormulaValue:
    """What an amount is worth in a formula: a truth of a yes-no, else the number without its scale."""
    if amount is None:
        return None
    if indicator.kind == "yes-no":
        return amount != 0
    return Decimal(amount).scaleb(-indicator.scale) if indicator.scale else Decimal(amount)


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


class Plan:
    """What computing the formulas of a programme needs at every unit, made once: order, functions, cells."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.indicators = {one.code: one for one in programme.indicators}
        self.order = computed(programme.indicators)
        self.formulas = {one.code: compiled(one.formula) for one in self.order}
        looks_back = (
            name.back for one in self.formulas.values() for name in one.names if name.indicator in self.formulas
        )
        self.step = max(looks_back, default=0)  # how far formulas look back on formulas
        self._projected: dict[tuple[str, str], str] = {}
        self._whole: dict[str, tuple[str, ...]] = {}
        self._keys: dict[tuple[str, str], tuple[tuple[str, str, int], ...]] = {}
        self._place = {
            one.code: {value.code: at for at, value in enumerate(programme.cells(one))} for one in self.order
        }

    def projected(self, code: str, cell: str) -> str:
        """``cell`` as far as the indicator has its dimensions."""
        key = (code, cell)
        if key not in self._projected:
            of = self.indicators.get(code)
            self._projected[key] = self.programme.cell(of, (cell,)) if of and cell else ""
        return self._projected[key]

    def whole_cells(self, code: str) -> tuple[str, ...]:
        """The cells that '{X/*}' stands for."""
        if code not in self._whole:
            of = self.indicators.get(code)
            self._whole[code] = whole_cells(self.programme, of) if of else ()
        return self._whole[code]

    def keys(self, code: str, cell: str) -> tuple[tuple[str, str, int], ...]:
        """What each name of the formula of ``code`` stands for at ``cell``: indicator, cell, periods back."""
        key = (code, cell)
        if key not in self._keys:
            self._keys[key] = tuple(
                (name.indicator, self.projected(name.indicator, cell) if name.cell is None else name.cell, name.back)
                for name in self.formulas[code].names
            )
        return self._keys[key]

    def in_order(self, code: str, cells: set[str]) -> list[str]:
        """``cells`` of a formula indicator in the order of its dimensions' values, the total first."""
        place = self._place[code]
        return sorted(cells, key=lambda cell: [place.get(part, -1) for part in cell.split("+")])


def plan_of(programme: Programme) -> Plan:
    """The plan of ``programme``: make it once for many units."""
    return Plan(programme)


def compute(
    programme: Programme | Plan, given: Amounts, previous: Callable[[int], Amounts] | None = None
) -> tuple[Computed, ...]:
    """The values of all formula indicators of ``programme`` at one unit, extent and period, in order of computing.

    ``given`` are the amounts there, of a report or of rollups; ``previous(n)`` those of the n-th period before (empty:
    nothing is known). A formula indicator is worth what it computes, whatever ``given`` says of it. Cells are those in
    which something that the formula names has a value, and the total.
    """
    plan = programme if isinstance(programme, Plan) else Plan(programme)
    with localcontext(CONTEXT):
        return _Computation(plan, given, previous or (lambda _back: {})).run()


class _Computation:
    """One unit through its periods: amounts given, and what formulas made of them, by periods back."""

    def __init__(self, plan: Plan, given: Amounts, previous: Callable[[int], Amounts]) -> None:
        self.plan, self._previous = plan, previous
        self._given: dict[int, Amounts] = {0: given}
        self._made: dict[int, dict[tuple[str, str], Computed]] = {}
        self._met: dict[int, dict[str, list[str]]] = {}

    def run(self) -> tuple[Computed, ...]:
        """The formula indicators of the period itself, after those of the periods that they look back on."""
        for back in range(self._oldest(), -1, -1):
            made = self._made.setdefault(back, {})
            for indicator in self.plan.order if back == 0 or self._at(back) else ():
                for cell in self._cells_of(indicator, back):
                    made[indicator.code, cell] = self._compute(indicator, cell, back)
        return tuple(self._made[0].values())

    def _oldest(self) -> int:
        """The first period whose formulas are needed: the last one before a gap as long as any look back."""
        oldest = 0
        for back in range(1, MOST_PERIODS + 1):
            if back - oldest > self.plan.step:
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
        if code in self.plan.formulas:
            return [cell for made, cell in self._made.get(back, {}) if made == code and cell]
        if back not in self._met:
            met = self._met[back] = defaultdict(list)
            for indicator, cell in self._at(back):
                if cell:
                    met[indicator].append(cell)
        return self._met[back].get(code, ())

    def _cells_of(self, indicator: Indicator, back: int) -> Sequence[str]:
        if not indicator.dimensions:
            return ("",)
        found = {""}
        for name in self.plan.formulas[indicator.code].names:
            if name.cell is None:
                met = self._cells_met(name.indicator, back + name.back)
                found.update(self.plan.projected(indicator.code, cell) for cell in met)
        return self.plan.in_order(indicator.code, found)

    def _compute(self, indicator: Indicator, cell: str, back: int) -> Computed:
        scene = _Scene(self, self.plan.keys(indicator.code, cell), back, {})
        value = self.plan.formulas[indicator.code].run(scene)
        try:
            return Computed(indicator.code, cell, to_amount(value, indicator), tuple(scene.used))
        except OverflowError:
            return Computed(indicator.code, cell, None, tuple(scene.used), TOO_LARGE)

    def worth(self, code: str, cell: str, back: int) -> FormulaValue:
        """What an indicator is worth in a cell, ``back`` periods before."""
        if code in self.plan.formulas:
            made = self._made.get(back, {}).get((code, cell))
            amount = made.amount if made else None
        else:
            amount = self._at(back).get((code, cell))
        indicator = self.plan.indicators.get(code)
        return None if amount is None or indicator is None else of_amount(amount, indicator)


@dataclass(frozen=True, slots=True)
class _Scene:
    """One cell while it is computed; ``used`` gathers what was looked at, in order."""

    computation: _Computation
    keys: tuple[tuple[str, str, int], ...]
    back: int
    used: dict[tuple[str, str, int], None]

    def value(self, place: int) -> FormulaValue:
        key = self.keys[place]
        self.used[key] = None
        return self.computation.worth(key[0], key[1], self.back + key[2])

    def cells(self, place: int) -> Iterator[FormulaValue]:
        code, _, back = self.keys[place]
        for cell in self.computation.plan.whole_cells(code):
            self.used[code, cell, back] = None
            yield self.computation.worth(code, cell, self.back + back)


def whole_cells(programme: Programme, indicator: Indicator) -> tuple[str, ...]:
    """The cells of an indicator in which every dimension has a value: they share nothing, so they may be added."""
    found = [programme.dimension(one) for one in indicator.dimensions]
    values = [[value.code for value in one.values] for one in found if one]
    return tuple("+".join(codes) for codes in product(*values)) if values else ("",)
