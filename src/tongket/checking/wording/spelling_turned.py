"""Words turned round (đảo tiếng): 'các kiện điều sau' for 'các điều kiện sau'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.vietnamese.words import Words, lexicon, printed

_STRESS = frozenset({"chính"})  # before any noun: 'của chính bản này'


def turned(text: str, runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """The two syllables of a common word in the wrong order, where neither makes a word with what stands beside it.

    Not flagged: words of grammar, two syllables that both stand alone ('giá mua'), capitals, and a second syllable that
    a comma parts from the rest of its own word ('giá nguyên, vật liệu').
    """
    known, wrong = table.known, _wrong_ways()
    for run in runs:
        pairs = run.pairs
        if wrong.isdisjoint(pairs):
            continue
        for i in [i for i, pair in enumerate(pairs) if pair in wrong]:
            if (i and pairs[i - 1] in known) or (i + 1 < len(pairs) and pairs[i + 1] in known):
                continue
            end = run.span(i, i + 1).end
            if i + 2 == len(run.words) and text[end : end + 1] == ",":
                continue
            if run.shown[i].islower() and run.shown[i + 1].islower():
                right = printed(f"{run.words[i + 1]} {run.words[i]}")
                facts = {"here": f"{run.shown[i]} {run.shown[i + 1]}", "right": right}
                yield Finding("spelling", "warning", run.span(i, i + 1), "slip", facts)


@cache
def _wrong_ways() -> frozenset[str]:
    """The common words turned round, but for those that are words that way, too."""
    table = lexicon()
    apart = table.alone | table.grammar
    found = set()
    for pair in table.common:
        other, one = pair.split(" ")
        leans = one not in table.grammar and other not in table.grammar and not {one, other} <= apart
        if leans and one not in _STRESS:
            found.add(f"{one} {other}")
    return frozenset(found) - table.known - table.plain
