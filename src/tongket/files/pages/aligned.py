"""Tables without drawn lines: rows whose pieces stand one below the other in three columns or more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tongket.files.pages.elements import CellText, Row
from tongket.files.pages.lines import Line, pieces
from tongket.files.pages.tables import cell_text

_GAP = 1.1  # of the size: between two columns at least
_COLUMNS = 3
_ROWS = 3
_CLOSE = 1.9  # of the size: the rest of a cell stands so close below
_ROOM = 1.0  # of the size: two columns keep so far apart at least


def find_aligned(lines: Sequence[Line], at: int, page: int) -> tuple[list[Row], int] | None:
    """The rows of the table that begins with line ``at``, and how many lines it takes; None where none begins."""
    first = pieces(lines[at], _GAP)
    if len(first) < _COLUMNS:
        return None
    columns = [(piece.left, piece.right) for piece in first]
    rows: list[list[tuple[int, Line]]] = [_placed(first, columns)]
    stop = at + 1
    while stop < len(lines):
        parts = pieces(lines[stop], _GAP)
        wider = _fitted(parts, columns)
        if wider is None:
            break
        if len(parts) >= _COLUMNS:
            rows.append([])
        elif not _continues(lines[stop - 1], lines[stop]):
            break
        columns = wider
        rows[-1] += _placed(parts, columns)
        stop += 1
    if sum(len({column for column, _ in row}) >= _COLUMNS for row in rows) < _ROWS:
        return None
    return [_row(row, columns, page) for row in rows], stop - at


def _fitted(parts: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[tuple[float, float]] | None:
    """``columns`` widened to hold ``parts``, each in one of its own; None where a part lies over two of them."""
    wider = list(columns)
    for part in parts:
        under = [index for index, (left, right) in enumerate(wider) if part.left < right and part.right > left]
        if len(under) != 1:
            return None
        left, right = wider[under[0]]
        wider[under[0]] = min(left, part.left), max(right, part.right)
    room = _ROOM * parts[0].size
    if any(before[1] + room > after[0] for before, after in pairwise(wider)):
        return None
    return wider


def _continues(above: Line, line: Line) -> bool:
    return line.baseline - above.baseline <= _CLOSE * line.size


def _placed(parts: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[tuple[int, Line]]:
    return [
        (index, part)
        for part in parts
        for index, (left, right) in enumerate(columns)
        if part.left < right and part.right > left
    ]


def _row(parts: Sequence[tuple[int, Line]], columns: Sequence[tuple[float, float]], page: int) -> Row:
    cells = []
    for index, (left, right) in enumerate(columns):
        own = [part for column, part in parts if column == index]
        cells.append(CellText(cell_text(own, right - left, page), index))
    return Row(tuple(cells), page)
