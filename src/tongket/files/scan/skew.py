"""How a page lies (độ nghiêng): which way its lines run, and by how much they lean.

Lines that lie level leave the sharpest steps between rows of ink and rows of paper.
"""

from __future__ import annotations

from itertools import pairwise

from PIL import Image

MOST = 5.0  # degrees; what leans more is a photograph, and not a scan
_COARSE, _FINE = 0.5, 0.1
_GAIN = 1.02  # how much sharper the rows must become to turn a page at all


def skew_of(ink: Image.Image, most: float = MOST) -> float:
    """The degrees by which ``ink`` (about 75 dots per inch) must be turned anticlockwise to be level; 0 if it is.

    Turned one way the sharpness rises and falls again, so the search goes coarse, then fine.
    """
    if ink.getbbox() is None:
        return 0.0
    steps = round(most / _COARSE)
    coarse = ink.reduce(2)
    best = max((step * _COARSE for step in range(-steps, steps + 1)), key=lambda angle: _sharpness(coarse, angle))
    near = [round(best + step * _FINE, 2) for step in range(-5, 6)]
    angle = max(near, key=lambda angle: (_sharpness(ink, angle), -abs(angle)))
    level = _sharpness(ink, 0.0)
    return angle if abs(angle) >= _FINE and _sharpness(ink, angle) > level * _GAIN else 0.0


def lines_stand(ink: Image.Image) -> bool:
    """Whether the lines of text run from top to bottom, so that the page must be turned by a quarter."""
    turned = ink.transpose(Image.Transpose.ROTATE_90)
    return _leaning_sharpness(turned) > 1.5 * _leaning_sharpness(ink)


def _leaning_sharpness(ink: Image.Image) -> float:
    """The sharpness of rows of the page whichever way it leans a little, a dot of its area."""
    small = ink.reduce(2)
    return max(_sharpness(small, step * 1.0) for step in range(-3, 4)) / small.height


def _sharpness(ink: Image.Image, angle: float) -> float:
    turned = ink.rotate(angle, Image.Resampling.NEAREST, fillcolor=0) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows))
