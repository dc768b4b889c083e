"""The formula language: what it takes, what it says where it cannot, and what a programme's formulas get wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formula_samples import indicator, programme, trees
from tongket.errors import FormulaError
from tongket.model.formulas import Formula, Name, Node, Number
from tongket.model.programmes import Rule
from tongket.programmes.formula_check import check_formulas, computed, find_circles
from tongket.programmes.formula_trees import names, nodes, write
from tongket.programmes.formulas import MOST_CHARACTERS, MOST_DEPTH, parse


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        pytest.param("{QT-01}", "{QT-01}", id="one name"),
        pytest.param(" { QT-01 / dtn } ", "{QT-01/dtn}", id="spaces in braces do not count"),
        pytest.param("{A}+{B}-{C}", "{A} + {B} - {C}", id="from left to right"),
        pytest.param("{A}-({B}-{C})", "{A} - ({B} - {C})", id="parentheses that matter stay"),
        pytest.param("(({A}))*((2))", "{A} * 2", id="parentheses that do not matter go"),
        pytest.param("{A}+{B}*2/4", "{A} + {B} * 2 / 4", id="times before plus"),
        pytest.param("-{A}*2", "-{A} * 2", id="a sign holds tighter than times"),
        pytest.param("+{A}", "{A}", id="a plus sign says nothing"),
        pytest.param("not {A} > 1 and {B} = 2 or {C} <> 3", "not {A} > 1 and {B} = 2 or {C} <> 3", id="truths"),
        pytest.param("({A} or {B}) and {C}", "({A} or {B}) and {C}", id="or within and"),
        pytest.param("{A} ≤ 3 AND {B} != 1 × 2 ÷ 4", "{A} <= 3 and {B} <> 1 * 2 / 4", id="signs as Word writes them"),
        pytest.param("IF({A} > 0; {B}; 0)", "if({A} > 0, {B}, 0)", id="as spreadsheets write functions"),
        pytest.param("sum({X/*}, {Y})", "sum({X/*}, {Y})", id="all cells"),
        pytest.param("{X/} - {X/dtn}", "{X/} - {X/dtn}", id="the total and a cell"),
        pytest.param("{X/commune+dtn}", "{X/commune+dtn}", id="a cell of two dimensions"),
        pytest.param("previous(previous({X/hnd}))", "previous(previous({X/hnd}))", id="two periods back"),
        pytest.param("round({A} / 3, -2)", "round({A} / 3, -2)", id="round to hundreds"),
        pytest.param("0.125 * 1000 * 12.50", "0.125 * 1000 * 12.50", id="numbers"),
    ],
)  # fmt: skip
def test_formulas_are_read_and_written(text: str, canonical: str) -> None:
    formula = parse(text)
    assert write(formula.root) == canonical
    assert parse(canonical).root == formula.root


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        pytest.param("", 0, "empty", id="empty"),
        pytest.param("{A} +", 5, "ends too early", id="nothing after a sign"),
        pytest.param("({A} + {B}", 0, "never closed", id="a parenthesis left open"),
        pytest.param("{A})", 3, "closed where none is open", id="a parenthesis too many"),
        pytest.param("{A} {B}", 4, "a sign is missing", id="two names in a row"),
        pytest.param("{A} * / {B}", 6, "'/'", id="two signs in a row"),
        pytest.param("{A", 0, "brace is opened", id="a brace left open"),
        pytest.param("A} + 1", 1, "never opened", id="a brace forgotten"),
        pytest.param("QT-01 + 1", 0, "{QT-01}", id="a code without braces"),
        pytest.param("{A} + 1}", 7, "never opened", id="a brace too many"),
        pytest.param("{}", 0, "names no indicator", id="no name in braces"),
        pytest.param("{A/b/c}", 0, "names no indicator", id="two slashes"),
        pytest.param("sun({X/*})", 0, "sum", id="a function that is not there, with the one that was meant"),
        pytest.param("avg({A})", 0, "no function 'avg'", id="a function that is not there"),
        pytest.param("sum{A}", 3, "no parenthesis", id="a function without parenthesis"),
        pytest.param("if({A} > 1, 2)", 0, "takes 3", id="too few arguments"),
        pytest.param("abs({A}, {B})", 0, "takes 1", id="too many arguments"),
        pytest.param("{X/*} + 1", 0, "one number belongs", id="cells without sum"),
        pytest.param("abs(previous({X/*}))", 4, "sum({X/*})", id="cells of the last period without sum"),
        pytest.param("previous({A} + 1)", 9, "one name", id="previous of a sum"),
        pytest.param("{A} < {B} < {C}", 10, "Two comparisons", id="comparisons in a row"),
        pytest.param("{A} = 'dat'", 6, "text stands where a number", id="a text"),
        pytest.param("={A} + 1", 0, "does not begin with '='", id="as in a spreadsheet"),
        pytest.param("{A} * 1.000", 6, "1000", id="a point between thousands may be a decimal point"),
        pytest.param("{A} * 1,5", 7, "point (12.5)", id="a comma before decimals"),
        pytest.param("1.2.3", 0, "not a number", id="two points"),
        pytest.param("9" * 31, 0, "not a number", id="too many digits"),
        pytest.param("round({A}, {B})", 11, "whole number", id="digits that are not known"),
        pytest.param("round({A}, 2.5)", 11, "whole number", id="half a digit"),
        pytest.param("{A} # 1", 4, "no place", id="a strange sign"),
        pytest.param("__import__", 0, "neither a name nor a function", id="Python means nothing here"),
    ],
)
def test_a_mistake_is_shown_in_its_place(text: str, at: int, says: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text, "chi-tieu.yaml:12")
    said = caught.value.message("en")
    assert says in said
    assert said.startswith("chi-tieu.yaml:12: ")
    assert said.splitlines()[-2:] == [f"    {text}", "    " + " " * at + "^"]


def test_limits_are_said() -> None:
    deep = "(" * (MOST_DEPTH + 1) + "1" + ")" * (MOST_DEPTH + 1)
    for text, says in (
        ("1+" * MOST_CHARACTERS + "1", "characters"),
        (deep, "within each other"),
        ("not " * 500 + "{A} = 1", "within each other"),
    ):
        with pytest.raises(FormulaError) as caught:
            parse(text)
        assert says in caught.value.message("en")
    assert parse("(" * (MOST_DEPTH - 1) + "1" + ")" * (MOST_DEPTH - 1)).root == Number(Decimal(1))


def test_a_long_formula_shows_the_part_around_the_mistake() -> None:
    text = "{A} + " * 60 + "? + " + "{B} + " * 60 + "1"
    with pytest.raises(FormulaError) as caught:
        parse(text)
    shown, caret = caught.value.message("en").splitlines()[-2:]
    assert len(shown) <= 104
    assert shown[caret.index("^")] == "?"


def test_a_mistake_said_twice_has_each_place() -> None:
    for where in ("a.yaml:1", "b.yaml:2"):
        with pytest.raises(FormulaError, match=where):
            parse("{A} +", where)


def test_names_stand_once_in_order() -> None:
    found = names(parse("{A} + {B/dtn} + sum({C/*}) + {A} - previous({A})"))
    assert found == (Name("A"), Name("B", "dtn"), Name("C", "*"), Name("A", back=1))


@given(trees)
def test_what_is_written_reads_as_the_same_tree(tree: Node) -> None:
    assert parse(write(tree)).root == tree


@given(trees)
def test_places_hold_what_they_say(tree: Node) -> None:
    text = write(tree)
    for node in nodes(parse(text).root):
        if not (isinstance(node, Name) and node.cell == "*"):  # which stands in functions alone
            assert parse(text[node.start : node.end]).root == node


@given(st.text(st.sampled_from("{}()+-*/=<>,.;0123456789 AXif sumnotandor\"'/*≤\n\tđ"), max_size=80))
@example("{A}" * 100)
@example("if(" * 40)
@example("-" * 3000 + "1")
@example("{A}\x00")
@example("٣ + 1")
def test_no_text_breaks_the_parser(text: str) -> None:
    formula = formula_or_mistake(text)
    if isinstance(formula, FormulaError):
        assert 0 <= formula.at <= len(text)
        assert "^" in formula.message("en")
    else:
        assert parse(write(formula.root)).root == formula.root


def formula_or_mistake(text: str) -> Formula | FormulaError:
    try:
        return parse(text)
    except FormulaError as error:
        return error


def test_a_long_formula_is_read_whole() -> None:
    long = "{A}" + " + 1" * 800
    assert write(parse(long).root) == long


# What a programme's formulas get wrong.


def test_right_formulas_give_no_mistake() -> None:
    found = check_formulas(
        programme(
            indicator("A", dimensions=("cap", "to-chuc")),
            indicator("B", kind="yes-no"),
            indicator("C", "sum({A/*}) + {A/commune+dtn} - {A/dtn}"),
            indicator("D", "if({B}, {C} / 2, coalesce(previous({D}), 0))", kind="decimal"),
            indicator("E", "{C} > 3 and not {B}", kind="yes-no"),
            indicator("F", "sum({B}, {B})"),
            indicator("G", "count({H})"),
            indicator("H", kind="choice"),
            indicator("K", conversion="{OLD} * 2", replaces="OLD"),
            indicator("N1", kind="date"),
            rules=(Rule("R1", "{A}", ">=", "{C}"), Rule("R2", "{N1}", "<=", "{N1}")),
        )
    )
    assert found == ()


@pytest.mark.parametrize(
    ("formula", "at", "says"),
    [
        pytest.param("{A} + {AX}", 6, "no indicator 'AX'", id="unknown code"),
        pytest.param("{A/xyz}", 0, "no cell 'xyz'", id="unknown cell"),
        pytest.param("{A/dtn+commune}", 0, "in this order", id="cell in another order than its dimensions"),
        pytest.param("{A/dtn+hnd}", 0, "no cell", id="two values of one dimension"),
        pytest.param("sum({P/*})", 4, "has no cells", id="all cells of what has none"),
        pytest.param("{A} + {T}", 6, "Of texts and choices", id="a text added"),
        pytest.param("{A} + {Y}", 6, "if(..., 1, 0)", id="a yes or no added"),
        pytest.param("{A} and {Y}", 0, "yes or no belongs", id="a number for a truth"),
        pytest.param("{A} + {D}", 6, "date", id="a date added"),
        pytest.param("{D} > {A}", 6, "number", id="a date compared with a number"),
        pytest.param("if({A}, 1, 2)", 3, "yes or no belongs", id="a number as condition"),
        pytest.param("if({Y}, {A}, {Y})", 13, "number", id="two kinds of result"),
        pytest.param("coalesce({A}, {A} > 1)", 14, "number", id="two kinds to choose from"),
        pytest.param("{A} > 1", 0, "takes a number", id="a truth for a number"),
        pytest.param("{A} = {T}", 6, "number", id="a text compared"),
    ],
)
def test_a_wrong_formula_is_found(formula: str, at: int, says: str) -> None:
    made = programme(
        indicator("A", dimensions=("cap", "to-chuc")),
        indicator("P"),
        indicator("T", kind="text"),
        indicator("Y", kind="yes-no"),
        indicator("D", kind="date"),
        indicator("Z", formula),
    )
    (error,) = check_formulas(made, lambda file, line, key: f"{file}:{line}:{key}")
    assert isinstance(error, FormulaError)
    assert (error.at, error.where) == (at, "chi-tieu.yaml:7:formula")
    assert says in error.message("en")


def test_no_formula_gives_a_text_or_a_number_for_yes() -> None:
    made = programme(indicator("A"), indicator("T", "{A}", kind="text"), indicator("Y", "{A}", kind="yes-no"))
    assert [error.message("en").splitlines()[0] for error in check_formulas(made)] == [
        "chi-tieu.yaml:7: No formula gives a text or a choice. Change the formula, or the kind of the indicator.",
        "chi-tieu.yaml:7: The formula gives no yes or no, and the indicator takes one. "
        "Change the formula, or the kind of the indicator.",
    ]


def test_a_rule_compares_like_with_like() -> None:
    made = programme(
        indicator("A"), indicator("Y", kind="yes-no"), rules=(Rule("R", "{A}", "=", "{Y}", line=9, file="r.yaml"),)
    )
    (error,) = check_formulas(made)
    assert error.where == "r.yaml:9"


def test_a_circle_is_named_whole() -> None:
    made = programme(
        indicator("X", "1"), indicator("A", "{B} + {X}"), indicator("B", "{C}"), indicator("C", "{A} * 2"),
        indicator("S", "{S} + 1"), indicator("P", "previous({P}) + 1"),
    )  # fmt: skip
    said = [error.message("en") for error in check_formulas(made)]
    assert ["A -> B -> C -> A" in said[0], "S -> S" in said[1], len(said)] == [True, True, 2]


def test_formulas_are_ordered_after_what_they_need() -> None:
    made = (
        indicator("C", "{B} + {A}"), indicator("B", "{A} + 1"), indicator("A", "{R}"), indicator("R"),
        indicator("X", "{X}"), indicator("Y", "{X} + 1"), indicator("P", "previous({C})"),
    )  # fmt: skip
    assert [one.code for one in computed(made)] == ["A", "P", "B", "C"]


@given(st.dictionaries(st.integers(0, 7), st.frozensets(st.integers(0, 7), max_size=4), max_size=8))
def test_circles_are_found_exactly_where_no_order_exists(edges: dict[int, frozenset[int]]) -> None:
    from graphlib import CycleError, TopologicalSorter

    needs = {str(one): sorted(str(other) for other in others if other in edges) for one, others in edges.items()}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError:
        is_circular = True
    else:
        is_circular = False
    circles = find_circles(needs)
    assert bool(circles) == is_circular
    for circle in circles:
        assert all(after in needs[one] for one, after in zip(circle, (*circle[1:], circle[0]), strict=True))


def test_a_thousand_formulas_in_a_row_are_ordered() -> None:
    made = [indicator("F0", "1"), *(indicator(f"F{n}", f"{{F{n - 1}}} + 1") for n in range(1, 1500))]
    assert [one.code for one in computed(made)][-1] == "F1499"
    assert check_formulas(programme(*made)) == ()
