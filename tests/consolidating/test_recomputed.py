"""Every engine against a second reckoning, written from the design's rules 4 to 7 alone, in fractions."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import floor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.consolidating.engines import Engine
from tongket.consolidating.inputs import Question
from tongket.consolidating.rollup import input_rows, rolled_in
from tongket.consolidating.tables import OBS
from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Asked, Round
from tongket.registry.units import Registry, load_units

UNITS = (
    "id\tkind\tprefix\tname\tparent\nms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
    "h1\tdistrict\thuyện\tMột\tms\nh2\tdistrict\thuyện\tHai\tms\n"
    + "".join(f"x{h}{x}\tcommune\txã\tXã {h}{x}\th{h}\n" for h in (1, 2) for x in (1, 2))
)
BELOW = {"ms": ("h1", "h2"), "h1": ("x11", "x12"), "h2": ("x21", "x22")}
DIMENSIONS = {"org": ("mttq", "dtn"), "sex": ("nam", "nu")}
INDICATORS = (
    Indicator("flow", "", "", dimensions=("org", "sex")),
    Indicator("stock", "", "", over_time="latest", dimensions=("org", "sex")),
    Indicator("owned", "", "", owner="mttq", levels=("commune",)),
    Indicator("most", "", "", over_units="max", over_time="max"),
    Indicator("least", "", "", over_units="min", over_time="min"),
    Indicator("units", "", "", over_units="count-units"),
    Indicator("share", "", "%", "share", 2, "ratio", "ratio", "flow", "stock", 100),
    Indicator("mean", "", "", "decimal", 1, "weighted", "latest", weight="stock"),
)
BY_CODE = {one.code: one for one in INDICATORS}
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 5, "", "", 0.6,
    tuple(Dimension(code, "", tuple(DimensionValue(v, "") for v in values)) for code, values in DIMENSIONS.items()),
    INDICATORS, (), (), (), (),
)  # fmt: skip
ROUND = Round(
    "p", "ms", "", "", "2021-01-01", "2022-12-31", asked=(Asked("x11", ""), Asked("x12", ""), Asked("x21", ""))
)
PERIODS = ("2021-01-01/2021-12-31", "2022-01-01/2022-12-31", "2021-07-01/2022-06-30", "/2022-12-31")
CELLS = ("", "", "mttq", "dtn", "nam", "mttq+nam", "mttq+nu", "dtn+nu")


def observation(draw: Callable[[Sequence[object]], object]) -> Observation:
    """An answer, each of its fields drawn from a list."""
    one = str(draw([one.code for one in INDICATORS if one.code != "share"]))
    body, kind = draw((("UBND", "ubnd"), ("VP UBND", "ubnd"), ("MTTQ", "mttq")))  # type: ignore[misc]  # drawn
    low, wide = draw(range(60)), draw((0, 0, 0, 7))
    return Observation(
        one, str(draw(CELLS)) if BY_CODE[one].dimensions else "",
        str(draw(("ms", "h1", "h2", "x11", "x12", "x21", "x22"))), draw(("own", "area")),  # type: ignore[arg-type]  # drawn
        str(draw(PERIODS)), body, "p", 1, draw((1, 1, 2)), low,  # type: ignore[arg-type]  # drawn
        low + wide if wide else None, BY_CODE[one].scale, "", "",  # type: ignore[operator]  # drawn
        draw(("reported",) * 5 + ("none-occurred", "not-applicable", "pending", "estimated", "missing")),  # type: ignore[arg-type]  # drawn
        "read", 1.0, "", "", 0, 0, "", body_kind=kind,
    )  # fmt: skip


def random_answers(seed: int, count: int) -> list[Observation]:
    return [observation(random.Random(seed * count + n).choice) for n in range(count)]


@dataclass(frozen=True)
class Value:
    """What a unit, or several together, answered: None without a number. ``bad``: nobody can say which is right."""

    low: Fraction | None
    high: Fraction | None
    reported: int = 1
    bad: bool = False
    owned: bool = False
    made_of_some: bool = False
    den: Fraction | None = None


class Reckoning:
    def __init__(self, observations: Sequence[Observation]) -> None:
        latest: dict[object, Observation] = {}
        for one in observations:  # the latest revision; of equal ones the last
            if one.key not in latest or one.revision >= latest[one.key].revision:
                latest[one.key] = one
        said: dict[tuple[str, str, str, str], dict[tuple[str, bool], list[Observation]]] = defaultdict(dict)
        for one in latest.values():
            if one.status in ("reported", "estimated", "none-occurred", "not-applicable"):
                found = said[one.indicator, one.cell, one.unit, one.extent]
                found.setdefault((one.body, _answers_for_it(one)), []).append(one)
        self.stated = {key: self._of_bodies(key, bodies) for key, bodies in said.items()}

    def _over_time(self, code: str, found: list[Observation]) -> Value:
        how = BY_CODE[code].over_time
        spans = [one.period.split("/") for one in found]
        bad = how == "sum" and any(a[0] <= b[1] and b[0] <= a[1] for a, b in combinations(spans, 2))
        if how not in ("sum", "max", "min"):
            found = [max(found, key=lambda one: (one.period.split("/")[1], one.period.split("/")[0]))]
        ends = [_ends(one) for one in found]
        join = {"max": max, "min": min}.get(how, sum)
        lows, highs = ([end[side] for end in ends if end] for side in (0, 1))
        return Value(*((Fraction(join(lows)), Fraction(join(highs))) if lows else (None, None)), bad=bad)

    def _of_bodies(self, key: tuple[str, str, str, str], bodies: dict[tuple[str, bool], list[Observation]]) -> Value:
        code = key[0]
        heads = [who for who in bodies if who[1]]
        values = [self._over_time(code, bodies[who]) for who in (heads or bodies)]
        first = values[0]
        numbers = {(one.low, one.high) for one in values if one.low is not None}
        bad = any(one.bad for one in values) or len(numbers) > 1
        low, high = next(iter(numbers)) if len(numbers) == 1 else (first.low, first.high)
        return Value(low, high, bad=bad, owned=bool(BY_CODE[code].owner and heads))

    def value(self, code: str, cell: str, unit: str, extent: str) -> Value | None:
        """What a unit said, or the sum of the cells of the first dimension that gives any."""
        found = self.stated.get((code, cell, unit, extent))
        if found or BY_CODE[code].over_units != "sum":
            return found
        named = set(cell.split("+")) - {""}
        for dimension in BY_CODE[code].dimensions:
            values = DIMENSIONS[dimension]
            if named & set(values):
                continue
            finer = [_cell({*named, value}) for value in values]
            parts = [part for one in finer if (part := self.value(code, one, unit, extent))]
            if parts:
                some = len(parts) < len(values) or any(part.made_of_some for part in parts)
                low, high = ([getattr(p, end) for p in parts if getattr(p, end) is not None] for end in ("low", "high"))
                return Value(
                    sum(low, Fraction()) if low else None, sum(high, Fraction()) if high else None,
                    bad=any(part.bad for part in parts), made_of_some=some and extent == "area" and unit in BELOW,
                )  # fmt: skip
        return None

    def part(self, code: str, cell: str, unit: str, extent: str) -> Value | None:
        """What goes into the sums above; of a ratio both parts, where both are single numbers."""
        one = BY_CODE[code]
        if one.over_units in ("ratio", "weighted"):
            names = (one.numerator, one.denominator) if one.over_units == "ratio" else (code, one.weight)
            pair = [self.value(name, cell, unit, extent) for name in names]
            if any(half is None or half.bad or half.low is None or half.low != half.high for half in pair):
                return None
            top, bottom = pair[0].low, pair[1].low  # type: ignore[union-attr]  # None was looked for above
            assert top is not None
            assert bottom is not None
            return Value(top * bottom if one.over_units == "weighted" else top, None, den=bottom)
        found = self.value(code, cell, unit, extent)
        if found and found.bad:
            return Value(None, None, 0, True, found.owned, found.made_of_some)
        if found and one.over_units == "count-units" and found.low is not None:
            return Value(Fraction(found.low > 0), Fraction(found.low > 0), owned=found.owned)
        return found

    def whole(self, code: str, cell: str, unit: str) -> Value | None:
        """What the unit states of its area, or its own work and the units below; at the top those below come first."""
        area, own = (self.part(code, cell, unit, extent) for extent in ("area", "own"))
        below = [found for child in BELOW.get(unit, ()) if (found := self.whole(code, cell, child))]
        summed = self._together(code, [*below, *([own] if own else [])], bool(below), own)
        if not area or not summed:
            return area or summed
        says = area.low is not None or area.den is not None
        sums = summed.low is not None
        if says and area.owned and not area.made_of_some:
            return area
        if area.made_of_some and below and sums:
            return summed
        if unit == "ms" and below and sums:
            return summed
        if says or area.bad:
            return area
        return summed if sums else area

    def _together(self, code: str, parts: list[Value], has_below: bool, own: Value | None) -> Value | None:
        if not parts:
            return None
        join = {"max": max, "min": min}.get(BY_CODE[code].over_units, sum)
        lows, highs, dens = ([v for p in parts if (v := getattr(p, end)) is not None] for end in ("low", "high", "den"))
        reported = sum(part.reported for part in parts) - (own.reported if own and has_below else 0)
        ends = [Fraction(join(found)) if found else None for found in (lows, highs)]
        return Value(*ends, reported=reported, den=sum(dens, Fraction()) if dens else None)


def _answers_for_it(one: Observation) -> bool:
    owner = BY_CODE[one.indicator].owner
    return one.body_kind == owner if owner else one.body_kind in one.cell.split("+")


def _ends(one: Observation) -> tuple[int, int] | None:
    if one.status == "none-occurred":
        return 0, 0
    if one.status == "not-applicable" or one.amount is None:
        return None
    return one.amount, one.amount if one.amount_high is None else one.amount_high


def _cell(values: set[str]) -> str:
    return "+".join(value for found in DIMENSIONS.values() for value in found if value in values)


def _rounded(value: Fraction) -> int:
    return floor(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1)


def amount_of(code: str, value: Value) -> int | None:
    one = BY_CODE[code]
    if one.over_units not in ("ratio", "weighted"):
        return None if value.low is None else int(value.low)
    if value.low is None or not value.den:
        return None
    times = one.factor * 10**one.scale if one.over_units == "ratio" else 1
    return _rounded(value.low * times / value.den)


def wholes(rollups: Sequence[Rollup]) -> dict[tuple[str, str, str], Rollup]:
    return {(one.indicator, one.cell, one.unit): one for one in rollups if one.extent == "area" and one.unit in BELOW}


def check(engine: Engine, observations: list[Observation], registry: Registry) -> None:
    engine.fill(OBS, input_rows(observations))
    found = wholes(rolled_in(engine, observations, Question(PROGRAMME, ROUND, registry)).rollups)
    reckoning = Reckoning(observations)
    cells = {"flow": set(CELLS), "stock": set(CELLS), "share": set(CELLS)}
    for one in INDICATORS:
        for cell in cells.get(one.code, {""}):
            for unit in BELOW:
                if not any(reckoning.whole(one.code, cell, child) for child in BELOW[unit]):
                    continue  # nothing is added up: what the unit said itself stands as it is
                expected, total = reckoning.whole(one.code, cell, unit), found[one.code, cell, unit]
                assert expected
                where = (one.code, cell, unit, expected)
                assert (total.amount, where) == (amount_of(one.code, expected), where)
                if one.over_units == "sum":
                    high = total.amount if total.amount_high is None else total.amount_high
                    assert (high, total.reported, where) == (expected.high, expected.reported, where)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file: Path = tmp_path_factory.mktemp("units") / "units.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


answers = st.lists(
    st.builds(observation, st.builds(lambda r: r.choice, st.randoms(use_true_random=False))), max_size=30
)


@settings(max_examples=20, deadline=None)
@given(answers)
def test_on_sqlite(sqlite: Engine, registry: Registry, observations: list[Observation]) -> None:
    check(sqlite, observations, registry)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("count", [25, 150])
def test_on_duckdb(duckdb: Engine, registry: Registry, seed: int, count: int) -> None:
    check(duckdb, random_answers(seed, count), registry)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("count", [25, 150])
def test_on_postgresql(on_postgresql: Engine, registry: Registry, seed: int, count: int) -> None:
    check(on_postgresql, random_answers(seed, count), registry)


@pytest.mark.spark
def test_on_spark(spark: Engine, registry: Registry) -> None:
    check(spark, random_answers(1, 150), registry)
