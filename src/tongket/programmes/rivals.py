"""Which of several matches stands, where one figure fits two indicators or two figures fit one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.messages import N_
from tongket.model.matches import Match
from tongket.model.programmes import Programme

RIVAL = N_("Another indicator fits nearly as well.")
COMPETING = N_("Several figures of the report fit this indicator.")
_RIVALRY = 0.05  # nearer than this, two indicators fit alike


def one_each(found: Sequence[tuple[Match, str, bool]]) -> list[Match]:
    """The best match of each number of a figure; one that fits nearly as well makes both doubtful.

    A phrase whose own words stand right beside the figure says more than one without such words.
    """
    kept: list[Match] = []
    for part in dict.fromkeys(part for _, part, _ in found):
        ranked = sorted(
            ((match.confidence + (_RIVALRY if is_near else 0), match) for match, own, is_near in found if own == part),
            key=lambda one: -one[0],
        )
        score, best = ranked[0]
        rivals = [(other, match) for other, match in ranked[1:] if match.indicator != best.indicator]
        if rivals and score - rivals[0][0] < _RIVALRY:
            kept += [_lowered(best, 0.7, RIVAL), _lowered(rivals[0][1], 0.7, RIVAL)]
        else:
            kept.append(best)
    return kept


def _lowered(match: Match, factor: float, reason: str) -> Match:
    return replace(match, confidence=round(match.confidence * factor, 2), reason=reason)


def settle(found: Sequence[Match], programme: Programme) -> Iterator[Match]:
    """Where several figures answer one indicator, the surest stands; those that say otherwise beside it compete."""
    groups: dict[tuple[str, str], list[Match]] = {}
    for match in found:
        groups.setdefault((match.indicator, match.cell), []).append(match)
    for group in groups.values():
        best = max(match.confidence for match in group)
        values = {str(match.value) for match in group if match.confidence > best - 0.08}
        for match in group:
            near = match.confidence > best - 0.08
            if not near:
                yield _lowered(match, 0.6, COMPETING) if match.confidence >= programme.threshold else match
            elif len(values) > 1:
                yield _lowered(match, 0.7, COMPETING)
            else:
                yield match
