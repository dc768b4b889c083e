"""Pictures of pages to pages of words: the order in which a scan is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from statistics import fmean

from PIL import Image

from tongket.files.scan.borders import clear_borders
from tongket.files.scan.images import PageImage, check_size
from tongket.files.scan.ink import coloured_ink, even_light, ink_limit, ink_of, plain, without_stamps
from tongket.files.scan.lines import TextLine, side_by_side, split_lines
from tongket.files.scan.regions import Region, find_regions
from tongket.files.scan.rules import Box, erase, find_strokes
from tongket.files.scan.sheet import Place, make_sheet
from tongket.files.scan.skew import lines_stand, skew_of
from tongket.files.scan.stamps import clear_marks, stamped_marks, standing_marks
from tongket.files.scan.tesseract import recognise_words, require
from tongket.files.scan.words import page_words
from tongket.model.pages import Page, Rule, Word

DPI = 300.0  # at which pages are recognised
_KEPT_DPI = (270.0, 420.0)  # pages within are not resized
_LAYOUT = 6  # one column of text of several sizes
_ENLARGED = 2.2  # raised figures, to be as large as those on the line
_FIGURES = "0123456789*"
_UPSIDE_DOWN = 0.55  # mean confidence below which a page is tried the other way round
_SAMPLE = 5  # words of letters from which the confidence of a page tells anything


def recognise(images: Iterable[PageImage], *, file: str, workers: int = 1) -> list[Page]:
    """The words of each picture, ``workers`` pages at a time (one a core); boxes are in points of the upright page.

    ``images`` are asked for as they are needed: no more than two a worker are held.

    Raises:
        ReadError: Tesseract or its Vietnamese data is missing, a page is too large, or took too long.
    """
    require(file)
    if workers <= 1:
        return [recognise_page(image, file=file) for image in images]
    with ThreadPoolExecutor(workers, thread_name_prefix="scan") as pool:
        return list(_in_order(pool, iter(images), file, workers))


def _in_order(pool: ThreadPoolExecutor, images: Iterator[PageImage], file: str, workers: int) -> Iterator[Page]:
    waiting: list[Future[Page]] = []
    try:
        while True:
            some = islice(images, workers + 1 - len(waiting))
            waiting.extend(pool.submit(recognise_page, image, file=file) for image in some)
            if not waiting:
                return
            yield waiting.pop(0).result()
    finally:
        for future in waiting:
            future.cancel()


def recognise_page(page: PageImage, *, file: str) -> Page:
    """The words and drawn lines of one picture."""
    check_size(page.image.size, file=file)
    dpi = page.resolution
    image = plain(page.image)
    colour = coloured_ink(image, dpi) if page.number == 1 else None
    colour = _resized(colour, dpi)[0] if colour else None
    grey, dpi = _resized(without_stamps(image, dpi), dpi)
    grey = even_light(grey)
    small = ink_of(grey.reduce(4))
    if lines_stand(small):
        grey = grey.transpose(Image.Transpose.ROTATE_90)
        small = small.transpose(Image.Transpose.ROTATE_90)
        colour = colour and colour.transpose(Image.Transpose.ROTATE_90)
    grey = clear_borders(grey, small)
    angle = skew_of(ink_of(grey.reduce(4)))
    if angle:
        grey = grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    words, rules = _read_level(grey, dpi, page.number, file)
    if is_doubtful(words):
        turned = grey.transpose(Image.Transpose.ROTATE_180)
        others, other_rules = _read_level(turned, dpi, page.number, file)
        if _confidence(others) > _confidence(words):
            grey, words, rules = turned, others, other_rules
            colour = colour and colour.transpose(Image.Transpose.ROTATE_180)
    points = 72 / dpi
    marks: tuple[str, ...] = ()
    if page.number == 1:
        marks = stamped_marks(grey, colour, dpi, words, file=file)
        words = clear_marks(words, grey.height * points)
        marks += standing_marks(words, grey.height * points)
    size = grey.width * points, grey.height * points
    return Page(page.number, *size, tuple(words), tuple(rules), scanned=True, marks=marks)


def _resized(grey: Image.Image, dpi: float) -> tuple[Image.Image, float]:
    low, high = _KEPT_DPI
    if low <= dpi <= high:
        return grey, dpi
    times = DPI / dpi
    size = max(1, round(grey.width * times)), max(1, round(grey.height * times))
    way = Image.Resampling.LANCZOS if times > 1 else Image.Resampling.BOX
    return grey.resize(size, way), DPI


def _read_level(grey: Image.Image, dpi: float, number: int, file: str) -> tuple[list[Word], list[Rule]]:
    """The words and rules of a page that lies level."""
    half = ink_of(grey.reduce(2))
    strokes = find_strokes(half, dpi / 2)
    without = erase(grey, [stroke.scaled(2) for stroke in strokes], 2)
    half_without = ink_of(without.reduce(2))
    regions, tables = find_regions(half_without, strokes, dpi / 2)
    points = 72 / dpi
    rules = [Rule(*(side * 2 * points for side in (one.left, one.top, one.right, one.bottom))) for one in strokes]
    if not regions:
        return [], rules
    sheet = make_sheet(_rows(without, half_without, regions, tables, dpi))
    seen = recognise_words(sheet.picture, dpi, layout=_LAYOUT, page=number, file=file)
    placed = [one for word in seen for one in sheet.placed(word)]
    limit = ink_limit(without)
    ink = without.point(lambda level: 255 * (level <= limit))
    return page_words(placed, ink, dpi, partial(_read_signs, without, dpi, number, file)), rules


def _read_signs(grey: Image.Image, dpi: float, number: int, file: str, boxes: Sequence[Box]) -> list[str]:
    """The figures in some small boxes of a page, each enlarged and read by itself."""
    pieces = [grey.crop((left - 3, top - 3, right + 3, bottom + 3)) for left, top, right, bottom in boxes]
    sheet = make_sheet([[Place(_enlarged(piece), 0, 0)] for piece in pieces])
    told = [""] * len(boxes)
    for word in recognise_words(sheet.picture, dpi, layout=_LAYOUT, page=number, file=file, only=_FIGURES):
        told[sheet.row_at((word.top + word.bottom) / 2)] += word.text
    return told


def _enlarged(piece: Image.Image) -> Image.Image:
    size = round(piece.width * _ENLARGED), round(piece.height * _ENLARGED)
    return piece.resize(size, Image.Resampling.LANCZOS)


def _rows(
    grey: Image.Image, half: Image.Image, regions: Sequence[Region], tables: Sequence[Box], dpi: float
) -> list[list[Place]]:
    """The lines of the regions; lines of cells that are level with each other are one row."""
    beside = _without_tables(grey, tables)
    half_beside = _without_tables(half, tables, 1, 0)
    rows: list[list[Place]] = []
    cells: list[TextLine] = []
    for region in regions:
        if region.is_cell:
            cells += split_lines(half, region.box, dpi / 2)
        else:
            rows += [[_place(beside, line)] for line in split_lines(half_beside, region.box, dpi / 2)]
    return rows + [[_place(grey, line) for line in row] for row in side_by_side(cells)]


def _place(grey: Image.Image, line: TextLine) -> Place:
    return Place(line.cut(grey), 2 * line.box[0], 2 * line.box[1])


def _without_tables(grey: Image.Image, tables: Sequence[Box], times: int = 2, paper: int = 255) -> Image.Image:
    """``grey`` with the tables painted over; it is ``times`` as large as the picture that they were found in."""
    if not tables:
        return grey
    cleared = grey.copy()
    for left, top, right, bottom in tables:
        right, bottom = min(times * right, grey.width), min(times * bottom, grey.height)
        cleared.paste(paper, (times * left, times * top, right, bottom))
    return cleared


def is_doubtful(words: list[Word]) -> bool:
    """Whether a page reads so badly that it may stand on its head."""
    return _told(words) >= _SAMPLE and _confidence(words) < _UPSIDE_DOWN


def _told(words: list[Word]) -> int:
    return sum(any(letter.isalpha() for letter in word.text) for word in words)


def _confidence(words: list[Word]) -> float:
    return fmean(word.confidence for word in words) if words else 0.0
