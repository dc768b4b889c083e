"""The statements that compare a folder's values with one another, for DuckDB alone: medians, lists and files of its own
are not in what all engines agree on. Tables::

    mine       the observations of the programme, as the folder holds them
    known_*    the folder's units, bodies, cells and periods by number; ``span`` is a period's length in months
    fact       the latest revision of each answer: numbers of known_*, and the amount at the indicator's scale
    series     the amounts of one answer over its periods of one length, in order of time
"""
# ruff: noqa: S608 - the statements are put together from names of columns and numbers alone

from __future__ import annotations

KEY = "indicator, cell, unit, extent, period_start, period_end, body"

KNOWN = (
    "create table known_indicator (i smallint, indicator varchar, scale integer, owner varchar, is_added boolean,"
    " is_number boolean)",
    "create table known_unit as select cast(row_number() over (order by unit) as integer) as u, unit, '' as kind"
    " from (select distinct unit from mine)",
    "create table known_body (b integer, body varchar, body_kind varchar)",
    "create table spelled_body (body varchar, body_kind varchar, b integer)",
    "create table known_cell as select cast(row_number() over (order by cell) as integer) as c, cell"
    " from (select distinct cell from mine)",
    "create table known_period as select cast(row_number() over (order by period_end, period_start) as integer) as p,"
    " period_start, period_end, case when period_start = '' then 0 else cast(round(date_diff('day',"
    " try_cast(period_start as date), try_cast(period_end as date)) / 30.4) as integer) end as span"
    " from (select distinct period_start, period_end from mine)",
)

# Counted values stand beside declared ones of the same answer: each kind has its own latest revision.
FACT = f"""
create table fact as
with late as (
    select {KEY}, origin = 'counted' as is_counted, max(revision) as revision from mine where revision > 1
    group by {KEY}, origin = 'counted'
)
select known_indicator.i, known_cell.c, known_unit.u, spelled_body.b, known_period.p, mine.extent = 'own' as x,
    mine.origin = 'counted' as is_counted,
    case when mine.status = 'none-occurred' then 0
        when mine.status not in ('reported', 'estimated') then null
        when known_indicator.scale >= mine.scale
        then try_cast(mine.amount * cast(power(10, known_indicator.scale - mine.scale) as hugeint) as bigint)
        else mine.amount // cast(power(10, mine.scale - known_indicator.scale) as bigint) end as low,
    mine.qualifier <> '' or mine.amount_high is not null as is_about,
    mine.status in ('reported', 'none-occurred', 'not-applicable', 'estimated') as is_answered
from mine
join known_indicator on known_indicator.indicator = mine.indicator
join known_unit on known_unit.unit = mine.unit
join spelled_body on spelled_body.body = mine.body and spelled_body.body_kind = mine.body_kind
join known_cell on known_cell.cell = mine.cell
join known_period on known_period.period_start = mine.period_start and known_period.period_end = mine.period_end
left join late on late.indicator = mine.indicator and late.cell = mine.cell and late.unit = mine.unit
    and late.extent = mine.extent and late.period_start = mine.period_start and late.period_end = mine.period_end
    and late.body = mine.body and late.is_counted = (mine.origin = 'counted')
where late.revision is null or mine.revision = late.revision
"""
# Where an answer is both declared and counted, the declared one is the series.
DECLARED = """
create view declared as select * from fact where not is_counted
    or not exists (select 1 from fact as other where not other.is_counted and other.i = fact.i and other.c = fact.c
        and other.u = fact.u and other.x = fact.x and other.b = fact.b and other.p = fact.p)
"""
ALL_DECLARED = "create view declared as select * from fact"

SERIES = """
create or replace table series as
select i, c, u, x, b, span, list(p order by p) as ps, list(cast(low as double) / scales order by p) as vs
from (
    select declared.*, span, power(10, scale) as scales from declared join known_indicator using (i)
    join known_period using (p)
    where low is not null and is_number and i in ({indicators})
) group by i, c, u, x, b, span
"""

# Values of series long enough to be judged by their own earlier periods. ``usual`` is what all units did against
# theirs, so that a campaign that doubled everything is nobody's outlier.
JUDGED = """
create or replace table judged as
select i, c, u, x, b, span, ps, vs, k, ps[k] as p, vs[k] as v, list_aggregate(vs[:k - 1], 'median') as median
from (select *, unnest(range({points} + 1, len(vs) + 1)) as k from series where len(vs) > {points})
"""
USUAL = """
create or replace table usual as
select i, c, x, span, p, median(v / median) as usual from judged where median > 0
group by i, c, x, span, p having count(*) >= 10
"""
HISTORY = """
select i, c, u, x, b, p, v, expected, abs(v - expected) / spread as z, k - 1 as points
from (
    select *, greatest(1.4826 * list_aggregate(list_transform(vs[:k - 1], lambda one: abs(one - median)), 'median'),
        {floor} * abs(expected), sqrt(abs(expected)), 1) as spread
    from (
        select judged.*, case when abs(v - median) <= abs(v - median * coalesce(usual, 1)) then median
            else median * coalesce(usual, 1) end as expected
        from judged left join usual using (i, c, x, span, p)
    ) where abs(v - expected) > {z} * greatest({floor} * abs(expected), sqrt(abs(expected)), 1)
) where abs(v - expected) > {z} * spread {chosen}
order by z desc, i, c, u, x, b, p
"""

# Series too short to be judged by history: against the period before. What returns to the level before that is not one.
STEPS = """
create or replace table step as
select i, c, u, x, b, span, ps[k] as p, vs[k] as v, ps[k - 1] as q, vs[k - 1] as before,
    case when k > 2 then vs[k - 2] end as earlier, (abs(vs[k]) + 10) / (abs(vs[k - 1]) + 10) as ratio
from (select *, unnest(range(2, least(len(vs), {points}) + 1)) as k from series where len(vs) > 1)
"""
JUMPS = """
select i, c, u, x, b, p, v, q, before
from (
    select step.*, case when count(*) over same >= 10 then median(ratio) over same else 1 end as usual
    from step window same as (partition by i, c, x, span, p)
) where abs(v - before) >= {jump_floor} and greatest(ratio, 1 / ratio) >= {jump}
    and greatest(ratio / usual, usual / ratio) >= {jump}
    and (earlier is null or abs(v - earlier) >= {jump_floor}
        or greatest((abs(v) + 10) / (abs(earlier) + 10), (abs(earlier) + 10) / (abs(v) + 10)) >= {jump}) {chosen}
order by greatest(ratio, 1 / ratio) desc, i, c, u, x, b, p
"""

# First values, for which there is no history: against units of the same kind, on a logarithmic scale, for units
# differ in size; only what is far too large.
PEERS = """
with first as (
    select i, c, u, x, b, span, ps[1] as p, vs[1] as v, ln(1 + vs[1]) as l, kind, body_kind
    from series join known_unit using (u) join known_body using (b) where len(vs) = 1 and vs[1] >= 0
), among as (
    select i, c, x, p, kind, body_kind, median(l) as median, mad(l) as spread, count(*) as points from first
    group by i, c, x, p, kind, body_kind having count(*) >= {peers}
)
select i, c, u, x, b, p, v, exp(among.median) - 1 as expected,
    (l - among.median) / greatest(1.4826 * spread, 0.35) as z, points
from first join among using (i, c, x, p, kind, body_kind)
where v >= {jump_floor} and l - among.median > {z} * greatest(1.4826 * spread, 0.35) {chosen}
order by z desc, i, c, u, x, b, p
"""

# What a body gave as a number for the period before its last, and does not give for its last. Not: what most of the
# bodies that gave it no longer give, for then it is no longer asked.
# The last period of a body and the one before it; of stocks, whose days stray within one round, one 60 days before.
OF_BODY = """
create table of_body as
select u, b, span, max(p) as last,
    max(case when span > 0 and p < newest or try_cast(period_end as date) <= try_cast(last_day as date) - 60 then p end)
    as before
from (
    select *, max(p) over same as newest, max(period_end) over same as last_day from (
        select distinct declared.u, declared.b, span, declared.p, period_end from declared join known_period using (p))
    window same as (partition by u, b, span)
) group by u, b, span
"""
BLANKS = """
with given as (
    select series.*, of_body.last, of_body.before, ps[-1] > of_body.before as is_given,
        list_position(ps, of_body.before) as k
    from series join of_body using (u, b, span) where of_body.before is not null
), asked as (
    select *, count(*) over same as had, count(*) filter (is_given) over same as has from given where k is not null
    window same as (partition by i, c, x, last)
)
select i, c, u, x, b, last as p, before as q, vs[k] as v from asked
where not is_given and (had < 5 or has * 2 >= had) and not exists (
    select 1 from declared where declared.i = asked.i and declared.c = asked.c and declared.u = asked.u
    and declared.b = asked.b and declared.x = asked.x and declared.p = asked.last and is_answered) {chosen}
order by i, c, u, x, b
"""

# Bodies of one unit that give different numbers for one thing. The own work of each is its own, unless one answers for
# it.
RIVALS = """
with several as (
    select u from (select distinct u, b from declared) group by u having count(*) > 1
), given as (
    select declared.*, body_kind = owner and owner <> '' as is_owner from declared join known_body using (b)
    join known_indicator using (i)
    where u in (select u from several) and low is not null and not is_about and (not x or owner <> '')
), ranked as (
    select *, row_number() over (partition by i, c, u, x, p order by is_owner desc, b) as place from given
)
select one.i, one.c, one.u, one.x, one.b, one.p, one.low, other.b, other.low, one.is_owner
from ranked as one join ranked as other using (i, c, u, x, p)
where one.place = 1 and other.place > 1 and one.low <> other.low {chosen}
order by one.i, one.c, one.u, one.x, one.p, other.b
"""

# What was declared against what the registers' entries add up to: of the same body, or else of all together, where one
# body alone declares it. What is counted is a body's own work; a commune's own work is that of its whole area.
MISCOUNTED = """
with counted as (
    select i, c, u, x, p, b, low from fact where is_counted and low is not null
), whole as (
    select i, c, u, x, p, min(b) as b, sum(low) as low from counted group by i, c, u, x, p
), said as (
    select i, c, u, x, p, b, low, x or kind in ('commune', 'hamlet') as is_own,
        count(distinct b) over (partition by i, c, u, x, p) as bodies
    from fact join known_unit using (u) where not is_counted and low is not null and not is_about
), one as (
    select said.*, coalesce(same.b, whole.b) as keeper, coalesce(same.low, whole.low) as found
    from said join whole on whole.i = said.i and whole.c = said.c and whole.u = said.u and whole.p = said.p
        and (whole.x = said.x or (whole.x and is_own))
    left join counted as same on same.i = said.i and same.c = said.c and same.u = said.u and same.x = whole.x
        and same.p = said.p and same.b = said.b
    where bodies = 1 or same.b is not null
)
select i, c, u, x, b, p, low, keeper, found from one where low <> found {chosen} order by i, c, u, x, p, b
"""

# The value of the whole against the units directly below it on the map of the period's last day.
PARTS = """
with ranked as (
    select declared.i, c, u, x, p, low, is_about, b, is_added,
        case when owner = '' or body_kind = owner then 1 else 0 end as weight
    from declared join known_body using (b) join known_indicator using (i)
    where low is not null and is_added
), wholes as (
    select * from ranked where not x and u in (select above from known_parent)
), best as (
    select i, c, u, p, min(low) as low, max(low) as high, bool_or(is_about) as is_about, min(b) as b from (
        select *, max(weight) over (partition by i, c, u, p) as most from wholes) where weight = most
    group by i, c, u, p
), below as (
    select best.i, best.c, best.u as above, best.p, ranked.u, ranked.x, ranked.low, ranked.is_about, ranked.weight
    from best join known_parent on known_parent.above = best.u and known_parent.p = best.p
    join ranked on ranked.u = known_parent.u and ranked.p = best.p and ranked.i = best.i and ranked.c = best.c
), each as (
    select i, c, above, p, u, min(low) as low, max(low) as high, bool_or(is_about) as is_about from (
        select *, max(case when x then 0 else 2 end + weight) over (partition by i, c, above, p, u) as most from below)
    where case when x then 0 else 2 end + weight = most group by i, c, above, p, u
), summed as (
    select i, c, above as u, p, sum(low) as low, count(*) as reported, bool_or(is_about or low <> high) as is_about
    from each group by i, c, above, p
), own as (
    select i, c, u, p, min(low) as low, max(low) as high, bool_or(is_about) as is_about from ranked
    where x and u in (select above from known_parent) group by i, c, u, p
)
select best.i, best.c, best.u, best.b, best.p, best.low, summed.low + coalesce(own.low, 0), own.low,
    summed.reported, known_children.children
from best join summed using (i, c, u, p) join known_children on known_children.u = best.u and known_children.p = best.p
left join own on own.i = best.i and own.c = best.c and own.u = best.u and own.p = best.p
where best.low = best.high and not best.is_about and not summed.is_about
    and (own.low is null or (own.low = own.high and not own.is_about))
    and (summed.low + coalesce(own.low, 0) > best.low
        or (summed.low + coalesce(own.low, 0) < best.low and summed.reported >= known_children.children)) {chosen}
order by best.i, best.c, best.p, best.u
"""

# A total and its parts at the same cell, unit, extent, period and body; what is approximate is not compared.
SUM = """
select {total} as i, c, u, x, b, p, total, parts, given from (
    select c, u, x, b, p, max(case when i = {total} then cast(low as hugeint) * lift end) as total,
        sum(case when i <> {total} then cast(low as hugeint) * lift end) as parts,
        count(case when i <> {total} then low end) as given, bool_or(is_about) as is_about
    from (select declared.*, cast(power(10, 6 - scale) as hugeint) as lift from declared join known_indicator using (i)
        where i in ({all}))
    group by c, u, x, b, p
) where not is_about and total is not null and given > 0 and (
    (parts > total and '{relation}' <> '<=') or (parts < total and given = {count} and '{relation}' <> '>=')) {chosen}
order by u, p, x, b, c
"""
RULE_VALUES = """
select u, x, b, span, p, i, c, low, is_about from declared join known_period using (p)
where i in ({all}) and low is not null order by u, x, b, span, p
"""
