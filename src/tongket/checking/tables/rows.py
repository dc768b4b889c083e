"""Rows and columns of tables as their labels tell what they hold (nhãn dòng, tên cột)."""

from __future__ import annotations

import re

from tongket.checking.evidence.levels import level_of_label
from tongket.model.reports import Table, TableRow
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import folded

_NO_SUM = re.compile(
    r"%|tỷ lệ|tỉ lệ|bình quân|xếp hạng|xếp loại|(?<!\w)hạng(?! mục)|stt|số tt|^tt$|ghi chú"
    r"|(?<!\w)(?<!thời )(?<!địa )(?<!số )điểm(?! (?:trường|dân cư|sạt|du lịch|cầu|bưu điện|lẻ|nóng))"
    r"|^năm$|năm (?:sinh|thành lập|ban hành|công nhận|xây dựng|hoàn thành|đạt|ký|bắt đầu|vào|tốt nghiệp|tuyển)"
)
# What a day or a year brings adds up: 'Thu gom (tấn/ngày)'.
_QUOTIENT = re.compile(
    r"mật độ|năng suất|đơn giá|\([^()]*[^\W\d_]\s?/\s?(?!(?:ngày|tuần|tháng|quý|năm|giờ)(?!\w))[^\W\d_][^()]*\)"
)
_RATE = re.compile(r"tỷ lệ|tỉ lệ|bình quân|xếp hạng|xếp loại|điểm|chỉ số")
# A row or the names of all rows so headed: 'Tỷ lệ (%) hộ có nước sạch', 'Năng suất lúa'
_NAMED_OF_RATES = re.compile(
    r"[\W\d]*(?:(?:tỷ|tỉ) (?:lệ|suất|trọng)|năng suất|mật độ|chỉ số|(?:thu nhập )?bình quân)(?!\w)"
)
ASKS_TWO = re.compile(r"[^\W\d_]\s?/\s?[^\W\d_]")
"""A label that asks two numbers: 'Tập thể/cá nhân'."""


def can_be_added(title: str) -> bool:
    """Whether the numbers of a column add up: no rates, ranks, means, quotients ('Mật độ (người/km²)')."""
    said = folded(title)
    return not _NO_SUM.search(said) and not _QUOTIENT.search(said)


def is_of_rates(title: str) -> bool:
    """Whether a column holds rates, ranks, means or scores, of which no row is the sum of those below."""
    return _RATE.search(folded(title)) is not None


def is_named_of_rates(table: Table, number: int) -> bool:
    """Whether the name of a row, of one above it, of the table or of its column of names says that these are rates."""
    row = table.rows[number]
    column = next((cell.column for cell in row.cells if cell.start <= row.label_start <= cell.end), len(table.header))
    names = (table.title or "", *row.path, row.label, *table.header[column : column + 1])
    return any(_NAMED_OF_RATES.match(folded(name)) for name in names)


def children_of(table: Table, number: int) -> list[int]:
    """Rows directly below ``number``: the next level down, until a row of its own level or higher, or the total of all
    rows, behind which another table may follow.
    """
    level = table.rows[number].level
    below: list[int] = []
    for other in range(number + 1, len(table.rows)):
        if table.rows[other].level <= level or (below and _is_total(table.rows[other])):
            break
        below.append(other)
    if not below:
        return []
    first = min(table.rows[other].level for other in below)
    return [other for other in below if table.rows[other].level == first]


_TOTALS = frozenset({"tổng", "tổng số", "tổng cộng", "cộng", "tổng chung", "toàn vùng"})


def _is_total(row: TableRow) -> bool:
    """Whether nothing but 'Tổng số' stands where the number or the name of a row would."""
    return folded(row.label or row.number).strip(" :.") in _TOTALS


def is_own_row(row: TableRow, own: UnitKind | None) -> bool:
    """Whether a row is of the report's level, or of none."""
    levels = levels_of(row)
    return not levels or own is None or levels[-1] == own


def levels_of(row: TableRow) -> list[UnitKind]:
    """The levels that a row and those above it name, the highest row first."""
    return [level for label in (*row.path, row.label) if (level := level_of_label(label))]


def without_brackets(label: str) -> str:
    """A label without what it adds in brackets."""
    return re.sub(r"\([^()]*\)", "", label)
