"""Ranks against the numbers by which they are given (thứ hạng theo điểm số)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

_FEWEST, _MOST = 3, 150
_PART = 3  # that part of all may be out of their order, or two


def out_of_rank(values: Sequence[Decimal], ranks: Sequence[int]) -> tuple[int, int] | None:
    """The first two places of which one has the better rank, or the same one, and the worse number; None where all
    follow, however those of equal numbers are ranked. Of few that are out of their order alone: else the ranks are of
    something else.
    """
    if not _FEWEST <= len(values) <= _MOST or len(set(ranks)) < _FEWEST - 1:
        return None
    order = sorted(range(len(values)), key=lambda at: ranks[at])
    falls = sum(_way(values, ranks, one, other) for one, other in pairwise(order))
    sign = 1 if falls > 0 else -1
    pairs = [
        (one, other)
        for at, one in enumerate(order)
        for other in order[at + 1 :]
        if _is_out(sign * (values[one] - values[other]), ranks[other] - ranks[one])
    ]
    few = max(len(values) // _PART, 1)
    return pairs[0] if pairs and _are_left_out(pairs, few) else None


def _way(values: Sequence[Decimal], ranks: Sequence[int], one: int, other: int) -> int:
    """1 where the better rank has the greater number, -1 where the less."""
    if ranks[one] == ranks[other]:
        return 0
    return (values[one] > values[other]) - (values[one] < values[other])


def _is_out(more: Decimal, worse: int) -> bool:
    """Whether numbers and ranks deny each other: as good a rank with another number, a worse one with more."""
    return more != 0 if worse == 0 else more < 0


def _are_left_out(pairs: Sequence[tuple[int, int]], few: int) -> bool:
    """Whether no pair is out of its order once so few are left out, each time that which is in most of them."""
    left = list(pairs)
    for _ in range(few):
        counts = Counter(at for pair in left for at in pair)
        most = counts.most_common(1)[0][0]
        left = [pair for pair in left if most not in pair]
        if not left:
            return True
    return False
