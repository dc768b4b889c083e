"""The table of units against the reference of 2025 and 2026 (../shared/reference/units-2025.md), row by row."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tongket.registry.units import Registry, load_units

EVE, REFORM, SINCE = "2025-06-30", "2025-07-01", "2026-08-31"


@pytest.fixture(scope="module")
def reference(shared: Path) -> str:
    file = shared / "reference" / "units-2025.md"
    if not file.is_file():
        pytest.skip("the reference of units is not here")
    return file.read_text(encoding="utf-8")


def rows(reference: str) -> list[list[str]]:
    lines = re.findall(r"^\| (\d\d) \|(.*)\|$", reference, re.M)
    return [[code, *(cell.strip() for cell in rest.split("|"))] for code, rest in lines]


def test_the_34_units_with_their_kinds_counts_and_acts(reference: str) -> None:
    registry = load_units()
    table = rows(reference)
    assert len(table) == 34
    for code, name, kind, _formed, _seat, communes, act in table:
        (unit,) = registry.find(code, SINCE)
        assert (unit.kind, unit.name) == ("province", name.rstrip("*"))
        assert unit.prefix == {"TP": "thành phố", "tỉnh": "tỉnh"}[kind]
        below = Counter(child.prefix for child in registry.children(unit.id, SINCE))
        total, *parts = map(int, re.findall(r"\d+", communes))
        assert (sum(below.values()), [below["phường"], below["xã"], below["đặc khu"]]) == (total, parts), name
        acts = Counter(
            link.act
            for child in registry.children(unit.id, REFORM)
            for link in registry.predecessors(child.id)
            if link.on == REFORM
        )
        assert set(acts) == {f"{act}/NQ-UBTVQH15"}, name


def test_what_they_were_formed_from(reference: str) -> None:
    registry = load_units()
    for code, name, _kind, formed, *_ in rows(reference):
        olds = re.findall(r"\((\d\d)\)", formed)
        links = registry.predecessors(f"{code}.2025")
        assert sorted(link.predecessor for link in links) == sorted(f"{old}.0" for old in olds), name
        for old in olds:
            assert registry.place(f"{old}.0", SINCE).target == f"{code}.2025"
            assert [unit.id for unit in registry.find(old, EVE)] == [f"{old}.0"]
        if not olds:
            assert registry.unit(f"{code}.0", EVE)
            assert registry.unit(f"{code}.0", SINCE)


def test_every_commune_that_the_reference_names_by_code(reference: str) -> None:
    registry = load_units()
    named = re.findall(r"\*\*([^*\d]+(?: \d)?)\*\* (\d{5}) \(([^)]*)\)", reference)
    assert len(named) == 17
    for name, code, sources in named:
        (unit,) = registry.find(code, SINCE)
        assert registry.find(f"xã {name}", SINCE, unit.parent) == (unit,)
        if sources != "unchanged":
            count = len(re.split(r", | \+ ", re.sub(r"; .*", "", sources.replace("**", ""))))
            assert len(registry.predecessors(unit.id)) == count, name


def test_cities_and_communes_of_each_date(reference: str) -> None:
    counts = {
        REFORM: (28, 6, 2621, 687),
        "2026-04-30": (27, 7, 2611, 697),
        SINCE: (25, 9, 2599, 709),
    }
    assert "25 tỉnh + 9 TP" in reference
    for day, expected in counts.items():
        assert count_kinds(load_units(), day) == expected


def count_kinds(registry: Registry, day: str) -> tuple[int, int, int, int]:
    states = [registry.unit(unit, day) for unit in registry.parents(day)]
    kinds = Counter((state.kind, state.prefix) for state in states if state)
    provinces, cities = kinds["province", "tỉnh"], kinds["province", "thành phố"]
    return provinces, cities, kinds["commune", "xã"], kinds["commune", "phường"]


def test_divided_communes_have_all_their_successors(reference: str) -> None:
    registry = load_units()
    after = registry.history().after
    old = [unit for unit in registry.parents(EVE) if registry.states(unit)[0].kind == "commune"]
    several = [unit for unit in old if len(after.get(unit, ())) > 1]
    assert "441 have more than one successor" in reference  # counted in another data set
    assert 430 <= len(several) <= 480
    for unit in several:
        assert not registry.place(unit, SINCE).whole
        assert {piece.unit for piece in registry.place(unit, SINCE).pieces} == {one.successor for one in after[unit]}
