"""Writing many rows in one statement: as one JSON text, which the database takes apart (``json_each``,
``jsonb_array_elements``). Several times quicker than a parameter for each column of each row.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, namedtuple
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from django.db import connection, models

from tongket.site.records.services import canonical
from tongket.site.rounds.models import Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.sheets import Held
from tongket.site.submissions.models import Answer, Observation, Value

ANSWER_FIELDS = tuple(field.name for field in Answer._meta.get_fields())


class Statement(NamedTuple):
    """A statement with its parameters."""

    text: str
    parameters: Sequence[Any]

    def run(self) -> None:
        """Let the database do it."""
        _run(*self)


def insert_all(rows: Collection[Any], model: type[models.Model] | None = None) -> None:
    """Insert new rows of one model: its objects, or others with its columns. Their keys stay unknown to them."""
    if rows:
        inserting(rows, model).run()


def inserting(rows: Collection[Any], model: type[models.Model] | None = None) -> Statement:
    """What inserts ``rows``, of which there is at least one."""
    model = model or type(next(iter(rows)))
    fields, beginning = _inserting(model)
    told, parameters = _told(rows, fields)
    return Statement(f"{beginning} {told}", parameters)


@lru_cache(maxsize=64)
def _inserting(model: type[models.Model]) -> tuple[tuple[models.Field, ...], str]:
    """The columns of a new row, and how the statement that inserts them begins."""
    fields = tuple(field for field in model._meta.concrete_fields if not field.primary_key)
    columns = ", ".join(_quoted(field.column) for field in fields)
    return fields, f"insert into {_quoted(model._meta.db_table)} ({columns})"


def update_all(rows: Collection[models.Model], names: Sequence[str]) -> None:
    """Write the columns ``names`` of rows that are there."""
    if rows:
        updating(rows, names).run()


def updating(rows: Collection[models.Model], names: Sequence[str]) -> Statement:
    """What writes the columns ``names`` of ``rows``, of which there is at least one."""
    model = type(next(iter(rows)))
    fields = (model._meta.pk, *(model._meta.get_field(name) for name in names))
    columns = [_quoted(field.column) for field in fields]
    table, key = _quoted(model._meta.db_table), columns[0]
    setting = ", ".join(f"{column} = fresh.{column}" for column in columns[1:])
    told, parameters = _told(rows, fields)
    return Statement(
        f"update {table} set {setting} from ({told}) fresh where {table}.{key} = fresh.{key}",  # noqa: S608 - names of our own tables
        parameters,
    )


def _run(statement: str, parameters: Sequence[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def _told(rows: Collection[models.Model], fields: Sequence[models.Field]) -> tuple[str, list[Any]]:
    """The SELECT that makes the rows, and its parameters: what is the same in all of them once, the rest as JSON."""
    on_server = connection.vendor == "postgresql"
    chosen, same, differing = [], [], []
    columns = zip(*map(_getting(fields), rows), strict=True)
    for field, column in zip(fields, columns, strict=True):
        if column.count(column[0]) == len(column):
            same.append(_written(column[0], field))
            told = f"%s::{_type(field)}" if on_server else "%s"
        else:
            at = len(differing)
            told = f"(value ->> {at})::{_type(field)}" if on_server else f"json_extract(value, '$[{at}]')"
            differing.append([_written(value, field) for value in column] if field in _special(fields) else column)
        chosen.append(f"{told} as {_quoted(field.column)}")
    taken_apart = "jsonb_array_elements(%s::jsonb)" if on_server else "json_each(%s)"
    lines = list(zip(*differing, strict=True)) if differing else [()] * len(rows)
    text = json.dumps(lines, ensure_ascii=False)
    return f"select {', '.join(chosen)} from {taken_apart}", [*same, text]  # noqa: S608 - numbers and names of our own columns


@lru_cache(maxsize=256)
def _getting(fields: Sequence[models.Field]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes these columns out of a row."""
    return attrgetter(*(field.attname for field in fields))


def _written(value: Any, field: models.Field) -> Any:
    """The value as the database writes it: moments in its own way, JSON as its text."""
    if isinstance(field, models.JSONField):
        return json.dumps(value, ensure_ascii=False)
    return field.get_db_prep_save(value, connection) if isinstance(field, models.DateTimeField) else value


@lru_cache(maxsize=256)
def _special(fields: Sequence[models.Field]) -> frozenset[models.Field]:
    """Those whose values JSON holds otherwise than Python does."""
    return frozenset(field for field in fields if isinstance(field, models.JSONField | models.DateTimeField))


@lru_cache(maxsize=256)
def _type(field: models.Field) -> str:
    """The type to which text is cast; without its length, so that what is too long is refused and not cut."""
    whole = field.rel_db_type(connection) if field.primary_key else field.db_type(connection)
    return whole.partition("(")[0]


@lru_cache(maxsize=512)
def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


_NAMES = tuple(sorted(ANSWER_FIELDS))
_sorted = itemgetter(*map(ANSWER_FIELDS.index, _NAMES))


class Row(namedtuple("Row", (*ANSWER_FIELDS, "explanation", "typed"))):
    """A value of the form as the database holds it: its columns, without the model around them."""

    __slots__ = ()

    @property
    def told(self) -> dict[str, Any]:
        """What it answers, by column, in order of their names."""
        return dict(zip(_NAMES, _sorted(self), strict=True))


def canonical_of(rows: Sequence[Row]) -> str:
    """``canonical`` of what ``rows`` answer, written by column: what is the same in all of them once. A fifth of the
    time, and it is asked for at each sending.
    """
    line, differing = [], []
    for name, column in zip(_NAMES, zip(*map(_sorted, rows), strict=True), strict=False):
        is_same = column.count(column[0]) == len(column)
        line.append(f'"{name}":' + (canonical(column[0]).replace("%", "%%") if is_same else "%s"))
        if not is_same:
            differing.append(_each_canonical(column))
    pattern = f"{{{','.join(line)}}}"
    told = zip(*differing, strict=True) if differing else [()] * len(rows)
    return f"[{','.join([pattern % one for one in told])}]"


def _each_canonical(column: Sequence[Any]) -> list[str]:
    """``canonical`` of each value of a column: of texts, or of numbers and blanks, which hold no comma."""
    if isinstance(column[0], str):
        return [canonical(one) for one in column]
    return canonical(column)[1:-1].split(",")


def values_of(submission: Submission) -> list[Row]:
    """All values of the form, in the order in which they were first filled in."""
    return [Row._make(row) for row in _asked(_VALUES, submission)]


def sent_values(submission: Submission, revision: int) -> list[Row]:
    """All values of one revision."""
    return [Row._make((*row, "")) for row in _asked(_SENT, submission, revision)]


def standing_of(submission: Submission) -> tuple[Any, ...]:
    """What tells one state of the values from another: each change raises a version, each new row has a higher key,
    each explanation its moment.
    """
    return tuple(_asked(_STANDING, submission)[0])


class There(NamedTuple):
    """What there is of a form: mostly values alone, or nothing yet; what is not there is not asked for."""

    values: bool
    findings: bool
    uploads: bool
    narratives: bool


ALL = There(values=True, findings=True, uploads=True, narratives=True)


def there_of(submission: Submission) -> There:
    """What there is of the form."""
    return There(*map(bool, _asked(_THERE, submission, *[submission.pk] * 3)[0]))


def openness_of(submission: Submission) -> tuple[Any, ...]:
    """All that decides where may be written, as it stands now, beside its values (``standing_of``)."""
    return tuple(_asked(_OPENNESS, submission)[0])


def count_filled(submission: Submission, moment: dt.datetime) -> None:
    """Write down how many cells of the form hold an answer, and that it was changed at ``moment``."""
    _run(_FILLED, [connection.ops.adapt_datetimefield_value(moment), submission.pk, submission.pk])


def _asked(statement: str, submission: Submission, *more: int) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [submission.pk, *more])
        return cursor.fetchall()


_STANDING = "select count(*), sum(version), max(id), max(changed) from submissions_value where submission_id = %s"
_OPENNESS = """
select s.edition, s.state, s.frozen, s.reopened_until, r.state, r.programme_id
from rounds_submission s join rounds_round r on r.id = s.round_id where s.id = %s"""
_THERE = """
select exists (select 1 from submissions_value where submission_id = %s),
    exists (select 1 from submissions_storedfinding where submission_id = %s),
    exists (select 1 from submissions_upload where submission_id = %s),
    exists (select 1 from submissions_narrative where submission_id = %s)"""
_FILLED = """
update rounds_submission set changed = %s, filled = (
    select count(*) from submissions_value where submission_id = %s and status <> 'missing')
where id = %s"""
_COLUMNS = ", ".join(f'"{Value._meta.get_field(name).column}"' for name in ANSWER_FIELDS)
_VALUES = f"select {_COLUMNS}, explanation, typed from submissions_value where submission_id = %s order by id"  # noqa: S608 - our own names
_SENT = f"select {_COLUMNS}, explanation from observations where submission_id = %s and revision = %s order by id"  # noqa: S608 - as above


def rows_of(values: Collection[Any]) -> list[Row]:
    """``values_of`` of new rows that are about to be written: objects with the columns of a value."""
    return [Row._make(columns) for columns in map(_of_value, values)]


_of_value = attrgetter(*(Value._meta.get_field(name).attname for name in (*ANSWER_FIELDS, "explanation", "typed")))


def keep_values(submission: Submission, revision: int) -> None:
    """Keep the values of the form that say something as observations of ``revision``: one statement, no row leaves
    the database.
    """
    keeping = _keeping(connection.vendor, f"{_quoted(Value._meta.db_table)} v")
    _run(f"{keeping} and v.submission_id = %s order by v.id", [*_same(submission, revision), submission.pk])


def write_and_keep(inserted: Statement, submission: Submission, revision: int) -> None:
    """Write the first values of the form, and keep them as ``keep_values`` does. ``inserted`` is what writes them."""
    if connection.vendor != "postgresql":
        inserted.run()
        keep_values(submission, revision)
        return
    fields, beginning = _inserting(Value)  # the text that holds them is taken apart once for both tables
    columns = ", ".join(_quoted(field.column) for field in fields)
    told = inserted.text.removeprefix(beginning)
    writing = f"with told as materialized ({told}), written as ({beginning} select {columns} from told)"  # noqa: S608 - our own names
    _run(f"{writing} {_keeping('postgresql', 'told v')}", [*inserted.parameters, *_same(submission, revision)])


def _same(submission: Submission, revision: int) -> list[Any]:
    """What is the same in all observations of a revision: the word of a unit, but for some, and whose they are."""
    body, programme = submission.body, submission.round.programme
    others, most = _unit_words(Held(programme_of(programme)))
    return [others, submission.pk, body.unit, body.name, body.kind, programme.code, programme.version, revision, most]


@lru_cache(maxsize=32)
def _unit_words(held: Held) -> tuple[str, str]:
    """The words of units that are not the most frequent one, as JSON by indicator; and that one."""
    words = {one.code: one.unit_word for one in held.programme.indicators}
    ((most, _),) = Counter(words.values()).most_common(1) or [("", 0)]
    return json.dumps({code: word for code, word in words.items() if word != most}), most


@lru_cache(maxsize=4)
def _keeping(vendor: str, taken: str) -> str:
    """What keeps the values of ``taken``; the parameters are those of ``_same``."""
    if vendor == "postgresql":
        words, joined, word = "select %s::jsonb as value", "cross join word", "word.value ->> v.indicator"
    else:
        words, joined, word = "select * from json_each(%s)", "left join word on word.key = v.indicator", "word.value"
    same = ("submission_id", "unit", "body", "body_kind", "programme", "version", "revision")
    copied = [*(Value._meta.get_field(name).column for name in ANSWER_FIELDS), "explanation"]
    columns = ", ".join(map(_quoted, (*same, "unit_word", *copied)))
    chosen = ", ".join(f"v.{_quoted(one)}" for one in copied)
    return f"""
        insert into {_quoted(Observation._meta.db_table)} ({columns})
        with word as materialized ({words})
        select {"%s, " * len(same)} coalesce({word}, %s), {chosen}
        from {taken} {joined} where v.status <> 'missing'"""  # noqa: S608 - names of our own tables
