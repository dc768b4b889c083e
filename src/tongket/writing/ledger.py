"""The live figures of a draft: every number shown, with a key under which the Word file can find it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2s

from tongket.model.consolidations import Consolidation
from tongket.model.drafts import LiveFigure
from tongket.model.observations import Rollup


@dataclass(slots=True)
class Ledger:
    """Figures in the order in which they were shown. A key is opaque, and the same for the same input."""

    figures: list[LiveFigure] = field(default_factory=list)
    _shown: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, rollup: Rollup, shown: str) -> str:
        """Note that ``rollup`` stands somewhere as ``shown``; the key of this one place."""
        what = (rollup.indicator, rollup.cell, rollup.unit)
        self._shown[what] += 1
        key = blake2s("|".join([*what, rollup.extent, str(self._shown[what])]).encode(), digest_size=6).hexdigest()
        self.figures.append(
            LiveFigure(
                key,
                rollup.indicator,
                rollup.cell,
                shown,
                rollup.amount,
                rollup.scale,
                rollup.reported,
                rollup.expected,
                rollup.unit,
                rollup.sources,
            )
        )
        return key


def totals(consolidation: Consolidation) -> Mapping[tuple[str, str], Rollup]:
    """The total of every indicator and cell for the unit whose report is written.

    Own and area values are never added: where both exist, the one that more bodies are in counts, and an area value
    before an own one when they are equal.
    """
    return _best(one for one in consolidation.rollups if one.unit == consolidation.unit.id)


def by_unit(consolidation: Consolidation) -> Mapping[tuple[str, str, str], Rollup]:
    """The value of every indicator and cell of each unit below: (unit, indicator, cell)."""
    found: dict[str, list[Rollup]] = {}
    for one in consolidation.rollups:
        if one.unit != consolidation.unit.id:
            found.setdefault(one.unit, []).append(one)
    return {(unit, *what): one for unit, rollups in found.items() for what, one in _best(rollups).items()}


def _best(rollups: Iterable[Rollup]) -> dict[tuple[str, str], Rollup]:
    best: dict[tuple[str, str], Rollup] = {}
    for one in rollups:
        what = (one.indicator, one.cell)
        if what not in best or _rank(one) > _rank(best[what]):
            best[what] = one
    return best


def _rank(rollup: Rollup) -> tuple[bool, int, bool]:
    return rollup.amount is not None, rollup.reported, rollup.extent == "area"


def manifest(consolidation: Consolidation, figures: Iterable[LiveFigure]) -> str:
    """A name for this state of programme and figures."""
    programme = consolidation.programme
    parts = [programme.code, str(programme.version), programme.hash, consolidation.unit.id, consolidation.date]
    parts += [f"{figure.key}={figure.shown}" for figure in figures]
    return blake2s("\n".join(parts).encode(), digest_size=12).hexdigest()
