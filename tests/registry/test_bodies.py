"""Kinds of bodies and the glossary."""

from __future__ import annotations

import pytest

from tongket.registry.bodies import abbreviations, body_kind, body_kinds, body_of_abbreviation


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("xã Lũng Ẳng", None, id="a unit is no body"),
        pytest.param("UBND xã Lũng Ẳng", "ubnd", id="abbreviation"),
        pytest.param("Uỷ ban nhân dân tỉnh Mẫu Sơn", "ubnd", id="the other place of the tone"),
        pytest.param("Ủy ban MTTQ Việt Nam xã", "mttq", id="half abbreviated"),
        pytest.param("BAN DÂN VẬN TỈNH ỦY", "bdvtu", id="capitals; the longest name counts"),
        pytest.param("Bộ Chính trị (khóa XII)", "bochinhtri", id="with its term"),
    ],
)
def test_kinds_by_name(name: str, code: str | None) -> None:
    kind = body_kind(name)
    assert (kind.code if kind else None) == code


def test_an_abbreviation_of_several_bodies_names_none() -> None:
    found = body_of_abbreviation("UBND")
    assert found is not None
    assert found.code == "ubnd"
    assert body_of_abbreviation("BCT") is None  # Bộ Công Thương, Bộ Chính trị


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
