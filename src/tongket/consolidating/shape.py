"""What a consolidation has to do: ways of adding up, and what its inputs hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

# Ways of adding up over units (slot.way) and over time (slot.timing).
MADE, SUM, MAX, MIN, LATEST, COUNT = 0, 1, 2, 3, 4, 5  # MADE: of other indicators' sums (ratio, weighted)
WAYS = {
    "sum": SUM, "latest": LATEST, "max": MAX, "min": MIN, "count-units": COUNT, "count-yes": COUNT, "ratio": MADE,
    "weighted": MADE, "none": MAX,
}  # fmt: skip


class Step(NamedTuple):
    """A named SELECT. ``view``: worth keeping as a view in every engine; ``large``: in those that are lazy."""

    name: str
    select: str
    view: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What the inputs hold, so that nothing runs for what does not occur.

    ``unique``: the source keeps each revision of an answer once, so that only later ones need looking at.
    ``several_spans``: a period holds several; ``overlaps``: some of them share days; ``folds``: numbers of dimensions
    at which totals may be missing, the most first; ``ways``: those of the slots.
    """

    deepest: int
    ways: frozenset[int]
    unique: bool = False
    several_spans: bool = True
    overlaps: bool = True
    crowded: bool = True
    plain: bool = False  # nobody is crowded, and only units with nobody below them answer
    folds: tuple[int, ...] = ()
    made: bool = True  # ratios and weighted means
    known: bool = True  # who was asked
    unasked: bool = True  # some that may answer were not asked
    heirs: bool = False  # units that are gone report beside their successors
    moved: bool = False  # some units are shown elsewhere than where they reported
