"""Made-up maps that merge and divide at random: nothing is lost, and nothing counts twice."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.model.units import Placed
from tongket.registry.series import series
from tongket.registry.units import Registry, load_units

SPANS = (("", "2009-12-31"), ("2010-01-01", "2019-12-31"), ("2020-01-01", ""))
DAYS = ("2005-06-30", "2015-06-30", "2026-11-01")


@st.composite
def maps(draw: st.DrawFn) -> str:
    """A units file: a province, two districts, three generations of communes; each commune becomes one or several of
    the next, with people stated or not, so that every commune came from something.
    """
    lines = ["id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame", "ms\tprovince\ttỉnh\tMẫu Sơn\tvn"]
    lines += [f"h{number}\tdistrict\thuyện\tHuyện {number}\tms" for number in (1, 2)]
    sizes = [draw(st.integers(1, 5)) for _ in SPANS]
    for age, (start, end) in enumerate(SPANS):
        for number in range(sizes[age]):
            became = draw(_became(age, number, sizes)) if age < 2 else ""
            parent = f"h{draw(st.integers(1, 2))}"
            lines.append(f"c{age}-{number}\tcommune\txã\tXã {age}{number}\t{parent}\t{start}\t{end}\t{became}")
    return "\n".join(lines) + "\n"


def _became(age: int, number: int, sizes: list[int]) -> st.SearchStrategy[str]:
    """The next generation's units that a commune became; those that nobody else may have made are its own."""
    must = {one for one in range(sizes[age + 1]) if one % sizes[age] == number}
    more = st.sets(st.integers(0, sizes[age + 1] - 1), min_size=0 if must else 1, max_size=3)
    return st.tuples(more, st.booleans(), st.lists(st.integers(1, 9), min_size=9, max_size=9)).map(
        lambda drawn: " ".join(
            f"c{age + 1}-{one}" + (f":people={drawn[2][one]}" if drawn[1] else "") for one in sorted(must | drawn[0])
        )
    )


def load(text: str) -> Registry:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "u.tsv"
        file.write_text(text, encoding="utf-8")
        return load_units(file)


def communes(registry: Registry, day: str) -> list[str]:
    units = (f"c{age}-{number}" for age in range(3) for number in range(5))
    return [unit for unit in units if registry.alive(unit, day)]


@settings(deadline=None, max_examples=15)
@given(maps())
def test_each_commune_of_each_map_lies_in_each_other_map_once(text: str) -> None:
    registry = load(text)
    for seen in DAYS:
        for day in DAYS:
            for unit in communes(registry, seen):
                placed = registry.place(unit, day)
                assert registry.place(placed.target, day) == Placed(placed.target)
                assert placed.target != "vn"
                pieces = {piece.unit for piece in placed.pieces} or {placed.target}
                assert pieces <= set(communes(registry, day))
                if placed.whole:
                    assert len(pieces) == 1
                else:
                    assert all(placed.target in registry.map(day).line(piece) for piece in pieces)


@settings(deadline=None, max_examples=15)
@given(maps())
def test_portions_add_up_to_the_whole(text: str) -> None:
    registry = load(text)
    for seen in DAYS:
        for day in DAYS:
            for unit in communes(registry, seen):
                sums: dict[str, Fraction] = {}
                for piece in registry.place(unit, day).pieces:
                    for one in piece.portions:
                        sums[one.key] = sums.get(one.key, Fraction(0)) + one.portion
                assert set(sums.values()) <= {Fraction(1)}


@settings(deadline=None, max_examples=15)
@given(maps())
def test_a_map_holds_all_of_the_one_before(text: str) -> None:
    """What is placed whole, and the pieces of what is not, reach every commune; each series says the same."""
    registry = load(text)
    for seen, day in pairwise(DAYS):
        placed = registry.map_of(day, communes(registry, seen))
        reached = {one.target for one in placed.values() if one.whole}
        reached |= {piece.unit for one in placed.values() for piece in one.pieces}
        assert reached == set(communes(registry, day))
        for unit in communes(registry, day):
            wholes = {part.unit for part in series(registry, unit, day) if part.whole} & set(placed)
            assert wholes == {old for old, one in placed.items() if one.whole and one.target == unit}
