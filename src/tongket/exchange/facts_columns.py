"""What the columns of a table of values hold (cột của bảng số liệu): by their headers, or as a mapping file says.

A mapping is YAML::

    columns: {Mã: indicator, Địa bàn: unit, Giới tính: gioi-tinh, Người nhập: ""}   # "" passes a column over
    constants: {period: quý I/2026, body: ubnd, extent: area}     # what holds for every row
    sheet: Biểu 2          # of a workbook
    header: 3              # the row with the headers
    decimal: ","           # or ".": how '1,234' is meant where both are possible
    regime: nd-09          # or calendar: whose closing days 'quý I/2026' has
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from tongket.errors import ReadError
from tongket.exchange.facts_table import FlatTable, Row, cell_text, table_rows
from tongket.messages import N_
from tongket.model.imports import Field
from tongket.model.programmes import Programme
from tongket.registry.cycles import Regime
from tongket.vietnamese.unicode import folded

_HEADERS: dict[str, tuple[str, ...]] = {
    "indicator": (
        "indicator", "indicator code", "chỉ tiêu", "mã chỉ tiêu", "mã ct", "mã số chỉ tiêu", "tên chỉ tiêu",
        "chỉ tiêu báo cáo",
    ),
    "unit": (
        "unit", "unit id", "unit code", "đơn vị", "mã đơn vị", "tên đơn vị", "đơn vị hành chính", "mã đvhc", "đvhc",
        "địa phương", "địa bàn", "xã", "xã, phường", "xã/phường", "tỉnh", "mã xã", "mã tỉnh", "tên xã",
        "tên xã, phường", "xã phường", "tên địa phương", "tên địa bàn", "tên tỉnh", "tên đvhc", "tên đơn vị hành chính",
    ),
    "unit_date": ("unit date", "code date", "ngày của mã", "mã tại ngày", "ngày danh mục"),
    "period": ("period", "kỳ", "kỳ báo cáo", "kỳ số liệu", "thời kỳ", "năm", "quý", "year"),
    "period_start": ("period start", "start", "from", "từ ngày", "ngày đầu kỳ", "đầu kỳ"),
    "period_end": ("period end", "end", "to", "đến ngày", "ngày cuối kỳ", "cuối kỳ", "thời điểm", "tại ngày", "as of"),
    "body": ("body", "cơ quan", "cơ quan báo cáo", "tổ chức báo cáo", "cơ quan, tổ chức", "đơn vị báo cáo"),
    "body_kind": ("body kind", "loại cơ quan", "mã cơ quan"),
    "value": ("value", "giá trị", "số liệu", "kết quả", "số lượng", "trị số"),
    "amount": ("amount",),
    "amount_high": ("amount high",),
    "scale": ("scale",),
    "answer": ("text",),
    "qualifier": ("qualifier", "từ chỉ mức", "mức", "độ chính xác"),
    "unit_word": ("unit word", "unit of measure", "đơn vị tính", "đvt", "đv tính"),
    "extent": ("extent", "phạm vi", "phạm vi số liệu"),
    "status": ("status", "tình trạng", "trạng thái"),
    "revision": ("revision", "lần sửa", "bản sửa", "lần"),
    "note": ("note", "source note", "passage", "ghi chú", "nguồn", "nguồn số liệu", "căn cứ"),
    "cell": ("cell", "ô phân tổ", "phân tổ"),
    "programme": ("programme", "chương trình", "mã chương trình"),
}  # fmt: skip
# Columns of our own tables that are written anew, and of files of refused rows.
_PASSED = frozenset(
    ("version", "origin", "confidence", "source", "source sha256", "span start", "span end", "confirmed", "stt", "tt")
)
_NAMES = {
    "indicator": "chỉ tiêu",
    "unit": "đơn vị",
    "period": "kỳ",
    "value": "giá trị",
}  # a header of each needed field
REASON_HEADERS = ("Lý do chưa nhận", "Reason refused")
_BY_HEADER = {name: cast(Field, field) for field, names in _HEADERS.items() for name in names}
_COLUMN_NUMBER = re.compile(r"\(?(?:[A-Z]|(\d{1,2}))\)?")
_HEADER_ROWS = 30  # a title, a caption, notes: headers stand in the first rows
_MAPPING_KEYS = ("columns", "constants", "sheet", "header", "decimal", "regime")
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A mapping file: headers (folded) to fields or dimensions, and what holds for all rows."""

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    header: int = 0
    decimal: str = ""
    regime: Regime | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields of a table stand: 0-based positions of fields and of dimensions (by code), and constants.

    ``headers`` are as written; ``taken`` says what each was taken for, "" for those passed over. ``first_row`` is the
    row after the headers.
    """

    sheet: str
    headers: tuple[str, ...]
    taken: tuple[str, ...]
    header_row: int
    fields: Mapping[str, int]
    dimensions: Mapping[str, int]
    constants: Mapping[str, str]
    decimal: str = ""
    regime: Regime | None = None

    def header(self, name: str) -> str:
        """The header of the column that holds a field or dimension; the field's name where a constant gives it."""
        at = self.fields.get(name, self.dimensions.get(name))
        return self.headers[at] if at is not None else name if name in self.constants else ""


def read_mapping(path: Path) -> TableMapping:
    """The mapping in a YAML file.

    Raises:
        ReadError: it cannot be read, or says what no mapping says.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _bad_mapping(path, 1)
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(
            N_("the mapping cannot be read."), N_("Check its name; save it as UTF-8."), where=str(path)
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _bad_mapping(path, mark.line + 1 if mark else 1) from error
    if not isinstance(data, dict) or not set(data) <= set(_MAPPING_KEYS):
        raise _bad_mapping(path, 1)
    columns, constants = data.get("columns") or {}, data.get("constants") or {}
    if not isinstance(columns, dict) or not isinstance(constants, dict):
        raise _bad_mapping(path, 1)
    header, decimal, regime = data.get("header", 0), str(data.get("decimal") or ""), str(data.get("regime") or "")
    if not isinstance(header, int) or decimal not in ("", ",", ".") or regime not in ("", *get_args(Regime)):
        raise _bad_mapping(path, 1)
    return TableMapping(
        {folded(str(name)): str(value or "") for name, value in columns.items()},
        {str(name): str(value) for name, value in constants.items()},
        str(data.get("sheet") or ""),
        header,
        decimal,
        cast(Regime, regime) if regime else None,
    )


def _bad_mapping(path: Path, line: int) -> ReadError:
    return ReadError(
        N_("the mapping is not written as it should be."),
        N_("Give 'columns' and 'constants' as keys with values; 'sheet', 'header', 'decimal', 'regime' if needed."),
        where=f"{path}:{line}",
    )


def find_columns(table: FlatTable, programme: Programme, mapping: TableMapping) -> Columns:
    """Where the fields stand: in the first row among the first that names an indicator, a unit or a value.

    Raises:
        ReadError: no row names the columns that an import needs, or one field stands in two columns.
    """
    known = {**_BY_HEADER, **_dimension_headers(programme)}
    best: tuple[int, str, Row] | None = None
    for sheet in (mapping.sheet,) if mapping.sheet else (table.sheets or ("",)):
        for row in _first_rows(table, sheet, mapping.header):
            score = len({_taken_for(cell_text(cell), known, mapping) for cell in row[1]} - {""})
            if best is None or score > best[0]:
                best = (score, sheet, row)
    if best is None:
        raise ReadError(N_("the table is empty."), N_("Check that it is the right file."), where=table.file)
    _, sheet, (number, cells) = best
    headers = tuple(cell_text(cell) for cell in cells)
    taken = tuple(_taken_for(header, known, mapping) for header in headers)
    under = _row_under(table, sheet, number)
    if under and not mapping.header and _is_second_header(under[1], known, mapping):
        number = under[0]
        headers, taken = _merged(headers, taken, [cell_text(cell) for cell in under[1]], known, mapping)
    taken = _codes_before_names(headers, taken)
    _check_mapping(table, headers, mapping, programme)
    places = _places(table, headers, taken)
    found = Columns(
        sheet,
        headers,
        taken,
        number,
        {name: at for name, at in places.items() if name in _HEADERS},
        {name: at for name, at in places.items() if name not in _HEADERS},
        {name: value for name, value in mapping.constants.items() if name not in places},
        mapping.decimal,
        mapping.regime,
    )
    _check_needed(table, found)
    return found


def _first_rows(table: FlatTable, sheet: str, header: int) -> Iterator[Row]:
    if header:
        return (row for row in islice(table_rows(table, sheet), header) if row[0] == header)
    return islice(table_rows(table, sheet), 1 if table.format == "parquet" else _HEADER_ROWS)


def _row_under(table: FlatTable, sheet: str, number: int) -> Row | None:
    """The row right below the headers; parquet has no second row of headers."""
    rows = iter(()) if table.format == "parquet" else islice(table_rows(table, sheet), _HEADER_ROWS + 1)
    return next((row for row in rows if row[0] == number + 1), None)


def _is_second_header(cells: Sequence[object], known: Mapping[str, str], mapping: TableMapping) -> bool:
    """Whether a row holds headers below wide ones ('Chỉ tiêu' over 'Mã', 'Tên'), or the numbers of columns."""
    texts = [text for cell in cells if (text := cell_text(cell))]
    numbers = [int(found[1]) for text in texts if (found := _COLUMN_NUMBER.fullmatch(text)) and found[1]]
    if len(texts) > 2 and all(map(_COLUMN_NUMBER.fullmatch, texts)):
        return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return bool(texts) and all(_taken_for(text, known, mapping) or _header_key(text) in _PASSED for text in texts)


def _merged(
    headers: Sequence[str],
    taken: Sequence[str],
    under: Sequence[str],
    known: Mapping[str, str],
    mapping: TableMapping,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headers of two rows, those of the lower one where it has any; a row of numbers changes nothing."""
    if all(_COLUMN_NUMBER.fullmatch(text) for text in under if text):
        return tuple(headers), tuple(taken)
    width = max(len(headers), len(under))
    upper = [*headers, *[""] * (width - len(headers))]
    lower = [*under, *[""] * (width - len(under))]
    whole = tuple(low or up for low, up in zip(lower, upper, strict=True))
    return whole, tuple(_taken_for(header, known, mapping) for header in whole)


def _codes_before_names(headers: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    """Of two columns for one thing, its code and its name, the code counts; the name is passed over."""
    found = list(taken)
    for held in ("indicator", "unit"):
        places = [at for at, name in enumerate(taken) if name == held]
        codes = [at for at in places if _header_key(headers[at]).startswith("mã ")]
        if len(codes) == 1:
            for at in set(places) - set(codes):
                found[at] = ""
    return tuple(found)


def _dimension_headers(programme: Programme) -> dict[str, str]:
    return {name: one.code for one in programme.dimensions for name in (_header_key(one.code), _header_key(one.name))}


def _header_key(header: str) -> str:
    return folded(header.replace("_", " ").replace("\n", " ")).rstrip(" :*")


def _taken_for(header: str, known: Mapping[str, str], mapping: TableMapping) -> str:
    if folded(header) in mapping.columns:
        return mapping.columns[folded(header)]
    key = _header_key(header)
    return "" if key in _PASSED else known.get(key, "")


def _check_mapping(table: FlatTable, headers: Sequence[str], mapping: TableMapping, programme: Programme) -> None:
    present = {folded(header) for header in headers}
    for name in mapping.columns:
        if name not in present:
            raise ReadError(
                N_("the table has no column '{column}', which the mapping names."),
                N_("Its columns are: {columns}."),
                where=table.file,
                column=name,
                columns=", ".join(headers),
            )
    fields = {*_HEADERS, *(one.code for one in programme.dimensions)}
    for name in {*mapping.columns.values(), *mapping.constants} - {""}:
        if name not in fields:
            raise ReadError(
                N_("'{field}' in the mapping is neither a field nor a dimension of the programme."),
                N_("Use one of: {fields}."),
                where=table.file,
                field=name,
                fields=", ".join(sorted(fields)),
            )


def _places(table: FlatTable, headers: Sequence[str], taken: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, name in enumerate(taken):
        if name and name in places:
            raise ReadError(
                N_("the columns '{one}' and '{other}' both hold the field '{field}'."),
                N_("Say with --mapping which of them counts, and pass the other over."),
                where=table.file,
                one=headers[places[name]],
                other=headers[at],
                field=name,
            )
        if name:
            places[name] = at
    return places


def _check_needed(table: FlatTable, found: Columns) -> None:
    given = {*found.fields, *found.constants}
    missing = [name for name in ("indicator", "unit") if name not in given]
    missing += ["period"] if not given & {"period", "period_end"} else []
    missing += ["value"] if not given & {"value", "amount", "status"} else []
    if missing:
        raise ReadError(
            N_("the table lacks the columns {missing}; it has: {columns}."),
            N_("Name them in the header, or say with --mapping which column holds what."),
            where=f"{table.file}:{found.header_row}",
            missing=", ".join(f"{_NAMES[name]} ({name})" for name in missing),
            columns=", ".join(header for header in found.headers if header),
        )
