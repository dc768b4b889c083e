"""Statements that are written once: the ORM takes several times longer to write one than the database to answer it.
For those of every page, and of a saving; all others are querysets.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import AutoField, Field, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.expressions import RawSQL
from django.db.models.query import get_related_populators

Kept = TypeVar("Kept", bound=Model)


@dataclass(frozen=True, slots=True)
class _Given:
    """Stands in the statement where the argument of that number comes."""

    number: int


class Prepared(Generic[Kept]):
    """A queryset by its arguments: ``make`` is called once in each thread, with expressions in their place, and gives
    the queryset; every call gives the rows that it has now.

        grants_of = Prepared(2, lambda user, day: Grant.objects.filter(user=user, starts__lte=day))
        grants_of(user.pk, today())
    """

    def __init__(self, count: int, make: Callable[..., QuerySet[Kept]]) -> None:
        self._count, self._make = count, make
        self._made = threading.local()  # a compiler belongs to the connection of its thread

    def __call__(self, *given: object) -> list[Kept]:
        """The rows for these arguments: numbers, texts, days, moments; never None, which no equality finds."""
        statement = getattr(self._made, "statement", None)
        if statement is None:
            marks = (RawSQL("%s", (_Given(number),)) for number in range(self._count))
            statement = self._made.statement = _Statement(self._make(*marks))
        return list(statement.rows(given))

    def first(self, *given: object) -> Kept | None:
        """The first row, or None."""
        return next(iter(self(*given)), None)


def texts_of(text: RawSQL) -> RawSQL:
    """The texts of a JSON list, for ``__in``: one argument, however many there are."""
    on_server = connection.vendor == "postgresql"
    each = "jsonb_array_elements_text(%s::jsonb)" if on_server else "value from json_each(%s)"
    return RawSQL(f"select {each}", text.params)  # noqa: S611 - one of two texts of our own


class _Statement:
    def __init__(self, queryset: QuerySet[Any]) -> None:
        self.compiler = queryset.query.get_compiler(connection=connection)
        self.text, self.parameters = self.compiler.as_sql()
        told = self.compiler.klass_info
        first, last = told["select_fields"][0], told["select_fields"][-1] + 1
        self.model, self.own = told["model"], slice(first, last)
        self.names = [chosen[0].target.attname for chosen in self.compiler.select[self.own]]
        self.related = get_related_populators(told, self.compiler.select, connection.alias)
        self.converters = self.compiler.get_converters([chosen[0] for chosen in self.compiler.select])

    def rows(self, given: tuple[object, ...]) -> Iterator[Any]:
        values = [_adapted(given[one.number]) if isinstance(one, _Given) else one for one in self.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self.text, values)
            found = cursor.fetchall()
        for row in self.compiler.apply_converters(found, self.converters):
            kept = _made(self.model, self.names, row[self.own])
            for one in self.related:
                _populate(one, row, kept)
            yield kept


def _made(model: type[Kept], names: Sequence[str], values: Sequence[object]) -> Kept:
    """What ``Model.from_db`` gives, without asking each field: a third of the time. No model here has an own way of
    being made, and nobody listens to signals of it.
    """
    kept = model.__new__(model)
    kept.__dict__.update(zip(names, values, strict=True), _state=ModelState())
    kept._state.adding, kept._state.db = False, DEFAULT_DB_ALIAS
    return kept


def _populate(related: Any, row: Sequence[object], kept: Model) -> None:
    """What ``RelatedPopulator.populate`` does, by ``_made``."""
    values = row[related.cols_start : related.cols_end]
    found = None
    if values[related.pk_idx] is not None:
        found = _made(related.model_cls, related.init_list, values)
        for inner in related.related_populators:
            _populate(inner, row, found)
        related.remote_setter(found, kept)
    related.local_setter(kept, found)


def _adapted(value: object) -> object:
    """The value as the database writes it."""
    if isinstance(value, dt.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, dt.date) else value


def insert(row: Model) -> None:
    """Insert one new row; its key is then known."""
    text, fields = _inserting(type(row), connection.vendor)
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias


def update(row: Model, *names: str) -> None:
    """Write these columns of one row that is there."""
    text, fields = _updating(type(row), names, connection.vendor)
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(text, values)


@lru_cache(maxsize=64)
def _inserting(model: type[Model], _vendor: str) -> tuple[str, tuple[Field, ...]]:
    fields = tuple(field for field in model._meta.concrete_fields if not isinstance(field, AutoField))
    columns, key = ", ".join(map(_quoted, fields)), _quoted(model._meta.pk)
    marks = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    return f"insert into {table} ({columns}) values ({marks}) returning {key}", fields  # noqa: S608 - our own names


@lru_cache(maxsize=64)
def _updating(model: type[Model], names: tuple[str, ...], _vendor: str) -> tuple[str, tuple[Field, ...]]:
    fields = tuple(model._meta.get_field(name) for name in names)
    setting = ", ".join(f"{_quoted(field)} = %s" for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    text = f"update {table} set {setting} where {_quoted(model._meta.pk)} = %s"  # noqa: S608 - our own names
    return text, (*fields, model._meta.pk)


def _quoted(field: Field) -> str:
    return connection.ops.quote_name(field.column)
