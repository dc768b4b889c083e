"""Words turned round (đảo tiếng): 'các kiện điều sau' for 'các điều kiện sau'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.vietnamese.words import Words, printed


def turned(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """The two syllables of a common word in the wrong order, where neither makes a word with what stands beside it.

    Not flagged: words of grammar, two syllables that both stand alone ('giá mua'), capitals.
    """
    known = table.known
    for run in runs:
        if known.issuperset(run.pairs):
            continue
        words, pairs = run.words, run.pairs
        for i, pair in enumerate(pairs):
            if pair in known or (i and pairs[i - 1] in known) or (i + 1 < len(pairs) and pairs[i + 1] in known):
                continue
            one, other = words[i], words[i + 1]
            if one in table.grammar or other in table.grammar or (one in table.alone and other in table.alone):
                continue
            right = f"{other} {one}"
            if (
                right in table.common
                and pair not in table.plain
                and run.shown[i].islower()
                and run.shown[i + 1].islower()
            ):
                facts = {"here": f"{run.shown[i]} {run.shown[i + 1]}", "right": printed(right)}
                yield Finding("spelling", "warning", run.span(i, i + 1), "slip", facts)
