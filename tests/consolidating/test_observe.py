"""Matches into observations: what is taken, what waits for a person."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.consolidating.observe import ANOTHER_VALUE, TOO_EXACT, TWO_NUMBERS, amounts_of, extent_of, observe
from tongket.model.figures import Figure, FigurePeriod
from tongket.model.matches import Match
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.model.reports import Letterhead, Report, Subject
from tongket.model.rounds import Round
from tongket.model.sources import Source
from tongket.model.units import Unit

COMMUNE = Unit("x1", "", "commune", "xã", "Lũng Ẳng", "ms")
FLOW = Indicator("A", "Hội nghị", "cuộc")
STOCK = Indicator("B", "Hội viên", "người", over_time="latest")
MONEY = Indicator("C", "Tỷ lệ", "%", kind="decimal", scale=2)
ROUND = Round("p", "ms", "UBND tỉnh", "", "2021-01-01", "2026-09-30")
PROGRAMME = Programme(
    "p", 3, "", "state", DirectiveRef("", "", "", "", ""), "", 5, "2020-01-01", "2025-12-31", 0.6, (),
    (FLOW, STOCK, MONEY), (), (), (), (),
)  # fmt: skip
MATCH = Match("A", "", Decimal(12), "hơn", "reported", None, 0.9, 40, 42, "12 cuộc", "prose", figure=0)


def report(period: FigurePeriod | None = None) -> Report:
    figure = Figure(40, 42, "12", Decimal(12), "cuộc", Decimal(12), period=period)
    source = Source("a.docx", "f" * 64, "docx", " " * 100, ())
    return Report(source, Letterhead(), Subject(), figures=(figure,))


def test_a_match_becomes_an_observation_that_points_at_its_source() -> None:
    (one,), left = observe(report(), [MATCH], PROGRAMME, COMMUNE, "UBND xã", ROUND, kind="ubnd", file="tệp/a.docx")
    assert left == ()
    assert (one.indicator, one.amount, one.scale, one.qualifier, one.status) == ("A", 12, 0, "hơn", "reported")
    assert (one.unit, one.body, one.body_kind, one.extent, one.origin) == ("x1", "UBND xã", "ubnd", "area", "read")
    assert (one.period, one.programme, one.version, one.confidence) == ("2021-01-01/2026-09-30", "p", 3, 0.9)
    assert (one.source, one.source_sha256, one.start, one.end, one.passage) == (
        "tệp/a.docx", "f" * 64, 40, 42, "12 cuộc",
    )  # fmt: skip


def test_what_is_below_the_threshold_waits_for_a_person() -> None:
    unsure = replace(MATCH, confidence=0.59, reason="why")
    assert observe(report(), [unsure], PROGRAMME, COMMUNE, "UBND", ROUND) == ((), (unsure,))


def test_the_same_value_twice_is_one_observation_from_the_table() -> None:
    in_table = replace(MATCH, where="table", confidence=0.7, start=80, figure=None)
    kept, left = observe(report(), [MATCH, in_table], PROGRAMME, COMMUNE, "UBND", ROUND)
    assert ([one.start for one in kept], left) == ([80], ())


def test_another_value_waits_for_a_person() -> None:
    other = replace(MATCH, value=Decimal(15), where="table", start=80, figure=None)
    (kept,), (left,) = observe(report(), [MATCH, other], PROGRAMME, COMMUNE, "UBND", ROUND)
    assert (kept.amount, left.value, left.reason) == (15, Decimal(12), ANOTHER_VALUE)


def test_a_blank_cell_gives_way_to_a_number_elsewhere() -> None:
    none = replace(MATCH, value=None, status="none-occurred", where="table", start=80, figure=None)
    (kept,), _ = observe(report(), [none, MATCH], PROGRAMME, COMMUNE, "UBND", ROUND)
    assert kept.amount == 12


def test_an_explicit_none_is_kept_and_a_missing_value_is_not() -> None:
    none = replace(MATCH, value=None, status="none-occurred", figure=None)
    missing = replace(MATCH, indicator="B", value=None, status="missing", figure=None)
    (kept,), left = observe(report(), [none, missing], PROGRAMME, COMMUNE, "UBND", ROUND)
    assert (kept.amount, kept.status, left) == (None, "none-occurred", ())


def test_cells_and_extents_are_answers_of_their_own() -> None:
    matches = [MATCH, replace(MATCH, cell="hnd"), replace(MATCH, extent="own")]
    kept, _ = observe(report(), matches, PROGRAMME, COMMUNE, "UBND", ROUND)
    assert {(one.cell, one.extent) for one in kept} == {("", "area"), ("hnd", "area"), ("", "own")}


@pytest.mark.parametrize(
    ("value", "indicator", "expected"),
    [
        pytest.param(None, FLOW, (None, None), id="no number"),
        pytest.param(Decimal("1E+15"), FLOW, (10**15, None), id="exact"),
        pytest.param(Decimal("80.5"), MONEY, (8050, None), id="at the indicator's scale"),
        pytest.param(Decimal("80.505"), MONEY, TOO_EXACT, id="more decimals than it takes"),
        pytest.param(Range(Decimal(15), Decimal(20)), FLOW, (15, 20), id="a range"),
        pytest.param(Share(Decimal(93), Decimal(93)), FLOW, (93, None), id="the part of a share"),
        pytest.param(Pair(Decimal(169), Decimal(1169)), FLOW, TWO_NUMBERS, id="two counts"),
    ],
)
def test_amounts(value: Quantity | None, indicator: Indicator, expected: object) -> None:
    assert amounts_of(value, indicator) == expected


@pytest.mark.parametrize(
    ("match", "indicator", "expected"),
    [
        pytest.param(MATCH, FLOW, "area", id="a commune speaks of the commune"),
        pytest.param(replace(MATCH, extent="own"), replace(FLOW, extent="area"), "own", id="the report's word first"),
        pytest.param(replace(MATCH, level="commune"), replace(FLOW, extent="area"), "own", id="its own level's row"),
        pytest.param(replace(MATCH, level="hamlet"), FLOW, "area", id="a lower level's row"),
        pytest.param(MATCH, replace(FLOW, extent="own"), "own", id="the programme's word"),
    ],
)
def test_extents(match: Match, indicator: Indicator, expected: str) -> None:
    assert extent_of(match, indicator, COMMUNE) == expected


@pytest.mark.parametrize(
    ("match", "indicator", "expected"),
    [
        pytest.param(replace(MATCH, extent="own"), FLOW, "area", id="a sentence alone may mean the whole province"),
        pytest.param(replace(MATCH, extent="own"), replace(FLOW, extent="own"), "own", id="the programme agrees"),
        pytest.param(replace(MATCH, level="province"), FLOW, "own", id="the province's row"),
        pytest.param(replace(MATCH, level="commune", extent="own"), FLOW, "area", id="the communes' row"),
    ],
)
def test_extents_above_the_communes(match: Match, indicator: Indicator, expected: str) -> None:
    province = Unit("ms", "", "province", "tỉnh", "Mẫu Sơn", "vn")
    assert extent_of(match, indicator, province) == expected


@pytest.mark.parametrize(
    ("as_of", "round_", "period"),
    [
        pytest.param(None, ROUND, "/2026-09-30", id="the round's last day"),
        pytest.param("2024-06-30", ROUND, "/2024-06-30", id="the day that is printed"),
        pytest.param("2024", ROUND, "/2026-09-30", id="no whole day"),
        pytest.param("2019-06-30", ROUND, "/2026-09-30", id="before the round"),
        pytest.param(None, replace(ROUND, period_start="", period_end=""), "/2025-12-31", id="the programme's"),
    ],
)
def test_the_day_of_a_stock(as_of: str | None, round_: Round, period: str) -> None:
    read = report(FigurePeriod("", as_of=as_of))
    (one,), _ = observe(read, [replace(MATCH, indicator="B")], PROGRAMME, COMMUNE, "UBND", round_)
    assert one.period == period
