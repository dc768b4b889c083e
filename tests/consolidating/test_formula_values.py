"""Values of formulas: exact, missing where something is missing, of sums and never summed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from formula_samples import indicator, programme, trees
from tongket.consolidating.evaluation import round_half_up
from tongket.consolidating.formula_rollups import compute_rollups
from tongket.consolidating.formulas import (
    TOO_LARGE,
    Amounts,
    compute,
    evaluate,
    holds,
    to_amount,
)
from tongket.consolidating.rollup import roll_up
from tongket.model.formulas import Chain, FormulaValue, Name, Node, Number, Unary
from tongket.model.observations import Observation, Rollup
from tongket.model.rounds import Asked, Round
from tongket.programmes.formula_trees import write
from tongket.programmes.formulas import parse
from tongket.registry.units import load_units

KNOWN: dict[str, Decimal | bool] = {
    "A": Decimal(12),
    "B": Decimal("-2.5"),
    "ZERO": Decimal(0),
    "YES": True,
    "NO": False,
    "X/dtn": Decimal(3),
    "X/hnd": Decimal(4),
    "Y/dtn": Decimal(5),
    "A<": Decimal(10),
}


def look(name: Name) -> FormulaValue:
    cell = f"/{name.cell}" if name.cell else ""
    return KNOWN.get(f"{name.indicator}{cell}{'<' * name.back}")


def value(text: str) -> FormulaValue:
    return evaluate(parse(text), look, lambda _code: ("dtn", "hnd"))


@pytest.mark.parametrize(
    ("formula", "worth"),
    [
        pytest.param("{A} + {B} * 2", "7", id="times before plus"),
        pytest.param("({A} - 2) / 4", "2.5", id="parentheses"),
        pytest.param("{A} - 2 - 3", "7", id="from left to right"),
        pytest.param("2 * {A} / 3 * 4", "32", id="times and by from left to right"),
        pytest.param("-{B}", "2.5", id="sign"),
        pytest.param("{A} + {NONE}", None, id="with something missing"),
        pytest.param("{A} / {ZERO}", None, id="by zero"),
        pytest.param("{A} / ({A} - 12)", None, id="by what comes to zero"),
        pytest.param("sum({X/*})", "7", id="over cells"),
        pytest.param("sum({Y/*})", "5", id="over cells of which one is missing"),
        pytest.param("sum({N/*})", None, id="over cells of which all are missing"),
        pytest.param("count({X/*}, {Y/*}, {A}, {NONE})", "4", id="how many are there"),
        pytest.param("count({NONE})", "0", id="none is there"),
        pytest.param("min({X/*}, {B})", "-2.5", id="least"),
        pytest.param("max({X/*}, {NONE})", "4", id="most"),
        pytest.param("coalesce({NONE}, {A})", "12", id="the first that is there"),
        pytest.param("coalesce({NONE}, {NO} and {NONE})", False, id="a truth that is there"),
        pytest.param("abs({B})", "2.5", id="without sign"),
        pytest.param("round({B})", "-3", id="half away from zero"),
        pytest.param("round({A} * 104.5, -2)", "1300", id="to hundreds"),
        pytest.param("round(2 / 3, 2)", "0.67", id="to cents"),
        pytest.param("if({A} > 10, 1, {NONE})", "1", id="the other side may be missing"),
        pytest.param("if({NONE} > 10, 1, 2)", None, id="a condition that is missing"),
        pytest.param("{NONE} = {NONE}", None, id="missing is not equal to missing"),
        pytest.param("{A} >= 12 and {A} <= 12", True, id="between"),
        pytest.param("{A} <> 12.0", False, id="the same number"),
        pytest.param("{NO} and {NONE}", False, id="false settles and"),
        pytest.param("{YES} and {NONE}", None, id="true does not settle and"),
        pytest.param("{YES} or {NONE}", True, id="true settles or"),
        pytest.param("{NO} or {NONE}", None, id="false does not settle or"),
        pytest.param("not {NONE}", None, id="not of missing"),
        pytest.param("not {A} < 12", True, id="not of a comparison"),
        pytest.param("sum({YES}, {NO}, {YES})", "2", id="how many say yes"),
        pytest.param("{A} - previous({A})", "2", id="against the period before"),
        pytest.param("0.1 + 0.2", "0.3", id="exact"),
    ],
)
def test_values(formula: str, worth: str | bool | None) -> None:
    expected = Decimal(worth) if isinstance(worth, str) else worth
    found = value(formula)
    assert found == expected
    assert type(found) is type(expected)


# An evaluator of its own, with fractions: shares nothing with the one under test but the tree.


def fraction(node: Node, known: Mapping[str, Fraction]) -> Fraction | None:
    def of(one: Node) -> Fraction | None:
        return fraction(one, known)

    if isinstance(node, Number):
        return Fraction(node.value)
    if isinstance(node, Name):
        return known.get(f"{node.indicator}|{node.cell}|{node.back}")
    if isinstance(node, Unary):
        inner = of(node.operand)
        if inner is None:
            return None
        return -inner if node.operator == "-" else Fraction(inner == 0)
    if isinstance(node, Chain):
        operands = [of(node.first), *(of(operand) for _, operand in node.rest)]
        signs = [sign for sign, _ in node.rest]
        if signs[0] == "and":
            if any(one == 0 for one in operands if one is not None):
                return Fraction(0)
            return None if None in operands else Fraction(1)
        if signs[0] == "or":
            if any(one != 0 for one in operands if one is not None):
                return Fraction(1)
            return None if None in operands else Fraction(0)
        if None in operands:
            return None
        total = operands[0]
        assert total is not None
        for sign, right in zip(signs, operands[1:], strict=True):
            assert right is not None
            if sign == "/" and right == 0:
                return None
            total = {
                "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
                "=": lambda a, b: Fraction(a == b), "<>": lambda a, b: Fraction(a != b),
                "<": lambda a, b: Fraction(a < b), "<=": lambda a, b: Fraction(a <= b),
                ">": lambda a, b: Fraction(a > b), ">=": lambda a, b: Fraction(a >= b),
            }[sign](total, right)  # fmt: skip
        return total
    if node.function == "if":
        condition = of(node.arguments[0])
        return None if condition is None else of(node.arguments[1 if condition else 2])
    if node.function == "abs":
        inner = of(node.arguments[0])
        return None if inner is None else abs(inner)
    given: list[Fraction] = []
    for argument in node.arguments:
        many = [replace(argument, cell=cell) for cell in ("dtn", "hnd")] if is_all_cells(argument) else [argument]
        given += [one for one in map(of, many) if one is not None]
    if node.function == "count":
        return Fraction(len(given))
    if not given:
        return None
    return {"sum": sum, "min": min, "max": max}[node.function](given)  # type: ignore[no-any-return, operator] - of fractions


def is_all_cells(node: Node) -> bool:
    return isinstance(node, Name) and node.cell == "*"


NAMES = [
    f"{code}|{cell}|{back}"
    for code in ("A", "QT-01", "DV.02", "chỉ tiêu")
    for cell in (None, "", "dtn", "hnd", "commune+dtn")
    for back in (0, 1, 2)
]


@given(trees, st.dictionaries(st.sampled_from(NAMES), st.integers(-1000, 1000), max_size=40))
def test_values_are_those_of_fractions(tree: Node, known: dict[str, int]) -> None:
    assume("/" not in write(tree))  # a quotient has sixty digits, and a comparison of two may tip in the last
    exact = fraction(tree, {name: Fraction(number) for name, number in known.items()})
    found = evaluate(
        parse(write(tree)),
        lambda name: Decimal(known[at]) if (at := f"{name.indicator}|{name.cell}|{name.back}") in known else None,
        lambda _code: ("dtn", "hnd"),
    )
    assert (found is None) == (exact is None)
    if found is not None and exact is not None:
        assert Fraction(Decimal(found)) == exact


@given(st.integers(-(10**16), 10**16), st.integers(1, 10**16), st.integers(0, 6))
def test_a_quotient_is_rounded_once(top: int, bottom: int, scale: int) -> None:
    known = {"T": Decimal(top), "B": Decimal(bottom)}
    found = evaluate(parse("{T} / {B}"), lambda name: known[name.indicator])
    exact = Fraction(top, bottom) * 10**scale
    rounded = (abs(exact) + Fraction(1, 2)).__floor__() * (1 if exact >= 0 else -1)
    if abs(rounded) <= 10**16:
        assert to_amount(found, indicator("R", scale=scale)) == rounded
    else:
        with pytest.raises(OverflowError):
            to_amount(found, indicator("R", scale=scale))


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("0.125", 2, "0.13"), ("1250", -2, "1300"), ("0", 3, "0")],
)
def test_rounding_is_half_away_from_zero(number: str, digits: int, rounded: str) -> None:
    assert round_half_up(Decimal(number), digits) == Decimal(rounded)


def test_comparing_with_missing_says_nothing() -> None:
    assert [holds(Decimal(1), "<", Decimal(2)), holds(None, "=", None), holds(True, "=", Decimal(1))] == [
        True,
        None,
        True,
    ]


# Formula indicators of a programme, at one unit and through its periods.

PAIR = (
    indicator("IN", dimensions=("to-chuc",)),
    indicator("OUT", dimensions=("to-chuc",)),
    indicator("POP"),
    indicator("NET", "{IN} - {OUT}", dimensions=("to-chuc",)),
    indicator("RATE", "{NET} / {POP} * 100", kind="decimal", scale=2, dimensions=("to-chuc",)),
    indicator("STOCK", "coalesce(previous({STOCK}), 0) + {NET}"),
    indicator("HAS", "{NET} > 0", kind="yes-no"),
    indicator("PARTS", "sum({IN/*})"),
)


def amounts(made: Amounts, *codes: str, previous: list[Amounts] | None = None) -> dict[str, int | None]:
    before = previous or []
    found = compute(programme(*PAIR), made, lambda back: before[back - 1] if back <= len(before) else {})
    return {f"{one.indicator}/{one.cell}".rstrip("/"): one.amount for one in found if one.indicator in codes}


def test_a_formula_holds_at_each_cell_and_at_the_total() -> None:
    given_ = {("IN", ""): 10, ("OUT", ""): 4, ("IN", "dtn"): 7, ("OUT", "dtn"): 1, ("IN", "hnd"): 3, ("POP", ""): 300}
    assert amounts(given_, "NET", "RATE") == {
        "NET": 6, "NET/dtn": 6, "NET/hnd": None, "RATE": 200, "RATE/dtn": 200, "RATE/hnd": None,
    }  # fmt: skip


def test_formulas_are_applied_to_sums_and_not_summed() -> None:
    one, two = {("IN", ""): 1, ("OUT", ""): 0, ("POP", ""): 10}, {("IN", ""): 1, ("OUT", ""): 0, ("POP", ""): 90}
    both = {key: one[key] + two[key] for key in one}
    assert [amounts(each, "RATE")["RATE"] for each in (one, two, both)] == [1000, 111, 200]


def test_a_yes_is_one() -> None:
    assert amounts({("IN", ""): 5, ("OUT", ""): 4}, "HAS") == {"HAS": 1}
    assert amounts({("IN", ""): 4, ("OUT", ""): 4}, "HAS") == {"HAS": 0}


def test_all_cells_pass_over_those_that_are_missing() -> None:
    assert amounts({("IN", "dtn"): 5}, "PARTS") == {"PARTS": 5}


def test_a_stock_grows_from_period_to_period() -> None:
    flow = {("IN", ""): 5, ("OUT", ""): 3}
    assert amounts(flow, "STOCK", previous=[flow] * 3) == {"STOCK": 8}
    assert amounts(flow, "STOCK", previous=[flow] * 500) == {"STOCK": 122}  # sixty periods back, not without end


def test_a_computed_indicator_is_worth_what_it_computes() -> None:
    assert amounts({("IN", ""): 5, ("OUT", ""): 3, ("NET", ""): 99, ("POP", ""): 100}, "NET", "RATE") == {
        "NET": 2,
        "RATE": 200,
    }


def test_what_is_too_large_is_refused_with_its_reason() -> None:
    made = programme(indicator("A"), indicator("B", "{A} * {A}"), indicator("C", "{B} + 1"))
    found = {one.indicator: one for one in compute(made, {("A", ""): 10**9})}
    assert (found["B"].amount, found["B"].refusal, found["C"].amount) == (None, TOO_LARGE, None)


def test_inputs_are_named() -> None:
    found = {one.indicator: one.inputs for one in compute(programme(*PAIR), {("IN", ""): 5, ("OUT", ""): 3})}
    assert found["NET"] == (("IN", "", 0), ("OUT", "", 0))
    assert found["STOCK"] == (("STOCK", "", 1), ("NET", "", 0))


def rolled(code: str, amount: int | None, **fields: object) -> Rollup:
    made = Rollup(code, "", "mau-son", "area", amount, None, 0, "người", "", 9, 12, period="2025-12-15/2026-03-14")
    return replace(made, **fields)  # type: ignore[arg-type] - the fields are those of a rollup


def test_a_computed_rollup_takes_over_marks_and_coverage() -> None:
    rollups = [
        rolled("IN", 10, marks=("partial",), sources=(3,)),
        rolled("OUT", 4, reported=12, qualifier="khoảng", approximate=2, marks=("approximate",), sources=(1,)),
    ]
    net = next(one for one in compute_rollups(programme(*PAIR), rollups) if one.indicator == "NET")
    assert (net.amount, net.reported, net.expected, net.marks) == (6, 9, 12, ("partial", "approximate"))
    assert (net.qualifier, net.approximate, net.sources) == ("khoảng", 2, (1, 3))


def test_a_computed_rollup_of_a_refused_one_is_refused_for_its_reason() -> None:
    rollups = [
        rolled("IN", 10),
        rolled("OUT", None, refusal="two values", facts=(("unit", "Mẫu Sơn"),), marks=("refused",)),
    ]
    net = next(one for one in compute_rollups(programme(*PAIR), rollups) if one.indicator == "NET")
    assert (net.amount, net.refusal, net.facts, net.marks) == (None, "two values", (("unit", "Mẫu Sơn"),), ("refused",))


def test_a_range_gives_no_exact_value() -> None:
    rollups = [rolled("IN", 10, amount_high=12), rolled("OUT", 4)]
    net = next(one for one in compute_rollups(programme(*PAIR), rollups) if one.indicator == "NET")
    assert net.amount is None


def test_rollups_look_back_under_their_own_regime() -> None:
    rollups = [
        rolled(code, amount, period=period)
        for period in ("2025-12-15/2026-03-14", "2025-09-15/2025-12-14")
        for code, amount in (("IN", 5), ("OUT", 3))
    ]
    stocks = {one.period: one.amount for one in compute_rollups(programme(*PAIR), rollups) if one.indicator == "STOCK"}
    assert stocks == {"2025-12-15/2026-03-14": 4, "2025-09-15/2025-12-14": 2}


def test_the_rounds_period_as_a_whole_has_none_before() -> None:
    rollups = [rolled("IN", 5, period=""), rolled("OUT", 3, period="")]
    assert [one.amount for one in compute_rollups(programme(*PAIR), rollups) if one.indicator == "STOCK"] == [2]


def test_formulas_over_many_indicators_are_all_computed() -> None:
    base = [indicator(f"B{n}") for n in range(100)]
    made = programme(
        *base, *(indicator(f"F{n}", f"round({{B{n}}} / ({{B{n + 1}}} + 1) * 100, 1)", scale=1) for n in range(99))
    )
    given_ = {(one.code, ""): n for n, one in enumerate(base)}
    computed = {one.indicator: one.amount for one in compute(made, given_)}
    assert len(computed) == 99
    assert (computed["F0"], computed["F1"], computed["F98"]) == (0, 333, 980)


# From observations to the totals of a province.

UNITS = (
    "id\tkind\tprefix\tname\tparent\n"
    "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
    "la\tcommune\txã\tLũng Ẳng\tms\n"
    "nk\tcommune\txã\tNà Khuông\tms\n"
)


def said(unit: str, code: str, amount: int, cell: str = "") -> Observation:
    return Observation(
        code, cell, unit, "area", "2023-05-04/2026-05-04", f"UBND {unit}", "ct-99", 1, 1, amount, None, 0, "người", "",
        "reported", "form", 1.0, f"{unit}.txt", "ab" * 32, 0, 1, "",
    )  # fmt: skip


@pytest.mark.parametrize("way", ["none", "ratio"])
def test_a_province_computes_from_its_own_sums(tmp_path: Path, way: str) -> None:
    file = tmp_path / "don-vi.tsv"
    file.write_text(UNITS, encoding="utf-8")
    asked = tuple(Asked(unit, f"UBND {unit}") for unit in ("la", "nk", "ms"))
    round_ = Round("ct-99", "ms", "UBND tỉnh Mẫu Sơn", "", "2023-05-04", "2026-05-04", asked=asked)
    made = programme(
        indicator("RATE", "{IN} / {POP} * 100", kind="share", scale=1, over_units=way, over_time=way),
        indicator("IN"),
        indicator("POP"),
    )
    observations = [said("la", "IN", 1), said("la", "POP", 10), said("nk", "IN", 1), said("nk", "POP", 90)]
    observations.append(said("nk", "RATE", 999))  # what is said of a computed indicator gives way
    rollups = roll_up(observations, made, round_, load_units(file)).rollups
    rates = [(one.unit, one.amount, one.reported, one.sources) for one in rollups if one.indicator == "RATE"]
    assert rates == [("ms", 20, 2, (0, 1, 2, 3)), ("la", 100, 1, (0, 1)), ("nk", 11, 1, (2, 3))]
    assert [one.indicator for one in rollups][:3] == ["RATE"] * 3
