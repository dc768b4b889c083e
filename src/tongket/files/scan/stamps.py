"""Secrecy stamps in a scan (dấu độ mật): looked for twice, for one that is overlooked lets a secret in.

A stamp is pressed by hand: tilted, its frame worn. What in the head of the first page is no line of text is turned
level by itself and recognised once more; what says 'MẬT' there, however badly, is a mark.
Sizes: Thông tư 24/2020/TT-BCA, frames of 20 to 40 by 8 mm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from tongket.files.scan.areas import areas_of
from tongket.files.scan.compounds import bare
from tongket.files.scan.ink import ink_of
from tongket.files.scan.rules import Box, erase, find_strokes
from tongket.files.scan.sheet import Place, make_sheet
from tongket.files.scan.skew import skew_of
from tongket.files.scan.tesseract import recognise_words
from tongket.model.pages import Word

_HEAD = 0.45  # of the page: stamps stand above the text
_WIDE_MM, _HIGH_MM = (9.0, 60.0), (5.0, 24.0)
_MOST = 6  # candidates of a look
_CELLS_MM = (1.0, 0.5)  # dots that stand no further apart belong together
_COLOUR_CELLS_MM = (2.5, 1.0)  # of colour alone, where no line of text is near and words of a mark may stand apart
_SAME_DOTS = 30
_TILT = 14.0  # degrees
_READ = 0.8  # a word of which recognition is so sure is text, and what holds it no candidate
_LAYOUT = 6
_INKED = 200  # grey level: what is lighter is paper
_MARK = re.compile(
    r"[a-z]{0,2}?(?:(?P<tuyet>tuy[a-z]{0,3}(?=mat)|[a-z]uye[a-z]?(?=mat)|[a-z]?uyet(?=[a-z]{0,2}at|ma[flpr]))"
    r"|(?P<toi>to[ijlt]))?"
    r"(?:mat|(?<=uyet)(?:[a-z]{0,2}at|ma[flpr])|(?<=toi)[a-z]{0,2}at)[a-z]{0,2}"
)
"""A mark without signs, as badly as a tilted stamp is read: 'tuyeimat', 'luyetmat', 'tuyethiat', 'toiat', 'imat'."""
_BROKEN_M = re.compile(r"^(?:14|[1il|!)]v)(?=at)")
_LEVELS = {"tuyet": "TUYỆT MẬT", "toi": "TỐI MẬT", None: "MẬT"}
_EDGES = "[](){}|_.,:;!-\"'“”"
_BESIDE = 0.7  # of its size: so near follows the next word of a text
_ALONE = 1.2  # of its size: a mark has no word of a text so near


def clear_marks(words: Sequence[Word], page_height: float) -> list[Word]:
    """``words``, marks in the head cleared of the crumbs of their frames: 'i', 'MẬT', '!' is 'MẬT'."""
    found = list(words)
    for word in words:
        if bare(word.text).strip(_EDGES) == "mat" and word.text.isupper() and word.top < _HEAD * page_height:
            near = [other for other in found if other is not word and _is_near(word, other)]
            crumbs = [other for other in near if not _level_of(other)]
            if all(sum(map(str.isalnum, other.text)) <= 1 for other in crumbs):
                level = next((level for level in map(_level_of, near) if level), None)
                at = found.index(word)
                found[at] = replace(word, text=_LEVELS[level], left=min([word.left, *(one.left for one in near)]))
                found = [one for one in found if one not in near]
    return found


def standing_marks(words: Sequence[Word], page_height: float) -> tuple[str, ...]:
    """The level of a cleared mark ('TỐI MẬT') in the head. A bare 'MẬT' is left to its line.

    A title may say 'TỐI MẬT' too, but then its words go on beside it.
    """
    found = [
        word for word in words if word.text in (_LEVELS["toi"], _LEVELS["tuyet"]) and word.top < _HEAD * page_height
    ]
    return tuple(word.text for word in found if not any(_is_near(word, one) for one in words if one is not word))


def _level_of(word: Word) -> str:
    """'toi' or 'tuyet' where ``word`` says so, however badly: 'TỔI', 'TUYẾỆT'; else ''."""
    said = re.sub(r"(.)\1+", r"\1", bare(word.text).strip(_EDGES))
    return said if said in ("toi", "tuyet") else ""


def _is_near(word: Word, other: Word) -> bool:
    level = abs((word.top + word.bottom) - (other.top + other.bottom)) < word.bottom - word.top
    return level and max(word.left - other.right, other.left - word.right) < _ALONE * word.size


def stamped_marks(
    grey: Image.Image, colour: Image.Image | None, dpi: float, words: Sequence[Word], *, file: str
) -> tuple[str, ...]:
    """The mark in the head of a level page that was not read with the text, if any.

    ``colour`` is what of the page is no black ink.
    """
    found: list[tuple[Image.Image, Box, Sequence[Word]]] = [
        (grey, box, words) for box in _candidates(grey, dpi, words, _CELLS_MM)
    ]
    if colour:
        beside = [word for word in words if _is_coloured(word, colour, dpi)]
        found += [(colour, box, beside) for box in _candidates(colour, dpi, (), _COLOUR_CELLS_MM)]
    if not found:
        return ()
    sheet = make_sheet([[Place(_level(picture.crop(box), dpi), box[0], box[1])] for picture, box, _ in found])
    said: dict[int, str] = {}
    for seen in recognise_words(sheet.picture, dpi, layout=_LAYOUT, page=1, file=file):
        row = sheet.row_at((seen.top + seen.bottom) / 2)
        if any(map(str.isalpha, seen.text)):
            letters = _BROKEN_M.sub("m", bare(seen.text))
            said[row] = said.get(row, "") + re.sub(r"[^a-z]|(.)(?=\1)", "", letters)
    points = 72 / dpi
    told = {row: level_said(text) for row, text in said.items()}
    levels = {
        level
        for row, level in told.items()
        if level is not None and _stands_alone([side * points for side in found[row][1]], found[row][2])
    }
    if not levels:
        return ()
    levels |= {text for text in said.values() if text in ("toi", "tuyet")}  # a word of it that was seen apart
    return (next((_LEVELS[level] for level in ("tuyet", "toi") if level in levels), _LEVELS[None]),)


def level_said(text: str) -> str | None:
    """The level in a mark of letters without signs: 'tuyet', 'toi', '' of a bare 'mat'; None for what is no mark."""
    found = _MARK.fullmatch(text)
    return None if found is None else found.lastgroup or ""


def _is_coloured(word: Word, colour: Image.Image, dpi: float) -> bool:
    """Whether ``word`` is printed in colour: black text beside a coloured mark does not go on from it."""
    dots = dpi / 72
    box = (round(word.left * dots), round(word.top * dots), round(word.right * dots), round(word.bottom * dots))
    return any(colour.crop(box).histogram()[:_INKED])


def _stands_alone(box: Sequence[float], words: Sequence[Word]) -> bool:
    """Whether no word of a text goes on level with ``box``: 'MẬT' in 'BÍ MẬT NHÀ NƯỚC' is no mark."""
    left, top, right, bottom = box
    middle, reach = (top + bottom) / 2, _BESIDE
    for word in words:
        gap = max(left - word.right, word.left - right)
        is_text = word.confidence >= _READ and any(map(str.isalpha, word.text))
        if is_text and 0 <= gap < reach * word.size and abs(word.baseline - word.size / 3 - middle) < word.size / 2:
            return bool(_level_of(word))
    return True


def _candidates(grey: Image.Image, dpi: float, words: Sequence[Word], cells_mm: Sequence[float]) -> list[Box]:
    """What in the head has the size of a stamp and holds no word that was read well.

    Near a line of text a coarse look takes both for one, a fine look takes letters that stand apart for several.
    """
    head = ink_of(grey).crop((0, 0, grey.width, round(_HEAD * grey.height)))
    points = 72 / dpi
    found: list[Box] = []
    for fineness in cells_mm:
        cell = max(1, round(dpi * fineness / 25.4))
        wide, high = ([side / fineness for side in sides] for sides in (_WIDE_MM, _HIGH_MM))
        boxes = []
        for area in areas_of(head.reduce(cell).point(lambda level: 255 * (level > 24))):
            if wide[0] <= area.width <= wide[1] and high[0] <= area.height <= high[1]:
                left, top, right, bottom = (side * cell for side in (area.left, area.top, area.right, area.bottom))
                box = (
                    max(0, left - cell),
                    max(0, top - cell),
                    min(grey.width, right + cell),
                    min(grey.height, bottom + cell),
                )
                if not any(_is_read(word, [side * points for side in box]) for word in words):
                    boxes.append(box)
        found += [box for box in boxes if not any(_same(box, other) for other in found)][:_MOST]
    return found


def _same(one: Box, other: Box) -> bool:
    """Whether two looks saw the same."""
    return all(abs(side - again) <= _SAME_DOTS for side, again in zip(one, other, strict=True))


def _is_read(word: Word, box: Sequence[float]) -> bool:
    left, top, right, bottom = box
    inside = left <= (word.left + word.right) / 2 <= right and top <= (word.top + word.bottom) / 2 <= bottom
    return inside and word.confidence >= _READ and sum(map(str.isalnum, word.text)) > 2


def _level(piece: Image.Image, dpi: float) -> Image.Image:
    """A stamp turned level, its frame taken out."""
    angle = skew_of(ink_of(piece.reduce(2)), _TILT)
    level = piece.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255) if angle else piece
    strokes = find_strokes(ink_of(level), dpi)
    return erase(level, strokes, 3)
