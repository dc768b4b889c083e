"""What a person confirmed, corrected or dropped, carried into the observations (người dùng xác nhận)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tongket.model.consolidations import Correction, DoubtfulKey, DoubtfulMatch
from tongket.model.observations import Observation

Observe = Callable[[DoubtfulMatch], Observation | None]


@dataclass(frozen=True, slots=True)
class Corrected:
    """``unused`` are the corrections that fit no value of this run: the report or the programme has changed since."""

    observations: tuple[Observation, ...]
    doubtful: tuple[DoubtfulMatch, ...]
    unused: tuple[Correction, ...]


def apply_corrections(
    observations: Iterable[Observation],
    doubtful: Iterable[DoubtfulMatch],
    corrections: Sequence[Correction],
    observe: Observe,
) -> Corrected:
    """The observations after ``corrections``: dropped ones gone, the others as the person wrote them.

    A corrected value is a further revision of origin 'read-confirmed'. A doubtful match that was confirmed becomes an
    observation through ``observe``. A correction holds only for the same source and place.
    """
    of_values = {(one.key, one.source, one.start): one for one in corrections if not isinstance(one.key, DoubtfulKey)}
    of_doubtful = {one.key: one for one in corrections if isinstance(one.key, DoubtfulKey)}
    kept: list[Observation] = []
    left: list[DoubtfulMatch] = []
    used: set[int] = set()
    for observation in observations:
        correction = of_values.get((observation.key, observation.source_sha256, observation.start))
        if correction:
            used.add(id(correction))
        if correction is None:
            kept.append(observation)
        elif correction.verdict != "dropped":
            kept.append(_corrected(observation, correction))
    for one in doubtful:
        match = one.match
        key = DoubtfulKey(one.file, match.indicator, match.cell, one.unit, match.start, match.end)
        correction = of_doubtful.get(key)
        if correction:
            used.add(id(correction))
        made = observe(one) if correction and correction.verdict == "confirmed" else None
        if correction and made:
            kept.append(_corrected(made, correction))
        elif not correction or correction.verdict != "dropped":
            left.append(one)
    unused = tuple(one for one in corrections if id(one) not in used)
    return Corrected(tuple(kept), tuple(left), unused)


def _corrected(observation: Observation, correction: Correction) -> Observation:
    taken = replace(observation, origin="read-confirmed", confirmed="x", confidence=1.0)
    if not correction.changed:
        return taken
    return replace(
        taken,
        revision=observation.revision + 1,
        amount=correction.amount,
        amount_high=correction.amount_high,
        qualifier=correction.qualifier,
        status="missing" if correction.amount is None else "reported",
    )
