"""Facts of replaced indicators, in the terms of those that count now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from formula_samples import indicator, programme
from tongket.consolidating.conversions import convert_observations
from tongket.consolidating.rollup import roll_up
from tongket.model.observations import Observation
from tongket.model.rounds import Round
from tongket.registry.units import load_units

NEW = indicator(
    "DT-02",
    unit_word="ha",
    kind="decimal",
    scale=1,
    dimensions=("to-chuc",),
    replaces="DT-01",
    conversion="{DT-01} / 10000",
)
PROGRAMME = programme(NEW, indicator("QT-01"))


def said(code: str, amount: int | None, **fields: object) -> Observation:
    one = Observation(
        code, "", "lung-ang", "area", "2023-05-04/2026-05-04", "UBND xã Lũng Ẳng", "ct-99", 1, 1, amount, None, 0, "m2",
        "", "reported", "form", 1.0, "a.docx", "0" * 64, 0, 2, "125.000 m2",
    )  # fmt: skip
    return replace(one, **fields)  # type: ignore[arg-type] - the fields are those of an observation


def test_a_replaced_indicator_counts_in_the_terms_of_the_new_one() -> None:
    old = said("DT-01", 125_000, qualifier="khoảng")
    (new,) = convert_observations(PROGRAMME, [old])
    assert (new.indicator, new.amount, new.scale, new.unit_word) == ("DT-02", 125, 1, "ha")
    assert (new.qualifier, new.passage, new.source, new.version) == ("khoảng", "125.000 m2", "a.docx", 1)


def test_ranges_scales_cells_and_states_are_kept() -> None:
    made = convert_observations(
        PROGRAMME,
        [
            said("DT-01", 100_000, amount_high=200_000),
            said("DT-01", 1_000_000, scale=1),
            said("DT-01", 50_000, cell="dtn"),
            said("DT-01", None, status="none-occurred"),
        ],
    )
    assert [(one.amount, one.amount_high, one.cell, one.status) for one in made] == [
        (100, 200, "", "reported"),
        (100, None, "", "reported"),
        (50, None, "dtn", "reported"),
        (None, None, "", "none-occurred"),
    ]
    falling = programme(replace(NEW, conversion="100 - {DT-01}", scale=0))
    (turned,) = convert_observations(falling, [said("DT-01", 10, amount_high=30)])
    assert (turned.amount, turned.amount_high) == (70, 90)


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(said("QT-01", 5), id="an indicator that counts"),
        pytest.param(said("XX-01", 5), id="an indicator that nobody replaces"),
        pytest.param(said("DT-01", 5, programme="ct-06"), id="of another programme"),
        pytest.param(said("DT-01", 5, cell="commune"), id="a cell that the new one has not"),
        pytest.param(said("DT-01", 10**16 * 10**5), id="too large"),
    ],
)
def test_what_cannot_be_converted_stays_as_it_is(one: Observation) -> None:
    assert convert_observations(PROGRAMME, [one]) == (one,)


def test_what_is_stated_in_the_new_terms_is_not_converted_beside_it() -> None:
    both = (said("DT-01", 125_000), said("DT-02", 130, scale=1))
    assert convert_observations(PROGRAMME, both) == both


def test_without_a_conversion_the_series_breaks() -> None:
    broken = programme(replace(NEW, conversion=""))
    old = said("DT-01", 125_000)
    assert convert_observations(broken, [old]) == (old,)


def test_old_and_new_facts_add_up_together(tmp_path: Path) -> None:
    file = tmp_path / "don-vi.tsv"
    file.write_text(
        "id\tkind\tprefix\tname\tparent\nms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
        "la\tcommune\txã\tLũng Ẳng\tms\nnk\tcommune\txã\tNà Khuông\tms\n",
        encoding="utf-8",
    )
    round_ = Round("ct-99", "ms", "UBND tỉnh Mẫu Sơn", "", "2023-05-04", "2026-05-04")
    facts = [said("DT-01", 125_000, unit="la"), said("DT-02", 75, unit="nk", scale=1, version=2)]
    (whole,) = [one for one in roll_up(facts, PROGRAMME, round_, load_units(file)).rollups if one.unit == "ms"]
    assert (whole.indicator, whole.amount, whole.scale, whole.sources) == ("DT-02", 200, 1, (0, 1))
