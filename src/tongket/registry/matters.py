"""Matters that reports tell in several words (một việc, nhiều cách gọi): 'bỏ học', 'thôi học'; an 'án mạng' is one of
the 'trọng án'.

``data/matters.tsv`` lists them: the matter, the one that it is a kind of, and the words for it in official language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "matters.tsv"


@cache
def words_of_matters() -> Mapping[str, frozenset[str]]:
    """Whatever words tell of a matter or of a kind of it, by each word of the matter, all in small letters."""
    own: dict[str, frozenset[str]] = {}
    kinds: dict[str, list[str]] = {}
    for line in DATA.read_text(encoding="utf-8").splitlines()[1:]:
        matter, within, words = line.split("\t")
        own[matter] = frozenset(words.split("|"))
        kinds.setdefault(within, []).append(matter)

    def every(matter: str) -> frozenset[str]:
        return own[matter].union(*(every(kind) for kind in kinds.get(matter, ())))

    return {word: every(matter) for matter, words in own.items() for word in words}


def words_for(said: str) -> frozenset[str]:
    """The words that tell of the same, or of a kind of it; of what no matter is, its own words alone."""
    return words_of_matters().get(said, frozenset((said,)))
