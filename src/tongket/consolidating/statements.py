"""The statements that consolidate, in the SQL that DuckDB, SQLite, PostgreSQL and Spark agree on.

They add, count and pick; they never divide. ``steps`` names them in order; each is one SELECT over the tables of
``tables.py`` and the results before it, in this order::

    said       the observations with codes as numbers, and what each means as a number
    revised    answers given more than once: which revision counts
    answer     one row for each answer that counts
    clashing   values to be added whose periods overlap
    timed      one value for each body and period
    crowd      indicators and units with several bodies, or with both extents
    settled    one value for each unit and extent: the owner's; without one, what all its bodies agree on
    filled     with the totals over dimensions that a unit did not state
    part       what each unit puts into the sums above it
    below_N    what the units below put into each unit at depth N
    climb_N    the whole of each unit at depth N
    whole      the whole of every unit that has units below it, or a choice between both extents
    rollup     all of it: wholes, and what each unit said itself (said_of_units), by node
    viewed     the figures of units that are shown elsewhere than where they reported
    shown      all of it by unit, as the view that is asked for shows it

Every key is a number: slot (indicator and cell), node (a unit at its place), period. ``low``/``high`` are the ends of
a range, equal for a single value; null: answered, but without a number. A sum that leaves 64 bits is an error in every
engine. No window runs over all rows: who has one body, one revision and one extent, as nearly all have, passes by.
"""

# ruff: noqa: S608 - the statements are put together from the columns and numbers of this module alone

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

# Ways of adding up over units (slot.way) and over time (slot.timing).
MADE, SUM, MAX, MIN, LATEST, COUNT = 0, 1, 2, 3, 4, 5  # MADE: of other indicators' sums (ratio, weighted)
WAYS = {
    "sum": SUM, "latest": LATEST, "max": MAX, "min": MIN, "count-units": COUNT, "count-yes": COUNT, "ratio": MADE,
    "weighted": MADE, "none": MAX,
}  # fmt: skip
UPWARDS = ("hơn", "trên", "ít nhất", "tối thiểu", "không dưới", "trở lên", "từ ... trở lên", ">", ">=", "≥")
DOWNWARDS = (
    "dưới", "gần", "chưa đến", "chưa tới", "chưa đầy", "không quá", "tối đa", "trở xuống", "từ ... trở xuống",
    "<", "<=", "≤",
)  # fmt: skip


class Step(NamedTuple):
    """A named SELECT. ``view``: worth keeping as a view in every engine; ``large``: in those that are lazy."""

    name: str
    select: str
    view: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What the inputs hold, so that nothing runs for what does not occur.

    ``unique``: the source keeps each revision of an answer once, so that only later ones need looking at.
    ``several_spans``: a period holds several; ``overlaps``: some of them share days; ``folds``: numbers of dimensions
    at which totals may be missing, the most first; ``ways``: those of the slots.
    """

    deepest: int
    ways: frozenset[int]
    unique: bool = False
    several_spans: bool = True
    overlaps: bool = True
    crowded: bool = True
    folds: tuple[int, ...] = ()
    made: bool = True  # ratios and weighted means
    known: bool = True  # who was asked
    unasked: bool = True  # some that may answer were not asked
    heirs: bool = False  # units that are gone report beside their successors
    moved: bool = False  # some units are shown elsewhere than where they reported


def _quoted(words: Collection[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


# The order of revisions: of equal ones the last that was given counts. 4294967296 is 2 to the 32nd.
SAID = f"""
select obs.n, slot.slot, slot.code, slot.way, slot.timing, teller.teller, teller.unit, teller.node, teller.parent,
    teller.depth, teller.leaf, teller.crowded, teller.unasked, span.span, span.period, span.late,
    case when obs.extent = 'area' then 1 else 0 end as area,
    case when slot.owner = teller.kind then 1 else 0 end as owned,
    case when slot.owner = teller.kind or slot.cell_owner = teller.kind then 1 else 0 end as preferred,
    obs.revision, obs.revision * 4294967296 + obs.n as turn,
    case when obs.status = 'reported' then obs.amount when obs.status = 'none-occurred' then 0
        when obs.status = 'estimated' then obs.amount end as low,
    case when obs.status = 'reported' then coalesce(obs.amount_high, obs.amount)
        when obs.status = 'none-occurred' then 0
        when obs.status = 'estimated' then coalesce(obs.amount_high, obs.amount) end as high,
    case when obs.qualifier = '' then 0 when obs.qualifier in ({_quoted(UPWARDS)}) then 2
        when obs.qualifier in ({_quoted(DOWNWARDS)}) then 3 else 1 end as lean,
    case when obs.status = 'estimated' then 1 else 0 end as estimated,
    case when obs.status = 'reported' and obs.amount is not null then 1
        when obs.status in ('none-occurred', 'not-applicable') then 1
        when obs.status = 'estimated' and obs.amount is not null then 1 else 0 end as usable
from obs
join slot on slot.indicator = obs.indicator and slot.cell = obs.cell
join span on span.period_start = obs.period_start and span.period_end = obs.period_end
join teller on teller.unit_id = obs.unit and teller.body = obs.body and teller.body_kind = obs.body_kind
    and teller.era = span.era
"""

REVISED = """
select slot, teller, span, area, max(turn) as turn from said {where} group by slot, teller, span, area {having}
"""

ANSWER = """
select said.n, said.slot, said.code, said.way, said.timing, said.teller, said.unit, said.node, said.parent, said.depth,
    said.leaf, said.crowded, said.unasked, said.span, said.period, said.late, said.area, said.owned, said.preferred,
    said.low, said.high, said.lean, said.estimated
from said
left join revised on revised.slot = said.slot and revised.teller = said.teller and revised.span = said.span
    and revised.area = said.area
where said.usable = 1 and (revised.turn is null or revised.turn = said.turn)
"""

CLASHING = f"""
select distinct one.slot, one.teller, one.area, one.period
from overlap
join answer as one on one.span = overlap.one and one.period = overlap.period and one.timing = {SUM}
join answer as another on another.span = overlap.another and another.period = overlap.period
    and another.slot = one.slot and another.teller = one.teller and another.area = one.area
"""

_TIMED_KEY = (
    "slot, code, way, timing, teller, unit, node, parent, depth, leaf, crowded, unasked, period, area, owned, preferred"
)

# A period with one span only: the answer is the value.
TIMED_AT_ONCE = f"""
select {_TIMED_KEY}, low, high, 0 as clash, case when lean > 0 then 1 else 0 end as approximate,
    case when lean = 2 then 1 else 0 end as above, case when lean = 3 then 1 else 0 end as below, estimated, late
from answer
"""

NEWEST = f"""
select slot, teller, area, period, max(late) as late from answer where timing = {LATEST}
group by slot, teller, area, period
"""

_ANSWER_KEY = ", ".join(f"answer.{name.strip()}" for name in _TIMED_KEY.split(","))

TIMED = f"""
select {_ANSWER_KEY},
    case answer.timing when {MAX} then max(answer.low) when {MIN} then min(answer.low)
        else cast(sum(answer.low) as bigint) end as low,
    case answer.timing when {MAX} then max(answer.high) when {MIN} then min(answer.high)
        else cast(sum(answer.high) as bigint) end as high,
    {{clash}} as clash,
    sum(case when answer.lean > 0 then 1 else 0 end) as approximate,
    sum(case when answer.lean = 2 then 1 else 0 end) as above,
    sum(case when answer.lean = 3 then 1 else 0 end) as below,
    max(answer.estimated) as estimated, max(answer.late) as late
from answer
left join newest on newest.slot = answer.slot and newest.teller = answer.teller and newest.area = answer.area
    and newest.period = answer.period
{{clashing}}
where newest.late is null or newest.late = answer.late
group by {_ANSWER_KEY}
"""

_WITH_CLASHING = """left join clashing on clashing.slot = answer.slot and clashing.teller = answer.teller
    and clashing.area = answer.area and clashing.period = answer.period"""

# Stocks of units that are gone, where what took their place has reported since: they are in its stock.
OUTLIVED = f"""
select distinct one.slot, one.unit, one.period
from heir
join timed_once as one on one.unit = heir.unit and one.timing = {LATEST}
join timed_once as another on another.unit = heir.heir and another.slot = one.slot and another.period = one.period
where another.late > one.late and (heir.above = 0 or another.area = 1)
"""

ALIVE = """
select timed_once.* from timed_once
left join outlived on outlived.slot = timed_once.slot and outlived.unit = timed_once.unit
    and outlived.period = timed_once.period
where outlived.slot is null
"""

CROWD = """
select code, unit from timed where crowded = 1 group by code, unit
having min(teller) <> max(teller) or min(area) <> max(area) or min(preferred) <> max(preferred)
    or min(owned) <> max(owned)
"""

CONTESTED = """
select timed.* from timed join crowd on crowd.code = timed.code and crowd.unit = timed.unit where timed.crowded = 1
"""

HEADED = """
select slot, node, area, period, max(preferred) as preferred from contested group by slot, node, area, period
"""

_KEY = "slot, way, unit, node, parent, depth, leaf, unasked, period, area"
_VALUE = "low, high, conflict, clash, approximate, above, below, estimated, late"

_SOLO = """
select {key}, timed.leaf as solo, timed.owned, timed.low, timed.high, 0 as conflict, timed.clash, timed.approximate,
    timed.above, timed.below, timed.estimated, timed.late
from timed
""".format(key=", ".join(f"timed.{name.strip()}" for name in _KEY.split(",")))

_CHOSEN = """
select {key}, 0 as solo, contested.owned, min(contested.low) as low, max(contested.high) as high,
    case when min(contested.low) <> max(contested.low) or min(contested.high) <> max(contested.high)
        then 1 else 0 end as conflict,
    max(contested.clash) as clash, max(contested.approximate) as approximate, max(contested.above) as above,
    max(contested.below) as below, max(contested.estimated) as estimated, max(contested.late) as late
from contested
join headed on headed.slot = contested.slot and headed.node = contested.node and headed.area = contested.area
    and headed.period = contested.period and headed.preferred = contested.preferred
group by {key}, contested.owned
""".format(key=", ".join(f"contested.{name.strip()}" for name in _KEY.split(",")))

SETTLED = f"""
{_SOLO}
left join crowd on crowd.code = timed.code and crowd.unit = timed.unit
where crowd.unit is null
union all
{_CHOSEN}
"""

_FILLED = f"{_KEY}, solo, owned, {_VALUE}"

# Totals over one dimension of cells that are there; where several dimensions could be added over, the first is.
# ``owned`` -1: of a unit with others below it, made of some of the cells only: it counts where nothing is below.
CELLS = """
select fold.slot, filled.way, filled.unit, filled.node, filled.parent, filled.depth, filled.leaf,
    filled.unasked, filled.period, filled.area, fold.choice, min(filled.solo) as solo,
    case when filled.area = 1 and filled.leaf = 0 and count(*) < max(fold.members) then -1
        else min(filled.owned) end as owned,
    cast(sum(filled.low) as bigint) as low, cast(sum(filled.high) as bigint) as high, max(filled.conflict) as conflict,
    max(filled.clash) as clash, cast(sum(filled.approximate) as bigint) as approximate,
    cast(sum(filled.above) as bigint) as above, cast(sum(filled.below) as bigint) as below,
    max(filled.estimated) as estimated, max(filled.late) as late, count(*) as cells, max(fold.members) as members
from {filled} as filled join fold on fold.part = filled.slot and fold.step = {step}
group by fold.slot, filled.way, filled.unit, filled.node, filled.parent, filled.depth, filled.leaf,
    filled.unasked, filled.period, filled.area, fold.choice
"""

FIRST = """
select slot, node, area, period, min(choice) as choice from cells_{step} group by slot, node, area, period
"""

FOLDED = """
select {columns}
from cells_{step} as cells
join first_{step} as headmost on headmost.slot = cells.slot and headmost.node = cells.node
    and headmost.area = cells.area and headmost.period = cells.period and headmost.choice = cells.choice
left join {filled} as filled on filled.slot = cells.slot and filled.node = cells.node and filled.area = cells.area
    and filled.period = cells.period
where filled.slot is null
"""

# Totals that are stated beside all of the cells of a dimension, and are not their sum.
UNLIKE = """
select cells.slot, cells.node, cells.period, cells.area, cells.low as cells_low, cells.high as cells_high, settled.low,
    settled.high
from cells_{step} as cells
join settled on settled.slot = cells.slot and settled.node = cells.node and settled.area = cells.area
    and settled.period = cells.period and settled.conflict + settled.clash = 0
where cells.cells = cells.members and cells.conflict + cells.clash = 0
    and (cells.low <> settled.low or cells.high <> settled.high)
"""

# Both parts of a ratio, from bodies that gave both as single numbers; of a weighted mean, values times weights.
PAIRS = f"""
select role.slot, {MADE} as way, filled.unit, filled.node, filled.parent, filled.depth,
    filled.leaf, filled.unasked, filled.period, filled.area, min(filled.solo) as solo,
    case when max(role.weighted) = 1
        then max(case when role.side = 0 then filled.low end) * max(case when role.side = 1 then filled.low end)
        else max(case when role.side = 0 then filled.low end) end as low,
    max(case when role.side = 1 then filled.low end) as den,
    case when max(filled.approximate) > 0 then 1 else 0 end as approximate, max(filled.estimated) as estimated,
    max(case when role.side = 0 then filled.late end) as late
from filled join role on role.part = filled.slot
where filled.low = filled.high and filled.conflict + filled.clash = 0
group by role.slot, filled.unit, filled.node, filled.parent, filled.depth, filled.leaf, filled.unasked, filled.period,
    filled.area
having count(*) = 2
"""

# The largest product that a weighted mean would make, in two parts: SQLite would lose digits of one that is too large.
HEAVIEST = """
select max(case when role.side = 0 then abs(filled.low) end), max(case when role.side = 1 then abs(filled.low) end)
from filled join role on role.part = filled.slot and role.weighted = 1
"""

# A ratio that a unit states without both of its parts: answered, and nothing to compute from.
TOLD = f"""
select filled.slot, filled.way, filled.unit, filled.node, filled.parent, filled.depth, filled.leaf,
    filled.unasked, filled.period, filled.area, filled.solo, filled.late
from filled
left join pairs on pairs.slot = filled.slot and pairs.node = filled.node and pairs.period = filled.period
where filled.way = {MADE} and pairs.slot is null
"""

_PART = f"""
select {_KEY}, solo, owned,
    case when conflict + clash > 0 then null when way = {COUNT} and low is not null
        then case when low > 0 then 1 else 0 end else low end as low,
    case when conflict + clash > 0 then null when way = {COUNT} and low is not null
        then case when low > 0 then 1 else 0 end else high end as high,
    cast(null as bigint) as den, case when conflict + clash > 0 then 0 else 1 end as reported,
    conflict, clash, approximate, above, below, estimated, late
from filled where way <> {MADE}
"""

_PART_OF_PAIRS = f"""
select {_KEY}, solo, 0, low, low, den, 1, 0, 0, approximate, 0, 0, estimated, late from pairs
union all
select {_KEY}, solo, 0, cast(null as bigint), cast(null as bigint), cast(null as bigint), 0, 0, 0, 0, 0, 0, 0, late
from told
"""

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
select slot, way, parent as node, period, cast(sum(low) as bigint) as low, cast(sum(high) as bigint) as high,
    cast(sum(den) as bigint) as den, {_COUNTS}
from ({{children}}) as child group by slot, way, parent, period
"""
PICKED = f"""
select slot, way, parent as node, period, case way when {MAX} then max(low) else min(low) end as low,
    case way when {MAX} then max(high) else min(high) end as high, cast(null as bigint) as den, {_COUNTS}
from ({{children}}) as child group by slot, way, parent, period
"""
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
union all
select filled.slot, filled.node, filled.period, filled.area, 0, filled.low, filled.high, cast(null as bigint),
    filled.conflict, filled.clash, filled.approximate, filled.above, filled.below, filled.estimated
from filled
left join whole on whole.slot = filled.slot and whole.node = filled.node and whole.period = filled.period
    and whole.has_below = 1
where filled.area = 1 and filled.solo = 0 and whole.slot is null
{ratios}
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


def steps(shape: Shape) -> Iterator[Step]:
    """All statements between input and reading, in order."""
    yield Step("said", SAID, view=True)
    revised = (
        {"where": "where revision > 1", "having": ""}
        if shape.unique
        else {"where": "", "having": "having count(*) > 1"}
    )
    yield Step("revised", REVISED.format(**revised))
    yield Step("answer", ANSWER, large=True)
    yield from _timed(shape)
    yield from _settled(shape)
    yield from _filled(shape)
    yield from _parts(shape)
    for depth in range(shape.deepest, -1, -1):
        yield from _level(depth, shape)
    wholes = " union all ".join(f"select * from climb_{depth}" for depth in range(shape.deepest, -1, -1))
    yield Step("whole", wholes, view=True)
    yield Step("said_of_units", SAID_OF_UNITS.format(ratios=RATIOS if shape.made else ""), view=True)
    yield Step("rollup", ROLLUP, view=True)
    if shape.moved:
        yield Step("seated", SEATED.format(known=int(shape.known)), view=True)
        yield from _viewed(shape)
    yield Step("shown", SHOWN + (SHOWN_ELSEWHERE if shape.moved else ""), view=True)


def _viewed(shape: Shape) -> Iterator[Step]:
    if LATEST not in shape.ways:
        yield Step("viewed", VIEWED.format(low="seated.low", high="seated.high", lately=""))
        return
    yield Step("seated_lately", SEATED_LATELY)
    ends = {end: f"case when seated.late = lately.late then seated.{end} end" for end in ("low", "high")}
    yield Step("viewed", VIEWED.format(**ends, lately=_WITH_LATELY))


def _timed(shape: Shape) -> Iterator[Step]:
    if not shape.several_spans:
        yield Step("timed", TIMED_AT_ONCE, view=True)
        return
    if shape.overlaps:
        yield Step("clashing", CLASHING)
    yield Step("newest", NEWEST)
    clash = "max(case when clashing.slot is null then 0 else 1 end)" if shape.overlaps else "0"
    timed = TIMED.format(clash=clash, clashing=_WITH_CLASHING if shape.overlaps else "")
    if not shape.heirs:
        yield Step("timed", timed)
        return
    yield Step("timed_once", timed)
    yield Step("outlived", OUTLIVED)
    yield Step("timed", ALIVE, view=True)


def _settled(shape: Shape) -> Iterator[Step]:
    if not shape.crowded:
        yield Step("settled", _SOLO, view=True)
        return
    yield Step("crowd", CROWD)
    yield Step("contested", CONTESTED)
    yield Step("headed", HEADED)
    yield Step("settled", SETTLED, large=True)


def _filled(shape: Shape) -> Iterator[Step]:
    filled = "settled"
    columns = ", ".join(f"cells.{name.strip()}" for name in _FILLED.split(","))
    made = []
    for step in shape.folds:
        yield Step(f"cells_{step}", CELLS.format(filled=filled, step=step))
        yield Step(f"first_{step}", FIRST.format(step=step))
        yield Step(f"folded_{step}", FOLDED.format(filled=filled, step=step, columns=columns))
        yield Step(f"unlike_{step}", UNLIKE.format(step=step), view=True)
        made.append(f"folded_{step}")
        filled = f"filled_{step}"
        yield Step(filled, _union(["settled", *made]), view=True)
    yield Step("filled", _union(["settled", *made]), view=True)


def _union(tables: Collection[str]) -> str:
    return " union all ".join(f"select {_FILLED} from {table}" for table in tables)


def _parts(shape: Shape) -> Iterator[Step]:
    if shape.made:
        yield Step("pairs", PAIRS)
        yield Step("told", TOLD)
    yield Step("part", f"{_PART} union all {_PART_OF_PAIRS}" if shape.made else _PART, view=True)


def _level(depth: int, shape: Shape) -> Iterator[Step]:
    below = ""
    if depth < shape.deepest:
        yield Step(f"below_{depth}", " union all ".join(_sums_of(depth + 1, shape)))
        below = _FROM_BELOW.format(depth=depth)
    stated = _STATED.format(depth=depth, decided=_DECIDED.format(depth=depth, below=below))
    yield Step(f"climb_{depth}", CLIMB.format(depth=depth, stated=stated, known=int(shape.known)))


def _sums_of(depth: int, shape: Shape) -> Iterator[str]:
    """What is at ``depth``, added into the level above; one SELECT for each manner of adding that occurs."""
    manners = ((ADDED, {MADE, SUM, COUNT}), (PICKED, {MAX, MIN}), (LAST, {LATEST}))
    for template, ways in manners:
        if ways & shape.ways or template is ADDED:
            chosen = f"way in ({', '.join(map(str, sorted(ways)))})" if shape.ways - ways else "1 = 1"
            yield template.format(children=_children(depth, shape, chosen))


def _children(depth: int, shape: Shape, ways: str) -> str:
    found = [
        LEAVES.format(columns=_CHILD, depth=depth, ways=ways),
        CLIMBERS.format(columns=_CHILD, depth=depth, ways=ways),
    ]
    if shape.known and shape.unasked:
        found.append(STRAYS.format(depth=depth, ways=ways.replace("way ", "part.way ")))
    return " union all ".join(found)
