"""Where regular expressions match in a whole text, looked for only at the words with which they can begin.

The words of a text are put in order once, and every check asks them: a report of thirty pages has some thousand
different ones, and most expressions begin with none of them, or with a few.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from tongket.checking.evidence.heads import ODD_LETTERS, Head, heads_of
from tongket.checking.evidence.pieces import may_hold

_BETWEEN = re.compile(r"(\W+)")
_SHORT = 1000  # letters of a text that is looked through as fast as its words are put in order
_WORTH = 20  # letters of a text for each place to try; where fewer, an expression is as fast by itself
_TEXTS = 3  # of which the words are kept: a report's, the same in one line, and with its blanks put right


def finds(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Each match of ``pattern`` in ``text``, in order: the same as of ``pattern.finditer(text)``."""
    starts = _starts(pattern, text)
    if starts is None:
        return pattern.finditer(text) if _may_stand_in(pattern, text) else iter(())
    return _at(pattern, text, starts, 0, len(text)) if starts else iter(())


def finds_in(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Each match in a part of ``text``, the same as of ``pattern.finditer(text, start, end)``: where checks ask part
    after part, the places to try are kept.
    """
    words = _words(text) if len(text) > _SHORT else None
    if words is not None and id(pattern) not in words.kept:
        words.kept[id(pattern)] = _starts(pattern, text)
    starts = None if words is None else words.kept[id(pattern)]
    return pattern.finditer(text, start, end) if starts is None else _at(pattern, text, starts, start, end)


def holds(pattern: re.Pattern[str], text: str) -> bool:
    """Whether ``text`` has a match of ``pattern``."""
    return next(finds(pattern, text), None) is not None


def _may_stand_in(pattern: re.Pattern[str], text: str) -> bool:
    """Whether ``text`` has what every match of ``pattern`` holds: of those that may begin with anything many are of
    matters of which a report does not speak.
    """
    words = _words(text) if len(text) > _SHORT else None
    return words is None or may_hold(pattern, words.small)


def _at(pattern: re.Pattern[str], text: str, starts: array[int], start: int, end: int) -> Iterator[re.Match[str]]:
    done = start
    for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
        if at >= done and (found := pattern.match(text, at, end)) is not None:
            yield found
            done = found.end()


def _starts(pattern: re.Pattern[str], text: str) -> array[int] | None:
    """Where matches of an expression may begin, in order; None where it is as fast to try every letter."""
    begun = _beginnings(pattern) if len(text) > _SHORT else None
    words = _words(text) if begun is not None else None
    if begun is None or words is None:
        return None
    return words.starts(begun, len(text) // _WORTH)


class _Words:
    """The different words of a text in small letters, each with the places where it begins."""

    def __init__(self, small: str) -> None:
        self.small = small
        self.kept: dict[int, array[int] | None] = {}  # where an expression may begin, by its number
        parts = _BETWEEN.split(small)  # words, and what stands between them, by turns
        starts = list(accumulate(map(len, parts), initial=0))
        places: dict[str, list[int]] = defaultdict(list)
        for word, start in zip(parts[::2], starts[::2], strict=False):
            places[word].append(start)
        self._places = dict(places)
        self._holding: dict[str, list[tuple[str, int]]] = {}  # what was asked for within words

    def starts(self, begun: _Beginnings, most: int) -> array[int] | None:
        """Where matches with one of such beginnings may stand, in order; None where at more than ``most`` places."""
        found = [(self._places[word], -back) for word, back in begun.words if word in self._places]
        for piece, opens, before in begun.pieces:
            if piece not in self._holding:
                self._holding[piece] = list(self._words_with(piece))
            found += [(self._places[word], at + opens - before) for word, at in self._holding[piece]]
        if sum([len(places) for places, _ in found]) > most:
            return None
        starts = [start + within for places, within in found for start in places]
        return array("l", starts if len(found) == 1 else sorted(set(starts)))

    def _words_with(self, piece: str) -> Iterator[tuple[str, int]]:
        """Each word that holds ``piece``, which may have line ends around it, and where in the word it begins."""
        at = self._all.find(piece)
        while at >= 0:
            begins = self._all.rfind("\n", 0, at + piece.startswith("\n")) + 1
            ends = self._all.index("\n", begins)
            yield self._all[begins:ends], at - begins
            at = self._all.find(piece, at + 1)

    @cached_property
    def _all(self) -> str:
        """The words, each in a line."""
        return "\n".join(("", *self._places, ""))


_Kept = tuple[tuple[str, _Words | None], ...]
_kept: _Kept = ()


def _words(text: str) -> _Words | None:
    """The words of one of the last texts; None where small letters stand elsewhere than capitals. A text is known by
    being the same value: checks ask of one text, one after the other.
    """
    global _kept
    for known, words in _kept:
        if known is text:
            return words
    for known, words in _kept:
        if len(known) == len(text) and known.replace("\n", " ") == text:  # the same in one line
            first = [one for one in _kept if one[1] is words][-1]  # of several in one line the last one is kept
            _kept = ((text, words), *[one for one in _kept if one[1] is not words or one is first][: _TEXTS - 1])
            return words
    small = text.lower()
    made = None if len(small) != len(text) or any(letter in text for letter in ODD_LETTERS) else _Words(small)
    _kept = ((text, made), *_kept[: _TEXTS - 1])
    return made


class _Beginnings(NamedTuple):
    """The heads of an expression: ``words`` that are whole, each with how many letters stand before it; ``pieces`` of
    words, with the line ends at which they open or close one, whether they open it, and the letters before.
    """

    words: tuple[tuple[str, int], ...]
    pieces: tuple[tuple[str, bool, int], ...]


_known: dict[int, tuple[re.Pattern[str], _Beginnings | None]] = {}


def _beginnings(pattern: re.Pattern[str]) -> _Beginnings | None:
    """What an expression can begin with, read once. Comparing two expressions costs more than to see that one is the
    same value.
    """
    held = _known.get(id(pattern))
    if held is None:
        heads = heads_of(pattern)
        begun = None if heads is None else _parted(heads)
        held = _known[id(pattern)] = (pattern, begun)  # held, no other has its number
    return held[1]


def _parted(heads: Iterable[Head]) -> _Beginnings:
    words = [(word, before) for before, word, opens, closes in heads if opens and closes]
    pieces = [
        ("\n" * opens + word + "\n" * closes, opens, before)
        for before, word, opens, closes in heads
        if not (opens and closes)
    ]
    return _Beginnings(tuple(words), tuple(pieces))
