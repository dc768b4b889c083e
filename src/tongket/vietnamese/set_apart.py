"""Letters set apart at a marked vowel (chữ bị tách rời): 'chi đoà n Truyền thô ng', 'ch ỉ đạo', 'th ực hi ện'.

Many a PDF takes its marked vowels from another font, and what is copied out of it has a blank before or behind each
of them. The form of a syllable tells most of these blanks: a piece without a vowel is no word, and a piece that is no
word, but one with its neighbour, is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.vietnamese.glued import is_known
from tongket.vietnamese.unicode import CAPITALS, SMALL

_MARKED = "".join(char for char in f"{CAPITALS}{SMALL}" if not char.isascii() and char not in "Đđ")
_END, _ONSET = "(?:c|ch|m|n|ng|nh|p|t)", "(?:[bcdđghklmnpqrstvx]{1,2}|ngh)"
# Blanks that only this fault makes: before the end of a syllable, or behind its first consonants.
_TELLING = re.compile(
    rf" (?:(?<=[{_MARKED}] ){_END}(?![\w.)/'’\-:&])|{_ONSET} (?=[{_MARKED}]))",
    re.IGNORECASE,
)
_ALONE = re.compile(" [bcdđghklmnpqrstvx]{1,3} ")  # five times faster, and seen in nearly no text
_FEWEST, _ONE_IN = 10, 300  # so many such blanks, and one in so many blanks, are a fault of the producer
_SAMPLE = 20_000  # letters that tell it
_RUN = re.compile(r"[^\W\d_]{1,7}(?: [^\W\d_]{1,7})+")
_PIECE = re.compile(r"[^\W\d_]+")
_MOST = 3  # pieces of one syllable: 'tr ườ ng'
_VOWEL = re.compile(f"[aeiouy{_MARKED}]", re.IGNORECASE)
_GLIDES = frozenset("aiouy")  # end a syllable and are seldom a word: 'củ a', 'ngườ i', 'bá o', 'nhiề u'
_BEHIND_Y = frozenset(("bác", "cụ", "dược", "đức", "học", "khoa", "lệnh", "lý", "sĩ", "sỹ", "tá", "tế", "viện"))


def set_apart(text: str) -> list[int]:
    """The blanks of ``text`` (NFC) that stand within a syllable; none where the fault is not throughout."""
    sample = text[:_SAMPLE]
    fewest = max(_FEWEST, sample.count(" ") // _ONE_IN)
    if len(_ALONE.findall(sample)) * 2 < fewest or len(_TELLING.findall(sample)) < fewest:
        return []
    return [at for run in _RUN.finditer(text) for at in _within(text, run)]


def _within(text: str, run: re.Match[str]) -> Iterator[int]:
    """The blanks of ``run``, words and pieces parted by one blank each, that part the pieces of a syllable."""
    pieces = list(_PIECE.finditer(text, run.start(), run.end()))
    at = 0
    while at < len(pieces):
        for count in (_MOST, _MOST - 1):
            group = [piece.group() for piece in pieces[at : at + count]]
            behind = pieces[at + count].group() if at + count < len(pieces) else ""
            if len(group) == count and _is_syllable(group, behind):
                yield from (piece.end() for piece in pieces[at : at + count - 1])
                at += count
                break
        else:
            at += 1


def _is_syllable(pieces: list[str], behind: str) -> bool:
    """Whether ``pieces`` are one syllable, each of them a part that a marked vowel was set apart from."""
    bounds = pairwise(pieces)
    if not all((left[-1] in _MARKED or right[0] in _MARKED) and _is_part(left, right) for left, right in bounds):
        return False
    if pieces[-1].lower() == "y" and behind.lower() in _BEHIND_Y:
        return False
    return is_known("".join(pieces))


def _is_part(left: str, right: str) -> bool:
    """Whether one of the two cannot stand alone."""
    if not _VOWEL.search(left) or not _VOWEL.search(right) or right.lower() in _GLIDES:
        return True
    return not is_known(left) or not is_known(right)
