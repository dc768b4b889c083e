"""Matters that reports tell in several words (một việc, nhiều cách gọi): 'bỏ học', 'thôi học'; an 'án mạng' is one of
the 'trọng án'.

``data/matters.tsv`` lists them: the matter, the one that it is a kind of, and the words for it in official language.
``data/matters_of_headings.tsv`` has the matters that headings name, and with what words each is told of below.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def words_of_matters() -> Mapping[str, frozenset[str]]:
    """Whatever words tell of a matter or of a kind of it, by each word of the matter, all in small letters."""
    own: dict[str, frozenset[str]] = {}
    kinds: dict[str, list[str]] = {}
    for matter, within, words in _rows("matters.tsv"):
        own[matter] = frozenset(words.split("|"))
        kinds.setdefault(within, []).append(matter)

    def every(matter: str) -> frozenset[str]:
        return own[matter].union(*(every(kind) for kind in kinds.get(matter, ())))

    return {word: every(matter) for matter, words in own.items() for word in words}


def words_for(said: str) -> frozenset[str]:
    """The words that tell of the same, or of a kind of it; of what no matter is, its own words alone."""
    return words_of_matters().get(said, frozenset((said,)))


def matters_of_headings() -> tuple[tuple[str, str], ...]:
    """How a heading names a matter, and the words of which one stands wherever it is told of: expressions of ``re``."""
    return tuple((named, told) for named, told in _rows("matters_of_headings.tsv"))


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()[1:]]
