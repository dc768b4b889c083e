"""Blanks between capitals (khoảng trắng giữa chữ hoa): what the paper does not part is one word, what it does is two.

Recognition parts letters that lean over each other, 'BDVTW' as 'BDV TW', 'SYT' as 'SY T', and so cuts symbols in two.
And it lets words grow together where one leans over the blank, 'CĂN CỨ VÀ' as 'CĂN CỨVÀ', 'V. ƯU' as 'V.ƯU', and so
hides headings. The horn of 'Ứ' and the bar of 'V' leave no column free: there the syllables tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PIL import Image

from tongket.files.scan.shapes import ink_runs
from tongket.files.scan.tesseract import SeenWord
from tongket.vietnamese.legacy_words import is_syllable
from tongket.vietnamese.unicode import plain

_BAND = (0.72, -0.02)  # of the size above the baseline: where capitals have ink
_BLANK = 0.13  # of the size: blanks are wider (a quarter and more), what parts the letters of a word is narrower
_LEANT = 0.06  # below the horns of letters: less than a blank, more than the sides of two letters leave
_LEAN = (0.5, -0.02)  # where no horn and no bar of a V reaches
_NUMBERED = re.compile(r"[IVX]{1,5}\.(?=[^\W\d]{2})")  # a heading's number, and what was grown to it


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
    if _are_syllables(word.text, after.text):
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


def _are_syllables(one: str, other: str) -> bool:
    """Whether two pieces with marks on a vowel are a syllable each, and none together: 'CỨ', 'VÀ'; no abbreviation."""
    marked = any(plain(piece).upper() != piece for piece in (one, other))
    return marked and is_syllable(one) and is_syllable(other) and not is_syllable(one + other)


def with_true_blanks(words: Sequence[SeenWord], sizes: Mapping[int, float], ink: Image.Image) -> list[SeenWord]:
    """``words``, one of them two where capitals of two words, or a Roman number and a word, have grown together."""
    return [piece for word in words for piece in _grown_apart(word, sizes[word.line], ink)]


def _grown_apart(word: SeenWord, size: float, ink: Image.Image) -> Iterator[SeenWord]:
    at = _seam(word, size, ink)
    if at is None:
        yield word
        return
    first, second = word.letters[:at], word.letters[at:]
    yield replace(word, right=min(first[-1].right, second[0].left), letters=first)
    yield replace(word, left=second[0].left, letters=second)


def _seam(word: SeenWord, size: float, ink: Image.Image) -> int | None:
    """The letter at which a second word begins; None where nothing tells."""
    text = word.text
    if any(len(letter.text) != 1 for letter in word.letters) or not text[-1:].strip(".,;:").isupper():
        return None
    number = _NUMBERED.match(text)
    if number:
        return number.end() if _gap(word, number.end(), size, ink, _BAND) >= _BLANK * size else None
    bare = text.rstrip(".,;:")
    if not bare.isalpha() or not bare.isupper() or is_syllable(bare):
        return None
    cuts = [at for at in range(2, len(bare) - 1) if _are_syllables(bare[:at], bare[at:])]
    return cuts[0] if len(cuts) == 1 and _gap(word, cuts[0], size, ink, _LEAN) >= _LEANT * size else None


def _gap(word: SeenWord, at: int, size: float, ink: Image.Image, band: tuple[float, float]) -> int:
    """The widest paper, in dots, between the middles of the letters before and at ``at``."""
    before, after = word.letters[at - 1], word.letters[at]
    middles = (before.left + before.right) // 2, (after.left + after.right) // 2
    runs = ink_runs(ink, *middles, word.baseline, size, band)
    return max((run[0] - last[1] for last, run in pairwise(runs)), default=0)
