"""Where the lines of a text begin and end: the edges of its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.files.pages.lines import Line

_NEAR = 3.0  # points: edges that lie closer are one
_ENOUGH = 5  # lines that a page needs to speak for itself
_LIKE = 0.93  # of the width of the text on other pages: less means that no line of a page is full
_FULL = 0.62  # of a page's width: text is wider than that
_USUAL = (0.143, 0.92)  # of a page's width (Decree 30/2020/NĐ-CP, Appendix I: left 30-35 mm, right 15-20 mm)
_USUAL_BROAD = (0.07, 0.93)  # of a page that lies, mostly for tables
_BROAD = 700.0  # points: wider paper lies


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
    """The edges of the text of each page: its own where it is as wide as the text of the pages like it, else theirs."""
    shared: dict[tuple[int, int], Margins] = {}
    result = []
    for index, lines in enumerate(pages):
        key = round(widths[index]), index % 2  # odd and even pages may have mirrored margins
        if key not in shared:
            alike = [other for other in range(len(pages)) if round(widths[other]) == key[0]]
            near = [line for other in alike if other % 2 == key[1] for line in pages[other]]
            some = near if len(near) >= _ENOUGH else [line for other in alike for line in pages[other]]
            shared[key] = _at_least_usual(read_margins(some, widths[index]), widths[index])
        usual = shared[key]
        own = read_margins(lines, widths[index])
        is_like = len(lines) >= _ENOUGH and own.right - own.left >= _LIKE * (usual.right - usual.left)
        result.append(replace(own, indent=own.indent or usual.indent) if is_like else usual)
    return result


def _at_least_usual(found: Margins, width: float) -> Margins:
    """``found``; of a document without full lines the edges that the rules of layout set, or near those."""
    if found.right - found.left >= _FULL * width:
        return found
    low, high = _USUAL if width < _BROAD else _USUAL_BROAD
    return Margins(min(found.left, low * width), max(found.right, high * width), found.indent)


def read_margins(lines: Sequence[Line], width: float) -> Margins:
    """The edges that most lines keep to; those of an empty page are its own."""
    if not lines:
        return Margins(_USUAL[0] * width, _USUAL[1] * width)
    share = max(2, len(lines) * 0.12)
    lefts = _clusters([line.left for line in lines])
    rights = _clusters([line.right for line in lines])
    left = next((place for place, count in lefts if count >= share), min(line.left for line in lines))
    right = next((place for place, count in reversed(rights) if count >= share), max(line.right for line in lines))
    indents = [
        (count, place - left) for place, count in lefts if count >= max(2, len(lines) * 0.04) and 8 < place - left < 90
    ]
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
