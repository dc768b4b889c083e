"""Series across mergers: as reported, by the map of a day, or shared out; nothing is lost and nothing counts twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.consolidating.rollup import roll_up
from tongket.consolidating.shares import apportion
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Round
from tongket.model.units import Unit
from tongket.registry.units import Registry, load_units

View = Literal["reported", "map", "apportioned"]
BEFORE, AFTER = "2024-01-01/2024-12-31", "2026-01-01/2026-12-31"
UNITS = """\
id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame
ms\tprovince\ttỉnh\tMẫu Sơn\tvn
h1\tdistrict\thuyện\tThanh Lũng\tms\t\t2025-06-30\t
h2\tdistrict\thuyện\tKỳ Sa\tms\t\t2025-06-30\t
a\tcommune\txã\tA\th1\t\t2025-06-30\tn1
b\tcommune\txã\tB\th1\t\t2025-06-30\tn1
c\tcommune\txã\tC\th2\t\t2025-06-30\t~n1:people=200 ~n2:people=100
d\tcommune\txã\tD\th2\t\t2025-06-30\t~n1 ~n2
n1\tcommune\txã\tMột\tms\t2025-07-01\t\t
n2\tcommune\txã\tHai\tms\t2025-07-01\t\t
"""
FLOW = Indicator("A", "Hội nghị", "cuộc")
STOCK = Indicator("S", "Câu lạc bộ", "câu lạc bộ", over_time="latest")
RANK = Indicator("K", "Xếp hạng", "", kind="rank", over_units="none")
PARTS = (
    Indicator("N", "Hộ đạt", "hộ"),
    Indicator("D", "Tổng số hộ", "hộ"),
    Indicator("R", "Tỷ lệ", "%", kind="share", scale=2, over_units="ratio", numerator="N", denominator="D", factor=100),
)
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 5, "", "", 0.6, (), (FLOW, STOCK, RANK, *PARTS),
    (), (), (), (),
)  # fmt: skip
ROUND = Round("p", "ms", "", "", "2021-01-01", "2026-12-31")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return made(UNITS)


def made(units: str) -> Registry:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "units.tsv"
        file.write_text(units, encoding="utf-8")
        return load_units(file)


def said(unit: str, amount: int, period: str = BEFORE, indicator: str = "A", extent: str = "area") -> Observation:
    return Observation(
        indicator, "", unit, extent, period, f"UBND {unit}", "p", 1, 1, amount, None, 0, "", "", "reported", "read",  # type: ignore[arg-type]  # texts of a test
        1.0, f"{unit}.txt", "ab" * 32, 0, 1, "",
    )  # fmt: skip


def shown(
    registry: Registry, observations: Sequence[Observation], view: View, by_period: bool = False, indicator: str = "A"
) -> dict[str, Rollup]:
    found = roll_up(observations, PROGRAMME, ROUND, registry, view=view, as_of="2026-12-31", by_period=by_period)
    return {
        f"{one.unit} {one.period[:4]}".strip(): one
        for one in found.rollups
        if one.indicator == indicator and one.extent == "area"
    }


def amounts(found: dict[str, Rollup]) -> dict[str, int | None]:
    return {name: one.amount for name, one in found.items()}


OBSERVATIONS = [said("a", 3), said("b", 4), said("c", 10), said("n1", 20, AFTER), said("n2", 30, AFTER)]


def test_as_reported_each_stands_where_it_stood(registry: Registry) -> None:
    assert amounts(shown(registry, OBSERVATIONS, "reported", by_period=True)) == {
        "ms 2024": 17, "h1 2024": 7, "h2 2024": 10, "a 2024": 3, "b 2024": 4, "c 2024": 10,
        "ms 2026": 50, "n1 2026": 20, "n2 2026": 30,
    }  # fmt: skip


def test_by_the_map_whole_predecessors_are_added_and_divided_ones_stand_beside(registry: Registry) -> None:
    found = shown(registry, OBSERVATIONS, "map", by_period=True)
    assert amounts(found) == {"ms 2024": 17, "n1 2024": 7, "c 2024": 10, "ms 2026": 50, "n1 2026": 20, "n2 2026": 30}
    assert ("break" in found["c 2024"].marks, dict(found["c 2024"].facts)["pieces"]) == (True, "xã Một, xã Hai")
    assert "break" in found["n1 2024"].marks
    assert ("break" in found["n1 2026"].marks, "break" in found["ms 2024"].marks) == (False, False)
    assert found["n1 2024"].sources == (0, 1)


def test_shared_out_by_people_the_pieces_add_up(registry: Registry) -> None:
    found = shown(registry, OBSERVATIONS, "apportioned", by_period=True)
    assert amounts(found) == {
        "ms 2024": 17, "n1 2024": 14, "n2 2024": 3, "ms 2026": 50, "n1 2026": 20, "n2 2026": 30,
    }  # fmt: skip
    marked = {name for name, one in found.items() if "estimated" in one.marks}
    assert marked == {"n1 2024", "n2 2024"}


def test_without_a_share_the_pieces_stay_side_by_side(registry: Registry) -> None:
    found = shown(registry, [said("a", 3), said("d", 9)], "apportioned", by_period=True)
    assert amounts(found) == {"ms 2024": 12, "n1 2024": 3, "d 2024": 9}
    assert ("break" in found["n1 2024"].marks, "estimated" in found["n1 2024"].marks) == (True, False)


def test_a_series_as_one_adds_both_sides_of_the_merger(registry: Registry) -> None:
    found = shown(registry, OBSERVATIONS, "map")
    assert amounts(found) == {"ms": 67, "n1": 27, "n2": 30, "c": 10}


@pytest.mark.parametrize("view", ["reported", "map", "apportioned"])
def test_a_stock_of_units_that_are_gone_gives_way_to_that_of_their_successors(registry: Registry, view: View) -> None:
    old = [said("a", 3, "/2024-12-31", "S"), said("b", 4, "/2024-12-31", "S"), said("c", 5, "/2024-12-31", "S")]
    assert shown(registry, old, view, indicator="S")["ms"].amount == 12
    new = [*old, said("n1", 9, "/2026-12-31", "S")]
    assert shown(registry, new, view, indicator="S")["ms"].amount == 9


def test_rates_are_recomputed_from_sums_in_every_view(registry: Registry) -> None:
    observations = [
        said("a", 90, indicator="N"), said("a", 100, indicator="D"),
        said("b", 10, indicator="N"), said("b", 300, indicator="D"),
        said("c", 30, indicator="N"), said("c", 60, indicator="D"),
    ]  # fmt: skip
    found = shown(registry, observations, "map", by_period=True, indicator="R")
    assert (found["n1 2024"].numerator, found["n1 2024"].denominator, found["n1 2024"].amount) == (100, 400, 2500)
    shared = shown(registry, observations, "apportioned", by_period=True, indicator="R")
    assert (shared["n1 2024"].numerator, shared["n1 2024"].denominator) == (120, 440)
    assert (shared["n2 2024"].amount, shared["n2 2024"].marks) == (5000, ("estimated",))
    assert shared["ms 2024"].amount == found["ms 2024"].amount == 2826


def test_ranks_break(registry: Registry) -> None:
    found = shown(registry, [said("a", 1, indicator="K"), said("b", 2, indicator="K")], "map", True, "K")
    assert (found["n1 2024"].amount, found["n1 2024"].marks) == (None, ("refused", "break"))


def test_what_a_district_said_of_itself_counts_in_the_province_alone(registry: Registry) -> None:
    found = shown(registry, [said("a", 3), said("c", 4), said("h2", 9)], "map", by_period=True)
    assert amounts(found) == {"ms 2024": 12, "n1 2024": 3, "h2 2024": 9, "c 2024": 4}


def test_a_district_whose_communes_all_became_one_is_in_that_one(registry: Registry) -> None:
    assert amounts(shown(registry, [said("a", 3), said("h1", 9)], "map", by_period=True)) == {
        "ms 2024": 9,
        "n1 2024": 9,
    }


def test_a_unit_that_moved_to_another_district_is_one_unit() -> None:
    units = (
        "id\tkind\tprefix\tname\tparent\tfrom\tto\nms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
        "h1\tdistrict\thuyện\tMột\tms\nh2\tdistrict\thuyện\tHai\tms\n"
        "x\tcommune\txã\tX\th1\t\t2024-12-31\nx\tcommune\txã\tX\th2\t2025-01-01\t\n"
    )
    found = shown(made(units), [said("x", 3), said("x", 4, AFTER)], "reported")
    assert amounts(found) == {"ms": 7, "h1": 3, "h2": 4, "x": 7}


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(1, 10**6), min_size=1, max_size=9))
def test_shares_add_up_to_the_whole(amount: int, weights: list[int]) -> None:
    portions = [Fraction(weight, sum(weights)) for weight in weights]
    shares = apportion(amount, portions)
    assert sum(shares) == amount
    assert all(abs(share - amount * portion) < 1 for share, portion in zip(shares, portions, strict=True))


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, list[Observation]]:
    """Two provinces of communes that merge and divide on one day, and what they reported before and after."""
    new = draw(st.integers(1, 4))
    lines = [f"p{n}\tprovince\ttỉnh\tTỉnh {n}\tvn\t\t\t" for n in (1, 2)]
    lines += [f"n{n}\tcommune\txã\tMới {n}\tp{draw(st.integers(1, 2))}\t2025-07-01\t\t" for n in range(new)]
    old: list[str] = []
    for number in range(draw(st.integers(1, 5))):
        heirs = draw(st.sets(st.integers(0, new - 1), min_size=1, max_size=3))
        shared = draw(st.booleans()) and len(heirs) > 1
        became = " ".join(
            f"{'~' if len(heirs) > 1 else ''}n{one}" + (f":people={draw(st.integers(1, 99))}" if shared else "")
            for one in sorted(heirs)
        )
        old.append(f"o{number}")
        lines.append(f"o{number}\tcommune\txã\tCũ {number}\tp{draw(st.integers(1, 2))}\t\t2025-06-30\t{became}")
    reports = [said(unit, draw(st.integers(0, 10**6))) for unit in old if draw(st.booleans())]
    reports += [said(f"n{n}", draw(st.integers(0, 10**6)), AFTER) for n in range(new) if draw(st.booleans())]
    reports += [said(f"p{n}", draw(st.integers(0, 10**7)), AFTER) for n in (1, 2) if draw(st.booleans())]
    return "id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\n" + "\n".join(lines) + "\n", reports


@settings(max_examples=10, deadline=None)
@given(histories(), st.booleans())
def test_totals_are_conserved_over_every_view_and_day(case: tuple[str, list[Observation]], by_period: bool) -> None:
    units, reports = case
    registry, nation = made(units), replace(ROUND, unit="vn")
    leaves = sum(one.amount or 0 for one in reports if one.unit[0] != "p")
    tops = set()
    for view in ("reported", "map", "apportioned"):
        for day in ("2024-06-30", "2026-12-31"):
            found = roll_up(reports, PROGRAMME, nation, registry, view=view, as_of=day, by_period=by_period).rollups
            flows = [one for one in found if one.indicator == "A" and one.extent == "area"]
            tops.add(sum(one.amount or 0 for one in flows if one.unit == "vn"))
            communes = sum(one.amount or 0 for one in flows if one.unit[0] in "on")
            assert communes == leaves
            provinces = sum(one.amount or 0 for one in flows if one.unit[0] == "p")
            assert provinces == sum(one.amount or 0 for one in flows if one.unit == "vn")
    assert len(tops) <= 1


@settings(max_examples=5, deadline=None)
@given(st.data())
def test_totals_are_conserved_on_the_real_map(data: st.DataObject) -> None:
    registry = load_units()
    old = [unit.id for province in ("62.0", "51.0") for unit in below(registry, province, "2024-12-31")]
    new = [unit.id for unit in below(registry, "51.2025", "2026-01-01")]
    units = data.draw(st.lists(st.sampled_from(old), min_size=1, max_size=40, unique=True))
    later = data.draw(st.lists(st.sampled_from(new), max_size=20, unique=True))
    reports = [said(unit, n + 1) for n, unit in enumerate(units)] + [said(unit, 7, AFTER) for unit in later]
    nation = replace(ROUND, unit="vn")
    for day in ("2018-06-30", "2024-06-30", "2026-06-30"):
        found = roll_up(reports, PROGRAMME, nation, registry, view="map", as_of=day).rollups
        top = next(one.amount for one in found if one.unit == "vn")
        assert top == sum(one.amount or 0 for one in reports)


def below(registry: Registry, unit: str, day: str) -> list[Unit]:
    """The communes of a province on a day."""
    found: list[Unit] = []
    for child in registry.children(unit, day):
        found += [child] if child.kind == "commune" else below(registry, child.id, day)
    return found
