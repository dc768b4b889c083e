"""The grammar of a table whose cells came over one by one (hàng của bảng rời từng ô).

    table = [head] row row {row}      row = [list number] label {cell}

The kinds of its cells (words, a number) come again with a period, the width of the table. A numbered table has beside
full rows titles of a number and a label alone, titles with names of the columns for the rows below them ('Năm 2016',
'Năm 2020'), totals without number, and rows without a note at their end. Rows that are not all alike tell no columns:
nothing is read of a table that goes on with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_CELLS = 20  # of a row
FEWEST_NUMBERS = 6  # of a table
_FEWEST_ROWS = 3
_LONG = 30  # rows that are no table but a list: no table begins within them
_NUMBER = r"(?:0[1-9]?|[1-9]\d{0,11}|[1-9]\d{0,2}(?:[., ]\d{3})+(?:[.,]\d{1,4})?|\d{1,6},\d{1,4}|\d{1,6}\.\d{1,2})"
# No telephone number: no zero before other digits but in '05'
_VALUE = re.compile(rf"(?:[-–+]?{_NUMBER}|\({_NUMBER}\)|{_NUMBER}/{_NUMBER}|-{{1,3}}|–)\s?%?")
_YEAR = re.compile(r"(?:Năm\s)?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?")
_WORD = re.compile(r"(?![IVX]+[.)]?$).*[^\W\d_]{2}")
_ORDINAL = re.compile(
    r"(?:(?P<roman>[IVX]{1,5})|(?P<capital>[A-H])|(?P<arabic>\d{1,3})|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})"
    r"|(?P<letter>[a-zđ])|(?P<dash>[-–+*•]))[.)]?"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = {"capital": "ABCDEGH", "letter": "abcdđeghiklmnopq"}
_COUNT = re.compile(r"(?:Năm\s)?(\d{1,4})(?:\s?[-–]\s?(?:19|20)?\d\d)?")
_TOTAL = re.compile(r"(?:TỔNG|Tổng|CỘNG|Cộng|Toàn (?:tỉnh|huyện|xã|trường|ngành|quốc))(?!\w)")
# What begins a part of the text is no title of a column: 'II. Kết quả', '2. Số lớp', 'Bảng 3'
_BEGINS_A_PART = re.compile(
    r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\s?[./)]\s*[^\W\d_]|[-–+*•]\s*\w"
    r"|(?:Bảng|BẢNG|Biểu|BIỂU|Phụ lục|PHỤ LỤC)\b|CỘNG H|Độc lập|Số\s?:|Nơi nhận"
)


@dataclass(frozen=True, slots=True)
class Item:
    """What may be a cell: its text, and the first and last of the lines that it is made of.

    ``kind``: 'v' a number, 'y' a year, 'w' words, 'z' other signs, 'b' a blank cell.
    """

    text: str
    first: int
    last: int
    kind: str

    @property
    def begins_part(self) -> bool:
        """Whether a part of the text may begin with it."""
        return _BEGINS_A_PART.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in its column, over as many ``columns`` as it reaches."""

    item: Item
    column: int
    columns: int = 1


Row = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table: the items from ``start`` to ``end``."""

    start: int
    end: int
    width: int
    rows: tuple[Row, ...]
    is_numbered: bool  # a column of list numbers stands before the labels
    is_signed: bool  # the labels are numbers themselves
    is_ragged: bool  # it goes on with rows that are not like these

    @property
    def values(self) -> list[list[str]]:
        """The numbers of each row that has any."""
        told = ([one.item.text for one in row if one.item.kind == "v"] for row in self.rows)
        return [row for row in told if row]

    @property
    def is_plain(self) -> bool:
        """Whether its rows alone tell that it is a table: list numbers or labels of words, and several numbers each."""
        labels = all((one.item.kind == "w") == (one.column == 0) for row in self.rows for one in row)
        return (self.is_numbered or labels) and not self.is_signed and min(map(len, self.values)) > 1

    @property
    def names_columns(self) -> bool:
        """Whether its first row names its columns."""
        return self.is_numbered and all(one.item.kind in "wy" for one in self.rows[0][1:])

    @property
    def filled(self) -> int:
        """How many of its columns hold something."""
        return max(one.column for row in self.rows for one in row) + 1


def kind_of(line: str) -> str:
    """The kind of a line as a cell."""
    if _YEAR.fullmatch(line):
        return "y"
    if _VALUE.fullmatch(line):
        return "v"
    return "w" if _WORD.match(line) else "z"


def body_at(items: Sequence[Item], at: int) -> Body | None:
    """The rows of a table that begin at ``at``, of the width that reads most of them; None where none do."""
    if at and items[at - 1].kind == "v" and not column_numbers(items[max(at - MOST_CELLS, 0) : at]):
        return None
    is_numbered = _counted_on(items, at, {}) is not None
    is_signed = not is_numbered and items[at].kind != "w"
    if is_signed and not (at and items[at - 1].kind == "w" and _sign(items[at])):
        return None
    best: tuple[int, int, Body] | None = None
    for width in range(2 + is_numbered, min(MOST_CELLS, len(items) - at) + 1):
        rows = _Rows(items, at, width, is_numbered=is_numbered, is_signed=is_signed)
        rows.read()
        if len(rows.found) > 1 and (best is None or (rows.counted, rows.at) > best[:2]):
            body = Body(at, rows.at, width, tuple(rows.found), is_numbered, is_signed, rows.is_ragged)
            best = (rows.counted, rows.at, body)
    return best[2] if best is not None else None


def column_numbers(items: Sequence[Item]) -> int:
    """How many of the last items only number the columns of a table: 'A', 'B', '1', '2', '3'; 0 where none do."""
    texts = [item.text.strip("()") for item in items[-MOST_CELLS:]]
    for count in range(min(MOST_CELLS, len(texts)), 2, -1):
        told = texts[-count:]
        letters = next((at for at, text in enumerate(told) if text != "ABCD"[at : at + 1]), count)
        if told[letters:] == [str(number) for number in range(1, count - letters + 1)] and count - letters > 1:
            return count
    return 0


def _is_data(body: Body) -> bool:
    """Whether rows hold numbers enough, and more of them than words where no list numbers tell the rows; numbers that
    only rise down one column may be those of pages.
    """
    values = body.values
    if len(values) < _FEWEST_ROWS or sum(map(len, values)) < FEWEST_NUMBERS:
        return False
    beside = [one.item.kind for row in body.rows for one in row if one.column]
    if not body.is_numbered and 2 * beside.count("v") <= len(beside):
        return False
    if any(len(row) > 1 for row in values):
        return True
    told = [float(re.sub(r"\D", "", row[0]) or 0) for row in values]
    return any(two < one for one, two in pairwise(told))


def _counted_on(items: Sequence[Item], at: int, last: Mapping[str, int]) -> dict[str, int] | None:
    """The list number at ``at`` before a label, where it follows ``last``, the numbers of each kind: one more, or the
    first of a row below.
    """
    if at + 1 >= len(items) or items[at + 1].kind != "w":
        return None
    found = _ORDINAL.fullmatch(items[at].text)
    if found is None:
        return None
    rank = found.lastgroup or ""
    text = found[rank]
    if rank in ("dotted", "dash"):
        return {rank: 1} if last else None
    if rank == "roman" and text not in _ROMAN:
        return None
    value = (
        int(text) if rank == "arabic" else _ROMAN.index(text) + 1 if rank == "roman" else _LETTERS[rank].find(text) + 1
    )
    return {rank: value} if value == 1 or value == last.get(rank, 0) + 1 else None


def _sign(item: Item) -> int:
    """What counts the rows where it names them: '2021', '10', 'III'; 0 where nothing counts."""
    if item.text in _ROMAN:
        return _ROMAN.index(item.text) + 1
    found = _COUNT.fullmatch(item.text)
    return int(found[1]) if found else 0


class _Rows:
    """Rows of one width, read from a place on."""

    def __init__(
        self, items: Sequence[Item], at: int, width: int, *, is_numbered: bool = False, is_signed: bool = False
    ) -> None:
        self.items, self.at, self.width = items, at, width
        self.is_numbered, self.is_signed = is_numbered, is_signed
        self.found: list[Row] = []
        self.last: dict[str, int] = {}  # the last list number of each kind
        self.counted = 0  # rows with a list number; of labels that are numbers, the last
        self.shape = ["b"] * width  # the kind of each column, as far as it is known

    def read(self) -> None:
        """All rows that follow each other."""
        while self.at < len(self.items) and (self._numbered() if self.is_numbered else self._named()):
            pass

    @property
    def is_ragged(self) -> bool:
        """Whether another row seems to follow that is not like these; what a text breaks off with is none."""
        left = self.items[self.at : self.at + self.width]
        if self._ends_early() or (left and left[0].kind == "v"):
            return True
        if len(left) < self.width:
            return False
        is_label = left[0].kind == "w" and not left[0].begins_part
        return (is_label and left[1].kind == "v") or (
            self.is_numbered and _counted_on(self.items, self.at, self.last) is not None
        )

    def _ends_early(self) -> bool:
        """Whether blanks behind the table, and no cells of it, fill its last row."""
        reach = [row[-1].column for row in self.found if any(one.item.kind == "v" for one in row)]
        return len(reach) > 1 and reach[-1] < min(reach[:-1])

    def _named(self) -> bool:
        """A row of a table without list numbers: a label, and a number at least. Labels that are numbers (a year, a
        class, a quarter) rise, and words stand below them.
        """
        cells = self.items[self.at : self.at + self.width]
        if self.is_signed and cells[0].kind != "w":
            above, self.counted = self.counted, _sign(cells[0])
            return self.counted > above and self._take(cells, 0, self.width)
        return cells[0].kind == "w" and self.is_signed <= len(self.found) and self._take(cells, 0, self.width)

    def _numbered(self) -> bool:
        cells = self.items[self.at : self.at + self.width]
        number = _counted_on(self.items, self.at, self.last)
        if number is None:
            return self._of_no_number(cells)
        after = {**self.last, **number}
        if self._names_columns():
            self._add(cells, 0)
            self.counted += 1
        elif not self._is_title(after) and (self._take(cells, 0, self.width) or self._lacks_note(cells, after)):
            self.counted += 1
        elif self._begins(self.at + 2, after):
            self.found.append((Placed(cells[0], 0), Placed(cells[1], 1)))
            self.at += 2
        else:
            return False
        self.last = after
        return True

    def _is_title(self, last: Mapping[str, int]) -> bool:
        """Whether a number and a label stand alone: the next number follows them, and none follows a full row."""
        below = _counted_on(self.items, self.at + 2, last) is not None
        return below and not self._begins(self.at + self.width, last)

    def _names_columns(self) -> bool:
        """Whether a row of words names the columns anew for rows below it, which have no list number."""
        cells = self.items[self.at : self.at + self.width]
        below = self.items[self.at + self.width : self.at + 2 * self.width]
        return (
            len(below) == self.width > 3
            and all(cell.kind in "wy" for cell in cells[1:])
            and [cell.kind for cell in below[:2]] == ["b", "w"]
            and {cell.kind for cell in below[2:]} in ({"v"}, {"v", "b"})
        )

    def _lacks_note(self, cells: Sequence[Item], last: Mapping[str, int]) -> bool:
        """Add ``cells`` but the last where the next row begins with it: words at the end of a row may be missing."""
        is_short = self.shape[-1] in "wb" and self._begins(self.at + self.width - 1, last)
        return is_short and self._take(cells[: self.width - 1], 0, self.width - 1)

    def _of_no_number(self, cells: Sequence[Item]) -> bool:
        """A row among numbered ones that has no number, its place blank or the label over it; before them a total."""
        if cells[0].kind == "b" or (len(cells) > 1 and cells[1].kind == "b" and cells[0].kind == "w"):
            return bool(self.found) and self._take(cells, 0, self.width)
        named = cells[0].kind == "w" and self._is_named(cells[0])
        return named and self._take(cells[: self.width - 1], 1, self.width - 1)

    def _is_named(self, cell: Item) -> bool:
        """Whether a row without number may begin with a cell: among numbered ones any, before them a total."""
        return bool(self.found) or _TOTAL.match(cell.text) is not None

    def _begins(self, at: int, last: Mapping[str, int]) -> bool:
        """Whether another row begins at ``at``, or nothing stands there."""
        if at >= len(self.items):
            return True
        item = self.items[at]
        return _counted_on(self.items, at, last) is not None or _TOTAL.match(item.text) is not None

    def _take(self, cells: Sequence[Item], first: int, count: int) -> bool:
        """Add ``cells`` as a row from the column ``first`` on where there are ``count`` and their kinds fit."""
        shape = self.shape[first : first + count]
        if len(cells) != count or not all(map(_fits, (cell.kind for cell in cells), shape)):
            return False
        if any(cell.kind == "w" and cell.begins_part for cell in cells[1 + self.is_numbered - first :]):
            return False
        if not self.is_numbered and "v" not in (cell.kind for cell in cells[1:]):
            return False
        for column, cell in enumerate(cells, first):
            if self.shape[column] in "bz" and column:  # what names the rows may be of any kind
                self.shape[column] = "v" if cell.kind == "y" and self.found else cell.kind
        self._add(cells, first)
        return True

    def _add(self, cells: Sequence[Item], first: int) -> None:
        self.found.append(tuple(Placed(cell, at) for at, cell in enumerate(cells, first) if cell.kind != "b"))
        self.at += len(cells)


def _fits(kind: str, column: str) -> bool:
    """Whether a cell of ``kind`` may stand in a column of the kind ``column``."""
    return kind == column or kind in "bz" or column in "bz" or {kind, column} == {"v", "y"}


def tables(items: Sequence[Item]) -> Iterator[tuple[Body, Sequence[Item]]]:
    """The tables among ``items``, each with what stands before it and behind the table above."""
    at = free = 0
    while at < len(items):
        body = body_at(items, at)
        if body is None or not (_is_data(body) or len(body.rows) > _LONG):
            at += 1
            continue
        if _is_data(body) and not body.is_ragged:
            yield body, items[free : body.start]
        at = free = body.end
