"""Totals: what is added, what is compared, what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.consolidating.facts import write_observations
from tongket.consolidating.rollup import roll_up, rollup
from tongket.consolidating.totals import CLASH, CONFLICT, NO_PARTS, NO_WHOLE
from tongket.errors import ConsolidateError
from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.observations import Observation, Rollup
from tongket.model.periods import Period
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Asked, Round
from tongket.registry.units import Registry, load_units

UNITS = (
    "id\tkind\tprefix\tname\tparent\n"
    "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
    + "".join(f"h{h}\tdistrict\thuyện\tHuyện {h}\tms\n" for h in (1, 2))
    + "".join(f"x{h}{x}\tcommune\txã\tXã {h}{x}\th{h}\n" for h in (1, 2) for x in (1, 2, 3))
)
COMMUNES = ("x11", "x12", "x13", "x21", "x22", "x23")


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file = tmp_path_factory.mktemp("units") / "units.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


def programme(*indicators: Indicator) -> Programme:
    directive = DirectiveRef("Chỉ thị", "06-CT/TU", "2021-09-07", "Tỉnh ủy", "")
    organisations = Dimension(
        "org", "Tổ chức", (DimensionValue("hlhpn", "Hội Phụ nữ"), DimensionValue("hnd", "Nông dân"))
    )
    return Programme(
        "ct06",
        1,
        "",
        "party",
        directive,
        "sơ kết",
        5,
        "2021-01-01",
        "2026-09-30",
        0.6,
        (organisations,),
        indicators,
        (),
        (),
        (),
        (),
    )


def asked(*units: str, kind: str = "ubnd") -> tuple[Asked, ...]:
    return tuple(Asked(unit, f"UBND {unit}", kind) for unit in units)


def a_round(asked_bodies: tuple[Asked, ...] = ()) -> Round:
    return Round("ct06", "ms", "UBND tỉnh Mẫu Sơn", "", "2021-01-01", "2026-09-30", asked=asked_bodies)


def said(
    unit: str,
    amount: int | None,
    *,
    indicator: str = "A",
    cell: str = "",
    extent: str = "area",
    body: str = "",
    kind: str = "ubnd",
    period: str = "2021-01-01/2026-09-30",
    revision: int = 1,
    high: int | None = None,
    qualifier: str = "",
    status: str = "reported",
) -> Observation:
    return Observation(
        indicator, cell, unit, extent, period, body or f"UBND {unit}", "ct06", 1, revision, amount, high, 0, "cuộc",  # type: ignore[arg-type]  # texts of a test
        qualifier, status, "read", 1.0, f"{unit}.txt", "ab" * 32, 0, 1, "", body_kind=kind,  # type: ignore[arg-type]  # as above
    )  # fmt: skip


SUM = Indicator("A", "Hội nghị", "cuộc")


def totals(
    registry: Registry,
    observations: Sequence[Observation],
    *indicators: Indicator,
    asked_bodies: tuple[Asked, ...] = (),
) -> dict[str, Rollup]:
    """The widest rollup of each unit, for one indicator and cell."""
    found = rollup(observations, programme(*(indicators or (SUM,))), a_round(asked_bodies), registry)
    wanted = (indicators or (SUM,))[-1].code
    return {f"{one.unit}/{one.extent}": one for one in found if one.indicator == wanted}


def test_nothing_reported_gives_no_rollup(registry: Registry) -> None:
    assert totals(registry, [], asked_bodies=asked(*COMMUNES)) == {}


def test_a_partial_total_says_so(registry: Registry) -> None:
    found = totals(registry, [said("x11", 3), said("x12", 0), said("x21", 4)], asked_bodies=asked(*COMMUNES))
    top = found["ms/area"]
    assert (top.amount, top.reported, top.expected, top.marks, top.sources) == (7, 3, 6, ("partial",), (0, 1, 2))
    assert (found["h1/area"].amount, found["h1/area"].reported, found["h1/area"].expected) == (3, 2, 3)
    assert (found["x12/area"].amount, found["x12/area"].reported, found["x12/area"].expected) == (0, 1, 1)


def test_where_nobody_knows_who_was_asked_nothing_is_expected(registry: Registry) -> None:
    top = totals(registry, [said("x11", 3)])["ms/area"]
    assert (top.amount, top.reported, top.expected, top.marks) == (3, 1, 0, ())


@pytest.mark.parametrize(
    ("status", "amount", "total", "reported"),
    [
        pytest.param("none-occurred", None, 5, 2, id="none occurred is an answer of zero"),
        pytest.param("not-applicable", None, 5, 2, id="not applicable is an answer without a number"),
        pytest.param("pending", 9, 5, 1, id="pending is not yet an answer"),
        pytest.param("missing", None, 5, 1, id="missing is no answer"),
        pytest.param("estimated", 9, 14, 2, id="an estimate counts"),
        pytest.param("reported", None, 5, 1, id="reported, but without a number"),
    ],
)
def test_kinds_of_answers_are_kept_apart(
    registry: Registry, status: str, amount: int | None, total: int, reported: int
) -> None:
    found = totals(registry, [said("x11", 5), said("x12", amount, status=status)], asked_bodies=asked("x11", "x12"))
    top = found["ms/area"]
    assert (top.amount, top.reported) == (total, reported)
    assert ("estimated" in top.marks) == (status == "estimated")
    assert ("partial" in top.marks) == (reported < 2)


def test_only_none_occurred_is_a_total_of_zero_and_only_not_applicable_is_none(registry: Registry) -> None:
    assert totals(registry, [said("x11", None, status="none-occurred")])["ms/area"].amount == 0
    assert totals(registry, [said("x11", None, status="not-applicable")])["ms/area"].amount is None


def test_an_area_value_is_never_added_to_what_is_below_it(registry: Registry) -> None:
    below = [said("x11", 3), said("x12", 4), said("x13", 5)]
    found = totals(registry, [*below, said("h1", 12)], asked_bodies=asked("h1", "x11", "x12", "x13"))
    assert (found["h1/area"].amount, found["ms/area"].amount) == (12, 12)
    assert (found["ms/area"].reported, found["ms/area"].expected) == (1, 1)


def test_own_work_is_added_to_what_is_below_it(registry: Registry) -> None:
    found = totals(registry, [said("x11", 3), said("h1", 2, extent="own"), said("ms", 1, extent="own")])
    assert {name: one.amount for name, one in found.items()} == {
        "ms/area": 6, "ms/own": 1, "h1/area": 5, "h1/own": 2, "x11/area": 3,
    }  # fmt: skip
    assert found["ms/area"].reported == 1


def test_a_commune_s_own_work_lies_within_its_area(registry: Registry) -> None:
    assert totals(registry, [said("x11", 9), said("x11", 4, extent="own")])["ms/area"].amount == 9


def test_a_provincial_body_s_whole_is_compared_and_not_added(registry: Registry) -> None:
    observations = [said("x11", 3), said("x21", 4), said("ms", 99, body="Hội LHPN tỉnh", kind="hlhpn")]
    rolled = roll_up(observations, programme(SUM), a_round(asked("x11", "x21")), registry)
    top = next(one for one in rolled.rollups if one.unit == "ms")
    assert (top.amount, top.reported, top.expected) == (7, 2, 2)
    assert [(one.extent, one.amount, one.reported, one.expected) for one in rolled.compared] == [
        ("own", 7, 2, 2),
        ("area", 99, 1, 1),
    ]


def test_the_owner_s_whole_counts_at_the_top(registry: Registry) -> None:
    owned = replace(SUM, owner="hlhpn")
    observations = [said("x11", 3), said("ms", 99, body="Hội LHPN tỉnh", kind="hlhpn")]
    top = totals(registry, observations, owned)["ms/area"]
    assert (top.amount, top.sources) == (99, (1,))


def test_a_provincial_body_counts_where_nobody_below_answers(registry: Registry) -> None:
    assert totals(registry, [said("ms", 99)])["ms/area"].amount == 99


@pytest.mark.parametrize(
    ("second", "owner", "amount", "refusal"),
    [
        pytest.param(said("x11", 5, body="MTTQ", kind="mttq"), "", 5, "", id="both agree"),
        pytest.param(said("x11", 7, body="MTTQ", kind="mttq"), "mttq", 7, "", id="the owner's value counts"),
        pytest.param(said("x11", 7, body="MTTQ", kind="mttq"), "hnd", None, CONFLICT, id="the owner is silent"),
        pytest.param(said("x11", 7, body="MTTQ", kind="mttq"), "", None, CONFLICT, id="no rule"),
    ],
)
def test_several_bodies_of_one_unit(
    registry: Registry, second: Observation, owner: str, amount: int | None, refusal: str
) -> None:
    found = totals(registry, [said("x11", 5), second, said("x12", 1)], replace(SUM, owner=owner))
    assert (found["x11/area"].amount, found["x11/area"].refusal) == (amount, refusal)
    if refusal:
        assert dict(found["x11/area"].facts)["values"] == "MTTQ: 7; UBND x11: 5"
        assert found["x11/area"].marks == ("conflict", "refused")
        assert (found["ms/area"].amount, found["ms/area"].reported, found["ms/area"].marks) == (1, 1, ("conflict",))


def test_an_organisation_answers_for_its_own_cell(registry: Registry) -> None:
    cells = replace(SUM, dimensions=("org",))
    women = said("x11", 120, cell="hlhpn", body="Hội LHPN xã", kind="hlhpn")
    found = totals(registry, [said("x11", 118, cell="hlhpn"), women], cells)
    assert found["x11/area"].amount == 120


def test_the_latest_revision_counts(registry: Registry) -> None:
    found = totals(registry, [said("x11", 5, revision=2), said("x11", 50, revision=1), said("x11", 500, revision=1)])
    assert (found["ms/area"].amount, found["ms/area"].sources) == (5, (0,))


@pytest.mark.parametrize(
    ("over_time", "second", "amount", "refusal"),
    [
        pytest.param("sum", "2024-01-01/2024-12-31", 8, "", id="years follow each other"),
        pytest.param("sum", "2023-07-01/2024-06-30", None, CLASH, id="half a year twice"),
        pytest.param("latest", "2023-07-01/2024-06-30", 3, "", id="of a stock the last"),
        pytest.param("max", "2023-07-01/2024-06-30", 5, "", id="the greatest"),
        pytest.param("sum", "2027-01-01/2027-12-31", 5, "", id="after the round"),
    ],
)
def test_periods(registry: Registry, over_time: str, second: str, amount: int | None, refusal: str) -> None:
    observations = [said("x11", 5, period="2023-01-01/2023-12-31"), said("x11", 3, period=second)]
    found = totals(registry, observations, replace(SUM, over_time=over_time))  # type: ignore[arg-type]  # texts of a test
    assert (found["x11/area"].amount, found["x11/area"].refusal) == (amount, refusal)


@pytest.mark.parametrize(
    ("qualifiers", "total", "approximate"),
    [
        pytest.param(["", "", ""], "", 0, id="all exact"),
        pytest.param(["khoảng", "", ""], "khoảng", 1, id="one approximate part"),
        pytest.param(["hơn", "trên", ""], "trên", 2, id="all lean upwards"),
        pytest.param(["hơn", "dưới", ""], "khoảng", 2, id="they lean both ways"),
        pytest.param(["dưới", "gần", ""], "dưới", 2, id="all lean downwards"),
    ],
)
def test_approximate_parts_are_carried(registry: Registry, qualifiers: list[str], total: str, approximate: int) -> None:
    observations = [said(unit, 10, qualifier=one) for unit, one in zip(COMMUNES, qualifiers, strict=False)]
    top = totals(registry, observations)["ms/area"]
    assert (top.amount, top.qualifier, top.approximate) == (30, total, approximate)
    assert ("approximate" in top.marks) == bool(approximate)


def test_a_unit_keeps_its_own_words(registry: Registry) -> None:
    assert totals(registry, [said("x11", 10, qualifier="hơn")])["x11/area"].qualifier == "hơn"


def test_ranges_add_as_ranges(registry: Registry) -> None:
    top = totals(registry, [said("x11", 15, high=20), said("x12", 7)])["ms/area"]
    assert (top.amount, top.amount_high) == (22, 27)


@pytest.mark.parametrize(
    ("kind", "over_units", "refused"),
    [
        ("rank", "sum", True),
        ("score", "sum", True),
        ("text", "sum", True),
        ("share", "sum", True),
        ("integer", "none", True),
        ("score", "max", False),
        ("integer", "sum", False),
    ],
)
def test_what_may_not_be_added_is_refused_with_the_reason(
    registry: Registry, kind: str, over_units: str, refused: bool
) -> None:
    indicator = replace(SUM, kind=kind, over_units=over_units)  # type: ignore[arg-type]  # texts of a test
    found = totals(registry, [said("x11", 5), said("x12", 6)], indicator)
    assert bool(found["ms/area"].refusal) == refused
    assert (found["ms/area"].amount is None) == refused
    assert found["x11/area"].amount == 5


@pytest.mark.parametrize(
    ("over_units", "amounts", "total"),
    [
        ("max", [3, 9, 4], 9),
        ("min", [3, 9, 4], 3),
        ("count-units", [3, 0, 4], 2),
        ("count-yes", [1, 0, 1], 2),
        ("sum", [3, 9, -4], 8),
    ],
)
def test_other_ways_of_adding_up(registry: Registry, over_units: str, amounts: list[int], total: int) -> None:
    observations = [said(unit, one) for unit, one in zip(("x11", "x12", "x21"), amounts, strict=True)]
    found = totals(registry, observations, replace(SUM, over_units=over_units))  # type: ignore[arg-type]  # texts of a test
    assert (found["ms/area"].amount, found["ms/area"].reported) == (total, 3)


def test_the_latest_over_units(registry: Registry) -> None:
    observations = [said("x11", 5, period="/2026-01-31"), said("x21", 7, period="/2026-06-30")]
    assert totals(registry, observations, replace(SUM, over_units="latest", over_time="latest"))["ms/area"].amount == 7


PARTS = (
    Indicator("N", "Hộ đạt", "hộ"),
    Indicator("D", "Tổng số hộ", "hộ"),
    Indicator("R", "Tỷ lệ", "%", kind="share", scale=2, over_units="ratio", numerator="N", denominator="D", factor=100),
)


def test_a_ratio_is_a_ratio_of_sums_over_units_that_gave_both(registry: Registry) -> None:
    observations = [
        said("x11", 90, indicator="N"), said("x11", 100, indicator="D"),
        said("x12", 1, indicator="N"), said("x12", 3, indicator="D"),
        said("x13", 50, indicator="N"),
    ]  # fmt: skip
    found = totals(registry, observations, *PARTS, asked_bodies=asked("x11", "x12", "x13"))
    top = found["ms/area"]
    assert (top.amount, top.numerator, top.denominator) == (8835, 91, 103)
    assert (top.reported, top.expected, top.marks, top.sources) == (2, 3, ("partial",), (0, 1, 2, 3))
    assert found["x12/area"].amount == 3333


def test_a_ratio_without_its_parts_is_refused(registry: Registry) -> None:
    stated = [replace(said(unit, amount, indicator="R"), scale=2) for unit, amount in (("x11", 8000), ("x12", 9000))]
    found = totals(registry, stated, *PARTS)
    assert (found["ms/area"].amount, found["ms/area"].refusal, found["ms/area"].reported) == (None, NO_PARTS, 2)
    assert found["x11/area"].amount == 8000


def test_a_ratio_over_nothing_is_refused(registry: Registry) -> None:
    observations = [said("x11", 0, indicator="N"), said("x11", 0, indicator="D")]
    assert totals(registry, observations, *PARTS)["ms/area"].refusal == NO_WHOLE


def test_a_ratio_of_large_sums_is_exact(registry: Registry) -> None:
    observations = [said("x11", 10**18 - 1, indicator="N"), said("x11", 10**18, indicator="D")]
    fine = (*PARTS[:2], replace(PARTS[2], scale=9, factor=1))
    assert totals(registry, observations, *fine)["ms/area"].amount == 10**9


def test_thousands_of_billions_of_dong_are_exact(registry: Registry) -> None:
    observations = [said(unit, 10**15 + n) for n, unit in enumerate(COMMUNES)]
    assert totals(registry, observations)["ms/area"].amount == 6 * 10**15 + 15


@pytest.mark.parametrize("amount", [2**63 - 1, 2**63, 10**30])
def test_a_sum_that_would_not_be_exact_is_an_error(registry: Registry, amount: int) -> None:
    with pytest.raises(ConsolidateError) as error:
        totals(registry, [said("x11", amount), said("x12", amount)])
    assert "larger than 9,223,372,036,854,775,807" in error.value.message("en")


def test_other_programmes_and_unknown_indicators_are_passed_over(registry: Registry) -> None:
    observations = [said("x11", 5), replace(said("x12", 5), programme="kl62"), said("x12", 5, indicator="Z")]
    assert totals(registry, observations)["ms/area"].amount == 5


def test_a_unit_that_the_registry_places_elsewhere_stands_below_the_round_s_unit(registry: Registry) -> None:
    assert totals(registry, [said("20056.2025", 5), said("nowhere", 6)])["ms/area"].amount == 11


def test_the_order_is_that_of_the_programme_and_from_the_top_down(registry: Registry) -> None:
    indicators = (replace(SUM, code="B"), SUM)
    observations = [
        said("x21", 1),
        said("x11", 1),
        said("x11", 1, indicator="B", cell="hnd"),
        said("x11", 1, indicator="B"),
    ]
    found = rollup(observations, programme(*indicators), a_round(), registry)
    keys = [(one.indicator, one.cell, one.unit) for one in found]
    assert keys == [
        ("B", "", "ms"), ("B", "", "h1"), ("B", "", "x11"), ("B", "hnd", "ms"), ("B", "hnd", "h1"), ("B", "hnd", "x11"),
        ("A", "", "ms"), ("A", "", "h1"), ("A", "", "h2"), ("A", "", "x11"), ("A", "", "x21"),
    ]  # fmt: skip


def test_the_order_of_adding_does_not_count(registry: Registry) -> None:
    observations = [said("x11", 3), said("x12", 5, qualifier="hơn"), said("h2", 7), said("ms", 2, extent="own")]
    results = {
        tuple(replace(one, sources=()) for one in rollup(order, programme(SUM), a_round(), registry))
        for order in permutations(observations)
    }
    assert len(results) == 1


amounts = st.dictionaries(st.sampled_from(COMMUNES), st.integers(-(10**15), 10**15), min_size=1)


@settings(max_examples=10, deadline=None)
@given(values=amounts, stated=st.sets(st.sampled_from(["h1", "h2"])))
def test_a_total_does_not_depend_on_the_levels_between(values: dict[str, int], stated: set[str]) -> None:
    registry = _REGISTRY[0]
    leaves = [said(unit, value) for unit, value in values.items()]
    sums = {h: sum(value for unit, value in values.items() if unit[1] == h[1]) for h in stated}
    between = [said(h, total) for h, total in sums.items() if any(unit[1] == h[1] for unit in values)]
    flat = replace_parents(leaves)
    expected = sum(values.values())
    assert totals(registry, leaves)["ms/area"].amount == expected
    assert totals(registry, [*leaves, *between])["ms/area"].amount == expected
    assert totals(registry, flat)["ms/area"].amount == expected


def replace_parents(leaves: list[Observation]) -> list[Observation]:
    """The same answers by units that stand directly below the province."""
    return [replace(one, unit=f"flat-{one.unit}") for one in leaves]


@settings(max_examples=10, deadline=None)
@given(own=amounts, area=amounts)
def test_own_and_area_of_the_lowest_units_are_never_both_added(own: dict[str, int], area: dict[str, int]) -> None:
    observations = [said(unit, value, extent="own") for unit, value in own.items()]
    observations += [said(unit, value) for unit, value in area.items()]
    top = totals(_REGISTRY[0], observations)["ms/area"]
    assert top.amount == sum({**own, **area}.values())
    assert top.reported == len({**own, **area})


_REGISTRY: list[Registry] = []


@pytest.fixture(autouse=True, scope="module")
def _keep(registry: Registry) -> None:
    _REGISTRY[:] = [registry]


YEARS = tuple(f"{year}-01-01/{year}-12-31" for year in (2022, 2023, 2024))


def test_by_period_values_of_different_periods_stay_apart(registry: Registry) -> None:
    observations = [said("x11", n, period=period) for n, period in enumerate(YEARS, 1)]
    observations += [said("x12", 10, period=YEARS[1])]
    found = roll_up(observations, programme(SUM), a_round(), registry, by_period=True).rollups
    tops = [(one.period, one.amount, one.reported) for one in found if one.unit == "ms"]
    assert tops == [(YEARS[0], 1, 1), (YEARS[1], 12, 2), (YEARS[2], 3, 1)]


def test_asked_periods_take_what_lies_within_them(registry: Registry) -> None:
    observations = [said("x11", n, period=period) for n, period in enumerate(YEARS, 1)]
    observations += [said("x11", 50, period="2023-07-01/2024-06-30")]
    asked_for = (
        Period("2022-01-01", "2023-12-31"),
        Period("2024-01-01", "2024-12-31"),
        Period("2023-01-01", "2024-12-31"),
    )
    found = roll_up(observations, programme(SUM), a_round(), registry, periods=asked_for).rollups
    tops = {one.period: (one.amount, one.refusal) for one in found if one.unit == "x11"}
    assert tops == {
        "2022-01-01/2023-12-31": (3, ""), "2024-01-01/2024-12-31": (3, ""), "2023-01-01/2024-12-31": (None, CLASH),
    }  # fmt: skip


def test_a_weighted_mean_weighs_every_unit_by_its_weight(registry: Registry) -> None:
    people = Indicator("P", "Số dân", "người")
    mean = Indicator("M", "Thu nhập", "triệu đồng", "decimal", 1, "weighted", "latest", weight="P")
    observations = [
        said("x11", 500, indicator="M"), said("x11", 100, indicator="P"),
        said("x12", 205, indicator="M"), said("x12", 300, indicator="P"),
        said("x13", 999, indicator="M"),
    ]  # fmt: skip
    observations = [replace(one, scale=1) if one.indicator == "M" else one for one in observations]
    found = totals(registry, observations, people, mean)
    assert (found["ms/area"].amount, found["ms/area"].numerator, found["ms/area"].denominator) == (279, 111500, 400)
    assert (found["x12/area"].amount, found["ms/area"].reported) == (205, 2)


def test_a_product_too_large_to_be_exact_is_an_error(registry: Registry) -> None:
    people = Indicator("P", "Số dân", "người")
    mean = Indicator("M", "Thu nhập", "đồng", "money", over_units="weighted", weight="P")
    with pytest.raises(ConsolidateError):
        totals(registry, [said("x11", 10**12, indicator="M"), said("x11", 10**8, indicator="P")], people, mean)


CELLS = replace(SUM, dimensions=("org", "sex"))


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        pytest.param({"hnd": 3, "hlhpn": 4}, 7, id="the sum of the cells"),
        pytest.param({"": 9, "hnd": 3, "hlhpn": 4}, 9, id="a stated total counts"),
        pytest.param({"hnd": 3, "nam": 2, "nu": 4}, 3, id="over one dimension, never over two"),
        pytest.param({"hnd+nam": 1, "hnd+nu": 2, "hlhpn+nu": 5}, 8, id="two dimensions at once"),
        pytest.param({"hnd": 9, "hnd+nam": 1, "hnd+nu": 2, "hlhpn+nu": 5}, 14, id="a stated subtotal counts"),
        pytest.param({"nam": 2, "nu": 4}, 6, id="the dimension that there is"),
    ],
)
def test_totals_over_cells(registry: Registry, cells: dict[str, int], total: int) -> None:
    sexes = Dimension("sex", "Giới", (DimensionValue("nam", "Nam"), DimensionValue("nu", "Nữ")))
    both = programme(CELLS)
    both = replace(both, dimensions=(*both.dimensions, sexes))
    observations = [said("x11", amount, cell=cell) for cell, amount in cells.items()]
    found = rollup([*observations, said("x12", 100)], both, a_round(), registry)
    tops = {one.unit: one.amount for one in found if one.cell == ""}
    assert tops == {"ms": total + 100, "h1": total + 100, "x11": total, "x12": 100}


def test_some_cells_of_a_province_do_not_replace_what_its_communes_report(registry: Registry) -> None:
    found = rollup(
        [said("x11", 5), said("ms", 3, cell="hnd", extent="area"), said("h2", 2, cell="hnd")],
        programme(replace(SUM, dimensions=("org",))), a_round(), registry,
    )  # fmt: skip
    tops = {one.unit: one.amount for one in found if one.cell == ""}
    assert tops == {"ms": 7, "h1": 5, "x11": 5, "h2": 2}


@pytest.mark.parametrize(
    ("cells", "pairs"),
    [
        pytest.param({"": 7, "hnd": 3, "hlhpn": 4}, [], id="they add up"),
        pytest.param({"": 9, "hnd": 3}, [], id="not all cells are given"),
        pytest.param({"": 9, "hnd": 3, "hlhpn": 4}, [7, 9], id="they do not"),
    ],
)
def test_a_stated_total_is_compared_with_all_of_its_cells(
    registry: Registry, cells: dict[str, int], pairs: list[int]
) -> None:
    observations = [said("x11", amount, cell=cell) for cell, amount in cells.items()]
    rolled = roll_up(observations, programme(replace(SUM, dimensions=("org",))), a_round(), registry)
    assert [one.amount for one in rolled.cells] == pairs


def test_cells_of_a_dimension_that_does_not_add_up_make_no_total(registry: Registry) -> None:
    one = programme(replace(SUM, dimensions=("org",)))
    one = replace(one, dimensions=(replace(one.dimensions[0], additive=False),))
    assert not [r for r in rollup([said("x11", 5, cell="hnd")], one, a_round(), registry) if r.cell == ""]


def test_a_folder_of_facts_gives_the_same(registry: Registry, tmp_path: Path) -> None:
    observations = [replace(said(unit, n), source_sha256=f"{n:064x}") for n, unit in enumerate(COMMUNES)]
    write_observations(tmp_path, observations)
    program = programme(SUM)
    from_folder = rollup(tmp_path, program, a_round(), registry)
    assert from_folder == rollup(observations, program, a_round(), registry)


def test_facts_kept_at_another_scale_are_added_at_the_programme_s(registry: Registry) -> None:
    finer = replace(said("x11", 3_00), scale=2)
    found = totals(registry, [finer, said("x12", 4)])
    assert found["ms/area"].amount == 7
    area = replace(SUM, scale=2)
    assert totals(registry, [said("x11", 3), replace(said("x12", 4_25), scale=2)], area)["ms/area"].amount == 7_25


def test_a_value_that_would_lose_digits_is_refused(registry: Registry) -> None:
    with pytest.raises(ConsolidateError) as caught:
        totals(registry, [replace(said("x11", 3_25), scale=2)])
    assert "more decimals than the programme takes" in caught.value.message("en")
