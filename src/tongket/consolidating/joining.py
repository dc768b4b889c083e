"""Observations of reports and of an earlier run's facts as one list, in which nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tongket.model.comparisons import Miscounted, Value
from tongket.model.observations import Observation
from tongket.model.places import ObservationKey
from tongket.vietnamese.unicode import key


@dataclass(frozen=True, slots=True)
class Joined:
    """``replaced`` are observations of facts that a later report of the same body and period stands for now."""

    observations: tuple[Observation, ...]
    replaced: tuple[Observation, ...] = ()


def join_facts(facts: Iterable[Observation], read: Iterable[Observation]) -> Joined:
    """Facts first, then what was read now.

    Of one source every answer counts once: the later revision, then what a person confirmed, then what was read now;
    what the machine alone once took from it and no longer finds is dropped. A report whose body has another one for the
    same period among those read now is replaced by it, whole; so is a template by a template, and neither by the other.
    """
    read = tuple(read)
    sources = {one.source_sha256 for one in read}
    answered = {_submission(one) for one in read}
    kept = _once(facts)
    late = {one.source_sha256 for one in kept if one.source_sha256 not in sources and _submission(one) in answered}
    now = {_of_source(one): one for one in read}
    left: list[Observation] = []
    for one in kept:
        fresh = now.get(_of_source(one))
        if one.source_sha256 in late or (one.source_sha256 in sources and fresh is None and one.origin == "read"):
            continue
        if fresh and _weight(fresh) >= _weight(one):
            continue
        left.append(one)
        if fresh:
            del now[_of_source(one)]
    return Joined((*left, *now.values()), tuple(one for one in kept if one.source_sha256 in late))


@dataclass(frozen=True, slots=True)
class Registered:
    """``miscounted`` are the values that somebody stated and the registers count otherwise."""

    observations: tuple[Observation, ...]
    miscounted: tuple[Miscounted, ...] = ()


def join_counted(
    observations: Iterable[Observation], counted: Iterable[Observation], during: tuple[str, str]
) -> Registered:
    """What the registers count stands for what the same body states of the same: both are never added.

    ``during``: first and last day of what was counted. What is stated of other times stays as it is.
    """
    counted = tuple(counted)
    by_answer = {(one.indicator, one.cell, one.unit, one.body_kind): one for one in counted}
    kept: list[Observation] = []
    miscounted: list[Miscounted] = []
    for one in observations:
        answer = one.indicator, one.cell, one.unit
        other = by_answer.get((*answer, one.body_kind)) or by_answer.get((*answer, ""))
        if other is None or not _is_of(one, during):
            kept.append(one)
        elif _is_at_odds(one, other):
            miscounted.append(Miscounted(_value(one), _value(other)))
    return Registered((*kept, *counted), tuple(miscounted))


def _is_of(one: Observation, during: tuple[str, str]) -> bool:
    """Whether its period shares a day with ``during``; of a stock, whether its day lies inside."""
    start, _, end = one.period.rpartition("/")
    return (start or end) <= during[1] and during[0] <= end


def _is_at_odds(stated: Observation, counted: Observation) -> bool:
    # A round may name its months only; what is counted names their days.
    of_same_time = stated.period.startswith("/") or counted.period.startswith(stated.period)
    exact = stated.amount is not None and not stated.qualifier
    return of_same_time and exact and counted.amount not in (None, stated.amount)


def _value(one: Observation) -> Value:
    return Value(one.key, Decimal(one.amount or 0).scaleb(-one.scale))


def _once(facts: Iterable[Observation]) -> list[Observation]:
    """Each answer of each source once: of several imports, the one for the latest version of the programme."""
    found: dict[tuple[str, ObservationKey], Observation] = {}
    for one in facts:
        other = found.get(_of_source(one))
        if other is None or (one.version, *_weight(one)) >= (other.version, *_weight(other)):
            found[_of_source(one)] = one
    return list(found.values())


def _submission(one: Observation) -> tuple[str, str, str, str]:
    way = "read" if one.origin in ("read", "read-confirmed") else one.origin
    return one.unit, key(one.body), one.period, way


def _of_source(one: Observation) -> tuple[str, ObservationKey]:
    return one.source_sha256, one.key


def _weight(one: Observation) -> tuple[int, bool]:
    return one.revision, one.origin != "read"
