"""Formulas of official prose (cụm từ công thức) with one syllable mistyped: 'một số điệu', 'này cỏ hiệu lực'.

Their words of grammar stand beside any word, so that a slip in one of them is told by the formula alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tongket.checking.wording.spelling_nonwords import Slip, heard_alike
from tongket.vietnamese.syllables import slips, typed
from tongket.vietnamese.words import Words, formulas, printed

_AROUND = 3  # syllables beside one that tell it whatever it is
_SHORTEST = 2  # letters; one alone is a mark or half of an abbreviation


def mistyped_formulas(
    shown: Sequence[str], words: Sequence[str], pairs: Sequence[str], held: Sequence[int], table: Words
) -> Iterator[Slip]:
    """Slips in one run: a formula one syllable of which is another word that one slip makes of it.

    ``held``: whether each word makes a known one with the word before it, and the last with what is behind.
    Not flagged: another word of grammar in its place, a word that its other neighbour holds, capitals; but within four
    syllables or more also those ('so với cũng kỳ').
    """
    inside = [*map(_pairs().__contains__, pairs), False, False, False]  # as those before the first are, too
    for at in [at for at, (before, behind) in enumerate(pairwise(held)) if not (before and behind)]:
        word, may_be_of_more = words[at], inside[at + 1] or inside[at - 2]
        sure = held[at] or held[at + 1] or word in table.grammar
        if (sure and not may_be_of_more) or len(word) < _SHORTEST or not shown[at].islower():
            continue
        of_more = _of_more(at, words, pairs, within=bool(sure)) if may_be_of_more else ()
        for right in (*of_more, *(() if sure else _of_three(at, words, pairs))):
            if right in slips(word) or right in heard_alike(word) or (word not in table.all and right in typed(word)):
                yield Slip(at, at, printed(right))


def _of_three(at: int, words: Sequence[str], pairs: Sequence[str]) -> Iterator[str]:
    """What a formula of three has in a place behind, before or between the two others, if that does not stand there."""
    gaps = _gaps()
    behind = gaps.behind.get(pairs[at - 2], ()) if at > 1 else ()
    before = gaps.before.get(pairs[at + 1], ()) if at + 1 < len(pairs) else ()
    around = gaps.around.get((words[at - 1], words[at + 1]), ()) if 0 < at < len(pairs) else ()
    return (right for right in (*behind, *before, *around) if right != words[at])


def _of_more(at: int, words: Sequence[str], pairs: Sequence[str], *, within: bool) -> Iterator[str]:
    """What a longer formula, all others of which stand here, has in a place; ``within``: neither first nor last."""
    wholes, word, last = _wholes(), words[at], len(pairs) - 1
    if within:
        if not at or at > last:
            return
        behind = wholes.behind.get(f"{words[at - 1]} . {pairs[at + 1]}", ()) if at < last else ()
        before = wholes.before.get(f"{pairs[at - 2]} . {words[at + 1]}", ()) if at > 1 else ()
    else:
        behind = wholes.first.get(pairs[at + 1], ()) if at < last else ()
        before = wholes.last.get(pairs[at - 2], ()) if at > 1 else ()
    for place, head, right, rest in (*behind, *before):
        if right == word or place > at:
            continue
        if words[at - place : at] == head and words[at + 1 : at + 1 + len(rest)] == rest:
            yield right


class _Gaps(NamedTuple):
    """The three syllables of a formula with one left out: what stands behind two, before two, and between two."""

    behind: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    around: Mapping[tuple[str, str], frozenset[str]]


@cache
def _gaps() -> _Gaps:
    behind: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    around: dict[tuple[str, str], set[str]] = {}
    for words in formulas():
        if len(words) > _AROUND:
            continue
        first, middle, last = words
        behind.setdefault(f"{first} {middle}", set()).add(last)
        before.setdefault(f"{middle} {last}", set()).add(first)
        around.setdefault((first, last), set()).add(middle)
    return _Gaps(
        behind={pair: frozenset(found) for pair, found in behind.items()},
        before={pair: frozenset(found) for pair, found in before.items()},
        around={ends: frozenset(found) for ends, found in around.items()},
    )


class _Whole(NamedTuple):
    """A formula as seen from one of its places: what stands before it, there, and behind it."""

    place: int
    head: list[str]
    right: str
    rest: list[str]


class _Wholes(NamedTuple):
    """Formulas of four syllables and more, each with the place of one: by the two syllables behind that or before it,
    and, of places within, by these and the one on the other side.
    """

    first: Mapping[str, tuple[_Whole, ...]]
    last: Mapping[str, tuple[_Whole, ...]]
    behind: Mapping[str, tuple[_Whole, ...]]
    before: Mapping[str, tuple[_Whole, ...]]


@cache
def _pairs() -> frozenset[str]:
    """Each two syllables beside a third one of a longer formula: most runs hold few of them."""
    wholes = _wholes()
    return frozenset((*wholes.first, *wholes.last))


@cache
def _wholes() -> _Wholes:
    tables: tuple[dict[str, list[_Whole]], ...] = ({}, {}, {}, {})
    first, last, behind, before = tables
    for words in formulas():
        for place in range(len(words)) if len(words) > _AROUND else ():
            whole = _Whole(place, list(words[:place]), words[place], list(words[place + 1 :]))
            if place + 2 < len(words):
                pair = f"{words[place + 1]} {words[place + 2]}"
                first.setdefault(pair, []).append(whole)
                if place:
                    behind.setdefault(f"{words[place - 1]} . {pair}", []).append(whole)
            else:
                pair = f"{words[place - 2]} {words[place - 1]}"
                last.setdefault(pair, []).append(whole)
                if whole.rest:
                    before.setdefault(f"{pair} . {whole.rest[0]}", []).append(whole)
    return _Wholes(*({pair: tuple(places) for pair, places in table.items()} for table in tables))
