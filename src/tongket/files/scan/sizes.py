"""How large letters are (cỡ chữ): told from how far they rise above the baseline.

The rises are those of Times New Roman and the fonts made to its measure, in parts of the size.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from tongket.files.scan.tesseract import Letter, SeenWord

_RISES = {
    **dict.fromkeys("aceginmnopqrsuvwxyz", 0.46),
    **dict.fromkeys("bdfhklđ", 0.695),
    **dict.fromkeys("ABCDEĐGHIKLMNOPQRSTUVXYZFJW", 0.66),
    **dict.fromkeys("0123456789", 0.676),
}
_RISES.pop("i")  # its dot comes and goes
_FLAT = "\u0323\u031b"  # dot below and horn: marks that do not rise
_ALIKE = frozenset("COSVXZUW")  # capitals that are their small letters, only larger
_SMALL_RISE = 0.54  # of the size: a capital that rises less is a small letter
_SAME = 0.06  # sizes that differ by less are one


def line_sizes(words: Sequence[SeenWord]) -> Mapping[int, float]:
    """The size of the font of each line, in dots; lines near the size of most letters have that size."""
    told: dict[int, list[float]] = defaultdict(list)
    for word in words:
        told[word.line] += _sizes(word.baseline, word.letters)
    usual = median(size for sizes in told.values() for size in sizes) if any(told.values()) else 0.0
    found = {}
    for word in words:
        if word.line not in found:
            size = median(told[word.line]) if told[word.line] else min(word.height, usual or word.height)
            found[word.line] = usual if abs(size - usual) <= _SAME * usual else size
    return found


def _sizes(baseline: float, letters: Iterable[Letter]) -> list[float]:
    return [
        (baseline - letter.top - 1) / _RISES[letter.text]
        for letter in letters
        if letter.text in _RISES and letter.bottom - letter.top > 4 and baseline - letter.top > 4
    ]


def in_right_case(word: SeenWord, size: float) -> str:
    """The letters of ``word``, capitals as small letters where they are only as high as those: 'cơ SỞ' is 'cơ sở'."""
    small = [_is_small(word.baseline, letter, size) for letter in word.letters]
    if not any(small):
        return word.text
    letters = [letter.text.lower() if low else letter.text for letter, low in zip(word.letters, small, strict=True)]
    if small[0] or letters[0].islower():  # no capital can follow inside the word then
        rest = [at for at, letter in enumerate(letters) if letter.isupper()]
        if all(_has_rising_mark(letters[at]) for at in rest):
            letters = [letter.lower() for letter in letters]
    return "".join(letters)


def _is_small(baseline: float, letter: Letter, size: float) -> bool:
    base = unicodedata.normalize("NFD", letter.text)[:1]
    if base not in _ALIKE or _has_rising_mark(letter.text):
        return False
    return 0.3 * size < baseline - letter.top - 1 < _SMALL_RISE * size


def _has_rising_mark(letter: str) -> bool:
    return any(mark not in _FLAT for mark in unicodedata.normalize("NFD", letter)[1:])
