"""What of a report's matches would be used, for tests that ask what a sentence or a table gives."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.model.matches import Match
from tongket.model.programmes import Programme


def used_matches(matches: Iterable[Match], programme: Programme) -> tuple[Match, ...]:
    """One match for each indicator and cell: at or above the threshold, a table's before the text's, an answer before
    none.
    """
    best: dict[tuple[str, str], Match] = {}
    for match in matches:
        key = (match.indicator, match.cell)
        if match.confidence < programme.threshold:
            continue
        if key not in best or _rank(match) < _rank(best[key]):
            best[key] = match
    return tuple(best.values())


def _rank(match: Match) -> tuple[bool, bool, float, int]:
    return match.status in ("missing", "not-applicable"), match.where != "table", -match.confidence, match.start
