"""Blanks between capitals (khoảng trắng giữa chữ hoa): what the paper does not part is one word.

Recognition parts letters that lean over each other, 'BDVTW' as 'BDV TW', 'SYT' as 'SY T', and so cuts symbols in two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PIL import Image

from tongket.files.scan.shapes import ink_runs
from tongket.files.scan.tesseract import SeenWord

_BAND = (0.72, -0.02)  # of the size above the baseline: where capitals have ink
_BLANK = 0.13  # of the size: blanks are wider (a quarter and more), what parts the letters of a word is narrower


def without_false_blanks(words: Sequence[SeenWord], sizes: Mapping[int, float], ink: Image.Image) -> list[SeenWord]:
    """``words``, two of them one where one ends and the next begins with a capital and no blank stands between."""
    found: list[SeenWord] = []
    for word in words:
        if found and _goes_on(found[-1], word, sizes[word.line], ink):
            found[-1] = _joined(found[-1], word)
        else:
            found.append(word)
    return found


def _goes_on(word: SeenWord, after: SeenWord, size: float, ink: Image.Image) -> bool:
    last, first = word.letters[-1], after.letters[0]
    if word.line != after.line or not (last.text.isupper() and first.text.isupper()) or last.left >= first.right:
        return False
    runs = ink_runs(ink, last.left, first.right, word.baseline, size, _BAND)
    return all(run[0] - before[1] < _BLANK * size for before, run in pairwise(runs))


def _joined(word: SeenWord, after: SeenWord) -> SeenWord:
    """One word of two; the box of the last letter of the first may reach over the second, and is cut."""
    last, start = word.letters[-1], after.letters[0].left
    cut = replace(last, right=start) if last.left < start < last.right else last
    return replace(
        word,
        top=min(word.top, after.top),
        right=max(cut.right, after.right),
        bottom=max(word.bottom, after.bottom),
        confidence=min(word.confidence, after.confidence),
        letters=(*word.letters[:-1], cut, *after.letters),
    )
