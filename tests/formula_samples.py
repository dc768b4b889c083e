"""Programmes and trees of formulas that tests of several packages share."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.formulas import Call, Chain, Name, Node, Number, Unary
from tongket.model.programmes import DirectiveRef, Indicator, Programme, Rule


def programme(*indicators: Indicator, rules: tuple[Rule, ...] = ()) -> Programme:
    level = Dimension("cap", "Cấp", (DimensionValue("province", "tỉnh"), DimensionValue("commune", "xã")))
    group = Dimension("to-chuc", "Tổ chức", (DimensionValue("dtn", "Đoàn"), DimensionValue("hnd", "Hội Nông dân")))
    directive = DirectiveRef("Chỉ thị", "99-CT/TU", "2023-05-04", "Ban Thường vụ Tỉnh ủy Mẫu Sơn", "về việc mẫu")
    return Programme(
        "ct-99", 1, "Mẫu", "party", directive, "sơ kết", 3, "2023-05-04", "", 0.75,
        (level, group), indicators, (), (), (), (), rules=rules,
    )  # fmt: skip


def indicator(code: str, formula: str = "", **fields: object) -> Indicator:
    made = Indicator(code, f"Chỉ tiêu {code}", "người", formula=formula, line=7, file="chi-tieu.yaml")
    return replace(made, **fields)  # type: ignore[arg-type] - the fields are those of an indicator


codes = st.sampled_from(["A", "QT-01", "DV.02", "chỉ tiêu"])
cells = st.sampled_from([None, "", "dtn", "commune+dtn"])
leaves = st.one_of(
    st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=3).map(lambda value: Number(abs(value))),
    st.builds(Name, codes, cells, st.integers(0, 2)),
)


def branches(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    def chain(*signs: str) -> st.SearchStrategy[Node]:
        rest = st.lists(st.tuples(st.sampled_from(signs), inner), min_size=1, max_size=3)
        return st.builds(lambda first, more: Chain(first, tuple(more)), inner, rest)

    return st.one_of(
        chain("+", "-"),
        chain("*", "/"),
        chain("and"),
        chain("or"),
        st.builds(
            lambda left, sign, right: Chain(left, ((sign, right),)),
            inner,
            st.sampled_from(["=", "<>", "<", "<=", ">", ">="]),
            inner,
        ),
        st.builds(Unary, st.sampled_from(["-", "not"]), inner),
        st.builds(lambda one, two, three: Call("if", (one, two, three)), inner, inner, inner),
        st.builds(
            lambda name, given: Call(name, tuple(given)),
            st.sampled_from(["sum", "min", "max", "count"]),
            st.lists(st.one_of(inner, st.builds(Name, codes, st.just("*"))), min_size=1, max_size=3),
        ),
        st.builds(lambda one: Call("abs", (one,)), inner),
    )


trees = st.recursive(leaves, branches, max_leaves=12)
