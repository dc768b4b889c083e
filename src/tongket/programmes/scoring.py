"""Score sheets (bảng chấm điểm): what the points come to, the class they reach, and rank among equals. Points are
integers at the scorecard's scale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tongket.model.entries import ScoreSheet
from tongket.model.registers import Band, Criterion, Scorecard


@dataclass(frozen=True, slots=True)
class Scored:
    """What a sheet comes to. ``own``/``appraised`` are None until every criterion has points; ``points`` are the
    appraised ones, or while there are none the body's own. ``rank`` is among those appraised, ties sharing a place.
    """

    sheet: ScoreSheet
    own: int | None
    appraised: int | None
    band: Band | None
    rank: int | None = None
    among: int = 0

    @property
    def points(self) -> int | None:
        """The points that count so far."""
        return self.own if self.appraised is None else self.appraised

    @property
    def deducted(self) -> int | None:
        """What the appraiser took off, below zero where points were added."""
        return None if self.own is None or self.appraised is None else self.own - self.appraised


def leaf_criteria(card: Scorecard) -> tuple[Criterion, ...]:
    """The criteria that points are given for: those with none deeper right after them; the others only sum."""
    following = (*card.criteria[1:], None)
    return tuple(
        one for one, after in zip(card.criteria, following, strict=True) if after is None or after.depth <= one.depth
    )


def total(sheet: ScoreSheet, card: Scorecard, which: Literal["own", "appraised"]) -> int | None:
    """All points of a sheet; None while a criterion has none, for a part of the points is not a score."""
    given = {line.criterion: getattr(line, which) for line in sheet.lines}
    points = [given.get(one.code) for one in leaf_criteria(card)]
    return None if None in points else sum(one for one in points if one is not None)


def band_of(points: int | None, card: Scorecard) -> Band | None:
    """The class that ``points`` reach."""
    reached = [band for band in card.bands if points is not None and band.at_least <= points]
    return max(reached, key=lambda band: band.at_least, default=None)


def score_sheets(
    sheets: Iterable[ScoreSheet], cards: Sequence[Scorecard], level: Callable[[str], str] = lambda _unit: ""
) -> tuple[Scored, ...]:
    """What the sheets come to, in their order; a rank is among those of one register, version, day and ``level``.

    Sheets of a version that no scorecard has are left out.
    """
    by_version = {card.version: card for card in cards}
    known = [one for one in sheets if one.version in by_version]
    totals = {id(one): total(one, by_version[one.version], "appraised") for one in known}
    fields: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for one in known:
        appraised = totals[id(one)]
        if appraised is not None:
            fields[one.register, one.version, one.on, level(one.unit)].append(appraised)
    return tuple(
        _scored(
            one, by_version[one.version], totals[id(one)], fields[one.register, one.version, one.on, level(one.unit)]
        )
        for one in known
    )


def _scored(sheet: ScoreSheet, card: Scorecard, appraised: int | None, rivals: Sequence[int]) -> Scored:
    own = total(sheet, card, "own")
    rank = None if appraised is None else 1 + sum(other > appraised for other in rivals)
    band = band_of(own if appraised is None else appraised, card)
    return Scored(sheet, own, appraised, band, rank, len(rivals) if rank else 0)
