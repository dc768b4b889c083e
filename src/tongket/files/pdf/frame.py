"""From the coordinates of a PDF page to those of the paper as it is read: points, top left corner, upright."""

from __future__ import annotations

import math
from dataclasses import dataclass

Sides = tuple[list[float], list[float], list[float], list[float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page (``left`` .. ``top`` in PDF coordinates, y upwards) and its quarter turns clockwise.

    ``turns`` are those with which the page is shown, and those that make most of its letters stand upright.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Of the paper as it is read."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Of the paper as it is read."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the PDF page lies on the paper."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom on the paper of a box of the PDF page."""
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def sides(self, boxes: list[float]) -> Sides:
        """Lefts, tops, rights and bottoms on the paper of ``boxes``: left, top, right, bottom of each, one by one."""
        lefts, tops, rights, bottoms = (boxes[side::4] for side in range(4))
        if self.turns:
            found = [self.box(*box) for box in zip(lefts, bottoms, rights, tops, strict=True)]
            left, top, right, bottom = ([box[side] for box in found] for side in range(4))
            return left, top, right, bottom
        return (
            [x - self.left for x in lefts],
            [self.top - y for y in tops],
            [x - self.left for x in rights],
            [self.top - y for y in bottoms],
        )

    def turned(self, turns: int) -> Frame:
        """The same page with so many more quarter turns clockwise."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.turns + turns) % 4)

    def quarter(self, along: float, up: float) -> int | None:
        """How many quarter turns clockwise text that runs in direction (``along``, ``up``) still lacks.

        0: it stands upright; None: it stands askew (a watermark), or the file is damaged and gives no direction.
        """
        angle = math.degrees(math.atan2(up, along)) - 90 * self.turns
        if math.isnan(angle):
            return None
        turns = round(angle / 90)
        return turns % 4 if abs(angle - 90 * turns) <= 8 else None
