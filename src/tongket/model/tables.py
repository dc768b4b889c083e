"""The columns of the tables of facts: one list makes the Parquet schema, the CSV header and the SQL of every engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "real"]
Engine = Literal["duckdb", "sqlite", "postgresql", "spark"]

SQL_TYPES: dict[Engine, dict[ColumnType, str]] = {
    "duckdb": {"text": "varchar", "integer": "bigint", "real": "double"},
    "sqlite": {"text": "text", "integer": "integer", "real": "real"},
    "postgresql": {"text": "text", "integer": "bigint", "real": "double precision"},
    "spark": {"text": "string", "integer": "bigint", "real": "double"},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in every format, its type, what it means, and whether it may be empty."""

    name: str
    type: ColumnType
    meaning: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of facts; its name is that of the folder below ``facts/``."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def create(self, engine: Engine, name: str = "", temporary: bool = False) -> str:
        """The statement that makes the table in ``engine``."""
        types = SQL_TYPES[engine]
        columns = ", ".join(
            f"{column.name} {types[column.type]}{'' if column.nullable else ' not null'}" for column in self.columns
        )
        return f"create {'temporary ' if temporary else ''}table {name or self.name} ({columns})"


OBSERVATIONS = Table(
    "observations",
    (
        Column("indicator", "text", "code of the indicator in its programme"),
        Column("cell", "text", "dimension values, empty for the total"),
        Column("unit", "text", "id of the unit that reports"),
        Column("extent", "text", "own: the body's own work; area: the whole unit, lower levels included"),
        Column("period_start", "text", "first day, ISO 8601; empty for a stock"),
        Column("period_end", "text", "last day, or the day at which a stock was counted"),
        Column("body", "text", "name of the body that reports, as written"),
        Column("body_kind", "text", "code of the kind of body"),
        Column("programme", "text", "code of the programme"),
        Column("version", "integer", "version of the programme"),
        Column("revision", "integer", "revision of the answer, from 1; the latest counts"),
        Column("amount", "integer", "value at the scale; low end of a range; empty where there is no number", True),
        Column("amount_high", "integer", "high end of a range", True),
        Column("scale", "integer", "decimal digits of the amounts: 1234 at scale 2 is 12.34"),
        Column("unit_word", "text", "what is counted: người, đồng, %"),
        Column("qualifier", "text", "hơn, trên, khoảng, dưới ... as printed; part of the value"),
        Column("status", "text", "reported, none-occurred, not-applicable, pending, estimated, missing"),
        Column("origin", "text", "form, workbook, read-confirmed, read"),
        Column("confidence", "real", "0 to 1"),
        Column("source", "text", "file that it was read from"),
        Column("source_sha256", "text", "hash of that file"),
        Column("span_start", "integer", "first character of the figure in the source's text"),
        Column("span_end", "integer", "character after its last"),
        Column("passage", "text", "sentence, or row and cell, that it was read from"),
        Column("confirmed", "text", "x, or who confirmed it; empty when nobody has"),
    ),
)
