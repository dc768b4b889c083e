"""Dark edges of a page (viền đen): what a scanner sees beside the paper."""

from __future__ import annotations

from PIL import Image, ImageDraw

_DEEPEST = 0.12  # of the side: an edge reaches no deeper into the page
_DARK = 110  # mean ink (0..255) of a row that is edge
_GOES_ON = 25  # and of the rows that end it


def clear_borders(grey: Image.Image, ink: Image.Image) -> Image.Image:
    """``grey`` with its dark edges painted white; ``ink`` is the same page, however much smaller."""
    columns = ink.resize((ink.width, 1), Image.Resampling.BOX).tobytes()
    rows = ink.resize((1, ink.height), Image.Resampling.BOX).tobytes()
    across, down = grey.width / ink.width, grey.height / ink.height
    left, right = _depth(columns) * across, _depth(columns[::-1]) * across
    top, bottom = _depth(rows) * down, _depth(rows[::-1]) * down
    width, height = grey.size
    boxes = [
        (0, 0, left, height),
        (width - right, 0, width, height),
        (0, 0, width, top),
        (0, height - bottom, width, height),
    ]
    boxes = [box for box in boxes if box[2] - box[0] >= 1 and box[3] - box[1] >= 1]
    if not boxes:
        return grey
    cleared = grey.copy()
    draw = ImageDraw.Draw(cleared)
    for box in boxes:
        draw.rectangle(box, fill=255)
    return cleared


def _depth(means: bytes) -> int:
    """How many rows or columns from the edge on are edge: to the end of the first dark stretch near it."""
    reach = int(len(means) * _DEEPEST)
    depth = next((at for at in range(reach // 2) if means[at] >= _DARK), reach)
    if depth == reach:
        return 0
    while depth < reach and means[depth] >= _GOES_ON:
        depth += 1
    return depth
