# ruff: noqa: S608 - the statements are put together of names that this module itself writes
"""The statements that count entries of registers, in the SQL that DuckDB, SQLite, PostgreSQL and Spark agree on.

Every statement is a name and the SELECT that makes the table of that name, out of the kernel's tables
(``model.tables``) and those of ``INPUT``. Nothing is divided. A sum that leaves 64 bits is an error in every engine.
"""

from __future__ import annotations

from tongket.consolidating.counting_properties import PROPERTY
from tongket.model.tables import Column, Table
from tongket.programmes.standing import RENEWAL_DAYS


def _table(name: str, texts: str, numbers: str = "", *, nullable: bool = False) -> Table:
    """A table of text columns and, after them, integers."""
    columns = [Column(one, "text", "") for one in texts.split()]
    return Table(name, (*columns, *(Column(one, "integer", "", nullable) for one in numbers.split())))


# The period: its ends, the years of both, the last year in which items of a yearly register must have been confirmed.
DAY = _table("day", "first last", "year_first year_last year_needed ordinal working")
NODE = _table("node", "unit level", "is_alive")  # the units whose entries count; whether they live on the last day
BOOK = _table("book", "register kind", "yearly")
SHEET = _table("sheet", "register version", "leaves")  # how many criteria points are given for
CRITERION = _table("criterion", "register version criterion")  # those criteria
BAND = _table("band_from", "register version band", "at_least")
DIRECTIVE = _table("directive", "symbol dated")  # the programme's own
WANTED = _table("wanted", "indicator register what field", "whole_time by_body any_standing conditions")
WANTED_VALUE = _table(
    "wanted_value", "indicator field comparison text", "condition_number amount is_number", nullable=True
)
WANTED_SLOT = _table("wanted_slot", "indicator field1 field2 field3", "slots")  # one row for each way to break it down
WANTED_CODE = _table("wanted_code", "indicator field text code")  # which value of the dimension a text is
WANTED_CELL = _table("wanted_cell", "indicator cell")
CALENDAR = _table("calendar", "day", "ordinal working")  # days, and working days, since a day before all others
INPUT = (NODE, BOOK, SHEET, CRITERION, BAND, DIRECTIVE, WANTED, WANTED_VALUE, WANTED_SLOT, WANTED_CODE, WANTED_CELL)

_NO_TEXT = "'' as {}"
_NO_NUMBER = "cast(null as bigint) as {}"
_KINDS = {
    "events": ("'event' as kind", {"combined"}),
    "register": ("kind", {"symbol", "meetings_due"}),
    "obligations": ("'obligation' as kind", {"asked_by", "due", "answered_on", "transferred_to"}),
    "scores": ("'score-sheet' as kind", {"version", "band", "announced_rank", "among"}),
}
_OWN = ("symbol", "asked_by", "due", "answered_on", "transferred_to", "version", "band")
_OWN_NUMBERS = ("combined", "meetings_due", "announced_rank", "among")
_EVERY = "entry, register, id, unit, body, body_kind, on_day, until_day, state"


def _every_entry() -> str:
    selects = []
    for table, (kind, has) in _KINDS.items():
        own = [name if name in has else _NO_TEXT.format(name) for name in _OWN]
        own += [name if name in has else _NO_NUMBER.format(name) for name in _OWN_NUMBERS]
        selects.append(f"select {_EVERY}, revision, {kind}, {', '.join(own)} from {table}")
    return " union all ".join(selects)


# The latest revision of every entry that a unit of the round keeps.
LATEST = (
    "latest",
    f"""
select {", ".join(f"ranked.{name}" for name in (*_EVERY.split(", "), "kind", *_OWN, *_OWN_NUMBERS))},
    node.level, node.is_alive, book.yearly
from (
    select every_entry.*, row_number() over (
        partition by register, unit, body, id order by revision desc, entry desc) as place
    from ({_every_entry()}) as every_entry
) as ranked
join node on node.unit = ranked.unit
join book on book.register = ranked.register and book.kind = ranked.kind
where ranked.place = 1
""",
)

DAYS = """
select on_day from latest
union select until_day from latest
union select due from latest
union select answered_on from latest
union select dated from tags
union select dated from directive
"""

# How each entry stands on the period's last day: what was written down later has not happened yet.
STANDING = (
    "standing",
    f"""
select latest.*,
    case when latest.kind = 'item' then
        case when (until_day <> '' and until_day < day.last) or (state = 'ended' and until_day = '') then 'ended'
            when state = 'dormant' then 'dormant'
            when yearly = 1 and on_year.year < day.year_needed and coalesce(found.year, 0) < day.year_needed
                then 'lapsed'
            else 'active' end
    when latest.kind = 'agreement' then
        case when (until_day <> '' and until_day < day.last and state = 'ended') or (state = 'ended' and until_day = '')
                then 'ended'
            when until_day <> '' and until_day < day.last then 'expired'
            when state = 'dormant' then 'dormant'
            when yearly = 1 and on_year.year < day.year_needed and coalesce(found.year, 0) < day.year_needed
                then 'lapsed'
            when until_day <> '' and ends.ordinal - day.ordinal <= {RENEWAL_DAYS} then 'due-for-renewal'
            else 'active' end
    when latest.kind = 'obligation' then
        case when state = 'transferred' then 'transferred'
            when state in ('answered', 'done', 'refused') and (answered_on = '' or answered_on <= day.last) then state
            when due <> '' and due < day.last then 'overdue'
            else 'open' end
    else state end as standing,
    case when state in ('answered', 'done', 'refused') and answered_on <> '' and answered_on <= day.last
            then answered.working
        when state in ('open', 'answered', 'done', 'refused') and (answered_on <> '' or state = 'open')
            then day.working end as stopped,
    owed.working as owed, begins.ordinal as began, on_year.year as on_year
from latest
cross join day
join calendar as begins on begins.day = latest.on_day
join (select day, cast(substr(day, 1, 4) as bigint) as year from calendar) as on_year on on_year.day = latest.on_day
left join calendar as ends on ends.day = latest.until_day
left join calendar as owed on owed.day = latest.due
left join calendar as answered on answered.day = latest.answered_on
left join (
    select entry, max(year) as year from years cross join day
    where what = 'confirmed' and year <= day.year_last group by entry
) as found on found.entry = latest.entry
""",
)

# Points: a total is known when every criterion has been given points. Ranked are sheets that were appraised.
TOTALLED = (
    "totalled",
    """
select latest.entry, latest.register, latest.version, latest.on_day, latest.level,
    case when count(score_lines.own) = sheet.leaves then cast(sum(score_lines.own) as bigint) end as own,
    case when count(score_lines.appraised) = sheet.leaves then cast(sum(score_lines.appraised) as bigint) end
        as appraised
from latest
join sheet on sheet.register = latest.register and sheet.version = latest.version
join criterion on criterion.register = latest.register and criterion.version = latest.version
left join score_lines on score_lines.entry = latest.entry and score_lines.criterion = criterion.criterion
group by latest.entry, latest.register, latest.version, latest.on_day, latest.level, sheet.leaves
""",
)
SCORED = (
    "scored",
    """
select points.entry, points.own, points.appraised, points.points, band_from.band, ranked.place, ranked.among
from (
    select totalled.*, coalesce(appraised, own) as points from totalled
) as points
left join (
    select totalled.entry, max(band_from.at_least) as at_least
    from totalled join band_from on band_from.register = totalled.register and band_from.version = totalled.version
        and band_from.at_least <= coalesce(appraised, own)
    group by totalled.entry
) as reached on reached.entry = points.entry
left join band_from on band_from.register = points.register and band_from.version = points.version
    and band_from.at_least = reached.at_least
left join (
    select entry, rank() over (partition by register, version, on_day, level order by appraised desc) as place,
        count(*) over (partition by register, version, on_day, level) as among
    from totalled where appraised is not null
) as ranked on ranked.entry = points.entry
""",
)

# Which entries an indicator looks at: those that begin in the period, or those there are on its last day. Unless a
# condition speaks of states, an event counts when it was held, an item while it lives, an obligation where it stayed.
MEMBER = (
    "member",
    """
select wanted.indicator, standing.entry
from wanted join standing on standing.register = wanted.register cross join day
where standing.on_day <= day.last and (wanted.whole_time = 1 or standing.on_day >= day.first)
    and (wanted.any_standing = 1
        or (standing.kind = 'event' and standing.state = 'held')
        or (standing.kind in ('item', 'agreement')
            and (wanted.whole_time = 0 or standing.standing in ('active', 'due-for-renewal')))
        or (standing.kind = 'obligation' and standing.standing <> 'transferred')
        or standing.kind = 'score-sheet')
""",
)

# Conditions met: each by one of its values. '<>' is met where none of its values stands under the field.
MET = (
    "met",
    """
select member.indicator, member.entry
from member join wanted on wanted.indicator = member.indicator
left join (
    select distinct member.indicator, member.entry, wanted_value.condition_number,
        case when wanted_value.comparison = '<>' then 1 else 0 end as against
    from member
    join wanted_value on wanted_value.indicator = member.indicator
    join property on property.entry = member.entry and property.field = wanted_value.field
    where (wanted_value.comparison in ('=', '<>') and wanted_value.is_number = 0 and property.text = wanted_value.text)
        or (wanted_value.comparison in ('=', '<>') and wanted_value.is_number = 1
            and property.amount = wanted_value.amount)
        or (wanted_value.comparison = '<' and wanted_value.is_number = 1 and property.amount < wanted_value.amount)
        or (wanted_value.comparison = '<=' and wanted_value.is_number = 1 and property.amount <= wanted_value.amount)
        or (wanted_value.comparison = '>' and wanted_value.is_number = 1 and property.amount > wanted_value.amount)
        or (wanted_value.comparison = '>=' and wanted_value.is_number = 1 and property.amount >= wanted_value.amount)
        or (wanted_value.comparison = '<' and wanted_value.is_number = 0 and property.text < wanted_value.text
            and property.text <> '')
        or (wanted_value.comparison = '<=' and wanted_value.is_number = 0 and property.text <= wanted_value.text
            and property.text <> '')
        or (wanted_value.comparison = '>' and wanted_value.is_number = 0 and property.text > wanted_value.text)
        or (wanted_value.comparison = '>=' and wanted_value.is_number = 0 and property.text >= wanted_value.text)
) as hit on hit.indicator = member.indicator and hit.entry = member.entry
group by member.indicator, member.entry, wanted.conditions
having count(case when hit.against = 0 then 1 end) = wanted.conditions
    and count(case when hit.against = 1 then 1 end) = 0
""",
)

# Each entry once in every cell that it belongs to: the total, each breakdown alone, and all of them together.
TALLIED = (
    "tallied",
    """
select distinct met.indicator, met.entry,
    coalesce(code1.code, '')
        || case when wanted_slot.field2 = '' then '' else '+' || coalesce(code2.code, '') end
        || case when wanted_slot.field3 = '' then '' else '+' || coalesce(code3.code, '') end as cell
from met
join wanted_slot on wanted_slot.indicator = met.indicator
left join property as property1 on property1.entry = met.entry and property1.field = wanted_slot.field1
left join wanted_code as code1 on code1.indicator = met.indicator and code1.field = wanted_slot.field1
    and code1.text = property1.text
left join property as property2 on property2.entry = met.entry and property2.field = wanted_slot.field2
left join wanted_code as code2 on code2.indicator = met.indicator and code2.field = wanted_slot.field2
    and code2.text = property2.text
left join property as property3 on property3.entry = met.entry and property3.field = wanted_slot.field3
left join wanted_code as code3 on code3.indicator = met.indicator and code3.field = wanted_slot.field3
    and code3.text = property3.text
where (wanted_slot.slots < 1 or code1.code is not null) and (wanted_slot.slots < 2 or code2.code is not null)
    and (wanted_slot.slots < 3 or code3.code is not null)
""",
)

# One row for each entry in each cell, with what is added up of it, in the order of days.
WEIGHED = (
    "weighed",
    """
select tallied.indicator, tallied.cell, standing.unit,
    case when wanted.by_body = 1 then standing.body else '' end as body,
    wanted.what, tallied.entry, property.text, property.amount,
    row_number() over (
        partition by tallied.indicator, tallied.cell, standing.unit,
            case when wanted.by_body = 1 then standing.body else '' end
        order by standing.on_day desc, tallied.entry desc) as place
from tallied
join standing on standing.entry = tallied.entry
join wanted on wanted.indicator = tallied.indicator
left join property on property.entry = tallied.entry and property.field = wanted.field
""",
)
COUNTED = (
    "counted",
    """
select indicator, cell, unit, body, count(distinct entry) as entries,
    case what when 'count' then count(distinct entry)
        when 'distinct' then count(distinct case when text <> '' then text end)
        when 'sum' then cast(sum(amount) as bigint)
        when 'min' then min(amount)
        when 'max' then max(amount)
        else max(case when place = 1 then amount end) end as amount,
    max(case when place = 1 then text end) as latest_text
from weighed
group by indicator, cell, unit, body, what
""",
)

# Who keeps a register: has written anything into it by the period's last day. Who keeps it and has nothing to count
# answers zero; who does not keep it answers nothing.
KEEPER = (
    "keeper",
    """
select distinct wanted.indicator, standing.register, standing.unit, standing.body, standing.body_kind, wanted.by_body,
    wanted.what, standing.is_alive
from standing join wanted on wanted.register = standing.register cross join day
where standing.on_day <= day.last
""",
)
ANSWERED = (
    "answered",
    """
select kept.indicator, kept.cell, kept.unit, kept.body, coalesce(counted.entries, 0) as entries,
    case when counted.unit is null and kept.what in ('count', 'sum', 'distinct') then 0 else counted.amount end
        as amount, counted.latest_text
from (
    select distinct keeper.indicator, wanted_cell.cell, keeper.unit,
        case when keeper.by_body = 1 then keeper.body else '' end as body, keeper.what, keeper.is_alive
    from keeper join wanted_cell on wanted_cell.indicator = keeper.indicator
) as kept
left join counted on counted.indicator = kept.indicator and counted.cell = kept.cell and counted.unit = kept.unit
    and counted.body = kept.body
where counted.unit is not null or (kept.is_alive = 1 and kept.what in ('count', 'sum', 'distinct'))
""",
)
FIRST = (LATEST,)
THEN = (STANDING, TOTALLED, SCORED, PROPERTY, MEMBER, MET, TALLIED, WEIGHED, COUNTED, KEEPER, ANSWERED)

READ_ANSWERED = (
    "select indicator, cell, unit, body, entries, amount, latest_text from answered"
    " order by indicator, unit, body, cell"
)
READ_KEEPERS = "select distinct indicator, unit, body, body_kind from keeper order by indicator, unit, body, body_kind"
# The first entries behind every value, for its passage.
READ_NAMED = """
select named.indicator, named.cell, named.unit, named.body, named.id
from (
    select distinct weighed.indicator, weighed.cell, weighed.unit, weighed.body, weighed.place, standing.id
    from weighed join standing on standing.entry = weighed.entry
) as named
where named.place <= {most}
order by named.indicator, named.unit, named.body, named.cell, named.place desc, named.id
"""
