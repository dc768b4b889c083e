# ruff: noqa: S608 - the statements are put together of names that this module itself writes
"""What can be asked of an entry of a register, as one statement of those that count (``counting_statements``)."""

from __future__ import annotations

_NUMBER = "cast(null as bigint)"
_TEXTS = {
    "unit": "unit",
    "level": "level",
    "body": "body_kind",
    "on": "on_day",
    "until": "until_day",
    "state": "state",
    "standing": "standing",
}
_TEXTS_OF = {
    "symbol": ("symbol", "agreement"),
    "asked-by": ("asked_by", "obligation"),
    "due": ("due", "obligation"),
    "answered-on": ("answered_on", "obligation"),
    "transferred-to": ("transferred_to", "obligation"),
    "version": ("version", "score-sheet"),
}


def _properties() -> str:
    """Everything that can be asked of an entry, one row each; a field without an answer has none."""
    parts = [
        "select fields.entry, field, text, amount from fields join standing on standing.entry = fields.entry"
        " where text <> '' or amount is not null"
    ]
    parts += [f"select entry, '{name}', {column}, {_NUMBER} from standing" for name, column in _TEXTS.items()]
    parts += [
        f"select entry, '{name}', {column}, {_NUMBER} from standing where kind = '{kind}'"
        for name, (column, kind) in _TEXTS_OF.items()
    ]
    parts += [*_of_all(), *_of_agreements(), *_of_obligations(), *_of_scores()]
    return " union all ".join(parts)


def _of_all() -> tuple[str, ...]:
    """What can be asked of entries of several kinds: their year, their directives and how far from one they began."""
    return (
        "select entry, 'year', '', on_year from standing",
        f"select tags.entry, 'directive', tags.directive, {_NUMBER} from tags"
        " join standing on standing.entry = tags.entry",
        # A symbol is not an identity: where both dates are known, they decide.
        f"select distinct tags.entry, 'directive', 'this', {_NUMBER} from tags"
        " join standing on standing.entry = tags.entry join directive on directive.symbol = tags.directive"
        " and (directive.dated = tags.dated or directive.dated = '' or tags.dated = '')",
        "select entry, 'days-from-directive', '', began - issued.ordinal from standing cross join directive"
        " join calendar as issued on issued.day = directive.dated where began >= issued.ordinal",
        "select entry, 'combined', case when combined = 1 then 'yes' else 'no' end,"
        f" {_NUMBER} from standing where kind = 'event'",
    )


def _of_agreements() -> tuple[str, ...]:
    """What can be asked of items and agreements: whether they were confirmed, who is party, meetings held and due."""
    return (
        "select standing.entry, 'confirmed', case when count(years.year) > 0 then 'yes' else 'no' end,"
        f" {_NUMBER} from standing cross join day left join years on years.entry = standing.entry"
        " and years.what = 'confirmed' and years.year = day.year_last"
        " where kind in ('item', 'agreement') group by standing.entry",
        f"select parties.entry, 'party', party, {_NUMBER} from parties join standing on standing.entry = parties.entry",
        "select standing.entry, 'meetings-held', '', cast(coalesce(sum(years.amount), 0) as bigint)"
        " from standing cross join day left join years on years.entry = standing.entry and years.what = 'meetings'"
        " and years.year >= day.year_first and years.year <= day.year_last"
        " where kind = 'agreement' group by standing.entry",
        # Owed for every year of the period that the term touches.
        "select entry, 'meetings-due', '', case when last_year < first_year then cast(0 as bigint)"
        " else meetings_due * (last_year - first_year + 1) end from ("
        "select entry, meetings_due, case when on_year > year_first then on_year else year_first end as first_year,"
        " case when until_day <> '' and substr(until_day, 1, 4) < substr(day.last, 1, 4)"
        " then cast(substr(until_day, 1, 4) as bigint) else year_last end as last_year"
        " from standing cross join day where kind = 'agreement') as term",
    )


def _of_obligations() -> tuple[str, ...]:
    """Whether and by how many days an obligation is late."""
    return (
        "select entry, 'days-late', '', case when stopped > owed then stopped - owed else cast(0 as bigint) end"
        " from standing where kind = 'obligation' and owed is not null and stopped is not null",
        "select entry, 'is-late', case when stopped > owed then 'yes' else 'no' end,"
        f" {_NUMBER} from standing where kind = 'obligation' and owed is not null and stopped is not null",
    )


def _of_scores() -> tuple[str, ...]:
    """What can be asked of a score sheet: points, band and rank."""
    return (
        "select entry, 'own', '', own from scored where own is not null",
        "select entry, 'appraised', '', appraised from scored where appraised is not null",
        "select entry, 'points', '', points from scored where points is not null",
        "select entry, 'deducted', '', own - appraised from scored where own is not null and appraised is not null",
        "select standing.entry, 'band', case when standing.band <> '' then standing.band else scored.band end,"
        f" {_NUMBER} from standing left join scored on scored.entry = standing.entry"
        " where kind = 'score-sheet' and (standing.band <> '' or scored.band is not null)",
        "select standing.entry, 'rank', case when coalesce(standing.among, scored.among) is null then ''"
        " else cast(coalesce(announced_rank, scored.place) as varchar(20)) || '/'"
        " || cast(coalesce(standing.among, scored.among) as varchar(20)) end,"
        " coalesce(announced_rank, scored.place) from standing"
        " left join scored on scored.entry = standing.entry where coalesce(announced_rank, scored.place) is not null",
        "select standing.entry, 'among', '', coalesce(standing.among, scored.among) from standing"
        " left join scored on scored.entry = standing.entry"
        " where coalesce(standing.among, scored.among) is not null",
    )


PROPERTY = (
    "property",
    f"select entry, field, text, amount from ({_properties()}) as every_property",
)
