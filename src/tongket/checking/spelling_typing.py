"""Slips of the fingers (lỗi gõ phím): letters of the typing method left over, a letter skipped, a blank in the wrong
place, the tone on the wrong vowel.

They leave what is no syllable, or no word; what was meant makes a known word with its neighbour.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tongket.checking.spelling_slips import Slip
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.syllables import canonical, is_well_spelt, typed
from tongket.vietnamese.words import Words, printed

_OFTEN = 2  # what a report says more often is its own word
_SHORT = 3  # letters below which anything may be meant
_LONG = 5  # letters from which a word may be two


def find_typing(
    shown: Sequence[str], words: Sequence[str], pairs: Sequence[str], lexicon: Words, seen: Counter[str]
) -> Iterator[Slip]:
    """Slips in one run that has words which no table holds.

    Not flagged: capitals, what stands more than twice; what was meant makes a word with what stands beside it.
    """
    done = -1
    for i, word in enumerate(words):
        if i <= done or word in lexicon.all or len(word) < 2 or not shown[i].islower():
            continue
        if seen[pairs[i] if i < len(pairs) else pairs[i - 1]] > _OFTEN:
            continue
        slip = _blank(i, shown, words, lexicon) or _one_word(i, word, words, lexicon)
        if slip is not None:
            done = slip.last
            yield slip


def _blank(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    """A letter on the wrong side of a blank ('biênc hế'), or no blank at all ('côngtác')."""
    word = words[i]
    for first in (i - 1, i):
        if first < 0 or first + 1 >= len(words) or not shown[first + 1].islower() or not shown[first][-1].islower():
            continue
        a, b = words[first], words[first + 1]
        for one, other in ((a[:-1], a[-1] + b), (a + b[0], b[1:])):
            pair = f"{canonical(one)} {canonical(other)}"
            if one and other and pair in lexicon.known:
                return Slip(first, first + 1, printed(pair))
    if len(word) >= _LONG and not is_well_spelt(word):
        for at in range(2, len(word) - 1):
            pair = f"{canonical(word[:at])} {canonical(word[at:])}"
            if pair in lexicon.common:
                return Slip(i, i, printed(pair))
    return None


def _one_word(i: int, word: str, words: Sequence[str], lexicon: Words) -> Slip | None:
    """A letter too few, a letter of the typing method, a key beside the right one: 'đồg chí', 'truyênf', 'bà cin'."""
    if is_well_spelt(word) or len(word) < _SHORT:
        return None
    meant = _meant(word) & lexicon.all
    found: list[tuple[bool, str, int]] = []
    for right in meant:
        if i + 1 < len(words):
            found.append((f"{right} {words[i + 1]}" not in lexicon.common, f"{right} {words[i + 1]}", i))
        if i:
            found.append((f"{words[i - 1]} {right}" not in lexicon.common, f"{words[i - 1]} {right}", i - 1))
    known = sorted(one for one in found if one[1] in lexicon.known)
    return Slip(known[0][2], known[0][2] + 1, printed(known[0][1])) if known else None


@lru_cache(maxsize=1024)
def _meant(word: str) -> frozenset[str]:
    return typed(word)


def find_misplaced(shown: Sequence[str], words: Sequence[str], wrong: frozenset[str], lexicon: Words) -> Iterator[Slip]:
    """Words whose tone stands on the wrong vowel: 'đaọ', 'hứơng'; ``wrong`` are those of the report."""
    for i, word in enumerate(shown):
        if word in wrong and word.islower() and words[i] in lexicon.all:
            yield Slip(i, i, printed(words[i]))


_NO_BLANK = (
    re.compile(r",(?<=[a-zà-ỹ],)(?=[a-zà-ỹ]{2})"),
    re.compile(r"\.(?<=[a-zà-ỹ][a-zà-ỹ]\.)(?=[A-ZĐ][a-zà-ỹ])"),
)
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"[^\W\d_]+.$"), re.compile(r"[^\W\d_]+")
_HABIT = 3  # places without a blank, beyond which the text was converted so


def missing_blanks(text: str) -> Iterator[Finding]:
    """Hints where no blank stands behind a comma or full stop: 'nội quy,quy chế'.

    Not flagged: texts in which it is missing more often, which lost their blanks on the way; addresses.
    """
    found = [match.start() for pattern in _NO_BLANK for match in pattern.finditer(text)]
    for at in found if len(found) <= _HABIT else ():
        before = _WORD_BEFORE.search(text, max(at - 12, 0), at + 1)
        behind = _WORD_BEHIND.match(text, at + 1)
        if before is None or behind is None or text[behind.end() : behind.end() + 1] in (".", "@", "/"):
            continue
        here = text[before.start() : behind.end()]
        facts = {"here": here, "right": f"{before[0]} {behind[0]}"}
        yield Finding("spelling", "info", Span(before.start(), behind.end()), "blank", facts)
