"""Syllables left out of matters that are named together: 'cơ sở vật, trang thiết bị' for 'cơ sở vật chất, ...'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.vietnamese.words import Words, enumerations, lexicon, printed

_LONG = 3  # syllables of a matter; of two, one may stand for both on purpose: 'lãnh, chỉ đạo', 'kiểm, giám sát'
_TOLD = 2  # syllables of the other matter that tell the enumeration


class _Short(NamedTuple):
    """A matter that lacks a syllable: what is left, the syllable that it leaves alone, and the whole as printed."""

    left: tuple[str, ...]
    orphan: int
    whole: str


_Table = Mapping[tuple[str, ...], tuple[_Short, ...]]


def torn_enumerations(text: str, runs: Sequence[Running], words: Words) -> Iterator[Finding]:
    """Yield ``spelling`` for a matter of an enumeration that lacks a syllable, where the matter beside it is whole.

    Not flagged: a syllable that makes a word with what stands beside it; what goes on with another word; capitals.
    """
    before, behind = _tables()
    for one, other in pairwise(runs):
        low, high = one.start + len(one.text), other.start
        if text[low:high] != ", ":
            continue
        for short in before.get(tuple(other.words[:_TOLD]), ()):
            yield from _at(text, one, len(one.words) - len(short.left), short, words)
        for short in behind.get(tuple(one.words[-_TOLD:]), ()):
            yield from _at(text, other, 0, short, words)


def _at(text: str, run: Running, first: int, short: _Short, table: Words) -> Iterator[Finding]:
    """The finding where the words of a run from ``first`` on are what is left of a matter, and an orphan is alone."""
    last = first + len(short.left)
    if first < 0 or tuple(run.words[first:last]) != short.left:
        return
    at = first + short.orphan
    pairs = [run.pairs[i] for i in (at - 1, at) if 0 <= i < len(run.pairs)]
    if any(pair in table.known for pair in pairs) or not all(one.islower() for one in run.shown[first:last]):
        return
    goes_on = last < len(run.words) and run.words[last] not in table.grammar
    cut = last == len(run.words) and text[run.start + len(run.text) :][:1] in ("", "\n")
    if short.orphan == len(short.left) - 1 and (goes_on or cut):
        return  # a longer word, or another matter; the line is cut
    facts = {"here": " ".join(run.shown[first:last]), "right": short.whole}
    yield Finding("spelling", "warning", run.span(first, last - 1), "left-out", facts)


@cache
def _tables() -> tuple[_Table, _Table]:
    """What is left of a matter, by the words of the matter that follows it, and by those of the one before it."""
    before: dict[tuple[str, ...], list[_Short]] = {}
    behind: dict[tuple[str, ...], list[_Short]] = {}
    for members in enumerations():
        for one, other in pairwise(members):
            if len(other) >= _TOLD:
                before.setdefault(tuple(other[:_TOLD]), []).extend(_shortened(one))
            if len(one) >= _TOLD:
                behind.setdefault(tuple(one[-_TOLD:]), []).extend(_shortened(other))
    return _frozen(before), _frozen(behind)


def _frozen(table: Mapping[tuple[str, ...], list[_Short]]) -> _Table:
    return {told: tuple(shorts) for told, shorts in table.items()}


def _shortened(member: tuple[str, ...]) -> Iterator[_Short]:
    """A matter with one syllable left out, for each that leaves a syllable which makes no word any more."""
    table = lexicon()
    for at in range(len(member)) if len(member) >= _LONG else ():
        left = member[:at] + member[at + 1 :]
        for i, whole in enumerate(one for one in range(len(member)) if one != at):
            if _is_held(member, whole, table) and not _is_held(left, i, table):
                yield _Short(left, i, printed(" ".join(member)))
                break


def _is_held(words: tuple[str, ...], at: int, table: Words) -> bool:
    """Whether a syllable makes a word with one beside it."""
    return any(" ".join(words[i : i + 2]) in table.known for i in (at - 1, at) if 0 <= i < len(words) - 1)
