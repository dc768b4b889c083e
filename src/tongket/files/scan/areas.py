"""Connected areas of a small picture (vùng liền nhau)."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True, slots=True)
class Area:
    """The box of dots that touch each other, half-open.

    ``dots`` are their offsets, counted row by row, in a picture ``row`` dots wide.
    """

    left: int
    top: int
    right: int
    bottom: int
    dots: tuple[int, ...] = ()
    row: int = 0

    @property
    def width(self) -> int:
        """Dots from left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Dots from top to bottom."""
        return self.bottom - self.top

    def draw(self, picture: Image.Image, right: int = 0, down: int = 0) -> None:
        """Set the area's dots in ``picture`` ("L") to 255, so many dots further right and down; none outside it."""
        for dot in self.dots:
            x, y = dot % self.row + right, dot // self.row + down
            if 0 <= x < picture.width and 0 <= y < picture.height:
                picture.putpixel((x, y), 255)


def areas_of(picture: Image.Image) -> list[Area]:
    """The areas of dots of ``picture`` ("L") that are not 0, neighbours across corners included."""
    width = picture.width
    rest = {dot for dot, level in enumerate(picture.tobytes()) if level}
    found = []
    while rest:
        todo = [rest.pop()]
        dots = []
        while todo:
            dot = todo.pop()
            dots.append(dot)
            for near in _neighbours(dot, width):
                if near in rest:
                    rest.remove(near)
                    todo.append(near)
        columns, rows = [dot % width for dot in dots], [dot // width for dot in dots]
        box = min(columns), min(rows), max(columns) + 1, max(rows) + 1
        found.append(Area(*box, tuple(sorted(dots)), width))
    return sorted(found, key=lambda area: (area.top, area.left))


def _neighbours(dot: int, width: int) -> tuple[int, ...]:
    above, below = dot - width, dot + width
    if dot % width == 0:
        return above, above + 1, dot + 1, below, below + 1
    if dot % width == width - 1:
        return above - 1, above, dot - 1, below - 1, below
    return above - 1, above, above + 1, dot - 1, dot + 1, below - 1, below, below + 1
