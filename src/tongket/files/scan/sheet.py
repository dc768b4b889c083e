"""One picture out of the lines of a page, set apart: recognised in one run, and told back to their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PIL import Image

from tongket.files.scan.tesseract import SeenWord

_MARGIN = 20  # dots of paper above and below each line
_BESIDE = 26  # dots between two that stand side by side: as wide as a blank, or the blanks within would be lost


@dataclass(frozen=True, slots=True)
class Place:
    """A line cut out of the page (mode "L"), and where its picture stood."""

    picture: Image.Image
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """``picture`` holds rows of pieces; ``tops`` are the rows' first dots, ``rows`` their pieces.

    A piece is where it begins in its row, and what to add to a place in the picture to have it on the page.
    """

    picture: Image.Image
    tops: tuple[int, ...]
    rows: tuple[tuple[tuple[int, int, int], ...], ...]

    def row_at(self, y: float) -> int:
        """The row that holds ``y``."""
        return max(0, bisect_right(self.tops, y) - 1)

    def placed(self, word: SeenWord) -> list[SeenWord]:
        """``word`` where it stands on the page; two words, if it runs over from one piece into the next."""
        row = self.rows[self.row_at((word.top + word.bottom) / 2)]
        lefts = [left for left, _, _ in row]
        found = []
        for piece, letters in groupby(word.letters, key=lambda one: _piece_at(lefts, (one.left + one.right) / 2)):
            _, across, down = row[piece]
            part = tuple(letters)
            box = word.left, word.right
            if len(part) < len(word.letters):
                box = min(one.left for one in part), max(one.right for one in part)
            found.append(replace(word, left=box[0], right=box[1], letters=part).moved(across, down))
        return found


def _piece_at(lefts: Sequence[int], x: float) -> int:
    return max(0, bisect_right(lefts, x + _BESIDE / 2) - 1)


def make_sheet(rows: Sequence[Sequence[Place]]) -> Sheet:
    """The sheet of ``rows``; the pieces of one keep the heights at which they stand on the page."""
    tops, placed = [], []
    pastes: list[tuple[Image.Image, tuple[int, int]]] = []
    width = top = 0
    for row in rows:
        first, last = min(one.top for one in row), max(one.top + one.picture.height for one in row)
        at = _MARGIN
        pieces = []
        for place in row:
            y = top + _MARGIN + place.top - first
            pastes.append((place.picture, (at, y)))
            pieces.append((at, place.left - at, place.top - y))
            at += place.picture.width + _BESIDE
        tops.append(top)
        placed.append(tuple(pieces))
        width = max(width, at)
        top += last - first + 2 * _MARGIN
    picture = Image.new("L", (max(width, 1), max(top, 1)), 255)
    for piece, where in pastes:
        picture.paste(piece, where)
    return Sheet(picture, tuple(tops), tuple(placed))
