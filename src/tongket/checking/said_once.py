"""What several checks see at one place, told once (một lỗi chỉ nêu một lần).

The checks do not know each other: one tells the name of a law, another a capital within it, a third its comma. Whoever
writes the name as it is told has mended all three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from tongket.model.findings import Finding
from tongket.model.places import Place, Span

_STRETCH = 500  # letters of a text among which other statements are looked for
_MOST = 10_000  # findings of a text: nobody reads more one by one
_PIECE = 40  # letters among which those of a word are: a text may hold a slip at every word


def each_fault_once(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a text, in their order, without those that tell again what another one tells.

    Told again is: a kind at one place, or about the same places; two statements that deny each other; a word in a
    passage that another finding writes anew; what follows from the fault of another finding.
    """
    once: dict[tuple[str, Place], Finding] = {}
    told: set[tuple[str, frozenset[Place]]] = set()
    for finding in _each_denial_once(findings):
        if finding.related:
            numbers = (finding.kind, frozenset((finding.place, *finding.related)))
            if numbers in told:
                continue
            told.add(numbers)
        first = once.setdefault((finding.kind, finding.place), finding)
        if first.severity == "info" != finding.severity:
            once[finding.kind, finding.place] = finding  # what one check doubts, another is sure of
    return list(_each_mend_once(text, list(once.values())))


def _each_denial_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without a second one of two statements that deny each other, which another check reads a little
    longer or the other way round.
    """
    pairs: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)  # by the stretches in which they stand
    for finding in findings:
        other = finding.related[0] if finding.related else None
        if finding.case == "text" and isinstance(finding.place, Span) and isinstance(other, Span):
            ends = (finding.place, other)
            near = (pair for stretch in _stretches_of_both(ends) for pair in pairs.get(stretch, ()))
            if any(_touch(ends, pair) for pair in near):
                continue
            for pair in (ends, ends[::-1]):
                for stretch in _stretches_of_both(pair):
                    pairs[stretch].append(pair)
        yield finding


def _stretches(place: Span, letters: int = _STRETCH) -> range:
    """The stretches of a text in which a place lies; those of places that touch have one in common."""
    return range(place.start // letters, place.end // letters + 1)


def _stretches_of_both(pair: tuple[Span, Span]) -> Iterator[tuple[int, int]]:
    first, last = map(_stretches, pair)
    return product(first, last)


def _touch(pair: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return all(one.touches(other) for one, other in zip(pair, others, strict=True))


_OF_WORDS = frozenset(("spelling", "mixed-orthography", "abbreviation-undefined"))
# Facts in which a finding holds words as they are printed, and those that are to stand there.
_ANEW = (("printed", "name"), ("printed", "symbol"), ("here", "right"), ("here", "usual"), ("unit", "successors"))
_FOLLOWS = {  # what is told again of the same place -> what says it all
    ("incomplete", "stop"): ("spelling", "end"),
    ("incomplete", "word"): ("spelling", "slip"),
    ("date-chronology", "after"): ("citation-conflict", "year"),
}
_RANK = {"error": 0, "warning": 1, "info": 2}


def _each_mend_once(text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those that the mend of another one mends: 'Luật cán' where the name of the law is told,
    'PTNT' in a body that is no more.

    Not left out: what is graver than the other finding; words that its mend keeps as they are.
    """
    if len(findings) > _MOST:
        yield from findings
        return
    wide: dict[int, list[tuple[int, int, int, Finding]]] = defaultdict(list)  # by the pieces in which they stand
    for at, one in enumerate(findings):
        if isinstance(one.place, Span) and (_anew(one.facts) or (one.kind, one.case) in _FOLLOWS.values()):
            for piece in _stretches(one.place, _PIECE):
                wide[piece].append((one.place.start, one.place.end, at, one))
    for order, one in enumerate(findings):
        if isinstance(one.place, Span) and (one.kind in _OF_WORDS or (one.kind, one.case) in _FOLLOWS):
            start, end = one.place.start, one.place.end
            if any(
                low < end and start < high and other is not one and _tells(text, other, one, earlier=at < order)
                for low, high, at, other in wide.get(start // _PIECE, ())
            ):
                continue
        yield one


def _tells(text: str, wide: Finding, one: Finding, *, earlier: bool) -> bool:
    """Whether ``wide``, which touches ``one``, tells what it tells; of two that tell each other's, the earlier does."""
    if _FOLLOWS.get((one.kind, one.case)) == (wide.kind, wide.case):
        return True
    return _mends(text, wide, one) and (earlier or not _mends(text, one, wide))


def _mends(text: str, wide: Finding, one: Finding) -> bool:
    """Whether the words that ``wide`` gives for a passage leave nothing of what ``one`` tells of a word in it."""
    if one.kind not in _OF_WORDS or not isinstance(wide.place, Span) or not isinstance(one.place, Span):
        return False
    if not wide.place.holds(one.place) or _RANK[wide.severity] > _RANK[one.severity]:
        return False
    anew = _anew(wide.facts)
    if anew is None:
        return False
    printed, mended = anew
    here = _flat(text[one.place.start : one.place.end])
    if here not in printed:
        return False
    if one.case == "slip" and one.place == wide.place:
        return True  # a guess at what the word was to be
    right = _anew(one.facts)
    return (right is not None and right[1] in mended) or here.casefold() not in mended.casefold()


def _anew(facts: Mapping[str, str]) -> tuple[str, str] | None:
    """Words as a finding has them printed, and as they are to be written; None where it says no such words."""
    for old, new in _ANEW:
        if old in facts and new in facts:
            return _flat(facts[old]), _flat(facts[new])
    return None


@lru_cache(maxsize=1024)  # one slip is made again and again
def _flat(words: str) -> str:
    return " ".join(words.split())
