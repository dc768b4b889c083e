"""Rows of a table that came over as plain lines (bảng mất khung): '2.1 | Đất ở 24,2 0,04', 'Tổng cộng 400,35 100'.

    row = [list number] label cell {cell}      cell = number | '-'; blanks or bars between them

Extraction from a PDF file and recognition lose the rules of a table and leave its rows. They count as figures of their
row, named by its words, only where lines like it stand together; which column is which is lost. A row with anything
but numbers behind its label is damaged, and nothing is read of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.model.figures import Figure
from tongket.model.sources import Source
from tongket.vietnamese.numbers import NumberStyle, parse_number, printed_decimals, style_of
from tongket.vietnamese.unicode import INVISIBLE, nfc
from tongket.vietnamese.years import IS_YEAR

_PIECE = re.compile(r"[^\s|_]+")
_ENDS = frozenset("0123456789%-–|_ ")
# No telephone number, no code: no zero before other digits but in '05', and long numbers in groups
_NUMBER = re.compile(
    r"[-–+]?(?:0[1-9]?|[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|[1-9]\d{0,3}|(?:0|[1-9]\d{0,5})[.,]\d{1,2})%?"
)
_BLANK_CELL = frozenset("-–")
_ORDINAL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[A-Ha-zđ]|[-–+*•])[.)]?")
_WORD = re.compile(r"[^\W\d_]{2}")
_DECIMALS = re.compile(r"[.,]\d{1,2}$")
_UNENDED = frozenset(".,;:/(–-")  # behind these a sentence or a list goes on
# One of several of a name: the number behind it belongs to the label
_NUMBERED = frozenset(
    re.findall(
        r"\S+",
        "thôn tổ khu khối lớp xóm ấp bản bon buôn đội quý tháng năm khóa khoá loại nhóm hạng vùng cấp tuyến phường quận"
        " số",
    )
)
_PLACE = re.compile(r"\d{1,2}")
_TORN = re.compile(r"\d{3}|\d\D?\d*[.,]\d|[^\w\s]{2,}|\d/\d")
_MARKS = frozenset("-–/&+")  # that may stand alone in a label
# Behind these a number belongs to a sentence or to what is cited
_OF_PROSE = frozenset(
    re.findall(
        r"\S+",
        "là từ ngày điều khoản điểm mục và đến tới có khoảng trên dưới hơn gần đạt tăng giảm còn trang",
    )
)
_LONGEST_LABEL, _LONGEST_WRAP = 120, 60
_LEAST_ROWS = 3
_GAP = 4  # blanks


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as a row: its place, its label, the places of its cells, and whether a bar parts any of them.
    A damaged one has no cells.
    """

    start: int
    end: int
    label: str
    cells: tuple[tuple[int, int], ...]
    barred: bool


def read_torn_rows(source: Source) -> tuple[Figure, ...]:
    """The figures of the rows that ``source`` holds as plain lines, in reading order."""
    found: list[Figure] = []
    text = _without_marks(source.text)
    for run in _runs(source, text):
        if _is_table(text, run):
            style = style_of("\n".join(text[low:high] for row in run for low, high in row.cells))
            fine = _has_decimals(text, run)
            for row in run:
                found += _figures(source.text, row, style, fine=fine)
    return tuple(found)


def _runs(source: Source, text: str) -> Iterator[list[_Row]]:
    """Rows that follow each other, with at most one short line between two of them: the rest of a long label.
    Damaged ones between them are passed over.
    """
    run: list[_Row] = []
    between = 0
    for block in source.blocks:
        row = (
            _row(source.text, text, block.start, block.end) if block.kind == "paragraph" and not block.markup else None
        )
        if row is not None:
            between = 0
            if row.cells:
                run.append(row)
            continue
        between += 1
        if run and (between > 1 or block.kind != "paragraph" or block.end - block.start > _LONGEST_WRAP):
            yield run
            run = []
    if run:
        yield run


_MARK = re.compile("[\u0300-\u036f]")
_UNSEEN = re.compile(f"[{INVISIBLE}]")


def _without_marks(text: str) -> str:
    """``text`` with letters for marks that stand apart from theirs and blanks for what shows nothing: offsets hold."""
    return text if text.isascii() else _UNSEEN.sub(" ", _MARK.sub("x", text))


def _row(printed: str, text: str, start: int, end: int) -> _Row | None:
    """The line ``text[start:end]`` as a row, ``printed`` with marks of its own; None where it is none."""
    if start == end or text[end - 1] not in _ENDS or end - start > 2 * _LONGEST_LABEL:
        return None
    pieces = [found.span() for found in _PIECE.finditer(text, start, end)]
    first = len(pieces)
    while first and (_NUMBER.fullmatch(text, *pieces[first - 1]) or text[slice(*pieces[first - 1])] in _BLANK_CELL):
        first -= 1
    label, cells = pieces[:first], pieces[first:]
    numbered = bool(label) and _ORDINAL.fullmatch(text, *label[0]) is not None
    if numbered:
        label = label[1:]
    if label and cells and nfc(printed[slice(*label[-1])]).lower() in _NUMBERED and _PLACE.fullmatch(text, *cells[0]):
        label, cells = [*label, cells[0]], cells[1:]
    barred = "|" in text[start:end] or _parted(cells, label)
    if _is_damaged(text, label):
        return _Row(start, end, "", (), barred) if barred or len(cells) > 1 else None
    if not label or not cells or not _is_label(text, label) or _numbers_columns(text, cells):
        return None
    if nfc(printed[slice(*label[-1])]).lower() in _OF_PROSE:
        return None
    if len(cells) == 1 and not (barred or numbered):
        return None
    said = nfc(" ".join(printed[low:high] for low, high in label))
    return _Row(start, end, said, tuple(cells), barred)


def _parted(cells: Sequence[tuple[int, int]], label: Sequence[tuple[int, int]]) -> bool:
    """Whether blanks as wide as between columns stand before the first cell."""
    return bool(cells and label) and cells[0][0] - label[-1][1] >= _GAP


def _numbers_columns(text: str, cells: Sequence[tuple[int, int]]) -> bool:
    """Whether cells only number the columns: '1 2 3'."""
    first = text[slice(*cells[0])]
    return (
        len(cells) > 2
        and first in "123"
        and all(text[low:high] == str(value) for value, (low, high) in enumerate(cells, int(first)))
    )


def _is_damaged(text: str, label: Sequence[tuple[int, int]]) -> bool:
    """Whether remains of numbers and of rules stand among the words that name a row."""
    return any(
        _TORN.search(text, low, high) or (high - low == 1 and not text[low].isalnum() and text[low] not in _MARKS)
        for low, high in label
    )


def _is_label(text: str, label: Sequence[tuple[int, int]]) -> bool:
    """Whether pieces of a line name a row: words, and not the beginning of a sentence that the numbers end."""
    low, high = label[0][0], label[-1][1]
    return _WORD.search(text, low, high) is not None and high - low <= _LONGEST_LABEL and text[high - 1] not in _UNENDED


def _is_table(text: str, run: Sequence[_Row]) -> bool:
    """Whether rows that stand together are those of a table: many with as many cells, two at least or between bars."""
    if len(run) < _LEAST_ROWS:
        return False
    width, rows = Counter(len(row.cells) for row in run).most_common(1)[0]
    parted = width > 1 or sum(1 for row in run if row.barred) * 2 > len(run)
    if width == 1 and _only_rise([text[slice(*row.cells[0])] for row in run]):
        return False
    years = all(IS_YEAR.fullmatch(text, low, high) for row in run for low, high in row.cells)
    return parted and rows * 3 >= len(run) and not years and not _in_groups(text, run)


def _only_rise(cells: Sequence[str]) -> bool:
    """Whether numbers never fall from row to row, as those of pages: 'I. Mở đầu      1', 'II. Kết quả      3'."""
    told = [int(cell) for cell in cells if cell.isdecimal()]
    return len(told) == len(cells) and told == sorted(told)


def _in_groups(text: str, run: Sequence[_Row]) -> bool:
    """Whether blanks may group the digits of one number in every row ('12 345'): how many cells it has is not told."""
    return all(
        any(
            high - low <= 3
            and text[low:high].isdecimal()
            and after[1] - after[0] == 3
            and text[slice(*after)].isdecimal()
            for (low, high), after in zip(row.cells, row.cells[1:], strict=False)
        )
        for row in run
    )


def _has_decimals(text: str, run: Sequence[_Row]) -> bool:
    """Whether nearly all numbers of a table have decimals."""
    cells = [text[low:high] for row in run for low, high in row.cells if text[high - 1].isdigit()]
    return sum(1 for cell in cells if _DECIMALS.search(cell)) >= 0.8 * len(cells)


def _figures(text: str, row: _Row, style: NumberStyle, *, fine: bool) -> Iterator[Figure]:
    """The figures of a row; ``fine``: its table has decimals, so that a number without lost its mark ('139', 13,9)."""
    for low, high in row.cells:
        if fine and high - low > 1 and text[low:high].isdecimal() and text[low:high] != "100":
            continue
        rate = text[high - 1] == "%"
        value = parse_number(text[low : high - rate], style)
        if value is None:
            continue
        unit = "%" if rate else ""
        yield Figure(
            start=low,
            end=high,
            text=text[low:high],
            value=value,
            unit=unit,
            base_value=value,
            base_unit=unit,
            what=row.label,
            in_table=True,
            number_start=low,
            number_end=high - rate,
            decimals=printed_decimals(text[low : high - rate], value),
            clause_start=row.start,
            clause_end=row.end,
        )
