"""Fractions in words and small numbers (một nửa, 1/3, hai phần ba): of the share or the two numbers before them.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from operator import attrgetter

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import amount, counts_alike, ends_between, prose_of
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted

_FRACTION = re.compile(
    r"(?<!\w)(?:(?P<hedge>gần|xấp xỉ|khoảng|hơn|trên|quá|chừng|đúng|bằng|tức|chiếm)\s)"
    r"(?P<said>một nửa|nửa|(?:một|hai|ba) phần (?:hai|ba|tư|bốn|năm)|[123]/[2345])(?![\d/\w])\s(?:tổng\s)?số(?!\w)"
)
_NAMED = re.compile(r"nửa|phần (?:hai|ba|tư|bốn|năm)|[123]/[2345](?![\d/])")
_NEAR = 6  # numbers before a fraction
_FAR = 350  # letters
_CLOSE = Decimal("0.19")  # how far what is called a fraction may be from it


def check_fractions_told(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where what is called a half, a third ... of a number is far from it: 'còn 2/11 chi hội
    sinh hoạt chưa đều, tức gần 1/3 số chi hội'.

    Not flagged: fractions that any share, or two numbers, near them come to; those that tell of other ones than the
    numbers before them: 'trong đó gần một nửa số hộ thiếu đất'.
    """
    figures = prose_of(report)
    for named in finds(_NAMED, report.text):
        found = _FRACTION.search(report.text, max(named.start() - 20, 0), named.end() + 12)
        if found is None:
            continue
        at = found.start("said")
        low = bisect_right(figures, at - _FAR, key=attrgetter("start"))
        high = bisect_left(figures, found.start(), lo=low, key=attrgetter("start"))
        near = [one for one in figures[low:high] if one.end <= found.start()][-_NEAR:]
        near = [one for one in near if one.unit != "%" and len(ends_between(report, one.end, at)) <= 1]
        near = [one for one in near if ";" not in report.text[one.end : at]]  # another matter
        if not near or not _is_told_again(report.text, near[-1], found):
            continue
        true = [(one / whole, by) for one, whole, by in _terms(near) if whole]
        stated = _value(found["said"])
        if not true or any(abs(ratio - stated) <= _CLOSE * stated for ratio, _ in true):
            continue
        ratio, by = true[0]
        part, whole = by[0].text, by[-1].text
        if isinstance(by[0].value, Share):
            part, whole = shown(by[0].value.part), shown(by[0].value.whole)
        facts = {"part": part, "whole": whole, "true": shown(round(ratio, 2)), "mean": found["said"]}
        place, related = Span(*found.span("said")), tuple(Span(one.start, one.end) for one in by)
        yield Finding("ratio-mismatch", "warning", place, "mean", facts, related)


_OF_THEM = re.compile(r"\s?(?:[.,;:)\n]|$|(?:trong|của|toàn|trên|hiện có)(?!\w))")
_OF_WHICH = re.compile(r"(?<!\w)(?:trong (?:đó|số)|riêng)(?!\w)")


def _is_told_again(text: str, last: Figure, found: re.Match[str]) -> bool:
    """Whether a fraction is of what the number before it counts, and says nothing new of them."""
    noun = f" {last.unit or last.base_unit}"
    if not text.startswith(noun, found.end()) or _OF_WHICH.search(text, last.end, found.start()):
        return False
    return _OF_THEM.match(text, found.end() + len(noun)) is not None


def _value(said: str) -> Decimal:
    """'hai phần ba' is 2/3."""
    if said.endswith("nửa"):
        return Decimal(1) / 2
    first, _, second = said.partition("/") if "/" in said else said.partition(" phần ")
    return Decimal(counted(first) or 0) / (counted(second) or 1)


def _terms(near: list[Figure]) -> list[tuple[Decimal, Decimal, tuple[Figure, ...]]]:
    """Parts and wholes before a fraction: shares, and two numbers of one unit; the nearest first."""
    shares = [(one.value.part, one.value.whole, (one,)) for one in reversed(near) if isinstance(one.value, Share)]
    plain = [one for one in reversed(near) if is_plain(one) and amount(one)]
    pairs = [
        (amount(one), amount(other), (one, other))
        for one, other in permutations(plain, 2)
        if counts_alike(one, other) and amount(one) < amount(other)
    ]
    return [*shares, *pairs]
