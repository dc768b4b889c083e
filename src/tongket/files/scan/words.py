"""Seen words to words of a page (từ): boxes in points, size of the font, bold, raised note marks apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from statistics import median

from PIL import Image, ImageChops

from tongket.files.scan.blanks import with_true_blanks, without_false_blanks
from tongket.files.scan.compounds import in_context
from tongket.files.scan.raised import ReadSigns, nothing_raised, with_raised
from tongket.files.scan.repairs import repaired
from tongket.files.scan.sizes import line_sizes, on_their_feet
from tongket.files.scan.tesseract import SeenWord
from tongket.model.pages import Word

_BLANK = 0.2  # of the size: a blank between two words is at least as wide
_BOLD = 1.22  # how much thicker than the page's usual strokes bold ones are, in parts of the size
_STOPS = frozenset(".,;:")
_MARKS = {"!": "1"}
_RAISED = 0.2  # of the size: how far above the baseline a raised mark ends
_MARK_SIZE = 0.65  # of the line's size
_MARK_HEIGHT = 0.55  # of the size: it is lower than that
_SIGNS = 0.6  # signs alone of which recognition is less sure are dirt
_BELIEVED = 0.3
_LIST_MARKS = frozenset("-–+*•.:;,/()…")
_PLAIN_SIGNS = frozenset("-–—+*•.,:;/()[]\"'“”‘’%&…=<>?!@#_")
_LEAST_DOTS = 30  # of ink in a word whose strokes can be measured


def page_words(
    seen: Sequence[SeenWord], ink: Image.Image, dpi: float, read_signs: ReadSigns = nothing_raised
) -> list[Word]:
    """The words of a page; ``ink`` is the picture that ``seen`` was seen in, before it was parted in regions.

    ``read_signs`` reads what is raised above the lines.
    """
    seen = on_their_feet(seen)
    sizes = line_sizes(seen)
    seen = with_true_blanks(without_false_blanks(seen, sizes, ink), sizes, ink)
    seen = with_raised(seen, sizes, ink, read_signs)
    parted = [piece for word in seen for piece in part_raised(word, sizes[word.line])]
    strokes = _stroke_widths(parted, ink)
    usual = _usual(parted, strokes, sizes)
    points = 72 / dpi
    found = []
    told = [repaired(word, sizes[word.line], ink) for word in parted]
    texts = in_context(told)
    apart = _blanks_apart(parted, sizes)
    for word, stroke, text, (_, sure) in zip(apart, strokes, texts, told, strict=True):
        if is_noise(text, sure):
            continue
        size = sizes[word.line]
        if word.is_mark:
            size *= _MARK_SIZE
        is_bold = usual > 0 and stroke / max(size, 1.0) > usual * _BOLD
        left, top, right, bottom = (round(side * points, 2) for side in (word.left, word.top, word.right, word.bottom))
        found.append(
            Word(
                text,
                left,
                top,
                right,
                bottom,
                baseline=round(word.baseline * points, 2),
                size=round(2 * size * points) / 2,
                bold=is_bold,
                confidence=round(sure, 3),
            )
        )
    return [replace(word, text="Chi") if word.text == "Chỉ" and _is_branch(word, found) else word for word in found]


def _is_branch(word: Word, words: Sequence[Word]) -> bool:
    """Whether 'Chỉ' stands by itself in a cell above 'đoàn' or 'hội': 'Chi đoàn', a line for each word."""
    reach = 3 * word.size
    beside = (one for one in words if one is not word and abs(one.baseline - word.baseline) < word.size / 3)
    if any(one.left - word.right < reach and word.left - one.right < reach for one in beside):
        return False
    return any(
        0 < other.baseline - word.baseline < 1.8 * word.size
        and other.left < word.right
        and word.left < other.right
        and other.text.rstrip(",.;").lower() in ("đoàn", "hội", "bộ")
        for other in words
    )


def _blanks_apart(words: Sequence[SeenWord], sizes: Mapping[int, float]) -> Iterator[SeenWord]:
    """Words of a line cut short where the blank after them is too narrow to be seen: letters' boxes may overlap.

    What was one word, a raised mark and what stands around it, has no blank.
    """
    for word, after in zip_longest(words, words[1:]):
        if after and after.line == word.line and not word.is_mark and not after.is_mark:
            end = after.left - _BLANK * sizes[word.line]
            yield replace(word, right=int(end)) if word.left < end < word.right else word
        else:
            yield word


def is_noise(text: str, sure: float) -> bool:
    """Whether ``text`` is dirt of the paper that was taken for signs: no letter, no digit, no list mark, not sure.

    A word with letters is dirt when half of it is odd signs and recognition believes none of it.
    """
    said = sum(map(_is_said, text))
    if not said:
        return not text.strip() or (sure < _SIGNS and text not in _LIST_MARKS) or not _PLAIN_SIGNS.issuperset(text)
    odd = sum(not _is_said(letter) and letter not in _PLAIN_SIGNS for letter in text)
    return sure < _BELIEVED and (odd > 0 or 2 * said < len(text))


def _is_said(letter: str) -> bool:
    """Whether it is a letter or a digit; a mark that stands alone ('ˆ') counts as a letter in Unicode, and is none."""
    return letter.isalnum() and unicodedata.category(letter) != "Lm"


def part_raised(word: SeenWord, size: float) -> Iterator[SeenWord]:
    """``word``, or the word, the raised note mark after its letters, and the stop after that: 'phòng', '1', '.'."""
    if word.is_mark:
        yield word
        return
    end = len(word.letters)
    while end and word.letters[end - 1].text in _STOPS:
        end -= 1
    at = end
    while at and _is_raised(word, at - 1, size):
        at -= 1
    if at == 0 < end:
        yield replace(word, is_mark=True)
        return
    if at == end or not any(letter.text.isalpha() for letter in word.letters[:at]):
        yield word
        return
    mark = tuple(replace(one, text=_MARKS.get(one.text, one.text)) for one in word.letters[at:end])
    foot = min(max(one.bottom for one in mark), round(word.baseline - _RAISED * size))
    yield replace(word, right=mark[0].left, letters=word.letters[:at])
    yield replace(
        word,
        left=mark[0].left,
        top=min(one.top for one in mark),
        right=mark[-1].right,
        bottom=foot,
        baseline=float(foot),
        letters=mark,
        is_mark=True,
    )
    if end < len(word.letters):
        yield replace(word, left=word.letters[end].left, letters=word.letters[end:])


def _is_raised(word: SeenWord, at: int, size: float) -> bool:
    letter = word.letters[at]
    if letter.text == "!":  # no report calls out: a raised 1, whose box may reach down to a dot beside it
        return at > 0 and word.letters[at - 1].text.islower()
    if not (letter.text.isdecimal() or letter.text in "*()[]"):  # a square is raised, and no mark
        return False
    return letter.bottom <= word.baseline - _RAISED * size and letter.bottom - letter.top <= _MARK_HEIGHT * size


def _stroke_widths(words: Iterable[SeenWord], ink: Image.Image) -> list[float]:
    """The mean length of level runs of ink in each word's box, in dots; 0 where there is too little."""
    begins = ImageChops.subtract(ink, ImageChops.offset(ink, 1, 0))
    found = []
    for word in words:
        box = (max(word.left, 0), max(word.top, 0), min(word.right, ink.width), min(word.bottom, ink.height))
        if box[2] <= box[0] or box[3] <= box[1]:
            found.append(0.0)
            continue
        dots, runs = ink.crop(box).histogram()[255], begins.crop(box).histogram()[255]
        found.append(dots / runs if runs and dots >= _LEAST_DOTS else 0.0)
    return found


def _usual(words: Sequence[SeenWord], strokes: Sequence[float], sizes: Mapping[int, float]) -> float:
    """The usual stroke of lower-case words of the page, in parts of the size."""
    widths = [
        stroke / sizes[word.line]
        for word, stroke in zip(words, strokes, strict=True)
        if stroke and sizes[word.line] and word.text.islower() and len(word.letters) > 1
    ]
    return median(widths) if widths else 0.0
