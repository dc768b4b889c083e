"""What one thing costs, gets, holds or measures (mức hợp lý): wide bounds of general knowledge, ``data/plausible.tsv``.

Money in đồng; members of a group by the units they are counted in. Callers leave room beyond the bounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "plausible.tsv"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most of one thing; ``members``: the units that members of a group are counted in."""

    least: Decimal
    most: Decimal
    members: frozenset[str] = frozenset()


@cache
def price_bounds() -> Mapping[str, Bounds]:
    """What one costs in đồng, by the thing in small letters; goods by the ton are 'tấn gạo'."""
    return {f"{of} {thing}".strip().lower(): one for of, thing, one in _rows("price")}


@cache
def support_bounds() -> Mapping[str, Bounds]:
    """What one gets in đồng, by the kind of unit word: 'household', 'person'."""
    return {thing: one for _, thing, one in _rows("support")}


@cache
def member_bounds() -> Mapping[str, Bounds]:
    """How many belong to one group, by the group in small letters: 'tổ hòa giải'."""
    found: dict[str, Bounds] = {}
    for of, thing, one in _rows("members"):
        known = found.get(of, one).members
        found[of] = Bounds(one.least, one.most, known | {thing})
    return found


@cache
def rate_bounds() -> Mapping[tuple[str, str], Bounds]:
    """How many of one unit belong to one of another: ('học sinh', 'lớp')."""
    return {(of, per): one for of, per, one in _rows("rate")}


@cache
def measure_bounds() -> Mapping[str, Mapping[str, Bounds]]:
    """What is measured in a unit, by its name in small letters: {'tấn/ha': {'lúa': ...}}."""
    found: dict[str, dict[str, Bounds]] = {}
    for unit, name, one in _rows("measure"):
        found.setdefault(unit, {})[name] = one
    return found


@cache
def level_bounds() -> Mapping[tuple[str, str], Bounds]:
    """How much a unit of a level can have of what is counted so: ('commune', 'hộ')."""
    return {(of, thing): one for of, thing, one in _rows("level")}


@cache
def matter_bounds() -> Mapping[tuple[str, str], Bounds]:
    """How many hectares a unit of a level can have 'given' or 'sprayed', and how many it is 'whole'; how many beasts
    ('poultry', 'pigs', 'cattle') it keeps at most.
    """
    return {(of, thing): one for of, thing, one in _rows("matter")}


@cache
def rain_bounds() -> Mapping[int, Bounds]:
    """How many millimetres can fall in so many hours."""
    return {int(of): one for of, _, one in _rows("rain")}


@cache
def income_bounds(year: int) -> Bounds:
    """The income of a head and year, in đồng, that reports of ``year`` may tell of."""
    rows = sorted((int(until), one) for until, _, one in _rows("income"))
    return next((one for until, one in rows if year <= until), rows[-1][1])


@cache
def market_bounds() -> Mapping[tuple[str, str], Bounds]:
    """What goods cost in đồng by the unit that they are sold by: ('kg', 'gạo')."""
    return {(of, thing): one for of, thing, one in _rows("market")}


@cache
def road_bounds() -> Mapping[tuple[str, str], Bounds]:
    """How many metres a 'rural' road and 'any' can be 'rộng' and 'dày': ('rural', 'dày')."""
    return {(thing, of): one for of, thing, one in _rows("road")}


@cache
def thing_bounds() -> Mapping[tuple[str, str], Bounds]:
    """How much of a dimension one thing has, in m, m2, m3 or kg: ('dài', 'cầu dân sinh')."""
    return {(of, thing): one for of, thing, one in _rows("thing")}


@cache
def keeper_bounds() -> Mapping[str, Bounds]:
    """How many beasts one household keeps, by their name."""
    return {thing: one for _, thing, one in _rows("keeper")}


@cache
def work_bounds() -> Mapping[tuple[str, str], Bounds]:
    """What it costs in đồng to 'build' or 'keep' one thing, by its 'scale', or to 'invest' in all: ('build', 'chợ')."""
    return {(of, thing): one for of, thing, one in _rows("work")}


@cache
def owned_bounds() -> Mapping[str, Bounds]:
    """How many hectares of 'đất' and of 'rừng' one household or person is given."""
    return {thing: one for _, thing, one in _rows("owned")}


@cache
def use_bounds() -> Mapping[tuple[str, str], Bounds]:
    """What one uses or leaves in a time, by who and the unit: ('hộ', 'm3/tháng')."""
    return {(of, thing): one for of, thing, one in _rows("use")}


@cache
def fund_bounds() -> Mapping[str, Bounds]:
    """How many đồng the funds of one unit of a level hold: 'commune'."""
    return {of: one for of, _, one in _rows("fund")}


@cache
def session_bounds() -> Mapping[tuple[str, str], Bounds]:
    """How many people one session of a matter can take: ('buổi', 'tiếp công dân')."""
    return {(of, thing): one for of, thing, one in _rows("session")}


def _rows(kind: str) -> list[tuple[str, str, Bounds]]:
    """Each thing of each row of a kind, with what it is of."""
    found = []
    for line in DATA.read_text(encoding="utf-8").splitlines()[1:]:
        of_kind, of, things, least, most, _ = line.split("\t")
        if of_kind == kind:
            bounds = Bounds(Decimal(least), Decimal(most))
            found += [(one, thing, bounds) for one in of.split("|") for thing in things.split("|")]
    return found
