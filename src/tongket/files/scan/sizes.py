"""How large letters are (cỡ chữ): told from how far they rise above the baseline.

The rises are those of Times New Roman and the fonts made to its measure, in parts of the size.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
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
_STANDING = frozenset("abcdđehiklmnorstuvxzABCDĐEGHIKLMNOPRSTUVXY0123456789")
_ENOUGH = 3  # letters that stand, to tell where
_ASTRAY = 0.2  # of a word's height: a baseline further from its feet is not its own
_ALIKE = frozenset("COSVXZUW")  # capitals that are their small letters, only larger
_SMALL_RISE = 0.54  # of the size: a capital that rises less is a small letter
_NARROWEST = 0.34  # of the size: letters are not narrower in the mean of a line
_SAME = 0.06  # sizes that differ by less are one


def on_their_feet(words: Iterable[SeenWord]) -> list[SeenWord]:
    """``words`` with the baseline that their own letters stand on, where that of the line lies far from it.

    In a dirty place two lines may have been seen as one, whose baseline runs between them.
    """
    return [_on_its_feet(word) for word in words]


def _on_its_feet(word: SeenWord) -> SeenWord:
    feet = [letter.bottom for letter in word.letters if _stands(letter.text)]
    if len(feet) < _ENOUGH:
        return word
    foot = float(median(feet))
    height = max(foot - word.top, 1.0)
    return word if abs(foot - word.baseline) <= _ASTRAY * height else replace(word, baseline=foot)


def _stands(letter: str) -> bool:
    """Whether a letter has nothing below the baseline: no tail, no dot."""
    parts = unicodedata.normalize("NFD", letter)
    return parts[:1] in _STANDING and "\u0323" not in parts


def line_sizes(words: Sequence[SeenWord]) -> Mapping[int, float]:
    """The size of the font of each line, in dots; lines near the size of most letters have that size."""
    told: dict[int, list[float]] = defaultdict(list)
    advances = _advances(words)
    for word in words:
        told[word.line] += _sizes(word.baseline, word.letters)
    usual = median(size for sizes in told.values() for size in sizes) if any(told.values()) else 0.0
    found = {}
    for word in words:
        if word.line not in found:
            size = median(told[word.line]) if told[word.line] else min(word.height, usual or word.height)
            if usual and _NARROWEST * size > advances[word.line]:  # boxes that reach up into dirt
                size = usual
            found[word.line] = usual if abs(size - usual) <= _SAME * usual else size
    return found


def _advances(words: Iterable[SeenWord]) -> Mapping[int, float]:
    """The mean width of the letters of each line, in dots."""
    widths: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for word in words:
        widths[word.line][0] += word.right - word.left
        widths[word.line][1] += len(word.letters)
    return {line: width / max(letters, 1) for line, (width, letters) in widths.items()}


def _sizes(baseline: float, letters: Iterable[Letter]) -> list[float]:
    return [
        (baseline - letter.top - 1) / _RISES[letter.text]
        for letter in letters
        if letter.text in _RISES and letter.bottom - letter.top > 4 and baseline - letter.top > 4
    ]


def in_right_case(word: SeenWord, size: float) -> str:
    """The letters of ``word``, capitals as small letters where they rise no higher than those: 'cơ SỞ' is 'cơ sở'."""
    letters: list[str] = []
    for letter in word.letters:
        after_small = bool(letters) and letters[-1].islower()
        is_small = _is_small(word.baseline, letter, size) or (after_small and _rising_marks(letter.text) > 0)
        letters.append(letter.text.lower() if is_small else letter.text)
    return "".join(letters)


def _is_small(baseline: float, letter: Letter, size: float) -> bool:
    """Whether a capital that looks like its small letter is only as high as that; those with marks do not tell."""
    if not letter.text.isupper() or _rising_marks(letter.text):
        return False
    if unicodedata.normalize("NFD", letter.text)[:1] not in _ALIKE:
        return False
    return 0.3 * size < baseline - letter.top - 1 < _SMALL_RISE * size


def _rising_marks(letter: str) -> int:
    return sum(mark not in _FLAT for mark in unicodedata.normalize("NFD", letter)[1:])
