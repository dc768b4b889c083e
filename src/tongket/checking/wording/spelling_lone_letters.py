"""Words of which one vowel is left (từ mất chữ, chỉ còn một nguyên âm): 'mô ả' for 'mô tả', 'ờ khai' for 'tờ khai'."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.vietnamese.words import Words, lexicon, printed

_WORD, _ROW = 2, 4  # letters of a word; words from which a run is no row of letters or of a table
_VOWELS = frozenset("aeiouy")
_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def lone_letters(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A vowel with a tone that is no word, and makes with a neighbour but one common word, of which it is the end.

    Not flagged: vowels that are words ('ở', 'ồ'), capitals, rows of single letters, what begins a
    run, where dirt may stand before it.
    """
    letters = _vowels()
    for run in runs:
        shown, words = run.shown, run.words
        if len(shown) < _ROW or letters.isdisjoint(shown):
            continue
        for i in [i for i, word in enumerate(shown) if i and word in letters]:
            before, behind = (words[at] if 0 <= at < len(words) else "" for at in (i - 1, i + 1))
            right = _meant(before, words[i], behind, table)
            if right and all(map(str.islower, shown[i + 1 : i + 2])):
                first = i - 1 if right.startswith(f"{before} ") else i
                meant = printed(right)
                facts = {"here": f"{shown[first]} {shown[first + 1]}"}
                facts["right"] = meant.capitalize() if shown[first][0].isupper() else meant
                yield Finding("spelling", "warning", run.span(first, first + 1), "slip", facts)


def _meant(before: str, vowel: str, behind: str, table: Words) -> str:
    """The one common word that the vowel and a neighbour are pieces of; "" where there is none, or several."""
    made = [f"{before} {one}" for one in table.seconds.get(before, ()) if len(before) >= _WORD and _ends(one, vowel)]
    made += [f"{one} {behind}" for one in table.firsts.get(behind, ()) if len(behind) >= _WORD and _ends(one, vowel)]
    found = [one for one in made if one in table.common]
    return found[0] if len(found) == 1 else ""


def _ends(word: str, vowel: str) -> bool:
    """Whether a word is the vowel behind its first sound."""
    return word != vowel and word.endswith(vowel) and _VOWELS.isdisjoint(unicodedata.normalize("NFD", word[:-1]))


@cache
def _vowels() -> frozenset[str]:
    """Vowels with a tone that are no words."""
    table = lexicon()
    made = (unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)
    return frozenset(one for one in made if one not in table.alone and one not in table.grammar)
