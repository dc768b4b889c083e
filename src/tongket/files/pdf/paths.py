"""Drawn lines and pictures of a PDF page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tongket.files.pdf.engine import pdfium
from tongket.files.pdf.frame import Frame
from tongket.model.pages import Rule

THIN = 3.2  # points: a bar no thicker is a line
_SHORT = 4.0  # points: a line no longer is a dot or a part of a letter
_MOST_SEGMENTS = 2000  # of one path; more is a drawing
_MOST_RULES = 4000  # of a page
_DEEPEST = 6  # forms in forms
_STRAIGHT = 1.0  # points by which the ends of a flat or upright line may differ
_WHITE = 250  # of 255, in each colour

Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Drawing:
    """What a page shows beside text: lines, dark areas, and the share of it that pictures cover."""

    rules: list[Rule]
    dark: list[tuple[float, float, float, float]]  # left, top, right, bottom
    picture_share: float = 0.0
    objects: int = 0


def read_drawing(page: pdfium.FPDF_PAGE, frame: Frame) -> Drawing:
    """The lines and pictures of a page."""
    found = Drawing([], [])
    for kind, item, matrix in _objects(page):
        found.objects += 1
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, top, right, bottom = _bounds(item, matrix, frame)
            shown = max(min(right, frame.width) - max(left, 0), 0) * max(min(bottom, frame.height) - max(top, 0), 0)
            found.picture_share += shown / max(frame.width * frame.height, 1)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(found.rules) < _MOST_RULES:
            _read_path(item, matrix, frame, found)
    return found


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Matrix]]:
    """Paths and pictures of a page, those inside forms too, each with the matrix of the form that it stands in."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        yield from _unpacked(item, _UNMOVED, 0)


def _unpacked(
    item: pdfium.FPDF_PAGEOBJECT, outer: Matrix, depth: int
) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Matrix]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
        yield kind, item, outer
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        own = _product(_matrix(item), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _unpacked(pdfium.FPDFFormObj_GetObject(item, index), own, depth + 1)


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _UNMOVED
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    x0, y0 = _moved(matrix, left.value, bottom.value)
    x1, y1 = _moved(matrix, right.value, top.value)
    return frame.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _read_path(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame, found: Drawing) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    filled = bool(fill.value) and not _is_white(item, pdfium.FPDFPageObj_GetFillColor)
    stroked = bool(stroke.value) and not _is_white(item, pdfium.FPDFPageObj_GetStrokeColor)
    if not filled and not stroked:
        return
    left, top, right, bottom = _bounds(item, matrix, frame)
    if min(right - left, bottom - top) <= THIN:
        if max(right - left, bottom - top) >= _SHORT:
            found.rules.append(Rule(left, top, right, bottom))
        return
    if filled and _is_dark(item):
        found.dark.append((left, top, right, bottom))
    if 2 <= pdfium.FPDFPath_CountSegments(item) <= _MOST_SEGMENTS:
        found.rules += _segments(item, matrix, frame, filled=filled and not stroked)


def _segments(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame, *, filled: bool) -> list[Rule]:
    """The flat and upright lines of a path; of a filled one only its thin bars."""
    own = _product(_matrix(item), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    outlines: list[list[tuple[float, float]]] = []
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []  # rounded: no line of a table
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.point(*_moved(own, x.value, y.value))
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([point])
        else:
            outlines[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return _bars(outlines) if filled else _lines(outlines)


def _bars(outlines: list[list[tuple[float, float]]]) -> list[Rule]:
    rules = []
    for outline in outlines:
        xs, ys = [x for x, _ in outline], [y for _, y in outline]
        rule = Rule(min(xs), min(ys), max(xs), max(ys))
        short, long = sorted((rule.right - rule.left, rule.bottom - rule.top))
        if short <= THIN and long >= _SHORT:
            rules.append(rule)
    return rules


def _lines(outlines: list[list[tuple[float, float]]]) -> list[Rule]:
    rules = []
    for outline in outlines:
        for (x0, y0), (x1, y1) in pairwise(outline):
            across, down = abs(x1 - x0), abs(y1 - y0)
            if max(across, down) >= _SHORT and min(across, down) <= _STRAIGHT:
                rules.append(Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return rules


def _colour(item: pdfium.FPDF_PAGEOBJECT, getter: object) -> tuple[int, int, int, int] | None:
    red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
    if not callable(getter) or not getter(item, red, green, blue, opaque):
        return None
    return red.value, green.value, blue.value, opaque.value


def _is_white(item: pdfium.FPDF_PAGEOBJECT, getter: object) -> bool:
    colour = _colour(item, getter)
    return colour is not None and (min(colour[:3]) >= _WHITE or colour[3] < 8)


def _is_dark(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    colour = _colour(item, pdfium.FPDFPageObj_GetFillColor)
    return colour is not None and sum(colour[:3]) < 3 * 170 and colour[3] > 127
