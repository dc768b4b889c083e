"""Whether the text of a page is Vietnamese as it is printed, or rubbish from a font that lost its letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.files.pages.lines import read_lines
from tongket.model.pages import Word
from tongket.vietnamese.legacy import decode_words
from tongket.vietnamese.legacy_guess import guess
from tongket.vietnamese.legacy_words import is_syllable
from tongket.vietnamese.unicode import nfc

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ENOUGH = 25  # words that a judgement needs
_SHARE = 0.55  # of the words that are syllables in a legible text; names, symbols and foreign words are not
_UNMAPPED = 0.08  # of the letters without a known character


def is_legible(words: Sequence[Word], *, unmapped: int = 0) -> bool:
    """Whether most words are Vietnamese syllables or abbreviations; too few words are believed."""
    letters = sum(len(word.text) for word in words)
    if unmapped > max(letters * _UNMAPPED, 3):
        return False
    if _is_vietnamese(" ".join(word.text for word in words)):
        return True
    # Letters of a second font stand apart in the file: on their lines they may make words.
    return _is_vietnamese("\n".join(line.text for line in read_lines(words)))


def _is_vietnamese(text: str) -> bool:
    pieces = _LETTERS.findall(nfc(text))
    if len(pieces) < _ENOUGH:
        return True
    known: int = sum(is_syllable(piece) or (piece.isupper() and piece.isascii() and len(piece) < 6) for piece in pieces)
    return known >= _SHARE * len(pieces)


def from_lost_fonts(words: Sequence[Word]) -> list[Word] | None:
    """Words in an encoding of before Unicode whose fonts' names are lost, decoded; None where they are in none."""
    encoding = guess(" ".join(word.text for word in words))
    if encoding is None:
        return None
    return [replace(word, text=decode_words(word.text, encoding)) for word in words]
