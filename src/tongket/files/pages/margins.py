"""Where the lines of a text begin and end: the edges of its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.files.pages.lines import Line

_NEAR = 3.0  # points: edges that lie closer are one
_ENOUGH = 5  # lines that a page needs to speak for itself


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right edge of a column of text, in points."""

    left: float
    right: float
    indent: float | None = None  # of first lines, where many lines begin at one place right of the edge

    @property
    def centre(self) -> float:
        """The middle of the column."""
        return (self.left + self.right) / 2


def page_margins(pages: Sequence[Sequence[Line]], widths: Sequence[float]) -> list[Margins]:
    """The edges of the text of each page; pages with few lines take those of the pages like them."""
    result = []
    for index, lines in enumerate(pages):
        near = list(lines)
        if len(near) < _ENOUGH:
            # Odd and even pages may have mirrored margins.
            near += [
                line
                for other, found in enumerate(pages)
                if other % 2 == index % 2 and abs(widths[other] - widths[index]) < 2 and other != index
                for line in found
            ]
        result.append(read_margins(near, widths[index]))
    return result


def read_margins(lines: Sequence[Line], width: float) -> Margins:
    """The edges that most lines keep to; those of an empty page are its own."""
    if not lines:
        return Margins(width * 0.14, width * 0.93)
    share = max(2, len(lines) * 0.12)
    lefts = _clusters([line.left for line in lines])
    rights = _clusters([line.right for line in lines])
    left = next((place for place, count in lefts if count >= share), min(line.left for line in lines))
    right = next((place for place, count in reversed(rights) if count >= share), max(line.right for line in lines))
    indents = [(count, place - left) for place, count in lefts if count >= max(3, share) and 8 < place - left < 90]
    return Margins(left, max(right, left + 1), max(indents)[1] if indents else None)


def _clusters(places: Sequence[float]) -> list[tuple[float, int]]:
    """Places that lie together, as their first place and count."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][0] <= _NEAR:
            found[-1].append(place)
        else:
            found.append([place])
    return [(sum(group) / len(group), len(group)) for group in found]
