"""Words that a slip has made of others (lỗi gõ, lỗi chính tả): found by what stands beside them.

A syllable that makes no word with its neighbours, and that one slip of hand or ear makes of one that does, is a
slip. How surely depends on whether the syllables could stand alone, and how common the other word is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.vietnamese.syllables import canonical, is_well_spelt, slips
from tongket.vietnamese.words import Words, printed


@dataclass(frozen=True, slots=True)
class Slip:
    """Words ``first``..``last`` (inclusive) of a run that should read ``right``; ``sure``: a warning, else a hint."""

    first: int
    last: int
    right: str
    sure: bool


class Canonical(dict[str, str]):
    """Canonical forms by printed word, filled as words come."""

    def __missing__(self, word: str) -> str:
        found = self[word] = canonical(word)
        return found


def find_slips(
    printed_words: Sequence[str], words: Sequence[str], lexicon: Words, seen: Counter[str]
) -> Iterator[Slip]:
    """Slips in one run of ``words`` (canonical; ``printed_words`` as they stand); ``seen``: pairs of the report."""
    known = lexicon.known
    joined = [f"{a} {b}" for a, b in pairwise(words)]
    fits = [False, *[pair in known for pair in joined], False, False]
    done = -1
    for i, pair in enumerate(joined):
        if fits[i + 1] or i <= done or pair in lexicon.plain or _is_held(i, joined, fits, lexicon):
            continue
        slip = _slip_at(i, printed_words, words, lexicon, seen)
        if slip is not None:
            done = slip.last
            yield slip


def _is_held(i: int, joined: Sequence[str], fits: Sequence[bool], lexicon: Words) -> bool:
    """Whether a neighbour holds a syllable of pair ``i`` in a word of its own.

    A rare word does not hold it where the neighbour is needed in a common one: 'ban công' in 'trường ban công tác'.
    """
    common = lexicon.common
    if fits[i] and (joined[i - 1] in common or i < 2 or joined[i - 2] not in common):
        return True
    return fits[i + 2] and (joined[i + 1] in common or i + 2 >= len(joined) or joined[i + 2] not in common)


def _slip_at(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words, seen: Counter[str]) -> Slip | None:
    """A slip in the pair at ``i``, both of whose syllables make no word with their other neighbours."""
    a, b = words[i], words[i + 1]
    if len(a) < 2 or len(b) < 2 or _is_name(shown, i):
        return None
    best, score = "", 0.0
    for right, wrong, other in _repairs(a, b, lexicon):
        value = _weight(right, wrong, other, lexicon, seen)
        if value > score:
            best, score = right, value
    if score < _HINT or seen[f"{a} {b}"] > 4:
        return None
    return Slip(i, i + 1, printed(best), sure=score >= _SURE)


_HINT, _SURE = 2.5, 2.5


def _repairs(a: str, b: str, lexicon: Words) -> Iterator[tuple[str, str, str]]:
    """Known words one slip away: the word, the syllable that was wrong, the other one."""
    heads = lexicon.firsts.get(b)
    if heads:
        for right in slips(a) & heads:
            yield f"{right} {b}", a, b
    tails = lexicon.seconds.get(a)
    if tails:
        for right in slips(b) & tails:
            yield f"{a} {right}", b, a


def _weight(right: str, wrong: str, other: str, lexicon: Words, seen: Counter[str]) -> float:
    """How surely ``right`` was meant: 4 and more is sure."""
    value = 2.0 if right in lexicon.common else 0.0
    value += min(seen[right], 2) * 0.75
    for syllable, weight in ((wrong, 1.5), (other, 1.5)):
        if syllable in lexicon.grammar:
            value -= 2
        elif syllable not in lexicon.alone:
            value += weight
    if wrong not in lexicon.firsts and wrong not in lexicon.seconds and wrong not in lexicon.alone:
        value += 2 if is_well_spelt(wrong) else 3
    return value


def _is_name(shown: Sequence[str], i: int) -> bool:
    """Whether the pair stands in a sequence of capitalised words, as names do."""
    first, second = shown[i], shown[i + 1]
    if first.isupper() or second.isupper():
        return True
    before = i > 0 and shown[i - 1][:1].isupper()
    after = i + 2 < len(shown) and shown[i + 2][:1].isupper()
    if second[:1].isupper():
        return first[:1].isupper() or after
    return first[:1].isupper() and before
