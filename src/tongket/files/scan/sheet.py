"""One picture out of the regions of a page, below each other: recognised in one run, and told back to their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from tongket.files.scan.rules import Box

_MARGIN = 24  # dots of paper around each region


@dataclass(frozen=True, slots=True)
class Sheet:
    """``picture`` holds each of ``boxes`` of the page, its top at ``tops`` in it and its left at the margin."""

    picture: Image.Image
    boxes: tuple[Box, ...]
    tops: tuple[int, ...]

    def region_at(self, y: float) -> int:
        """Which region the row ``y`` of the picture belongs to."""
        return max(0, bisect_right(self.tops, y + _MARGIN / 2) - 1)

    def shift(self, region: int) -> tuple[int, int]:
        """What to add to a place in the picture to have it on the page."""
        left, top, _, _ = self.boxes[region]
        return left - _MARGIN, top - self.tops[region]


def make_sheet(places: Sequence[tuple[Image.Image, Box]]) -> Sheet:
    """The sheet of boxes, each of its own picture of the page (mode "L")."""
    pieces = [picture.crop(box) for picture, box in places]
    width = max((piece.width for piece in pieces), default=0) + 2 * _MARGIN
    height = sum(piece.height + 2 * _MARGIN for piece in pieces)
    picture = Image.new("L", (width, max(height, 1)), 255)
    tops = []
    at = 0
    for piece in pieces:
        tops.append(at + _MARGIN)
        picture.paste(piece, (_MARGIN, at + _MARGIN))
        at += piece.height + 2 * _MARGIN
    return Sheet(picture, tuple(box for _, box in places), tuple(tops))
