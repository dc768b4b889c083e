"""Halves of words that nothing holds (âm tiết lẻ loi): 'có giá tị không quá', 'quy định ối với hành vi'.

A syllable that hardly stands alone, and makes a word with neither neighbour, is a slip, or half of a word that the
tables lack. What one slip makes of it beside a neighbour tells the two apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tongket.checking.wording.spelling_nonwords import Slip, heard_alike
from tongket.vietnamese.syllables import is_struck, slips
from tongket.vietnamese.words import Words, printed

_NONE: frozenset[str] = frozenset()
_NEAR = 2  # letters by which a syllable and its slip may differ in length
_WRITTEN = 2  # times from which a text writes the word that a rarer syllable, or one of a rarer word, was meant for


def orphans(
    shown: Sequence[str], words: Sequence[str], held: Sequence[int], lexicon: Words, seen: Counter[str]
) -> Iterator[Slip]:
    """Slips in one run: a syllable that hardly stands alone, and that one slip makes half of a common word, or of one
    that the report writes elsewhere.

    ``held``: whether each word makes a known one with the word before it, and a last False; ``seen``: the pairs of the
    report, which has to write the word elsewhere where the syllable is one that may stand alone after all.
    Not flagged: words of their own, what stands beside a name, foreign words, pairs that look like a slip and are none.
    """
    for i, word in enumerate(words):
        if held[i] or held[i + 1] or len(word) < _NEAR or not shown[i].islower():
            continue
        if word in lexicon.alone or word in lexicon.grammar or word not in lexicon.all:
            continue
        beside = words[max(0, i - 1) : i + 2]
        if "".join(beside).isascii() or not lexicon.company.get(word, _NONE).isdisjoint(beside):
            continue
        least = _WRITTEN if word in lexicon.seldom else 0
        found = [
            one
            for one in _meant(i, shown, words, held, lexicon)
            if seen[one[1]] >= (least if one[1] in lexicon.common else _WRITTEN)
        ]
        if found:
            at, pair = min(found)[2], min(found)[1]
            yield Slip(at, at + 1, printed(pair))


def _meant(
    i: int, shown: Sequence[str], words: Sequence[str], held: Sequence[int], lexicon: Words
) -> Iterator[tuple[bool, str, int]]:
    """The words that one slip makes of syllable ``i`` and a neighbour, with the place of their first syllable;
    first those whose neighbour no other word holds.
    """
    word = words[i]
    for at, known in ((i - 1, lexicon.seconds), (i + 1, lexicon.firsts)):
        if not 0 <= at < len(words) or not (shown[at].islower() or (at == 0 and shown[at].istitle())):
            continue
        first, other = min(at, i), words[at]
        if f"{words[first]} {words[first + 1]}" in lexicon.plain:
            continue
        for right in known.get(other, _NONE):
            pair = f"{other} {right}" if at < i else f"{right} {other}"
            if _is_near(right, word):
                yield bool(held[at if at < i else at + 1]), pair, first


def _is_near(right: str, word: str) -> bool:
    """Whether one slip of hand or ear made ``word`` of ``right``."""
    if abs(len(right) - len(word)) >= _NEAR:
        return False
    return right in slips(word) or right in heard_alike(word) or is_struck(right, word)
