"""Words unlike the usage of their own report (từ viết khác các chỗ khác trong báo cáo): 'múi thi công' once, and 'mũi
thi công' time and again.

No table has the words of every trade; a report that writes of one has them itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.vietnamese.syllables import slips
from tongket.vietnamese.words import Words, printed

_USAGE = 3  # times that a word stands in one place before it is the usage
_SELDOM = 2  # times at most of what may be a slip of it
_SHORTEST = 2  # letters of a word


class _Place(NamedTuple):
    """Word ``at`` of a run, and what stands before it: a word, '0' behind a number, or "" at the beginning."""

    run: Running
    at: int
    before: str


def off_usage(text: str, runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """Yield ``spelling`` for a word that stands seldom before two others, where the report has another often, of which
    one slip makes it; a hint where what stands before it is new, too.

    Not flagged: words that a neighbour holds, words of grammar, capitals.
    """
    seldom = _unheld(text, runs, table)
    if not seldom:
        return
    often: dict[str, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for run in runs:
        for at, pair in enumerate(run.pairs):
            if at and pair in seldom:
                often[pair][run.words[at - 1]].append(_place(text, run, at - 1))
    for pair, places in seldom.items():
        for one in places:
            word = one.run.words[one.at]
            usual = _usual(word, often[pair], table)
            if usual:
                known = any(other.before == one.before for other in often[pair][usual])
                facts = {"here": one.run.shown[one.at], "right": printed(usual)}
                yield Finding("spelling", "warning" if known else "info", one.run.span(one.at, one.at), "slip", facts)


def _unheld(text: str, runs: Sequence[Running], table: Words) -> dict[str, list[_Place]]:
    """By the two words behind them: words that make a known one with neither neighbour, before a known one."""
    found: dict[str, list[_Place]] = defaultdict(list)
    for run in runs:
        words, held = run.words, run.held
        for at in range(len(run.pairs) - 1):
            if held[at] or held[at + 1] or not held[at + 2]:
                continue
            word = words[at]
            if len(word) >= _SHORTEST and word not in table.grammar and run.shown[at].islower():
                found[run.pairs[at + 1]].append(_place(text, run, at))
    return found


def _place(text: str, run: Running, at: int) -> _Place:
    if at:
        return _Place(run, at, run.words[at - 1])
    before = text[max(run.start - 2, 0) : run.start].rstrip()
    return _Place(run, at, "0" if before[-1:].isdigit() else "")


def _usual(word: str, words: dict[str, list[_Place]], table: Words) -> str:
    """The word that stands there as a rule and of which ``word`` is a slip; or ""."""
    seldom = len(words[word])
    if seldom > _SELDOM:
        return ""
    near = [
        other
        for other, places in words.items()
        if other != word and len(places) >= _USAGE * seldom and other not in table.grammar and other in slips(word)
    ]
    return near[0] if len(near) == 1 else ""
