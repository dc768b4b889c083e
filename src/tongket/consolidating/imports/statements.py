"""The statements of an import, for DuckDB alone: a million rows are looked up, compared and written without a Python
object for each. Tables::

    raw        one row a row of the table, its cells as text ("" where empty); n is the row's number
    of_*       what the texts of a column stand for: an id, or the reason why they stand for nothing
    row        one row a row of ``raw``: ids, amounts at the indicator's scale
    problem    n, field, reason (number), other (the row that the reason speaks of)
    answer     each answer of the table once, of the rows that are not refused
    held       what the folder holds of these answers, all revisions
    outcome    each answer as new, revised or same, with the revision that it gets
"""
# ruff: noqa: S608 - the statements are put together from names of columns and numbers alone

from __future__ import annotations

import re
from typing import Any

from tongket.model.observations import LARGEST
from tongket.model.programmes import NUMERIC_KINDS, Indicator
from tongket.vietnamese.unicode import key

RAW = (
    "indicator", "unit", "unit_date", "period", "period_start", "period_end", "body", "body_kind", "value", "typed",
    "qualifier", "unit_word", "extent", "status", "revision", "note", "cell", "programme", "values_of",
)  # fmt: skip
KEY = "i, c, u, x, w, b"
SAME_KEY = " and ".join(f"{{one}}.{name} = {{other}}.{name}" for name in KEY.split(", "))

CREATE_RAW = f"create table raw (n bigint, {', '.join(f'{name} varchar' for name in RAW)})"
READ_RAW = (
    "insert into raw select n, "
    + ", ".join(f"coalesce({name}, '')" for name in RAW)
    + " from read_csv(?, header = false,"
    " auto_detect = false, delim = ',', quote = '\"', escape = '\"', max_line_size = 20000000,"
    " columns = {'n': 'bigint', " + ", ".join(f"'{name}': 'varchar'" for name in RAW) + "})"
)

CREATE = (
    "create table problem (n bigint, field varchar, reason bigint, other bigint)",
    "create table indicator (i integer, code varchar, scale integer, low bigint, high bigint, is_stock boolean,"
    " is_added boolean, is_number boolean, is_money boolean, is_share boolean, extent varchar, owner varchar,"
    " unit_word varchar)",
    "create table period (w integer, period_start varchar, period_end varchar)",
    "create table unit (u integer, unit varchar)",
    "create table body (b integer, body varchar, body_kind varchar)",
    "create table cell (c integer, cell varchar)",
    "create table of_indicator (indicator varchar, i integer, reason bigint)",
    "create table of_period (period varchar, period_start varchar, period_end varchar, first varchar, last varchar,"
    " reason bigint)",
    "create table of_unit (unit varchar, unit_date varchar, first varchar, last varchar, u integer, reason bigint,"
    " ended boolean)",
    "create table of_body (body varchar, body_kind varchar, u integer, last varchar, owner varchar, b integer,"
    " reason bigint)",
    "create table of_cell (i integer, cell varchar, values_of varchar, c integer, reason bigint)",
    "create table of_unit_word (i integer, unit_word varchar, scaled varchar, reason bigint)",
    "create table of_extent (extent varchar, found varchar, reason bigint)",
    "create table of_status (status varchar, found varchar, reason bigint)",
    "create table of_qualifier (qualifier varchar, found varchar, reason bigint)",
    "create table of_value (i integer, value varchar, typed varchar, word varchar, low hugeint, high hugeint,"
    " qualifier varchar, status varchar, answer varchar, reason bigint)",
)

# A value that every reader reads alike: digits, or digits with one or two after a mark. All others are read in Python;
# so are values in another unit of the same thing ('triệu đồng'), and money so little that its step may be left out.
PLAIN = r"'^[0-9]{1,15}$|^[0-9]{1,12}[.,][0-9]{1,2}$'"
# Rows with a value written out, that is neither blank nor plain at the indicator's scale, or answers no number.
ODD = f"""
select distinct of_indicator.i, raw.value, raw.typed, coalesce(of_unit_word.scaled, '') as word
from raw join of_indicator using (indicator) join indicator on indicator.i = of_indicator.i
left join of_unit_word on of_unit_word.i = indicator.i and of_unit_word.unit_word = raw.unit_word
where raw.value <> '' and not (is_number and coalesce(of_unit_word.scaled, '') = ''
    and (not is_money or length(raw.value) > 6) and regexp_matches(raw.value, {PLAIN})
    and length(regexp_extract(raw.value, '[.,]([0-9]+)$', 1)) <= scale)
"""

# What remains of the resolving: every row with the ids of what it names, and its value at the indicator's scale.
ROW = """
create table row as
select raw.n, of_indicator.i, of_cell.c, of_unit.u, period.w, of_body.b, of_unit.ended,
    coalesce(nullif(of_extent.found, ''), indicator.extent) as x,
    case when of_value.value is not null then of_value.low
        when raw.value <> '' and indicator.is_number
        then cast(try_cast(replace(raw.value, ',', '.') as decimal(24, 6))
            * cast(power(10, indicator.scale) as decimal(12, 0)) as hugeint)
    end as low,
    of_value.high,
    coalesce(of_value.answer, '') as answer,
    coalesce(nullif(of_qualifier.found, ''), of_value.qualifier, '') as qualifier,
    coalesce(nullif(of_status.found, ''), nullif(of_value.status, ''),
        case when raw.value <> '' then 'reported' else '' end) as status,
    case when regexp_full_match(raw.revision, '[0-9]{1,9}') then cast(raw.revision as bigint) end as revision
from raw
left join of_indicator using (indicator)
left join indicator on indicator.i = of_indicator.i
left join of_period on of_period.period = raw.period and of_period.period_start = raw.period_start
    and of_period.period_end = raw.period_end
left join period on period.period_end = of_period.last
    and period.period_start = case when indicator.is_stock then '' else of_period.first end
left join of_unit on of_unit.unit = raw.unit and of_unit.unit_date = raw.unit_date and of_unit.first = of_period.first
    and of_unit.last = of_period.last
left join of_body on of_body.body = raw.body and of_body.body_kind = raw.body_kind and of_body.u = of_unit.u
    and of_body.last = of_period.last and of_body.owner = indicator.owner
left join of_cell on of_cell.i = of_indicator.i and of_cell.cell = raw.cell and of_cell.values_of = raw.values_of
left join of_extent on of_extent.extent = raw.extent
left join of_status on of_status.status = raw.status
left join of_qualifier on of_qualifier.qualifier = raw.qualifier
left join of_unit_word on of_unit_word.i = of_indicator.i and of_unit_word.unit_word = raw.unit_word
left join of_value on of_value.i = of_indicator.i and of_value.value = raw.value and of_value.typed = raw.typed
    and of_value.word = coalesce(of_unit_word.scaled, '')
"""


def looked_up(field: str, table: str, on: str) -> str:
    """The statement that notes the rows whose ``field`` stands for nothing."""
    return (
        f"insert into problem select raw.n, '{field}', {table}.reason, null"
        f" from raw join {table} on {on} where {table}.reason > 0"
    )


LOOKED_UP = (
    looked_up("indicator", "of_indicator", "of_indicator.indicator = raw.indicator"),
    looked_up(
        "period",
        "of_period",
        "of_period.period = raw.period and of_period.period_start = raw.period_start"
        " and of_period.period_end = raw.period_end",
    ),
    looked_up("extent", "of_extent", "of_extent.extent = raw.extent"),
    looked_up("status", "of_status", "of_status.status = raw.status"),
    looked_up("qualifier", "of_qualifier", "of_qualifier.qualifier = raw.qualifier"),
    """insert into problem select raw.n, 'unit', of_unit.reason, null from raw join of_period
        on of_period.period = raw.period and of_period.period_start = raw.period_start
        and of_period.period_end = raw.period_end
        join of_unit on of_unit.unit = raw.unit and of_unit.unit_date = raw.unit_date
        and of_unit.first = of_period.first and of_unit.last = of_period.last where of_unit.reason > 0""",
    """insert into problem select raw.n, 'body', of_body.reason, null from raw join of_body
        on of_body.body = raw.body and of_body.body_kind = raw.body_kind where of_body.reason > 0 group by all""",
    """insert into problem select raw.n, 'cell', of_cell.reason, null from raw join of_indicator using (indicator)
        join of_cell on of_cell.i = of_indicator.i and of_cell.cell = raw.cell and of_cell.values_of = raw.values_of
        where of_cell.reason > 0""",
    """insert into problem select raw.n, 'unit_word', of_unit_word.reason, null from raw
        join of_indicator using (indicator) join of_unit_word on of_unit_word.i = of_indicator.i
        and of_unit_word.unit_word = raw.unit_word where of_unit_word.reason > 0""",
    """insert into problem select raw.n, 'value', of_value.reason, null from raw
        join of_indicator using (indicator)
        left join of_unit_word on of_unit_word.i = of_indicator.i and of_unit_word.unit_word = raw.unit_word
        join of_value on of_value.i = of_indicator.i and of_value.value = raw.value and of_value.typed = raw.typed
        and of_value.word = coalesce(of_unit_word.scaled, '') where of_value.reason > 0""",
)

# Problems that the lookups alone do not show; the numbers of their reasons are filled in. ``row`` holds every row.
OF_ROWS = {
    "no-start": "select row.n, 'period', {reason}, null from row join indicator on indicator.i = row.i"
    " join period on period.w = row.w where not is_stock and period_start = ''",
    "low": "select row.n, 'value', {reason}, null from row join indicator on indicator.i = row.i"
    " where row.low < indicator.low",
    "share": "select row.n, 'value', {reason}, null from row join indicator on indicator.i = row.i"
    " where greatest(row.low, row.high) > indicator.high and indicator.is_share",
    "high": "select row.n, 'value', {reason}, null from row join indicator on indicator.i = row.i"
    " where greatest(row.low, row.high) > indicator.high and not indicator.is_share",
    "large": f"select n, 'value', {{reason}}, null from row where abs(low) > {LARGEST} or abs(high) > {LARGEST}",
    "revision": "select raw.n, 'revision', {reason}, null from raw join row using (n)"
    " where raw.revision <> '' and (row.revision is null or row.revision < 1)",
    "no-value": "select row.n, 'value', {reason}, null from row"
    " where status in ('reported', 'estimated') and low is null and answer = ''"
    " and n not in (select n from problem)",
    "both": "select row.n, 'status', {reason}, null from row where status not in ('reported', 'estimated', '')"
    " and low is not null and not (status = 'none-occurred' and low = 0)",
    "programme": "select n, 'programme', {reason}, null from raw where programme <> '' and programme <> {programme}",
}

# Rows that are whole, have an answer and are not refused; of rows that say the same of one key, the first.
VALID = """
create table valid as
select row.* from row anti join problem using (n) where status <> ''
"""
# Two values for one key: each of the rows is refused, and told the first (the first: the last) of the others.
TWICE = f"""
insert into problem
select valid.n, 'value', {{reason}}, case when valid.n = twice.first then twice.last else twice.first end
from valid join (
    select {KEY}, revision, min(n) as first, max(n) as last from valid group by {KEY}, revision
    having count(*) > 1 and count(distinct (low, high, answer, qualifier, status)) > 1
) as twice on {SAME_KEY.format(one="valid", other="twice")} and valid.revision is not distinct from twice.revision
"""
ONCE = f"""
create table answer as
select min(n) as n, {KEY}, revision, any_value(low) as low, any_value(high) as high, any_value(answer) as answer,
    any_value(qualifier) as qualifier, any_value(status) as status, bool_or(ended) as ended, count(*) as times
from valid anti join problem using (n) group by {KEY}, revision
"""

# What the folder holds of the answers that the table gives; amounts at six decimals, whatever scale they were kept at.
HELD = f"""
create table held as
with known as (
    select indicator.i, cell.c, unit.u, period.w, body.b, observed.extent as x, observed.revision,
        cast(observed.amount as hugeint) * cast(power(10, 6 - observed.scale) as hugeint) as low,
        cast(observed.amount_high as hugeint) * cast(power(10, 6 - observed.scale) as hugeint) as high,
        observed.qualifier, observed.status, observed.text as answer
    from observed
    join indicator on indicator.code = observed.indicator
    join cell on cell.cell = observed.cell
    join unit on unit.unit = observed.unit
    join period on period.period_start = observed.period_start and period.period_end = observed.period_end
    join body on body.body = observed.body
    where observed.programme = {{programme}}
)
select known.*, max(revision) over (partition by {KEY}) as latest from known semi join answer using ({KEY})
"""
_SAYS = (
    "{one}.low * cast(power(10, 6 - indicator.scale) as hugeint) is not distinct from held.low"
    " and {one}.high * cast(power(10, 6 - indicator.scale) as hugeint) is not distinct from held.high"
    " and {one}.qualifier = held.qualifier and {one}.status = held.status and {one}.answer = held.answer"
)
# A revision that the table numbers itself, and that the folder holds with another value.
TAKEN = f"""
insert into problem
select answer.n, 'revision', {{reason}}, null
from answer join indicator using (i) join held on {SAME_KEY.format(one="answer", other="held")}
    and answer.revision = held.revision
where not ({_SAYS.format(one="answer")})
"""
# The outcome of each answer, and the revision that it gets.
OUTCOME = f"""
create table outcome as
select answer.*, indicator.scale,
    case when held.i is null then 'new' when {_SAYS.format(one="answer")} then 'same' else 'revised' end as outcome,
    coalesce(answer.revision, held.latest + 1, 1) as numbered
from (select * from answer anti join problem using (n)) as answer join indicator using (i)
left join held on {SAME_KEY.format(one="answer", other="held")} and (case when answer.revision is null
    then held.revision = held.latest else held.revision = answer.revision end)
"""

# Periods of flows that cross: they overlap, and neither holds the other. Values of both would be added.
CROSSING = """
create table crossing as
with known as (
    select distinct period.w, period.period_start, period.period_end from answer join indicator using (i)
    join period using (w) where is_added
), other as (
    select period_start, period_end from known
    union select distinct period_start, period_end from observed where programme = {programme} and period_start <> ''
)
select known.w, other.period_start, other.period_end from known join other
    on known.period_start <= other.period_end and other.period_start <= known.period_end
    and (known.period_start < other.period_start or known.period_end > other.period_end)
    and (known.period_start > other.period_start or known.period_end < other.period_end)
    and known.period_start <> other.period_start and known.period_end <> other.period_end
"""
CROSSED = """
insert into problem
select answer.n, 'period', {reason}, min(other.n)
from answer join indicator using (i) join crossing using (w) join (
    select answer.i, answer.c, answer.u, answer.x, answer.b, period.period_start, period.period_end, answer.n
    from answer join period using (w)
    union all
    select indicator.i, cell.c, unit.u, observed.extent, body.b, observed.period_start, observed.period_end, null
    from observed join indicator on indicator.code = observed.indicator join cell on cell.cell = observed.cell
    join unit on unit.unit = observed.unit join body on body.body = observed.body
    where observed.programme = {programme}
) as other on other.i = answer.i and other.c = answer.c and other.u = answer.u and other.x = answer.x
    and other.b = answer.b and other.period_start = crossing.period_start and other.period_end = crossing.period_end
where is_added
group by answer.n
"""

WRITTEN = """
select indicator.code as indicator, cell.cell, unit.unit, outcome.x as extent, period.period_start, period.period_end,
    body.body, body.body_kind, {programme} as programme, cast({version} as bigint) as version,
    outcome.numbered as revision, cast(outcome.low as bigint) as amount, cast(outcome.high as bigint) as amount_high,
    cast(indicator.scale as bigint) as scale, indicator.unit_word, outcome.qualifier, outcome.status,
    'workbook' as origin, cast(1 as double) as confidence, {source} as source, {sha256} as source_sha256,
    cast(0 as bigint) as span_start, cast(0 as bigint) as span_end,
    'dòng ' || outcome.n || case when raw.note <> '' then ': ' || raw.note else '' end as passage, '' as confirmed,
    outcome.answer as text
from outcome join raw using (n) join indicator on indicator.i = outcome.i join cell on cell.c = outcome.c
join unit on unit.u = outcome.u join period on period.w = outcome.w join body on body.b = outcome.b
where outcome.outcome <> 'same'
order by indicator.code, cell.cell, period.period_end, period.period_start, unit.unit, body.body, outcome.numbered
"""

# Shares of a plan, and changes: their part is not within their whole.
_MAY_EXCEED = re.compile("|".join(map(key, ("kế hoạch", "chỉ tiêu", "dự toán", "so với", "tăng", "giảm", "thực hiện"))))
_ADDED = ("sum", "count-units", "count-yes")


def indicator_row(number: int, one: Indicator) -> tuple[Any, ...]:
    """The row of the table ``indicator`` that an indicator is."""
    is_share = (
        one.kind == "share" and one.unit_word == "%" and one.high is None and not _MAY_EXCEED.search(key(one.name))
    )
    high = one.high if one.high is not None else 100 * 10**one.scale if is_share else None
    stock = one.over_time == "latest"
    return (
        number, one.code, one.scale, one.low, high, stock, one.over_time in _ADDED, one.kind in NUMERIC_KINDS,
        one.kind == "money", is_share, one.extent or "area", one.owner, one.unit_word,
    )  # fmt: skip
