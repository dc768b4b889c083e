"""The statements that add up level by level, and show the sums by a view; see ``statements.py``."""

# ruff: noqa: S608 - the statements are put together from the columns and numbers of this package alone

from __future__ import annotations

from collections.abc import Iterator

from tongket.consolidating.shape import COUNT, LATEST, MADE, MAX, MIN, SUM, Shape, Step

# What stands at depth N + 1 and is added into depth N. A lowest unit with one answer is its own whole.
_CHILD = (
    "slot, way, parent, period, low, high, den, reported, conflict, clash, approximate, above, below, estimated, late"
)
LEAVES = "select {columns}, 0 as delta from part where solo = 1 and depth = {depth} and {ways}"
CLIMBERS = "select {columns}, delta from climb_{depth} where {ways}"
STRAYS = """
select part.slot, part.way, part.parent, part.period, cast(null as bigint), cast(null as bigint),
    cast(null as bigint), 0, 0, 0, 0, 0, 0, 0, 0, 1 - coalesce(ask.expected, 0)
from part
join slot on slot.slot = part.slot
left join ask on ask.asking = slot.asking and ask.node = part.node
where part.solo = 1 and part.depth = {depth} and part.unasked = 1 and {ways}
"""

_COUNTS = """
    cast(sum(reported) as bigint) as reported, cast(sum(conflict) as bigint) as conflict,
    cast(sum(clash) as bigint) as clash, cast(sum(approximate) as bigint) as approximate,
    cast(sum(above) as bigint) as above, cast(sum(below) as bigint) as below,
    cast(sum(estimated) as bigint) as estimated, max(late) as late, cast(sum(delta) as bigint) as delta
"""
ADDED = f"""
select slot, way, parent as node, period, {{low}} as low, {{high}} as high, cast(sum(den) as bigint) as den, {_COUNTS}
from ({{children}}) as child group by slot, way, parent, period
"""
_PICKED = (
    f"case way when {MAX} then max(case when way = {MAX} then {{end}} end)"
    f" when {MIN} then min(case when way = {MIN} then {{end}} end)"
    f" else cast(sum(case when way in ({MADE}, {SUM}, {COUNT}) then {{end}} end) as bigint) end"
)
LAST = f"""
select child.slot, child.way, child.parent as node, child.period,
    max(case when child.late = lately.newest then child.low end) as low,
    max(case when child.late = lately.newest then child.high end) as high, cast(null as bigint) as den, {_COUNTS}
from ({{children}}) as child
join (select slot, parent, period, max(late) as newest from ({{children}}) as either group by slot, parent, period)
    as lately on lately.slot = child.slot and lately.parent = child.parent and lately.period = child.period
group by child.slot, child.way, child.parent, child.period
"""

_OWN, _AREA, _BELOW = 0, 1, 2


def _sums(names: str, kinds: str) -> str:
    return ", ".join(
        f"cast(sum(case when kind {kinds} then {name} end) as bigint) as sum_{name}" for name in names.split()
    )


def _areas(names: str) -> str:
    return ", ".join(f"max(case when kind = {_AREA} then {name} end) as area_{name}" for name in names.split())


# One level: a unit's own work and the units below it add up, unless the unit itself states the whole area.
# At the top (depth 0) what is below counts first, and a stated area only where its owner states it or nobody is below.
_MET = f"""
select slot, way, node, period,
    max(case when kind = {_AREA} then 1 else 0 end) as has_area,
    max(case when kind <> {_AREA} then 1 else 0 end) as has_sum,
    max(case when kind = {_BELOW} then 1 else 0 end) as has_below,
    {_areas("low high den owned reported conflict clash approximate above below estimated late")},
    {_sums("den conflict clash approximate above below estimated", f"<> {_AREA}")},
    max(case when kind <> {_AREA} then late end) as sum_late,
    coalesce(sum(case when kind = {_BELOW} then delta end), 0) as delta,
    sum(case when kind = {_BELOW} then reported end) as below_reported,
    sum(case when kind = {_OWN} then reported end) as own_reported,
    max(case when kind = {_OWN} then late end) as own_late, max(case when kind = {_BELOW} then late end) as below_late,
    max(case when kind = {_OWN} then low end) as own_low, max(case when kind = {_BELOW} then low end) as below_low,
    max(case when kind = {_OWN} then high end) as own_high, max(case when kind = {_BELOW} then high end) as below_high,
    cast(sum(case when kind <> {_AREA} then low end) as bigint) as added_low,
    cast(sum(case when kind <> {_AREA} then high end) as bigint) as added_high
from (
    select slot, way, node, period, area as kind, owned, low, high, den, reported, conflict, clash, approximate,
        above, below, estimated, late, 0 as delta
    from part where depth = {{depth}} and solo = 0
    {{below}}
) as pieces
group by slot, way, node, period
"""

_FROM_BELOW = f"""union all
    select slot, way, node, period, {_BELOW}, 0, low, high, den, reported, conflict, clash, approximate, above,
        below, estimated, late, delta
    from below_{{depth}}"""


def _either(end: str) -> str:
    """The end of a unit's own work and what is below it, by the slot's way."""
    own, below = f"own_{end}", f"below_{end}"
    return f"""case way
        when {MAX} then case when {own} is null or {below} > {own} then {below} else {own} end
        when {MIN} then case when {own} is null or {below} < {own} then {below} else {own} end
        when {LATEST} then case
            when below_late is null or own_late > below_late then {own}
            when own_late is null or below_late > own_late then {below}
            when below_low is null or own_low > below_low then {own} else {below} end
        else added_{end} end"""


_DECIDED = f"""
select met.*, {_either("low")} as sum_low, {_either("high")} as sum_high,
    case when has_below = 1 then below_reported else own_reported end as sum_reported
from ({_MET}) as met
"""

_STATED = """
select decided.*, case when has_area = 0 then 0 when has_sum = 0 then 1
    when area_low is not null and area_owned = 1 then 1
    when area_owned = -1 and has_below = 1 and sum_low is not null then 0
    when {depth} = 0 and has_below = 1 and sum_low is not null then 0
    when area_low is not null or area_conflict + area_clash > 0 then 1
    when sum_low is not null then 0 else 1 end as stated
from ({decided}) as decided
"""

_EXPECTED_BELOW = "case when coalesce(ask.beneath, 0) + delta > 0 then coalesce(ask.beneath, 0) + delta else 1 end"


def _taken(names: str) -> str:
    return ", ".join(f"case stated when 1 then area_{name} else sum_{name} end as {name}" for name in names.split())


CLIMB = f"""
select level.slot, level.way, level.node, node.parent, {{depth}} as depth, level.period, stated, has_below,
    {_taken("low high den reported conflict clash approximate above below estimated late")},
    {{known}} * case stated when 1 then 1 else {_EXPECTED_BELOW} end as expected,
    {{known}} * (case stated when 1 then 1 else {_EXPECTED_BELOW} end - coalesce(ask.expected, 0)) as delta,
    case when area_owned >= 0 then area_low end as area_low, area_high, sum_low, sum_high, sum_reported,
    sum_approximate,
    {{known}} * {_EXPECTED_BELOW} as sum_expected
from ({{stated}}) as level
join node on node.node = level.node
join slot on slot.slot = level.slot
left join ask on ask.asking = slot.asking and ask.node = level.node
"""

# What each unit said itself: its own work, and its area where nobody below it answers; ``added`` 1: the ratio of both
# parts that it gave, where it does not state the ratio.
SAID_OF_UNITS = """
select slot, node, period, area, 0 as added, low, high, cast(null as bigint) as den, conflict, clash,
    approximate, above, below, estimated
from filled where area = 0 or solo = 1
{whole_areas}
{ratios}
"""
# Of units that have others below them, or a choice between both extents.
WHOLE_AREAS = """union all
select filled.slot, filled.node, filled.period, filled.area, 0, filled.low, filled.high, cast(null as bigint),
    filled.conflict, filled.clash, filled.approximate, filled.above, filled.below, filled.estimated
from filled
left join whole on whole.slot = filled.slot and whole.node = filled.node and whole.period = filled.period
    and whole.has_below = 1
where filled.area = 1 and filled.solo = 0 and whole.slot is null
"""
RATIOS = """union all
select pairs.slot, pairs.node, pairs.period, 1, 1, pairs.low, pairs.low, pairs.den, 0, 0, pairs.approximate, 0, 0,
    pairs.estimated
from pairs
left join filled on filled.slot = pairs.slot and filled.node = pairs.node and filled.period = pairs.period
left join whole on whole.slot = pairs.slot and whole.node = pairs.node and whole.period = pairs.period
    and whole.has_below = 1
left join pairs as area on area.slot = pairs.slot and area.node = pairs.node and area.period = pairs.period
    and area.area = 1
where filled.slot is null and whole.slot is null and (pairs.area = 1 or area.slot is null)
"""

ROLLUP = """
select slot, node, period, 1 as area, 1 as added, low, high, den, reported, expected, conflict, clash, approximate,
    above, below, estimated
from whole where has_below = 1
union all
select slot, node, period, area, added, case when conflict + clash > 0 then null else low end,
    case when conflict + clash > 0 then null else high end, den, case when conflict + clash > 0 then 0 else 1 end, 1,
    conflict, clash, approximate, above, below, estimated
from said_of_units
"""


# The wholes and own works of units that are shown elsewhere, by the unit in which they are shown.
SEATED = f"""
select seat.target, seat.node, wholes.slot, wholes.way, wholes.period, 1 as area, wholes.low, wholes.high, wholes.den,
    wholes.reported, wholes.expected, wholes.conflict, wholes.clash, wholes.approximate, wholes.above, wholes.below,
    wholes.estimated, wholes.late
from seat
join (
    select slot, way, node, period, stated, low, high, den, reported, expected, conflict, clash, approximate, above,
        below, estimated, late
    from whole
    union all
    select slot, way, node, period, 1, low, high, den, reported, {{known}}, conflict, clash, approximate, above, below,
        estimated, late
    from part where solo = 1
) as wholes on wholes.node = seat.node
where seat.target >= 0 and (seat.beside = 0 or wholes.stated = 1)
union all
select seat.target, seat.node, part.slot, part.way, part.period, 0, part.low, part.high, part.den, part.reported,
    part.reported, part.conflict, part.clash, part.approximate, part.above, part.below, part.estimated, part.late
from seat join part on part.node = seat.node and part.area = 0
where seat.own = 1 and part.way <> {MADE}
"""

SEATED_LATELY = f"""
select target, slot, period, area, max(late) as late from seated where way = {LATEST}
group by target, slot, period, area
"""

VIEWED = f"""
select seated.slot, seated.target, seated.period, seated.area, count(*) as nodes,
    case seated.way when {MAX} then max(seated.low) when {MIN} then min(seated.low)
        when {LATEST} then max({{low}})
        else cast(sum(seated.low) as bigint) end as low,
    case seated.way when {MAX} then max(seated.high) when {MIN} then min(seated.high)
        when {LATEST} then max({{high}})
        else cast(sum(seated.high) as bigint) end as high,
    cast(sum(seated.den) as bigint) as den, cast(sum(seated.reported) as bigint) as reported,
    cast(sum(seated.expected) as bigint) as expected, cast(sum(seated.conflict) as bigint) as conflict,
    cast(sum(seated.clash) as bigint) as clash, cast(sum(seated.approximate) as bigint) as approximate,
    cast(sum(seated.above) as bigint) as above, cast(sum(seated.below) as bigint) as below,
    max(seated.estimated) as estimated
from seated
{{lately}}
group by seated.slot, seated.target, seated.period, seated.area, seated.way
"""

_WITH_LATELY = """left join seated_lately as lately on lately.target = seated.target and lately.slot = seated.slot
    and lately.period = seated.period and lately.area = seated.area"""

# What is shown: by unit, not by node. Units that are simply themselves pass by.
SHOWN = """
select rollup.slot, node.unit, rollup.period, rollup.area, rollup.added, rollup.low, rollup.high, rollup.den,
    rollup.reported, rollup.expected, rollup.conflict, rollup.clash, rollup.approximate, rollup.above, rollup.below,
    rollup.estimated
from rollup join node on node.node = rollup.node
"""
SHOWN_ELSEWHERE = """left join seat on seat.node = rollup.node
where seat.node is null
union all
select slot, target, period, area, area, low, high, den, reported, expected, conflict, clash, approximate, above, below,
    estimated
from viewed
"""


def viewed(shape: Shape) -> Iterator[Step]:
    """The figures of units that are shown elsewhere."""
    if LATEST not in shape.ways:
        yield Step("viewed", VIEWED.format(low="seated.low", high="seated.high", lately=""))
        return
    yield Step("seated_lately", SEATED_LATELY)
    ends = {end: f"case when seated.late = lately.late then seated.{end} end" for end in ("low", "high")}
    yield Step("viewed", VIEWED.format(**ends, lately=_WITH_LATELY))


def level(depth: int, shape: Shape) -> Iterator[Step]:
    """The wholes of the units at one depth, from those below."""
    below = ""
    if depth < shape.deepest:
        yield Step(f"below_{depth}", " union all ".join(_sums_of(depth + 1, shape)))
        below = _FROM_BELOW.format(depth=depth)
    stated = _STATED.format(depth=depth, decided=_DECIDED.format(depth=depth, below=below))
    yield Step(f"climb_{depth}", CLIMB.format(depth=depth, stated=stated, known=int(shape.known)))


def _sums_of(depth: int, shape: Shape) -> Iterator[str]:
    """What is at ``depth``, added into the level above: in one go, but for the latest of several units."""
    end = _PICKED if {MAX, MIN} & shape.ways else "cast(sum({end}) as bigint)"
    ends = {name: end.format(end=name) for name in ("low", "high")}
    rest = f"way <> {LATEST}" if LATEST in shape.ways else "1 = 1"
    yield ADDED.format(children=_children(depth, shape, rest), **ends)
    if LATEST in shape.ways:
        yield LAST.format(children=_children(depth, shape, f"way = {LATEST}"))


def _children(depth: int, shape: Shape, ways: str) -> str:
    found = [
        LEAVES.format(columns=_CHILD, depth=depth, ways=ways),
        CLIMBERS.format(columns=_CHILD, depth=depth, ways=ways),
    ]
    if shape.known and shape.unasked:
        found.append(STRAYS.format(depth=depth, ways=ways.replace("way ", "part.way ")))
    return " union all ".join(found)
