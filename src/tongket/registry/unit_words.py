"""Unit words (từ chỉ đơn vị): what official reports count and measure in.

``data/unit_words.tsv`` lists them: the word, its kind, the base unit that amounts are kept in, and how many of these
one is ('tạ' is 0,1 tấn, 'trđ' 1.000.000 đồng). Counted things (hộ, hội nghị, ý kiến) are their own base. Hectares are
not turned into square metres, nor tonnes into kilograms: reports of one kind keep to one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from tongket.vietnamese.unicode import syllable_key

DATA = Path(__file__).parent / "data" / "unit_words.tsv"

MEASURES = frozenset(
    {"rate", "points", "money", "area", "length", "weight", "volume", "energy", "power", "temperature", "score", "data"}
)
"""Kinds that may have fractions; everything else is counted in whole numbers."""


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit word as written ('tạ'), its kind ('weight'), its base unit ('tấn') and how many of these one is (0,1)."""

    word: str
    kind: str
    base: str
    factor: Decimal

    @property
    def is_measure(self) -> bool:
        """Whether amounts may have fractions: money, areas, rates, but not people or meetings."""
        return self.kind in MEASURES


@cache
def unit_words() -> Mapping[tuple[str, ...], UnitWord]:
    """All unit words by the keys of their syllables; letter case counts only for words without small letters."""
    found: dict[tuple[str, ...], UnitWord] = {}
    for line in DATA.read_text(encoding="utf-8").splitlines()[1:]:
        word, kind, base, factor = line.split("\t")
        found.setdefault(unit_key(word.split()), UnitWord(word, kind, base, Decimal(factor)))
    return found


@cache
def _longest_by_first() -> Mapping[str, int]:
    """How many syllables the longest unit word has that begins with a syllable: most words begin none."""
    longest: dict[str, int] = {}
    for first, *rest in unit_words():
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


def unit_key(words: Sequence[str]) -> tuple[str, ...]:
    """A key of written words: tone placement and i/y do not count, nor a capital at the head ('Hội nghị')."""
    return tuple(map(_word_key, words))


@lru_cache(maxsize=65536)
def _word_key(word: str) -> str:
    return syllable_key(word if word.isupper() else word.lower())


def match_unit(words: Sequence[str]) -> tuple[UnitWord, int] | None:
    """The longest unit word that ``words`` begin with, and how many of them it takes."""
    longest = _longest_by_first().get(_word_key(words[0])) if words else None
    if longest is None:
        return None
    known = unit_words()
    key = unit_key(words[:longest])
    for count in range(len(key), 0, -1):
        unit = known.get(key[:count])
        if unit is not None:
            return unit, count
    return None


_WHO = frozenset({"body", "person", "household", "place", "document", "case", "opinion", "work", "event", "thing"})
_PRONOUNS = frozenset({"anh", "chị", "em", "cháu", "ông", "bà", "cụ", "vị", "họ"})


@cache
def nouns_of_all(first: str = "") -> str:
    """An expression for the nouns of which a report says what all of them have or do: ``first``, those between strokes,
    in their order, then bodies, people, households, places, papers and things that are counted, the longest first.
    """
    own = list(filter(None, first.split("|")))
    known = (unit.word for unit in unit_words().values() if unit.kind in _WHO and unit.word not in _PRONOUNS)
    return "|".join([*own, one_of(word for word in known if "," not in word and word not in own)])


def one_of(phrases: Iterable[str]) -> str:
    """An expression for any of some phrases, the longest first, which reads each of their common beginnings once."""
    behind: dict[str, set[str]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        behind.setdefault(first, set()).add(rest)
    return "|".join(_branch(first, behind[first]) for first in sorted(behind, key=lambda word: (-len(word), word)))


def _branch(first: str, behind: set[str]) -> str:
    longer = behind - {""}
    more = f"(?: (?:{one_of(longer)}))" if longer else ""
    return re.escape(first) + more + ("?" if more and "" in behind else "")
