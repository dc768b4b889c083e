"""Drawn lines to grids: tables whose cells are ruled, merged cells as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.model.pages import Rule

_NEAR = 2.5  # points: lines that lie closer are one line, ends that lie closer meet
_LEAST_SIDE = 5.0  # points: a narrower strip is a double border and no column or row
_COVERS = 0.6  # of a cell's side: so much of it must be drawn for the side to part two cells
_MOST_LINES = 400  # in one direction on one page; more is a drawing and no table


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid: the first row and column, and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its columns and rows are parted, in points, and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.ys[-1]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR and self.ys[0] - _NEAR <= y <= self.ys[-1] + _NEAR


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A line along one axis: where it lies on the other one (``at``), and from where to where it runs."""

    at: float
    low: float
    high: float


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The ruled tables of a page from top to bottom; a single frame around text is none."""
    flat = _merged(_Stroke((rule.top + rule.bottom) / 2, rule.left, rule.right) for rule in rules if rule.is_flat)
    upright = _merged(
        _Stroke((rule.left + rule.right) / 2, rule.top, rule.bottom) for rule in rules if not rule.is_flat
    )
    if not flat or not upright or len(flat) > _MOST_LINES or len(upright) > _MOST_LINES:
        return []
    grids = [_grid(rows, columns) for rows, columns in _connected(flat, upright)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.top)


def _merged(strokes: Iterable[_Stroke]) -> list[_Stroke]:
    """Strokes that lie on one line and touch, as one; the sides of cells are drawn one by one."""
    found: list[_Stroke] = []
    rows: list[list[_Stroke]] = []
    for stroke in sorted(strokes, key=lambda one: one.at):
        if rows and stroke.at - rows[-1][0].at <= _NEAR / 2:
            rows[-1].append(stroke)
        else:
            rows.append([stroke])
    for row in rows:
        at = row[0].at
        low = high = None
        for stroke in sorted(row, key=lambda one: one.low):
            if high is not None and low is not None and stroke.low <= high + _NEAR:
                high = max(high, stroke.high)
                continue
            if high is not None and low is not None:
                found.append(_Stroke(at, low, high))
            low, high = stroke.low, stroke.high
        if high is not None and low is not None:
            found.append(_Stroke(at, low, high))
    return found


def _connected(flat: list[_Stroke], upright: list[_Stroke]) -> list[tuple[list[_Stroke], list[_Stroke]]]:
    """Groups of strokes that cross or meet."""
    owner = list(range(len(flat) + len(upright)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for across, row in enumerate(flat):
        for down, column in enumerate(upright):
            meets = (
                row.low - _NEAR <= column.at <= row.high + _NEAR and column.low - _NEAR <= row.at <= column.high + _NEAR
            )
            if meets:
                owner[root(len(flat) + down)] = root(across)
    groups: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for across, row in enumerate(flat):
        groups.setdefault(root(across), ([], []))[0].append(row)
    for down, column in enumerate(upright):
        groups.setdefault(root(len(flat) + down), ([], []))[1].append(column)
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 2]


def _grid(flat: list[_Stroke], upright: list[_Stroke]) -> Grid | None:
    xs = _edges([stroke.at for stroke in upright])
    ys = _edges([stroke.at for stroke in flat])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    boxes = _boxes(xs, ys, flat, upright)
    return Grid(tuple(xs), tuple(ys), tuple(boxes)) if len(boxes) > 1 else None


def _edges(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _LEAST_SIDE:
            found.append(place)
    return found


def _boxes(xs: list[float], ys: list[float], flat: list[_Stroke], upright: list[_Stroke]) -> list[Box]:
    """The cells: neighbours between which no line is drawn are one."""
    width, height = len(xs) - 1, len(ys) - 1
    owner = {(row, column): (row, column) for row in range(height) for column in range(width)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while owner[cell] != cell:
            owner[cell] = owner[owner[cell]]
            cell = owner[cell]
        return cell

    for row in range(height):
        for column in range(width):
            if column + 1 < width and not _is_drawn(upright, xs[column + 1], ys[row], ys[row + 1]):
                owner[root((row, column + 1))] = root((row, column))
            if row + 1 < height and not _is_drawn(flat, ys[row + 1], xs[column], xs[column + 1]):
                owner[root((row + 1, column))] = root((row, column))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cell in owner:
        groups.setdefault(root(cell), []).append(cell)
    boxes = []
    for cells in groups.values():
        rows, columns = [row for row, _ in cells], [column for _, column in cells]
        box = Box(min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)
        if box.rows * box.columns == len(cells):
            boxes.append(box)
        else:  # not a rectangle: a line is missing, so each of its cells stands alone
            boxes += [Box(row, column, 1, 1) for row, column in cells]
    return sorted(boxes, key=lambda box: (box.row, box.column))


def _is_drawn(strokes: Iterable[_Stroke], at: float, low: float, high: float) -> bool:
    covered = sum(
        max(min(stroke.high, high) - max(stroke.low, low), 0.0)
        for stroke in strokes
        if abs(stroke.at - at) <= _LEAST_SIDE
    )
    return covered >= (high - low) * _COVERS
