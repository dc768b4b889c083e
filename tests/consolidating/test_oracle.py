"""Totals against a second, plain reckoning of the same rules (design, rules 4 to 6), over random cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.consolidating.rollup import rollup
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Round
from tongket.registry.units import Registry, load_units

UNITS = (
    "id\tkind\tprefix\tname\tparent\n"
    "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
    + "".join(f"h{h}\tdistrict\thuyện\tHuyện {h}\tms\n" for h in (1, 2))
    + "".join(f"x{h}{x}\tcommune\txã\tXã {h}{x}\th{h}\n" for h in (1, 2) for x in (1, 2))
)
BELOW = {"ms": ("h1", "h2"), "h1": ("x11", "x12"), "h2": ("x21", "x22")}
FLOW, STOCK = Indicator("flow", "", ""), Indicator("stock", "", "", over_time="latest")
SHARE = Indicator("share", "", "%", "share", 2, "ratio", "ratio", "flow", "stock", 100)
PERIODS = ("2021-01-01/2021-12-31", "2022-01-01/2022-12-31")
ROUND = Round("p", "ms", "", "", "2021-01-01", "2022-12-31")
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 5, "", "", 0.6, (), (FLOW, STOCK, SHARE),
    (), (), (), (),
)  # fmt: skip


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file = tmp_path_factory.mktemp("units") / "units.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


def said(unit: str, indicator: str, extent: str, year: int, revision: int, ends: tuple[int, int]) -> Observation:
    period = PERIODS[year] if indicator == "flow" else f"/{PERIODS[year][-10:]}"
    low, high = min(ends), max(ends)
    return Observation(
        indicator, "", unit, extent, period, f"UBND {unit}", "p", 1, revision, low, high if high > low else None, 0,  # type: ignore[arg-type]  # texts of a test
        "", "", "reported", "read", 1.0, "", "", 0, 0, "",
    )  # fmt: skip


class Sum(NamedTuple):
    low: int
    high: int
    reported: int


class Oracle:
    """The rules, one after the other, in the words of the design."""

    def __init__(self, observations: Sequence[Observation]) -> None:
        latest: dict[tuple[object, ...], Observation] = {}
        for one in observations:  # a later revision stands for the earlier; of equal ones the last
            kept = latest.get((one.key,))
            if kept is None or one.revision >= kept.revision:
                latest[one.key,] = one
        answers: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
        for one in latest.values():
            answers[one.indicator, one.unit, one.extent].append(one)
        self.values = {key: self._over_time(key[0], found) for key, found in answers.items()}

    def _over_time(self, indicator: str, found: list[Observation]) -> Sum:
        if indicator == "stock":
            found = [max(found, key=lambda one: one.period)]
        ends = [(one.amount or 0, one.amount if one.amount_high is None else one.amount_high) for one in found]
        return Sum(sum(low for low, _ in ends), sum(high or 0 for _, high in ends), 1)

    def whole(self, indicator: str, unit: str) -> Sum | None:
        """A unit's area: what it states, or else own work and the units below; at the top, units below come first."""
        stated, own = self.values.get((indicator, unit, "area")), self.values.get((indicator, unit, "own"))
        below = [part for part in (self.whole(indicator, child) for child in BELOW.get(unit, ())) if part]
        if stated and not (unit == "ms" and below):
            return stated
        parts = [*below, *([own._replace(reported=0 if below else 1)] if own else [])]
        return Sum(*map(sum, zip(*parts, strict=True))) if parts else None

    def parts(self, unit: str) -> tuple[int, int] | None:
        """Both parts of the ratio, from bodies that gave both as single numbers; stated areas as in ``whole``."""

        def both(extent: str) -> tuple[int, int] | None:
            pair = [self.values.get((name, unit, extent)) for name in ("flow", "stock")]
            if any(one is None or one.low != one.high for one in pair):
                return None
            return pair[0].low, pair[1].low  # type: ignore[union-attr]  # None was looked for above

        stated, own = both("area"), both("own")
        below = [part for part in (self.parts(child) for child in BELOW.get(unit, ())) if part]
        if stated and not (unit == "ms" and below):
            return stated
        found = [*below, *([own] if own else [])]
        return (sum(top for top, _ in found), sum(bottom for _, bottom in found)) if found else None


answers = st.builds(
    said,
    st.sampled_from(["ms", "h1", "h2", "x11", "x12", "x21", "x22"]),
    st.sampled_from(["flow", "stock"]),
    st.sampled_from(["own", "area"]),
    st.integers(0, 1),
    st.integers(1, 2),
    st.tuples(st.integers(0, 60), st.integers(0, 60)) | st.integers(0, 60).map(lambda n: (n, n)),
)


def top_of(found: Sequence[Rollup], indicator: str) -> Rollup | None:
    return next((one for one in found if (one.indicator, one.unit, one.extent) == (indicator, "ms", "area")), None)


@settings(max_examples=40, deadline=None)
@given(observations=st.lists(answers, max_size=24))
def test_every_total_is_that_of_the_plain_reckoning(registry: Registry, observations: list[Observation]) -> None:
    found, oracle = rollup(observations, PROGRAMME, ROUND, registry), Oracle(observations)
    for indicator in ("flow", "stock"):
        expected, top = oracle.whole(indicator, "ms"), top_of(found, indicator)
        if expected is None:
            assert top is None or top.amount is None
            continue
        if top is None:  # the top alone said it, of its own work: nothing was added up
            assert all(one.unit == "ms" for one in observations if one.indicator == indicator)
            continue
        high = top.amount if top.amount_high is None else top.amount_high
        assert (top.amount, high, top.reported) == expected
    parts, top = oracle.parts("ms"), top_of(found, "share")
    if parts is None or not parts[1]:
        assert top is None or top.amount is None
    elif top is not None:
        share = (Decimal(100 * 100 * parts[0]) / parts[1]).to_integral_value(rounding=ROUND_HALF_UP)
        assert (top.numerator, top.denominator, top.amount) == (*parts, int(share))
