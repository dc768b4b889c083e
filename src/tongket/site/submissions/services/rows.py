"""Writing many rows in one statement: as one JSON text, which the database takes apart (``json_each``,
``jsonb_array_elements``). Several times quicker than a parameter for each column of each row.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, models

from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Answer, Observation, Value

ANSWER_FIELDS = tuple(field.name for field in Answer._meta.get_fields())


def insert_all(rows: Collection[models.Model]) -> None:
    """Insert new rows of one model. Their keys stay unknown to the objects."""
    if not rows:
        return
    model = type(next(iter(rows)))
    fields = tuple(field for field in model._meta.concrete_fields if not field.primary_key)
    columns = ", ".join(_quoted(field.column) for field in fields)
    _run(f"insert into {_quoted(model._meta.db_table)} ({columns}) {_taken_apart(fields)}", rows, fields)


def update_all(rows: Collection[models.Model], names: Sequence[str]) -> None:
    """Write the columns ``names`` of rows that are there."""
    if not rows:
        return
    model = type(next(iter(rows)))
    fields = (model._meta.pk, *(model._meta.get_field(name) for name in names))
    columns = [_quoted(field.column) for field in fields]
    table, key = _quoted(model._meta.db_table), columns[0]
    setting = ", ".join(f"{column} = fresh.{column}" for column in columns[1:])
    _run(
        f"update {table} set {setting} from ({_taken_apart(fields)}) fresh where {table}.{key} = fresh.{key}",  # noqa: S608 - names of our own tables
        rows,
        fields,
    )


def _run(statement: str, rows: Collection[models.Model], fields: Sequence[models.Field]) -> None:
    told = json.dumps([[_told(row, field) for field in fields] for row in rows], ensure_ascii=False, default=str)
    with connection.cursor() as cursor:
        cursor.execute(statement, [told])


def _told(row: models.Model, field: models.Field) -> Any:
    """The value as JSON holds it: moments as the database writes them, JSON as its text."""
    value = getattr(row, field.attname)
    if isinstance(field, models.JSONField):
        return json.dumps(value, ensure_ascii=False)
    return field.get_db_prep_save(value, connection) if isinstance(field, models.DateTimeField) else value


def _taken_apart(fields: Sequence[models.Field]) -> str:
    """The SELECT that makes rows of the JSON."""
    if connection.vendor != "postgresql":
        told = (f"json_extract(value, '$[{at}]') as {_quoted(field.column)}" for at, field in enumerate(fields))
        return f"select {', '.join(told)} from json_each(%s)"  # noqa: S608 - numbers and names of our own columns
    told = (f"(value ->> {at})::{_type(field)} as {_quoted(field.column)}" for at, field in enumerate(fields))
    return f"select {', '.join(told)} from jsonb_array_elements(%s::jsonb)"  # noqa: S608 - as above


@lru_cache(maxsize=256)
def _type(field: models.Field) -> str:
    """The type to which text is cast; without its length, so that what is too long is refused and not cut."""
    whole = field.rel_db_type(connection) if field.primary_key else field.db_type(connection)
    return whole.partition("(")[0]


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def keep_values(submission: Submission, revision: int, unit_words: Mapping[str, str]) -> None:
    """Keep the values of the form that say something as observations of ``revision``: one statement, no row leaves
    the database. ``unit_words`` by indicator.
    """
    same = {
        "submission_id": submission.pk,
        "unit": submission.body.unit,
        "body": submission.body.name,
        "body_kind": submission.body.kind,
        "programme": submission.round.programme.code,
        "version": submission.round.programme.version,
        "revision": revision,
    }
    copied = [*(Value._meta.get_field(name).column for name in ANSWER_FIELDS), "explanation"]
    on_server = connection.vendor == "postgresql"
    word = "cast(%s as jsonb) ->> v.indicator" if on_server else """json_extract(%s, '$."' || v.indicator || '"')"""
    columns = ", ".join(map(_quoted, (*same, "unit_word", *copied)))
    chosen = ", ".join(("%s",) * len(same) + (f"coalesce({word}, '')",) + tuple(f"v.{_quoted(one)}" for one in copied))
    statement = f"""
        insert into {_quoted(Observation._meta.db_table)} ({columns})
        select {chosen} from {_quoted(Value._meta.db_table)} v
        where v.submission_id = %s and v.status <> 'missing' order by v.id"""  # noqa: S608 - names of our own tables
    with connection.cursor() as cursor:
        cursor.execute(statement, [*same.values(), json.dumps(dict(unit_words)), submission.pk])
