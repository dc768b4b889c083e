"""The statements that consolidate, in the SQL that DuckDB, SQLite, PostgreSQL and Spark agree on.

They add, count and pick; they never divide. Input tables (all text but where said)::

    obs        n (integer: place of the observation), and columns of ``model.tables.OBSERVATIONS``
    node       unit, parent, depth (integer; 0 for the unit whose report is written)
    indicator  code, over_units, over_time, owner, numerator, denominator

``low``/``high`` are the ends of a range, equal for a single value; null: answered, but without a number.
A sum that leaves 64 bits is an error in every engine.
"""

from __future__ import annotations

INPUT = (
    "create temporary table obs (n bigint, indicator varchar(200), cell varchar(200), unit varchar(200),"
    " extent varchar(8), period_start varchar(10), period_end varchar(10), body varchar(500), body_kind varchar(60),"
    " revision bigint, amount bigint, amount_high bigint, qualifier varchar(40), status varchar(20))",
    "create temporary table node (unit varchar(200), parent varchar(200), depth bigint)",
    "create temporary table indicator (code varchar(200), over_units varchar(20), over_time varchar(20),"
    " owner varchar(60), numerator varchar(200), denominator varchar(200))",
)

# The latest revision of each answer, and what it means as a number: 'none occurred' is a zero that somebody gave.
ANSWER = """
create temporary table answer as
select n, indicator, cell, unit, extent, period_start, period_end, body, body_kind, over_time, owner,
    case when status = 'none-occurred' then 0 when status in ('reported', 'estimated') then amount end as low,
    case when status = 'none-occurred' then 0 when status in ('reported', 'estimated')
        then coalesce(amount_high, amount) end as high,
    case when qualifier <> '' then 1 else 0 end as approximate,
    case when qualifier in ('hơn', 'trên', 'ít nhất', 'tối thiểu', 'không dưới', 'trở lên', 'từ ... trở lên',
        '>', '>=', '≥')
        then 1 else 0 end as above,
    case when qualifier in ('dưới', 'gần', 'chưa đến', 'chưa tới', 'chưa đầy', 'không quá', 'tối đa', 'trở xuống',
        'từ ... trở xuống', '<', '<=', '≤')
        then 1 else 0 end as below,
    case when status = 'estimated' then 1 else 0 end as estimated
from (
    select obs.*, indicator.over_time, indicator.owner, row_number() over (
        partition by obs.indicator, obs.cell, obs.unit, obs.extent, obs.period_start, obs.period_end, obs.body
        order by obs.revision desc, obs.n desc) as place
    from obs join indicator on indicator.code = obs.indicator
) as ranked
where place = 1 and (
    status in ('none-occurred', 'not-applicable') or (status in ('reported', 'estimated') and amount is not null))
"""

# One value for each body over time. ``clash``: values to be added whose periods overlap.
TIMED = """
create temporary table timed as
select indicator, cell, unit, extent, body, body_kind, owner,
    case over_time when 'sum' then cast(sum(low) as bigint) when 'max' then max(low) when 'min' then min(low)
        else max(case when place = 1 then low end) end as low,
    case over_time when 'sum' then cast(sum(high) as bigint) when 'max' then max(high) when 'min' then min(high)
        else max(case when place = 1 then high end) end as high,
    max(case when over_time = 'sum' and reached >= period_start then 1 else 0 end) as clash,
    cast(sum(case when over_time = 'sum' or place = 1 then approximate else 0 end) as bigint) as approximate,
    cast(sum(case when over_time = 'sum' or place = 1 then above else 0 end) as bigint) as above,
    cast(sum(case when over_time = 'sum' or place = 1 then below else 0 end) as bigint) as below,
    max(case when over_time = 'sum' or place = 1 then estimated else 0 end) as estimated,
    max(period_end) as last
from (
    select answer.*,
        row_number() over (
            partition by indicator, cell, unit, extent, body
            order by period_end desc, period_start desc, n desc) as place,
        max(period_end) over (
            partition by indicator, cell, unit, extent, body order by period_start, period_end, n
            rows between unbounded preceding and 1 preceding) as reached
    from answer
) as placed
group by indicator, cell, unit, extent, body, body_kind, owner, over_time
"""

# One value for each unit and extent: the owner's; without one, what all its bodies agree on. ``conflict``: they do not.
CHOSEN = """
create temporary table chosen as
select indicator, cell, unit, extent, owned,
    min(low) as low, max(high) as high,
    case when min(low) <> max(low) or min(high) <> max(high) then 1 else 0 end as conflict,
    max(clash) as clash, max(approximate) as approximate, max(above) as above, max(below) as below,
    max(estimated) as estimated, max(last) as last
from (
    select timed.*,
        case when owner <> '' and body_kind = owner then 1 else 0 end as owned,
        max(case when (owner <> '' and body_kind = owner) or (owner = '' and body_kind = cell) then 1 else 0 end) over (
            partition by indicator, cell, unit, extent) as has_owner,
        case when (owner <> '' and body_kind = owner) or (owner = '' and body_kind = cell) then 1 else 0 end as is_owner
    from timed
) as ranked
where is_owner = has_owner
group by indicator, cell, unit, extent, owned
"""

# What each unit puts into the sums above it. A ratio puts in its two parts, from units that gave both.
PART = """
create temporary table part as
select chosen.indicator, chosen.cell, chosen.unit, node.depth, chosen.extent, chosen.owned,
    case when conflict + clash > 0 then null
        when over_units in ('count-units', 'count-yes') and low is not null then case when low > 0 then 1 else 0 end
        else low end as low,
    case when conflict + clash > 0 then null
        when over_units in ('count-units', 'count-yes') and low is not null then case when low > 0 then 1 else 0 end
        else high end as high,
    cast(null as bigint) as den,
    case when conflict + clash > 0 then 0 else 1 end as reported,
    conflict, clash, approximate, above, below, estimated, last
from chosen join node on node.unit = chosen.unit join indicator on indicator.code = chosen.indicator
where indicator.over_units <> 'ratio'
union all
select indicator.code, top.cell, top.unit, node.depth, top.extent, 0,
    top.low, top.low, bottom.low, case when top.low is null or bottom.low is null then 0 else 1 end, 0, 0,
    case when top.approximate + bottom.approximate > 0 then 1 else 0 end, 0, 0,
    case when top.estimated + bottom.estimated > 0 then 1 else 0 end, top.last
from indicator
join chosen as top on top.indicator = indicator.numerator and top.conflict + top.clash = 0
join chosen as bottom on bottom.indicator = indicator.denominator and bottom.cell = top.cell and bottom.unit = top.unit
    and bottom.extent = top.extent and bottom.conflict + bottom.clash = 0
join node on node.unit = top.unit
where indicator.over_units = 'ratio' and top.low = top.high and bottom.low = bottom.high
"""

CLIMBED = """
create temporary table climbed (indicator varchar(200), cell varchar(200), unit varchar(200), depth bigint,
    stated integer, low bigint, high bigint, den bigint, reported bigint, conflict bigint, clash bigint,
    approximate bigint, above bigint, below bigint, estimated bigint, last varchar(10),
    area_low bigint, area_high bigint, area_den bigint, sum_low bigint, sum_high bigint, sum_den bigint,
    sum_reported bigint, sum_approximate bigint)
"""

# One level: a unit's own work and the units below it add up, unless the unit itself states the whole area.
# At the top (depth 0) what is below counts first, and a stated area only where its owner states it or nobody is below.
CLIMB = """
insert into climbed
with pieces as (
    select indicator, cell, unit, low, high, den, reported, conflict, clash, approximate, above, below, estimated, last,
        0 as from_below
    from part where depth = {depth} and extent = 'own'
    union all
    select climbed.indicator, climbed.cell, node.parent, climbed.low, climbed.high, climbed.den, climbed.reported,
        climbed.conflict, climbed.clash, climbed.approximate, climbed.above, climbed.below, climbed.estimated,
        climbed.last, 1
    from climbed join node on node.unit = climbed.unit
    where climbed.depth = {depth} + 1
), ranked as (
    select pieces.*, indicator.over_units,
        row_number() over (partition by indicator, cell, pieces.unit order by last desc, low desc nulls last) as place,
        max(from_below) over (partition by indicator, cell, pieces.unit) as has_below
    from pieces join indicator on indicator.code = pieces.indicator
), summed as (
    select indicator, cell, unit,
        case over_units when 'max' then max(low) when 'min' then min(low)
            when 'latest' then max(case when place = 1 then low end) else cast(sum(low) as bigint) end as low,
        case over_units when 'max' then max(high) when 'min' then min(high)
            when 'latest' then max(case when place = 1 then high end) else cast(sum(high) as bigint) end as high,
        cast(sum(den) as bigint) as den,
        cast(sum(case when has_below = 1 and from_below = 0 then 0 else reported end) as bigint) as reported,
        cast(sum(conflict) as bigint) as conflict, cast(sum(clash) as bigint) as clash,
        cast(sum(approximate) as bigint) as approximate, cast(sum(above) as bigint) as above,
        cast(sum(below) as bigint) as below, cast(sum(estimated) as bigint) as estimated, max(last) as last,
        max(has_below) as has_below
    from ranked group by indicator, cell, unit, over_units
), area as (
    select * from part where depth = {depth} and extent = 'area'
), keys as (
    select indicator, cell, unit from summed union select indicator, cell, unit from area
), decided as (
    select keys.indicator, keys.cell, keys.unit,
        case when area.unit is null then 0
            when summed.unit is null then 1
            when area.low is not null and area.owned = 1 then 1
            when {depth} = 0 and summed.has_below = 1 and summed.low is not null then 0
            when area.low is not null or area.conflict + area.clash > 0 then 1
            when summed.low is not null then 0
            else 1 end as stated
    from keys
    left join area on area.indicator = keys.indicator and area.cell = keys.cell and area.unit = keys.unit
    left join summed on summed.indicator = keys.indicator and summed.cell = keys.cell and summed.unit = keys.unit
)
select decided.indicator, decided.cell, decided.unit, {depth}, stated,
    case stated when 1 then area.low else summed.low end,
    case stated when 1 then area.high else summed.high end,
    case stated when 1 then area.den else summed.den end,
    case stated when 1 then area.reported else summed.reported end,
    case stated when 1 then area.conflict else summed.conflict end,
    case stated when 1 then area.clash else summed.clash end,
    case stated when 1 then area.approximate else summed.approximate end,
    case stated when 1 then area.above else summed.above end,
    case stated when 1 then area.below else summed.below end,
    case stated when 1 then area.estimated else summed.estimated end,
    case stated when 1 then area.last else summed.last end,
    area.low, area.high, area.den,
    case summed.has_below when 1 then summed.low end, case summed.has_below when 1 then summed.high end,
    case summed.has_below when 1 then summed.den end, case summed.has_below when 1 then summed.reported end,
    summed.approximate
from decided
left join area on area.indicator = decided.indicator and area.cell = decided.cell and area.unit = decided.unit
left join summed on summed.indicator = decided.indicator and summed.cell = decided.cell and summed.unit = decided.unit
"""

READ_CLIMBED = """
select indicator, cell, unit, depth, stated, low, high, den, reported, conflict, clash, approximate, above, below,
    estimated, area_low, area_high, area_den, sum_low, sum_high, sum_den, sum_reported, sum_approximate
from climbed order by indicator, cell, depth, unit
"""

READ_CHOSEN = """
select indicator, cell, unit, extent, low, high, conflict, clash, approximate, above, below, estimated
from chosen order by indicator, cell, unit, extent
"""

READ_ANSWERS = """
select indicator, cell, unit, extent, n, body, low, high, period_start, period_end
from answer order by indicator, cell, unit, extent, body, period_end, n
"""


def prepare(deepest: int) -> tuple[str, ...]:
    """All statements between input and reading, in order, for a tree whose lowest units stand at depth ``deepest``."""
    climbs = tuple(CLIMB.format(depth=depth) for depth in range(deepest, -1, -1))
    return (ANSWER, TIMED, CHOSEN, PART, CLIMBED, *climbs)
