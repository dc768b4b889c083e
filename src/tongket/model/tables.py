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
    """A column: its name in every format, its type, what it means, and whether it may be empty.

    ``added``: a text column of later date. A file of facts from before has none, and reads as "" there.
    """

    name: str
    type: ColumnType
    meaning: str
    nullable: bool = False
    added: bool = False


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
        Column(
            "text", "text", "the answer of a text, the code of a choice, 'rank/among' of a rank; else empty", added=True
        ),
    ),
)

# The kernel: entries of registers. ``entry`` ties an entry's rows together; see ``consolidating.entries``.
_ENTRY = (
    Column("entry", "text", "hash of register, unit, body, id and revision: ties the rows of one entry together"),
    Column("register", "text", "code of the register"),
    Column("id", "text", "the keeper's own number for it, unique with register, unit and body"),
    Column("unit", "text", "id of the unit that keeps it"),
    Column("body", "text", "name of the body that keeps it, as written; of an obligation: that owes it"),
    Column("body_kind", "text", "code of the kind of body"),
    Column("on_day", "text", "day of an event, first day of an item, day an obligation was laid down, last day scored"),
    Column("until_day", "text", "last day; empty: still, or the same day"),
    Column("title", "text", "what it is, in words"),
    Column("state", "text", "as the keeper gives it; its words depend on the table"),
    Column("origin", "text", "form, workbook, read-confirmed, read"),
    Column("source", "text", "file that it came from"),
    Column("source_sha256", "text", "hash of that file"),
    Column("place", "text", "row of that file"),
    Column("revision", "integer", "revision of the entry, from 1; the latest counts"),
)
EVENTS = Table("events", (*_ENTRY, Column("combined", "integer", "1: held within another; 0: by itself")))
REGISTER = Table(
    "register",
    (
        *_ENTRY,
        Column("kind", "text", "item or agreement"),
        Column("symbol", "text", "symbol of the agreement's text"),
        Column("meetings_due", "integer", "meetings that the parties owe each other, a year"),
    ),
)
OBLIGATIONS = Table(
    "obligations",
    (
        *_ENTRY,
        Column("asked_by", "text", "who laid it down"),
        Column("due", "text", "last day to answer"),
        Column("answered_on", "text", "day of the answer"),
        Column("answer", "text", "the answer, in words"),
        Column("proof", "text", "symbol of the document, or name of the file, that shows it"),
        Column("transferred_to", "text", "unit and body that took it over"),
    ),
)
SCORES = Table(
    "scores",
    (
        *_ENTRY,
        Column("version", "text", "version of the criteria"),
        Column("band", "text", "class as announced"),
        Column("announced_rank", "integer", "rank as announced", True),
        Column("among", "integer", "how many were ranked", True),
    ),
)
FIELDS = Table(
    "fields",
    (
        Column("entry", "text", "the entry"),
        Column("position", "integer", "order within the entry, from 1"),
        Column("field", "text", "code of the register's field"),
        Column("text", "text", "text, or code of the choice; empty for a number"),
        Column("amount", "integer", "number at the field's scale", True),
    ),
)
TAGS = Table(
    "tags",
    (
        Column("entry", "text", "the entry"),
        Column("position", "integer", "order within the entry, from 1"),
        Column("directive", "text", "symbol of a document that the entry serves"),
        Column("dated", "text", "that document's date, empty where unknown"),
    ),
)
YEARS = Table(
    "years",
    (
        Column("entry", "text", "the entry"),
        Column("what", "text", "confirmed: found alive in that year; meetings: held in it"),
        Column("year", "integer", "the year"),
        Column("amount", "integer", "how many meetings; 1 for a confirmation"),
    ),
)
PARTIES = Table(
    "parties",
    (
        Column("entry", "text", "the agreement"),
        Column("position", "integer", "order within the entry, from 1"),
        Column("party", "text", "name of a body that signed"),
    ),
)
SCORE_LINES = Table(
    "score_lines",
    (
        Column("entry", "text", "the score sheet"),
        Column("position", "integer", "order within the sheet, from 1"),
        Column("criterion", "text", "code of the criterion"),
        Column("own", "integer", "points that the body gave itself, at the scorecard's scale", True),
        Column("appraised", "integer", "points that the appraiser gave", True),
        Column("reason", "text", "why points were taken off or given"),
    ),
)
ENTRY_TABLES = (EVENTS, REGISTER, OBLIGATIONS, SCORES)  # one row an entry
DETAIL_TABLES = (FIELDS, TAGS, YEARS, PARTIES, SCORE_LINES)  # rows that belong to an entry
KERNEL_TABLES = (*ENTRY_TABLES, *DETAIL_TABLES)
