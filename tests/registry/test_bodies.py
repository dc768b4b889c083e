"""Kinds of bodies and the glossary."""

from __future__ import annotations

import pytest

from tongket.model.units import UnitKind
from tongket.registry.bodies import (
    abbreviations,
    body_kind,
    body_kinds,
    body_successions,
    succession,
    successors,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("xã Lũng Ẳng", None, id="a unit is no body"),
        pytest.param("UBND xã Lũng Ẳng", "ubnd", id="abbreviation"),
        pytest.param("Uỷ ban nhân dân tỉnh Mẫu Sơn", "ubnd", id="the other place of the tone"),
        pytest.param("Ủy ban MTTQ Việt Nam xã", "mttq", id="half abbreviated"),
        pytest.param("BAN DÂN VẬN TỈNH ỦY", "bdvtu", id="capitals; the longest name counts"),
        pytest.param("Bộ Chính trị (khóa XII)", "bochinhtri", id="with its term"),
        pytest.param("BAN THƯỜNG VỤ TỈNH ĐOÀN MẪU SƠN", "dtn", id="the board of an organisation is that organisation"),
        pytest.param("BCH Hội Nông dân xã Lũng Ẳng", "hnd", id="so is its committee"),
        pytest.param("Ban Thường vụ Tỉnh ủy Mẫu Sơn", "btv", id="the board of a Party committee is an organ"),
    ],
)
def test_kinds_by_name(name: str, code: str | None) -> None:
    kind = body_kind(name)
    assert (kind.code if kind else None) == code


def test_codes_are_unique_and_values_known() -> None:
    codes = [kind.code for kind in body_kinds()]
    assert len(codes) == len(set(codes))
    assert {kind.regime for kind in body_kinds()} == {"state", "party", "front", "youth"}
    assert {level for kind in body_kinds() for level in kind.levels} <= {
        "nation",
        "province",
        "district",
        "commune",
        "hamlet",
    }


def test_the_glossary_tells_the_well_known_from_the_rest() -> None:
    assert abbreviations()["UBND"].well_known
    assert not abbreviations()["GSĐTCĐ"].well_known
    assert abbreviations()["QCDC"].expansion == "quy chế dân chủ"


@pytest.mark.parametrize(
    ("kind", "level", "on", "expected"),
    [
        pytest.param("ubnd", "commune", "2026-10-01", ("ubnd",), id="nothing happened to it"),
        pytest.param("bdvtw", "nation", "2025-02-02", ("bdvtw",), id="the day before"),
        pytest.param("bdvtw", "nation", "2025-02-03", ("btgdvtw",), id="Ban Dân vận at the centre"),
        pytest.param("btgtw", "nation", "2026-10-01", ("btgdvtw",), id="Ban Tuyên giáo at the centre"),
        pytest.param("bdvtu", "province", "2024-12-31", ("bdvtu",), id="not yet in the province"),
        pytest.param("bdvtu", "province", "2025-03-01", ("bdvtu", "btgdvtu"), id="in 2025, on a day of each province"),
        pytest.param("bdvtu", "province", "2026-01-01", ("btgdvtu",), id="afterwards"),
        pytest.param("ubnd", "district", "2025-06-30", ("ubnd",), id="the last day of the district"),
        pytest.param("ubnd", "district", "2025-07-01", (), id="UBND huyện has no successor"),
        pytest.param("hu", "district", "2026", (), id="nor Huyện ủy"),
        pytest.param("mttq", "district", "2026-10-01", (), id="nor the district Front"),
        pytest.param("bdvhu", "district", "2026-10-01", (), id="through a chain that ends"),
        pytest.param("mttq", "commune", "2026-10-01", ("mttq",), id="the communal Front goes on"),
        pytest.param("bldtbxh", "nation", "2025-03-01", ("bnv",), id="a ministry"),
    ],
)
def test_who_stands_in_its_place(kind: str, level: UnitKind, on: str, expected: tuple[str, ...]) -> None:
    assert successors(kind, level, on) == expected


def test_the_end_of_the_district_has_its_act() -> None:
    (end,) = succession("ubnd", "district")
    assert (end.successor, end.on, end.act) == ("", "2025-07-01", "203/2025/QH15")


def test_successions_tie_kinds_of_the_table_and_agree_with_their_dates() -> None:
    kinds = {kind.code: kind for kind in body_kinds()}
    for one in body_successions():
        if one.predecessor != "*":
            assert one.level in kinds[one.predecessor].levels
            assert kinds[one.predecessor].valid_to.startswith(one.on) or kinds[one.predecessor].valid_to < one.on
        if one.successor:
            assert one.level in kinds[one.successor].levels
            assert kinds[one.successor].valid_from <= one.on
