"""Drawn lines of a page (đường kẻ): found as long runs of ink, told as rules, and taken out of the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

_SHORTEST_MM = 7.0  # of a run; letters are lower and narrower than that, their bars too
_THICKEST_MM = 1.6
_GAP_MM = 1.0  # that a worn line may have


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line in dots, half-open."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_flat(self) -> bool:
        """Whether it lies; else it stands."""
        return self.right - self.left >= self.bottom - self.top

    def scaled(self, times: int) -> Stroke:
        """The same line in a picture ``times`` as large."""
        return Stroke(self.left * times, self.top * times, self.right * times, self.bottom * times)


def find_strokes(ink: Image.Image, dpi: float) -> list[Stroke]:
    """The drawn lines of a level page, flat ones first."""
    flat = [Stroke(*box) for box in _lying(ink, dpi)]
    turned = ink.transpose(Image.Transpose.TRANSPOSE)
    standing = [Stroke(top, left, bottom, right) for left, top, right, bottom in _lying(turned, dpi)]
    return flat + standing


def erase(grey: Image.Image, strokes: Sequence[Stroke], margin: int) -> Image.Image:
    """``grey`` with the strokes painted white, ``margin`` dots beyond their thickness."""
    if not strokes:
        return grey
    cleared = grey.copy()
    draw = ImageDraw.Draw(cleared)
    for stroke in strokes:
        across, down = (0, margin) if stroke.is_flat else (margin, 0)
        box = (stroke.left - across, stroke.top - down, stroke.right - 1 + across, stroke.bottom - 1 + down)
        draw.rectangle(box, fill=255)
    return cleared


Box = tuple[int, int, int, int]


def _lying(ink: Image.Image, dpi: float) -> Iterator[Box]:
    """The boxes of lines that lie: runs in neighbouring rows belong together."""
    shortest, thickest = round(dpi * _SHORTEST_MM / 25.4), max(3, round(dpi * _THICKEST_MM / 25.4))
    gap = round(dpi * _GAP_MM / 25.4)
    firm = ImageChops.lighter(ink, ImageChops.offset(ink, 0, 1))  # so that a line that steps by a dot is one run
    open_boxes: list[Box] = []
    for row, left, right in _runs(firm.tobytes(), ink.width, shortest):
        done = [box for box in open_boxes if box[3] < row]
        yield from _lines(done, thickest, shortest)
        open_boxes = [box for box in open_boxes if box[3] >= row]
        touching = [box for box in open_boxes if box[0] <= right + gap and left <= box[2] + gap]
        for box in touching:
            open_boxes.remove(box)
        tops = [box[1] for box in touching]
        lefts, rights = [box[0] for box in touching], [box[2] for box in touching]
        open_boxes.append((min([left, *lefts]), min([row, *tops]), max([right, *rights]), row + 1))
    yield from _lines(open_boxes, thickest, shortest)


def _lines(boxes: Sequence[Box], thickest: int, shortest: int) -> Iterator[Box]:
    for left, top, right, bottom in boxes:
        if bottom - top <= thickest and right - left >= max(shortest, 4 * (bottom - top)):
            yield left, top, right, max(top + 1, bottom - 1)  # less the row that ``firm`` added


def _runs(rows: bytes, width: int, shortest: int) -> Iterator[tuple[int, int, int]]:
    """Row, left and right of each run of ink of at least ``shortest`` dots."""
    run = b"\xff" * shortest
    at = rows.find(run)
    while at >= 0:
        row, left = divmod(at, width)
        end = (row + 1) * width
        if left + shortest > width:  # it began at the end of a row
            at = rows.find(run, end)
            continue
        paper = rows.find(b"\0", at, end)
        right = (paper if paper >= 0 else end) - row * width
        yield row, left, right
        at = rows.find(run, row * width + right)
