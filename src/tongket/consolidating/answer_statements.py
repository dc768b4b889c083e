"""The statements from observations to what each unit puts into the sums above it; see ``statements.py``."""

# ruff: noqa: S608 - the statements are put together from the columns and numbers of this package alone

from __future__ import annotations

from collections.abc import Collection, Iterator

from tongket.consolidating.shape import COUNT, LATEST, MADE, MAX, MIN, SUM, Shape, Step

UPWARDS = ("hơn", "trên", "ít nhất", "tối thiểu", "không dưới", "trở lên", "từ ... trở lên", ">", ">=", "≥")
DOWNWARDS = (
    "dưới", "gần", "chưa đến", "chưa tới", "chưa đầy", "không quá", "tối đa", "trở xuống", "từ ... trở xuống",
    "<", "<=", "≤",
)  # fmt: skip


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


def timed(shape: Shape) -> Iterator[Step]:
    """One value for each body and period."""
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


def settled(shape: Shape) -> Iterator[Step]:
    """One value for each unit and extent."""
    if not shape.crowded:
        yield Step("settled", _SOLO, view=True)
        return
    yield Step("crowd", CROWD)
    yield Step("contested", CONTESTED)
    yield Step("headed", HEADED)
    yield Step("settled", SETTLED, large=True)


def filled(shape: Shape) -> Iterator[Step]:
    """Totals over dimensions that were not stated."""
    source = "settled"
    columns = ", ".join(f"cells.{name.strip()}" for name in _FILLED.split(","))
    made = []
    for step in shape.folds:
        yield Step(f"cells_{step}", CELLS.format(filled=source, step=step))
        yield Step(f"first_{step}", FIRST.format(step=step))
        yield Step(f"folded_{step}", FOLDED.format(filled=source, step=step, columns=columns))
        yield Step(f"unlike_{step}", UNLIKE.format(step=step), view=True)
        made.append(f"folded_{step}")
        source = f"filled_{step}"
        yield Step(source, _union(["settled", *made]), view=True)
    yield Step("filled", _union(["settled", *made]), view=True)


def _union(tables: Collection[str]) -> str:
    return " union all ".join(f"select {_FILLED} from {table}" for table in tables)


def parts(shape: Shape) -> Iterator[Step]:
    """What each unit puts into the sums above it."""
    if shape.made:
        yield Step("pairs", PAIRS)
        yield Step("told", TOLD)
    yield Step("part", f"{_PART} union all {_PART_OF_PAIRS}" if shape.made else _PART, view=True)
