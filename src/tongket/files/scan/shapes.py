"""Capitals and figures told by the ink that they cover (bề ngang của nét): what recognition makes of Roman numbers.

'III.' is seen as 'HI.' or 'HIL', 'VII.' as 'VI.', 'quý IV' as 'quý TV', 'PCI' as 'PCTI', '46' as '46G'. A true H has
no paper between its stems, a true T is wider than an I, a stop does not rise, and where two letters stand, no third
one does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PIL import Image

from tongket.files.scan.tesseract import Letter, SeenWord

_BAND = (0.72, -0.02)  # of the size above the baseline: where capitals have ink, bars of T and L included
_UPPER = (0.62, 0.3)  # where a stop has none
_STEM = 0.42  # of the size: an I is narrower, a bold one too, and T, L and H are wider
_FIGURE = 0.52  # a figure is narrower, and G wider
_AROUND = 0.5  # so far around a letter its ink is looked for
_WITHIN = 0.3  # of its width: so much of the box of a letter that is not there lies in that of the one before
_PHANTOM = 0.5  # of the size: the box of such a letter is narrower
_CAPITAL = 0.8  # wider ink is more than one capital
_SMALL = 0.65  # and this is more than one small letter or figure
_BROAD = 1.1
_SHARED = 0.35  # of the narrower of two boxes: two letters share less
_COMMON = 0.3
_LEAST_SIZE = 20  # dots; smaller letters run together
_SLIVER = 0.08  # ink so narrow is the edge of a neighbour
_THIN = 0.25  # of the size: every capital but I and J is wider
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ"})
_ROMAN = frozenset("IVX")
_BROADEST = frozenset("MWm")
_NEVER = frozenset("'`’‘\"“”")  # between capitals and figures

Run = tuple[int, int]


def by_ink(word: SeenWord, size: float, ink: Image.Image) -> tuple[Letter, ...]:
    """The letters of ``word`` as their ink says: none twice; of capitals and figures alone, each what it can be."""
    if size < _LEAST_SIZE:
        return word.letters
    if not _is_plain(word):
        return tuple(_undoubled(word.letters, word.baseline, size, ink))
    letters: list[Letter] = []
    for at, letter in enumerate(word.letters):
        before = letters[-1].text if letters else ""
        told = list(_told(letter, word.baseline, size, ink, before))
        if letter.text != "." and told[-1].text == ".":
            after = word.letters[at + 1 : at + 2]
            told = told[:-1] if after and after[0].text == "." else [letter] if after else told
        letters += told or [letter]
    once = list(_undoubled(letters, word.baseline, size, ink))
    return tuple(_without_phantoms(once, word.baseline, size, ink))


def _is_plain(word: SeenWord) -> bool:
    """Whether there are capitals among its letters, and no small ones but the r of 'TTr'."""
    said = [letter.text for letter in word.letters if letter.text.isalpha()]
    return any(map(str.isupper, said)) and not any(one.islower() and one != "r" for one in said)


def ink_runs(ink: Image.Image, left: int, right: int, base: float, size: float, band: tuple[float, float]) -> list[Run]:
    """First column and end of each stretch of columns with ink, between two heights above the baseline."""
    left, right = max(0, left), min(ink.width, right)
    top, bottom = max(0, round(base - band[0] * size)), min(ink.height, round(base - band[1] * size))
    if right <= left or bottom <= top:
        return []
    columns = ink.crop((left, top, right, bottom)).resize((right - left, 1), Image.Resampling.BOX).tobytes()
    found: list[Run] = []
    start = -1
    for at, level in enumerate((*columns, 0)):
        if level and start < 0:
            start = at
        elif not level and start >= 0:
            found.append((left + start, left + at))
            start = -1
    return found


def _undoubled(letters: Sequence[Letter], base: float, size: float, ink: Image.Image) -> Iterator[Letter]:
    """``letters`` without those that were seen twice: 'ĐU' as 'ĐĐU', 'Dằn' as 'Dăằn', with ink for one alone."""
    last: Letter | None = None
    for letter in letters:
        if last is not None and _is_again(last, letter, size):
            if last.text.isupper() and last.right - last.left < _THIN * size and letter.text not in "IJ":
                last = letter  # what stood before it is no letter
                continue
            runs = ink_runs(ink, last.left, max(last.right, letter.right), base, size, _BAND)
            wide = [end - start for start, end in runs if end - start > _SLIVER * size]
            if not wide or (len(wide) == 1 and wide[0] <= _widest(letter.text) * size):
                last = replace(letter, left=last.left, right=max(last.right, letter.right))
                continue
        if last is not None:
            yield last
        last = letter
    if last is not None:
        yield last


def _widest(text: str) -> float:
    """How wide the ink of one such letter is at most, in parts of the size: two T or two 4 that touch are wider."""
    if text in _BROADEST:
        return _BROAD
    return _CAPITAL if text.isupper() else _SMALL


def _is_again(last: Letter, letter: Letter, size: float) -> bool:
    """Whether ``letter`` is ``last``, marks aside, and its box begins within that of ``last``."""
    if not letter.text.isalnum() or _toneless(last.text) != _toneless(letter.text):
        return False
    narrower = min(last.right - last.left, letter.right - letter.left)
    shared = last.right - letter.left
    return (
        shared > _SHARED * narrower
        or letter.right - last.left <= _FIGURE * size
        or (shared >= 0 and narrower < _THIN * size)
    )


def _toneless(text: str) -> str:
    """``text`` without tone marks; 'ư' is no 'u', for 'lưu' has both."""
    letters = unicodedata.normalize("NFD", text.translate(_ETH))
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))


def _told(letter: Letter, base: float, size: float, ink: Image.Image, before: str) -> Iterator[Letter]:
    """``letter``, or the I, the two I or the I and stop that its ink shows; a G as narrow as a figure is 6.

    ``before`` is the letter in front of it.
    """
    if letter.text == "." and before in _ROMAN:
        yield from _with_stem(letter, base, size, ink)
        return
    if letter.text == "G" and before.isdigit() and letter.right - letter.left <= _FIGURE * size:
        yield replace(letter, text="6")
        return
    if letter.text not in ("H", "T", "L", "I"):
        yield letter
        return
    reach = round(_AROUND * size)
    runs = ink_runs(ink, letter.left - reach, letter.right + reach, base, size, _BAND)
    mine = [run for run in runs if _is_within(run, letter)]
    if not mine or any(run[1] - run[0] > _STEM * size for run in mine):
        yield letter
        return
    for run in mine:
        is_stem = bool(ink_runs(ink, *run, base, size, _UPPER))
        yield replace(letter, text="I" if is_stem else ".", left=run[0], right=run[1])


def _with_stem(stop: Letter, base: float, size: float, ink: Image.Image) -> Iterator[Letter]:
    """``stop``, and before it the I whose stem stands in its box."""
    runs = ink_runs(ink, stop.left, stop.right, base, size, _BAND)
    risen = [bool(ink_runs(ink, *run, base, size, _UPPER)) for run in runs]
    if risen != [True, False] or not _SLIVER * size < runs[0][1] - runs[0][0] <= _STEM * size:
        yield stop
        return
    yield replace(stop, text="I", left=runs[0][0], right=runs[0][1])
    yield replace(stop, left=runs[1][0])


def _is_within(run: Run, letter: Letter) -> bool:
    """Whether a good part of the narrower of the two is common to both."""
    shared = min(run[1], letter.right) - max(run[0], letter.left)
    return shared > _COMMON * min(run[1] - run[0], letter.right - letter.left)


def _without_phantoms(letters: Sequence[Letter], base: float, size: float, ink: Image.Image) -> Iterator[Letter]:
    """``letters`` without those that stand where there is no ink left for them."""
    kept: list[Letter] = []
    for at, letter in enumerate(letters):
        after = letters[at + 1] if at + 1 < len(letters) else None
        if not (kept and after and _is_phantom(kept[-1], letter, after, base, size, ink)):
            kept.append(letter)
    yield from kept


def _is_phantom(before: Letter, letter: Letter, after: Letter, base: float, size: float, ink: Image.Image) -> bool:
    """Whether ``letter`` is seen within the one before, and only two stand from there to the end of the one after.

    A stroke leans over the T behind it ('06-CT/TU'): ink wider than the one before holds this letter, too.
    """
    wide = letter.right - letter.left
    if letter.text in _NEVER:
        return before.text.isupper() and after.text.isupper()
    if not letter.text.isalnum() or wide > _PHANTOM * size or before.right - letter.left < _WITHIN * wide:
        return False
    runs = ink_runs(ink, before.left, after.right, base, size, _BAND)
    if not after.text.isalnum() or len(runs) != 2:
        return False
    first, second = (end - start for start, end in runs)
    return first <= _widest(before.text) * size and second <= _CAPITAL * size
