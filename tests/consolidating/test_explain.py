"""Behind one number: every observation, in it or left out with the reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.consolidating.explain import Explanation, explain
from tongket.consolidating.inputs import Question
from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.observations import Observation
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Round
from tongket.registry.units import Registry, load_units

UNITS = (
    "id\tkind\tprefix\tname\tparent\n"
    "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\nh1\tdistrict\thuyện\tMột\tms\n"
    "x1\tcommune\txã\tLũng Ẳng\th1\nx2\tcommune\txã\tPhja Mạ\th1\n"
)
FLOW = Indicator("A", "Hội nghị", "cuộc")
OWNED = Indicator("O", "Hội viên", "người", owner="mttq")
CELLS = Indicator("C", "Lượt", "lượt", dimensions=("org",))
PARTS = (
    Indicator("N", "Hộ đạt", "hộ"),
    Indicator("D", "Tổng số hộ", "hộ"),
    Indicator("R", "Tỷ lệ", "%", kind="share", scale=2, over_units="ratio", numerator="N", denominator="D", factor=100),
)
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 5, "", "", 0.6,
    (Dimension("org", "", (DimensionValue("dtn", ""), DimensionValue("hpn", ""))),), (FLOW, OWNED, CELLS, *PARTS),
    (), (), (), (),
)  # fmt: skip
ROUND = Round("p", "ms", "", "", "2021-01-01", "2026-12-31")


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file: Path = tmp_path_factory.mktemp("units") / "units.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


def said(unit: str, amount: int | None, indicator: str = "A", **more: object) -> Observation:
    one = Observation(
        indicator, "", unit, "area", "2024-01-01/2024-12-31", f"UBND {unit}", "p", 1, 1, amount, None, 0, "", "",
        "reported", "read", 1.0, f"{unit}.txt", "ab" * 32, 0, 1, f"{amount} cuộc",
    )  # fmt: skip
    return replace(one, **more)  # type: ignore[arg-type]  # fields of a test


def flat(tree: Explanation, depth: int = 0) -> list[tuple[int, str, int | None, list[tuple[int | None, str]]]]:
    """(depth, unit, amount, [(amount said, why left out)]) from the top down."""
    amount = tree.rollup.amount if tree.rollup else None
    here = (depth, tree.unit, amount, [(one.observation.amount, one.left_out) for one in tree.said])
    return [here, *(line for part in tree.parts for line in flat(part, depth + 1))]


def of(registry: Registry, observations: list[Observation], indicator: str = "A", unit: str = "ms") -> list[object]:
    return list(flat(explain(observations, Question(PROGRAMME, ROUND, registry), indicator, unit)))


def test_a_sum_down_to_what_each_said(registry: Registry) -> None:
    assert of(registry, [said("x1", 3), said("x2", 4), said("h1", 2, extent="own")]) == [
        (0, "ms", 9, []), (1, "h1", 9, [(2, "")]), (2, "x1", 3, [(3, "")]), (2, "x2", 4, [(4, "")]),
    ]  # fmt: skip


def test_what_is_left_out_says_why(registry: Registry) -> None:
    assert of(registry, [said("x1", 3), said("h1", 9), said("ms", 50)]) == [
        (0, "ms", 9, [(50, "own")]), (1, "h1", 9, [(9, "")]), (2, "x1", 3, [(3, "area")]),
    ]  # fmt: skip
    revised = [said("x1", 3), said("x1", 5, revision=2), said("x2", 7, status="pending")]
    assert of(registry, revised) == [
        (0, "ms", 5, []), (1, "h1", 5, []), (2, "x1", 5, [(3, "revised"), (5, "")]), (2, "x2", None, [(7, "unusable")]),
    ]  # fmt: skip
    owned = [said("x1", 3, "O"), said("x1", 4, "O", body="MTTQ", body_kind="mttq")]
    assert of(registry, owned, "O", "x1") == [(0, "x1", 4, [(3, "owner"), (4, "")])]


def test_cells_make_a_total_that_nobody_states(registry: Registry) -> None:
    cells = [said("x1", 3, "C", cell="dtn"), said("x1", 4, "C", cell="hpn")]
    assert of(registry, cells, "C", "x1") == [(0, "x1", 7, [(3, ""), (4, "")])]
    assert of(registry, [*cells, said("x1", 8, "C")], "C", "x1") == [
        (0, "x1", 8, [(8, ""), (3, "cells"), (4, "cells")])
    ]


def test_a_ratio_down_to_both_of_its_parts(registry: Registry) -> None:
    found = of(registry, [said("x1", 1, "N"), said("x1", 4, "D")], "R", "x1")
    assert found == [(0, "x1", 2500, []), (1, "x1", 1, [(1, "")]), (1, "x1", 4, [(4, "")])]


def test_nothing_is_known_of_a_unit_that_did_not_report(registry: Registry) -> None:
    assert of(registry, [said("x1", 3)], unit="x2") == [(0, "x2", None, [])]


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_what_is_not_left_out_adds_up_to_the_number(registry: Registry, data: st.DataObject) -> None:
    unit = st.sampled_from(["ms", "h1", "x1", "x2"])
    made = st.builds(
        said, unit, st.integers(0, 99), extent=st.sampled_from(["own", "area"]), revision=st.integers(1, 2)
    )
    tree = explain(data.draw(st.lists(made, min_size=1, max_size=8)), Question(PROGRAMME, ROUND, registry), "A", "ms")
    kept = [amount for *_, answers in flat(tree) for amount, left_out in answers if not left_out]
    if tree.rollup and tree.rollup.extent == "area":
        assert tree.rollup.amount == sum(amount or 0 for amount in kept)


MERGED = """\
id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame
ms\tprovince\ttỉnh\tMẫu Sơn\tvn
h1\tdistrict\thuyện\tThanh Lũng\tms\t\t2025-06-30\t
h2\tdistrict\thuyện\tKỳ Sa\tms\t\t2025-06-30\t
a\tcommune\txã\tA\th1\t\t2025-06-30\tn1
b\tcommune\txã\tB\th1\t\t2025-06-30\tn1
c\tcommune\txã\tC\th2\t\t2025-06-30\t~n1:people=200 ~n2:people=100
n1\tcommune\txã\tMột\tms\t2025-07-01\t\t
n2\tcommune\txã\tHai\tms\t2025-07-01\t\t
"""
A, B, C = ("a", [3]), ("b", [4]), ("c", [9])


@pytest.mark.parametrize(
    ("view", "of", "parts"),
    [
        ("map", "ms", [("n1", 7, [A, B]), ("c", 9, [])]),
        ("map", "n1", [("a", None, []), ("b", None, [])]),
        ("apportioned", "ms", [("n1", 13, [A, B, C]), ("n2", 3, [C])]),
        ("apportioned", "n2", [("c", None, [])]),
    ],
)
def test_on_a_map_what_was_said_before_stands_below_the_unit_that_shows_it(tmp_path, view, of, parts) -> None:
    file = tmp_path / "units.tsv"
    file.write_text(MERGED, encoding="utf-8")
    asked = replace(ROUND, period_start="2024-01-01", period_end="2024-12-31")
    question = Question(PROGRAMME, asked, load_units(file), view=view, as_of="2026-01-01")
    found = explain([said("a", 3), said("b", 4), said("c", 9)], question, "A", of)

    told = [
        (
            part.unit,
            part.rollup.amount if part.rollup else None,
            [(one.unit, [each.observation.amount for each in one.said]) for one in part.parts],
        )
        for part in found.parts
    ]
    assert told == parts


def test_on_a_map_a_ratio_is_made_of_the_sums_of_the_unit_that_shows_it(tmp_path) -> None:
    file = tmp_path / "units.tsv"
    file.write_text(MERGED, encoding="utf-8")
    asked = replace(ROUND, period_start="2024-01-01", period_end="2024-12-31")
    question = Question(PROGRAMME, asked, load_units(file), view="map", as_of="2026-01-01")
    told = [said(unit, amount, name) for unit in ("a", "b") for name, amount in (("N", 2), ("D", 4))]
    found = explain(told, question, "R", "n1")

    assert [(one.indicator, one.rollup.amount) for one in found.parts if one.rollup] == [("N", 4), ("D", 8)]
