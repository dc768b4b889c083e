"""Tables without drawn lines: rows whose pieces stand one below the other in three columns or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongket.files.pages.elements import CellText, Row
from tongket.files.pages.lines import Line, make_line, pieces
from tongket.files.pages.tables import cell_text

_GAP = 1.1  # of the size: between two columns at least
_COLUMNS = 3
_ROWS = 3
_CLOSE = 1.9  # of the size: the rest of a cell stands so close below
_NEARER = 0.9  # of the way to the row above: lines of one cell stand closer than rows with room between them
_ROOM = 1.0  # of the size: two columns keep so far apart at least
_SETTLED_ROOM = 0.1  # once some rows have shown where the columns are
_EDGE = 1.5  # points: a word that stands so near the edge of a column begins there


def find_aligned(lines: Sequence[Line], at: int, page: int) -> tuple[list[Row], int] | None:
    """The rows of the table that begins with line ``at``, and how many lines it takes; None where none begins."""
    first = pieces(lines[at], _GAP)
    if len(first) < _COLUMNS:
        return None
    columns = [(piece.left, piece.right) for piece in first]
    rows: list[list[tuple[int, Line]]] = [_placed(first, columns)]
    stop = at + 1
    is_begun = False  # the last row has lines that stand above what its other cells hold
    while stop < len(lines):
        settled = len(rows) > _ROWS
        parts = _parts(lines[stop], columns, settled=settled)
        wider = _fitted(parts, columns, settled=settled)
        if wider is None:
            break
        if len(parts) >= _COLUMNS:
            if not is_begun:
                rows.append([])
            is_begun = False
        elif not is_begun and _begins(lines, stop, parts, wider, settled=settled):
            rows.append([])
            is_begun = True
        elif not _continues(lines[stop - 1], lines[stop]):
            break
        columns = wider
        rows[-1] += _placed(parts, columns)
        stop += 1
    if sum(len({column for column, _ in row}) >= _COLUMNS for row in rows) < _ROWS:
        return None
    return [_row(row, columns, page) for row in rows], stop - at


def _parts(line: Line, columns: Sequence[tuple[float, float]], *, settled: bool) -> list[Line]:
    """The pieces of a line; of a settled table, one that fills its column is cut where the next column begins."""
    parts = pieces(line, _GAP)
    return [half for part in parts for half in _cut(part, columns)] if settled else parts


def _cut(part: Line, columns: Sequence[tuple[float, float]]) -> Iterator[Line]:
    edges = [left for left, right in columns if part.left + _EDGE < left < part.right]
    starts = [at for at, word in enumerate(part.words) if at and any(abs(word.left - edge) <= _EDGE for edge in edges)]
    for low, high in pairwise([0, *starts, len(part.words)]):
        yield make_line(part.words[low:high]) if starts else part


def _fitted(
    parts: Sequence[Line], columns: Sequence[tuple[float, float]], *, settled: bool
) -> list[tuple[float, float]] | None:
    """``columns`` widened to hold ``parts``, each in one of its own; None where a part lies over two of them."""
    wider = list(columns)
    for part in parts:
        under = [index for index, (left, right) in enumerate(wider) if part.left < right and part.right > left]
        if len(under) != 1:
            return None
        left, right = wider[under[0]]
        wider[under[0]] = min(left, part.left), max(right, part.right)
    room = (_SETTLED_ROOM if settled else _ROOM) * parts[0].size
    if any(before[1] + room > after[0] for before, after in pairwise(wider)):
        return None
    return wider


def _begins(
    lines: Sequence[Line], at: int, parts: Sequence[Line], columns: Sequence[tuple[float, float]], *, settled: bool
) -> bool:
    """Whether line ``at`` is the upper part of a cell of the row below, whose other cells are set to the middle of it.

    The row below has nothing in that column at its own height, or stands nearer than the row above.
    """
    if at + 1 >= len(lines) or not _continues(lines[at], lines[at + 1]):
        return False
    below = _parts(lines[at + 1], columns, settled=settled)
    if len(below) < _COLUMNS or _fitted(below, columns, settled=settled) is None:
        return False
    own = {column for column, _ in _placed(parts, columns)}
    if not own & {column for column, _ in _placed(below, columns)}:
        return True
    down, up = (lines[index].baseline - lines[index - 1].baseline for index in (at + 1, at))
    return down < _NEARER * up


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
