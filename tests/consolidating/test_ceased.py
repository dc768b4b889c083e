"""A report by a unit that had already ceased is told, not lost."""

from __future__ import annotations

import pytest

from tongket.consolidating.ceased import ceased_units
from tongket.consolidating.rollup import roll_up
from tongket.model.observations import Observation
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Round
from tongket.registry.units import load_units

OLD, NEW = "20056.2020", "20056.2025"  # xã Trung Sơn until 30/6/2025, then in xã A Lưới 1


def said(unit: str, end: str) -> Observation:
    return Observation(
        "A", "", unit, "area", f"2021-01-01/{end}", f"UBND {unit}", "p", 1, 1, 5, None, 0, "", "", "reported", "read",
        1.0, "a.docx", "", 0, 0, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "end", "told"),
    [
        pytest.param(OLD, "2025-06-30", False, id="on its last day it lived"),
        pytest.param(NEW, "2024-12-31", False, id="a successor answers for the years before it"),
        pytest.param("nowhere", "2026-09-30", False, id="an unknown unit is told elsewhere"),
        pytest.param(OLD, "2026-09-30", True, id="fifteen months after it ceased"),
    ],
)
def test_a_unit_that_had_ceased(unit: str, end: str, told: bool) -> None:
    found = ceased_units([said(unit, end)] * 2, load_units())
    assert [(one.unit.id, one.placed.target, one.observations) for one in found] == [(OLD, NEW, 2)] * told


@pytest.mark.parametrize("view", ["reported", "map"])
def test_its_figures_count(view: str) -> None:
    programme = Programme(
        "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 5, "", "", 0.6, (), (Indicator("A", "", ""),),
        (), (), (), (),
    )  # fmt: skip
    top = load_units().unit(NEW)
    assert top is not None
    hue = Round("p", top.parent, "", "", "2021-01-01", "2026-09-30")
    found = roll_up([said(OLD, "2026-09-30")], programme, hue, load_units(), view=view, as_of="2026-09-30").rollups  # type: ignore[arg-type]  # texts of a test
    assert next(one.amount for one in found if one.unit == hue.unit) == 5
    if view == "map":
        assert next(one.amount for one in found if one.unit == NEW) == 5
