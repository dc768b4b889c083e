"""A flat table made ready for an import: its fields in one order, as text, in a CSV that the engine reads at once."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from typing import Any

from tongket.consolidating.imports.statements import RAW
from tongket.consolidating.imports.take_in import Staged
from tongket.consolidating.imports.values import RANGE, TYPED
from tongket.exchange.facts_columns import Columns
from tongket.exchange.facts_table import FlatTable, Row, cell_text, table_rows

_SCALES = frozenset(("", *map(str, range(10))))
_TO_STRIP = frozenset((" ", "'", "\t", "\u00a0", "\n", "\r"))
_MOST_RAGGED = 100_000  # rows that are remembered one by one


@dataclass(slots=True)
class _Count:
    rows: int = 0


def stage_table(table: FlatTable, columns: Columns, path: Path) -> Staged:
    """Write the rows of ``table`` below its header to ``path``; give what an import needs to know of it.

    Raises:
        ReadError: the table is damaged, or not Unicode.
    """
    ragged: list[int] = []
    count = _Count()
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_MINIMAL).writerows(
            _staged_rows(table, columns, ragged, count)
        )
    said = repr((sorted(columns.fields.items()), sorted(columns.constants.items()), columns.sheet, columns.decimal))
    digest = sha256(f"{table.sha256}\0{said}\0{columns.regime}".encode()).hexdigest()
    dimensions = _dimensions(columns)
    return Staged(table.file, digest, path, count.rows, dimensions, tuple(ragged), columns.decimal, columns.regime)


def _dimensions(columns: Columns) -> tuple[str, ...]:
    return (*columns.dimensions, *(name for name in columns.constants if name not in _FIELDS))


_FIELDS = frozenset((*RAW, "amount", "amount_high", "scale", "answer"))


def _staged_rows(table: FlatTable, columns: Columns, ragged: list[int], count: _Count) -> Iterator[Sequence[str | int]]:
    width = len(columns.headers)
    plain = _plain_places(table, columns)
    empty = [columns.constants.get(name, "") for name in RAW]
    for number, cells in _below(table, columns):
        count.rows += 1
        if len(cells) > width and any(cell not in (None, "") for cell in cells[width:]) and len(ragged) < _MOST_RAGGED:
            ragged.append(number)
        if plain is None or len(cells) < width:
            yield _staged(number, cells, columns)
            continue
        row: list[str | int] = [number, *empty]
        for at, place in plain:
            text = cells[at]
            row[place] = cell_text(text) if text[:1] in _TO_STRIP or text[-1:] == " " else text
        yield row


def _plain_places(table: FlatTable, columns: Columns) -> tuple[tuple[int, int], ...] | None:
    """(column of the table, place in the staged row) where cells need only be put in order: text with its values
    written out and without dimensions. A million such rows are common, and this is twice as fast.
    """
    if table.format != "text" or _dimensions(columns) or not {*columns.fields} <= {*RAW}:
        return None
    return tuple((at, 1 + RAW.index(name)) for name, at in columns.fields.items())


def _below(table: FlatTable, columns: Columns) -> Iterator[Row]:
    return (row for row in table_rows(table, columns.sheet) if row[0] > columns.header_row)


def _staged(number: int, cells: Sequence[Any], columns: Columns) -> list[str | int]:
    fields = dict(columns.constants)
    for name, at in columns.fields.items():
        fields[name] = cell_text(cells[at]) if at < len(cells) else ""
    value, typed = _value(cells, columns, fields)
    packed = [cell_text(cells[at]) if at < len(cells) else "" for at in columns.dimensions.values()]
    packed += [value for name, value in columns.constants.items() if name not in _FIELDS]
    fields["value"], fields["typed"], fields["values_of"] = value, typed, "\t".join(packed)
    return [number, *(fields.get(name, "") for name in RAW)]


def _value(cells: Sequence[Any], columns: Columns, fields: dict[str, str]) -> tuple[str, str]:
    """The value as text, and how it is to be read: as a person wrote it (""), as a number with a point, or as a range
    of two such.
    """
    text = fields.get("value", "") or fields.get("answer", "")
    if text:
        at = columns.fields.get("value", -1)
        is_number = 0 <= at < len(cells) and isinstance(cells[at], int | float | Decimal)
        return text, TYPED if is_number and not isinstance(cells[at], bool) else ""
    ends = [_scaled(fields.get(name, ""), fields.get("scale", "")) for name in ("amount", "amount_high")]
    if not ends[0]:
        return "", ""
    return (f"{ends[0]} {ends[1]}", RANGE) if ends[1] else (ends[0], TYPED)


def _scaled(amount: str, scale: str) -> str:
    """An amount of the table of facts at its scale, as a number with a point; what is none as it is."""
    if scale not in _SCALES:
        return f"{amount} / 10^{scale}"  # which is no number, and is refused as such
    try:
        return f"{Decimal(amount).scaleb(-int(scale or 0)):f}" if amount else ""
    except InvalidOperation:
        return amount
